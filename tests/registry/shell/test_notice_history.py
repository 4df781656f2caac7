"""A red notice beside a request for extradition, played through the pages: checked, asked of the Commission, deleted.

Everybody in it is invented.
"""

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.notices import notice_of
from tests.office.simulator import simple_file
from tests.registry.shell.playing import Play

pytestmark = pytest.mark.django_db(transaction=True)
BUREAU, PROSECUTOR, COURT, COUNSEL = Role.NOTICE_BUREAU, Role.PROSECUTOR, Role.COURT, Role.COUNSEL


@pytest.fixture
def play(live_server, visit, settings, monkeypatch) -> Play:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Play(live_server.url, visit, monkeypatch)


def test_a_notice_beside_a_request_is_checked_challenged_and_deleted_with_every_copy(play):
    file = simple_file()
    file["request"]["kind"] = "extradition"
    play.register(file)
    it_is_recorded_and_nobody_is_arrested(play)
    each_part_is_answered_by_a_named_person(play)
    the_commission_decides_within_its_limit_and_nothing_rests_on_the_notice(play)
    its_copies_are_followed_until_they_are_gone(play)


def text(play: Play, role: Role = BUREAU) -> str:
    page = play.page(role)
    page.goto(f"{play.url}/cases/{play.case}/notice")
    return " ".join(page.locator("main").inner_text().split())


def step(play: Play, link: str, **filled: str) -> None:
    """Follow a link of the page, and record the step: its own fields are there alone."""
    text(play)
    page = play.page(BUREAU)
    page.get_by_role("link", name=link).first.click()
    for name, value in filled.items():
        field = page.locator(f"[name={name}]")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.locator("main form[method=post] .buttons button").click()
    assert page.get_by_role("alert").count() == 0, page.get_by_role("alert").inner_text()


def answered(play: Play, question: str, **about: str) -> None:
    told = {"question": question, "answer": "no", "source": "register", **about}
    play.office.do(PROSECUTOR, "find", play.case, "", seen=play.dossier.head, **told)


def it_is_recorded_and_nobody_is_arrested(play):
    step(play, "a notice stands beside the request", kind="red-notice", text="A-1234/1-2026")
    assert "6 parts are open" in text(play)
    play.is_barred(COURT, "arrest", "P1", by=["the check of the notice is open", "policy of this system"], drawn=False)


def each_part_is_answered_by_a_named_person(play):
    for question in ("person.refugee_here", "person.refugee_elsewhere", "person.asylum_pending"):
        answered(play, question, about="P1")
    for question in ("notice.predominantly_political", "offence.purely_military", "notice.contrary_to_human_rights",
                     "notice.proceedings_moved_elsewhere", "notice.conduct_not_described"):  # fmt: skip
        answered(play, question)
    step(play, "whether it is in force", text="message of the General Secretariat")
    step(play, "sees the warrant", text="copy of the warrant")
    assert "one part is open" in text(play)
    assert "the Commission for the Control of INTERPOL's Files has" in text(play, PROSECUTOR)


def the_commission_decides_within_its_limit_and_nothing_rests_on_the_notice(play):
    step(play, "The Commission was asked", wish="deletion", lodger="counsel")
    assert "days left" in text(play)
    step(play, "found admissible", admissible="yes")
    step(play, "It was decided", ruled="granted")
    assert "nothing rests on it any more" in text(play)
    by = ["the notice beside the request was deleted or refused"]
    play.is_barred(COURT, "arrest", "P1", by=by, drawn=False)
    told = play.fill_in(COURT, "arrest", "P1", rests_on="request")
    assert "notice" not in told


def its_copies_are_followed_until_they_are_gone(play):
    step(play, "A copy was found", place="police-database", text="national list of wanted persons")
    for place in ("border-system", "diffusion", "other-state"):
        play.send(BUREAU, "track-notice", step="none-found", place=place)
    step(play, "Deletion was asked for")
    step(play, "It is gone")
    assert "confirmed gone" in text(play)
    found = notice_of(play.dossier)
    assert found is not None
    assert not found.places_open
