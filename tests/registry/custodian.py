"""A custodian's own installation, as a process: a register of protection, and the account of an office that asks it.

    python -m tests.registry.custodian FOLDER

It prints its port and the token of that account, and serves until it is ended.
"""

import os
import sys
from pathlib import Path
from wsgiref.simple_server import make_server


def main(folder: str) -> None:
    """Open the installation in a folder, and serve it."""
    os.environ |= {"ROGATORY_DATA": folder, "DJANGO_SETTINGS_MODULE": "rogatory.registry.settings",
                   "ROGATORY_LOG_LEVEL": "ERROR"}  # fmt: skip
    os.environ.pop("DATABASE_URL", None)
    os.environ.pop("ROGATORY_CUSTODIANS", None)
    from rogatory.registry import serving

    serving.make_secret(Path(folder))
    serving.set_up()
    from rogatory.law.acts import Role
    from rogatory.registry.wsgi import application
    from tests.registry.api import token_of
    from tests.registry.keeping import bring, granted, keeping
    from tests.registry.office import DAY

    office = keeping()
    bring(office, granted())
    asking = {"account": office.accounts[Role.STANDING_QUERY], "role": "standing query", "since": DAY}
    office.do(Role.ADMINISTRATOR, "appoint", "", mandate={**asking, "register": "protection"})
    with make_server("127.0.0.1", 0, application) as server:
        print(server.server_port, token_of(office.accounts[Role.STANDING_QUERY]), flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
