"""`rogatory material`: from the seal to what is left to look at, as an office runs it."""

import json

import pytest
from typer.testing import CliRunner

from rogatory.cli import app
from tests.databases import postgresql

DO = CliRunner()


def material(*arguments):
    return DO.invoke(app, ["material", *map(str, arguments)])


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    desk = folder / "desk"
    desk.mkdir()
    (desk / "letter.txt").write_text("To my client: the hearing is on Monday.")
    (desk / "broken.pdf").write_bytes(b"%PDF-1.7 nothing of it")
    (desk / "empty").touch()
    return folder


def test_from_the_seal_to_what_is_left(office):
    seizure, desk = office / "s", office / "desk"
    done = material("seal", seizure, desk, "--id", "S-7", "--by", "A. Clerk", "--json")
    assert done.exit_code == 0
    told = json.loads(done.output)
    assert (told["entries"], told["files"], told["unreadable"]) == (4, 3, 0)
    assert told["root"] in material("seal", seizure, desk, "--id", "S-7").output
    assert "3 files are as they were sealed" in material("verify", seizure).output
    assert material("status", seizure).exit_code == 2
    assert not (office / "nothing").exists()
    read = material("run", seizure, "--processes", 1, "--no-ocr")
    assert read.exit_code == 0
    assert "2 must be looked at by somebody" in read.output
    told = json.loads(material("status", seizure, "--json").output)
    assert (told["contents"], told["waiting"], told["states"]) == (3, 0, {"crash": 1, "empty": 1, "ok": 1})
    assert "desk/letter.txt" in material("search", seizure, "hearing", "monday").output
    assert material("search", seizure, "nowhere").exit_code == 1
    (office / "request.yaml").write_text("request:\n  terms: [hearing]\n")
    assert "3 contents were looked at" in material("screen", seizure, "--request", office / "request.yaml").output
    assert json.loads(material("screen", seizure, "--json").output) == {"contents": 3, "screens": {"privilege": 1}}
    told = json.loads(material("rank", seizure, "--question", "scope", "--json").output)
    assert (told["of"], told["read"], len(told["next"]), told["shares"]) == (1, 1, 1, {})
    (office / "answers.csv").write_text(f"{told['next'][0]},yes\n")
    assert "1 of them matter" in material("rank", seizure, "--question", "scope", "--answers",
                                          office / "answers.csv").output  # fmt: skip
    given = material("export", seizure, "--to", office / "list", "--names", "--by", "A. Clerk", "--json")
    assert (json.loads(given.output)["items"], json.loads(given.output)["failures"]) == (4, 2)
    assert json.loads(given.output)["sha256"] in (seizure / "custody.jsonl").read_text()
    assert "desk/letter.txt" in (office / "list" / "inventory.csv").read_text()
    assert "something is there already" in material("export", seizure, "--to", office / "list").output
    assert "1 will be read again" in material("retry", seizure, "--state", "crash", "--kind", "pdf", "--stage",
                                               "extract").output  # fmt: skip
    assert json.loads(material("status", seizure, "--json").output)["waiting"] == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("seal", "{}/new", "{}/gone", "--id", "S"), "it is not there"),
        (("run", "{}/nothing"), "rogatory material seal"),
        (("verify", "{}/nothing"), "rogatory material seal"),
        (("status", "{}/nothing"), "nothing was read yet"),
        (("retry", "{}/nothing", "--state", "ok", "--stage", "sing"), "no stage; there are identify"),
        (("retry", "{}/nothing", "--state", "sad"), "no state; there are ok"),
        (("retry", "{}/nothing"), "say which"),
        (("screen", "{}/nothing"), "nothing was read yet"),
        (("export", "{}/nothing", "--to", "{}/out"), "the seal is not complete"),
        (("export", "{}/nothing", "--to", "{}/out", "--lang", "de"), "there are en, fr and nl"),
        (("rank", "{}/nothing", "--question", "guilt"), "no question; there are privilege"),
    ],
)
def test_bad_words_get_a_sentence(tmp_path, arguments, says):
    done = material(*(argument.format(tmp_path) for argument in arguments))
    assert done.exit_code == 2
    assert says in done.output


def test_by_two_settings_a_cluster_reads_and_the_ledger_is_brought_home(office, monkeypatch):
    seizure, desk = office / "grown", office / "desk"
    assert material("seal", seizure, desk, "--id", "S-8").exit_code == 0
    monkeypatch.setenv("ROGATORY_CLUSTER", "local:1")
    assert "set ROGATORY_LEDGER" in material("run", seizure).output
    monkeypatch.setenv("ROGATORY_LEDGER", postgresql())
    assert "nothing was read yet" in material("bring-home", seizure).output
    read = material("run", seizure, "--no-ocr", "--json")
    assert json.loads(read.output)["states"] == {"crash": 1, "empty": 1, "ok": 1}
    assert "desk/letter.txt" in material("search", seizure, "hearing", "monday").output
    monkeypatch.delenv("ROGATORY_LEDGER")
    assert "its ledger is in PostgreSQL" in material("status", seizure).output
    monkeypatch.setenv("ROGATORY_LEDGER", postgresql())
    assert material("bring-home", seizure).exit_code == 0
    monkeypatch.delenv("ROGATORY_LEDGER")
    assert json.loads(material("status", seizure, "--json").output) == json.loads(read.output)
    assert "desk/letter.txt" in material("search", seizure, "hearing", "monday").output
