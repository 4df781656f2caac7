"""The sample files, and registers to bring them into."""

from pathlib import Path

from rogatory.registers.imported import Imported, Report
from rogatory.registers.model import Register, RegisterEntry, RegisterKind

SAMPLES = Path(__file__).parents[2] / "docs" / "examples" / "registers"


def register(kind: str = "notices") -> Register:
    return Register("sample", RegisterKind(kind), "A sample", "The office", "2031-02-01")


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def left_out(report: Report) -> list[str]:
    return [str(one) for one in report.left_out]


def unused(report: Report) -> dict[str, int]:
    return {one.what: one.times for one in report.unused}


def only(imported: Imported) -> RegisterEntry:
    (entry,) = imported.register.entries
    return entry
