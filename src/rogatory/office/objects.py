"""What an act can be done to in a case."""

from rogatory.casefile.view import WHOLE, View
from rogatory.law.acts import ACTS, CONFIRM_LINK, Act
from rogatory.law.questions import Kind
from rogatory.office.apart import nameable
from rogatory.office.documents import OF_DOCUMENTS
from rogatory.office.dossier import Dossier
from rogatory.office.filing import (
    CONFIRM,
    DECIDE_REMEDY,
    END_MANDATE,
    READ,
    RELEASE,
    REOPEN,
    SET_APART,
    WITHDRAW_FINDING,
)
from rogatory.office.linking import LinkState, brought_by
from rogatory.office.originals import nameable_originals, originals_of
from rogatory.office.writing import documents_for


def objects(act: Act, dossier: Dossier) -> tuple[str, ...]:
    """Identifiers of what `act` can be done to in this case; the empty one is the case itself."""
    if act is WITHDRAW_FINDING:
        # A remedy that was lodged ends when it is decided, what came with a link when that is dismissed.
        kept = {*dossier.remedies, *brought_by(dossier.links.values())}
        return tuple(f.id for f in dossier.case.findings if f.until is None and f.id not in kept)
    if act.of is Kind.LINK:
        decided = LinkState.CONFIRMED if act is CONFIRM_LINK else LinkState.DISMISSED
        return tuple(name for name, link in dossier.links.items() if link.state is not decided)
    if act is DECIDE_REMEDY:
        return tuple(dossier.remedies)
    if act.id in OF_DOCUMENTS:
        return documents_for(act, dossier.documents)
    if act in (END_MANDATE, CONFIRM):
        return tuple(dossier.mandates if act is END_MANDATE else dossier.proposals)
    if act in (SET_APART, RELEASE):
        named = (*nameable(dossier.case), *nameable_originals(dossier.entries))
        return named if act is SET_APART else tuple(ident for ident in named if dossier.apart.get(ident))
    if act is READ:
        # The case, or one of its received documents as it came.
        return ("", *originals_of(dossier.entries))
    if act.of is Kind.REQUEST and act.id not in ACTS:
        return ("",) if act is not REOPEN or dossier.closed else ()
    case = dossier.case
    last = case.last_day()
    return View(case, last).objects(act) if last else (WHOLE,)
