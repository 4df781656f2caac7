"""What each entry says happened, for public numbers, alarms and samples: in words of the code, and of nobody in person.

An entry is counted on the day it was written. What follows from the case as it then stood (the ground on which it was
refused) is judged as of that day, on what the office then knew.
"""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP
from types import MappingProxyType
from typing import Any

from rogatory.aftermath.money import money
from rogatory.casefile.model import Asked
from rogatory.casefile.view import WHOLE
from rogatory.decision.bench import Sitting, judge_act, with_attested_treaties
from rogatory.law.acts import (
    ACTS,
    CONFIRM_LINK,
    DISMISS_LINK,
    GRANT,
    INVESTIGATE_REPRESSION,
    KEEP_NOTICE,
    NOTIFY,
    POSTPONE,
    REFUSE,
    REGISTER,
    SCREEN,
)
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.office.filing import (
    ANSWER_ITEM,
    ATTACH,
    CONCLUDE_INQUIRY,
    DECIDE_OBJECTION,
    DECIDE_REMEDY,
    DEPART,
    ENTER,
    ERASE,
    LODGE_ALLEGATION,
    LODGE_REMEDY,
    RELEASE,
    SET_APART,
    WITHDRAW_REMEDY,
)
from rogatory.office.folds.answered import as_judged
from rogatory.office.folds.dossier import Dossier, Entry
from rogatory.oversight.statistics.subjects import NO_GROUND, UNTOLD, Happening, span
from rogatory.received.repeats import Repeat
from rogatory.registers.model import RegisterKind
from rogatory.remedies.lodged import Outcome

DECISIONS = (GRANT, REFUSE, POSTPONE, KEEP_NOTICE)
NEEDS_THE_DAY = frozenset({REFUSE.id})
"""Acts of which what happened follows from the case as it stood then."""
NAMES_PERSONS = frozenset({REGISTER.id, ENTER.id, ATTACH.id, SET_APART.id, RELEASE.id, ERASE.id})
"""Acts after which a case may name other persons than before."""
NAMED, REPEATED, MET, DEPARTED, SCREENED, BULK = (
    "named", "repeated", "met-refused", "departed", "not-shown", "bulk-answer",
)  # fmt: skip
"""Happenings that are told to no public: what alarms and samples look up."""
_INQUIRIES: Mapping[str, str] = MappingProxyType(
    {LODGE_ALLEGATION.id: "lodged", INVESTIGATE_REPRESSION.id: "opened", CONCLUDE_INQUIRY.id: "concluded"}
)
"""Acts on allegations that are counted, and as what."""
_SHORTEST = 2
"""Words of a name at least by which somebody is known again."""
_Tells = Callable[[Entry, Dossier, Law], Iterator[Happening]]


def happenings(entry: Entry, dossier: Dossier, law: Law) -> tuple[Happening, ...]:
    """What an entry of a case says happened.

    Args:
        entry: The entry.
        dossier: The case with it; of an act of `NEEDS_THE_DAY` the case as it then stood, else a later state will do.
        law: The law in force here.
    """
    tells = _TELLS.get(entry.act)
    found = tuple(tells(entry, dossier, law)) if tells else ()
    found += tuple(_repaired(entry, dossier))
    if (act := ACTS.get(entry.act)) and act.cooperates and not act.reversible:
        found += (Happening("handed-over", (act.id, _state(dossier))),)
    return found


def of_items(entry: Entry, state: str) -> tuple[Happening, ...]:
    """What an entry of the review of a seizure says happened.

    Args:
        entry: The entry.
        state: The requesting state of its case.
    """
    if entry.act == DECIDE_OBJECTION.id:
        upheld = bool(entry.fields.get("decides", {}).get("upheld"))
        return (Happening("objections", ("upheld" if upheld else "dismissed", state)),)
    return tuple(_answered(entry, state)) if entry.act == ANSWER_ITEM.id else ()


def _answered(entry: Entry, state: str) -> Iterator[Happening]:
    answers = entry.fields.get("answers", {})
    asked, items = str(answers.get("asked", UNTOLD)), len(entry.fields.get("items", ()))
    if items > 1:
        yield Happening(BULK, (asked,), items)
    # An entry of an earlier version does not say whether the two agree.
    if "agrees" in answers:
        same = len(answers["agrees"])
        told = (("same", same), ("otherwise", len(answers["second"]) - same))
        yield from (Happening("second-looks", (how, asked, state), number) for how, number in told if number)


def named(dossier: Dossier) -> frozenset[str]:
    """What persons named in a case are known again by: a digest of the words of each name, whatever their order.

    Somebody who stands apart takes no part, and neither does a name of one word: it tells too little.
    """
    found = set()
    for person in dossier.case.persons:
        names = (person.name, *(person.identity.names if person.identity else ()))
        for words in (sorted(_plain(name).replace(",", " ").split()) for name in names):
            if person.id not in dossier.apart and len(words) >= _SHORTEST:
                found.add(hashlib.sha256(" ".join(words).encode()).hexdigest()[:24])
    return frozenset(found)


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def _state(dossier: Dossier) -> str:
    return dossier.case.request.requesting or UNTOLD


def _registered(entry: Entry, dossier: Dossier, _: Law) -> Iterator[Happening]:
    yield Happening("requests", (_state(dossier), dossier.case.request.kind))
    for before in entry.fields.get("before", ()):
        if before["how"] in (Repeat.AFTER_REFUSAL.value, Repeat.OTHER_STATE.value):
            yield Happening(REPEATED, (before["case"], before["how"]))


def _decided(entry: Entry, dossier: Dossier, law: Law) -> Iterator[Happening]:
    request = dossier.case.request
    since = request.received or dossier.entries[0].at.date()
    taken = span((entry.at.date() - since).days)
    ground = _ground(entry.object, entry.at.date(), dossier, law) if entry.act == REFUSE.id else NO_GROUND
    yield Happening("decisions", (entry.act, _state(dossier), ground, request.kind, taken))


