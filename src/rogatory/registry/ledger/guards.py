"""What the database itself refuses: to change or delete what was journaled.

The triggers stop mistakes and honest administrators. Whoever may drop a trigger is stopped by nobody here; the tree,
the receipts and the witnesses find out afterwards.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

FIXED = ("entry", "node", "checkpoint", "cosignature", "timestamp", "erasure", "burial")
"""Tables of which no row ever changes or goes."""
KEPT = (*FIXED, "secret", "head", "original")
"""Those, and the tables of which a row goes only with its tombstone, or never but changes."""
TOMBSTONE = "journal.erase"
"""The act of the entry that stands for what was erased."""

_APPEND_ONLY = "the journal is append-only"
_NO_TOMBSTONE = "a secret goes only with its tombstone"
_NO_BURIAL = "an original goes only with its tombstone"
_NO_ERASURE = "no tombstone of that number"
_HEAD = "the journal never shrinks"

_BURIED = "EXISTS (SELECT 1 FROM ledger_erasure e WHERE e.seq = OLD.seq AND e.field = OLD.field)"
_UNDERGROUND = "EXISTS (SELECT 1 FROM ledger_burial b WHERE b.digest = OLD.digest AND b.entry = OLD.entry)"
_STANDS = f"EXISTS (SELECT 1 FROM ledger_entry e WHERE e.seq = NEW.tombstone AND e.act = '{TOMBSTONE}')"  # noqa: S608

Rule = tuple[str, str, str, str, str]
"""Name, table, event, condition under which it is refused (empty: always), and what is said."""


def _rules(there: frozenset[str] = frozenset({"ledger_burial"})) -> list[Rule]:
    """The rules, as far as the tables they speak of are there."""
    rules: list[Rule] = []
    # Before there were burials, no original went at all.
    never = f"NOT {_UNDERGROUND}" if "ledger_burial" in there else ""
    for table in FIXED:
        rules += [(f"{table}_{event.lower()}", table, event, "", _APPEND_ONLY) for event in ("UPDATE", "DELETE")]
    return [
        *rules,
        ("secret_update", "secret", "UPDATE", "", _APPEND_ONLY),
        ("secret_delete", "secret", "DELETE", f"NOT {_BURIED}", _NO_TOMBSTONE),
        ("erasure_insert", "erasure", "INSERT", f"NOT {_STANDS}", _NO_ERASURE),
        ("original_update", "original", "UPDATE", "", _APPEND_ONLY),
        ("original_delete", "original", "DELETE", never, _NO_BURIAL),
        ("burial_insert", "burial", "INSERT", f"NOT {_STANDS}", _NO_ERASURE),
        ("head_update", "head", "UPDATE", "NEW.size < OLD.size", _HEAD),
        ("head_delete", "head", "DELETE", "", _HEAD),
    ]


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers, in SQLite or PostgreSQL, of the tables that are there: a later migration brings more."""
    there = frozenset(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for statement in _sqlite(there) if connection.vendor == "sqlite" else _postgresql(there):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, as a migration that rebuilds a table must; it has to install them again."""
    there = frozenset(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for name, table, *_ in _rules():
            if f"ledger_{table}" not in there:
                continue
            on = "" if connection.vendor == "sqlite" else f" ON ledger_{table}"
            cursor.execute(f"DROP TRIGGER IF EXISTS ledger_{name}{on}")
        if connection.vendor == "postgresql":
            for table in KEPT:
                if f"ledger_{table}" not in there:
                    continue
                cursor.execute(f"DROP TRIGGER IF EXISTS ledger_{table}_truncate ON ledger_{table}")


def _sqlite(there: frozenset[str]) -> list[str]:
    return [
        f"CREATE TRIGGER ledger_{name} BEFORE {event} ON ledger_{table} {f'WHEN {when}' if when else ''} "
        f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
        for name, table, event, when, said in _rules(there)
        if f"ledger_{table}" in there
    ]


def _postgresql(there: frozenset[str]) -> list[str]:
    # A condition with a subquery is not allowed in WHEN, so the function of each rule asks it.
    statements = []
    for name, table, event, when, said in (rule for rule in _rules(there) if f"ledger_{rule[1]}" in there):
        gone = "OLD" if event == "DELETE" else "NEW"
        function = f"ledger_{name}()"
        refusal = f"RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'"
        body = f"BEGIN IF {when or 'TRUE'} THEN {refusal}; END IF; RETURN {gone}; END"
        statements.append(f"CREATE OR REPLACE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        statements.append(
            f"CREATE TRIGGER ledger_{name} BEFORE {event} ON ledger_{table} FOR EACH ROW EXECUTE FUNCTION {function}"
        )
    return statements + [
        f"CREATE TRIGGER ledger_{table}_truncate BEFORE TRUNCATE ON ledger_{table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_delete()"
        for table in KEPT
        if f"ledger_{table}" in there
    ]


def privileges(role: str) -> str:
    """SQL for PostgreSQL that leaves the role of the running registry no more than it needs.

    To be run by the owner of the tables, who must be another role than the registry's: an owner can take every right
    back. Again after each upgrade, which may bring new tables.

    Args:
        role: Name of the role; it is quoted here.
    """
    name = '"' + role.replace('"', '""') + '"'
    fixed = ", ".join(f"ledger_{table}" for table in FIXED)
    return "\n".join(
        [
            f"GRANT USAGE ON SCHEMA public TO {name};",
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name};",
            f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name};",
            f"REVOKE ALL ON {fixed}, ledger_secret, ledger_original, ledger_head FROM {name}, PUBLIC;",
            f"GRANT SELECT, INSERT ON {fixed} TO {name};",
            f"GRANT SELECT, INSERT, DELETE ON ledger_secret, ledger_original TO {name};",
            f"GRANT SELECT, INSERT, UPDATE ON ledger_head TO {name};",
        ]
    )
