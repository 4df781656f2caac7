"""A client of the API: small, typed, and with nothing but the standard library.

    office = Client("https://registry.example", token)
    for case in office.cases(state="KZ"):
        print(case["case"], case["grant"])
    head = office.case("2026-000012").head
    office.act("2026-000012", "refuse", "search", seen=head, reasons="a refugee from that state")

What cannot be done raises `Refused`, which holds the problem as the registry told it, obstacles and sources included.
"""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

Json = dict[str, Any]


class Refused(Exception):  # noqa: N818 - it is not an error of the program
    """The registry answered with a problem (RFC 9457).

    Attributes:
        status: HTTP status.
        problem: The problem, as it was told.
    """

    def __init__(self, status: int, problem: Json) -> None:
        self.status = status
        self.problem = problem
        super().__init__(f"{status}: {problem.get('detail') or problem.get('title') or 'no reason was given'}")

    @property
    def kind(self) -> str:
        """Kind of problem: role, unknown, barred, stale, form ..."""
        return str(self.problem.get("type", "")).rpartition("/")[2]

    @property
    def obstacles(self) -> list[Json]:
        """What stands against the act, each with its source and what would lift it."""
        return list(self.problem.get("obstacles", ()))


@dataclass(frozen=True, slots=True)
class CaseRead:
    """A case as it was read.

    Attributes:
        head: Number of the last entry that changed it: what an act says it was judged on.
        told: The case, as far as the mandate shows it.
    """

    head: int
    told: Json


