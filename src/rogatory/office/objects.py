"""What an act can be done to in a case."""

from rogatory.casefile.view import WHOLE, View
from rogatory.law.acts import ACTS, CONFIRM_LINK, Act
from rogatory.law.questions import Kind
from rogatory.office.apart import nameable, standing_apart
from rogatory.office.documents import OF_DOCUMENTS
from rogatory.office.dossier import Dossier
from rogatory.office.filing import CONFIRM, DECIDE_REMEDY, END_MANDATE, RELEASE, REOPEN, SET_APART, WITHDRAW_FINDING
from rogatory.office.linking import LinkState, brought_by
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
    if act is SET_APART:
        return nameable(dossier.case)
    if act is RELEASE:
        return tuple(ident for ident, _ in standing_apart(dossier.case, dossier.apart))
    if act.of is Kind.REQUEST and act.id not in ACTS:
        return ("",) if act is not REOPEN or dossier.closed else ()
    case = dossier.case
    last = case.last_day()
    return View(case, last).objects(act) if last else (WHOLE,)
