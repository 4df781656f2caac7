"""A seizure of a case on a real database: sealed from a folder, opened by an act, read, and found by its paths."""

from datetime import timedelta
from email.message import EmailMessage

import psycopg
from django.conf import settings
from django.utils import timezone
from psycopg import sql

from rogatory.law.acts import Role
from rogatory.law.vocabulary import material
from rogatory.material.questions import Asked
from rogatory.office.filing import REVIEW
from rogatory.registry.cases import door
from rogatory.registry.jobs.models import Job
from rogatory.registry.review import reading, sealing
from rogatory.registry.review.readable import called, ledger_of, readable
from rogatory.sifting.budget import Budget
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.postgres import Postgres, schema

CLEAN = {
    "privilege": {material.privilege.id: "none", material.asylum_data.id: "no"},
    "scope": {material.relevance.id: "in-scope"},
    "origin": {material.ill_treatment_origin.id: "no"},
    "proportionality": {material.proportionate.id: "yes", material.other_opponents.id: "no"},
}
"""Answers that withhold nothing."""
PRIVILEGED = {material.privilege.id: "confirmed", material.asylum_data.id: "no"}
FILES = {
    "accounts/2024.txt": b"The invoices of the year two thousand and twenty-four, paid on time and in full.",
    "accounts/copy.txt": b"The invoices of the year two thousand and twenty-four, paid on time and in full.",
    "letters/to-client.txt": b"Dear client, as your lawyer I advise you to say nothing before I have read the file.",
    "empty.bin": b"",
}


def message(**parts):
    """A message with what is attached to it, as it lies in a folder."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", "the file you asked for"
    made["Message-ID"] = "<one@example.org>"
    made.set_content("You find it attached.")
    for name, text in parts.items():
        made.add_attachment(text, filename=f"{name}.txt")
    return made.as_bytes()


class Seizing:
    """A case of the office in which something was seized from P1, and the acts on it."""

    def __init__(self, office, folder, files=None, case="", name="S-1"):
        self.office, self.name = office, name
        self.case = case or office.register()
        if settings.LEDGER:
            # Numbers of cases begin anew with each test, and a server forgets nothing.
            Ledger(Postgres(settings.LEDGER, called(self.case, self.name))).drop()
        for role in (Role.PRIVILEGE_OBSERVER, Role.COUNSEL, Role.PERSON_CONCERNED, Role.LIAISON):
            office.mandate(role, self.case)
        self.source = folder / "desk"
        for path_, data in (FILES if files is None else files).items():
            path = self.source / path_
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def seal(self):
        return sealing.seal(
            self.office.accounts[Role.INVESTIGATING_JUDGE], self.case, self.name, [self.source], holder="P1"
        )

    def open(self):
        told = {"present": "the delegate of the bar", "ground": "order 12 of the investigating judge"}
        return self.do(Role.INVESTIGATING_JUDGE, "open-seal", seen=self.office.head(Role.CLERK, self.case), **told)

    def read(self):
        reading.read(self.case, self.name, processes=1, budget=Budget(ocr=False))
        # The worker was asked to when the seal was opened; here it is done already.
        Job.objects.filter(about=called(self.case, self.name)).delete()
        return self

    def do(self, role, act, *, seen=None, **form):
        # What a screen has just found nobody can have seen yet.
        at = timezone.now() + timedelta(minutes=2) if act in REVIEW else None
        return door.do(self.office.accounts[role], act, self.case, self.name, form, seen=seen, at=at)

    def ledger(self):
        return ledger_of(readable(self.case, self.name))

    def keep_ledger(self):
        """Remember the ledger as it is, where no folder holds it: `put_ledger_back`."""
        self._on_server("CREATE TABLE {1} AS TABLE {0}")

    def put_ledger_back(self):
        """The ledger as it was remembered, where no folder holds it; a test undoes what it did elsewhere."""
        self._on_server("TRUNCATE {0}; INSERT INTO {0} OVERRIDING SYSTEM VALUE TABLE {1}")

    def _on_server(self, told):
        if settings.LEDGER:
            place = sql.Identifier(schema(called(self.case, self.name)))
            with psycopg.connect(settings.LEDGER) as db:
                db.execute(sql.SQL("SET search_path TO {}").format(place))
                tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename !~ '^kept'"
                for (table,) in db.execute(tables + " AND tablename <> 'changed'").fetchall():
                    db.execute(sql.SQL(told).format(sql.Identifier(table), sql.Identifier(f"kept_{table}")))
                db.execute("UPDATE changed SET times = times + 1")

    def item(self, name):
        """The identifier of what lay at a path."""
        ledger = self.ledger()
        try:
            (found,) = [ident for ident, _, path, _, _ in ledger.all_items() if path == name.encode()]
        finally:
            ledger.close()
        return found

    def all_four(self, *names):
        """Every question of these items answered by the court, so that nothing withholds."""
        for item in map(self.item, names):
            for asked in CLEAN:
                self.answer(Role.COURT, asked, item)

    def answer(self, role, asked, *items, values=None, **more):
        asked = Asked(asked).value
        form = {"asked": asked, "values": values or CLEAN[asked], "reasons": "read it", **more}
        return self.do(role, "answer-item", items=list(items), **form)


def opened(office, folder, files=None, case="", name="S-1"):
    """A seizure that was sealed, opened and read."""
    made = Seizing(office, folder, files, case, name)
    made.seal()
    made.open()
    return made.read()
