"""What an act can be done to in a case."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rogatory.casefile.view import WHOLE, View
from rogatory.law.acts import ACTS, CONFIRM_LINK, DESTROY_MATERIAL, OPEN_SEAL, RETURN_MATERIAL, Act
from rogatory.law.questions import Kind
from rogatory.office.acts.hearing import hearings_for
from rogatory.office.acts.mending import breaches_for
from rogatory.office.acts.writing import documents_for
from rogatory.office.filing import (
    ACCEPT_MANDATE,
    CANCEL_HEARING,
    CLOSE_BREACH,
    CONCLUDE_INQUIRY,
    CONFIRM,
    DECIDE_DISCLOSURE,
    DEMAND_RETURN,
    END_MANDATE,
    END_SECRECY,
    END_UNDERTAKING,
    EXTEND_LIMIT,
    FIND_BREACH,
    INQUIRE,
    LIFT_STAY,
    READ,
    RECORD_HEARING,
    RECORD_SERVICE,
    RELEASE,
    REOPEN,
    SET_APART,
    SET_HEARING,
    SUSPEND_LIMIT,
    WITHDRAW_FINDING,
)
from rogatory.office.folds.apart import nameable
from rogatory.office.folds.documents import OF_DOCUMENTS
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.inquiries import allegations_of, sources_of
from rogatory.office.folds.limits import movable
from rogatory.office.folds.linking import LinkState, brought_by
from rogatory.office.folds.originals import nameable_originals, originals_of
from rogatory.office.folds.seizures import held, openable

_NAMED: Mapping[str, Callable[[Dossier], tuple[str, ...]]] = MappingProxyType(
    {
        END_MANDATE.id: lambda d: tuple(d.mandates),
        CONFIRM.id: lambda d: tuple(d.proposals),
        SET_APART.id: lambda d: (*nameable(d.case), *nameable_originals(d.entries)),
        RELEASE.id: lambda d: tuple(i for i in _NAMED[SET_APART.id](d) if d.apart.get(i)),
        # The case, one of its received documents as it came, or who a protected source is.
        READ.id: lambda d: ("", *originals_of(d.entries), *sources_of(d)),
        LIFT_STAY.id: lambda d: tuple(s.ident for s in d.challenges.stays.values() if s.lifted is None),
        END_UNDERTAKING.id: lambda d: tuple(u.ident for u in d.challenges.undertakings.values() if u.ended is None),
        END_SECRECY.id: lambda d: tuple(s.ident for s in d.challenges.secrecies.values() if s.ended is None),
        ACCEPT_MANDATE.id: lambda d: tuple(d.invitations),
        SET_HEARING.id: lambda d: hearings_for(SET_HEARING.id, d),
        CANCEL_HEARING.id: lambda d: hearings_for(CANCEL_HEARING.id, d),
        RECORD_HEARING.id: lambda d: hearings_for(RECORD_HEARING.id, d),
        RECORD_SERVICE.id: lambda d: tuple(d.services),
        SUSPEND_LIMIT.id: movable,
        EXTEND_LIMIT.id: movable,
        OPEN_SEAL.id: lambda d: openable(d.entries),
        RETURN_MATERIAL.id: lambda d: held(d.entries),
        DESTROY_MATERIAL.id: lambda d: held(d.entries),
        # What was taken up, and what was refused: of that the person is told.
        INQUIRE.id: lambda d: tuple(a.ident for a in allegations_of(d).values() if a.taken or a.conclusion),
        CONCLUDE_INQUIRY.id: lambda d: tuple(a.ident for a in allegations_of(d).values() if a.standing.is_open),
        DECIDE_DISCLOSURE.id: lambda d: tuple(a.ident for a in allegations_of(d).values() if a.waits_for_custodian),
        FIND_BREACH.id: lambda d: breaches_for(FIND_BREACH, d),
        DEMAND_RETURN.id: lambda d: breaches_for(DEMAND_RETURN, d),
        CLOSE_BREACH.id: lambda d: breaches_for(CLOSE_BREACH, d),
    }
)
"""Acts on what stands in the record by a name of its own, and the names there are."""


def objects(act: Act, dossier: Dossier) -> tuple[str, ...]:
    """Identifiers of what `act` can be done to in this case; the empty one is the case itself."""
    if act is WITHDRAW_FINDING:
        # A remedy that was lodged ends when it is decided, what came with a link when that is dismissed.
        kept = {*dossier.remedies, *brought_by(dossier.links.values())}
        return tuple(f.id for f in dossier.case.findings if f.until is None and f.id not in kept)
    if act.of is Kind.LINK:
        decided = LinkState.CONFIRMED if act is CONFIRM_LINK else LinkState.DISMISSED
        return tuple(name for name, link in dossier.links.items() if link.state is not decided)
    if act.of is Kind.REMEDY:
        return tuple(dossier.challenges.running)
    if act.id in _NAMED:
        return _NAMED[act.id](dossier)
    if act.id in OF_DOCUMENTS:
        return documents_for(act, dossier.documents)
    if act.of is Kind.REQUEST and act.id not in ACTS:
        return ("",) if act is not REOPEN or dossier.closed else ()
    case = dossier.case
    last = case.last_day()
    return View(case, last).objects(act) if last else (WHOLE,)
