"""What the acts on a seizure write down: from the form to the fields, and what stands against them."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from rogatory.law.acts import DESTROY_MATERIAL, OPEN_SEAL, RETURN_MATERIAL, Act
from rogatory.office.acts import parts
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.acts.plain import rows, words
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import GIVE_INVENTORY, SEAL_MATERIAL
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.seizures import ENTIRE, NAME, held, sealed_so, seizures_of

_HEX = re.compile("[0-9a-f]{64}")
_COUNTS = ("entries", "files", "bytes", "unreadable")
MOST_LISTED = 10_000
"""Items or contents named in one form; what is more is named as a whole."""


def _sealed(doing: Doing) -> Fields:
    """The seal: its root, and how much it covers. What is inside is told by nothing but the manifest."""
    form, ident = doing.form, parts.text(doing.form, "seizure", "Call it S-1, S-2 and so on")
    if not NAME.fullmatch(ident):
        raise FormError("seizure", f"{ident!r} is no name", "Write a capital, then letters, digits and hyphens: S-1")
    root = parts.text(doing.form, "root", "Give the root of the manifest")
    if not _HEX.fullmatch(root):
        raise FormError("root", f"{root!r} is no digest", "Write SHA-256 in 64 small hexadecimal digits")
    there = seizures_of(doing.the_case.entries)
    if ident in there:
        same = "with this root" if sealed_so(there, ident, root) else "with another root"
        raise FormError("seizure", f"{ident} is sealed already, {same}", "Give what is sealed now a name of its own")
    counts = {part: form.get(part, 0) for part in _COUNTS}
    for part, count in counts.items():
        if not isinstance(count, int) or isinstance(count, bool) or count < (part == "entries"):
            raise FormError(part, f"{count!r} is no number of them", "Write what the manifest says")
    holder = parts.text(
        doing.form, "holder", "Say who it was taken from: a person of the case by identifier, or in words"
    )
    return {"seals": {"seizure": ident, "root": root, **counts, "holder": holder}}


def _opened(doing: Doing) -> Fields:
    told = {part: parts.text(doing.form, part, mend) for part, mend in (
        ("present", "Say who was there: the holder, counsel, the delegate of the bar"),
        ("ground", "Name the decision or provision by which it may be read"),
    )}  # fmt: skip
    return {"opens": told}


def _inventory(doing: Doing) -> Fields:
    there = held(doing.the_case.entries)
    ident = str(doing.form.get("seizure") or (there[0] if len(there) == 1 else ""))
    if ident not in there:
        raise FormError("seizure", f"the case holds no seizure {ident!r}", f"It holds: {', '.join(there) or 'none'}")
    items = _listed(doing, words(doing.form.get("items"), "items"), "items")
    until = _day_to_come(doing, "until")
    return {"inventory": {"seizure": ident, "until": until.isoformat(), **({"items": items} if items else {})}}


def _gone(doing: Doing) -> Fields:
    """The certificate: what it covers by digests or in words, neither meaning everything, and on what ground."""
    form = doing.form
    seized = seizures_of(doing.the_case.entries)[doing.object]
    contents = [_content(row, place) for place, row in enumerate(rows(form.get("contents"), "contents"))]
    _listed(doing, [one["sha256"] for one in contents], "contents")
    things = words(form.get("things"), "things")
    told: Fields = {
        "contents": contents,
        "things": things if things or contents else [ENTIRE],
        "holder": str(form.get("holder") or seized.holder).strip(),
        "ground": parts.text(doing.form, "ground", "Name the decision or provision it rests on"),
    }
    if doing.act is DESTROY_MATERIAL:
        told["method"] = parts.text(doing.form, "method", "Say how copies and backups are destroyed")
    more = {part: str(form.get(part) or "").strip() for part in ("witness", "kept")}
    return {"certificate": told | {part: value for part, value in more.items() if value}}


def _content(row: Mapping[str, object], place: int) -> Fields:
    found = {part: row.get(part) for part in ("sha256", "blake3", "size")}
    for part in ("sha256", "blake3"):
        if not isinstance(found[part], str) or not _HEX.fullmatch(str(found[part])):
            raise FormError(f"contents[{place}].{part}", "it is no digest", "Write it as the manifest has it")
    if not isinstance(found["size"], int) or isinstance(found["size"], bool):
        raise FormError(f"contents[{place}].size", "it is no number of bytes", "Write it as the manifest has it")
    return found


def _listed(doing: Doing, named: list[str], field: str) -> list[str]:
    if len(named) > MOST_LISTED or len(set(named)) < len(named):
        raise FormError(field, "there are too many, or one stands twice", f"Name at most {MOST_LISTED:,}, each once")
    if strange := next((one for one in named if not _HEX.fullmatch(one)), None):
        raise FormError(field, f"{strange!r} names none", "Write the identifier in 64 small hexadecimal digits")
    return named


def _day_to_come(doing: Doing, field: str) -> date:
    told = str(doing.form.get(field) or "").strip()
    try:
        day = date.fromisoformat(told)
    except ValueError as error:
        raise FormError(field, f"{told!r} is no day", "Write the last day to object, as 2026-03-01") from error
    if day <= doing.on:
        raise FormError(field, f"{day} is not to come", "Leave time to read the inventory and to object")
    return day


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {
        SEAL_MATERIAL.id: _sealed,
        OPEN_SEAL.id: _opened,
        GIVE_INVENTORY.id: _inventory,
        RETURN_MATERIAL.id: _gone,
        DESTROY_MATERIAL.id: _gone,
    }
)
"""What each act on a seizure records."""


def seizure_obstacles(act: Act, dossier: Dossier) -> Iterator[Obstacle]:
    """What stands against an act on a seizure because of what is challenged.

    While a remedy runs nothing is destroyed: what the court may need to see is kept, and so is what it may give back.

    Args:
        act: The act.
        dossier: The case.
    """
    if act is DESTROY_MATERIAL and dossier.remedies:
        text = f"a remedy runs: {', '.join(dossier.remedies)}"
        yield Obstacle(Hurdle.HOLD, text, "ECHR Art. 13", "the final decision on every remedy")
