"""An entry of a register as it is stored, and back."""

from pydantic import TypeAdapter

from rogatory.registers.model import RegisterEntry

_FORM: TypeAdapter[RegisterEntry] = TypeAdapter(RegisterEntry)


def written(entry: RegisterEntry) -> str:
    """An entry as it is stored."""
    return _FORM.dump_json(entry).decode()


def read(told: str) -> RegisterEntry:
    """The entry that was stored so."""
    return _FORM.validate_json(told)
