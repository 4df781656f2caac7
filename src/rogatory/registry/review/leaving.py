"""What leaves of a seizure: planned, judged anew at the act that sends, built with the receipt of its entry.

Three moments, and each judges every item on the fold of the journal, never on copies. The plan lays out what would
leave and tells its digest. The act that sends names that digest; it is judged before the journal is held, and the door
lets it through only if nothing came in since (`Judged`). The package is then built as it was planned, on the entries of
that moment, and only while all of it may still leave.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from django.utils import timezone
from numpy.typing import NDArray

from rogatory.law.acts import GRANT, TRANSMIT, Role
from rogatory.material.cleared import NotClearedError, take
from rogatory.material.items import Digest, ItemId
from rogatory.material.provenance import NUMBER, Bond
from rogatory.office.acts.leaving import PAYLOAD
from rogatory.office.acts.plain import must_be_plain, words
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import Dossier, Entry, changes, fold
from rogatory.packaging.building import Built, lay_out
from rogatory.packaging.building import build as build_package
from rogatory.packaging.envelope import enclose
from rogatory.packaging.reading import with_receipt
from rogatory.packaging.snapshot import Decision, Licence, Piece, Snapshot, SnapshotError
from rogatory.packaging.withheld import count
from rogatory.people.mandates import Actor
from rogatory.registry.cases import copies, journal
from rogatory.registry.ledger import keys, reading
from rogatory.registry.review.judging import Seen, judged_anew, seen_as, withheld
from rogatory.registry.review.left import Shelf, left_before, left_elsewhere, redacted_forms
from rogatory.registry.review.models import PlannedPackage
from rogatory.registry.review.readable import ledger_of, readable
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.sealed.sealing import Seizure

MAY_PLAN = (*TRANSMIT.by, Role.CENTRAL_AUTHORITY)
"""Who plans and builds a package: who sends it, and the second person."""
EVERYTHING = "*"
"""In a plan, in the place of an item: all that is cleared."""


class NotPlannedError(LookupError):
    """There is no such case or package for this person."""


class WithheldError(Exception):
    """Something of a package is withheld.

    Attributes:
        grounds: How many items on which ground; never which.
    """

    def __init__(self, grounds: Mapping[str, int]) -> None:
        self.grounds = grounds
        super().__init__(
            "; ".join(f"{n:,} withheld: {ground}" for ground, n in grounds.items()) or "nothing is cleared"
        )


def plan(
    account: str, case: str, package: str, form: Mapping[str, Any], *, at: datetime | None = None
) -> PlannedPackage:
    """Judge what would leave in a package, lay it out, and keep the plan under the digest of its payload.

    Args:
        account: Public identifier of whoever plans.
        case: Number of the case.
        package: The package, one of the case.
        form: `seizure`; `items`: by identifier of each item the name of its licence, or `EVERYTHING` for all that is
            cleared; `licences`: by name `name` and `text`; `recipient`, `reference`; perhaps `to` (public keys of the
            recipient) and `permitted` (passages that are harmless wherever they stand).
        at: Moment; None: now.

    Raises:
        NotPlannedError: There is no such case or package for this person.
        FormError: What was filled in cannot be taken.
        WithheldError: An item named is withheld, or nothing is cleared.
        SnapshotError: No package may be made of it: words of what is withheld would leave with it.
        SealError: The seizure is not there, or not open.
    """
    at = at or timezone.now()
    _may(account, case, at)
    must_be_plain(dict(form))
    # Whatever comes in while it is judged has a higher number, and is not looked at when it is built.
    head, upto = reading.newest() or "", journal.size() - 1
    entries = [e for e in journal.entries_of(case) if e.seq <= upto]
    dossier = fold(entries)
    if package not in dossier.case.packages:
        raise NotPlannedError(package)
    seizure = _text(form, "seizure", "Name the seizure, as S-1")
    told: dict[str, Any] = {
        "seizure": seizure,
        "recipient": _text(form, "recipient", "Name the authority it is for"),
        "reference": str(form.get("reference") or ""),
        "decision": _decision(case, dossier, entries),
        "at": at.isoformat(),
        "head": head,
        "licences": _licences(form),
        "to": words(form.get("to"), "to"),
        "permitted": words(form.get("permitted"), "permitted"),
        "upto": upto,
    }
    found = readable(case, seizure)
    with closing(ledger_of(found)) as ledger:
        seen = seen_as(case, seizure, ledger, at, upto=upto)
        told["items"] = _chosen(form, told["licences"], seen)
        told["there"] = len(told["items"]) + int(_staying(told, seen).sum())
        made = lay_out(_snapshot(case, package, told, seen, found, ledger))
    row, _ = PlannedPackage.objects.get_or_create(
        case=case, package=package, payload=made.payload, defaults={"told": told, "by": account, "at": at}
    )
    return row


def build(account: str, case: str, package: str, out: Path, *, at: datetime | None = None) -> Built:
    """Build the package an act has sent: the folder `out`, and beside it the same encrypted to the recipient's keys.

    Args:
        account: Public identifier of whoever builds.
        case: Number of the case.
        package: The package.
        out: The folder to make; the encrypted file has `.age` after its name.
        at: Moment; None: now.

    Raises:
        NotPlannedError: There is no such case for this person, or no act has sent the package.
        WithheldError: A remedy, an objection or an answer came in since: something of it is withheld now.
        SnapshotError: What would be built is not what the journal holds, or its witnesses have not signed it yet.
        EnvelopeError: A key of the recipient is none.
        FileExistsError: There is something at `out`.
    """
    at = at or timezone.now()
    row = sent(account, case, package, at=at)
    told, seq = row.told, row.seq
    if now := judged_anew(case, package, row.payload, at).leaving.withheld:
        raise WithheldError(now)
    found = readable(case, told["seizure"])
    try:
        proof, salt = reading.receipt(seq, quorum=True), reading.opening(seq, PAYLOAD).split("\t")[2]
    except reading.NoReceiptError as error:
        raise SnapshotError(str(error)) from error
    with closing(ledger_of(found)) as ledger:
        seen = seen_as(case, told["seizure"], ledger, datetime.fromisoformat(told["at"]), upto=told["upto"])
        snapshot = with_receipt(_snapshot(case, package, told, seen, found, ledger), proof, salt)
        made = build_package(snapshot, out, keys.policy())
    if told["to"]:
        enclose(out, told["to"], out.with_name(f"{out.name}.age"))
    return made


@dataclass(frozen=True, slots=True)
class Sent:
    """A package an act has sent.

    Attributes:
        package: The package.
        payload: Digest of its payload, as the entry names it.
        seq: Number of the entry.
        told: Its plan.
    """

    package: str
    payload: str
    seq: int
    told: Mapping[str, Any]


def sent(account: str, case: str, package: str, *, at: datetime | None = None) -> Sent:
    """A package an act has sent, as it was planned; the last act, where several have.

    Raises:
        NotPlannedError: There is no such case for this person, or no act has sent the package.
    """
    _may(account, case, at or timezone.now())
    found = next((one for one in sent_in(case, journal.entries_of(case)) if one.package == package), None)
    if found is None:
        raise NotPlannedError(package)
    return found


def sent_in(case: str, entries: Iterable[Entry]) -> list[Sent]:
    """The packages of seized items that acts of a case have sent, the last first; each once."""
    acts = [e for e in entries if e.act == TRANSMIT.id and PAYLOAD in e.fields]
    last = {e.object: e for e in acts}
    plans = {(row.package, row.payload): row.told for row in PlannedPackage.objects.filter(case=case)} if acts else {}
    found = ((e.object, str(e.fields[PAYLOAD]), e.seq) for e in last.values())
    there = [Sent(*one, plans[one[0], one[1]]) for one in found if (one[0], one[1]) in plans]
    return sorted(there, key=lambda one: -one.seq)


def _may(account: str, case: str, at: datetime) -> None:
    actor = Actor(account, copies.mandates_held(account, case))
    if not journal.entries_of(case) or not actor.mandates_for(case, timezone.localdate(at), MAY_PLAN):
        raise NotPlannedError(case)


def _chosen(form: Mapping[str, Any], licences: Mapping[str, Any], seen: Seen) -> list[list[str]]:
    """The items of a plan, each with its licence, in the order of the seizure."""
    told = form.get("items")
    if not isinstance(told, Mapping) or not told:
        raise FormError("items", "there is none", f"Give each item its licence, or {EVERYTHING!r} one for all cleared")
    for item, licence in told.items():
        if licence not in licences:
            raise FormError(f"items.{item}", f"there is no licence {licence!r}", "Name one of the licences")
        if item != EVERYTHING and item not in seen.places:
            raise FormError(f"items.{item}", "the seizure has no such item", "Name it as the review calls it")
    every = told.get(EVERYTHING)
    instead = _instead(seen) if every else frozenset()
    chosen = [
        [str(item), str(told.get(item, every))]
        for place, item in enumerate(seen.hung.items)
        if item in told or (every and seen.clearing.cleared[place] and item not in instead)
    ]
    against = withheld(seen, chosen)
    if against or not chosen:
        raise WithheldError(against)
    return chosen


def _instead(seen: Seen) -> frozenset[str]:
    """The items in the place of which a redacted form leaves, where all that is cleared leaves: it, and its copies.

    Of several forms of an item that are cleared the last that was made leaves.
    """
    contents, found = set(), set()
    for version, one in reversed(seen.review.redacted.items()):
        if version not in seen.places or one.source not in seen.places:
            continue
        content = seen.hung.content[seen.places[one.source]]
        if not seen.clearing.cleared[seen.places[version]]:
            continue
        if content in contents:
            found.add(version)
        contents.add(content)
    found |= {item for item, content in zip(seen.hung.items, seen.hung.content, strict=True) if content in contents}
    return frozenset(found)


def _snapshot(case: str, package: str, told: Mapping[str, Any], seen: Seen, found: Seizure, ledger: Ledger) -> Snapshot:
    shelf = Shelf(found, ledger)
    before, left = left_elsewhere(case, told, shelf)
    sent = {item for item, _ in told["items"]}
    stay = _staying(told, seen)
    pieces = []
    for item, licence in told["items"]:
        place = seen.places[item]
        content = seen.hung.content[place] or Digest("")
        try:
            cleared = take(seen.clearing, place, ItemId(item), content)
        except NotClearedError as error:
            raise WithheldError({ground.says: 1 for ground in error.grounds}) from error
        pieces.append(Piece(cleared, seen.hung.media[place], licence, shelf.text(content)))
    stays = np.flatnonzero(stay & ~seen.clearing.cleared).tolist()
    contents = (seen.hung.content[place] for place in stays if _has_secrets(seen, place, sent))
    texts = (shelf.text(content) for content in contents if content)
    decision = told["decision"]
    return Snapshot(
        package,
        told["recipient"],
        told["reference"],
        Decision(decision["reference"], decision["authority"], date.fromisoformat(decision["on"])),
        datetime.fromisoformat(told["at"]),
        told["head"],
        {name: Licence(one["name"], one["text"]) for name, one in told["licences"].items()},
        tuple(pieces),
        shelf,
        count(seen.clearing, stay),
        tuple(dict.fromkeys(text for text in texts if text)),
        tuple(told["permitted"]),
        (*redacted_forms(seen, shelf), *left),
        (*left_before(case, told, seen, shelf), *before),
    )


def _staying(told: Mapping[str, Any], seen: Seen) -> NDArray[np.bool_]:
    """The seized items that stay. A redacted form is none: what stays is what it was made of."""
    sent, bonds = {item for item, _ in told["items"]}, seen.hung.provenance
    stay = np.array([item not in sent for item in seen.hung.items], np.bool_)
    stay[bonds.source[bonds.bond == NUMBER[Bond.REDACTED]]] = False
    return stay


def _has_secrets(seen: Seen, place: int, sent: Collection[str]) -> bool:
    """Whether the words of an item that stays may stand nowhere.

    Not those of one that is clean by itself and stays for what it carries of another, of which a redacted form leaves:
    what it must not tell is what is hidden there, and that is looked for by itself.
    """
    sources = (one.source for version, one in seen.review.redacted.items() if version in sent)
    places = (seen.places[source] for source in sources if source in seen.places)
    contents = {seen.hung.content[place] for place in places}
    found = seen.clearing.of(place) if contents else ()
    carries = len(found) == 1 and found[0].by
    return not (carries and seen.hung.content[carries[0].start] in contents)


def _decision(case: str, dossier: Dossier, entries: Iterable[Entry]) -> dict[str, str]:
    """The decision that grants, which the package leaves under; that it still stands, the door asks at the act."""
    granted = [e for e in entries if e.act == GRANT.id and changes(e)]
    if not granted or GRANT.id not in dossier.decisions.values():
        raise FormError("decision", "no decision grants the request", "Grant it, with its use limits")
    last = granted[-1]
    return {"reference": f"{case}/{last.seq}", "authority": last.fields["role"], "on": last.at.date().isoformat()}


def _licences(form: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    told = form.get("licences")
    if not isinstance(told, Mapping) or not all(isinstance(one, Mapping) for one in told.values()) or not told:
        raise FormError(
            "licences", "there is none", "Give use limits by name: `name`, and `text` as the decision has it"
        )
    return {str(name): {part: str(one.get(part) or "") for part in ("name", "text")} for name, one in told.items()}


def _text(form: Mapping[str, Any], field: str, mend: str) -> str:
    found = str(form.get(field) or "").strip()
    if not found:
        raise FormError(field, "it is missing", mend)
    return found
