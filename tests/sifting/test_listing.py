"""An inventory: everything that was taken is in it, nothing that stands in an item, and no name unless asked for."""

import csv
import json
from hashlib import sha256

import pytest

from rogatory.material.inventory import cell
from rogatory.material.items import ItemId
from rogatory.sifting.run.listing import give, rows
from rogatory.sifting.sealed.sealing import SealError
from tests.sifting.seizures import Read, letter, sealed, zipped

FILES = {
    "client/letter.eml": letter(attached=[("annex.txt", b"Annex one")]),
    "copy.eml": letter(attached=[("annex.txt", b"Annex one")]),
    "=cmd().txt": b"Words of a secret.",
    "broken.pdf": b"%PDF-1.7 nothing of it",
    "files.zip": zipped({"in.txt": b"Words of a secret."}),
}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    found = Read(sealed(tmp_path_factory.mktemp("listed"), FILES))
    yield found
    found.ledger.close()


def table(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_item_is_listed_once_in_its_place(read):
    listed = list(rows(read.seizure))
    assert len({row.item for row in listed}) == len(listed) == read.counts.items
    numbers = {row.name: row.number for row in listed}
    assert numbers[b"annex.txt"].startswith(numbers[b"desk/client/letter.eml"] + ".")
    assert numbers[b"in.txt"].startswith(numbers[b"desk/files.zip"] + ".")


def test_the_same_bytes_name_the_first_that_has_them_and_are_not_unfolded_again(read):
    listed = {row.name: row for row in rows(read.seizure)}
    assert listed[b"desk/copy.eml"].same_as == listed[b"desk/client/letter.eml"].number
    assert listed[b"in.txt"].same_as == listed[b"desk/=cmd().txt"].number


def test_without_names_nothing_tells_what_an_item_says(read, tmp_path):
    place = tmp_path / "out"
    given = give(read.seizure, place, names=False)
    written = b"".join(path.read_bytes() for path in place.iterdir())
    for word in (b"client", b"letter", b"annex", b"cmd", b"secret", b"broken", b"pdf", b"rfc822", b"damaged"):
        assert word not in written.lower()
    assert given.items == read.counts.items
    assert not (place / "inventory.txt").exists()


def test_with_names_it_says_what_was_taken_and_never_what_stands_in_it(read, tmp_path):
    place = tmp_path / "out"
    give(read.seizure, place, names=True, language="nl")
    plain = (place / "inventory.txt").read_text()
    assert "desk/broken.pdf; een PDF-document" in plain
    assert "secret" not in "".join(path.read_text() for path in place.iterdir())
    assert "'desk/=cmd" not in (place / "inventory.csv").read_text()


def test_what_somebody_must_look_at_is_a_list_of_its_own(read, tmp_path):
    give(read.seizure, tmp_path / "out", names=True)
    (failure,) = table(tmp_path / "out" / "failures.csv")
    assert (failure["name"], failure["state"], failure["stage"]) == ("desk/broken.pdf", "crash", "extract")


def test_the_summary_names_the_root_and_the_digest_of_every_other_file(read, tmp_path):
    place = tmp_path / "out"
    given = give(read.seizure, place, names=True)
    summary = json.loads((place / "summary.json").read_bytes())
    assert summary["root"] == read.seizure.sealed().root.hex()
    assert given.digest == sha256((place / "summary.json").read_bytes()).hexdigest()
    assert summary["files"] == {
        path.name: sha256(path.read_bytes()).hexdigest() for path in place.iterdir() if path.name != "summary.json"
    }
    lines = [json.loads(line) for line in (place / "inventory.jsonl").read_bytes().splitlines()]
    assert [line["item"] for line in lines] == [row["item"] for row in table(place / "inventory.csv")]


def test_one_item_is_listed_with_what_lies_in_it(read, tmp_path):
    mail = read.item(b"client/letter.eml").ident
    given = give(read.seizure, tmp_path / "out", [mail], names=True)
    assert given.items == 2
    with pytest.raises(SealError, match="no item"):
        give(read.seizure, tmp_path / "other", [ItemId("0" * 64)], names=True)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_is_there_is_not_written_over(read, tmp_path):
    with pytest.raises(SealError, match="already"):
        give(read.seizure, tmp_path, names=False)


def test_a_seizure_of_a_case_is_listed_there_and_not_here(tmp_path):
    seizure = sealed(tmp_path, {"a": b"1"})
    told = json.loads((seizure.folder / "receipt.json").read_bytes())
    (seizure.folder / "receipt.json").write_bytes(json.dumps({**told, "journal": "office.example"}).encode())
    with pytest.raises(SealError, match="give-inventory"):
        give(seizure, tmp_path / "out", names=False)
    assert not (tmp_path / "out").exists()


def test_what_was_only_sealed_is_listed_too(tmp_path):
    seizure = sealed(tmp_path, {"a.txt": b"1"})
    give(seizure, tmp_path / "out", names=True, language="fr")
    assert "desk/a.txt; un fichier; 1 octets; pas encore lu" in (tmp_path / "out" / "inventory.txt").read_text()
    assert not seizure.ledger.exists()


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum", "\t=1"])
def test_a_name_is_no_formula(name):
    assert cell(name) == f"'{name}"
