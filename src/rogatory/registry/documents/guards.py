"""What the database itself refuses: to change words that are kept, or to lose what was signed.

The words of a draft go when those of its entry are erased, and not before the tombstone stands; so do the files in
which drafts of that case came back. What was signed does not go.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("text", "paper", "upload")
"""Tables of which no row ever changes."""
_SIGNED = """EXISTS (SELECT 1 FROM documents_paper p WHERE p.text = OLD.digest AND p."case" = OLD."case")"""
_NO_TOMBSTONE = "the words of a draft go only with the tombstone of their entry"
_BURIED = "EXISTS (SELECT 1 FROM ledger_erasure e WHERE e.field = 'written' AND OLD.entry IN (e.seq, -1))"
_CASE_BURIED = """EXISTS (SELECT 1 FROM ledger_erasure e JOIN ledger_entry n ON n.seq = e.seq
WHERE e.field = 'written' AND n."case" = OLD."case")"""

Rule = tuple[str, str, str, str, str]
"""Name, table, event, condition under which it is refused (empty: always), and what is said."""
RULES: tuple[Rule, ...] = (
    *((f"{table}_update", table, "UPDATE", "", "words that are kept do not change") for table in TABLES),
    ("paper_delete", "paper", "DELETE", "", "what was signed is kept"),
    ("text_delete", "text", "DELETE", _SIGNED, "what was signed is kept"),
    ("text_unburied", "text", "DELETE", f"NOT {_BURIED}", _NO_TOMBSTONE),
    ("upload_delete", "upload", "DELETE", f"NOT {_CASE_BURIED}", _NO_TOMBSTONE),
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers, in SQLite or PostgreSQL."""
    with connection.cursor() as cursor:
        for rule in RULES:
            for statement in _sqlite(*rule) if connection.vendor == "sqlite" else _postgresql(*rule):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, as a migration that rebuilds a table must; it has to install them again."""
    with connection.cursor() as cursor:
        for name, table, *_ in RULES:
            on = "" if connection.vendor == "sqlite" else f" ON documents_{table}"
            cursor.execute(f"DROP TRIGGER IF EXISTS documents_{name}{on}")


def _sqlite(name: str, table: str, event: str, when: str, said: str) -> list[str]:
    hung = f"CREATE TRIGGER documents_{name} BEFORE {event} ON documents_{table} {f'WHEN {when}' if when else ''} "
    return [hung + f"BEGIN SELECT RAISE(ABORT, '{said}'); END"]


def _postgresql(name: str, table: str, event: str, when: str, said: str) -> list[str]:
    # A condition with a subquery is not allowed in WHEN, so the function of each rule asks it.
    gone = "OLD" if event == "DELETE" else "NEW"
    refusal = f"RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'"
    body = f"BEGIN IF {when or 'TRUE'} THEN {refusal}; END IF; RETURN {gone}; END"
    hung = f"CREATE TRIGGER documents_{name} BEFORE {event} ON documents_{table} FOR EACH ROW "
    return [
        f"CREATE OR REPLACE FUNCTION documents_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        hung + f"EXECUTE FUNCTION documents_{name}()",
    ]