def _ground(measure: str, on: date, dossier: Dossier, law: Law) -> str:
    """The law pack of the norm that stood first against granting; `NO_GROUND`: none did."""
    case = as_judged(dossier, on)
    (ruling,) = judge_act(with_attested_treaties(law, case), case, Asked(GRANT, measure or WHOLE), Sitting(at=on))
    leading = ruling.leading() if ruling.verdict in (Verdict.FORBIDDEN, Verdict.NOT_RIPE, Verdict.DISCRETIONARY) else ()
    if not leading:
        return NO_GROUND
    return next(pack.id for pack in law.packs if any(norm.id == leading[0].norm.id for norm in pack.norms))


def _departed(entry: Entry, dossier: Dossier, _: Law) -> Iterator[Happening]:
    act = str(entry.fields.get("departs-from") or UNTOLD)
    yield Happening("departures", (act, _state(dossier)))
    yield Happening(DEPARTED, (str(entry.fields.get("role") or UNTOLD), act))


def _lodged(entry: Entry, dossier: Dossier, _: Law) -> Iterator[Happening]:
    kind = entry.fields.get("lodges", {}).get("kind") or UNTOLD
    yield Happening("remedies-lodged", (kind, _state(dossier)))


def _ended(entry: Entry, dossier: Dossier, _: Law) -> Iterator[Happening]:
    remedy = dossier.challenges.remedies.get(entry.object)
    if not entry.fields.get("part"):
        withdrawn = entry.act == WITHDRAW_REMEDY.id
        outcome = Outcome.WITHDRAWN.value if withdrawn else str(entry.fields.get("outcome") or UNTOLD)
        yield Happening("remedies-ended", (outcome, remedy.kind.id if remedy else UNTOLD, _state(dossier)))


def _told(entry: Entry, dossier: Dossier, _: Law) -> Iterator[Happening]:
    number = str(entry.fields.get("told-of") or "").rpartition("-")[2]
    place = int(number) if number.isascii() and number.isdigit() else -1
    act = dossier.entries[place].act if 0 <= place < len(dossier.entries) else UNTOLD
    yield Happening("notices", (act, _state(dossier)))


def _link(entry: Entry, dossier: Dossier, _: Law) -> Iterator[Happening]:
    yield Happening("links", ("confirmed" if entry.act == CONFIRM_LINK.id else "dismissed", _state(dossier)))


def _inquired(entry: Entry, dossier: Dossier, _: Law) -> Iterator[Happening]:
    yield Happening("inquiries", (_INQUIRIES[entry.act], _state(dossier)))


def _repaired(entry: Entry, dossier: Dossier) -> Iterator[Happening]:
    """That reparation was said to be owed, was ordered, or was performed: whichever act says so."""
    told, done = entry.fields.get("reparation"), entry.fields.get("performs")
    if isinstance(told, Mapping):
        step = "ordered" if "order" in told else "owed"
        yield Happening("reparation", (step, _form_of(told, dossier), _state(dossier)))
        yield from _sum_of(step, told)
    elif isinstance(done, Mapping):
        yield Happening("reparation", ("performed", _form_of(done, dossier), _state(dossier)))
        yield from _sum_of("performed", done)


def _sum_of(step: str, told: Mapping[str, Any]) -> Iterator[Happening]:
    """The sum an act of reparation names, in whole units of its currency; less than half of one is not counted."""
    if isinstance(found := told.get("sum"), Mapping):
        sum_ = money(str(found.get("amount")), str(found.get("currency")))
        if whole := int(sum_.amount.to_integral_value(ROUND_HALF_UP)):
            yield Happening("sums", (step, sum_.currency), whole)


def _form_of(told: Mapping[str, Any], dossier: Dossier) -> str:
    """The form of reparation, told here or where it was first said to be owed."""
    number = str(told.get("of") or "").rpartition("-")[2]
    place = int(number) if number.isascii() and number.isdigit() else len(dossier.entries)
    before = dossier.entries[place].fields.get("reparation", {}) if place < len(dossier.entries) else {}
    return str(told.get("form") or before.get("form") or UNTOLD)


def _screened(entry: Entry, dossier: Dossier, _: Law) -> Iterator[Happening]:
    """What a screening met; of what the one before it found too, nothing, or it would be told twice."""
    told = entry.fields.get("screening", {})
    if entry.fields.get("news"):
        for link in told.get("links", ()):
            if link["kind"] == RegisterKind.REQUESTS.value and link["status"] == "refused":
                yield Happening(MET, (link["by"], link["id"]))
    screenings = [e for e in dossier.entries if e.act == SCREEN.id and e.seq <= entry.seq]
    if len({_not_shown(e) for e in screenings[-2:]}) == min(2, len(screenings)):
        for register, number in told.get("counted", ()):
            if number:
                yield Happening(SCREENED, (register,), number)


def _not_shown(screening: Entry) -> str:
    return repr((screening.fields.get("weak"), screening.fields.get("screening", {}).get("counted")))


_TELLS: Mapping[str, _Tells] = MappingProxyType(
    {
        REGISTER.id: _registered,
        **dict.fromkeys((act.id for act in DECISIONS), _decided),
        DEPART.id: _departed,
        LODGE_REMEDY.id: _lodged,
        DECIDE_REMEDY.id: _ended,
        WITHDRAW_REMEDY.id: _ended,
        NOTIFY.id: _told,
        CONFIRM_LINK.id: _link,
        DISMISS_LINK.id: _link,
        SCREEN.id: _screened,
        **dict.fromkeys(_INQUIRIES, _inquired),
    }
)
