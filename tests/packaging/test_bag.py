"""The independent verifier: what it passes, and that no change of a package gets by it."""

import ast
import json
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from rogatory.journal.note import Signer, Type
from rogatory.verifiers import bag
from tests.packaging.office import LETTER, LOG, POLICY, built, files, receipted, snapshot


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return built(tmp_path_factory.mktemp("out") / "package")


@pytest.fixture(scope="module")
def there(package):
    return files(package)


def faults(there, policy=POLICY):
    return list(bag.faults(there, policy))


def rewritten(there, **changed):
    """The package with files changed and every manifest made anew: what somebody who knows BagIt would do."""
    made = {**there, **{name.replace("__", "/"): data for name, data in changed.items()}}
    return with_manifests(made)


def with_manifests(made):
    payload = sorted(name for name in made if name.startswith("data/"))
    made["manifest-sha256.txt"] = "".join(f"{sha256(made[n]).hexdigest()}  {n}\n" for n in payload).encode()
    made["tagmanifest-sha256.txt"] = "".join(f"{sha256(made[n]).hexdigest()}  {n}\n" for n in bag.TAGS).encode()
    return made


def told(there, name="data/package.json"):
    return json.loads(there[name])


def as_json(value):
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def test_a_package_verifies_as_a_folder_and_as_a_zip_file(package, there, tmp_path, capsys):
    packed = tmp_path / "package.zip"
    packed.write_bytes(bag.packed_again(there))
    policy = tmp_path / "policy"
    policy.write_text(POLICY)
    for place in (package, packed):
        assert bag.main(["--policy", str(policy), str(place)]) == 0
        said = capsys.readouterr().out
        assert "verified: 3 items" in said
        assert "entry 5 of 9 in rogatory.example/journal: transmit P-2026-17" in said


def test_use_limits_are_told_as_case_asks(there):
    told = json.loads(there["data/case.jsonld"])["@graph"]
    terms = [one["marking:definition"] for one in told if one["@type"] == "marking:MarkingDefinition"]
    # What `case_validate` (case-utils 0.18, CASE 1.4 and 1.5) asks of use limits; with it, everything conforms.
    assert {(one["@type"], one["marking:definitionType"]) for one in terms} == {
        ("marking:TermsOfUseMarking", "terms-of-use")
    }


def test_without_a_policy_it_says_that_nobody_vouches_for_the_journal(package, capsys):
    assert bag.main([str(package)]) == 0
    assert "nobody vouches for its key" in capsys.readouterr().out


def test_it_runs_alone_with_the_standard_library_only(package):
    source = Path(bag.__file__)
    tree = ast.parse(source.read_text())
    taken = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    taken |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in taken} <= set(sys.stdlib_module_names)
    run = subprocess.run(
        [sys.executable, "-I", "-S", str(source), str(package)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_byte_of_a_package_can_be_changed_unseen(tmp_path):
    """Every byte of every file, in one bit each; what the manifests alone do not tell, the whole verifier must."""
    small = files(built(tmp_path / "small", snapshot((LETTER, "text/plain"))))
    unseen = 0
    for name, data in small.items():
        for place in range(len(data)):
            changed = bytearray(data)
            changed[place] ^= 1 << place % 8
            made = {**small, name: bytes(changed)}
            if next(bag.bag(made), None) is None:
                unseen += not faults(made)
    assert unseen == 0


def test_no_byte_of_a_zip_file_can_be_changed_unseen(tmp_path):
    small = {"bagit.txt": b"BagIt", "data/items/000001.txt": b"words"}
    whole, place = bag.packed_again(small), tmp_path / "p.zip"
    for at in range(len(whole)):
        changed = bytearray(whole)
        changed[at] ^= 1 << at % 8
        place.write_bytes(changed)
        try:
            same = bag.read(place) == small
        except (OSError, ValueError, LookupError, RuntimeError, EOFError, zipfile.BadZipFile):
            same = False
        assert not same, at


@pytest.mark.parametrize("name", ["data/items/000001.txt", "bagit.txt", "journal/salt.txt", "manifest-sha256.txt"])
def test_a_file_that_is_gone_is_missed(there, name):
    left = {n: d for n, d in there.items() if n != name}
    assert (name, "it is missing") in faults(left)


@pytest.mark.parametrize("name", ["data/items/000004.txt", "thumbs.db", "data/../x", "journal/notes.txt"])
def test_a_file_that_was_added_is_named(there, name):
    assert name in {place for place, _ in faults({**there, name: b"x"})}


def changed_pieces(there, change):
    value = told(there)
    change(value["pieces"])
    return value


REWRITTEN = {
    "an item exchanged": lambda t: {"data/items/000001.txt": b"other words\n"},
    "use limits loosened": lambda t: {"data/licences/evidence.txt": b"Free\n\nUse it for everything.\n"},
    "use limits emptied": lambda t: {"data/licences/evidence.txt": b"Evidence in this case only\n\n"},
    "a count changed": lambda t: {
        "data/package.json": as_json({**told(t), "withheld": [{**one, "count": 0} for one in told(t)["withheld"]]})
    },
    "a ground that tells more": lambda t: {
        "data/package.json": as_json({**told(t), "withheld": [{"count": 1, "ground": "asylum"}]})
    },
    "another decision": lambda t: {"data/package.json": as_json({**told(t), "decision": {}})},
    "another package": lambda t: {"data/package.json": as_json({**told(t), "package": "P-9"})},
    "not canonical": lambda t: {"data/package.json": json.dumps(told(t)).encode()},
    "no crate": lambda t: {"data/ro-crate-metadata.json": as_json({"@graph": []})},
    "no case": lambda t: {"data/case.jsonld": as_json({"@graph": []})},
    "another bag-info": lambda t: {"bag-info.txt": t["bag-info.txt"] + b"Contact-Name: X\n"},
    "another receipt": lambda t: {"journal/receipt.tlog-proof": t["journal/receipt.tlog-proof"].replace(b"5", b"4")},
    "another salt": lambda t: {"journal/salt.txt": b"A" * 43 + b"=\n"},
}


@pytest.mark.parametrize("change", REWRITTEN.values(), ids=REWRITTEN)
def test_whoever_rewrites_the_manifests_too_is_found_out(there, change):
    assert faults(with_manifests({**there, **change(there)}))


def test_a_package_whose_payload_another_entry_commits_to_is_refused(there):
    made = with_manifests({**there, "data/items/000001.txt": b"other words\n"})
    assert ("journal/receipt.tlog-proof", "the entry commits to another payload than this one") in faults(made)


@pytest.mark.parametrize(
    ("signers", "says"),
    [
        ({"log": Signer(LOG.verifier.name, Type.LOG, bytes(31) + b"x")}, "not signed by a journal of the policy"),
        ({"witness": None}, "too few witnesses have signed"),
        ({"witness": Signer("other.example/w", Type.WITNESS, bytes(32))}, "too few witnesses have signed"),
    ],
)
def test_a_receipt_that_nobody_trusted_has_signed_is_refused(there, signers, says):
    receipt = receipted(snapshot(), **signers).receipt
    made = with_manifests({**there, "journal/receipt.tlog-proof": receipt.proof.encode()})
    assert says in " ".join(wrong for _, wrong in faults(made))


def test_a_link_in_a_package_is_not_followed(package, tmp_path, there):
    folder = tmp_path / "p"
    for name, data in there.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "bagit.txt").unlink()
    (folder / "bagit.txt").symlink_to(package / "bagit.txt")
    assert bag.main([str(folder)]) == 1
