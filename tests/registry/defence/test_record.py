"""What is on record about the state that asks, as the person and counsel read it."""

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.registry.defence.wording import LANGUAGES, table
from rogatory.registry.states import door as states
from tests.office.test_recording import FORM


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_person_reads_each_entry_with_its_source_and_what_the_state_says(door, language):
    state, account = fold(door.entries).case.request.requesting, door.office.accounts[Role.CENTRAL_AUTHORITY]
    kept = states.put(account, "enter-on-record", state, form=FORM)
    reply = {"reply": "It denies it.", "source": "A note", "on": "2026-03-01"}
    states.put(account, "answer-on-record", state, kept.result.entry.object, reply)
    door.client(Role.PERSON_CONCERNED).post("/defence/language", {"language": language})
    page = door.get(Role.PERSON_CONCERNED, "/state")
    for told in (FORM["says"], FORM["source"], "It denies it.", table(language)["record.reply"].replace("'", "&#x27;")):
        assert told in page
