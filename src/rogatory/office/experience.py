"""What this office has seen of a state in its own cases: read from what was done and found in them, typed in by nobody.

It stands on the page of the state, each thing with its case for whoever may see that case. It opens no question by
itself: what should be weighed in other cases is put on record by somebody, with a source that can be cited.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from rogatory.aftermath.breaches import for_the_record
from rogatory.casefile.model import Asked, Finding
from rogatory.decision.bench import Sitting, judge_act, with_attested_treaties
from rogatory.law.acts import GRANT, REFUSE
from rogatory.law.codegen import TRUE
from rogatory.law.corpus import Law
from rogatory.law.grades import Grade
from rogatory.law.vocabulary import remedy, request, state
from rogatory.letters.of_breach import Breached
from rogatory.office.aftermath import aftermath_of
from rogatory.office.answered import as_judged
from rogatory.office.dossier import Dossier, Entry, named
from rogatory.office.filing import FIND, FIND_BREACH


class Seen(Enum):
    """What was seen."""

    REFUSED = "refused"
    """A request was refused; on which grounds stands beside it."""
    REPEATED = "repeated"
    """A request repeats one that was refused."""
    STEERED = "steered"
    """A request of this state was steered by another."""
    KEPT = "kept"
    """It has kept assurances, as a case found."""
    BROKEN = "broken"
    """It has broken an assurance, as a case found."""
    BEYOND = "beyond"
    """What was handed over was used beyond its limits."""


OF_FINDINGS: Mapping[str, Seen] = MappingProxyType(
    {
        request.repeated.id: Seen.REPEATED,
        request.proxy.id: Seen.STEERED,
        state.keeps_promises.id: Seen.KEPT,
        state.breaks_promises.id: Seen.BROKEN,
        remedy.use_breach.id: Seen.BEYOND,
    }
)
"""Questions that, once answered yes and more than arguably, tell something of the requesting state."""
OF_ACTS: Mapping[str, Seen] = MappingProxyType({REFUSE.id: Seen.REFUSED})
"""Acts that do."""
OF_BREACHES: Mapping[Breached, Seen] = MappingProxyType(
    {Breached.ASSURANCE: Seen.BROKEN, Breached.USE: Seen.BEYOND, Breached.DISCLOSURE: Seen.BEYOND}
)
"""Breaches found of the state itself that do; what its papers were given to others for is use beyond limits too."""
MOST_GROUNDS = 3


@dataclass(frozen=True, slots=True, order=True)
class Experience:
    """One thing seen.

    Attributes:
        on: Day on which the office knew it.
        seq: Number of the journal's entry that tells it.
        kind: What, as `Seen` calls it.
        about: Of a refusal the norm that stood against granting; empty: nothing more is told.
    """

    on: date
    seq: int
    kind: str
    about: str = ""


def experience_of(dossier: Dossier, law: Law) -> tuple[Experience, ...]:
    """What a case tells of its requesting state, in order.

    Args:
        dossier: The case.
        law: The law in force here, for the grounds of a refusal as of its day.
    """
    told = set(_found(dossier)) | set(_breached(dossier))
    for entry in dossier.entries:
        if entry.act in OF_ACTS:
            grounds = _grounds(dossier, entry, law) if entry.act == REFUSE.id else ("",)
            told |= {Experience(entry.at.date(), entry.seq, OF_ACTS[entry.act].value, about) for about in grounds}
    return tuple(sorted(told))


def _found(dossier: Dossier) -> Iterable[Experience]:
    entries = {named("finding", n): e for n, e in enumerate(dossier.entries) if e.act == FIND.id}
    # What the finding of a breach answers on the way is told by the breach.
    of_breaches = tuple(f"{named('finding', n)}-" for n, e in enumerate(dossier.entries) if e.act == FIND_BREACH.id)
    for finding in dossier.case.findings:
        if finding.question in OF_FINDINGS and _shown(finding) and not finding.id.startswith(of_breaches):
            entry = entries.get(finding.id, dossier.entries[0])
            yield Experience(finding.known or entry.at.date(), entry.seq, OF_FINDINGS[finding.question].value)


def _breached(dossier: Dossier) -> Iterable[Experience]:
    breaches = aftermath_of(dossier).breaches
    for told in for_the_record(dossier.case.request.requesting, dossier.case.id, breaches):
        if told.kind in OF_BREACHES:
            yield Experience(told.known, told.entry, OF_BREACHES[told.kind].value)


def _shown(finding: Finding) -> bool:
    return finding.answer == ("yes",) and finding.grade > Grade.ARGUABLE and finding.until is None


def _grounds(dossier: Dossier, refused: Entry, law: Law) -> tuple[str, ...]:
    """The norms that stood against granting what was refused, as known on that day; one empty name where none did."""
    day = refused.at.date()
    case = as_judged(dossier, day)
    asked, sitting = Asked(GRANT, refused.object), Sitting(at=day, known_at=day)
    try:
        rulings = tuple(judge_act(with_attested_treaties(law, case), case, asked, sitting))
    except KeyError:
        return ("",)
    found = [n.norm.id for r in rulings for n in r.leading() if n.code == TRUE]
    return tuple(dict.fromkeys(found))[:MOST_GROUNDS] or ("",)
