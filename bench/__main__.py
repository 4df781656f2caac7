"""`python -m bench`: what is measured beside others needs their packages, which `make bench` installs."""

import sys


def main() -> int:
    """Run what the command line asks for, or say what is not installed."""
    try:
        from bench import commands  # noqa: PLC0415 - what it imports may be missing
    except ModuleNotFoundError as error:
        if str(error.name).startswith(("bench", "rogatory", "tests")):
            raise
        print(f"{error.name} is not installed: run `make .venv/.bench` first, from the root", file=sys.stderr)
        return 2
    return commands.main()


if __name__ == "__main__":
    sys.exit(main())
