"""Papers of which something is hidden, and the acts that hide it: for tests of redacted forms."""

from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.review.folded import review_of
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal
from rogatory.registry.review import judging
from tests.packaging.test_redacting import paper
from tests.registry.seizing import CLEAN, PRIVILEGED

WORDS = "my sister left by the northern road in the night of the fourth"
LETTER = (
    f"Dear colleague,\n\nthe invoices of March are paid. As I told you, {WORDS}. The rest of the goods comes in May.\n"
)
FILES = {
    "letter.txt": LETTER.encode(),
    "copy/letter.txt": LETTER.encode(),
    "draft.txt": f"A note for myself: {WORDS.upper()}, nobody knows of it but the two of us and the driver.".encode(),
    "plain.txt": b"The warehouse on the quay is closed on Sundays and on the holidays of the harbour.",
    "scan.pdf": paper(["Receipt of the month of May", "paid by Karin Holt in cash", "with thanks"]),
}
NAMES = {name: f"desk/{name}" for name in FILES}


def marks(text=LETTER, words=WORDS, ground="protected person"):
    start = text.index(words)
    return {"passages": [{"start": start, "end": start + len(words), "ground": ground}], "reasons": "she is at risk"}


def redact(granted, name="letter.txt", role=Role.COURT, **form):
    item = granted.seizing.item(NAMES[name])
    return granted.seizing.do(role, "redact-item", item=item, **(form or marks()))


def forms(granted):
    stream = seizure_stream(granted.case, "S-1")
    return list(review_of(journal.entries_of(stream)).redacted.values())


def clean(granted, *items):
    for item in items:
        for asked in CLEAN:
            granted.seizing.answer(Role.COURT, asked, item)


def withheld(granted, item):
    granted.seizing.answer(Role.COURT, "privilege", item, values=PRIVILEGED)


def seen(granted):
    ledger = granted.seizing.ledger()
    try:
        return judging.seen_as(granted.case, "S-1", ledger, timezone.now())
    finally:
        ledger.close()
