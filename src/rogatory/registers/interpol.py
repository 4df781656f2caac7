"""INTERPOL's public notices, as its web service gives them (ws-public.interpol.int, notices v1).

A file holds one notice, a list of them, or a page of a search. Public notices are those the states that asked for them
wanted public: of the others, and of what was withdrawn, the service knows nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rogatory.intake.countries import is_country
from rogatory.intake.errors import CaseFileError, Fault
from rogatory.intake.words import shown
from rogatory.registers.imported import Gatherer, Imported, identifier, unknown
from rogatory.registers.json_source import read_json
from rogatory.registers.model import Register
from rogatory.states.tables import state_name

_READ = (
    "entity_id", "forename", "name", "date_of_birth", "nationalities", "sex_id", "place_of_birth",
    "country_of_birth_id", "arrest_warrants",
)  # fmt: skip
_ADDRESSES = ("_links", "_embedded")
"""Addresses of pages and pictures; the notice's own is its source."""
_OF_A_WARRANT = ("charge", "charge_translation", "issuing_country_id")
_SEXES = {"F": "f", "M": "m"}
_COLOURS = {"red": "red", "blue": "blue"}
_SUBJECT = "subject"


class _WrongError(ValueError):
    """A notice that is not in the form the service gives."""


def read_notices(data: bytes, name: str, into: Register) -> Imported:
    """Read public notices.

    Args:
        data: The bytes of the file.
        name: Its name, for messages and as the source of a notice without an address.
        into: The register of notices they come into.

    Raises:
        CaseFileError: It is no JSON, or holds no notices.
    """
    gatherer = Gatherer(into)
    for number, notice in enumerate(_notices(read_json(data, name), name), 1):
        gatherer.read += 1
        place = f"notice {number}"
        if not isinstance(notice, Mapping):
            gatherer.leave_out(place, "", "a notice was expected. Save the answer of the service once more.")
            continue
        try:
            values = _Notice(notice, place, name, gatherer).values()
        except _WrongError as error:
            gatherer.leave_out(place, *error.args)
        else:
            gatherer.take(values, place)
    return gatherer.made()


def _notices(value: Any, name: str) -> list[Any]:  # noqa: ANN401 - JSON values
    match value:
        case list():
            return value
        case {"_embedded": {"notices": list() as notices}}:
            return notices
        case {"entity_id": _} | {"name": _}:
            return [value]
        case _:
            mend = "Give one notice, a list of them, or a page of a search."
            raise CaseFileError(name, (Fault(1, "", "no notices were found", mend),))


@dataclass(frozen=True, slots=True)
class _Notice:
    notice: Mapping[str, Any]
    place: str
    file: str
    gatherer: Gatherer

    def values(self) -> dict[str, Any]:
        for field in unknown(self.notice, (*_READ, *_ADDRESSES)):
            self.gatherer.not_used(field, self.place)
        number = self._text(self.notice, "entity_id")
        if not number:
            msg = "it is missing. A notice is found again by it."
            raise _WrongError("entity_id", msg)
        address = self._address()
        colour = next((c for c in address.split("/") if c in ("red", "blue", "yellow", "un")), "")
        warrants = list(self._warrants())
        colour = colour or ("red" if warrants else "")
        states = dict.fromkeys(w["state"] for w in warrants if "state" in w)
        return {
            "id": number.replace("/", "-") if number.replace("/", "").isdigit() else identifier(number),
            "title": f"{colour.capitalize()} notice {number}".strip(),
            "status": "published",
            "by": "INTERPOL",
            "against": list(states),
            "persons": [{"id": _SUBJECT, **self._identity()}],
            "proceedings": warrants,
            "references": [number],
            "source": address or f"{self.file}, {self.place}",
            **({"form": _COLOURS[colour]} if colour in _COLOURS else {}),
        }

    def _identity(self) -> dict[str, Any]:
        text = self._text
        full = " ".join(part for part in (text(self.notice, "forename"), text(self.notice, "name")) if part)
        sex, born = text(self.notice, "sex_id"), text(self.notice, "date_of_birth")
        if sex and sex not in _SEXES and sex != "U":
            self.gatherer.not_used(f"sex_id {shown(sex)}", self.place)
        country = self._state(self.notice, "country_of_birth_id")
        places = [text(self.notice, "place_of_birth"), state_name(country) if country else ""]
        return {
            "names": [full] if full else [],
            "born": [born] if born else [],
            "nationalities": list(self._nationalities()),
            "places": [place for place in places if place],
            **({"sex": _SEXES[sex]} if sex in _SEXES else {}),
        }

    def _nationalities(self) -> Iterator[str]:
        for code in self._list("nationalities"):
            if isinstance(code, str) and is_country(code):
                yield code
            else:
                self.gatherer.not_used(f"nationality {shown(code)}", self.place)

    def _warrants(self) -> Iterator[dict[str, Any]]:
        for number, warrant in enumerate(self._list("arrest_warrants"), 1):
            if not isinstance(warrant, Mapping):
                msg = "a mapping was expected. Save the answer of the service once more."
                raise _WrongError(f"arrest_warrants[{number - 1}]", msg)
            for field in unknown(warrant, _OF_A_WARRANT):
                self.gatherer.not_used(f"arrest_warrants.{field}", self.place)
            state = self._state(warrant, "issuing_country_id")
            charges = dict.fromkeys(self._text(warrant, field) for field in ("charge", "charge_translation"))
            yield {
                "id": f"warrant-{number}",
                "offences": [{"text": charge} for charge in charges if charge],
                "parties": [{"person": _SUBJECT}],
                **({"state": state} if state else {}),
            }

    def _address(self) -> str:
        match self.notice.get("_links"):
            case {"self": {"href": str() as address}} if 0 < len(address) <= 400:  # noqa: PLR2004 - as long as a source
                return address
        return ""

    def _state(self, where: Mapping[str, Any], field: str) -> str:
        code = self._text(where, field)
        if code and not is_country(code):
            self.gatherer.not_used(f"{field} {shown(code)}", self.place)
            return ""
        return code

    def _list(self, field: str) -> list[Any]:
        value = self.notice.get(field)
        if value is not None and not isinstance(value, list):
            msg = "a list was expected. Save the answer of the service once more."
            raise _WrongError(field, msg)
        return value or []

    def _text(self, where: Mapping[str, Any], field: str) -> str:
        value = where.get(field)
        if value is not None and not isinstance(value, str):
            msg = "text was expected. Save the answer of the service once more."
            raise _WrongError(field, msg)
        return (value or "").strip()
