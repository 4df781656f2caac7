"""What this office has seen of states in its own cases: the copies of it."""

from rogatory.deployment.law_in_force import law_in_force
from rogatory.office.dossier import Dossier
from rogatory.office.experience import Experience, experience_of
from rogatory.registry.states import models


def copy(dossier: Dossier) -> None:
    """Bring what a case tells of its requesting state up to its entries."""
    case, told = dossier.case.id, made(dossier)
    if told != copied(case):
        forget(case)
        state = dossier.case.request.requesting
        models.Experience.objects.bulk_create(
            models.Experience(case=case, state=state, on=e.on, seq=e.seq, kind=e.kind, about=e.about) for e in told
        )


def made(dossier: Dossier) -> list[Experience]:
    """What a case tells of its requesting state."""
    return list(experience_of(dossier, law_in_force()))


def copied(case: str) -> list[Experience]:
    """The same, as the copies tell it."""
    rows = models.Experience.objects.filter(case=case).values_list("on", "seq", "kind", "about")
    return sorted(Experience(*row) for row in rows)


def forget(case: str) -> None:
    """Drop what a case told."""
    models.Experience.objects.filter(case=case).delete()