class _NoRedirect(HTTPRedirectHandler):
    """A token is for one address, and follows no redirect to another."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        return None


class Client:
    """The registry at an address, as the owner of a token sees it."""

    def __init__(self, address: str, token: str, *, timeout: float = 30, language: str = "en") -> None:
        """Name the registry (`https://registry.example`) and the token.

        Raises:
            ValueError: The address is not one of the web.
        """
        if not address.startswith(("https://", "http://")):
            msg = f"{address!r} is no address; write it like https://registry.example"
            raise ValueError(msg)
        self._base = f"{address.rstrip('/')}/api/v1"
        self._token = token
        self._timeout = timeout
        self._language = language
        self._opener = build_opener(_NoRedirect)

    def cases(self, **filters: str | int) -> Iterator[Json]:
        """The cases the account may know of, the newest registration first; filters: q, state, kind, grant."""
        address: str | None = f"/cases?{urlencode(filters)}"
        while address:
            page = self._told("GET", address)
            yield from page["cases"]
            address = page["next"] and page["next"].removeprefix("/api/v1")

    def case(self, case: str) -> CaseRead:
        """One case."""
        told = self._told("GET", f"/cases/{_in_path(case)}")
        return CaseRead(told["head"], told)

    def rulings(self, case: str, *, at: str = "", known_on: str = "") -> list[Json]:
        """The rulings of a case; days in ISO 8601, empty: today, and all that is known."""
        days = {name: day for name, day in (("at", at), ("known_on", known_on)) if day}
        return list(self._told("GET", f"/cases/{_in_path(case)}/rulings?{urlencode(days)}")["rulings"])

    def ruling(self, case: str, act: str, obj: str = "request") -> Json:
        """One ruling, with its reasons."""
        told: Json = self._told("GET", f"/cases/{_in_path(case)}/rulings/{_in_path(act)}/{_in_path(obj)}")
        return told

    def questions(self, case: str) -> list[Json]:
        """The questions that still matter, in the order to ask them."""
        return list(self._told("GET", f"/cases/{_in_path(case)}/questions"))

    def acts(self, case: str) -> list[Json]:
        """What the account's roles allow, open or barred."""
        return list(self._told("GET", f"/cases/{_in_path(case)}/acts"))

    def journal(self, case: str) -> Iterator[Json]:
        """What was done in a case, oldest first."""
        address: str | None = f"/cases/{_in_path(case)}/journal"
        while address:
            page = self._told("GET", address)
            yield from page["entries"]
            address = page["next"] and page["next"].removeprefix("/api/v1")

    def receipt(self, case: str, entry: int) -> str:
        """The receipt of an entry (`.tlog-proof`)."""
        return self._sent("GET", f"/cases/{_in_path(case)}/journal/{entry}/receipt", None, {}).decode()

    def get(self, path: str) -> Any:  # noqa: ANN401
        """Whatever stands at another path, such as `/law` or `/mandates`."""
        return self._told("GET", path)

    def register(self, file: Mapping[str, Any]) -> Json:
        """Register a request."""
        told: Json = self._told("POST", "/cases", {"file": file})
        return told

    def act(self, case: str, act: str, obj: str = "", *, seen: int | None = None, **form: Any) -> Json:  # noqa: ANN401
        """Do an act; `seen` is the head of the case it was judged on.

        Raises:
            Refused: It cannot be done; with every obstacle.
        """
        headers = {} if seen is None else {"If-Match": f'"{seen}"'}
        body = {"object": obj, "form": form}
        told: Json = self._told("POST", f"/cases/{_in_path(case)}/acts/{_in_path(act)}", body, headers)
        return told

    def staff(self, act: str, obj: str = "", **form: Any) -> Json:  # noqa: ANN401
        """Give (`appoint`) or end (`dismiss`) a mandate for every case of the office."""
        told: Json = self._told("POST", f"/office/acts/{_in_path(act)}", {"object": obj, "form": form})
        return told

    def round_trips(self, case: str) -> list[Json]:
        """The letters of a case that ask something: what of it is open, what came back, and whether it is overdue."""
        return list(self._told("GET", f"/cases/{_in_path(case)}/exchanges"))

    def limits(self, case: str) -> list[Json]:
        """The time limits of a case, each with its last day and, line by line, how that was found.

        None with a `last_day` of null is past: it does not run, or nobody knows from when.
        """
        return list(self._told("GET", f"/cases/{_in_path(case)}/limits"))

    def inquiries(self, case: str) -> list[Json]:
        """The allegations of a case: where each stands, its steps, what is open or overdue, the days left."""
        return list(self.get(f"cases/{_in_path(case)}/inquiries"))

    def protection(self, case: str) -> Json:
        """The compartment of protection, as far as it is open: persons, incidents side by side, and whether more is."""
        return dict(self._told("GET", f"/cases/{_in_path(case)}/protection"))

    def notice(self, case: str) -> Json | None:
        """The check of a notice, its copies and what was asked of the Commission; None: the case is about none."""
        told = self._told("GET", f"/cases/{_in_path(case)}/notice")
        return dict(told) if told else None

    def aftermath(self, case: str) -> Json:
        """Breaches with what follows each, reparation, and the sums per currency; amounts are text, never numbers."""
        return dict(self._told("GET", f"/cases/{_in_path(case)}/aftermath"))

    def seizures(self, case: str) -> list[Json]:
        """What was seized in a case: seals, and how much was answered; nothing of what the items say."""
        return list(self._told("GET", f"/cases/{_in_path(case)}/seizures"))

    def item(self, case: str, seizure: str, item: str) -> Json:
        """What stands of an item of a seizure; that it was opened is recorded."""
        path = f"/cases/{_in_path(case)}/seizures/{_in_path(seizure)}/items/{_in_path(item)}"
        return dict(self._told("GET", path))

    def plan(self, case: str, package: str, **told: Any) -> Json:  # noqa: ANN401
        """Plan a package of cleared items; the act `transmit` names its payload. See docs/api.md for what it takes."""
        return dict(self._told("POST", f"/cases/{_in_path(case)}/packages/{_in_path(package)}/plan", told))

    def links(self, case: str) -> list[Json]:
        """The links of a case with what is already known, as far as the account sees them.

        None never means that somebody is not protected.
        """
        return list(self._told("GET", f"/cases/{_in_path(case)}/links"))

    def registers(self) -> list[Json]:
        """The registers kept there, without what they hold."""
        return list(self._told("GET", "/registers"))

    def ask(self, register: str, case: str, purpose: str, persons: Iterable[Mapping[str, Any]], **more: Any) -> Json:  # noqa: ANN401
        """Ask a register about persons, as they stand in a case file, for a case and a purpose.

        The query is recorded before it is answered. That a register has nothing to add never means that somebody is not
        protected. `proceedings` and `relations` may be given besides.

        Raises:
            Refused: It may not be asked; with every obstacle.
        """
        body = {"case": case, "purpose": purpose, "persons": list(persons), **more}
        told: Json = self._told("POST", f"/registers/{_in_path(register)}/queries", body)
        return told

    def keep(self, register: str, act: str, document: str = "", *, written: str = "register", **form: Any) -> Json:  # noqa: ANN401
        """Open a register (`open-register`), bring entries in (`import-entries`, `put-entry`) or end one (`end-entry`).

        Args:
            register: Its identifier.
            act: The act.
            document: Text of the file that comes in; empty: none does.
            written: Format of the file: register, interpol or ftm.
            form: The form of the act.

        Raises:
            Refused: It cannot be done; with every obstacle or fault.
        """
        body = {"form": form, "document": document, "format": written}
        told: Json = self._told("POST", f"/registers/{_in_path(register)}/acts/{_in_path(act)}", body)
        return told

    def states(self) -> list[Json]:
        """The states with something on record there; one that is not among them is not cleared by that."""
        return list(self._told("GET", "/states"))

    def state(self, state: str) -> Json:
        """What is on record about a state (two letters), what follows from it in law, and what was seen there."""
        return dict(self._told("GET", f"/states/{_in_path(state)}"))

    def put_on_record(self, state: str, act: str, entry: str = "", **form: Any) -> Json:  # noqa: ANN401
        """Put a fact on the record of a state, the state's reply beside one, or replace one. See docs/states.md.

        Args:
            state: Two letters.
            act: `enter-on-record`, `answer-on-record` or `replace-on-record`.
            entry: The entry replied to or replaced; empty: a new one.
            form: The form of the act.

        Raises:
            Refused: It cannot be done; with every obstacle or fault.
        """
        body = {"entry": entry, "form": form}
        return dict(self._told("POST", f"/states/{_in_path(state)}/acts/{_in_path(act)}", body))

    def bring(self, name: str, data: bytes, *, case: str = "") -> Json:
        """Bring a document in as it came; `case` is the case it is said to belong to.

        Raises:
            Refused: It may not be brought in, or is too large.
        """
        return self._file(f"/mail?{urlencode({'case': case})}", name, data)

    def look_at(self, name: str, data: bytes, *, confirm: bool = False, **told: str) -> Json:
        """What would come of a file about states, row by row; with `confirm` it is done (`told`: docs/states.md).

        Raises:
            Refused: It cannot be read or done; with every obstacle or fault.
        """
        return self._file(f"/states/data?{urlencode({**told, 'confirm': str(confirm).lower()})}", name, data)

    def _file(self, address: str, name: str, data: bytes) -> Json:
        between = secrets.token_hex(16)
        plain = "".join(c for c in name if c.isprintable() and c not in '"\\/') or "document"
        head = f'--{between}\r\nContent-Disposition: form-data; name="file"; filename="{plain}"\r\n'
        body = (
            head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data + f"\r\n--{between}--\r\n".encode()
        )
        kind = {"Content-Type": f"multipart/form-data; boundary={between}"}
        return dict(json.loads(self._sent("POST", address, body, kind)))

    def letters(self, *, waiting: bool = True) -> list[Json]:
        """What came in, the newest first; without `waiting` also what belongs to a case or was put away."""
        return list(self._told("GET", f"/mail?waiting={str(waiting).lower()}"))

    def letter(self, mail: int) -> Json:
        """A document with what was read in it."""
        told: Json = self._told("GET", f"/mail/{mail}")
        return told

    def letters_of(self, case: str) -> list[Json]:
        """The received documents of a case; `shut` names what keeps one from this account."""
        return list(self._told("GET", f"/cases/{_in_path(case)}/letters"))

    def letter_of(self, case: str, letter: str) -> Json:
        """One of them with the facts that were read in it, each with its page and place; the opening is recorded.

        Raises:
            Refused: There is none, or it is shut to this account.
        """
        told: Json = self._told("GET", f"/cases/{_in_path(case)}/letters/{_in_path(letter)}")
        return told

    def original_of(self, case: str, letter: str) -> bytes:
        """One of them as it came.

        Raises:
            Refused: There is none, or it or a part of it is shut to this account, or it was erased.
        """
        return self._sent("GET", f"/cases/{_in_path(case)}/letters/{_in_path(letter)}/original", None, {})

    def settle(self, mail: int, rows: Iterable[Mapping[str, Any]] = (), looked: Iterable[str] = ()) -> Json:
        """Confirm, mend, turn down or add fields of a document, each a row; and say which parts were looked at.

        Raises:
            Refused: A row cannot be taken; with its place and the mend.
        """
        form = {"settled": [dict(row) for row in rows], "looked": list(looked)}
        told: Json = self._told("POST", f"/mail/{mail}/acts/settle-fields", {"form": form})
        return told

    def register_letter(self, mail: int, **told: str) -> Json:
        """Register a case from a document; `requested_state`, `received`, `title`, `summary` where they are not told.

        Raises:
            Refused: Something waits to be settled or looked at, or is missing.
        """
        came: Json = self._told("POST", f"/mail/{mail}/register", told)
        return came

    def attach_letter(self, mail: int, case: str, text: str) -> Json:
        """Attach a document to a case, saying what it is.

        Raises:
            Refused: Something waits to be settled or looked at, or there is no such case for this account.
        """
        came: Json = self._told("POST", f"/mail/{mail}/attach", {"case": case, "text": text})
        return came

    def happened(self, **filters: str | int) -> Iterator[Json]:
        """Everything that was done, the newest first, for auditors; filters: act, role, day (ISO 8601)."""
        address: str | None = f"/oversight/entries?{urlencode(filters)}"
        while address:
            page = self._told("GET", address)
            yield from page["entries"]
            address = page["next"] and page["next"].removeprefix("/api/v1")

    def alarms(self) -> list[Json]:
        """The alarms that ring: why, since when, by which rule, and who acknowledged them."""
        return list(self._told("GET", "/oversight/alarms"))

    def oversee(self, act: str, obj: str = "", **form: Any) -> Json:  # noqa: ANN401
        """Publish numbers, acknowledge an alarm, draw a sample, look at a thing of one, or ask who acted.

        Raises:
            Refused: It cannot be done; with every obstacle.
        """
        told: Json = self._told("POST", f"/oversight/acts/{_in_path(act)}", {"object": obj, "form": form})
        return told

    def subscribe(self, url: str, *acts: str) -> Json:
        """Have what happens told to an address; the secret in the answer is told this once."""
        told: Json = self._told("POST", "/webhooks", {"url": url, "acts": list(acts)})
        return told

    def _told(self, method: str, path: str, body: Json | None = None, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
        return json.loads(self._sent(method, path, body, headers or {}) or b"null")

    def _sent(self, method: str, path: str, body: Json | bytes | None, headers: Mapping[str, str]) -> bytes:
        told = {"Authorization": f"Bearer {self._token}", "Accept": "application/json",
                "Accept-Language": self._language, **headers}  # fmt: skip
        data = body if isinstance(body, bytes) else None
        if body is not None and data is None:
            data = json.dumps(body).encode()
            told["Content-Type"] = "application/json"
        request = Request(self._base + path, data=data, headers=told, method=method)  # noqa: S310 - checked above
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                whole: bytes = answer.read()
                return whole
        except HTTPError as error:
            with error:
                raise Refused(error.code, _problem(error)) from None


def _problem(error: HTTPError) -> Json:
    text = error.read()
    try:
        told = json.loads(text)
    except ValueError:
        return {"title": HTTPStatus(error.code).phrase}
    return told if isinstance(told, dict) else {"detail": str(told)}


def _in_path(part: str) -> str:
    return quote(part, safe="")
