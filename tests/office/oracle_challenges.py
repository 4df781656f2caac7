"""What closes an act while something runs, read from the entries and tables written by hand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rogatory.office.folds.dossier import Entry

GIVES_AWAY = ("transmit", "surrender", "open-file")
"""What is never done while somebody waits for the decision on a remedy."""
HOLDING = {
    **dict.fromkeys(("", "challenge", "lifting", "appeal"), frozenset((*GIVES_AWAY, "admit-officials", "open-seal"))),
    "strasbourg": frozenset((*GIVES_AWAY, "admit-officials")),
    "data-protection": frozenset({"transmit", "open-file"}),
    "interpol-complaint": frozenset({"keep-notice", "surrender"}),
}
"""What a remedy of each kind that the histories lodge closes while it runs."""


NOT_FOR_SURE = ("unreachable", "refused", "left", "at-prosecutor")
"""Manners in which a person may well know nothing, unless a court has held otherwise."""


WAITS_FOR_AN_INQUIRY = frozenset(
    (*GIVES_AWAY, "grant", "hear-requesting-state", "execute", "admit-officials", "interview", "transfer-witness",
     "transit", "consent-other-use")
)  # fmt: skip
"""What is not done while an allegation about everybody in the case is open."""


WAITS_FOR_A_BREACH = WAITS_FOR_AN_INQUIRY | {"arrest", "keep-notice", "read-item", "retain-item", "clear-item",
                                             "use-evidence"}  # fmt: skip
"""What is not done while a breach that was found is open."""
NOTICES = ("red-notice", "diffusion")


def waiting(entries: Sequence[Entry]) -> set[str]:
    """Remedies lodged that were neither decided as a whole nor withdrawn."""
    lodged = {f"remedy-{n}" for n, e in enumerate(entries) if e.act == "lodge-remedy"}
    whole = {e.object for e in entries if e.act == "decide-remedy" and not e.fields.get("part")}
    return lodged - whole - {e.object for e in entries if e.act == "withdraw-remedy"}


def held(entries: Sequence[Entry], act: str, day: date) -> set[str]:
    """What closes an act on a day: remedies that run, stays, promises, and what is kept from a person."""
    found = {f"{name}-{n}" for n, e in enumerate(entries) for name in _closes(entries, n, e, act, day)}
    lifted = {e.object for e in entries if e.act in ("lift-stay", "end-secrecy")}
    return {name for name in found if name not in lifted}


def _closes(entries: Sequence[Entry], n: int, e: Entry, act: str, day: date) -> Iterable[str]:
    told = e.fields
    match e.act:
        case "lodge-remedy" if f"remedy-{n}" in waiting(entries) and act in HOLDING[told["lodges"]["kind"]]:
            yield "remedy"
        case "order-stay" if act in told["stays"]["acts"] and str(day) < told["stays"].get("until", "9999"):
            yield "stay"
        case "undertake" if act in told["undertakes"]["acts"] and not _ended_and_told(entries, f"undertaking-{n}"):
            yield "undertaking"
        case "lodge-allegation" if act in WAITS_FOR_AN_INQUIRY and _of_all(entries, e) and not _settled(entries, n):
            yield "allegation"
        case "find-breach" if act in WAITS_FOR_A_BREACH and not _closed(entries, e.object or f"breach-{n}"):
            yield "breach"
        case "register" if act in ("arrest", "keep-notice") and told["file"]["request"]["kind"] in NOTICES:
            # Whatever else the check asks, somebody has looked whether it is in force, and at the warrant.
            looked = {x.fields["tracks"]["step"] for x in entries if x.act == "track-notice"}
            yield from ("check",) if not looked >= {"in-force", "warrant"} else ()
        case "keep-back" if act in (*GIVES_AWAY, "destroy-material") and str(day) < told["keeps-back"]["until"]:
            yield "secrecy"


def _closed(entries: Sequence[Entry], breach: str) -> bool:
    return any(e.act == "close-breach" and e.object == breach for e in entries)


def _of_all(entries: Sequence[Entry], e: Entry) -> bool:
    """Whether an allegation is about the only person there is, and no measure in particular."""
    return persons(entries) == [e.object] and not e.fields["alleges"].get("concerns")


def _settled(entries: Sequence[Entry], n: int) -> bool:
    return any(e.act == "conclude-inquiry" and e.object == f"allegation-{n}" for e in entries)


def _ended_and_told(entries: Sequence[Entry], name: str) -> bool:
    """Whether a promise was ended, and everybody told that it has."""
    for n, e in enumerate(entries):
        if e.act == "end-undertaking" and e.object == name:
            return all(reached(entries, f"notice-{n}", person) for person in persons(entries[:n]))
    return False


def reached(entries: Sequence[Entry], notice: str, person: str) -> bool:
    """Whether some notice reached the person for sure, and did not turn out to have failed."""
    told: dict[str, bool] = {}
    for n, e in enumerate(entries):
        if e.act == "notify" and (e.fields.get("told-of"), e.object) == (notice, person):
            told[f"service-{n}"] = e.fields["manner"] not in NOT_FOR_SURE
        elif e.act == "record-service" and e.object in told:
            told[e.object] = e.fields["service"]["result"] == "proved"
    return any(told.values())


def offered(entries: Sequence[Entry]) -> dict[str, Mapping[str, str]]:
    """Invitations of counsel that wait for an answer."""
    invited = {f"invitation-{n}": e.fields["invites"] for n, e in enumerate(entries) if e.act == "invite-counsel"}
    return {n: told for n, told in invited.items() if n not in {e.object for e in entries if e.act == "accept-mandate"}}


def persons(entries: Sequence[Entry]) -> list[str]:
    parts = [entries[0].fields["file"], *(e.fields.get("adds", {}) for e in entries if e.act != "proposed")]
    return [p["id"] for part in parts for p in part.get("persons", ())]
