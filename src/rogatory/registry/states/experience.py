"""What this office has seen of states in its own cases: the copies of it, and what of it counts in other cases."""

from collections.abc import Iterable

from rogatory.deployment.law_in_force import law_in_force
from rogatory.examination.recorded import named_behind
from rogatory.office.folds import experience as seen
from rogatory.office.folds.answered import linked_behind
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.experience import Experience, experience_of
from rogatory.registry.states import models

_COLUMNS = ("on", "seq", "kind", "state", "about", "asks", "counted")
_ONE = ("state", "kind", "question")


def copy(dossier: Dossier) -> None:
    """Bring what a case tells of states, and which may stand behind it, up to its entries."""
    case, told, before = dossier.case.id, made(dossier), copied(dossier.case.id)
    if told != before:
        models.Experience.objects.filter(case=case).delete()
        models.Experience.objects.bulk_create(
            models.Experience(case=case, **{name: getattr(one, name) for name in _COLUMNS}) for one in told
        )
        count(changed(before, told), dossier.entries[-1].actor)
    there, states = behind_copied(case), behind_of(dossier)
    if there != states:
        models.StandsBehind.objects.filter(case=case).delete()
        models.StandsBehind.objects.bulk_create(models.StandsBehind(case=case, state=one) for one in states)


def made(dossier: Dossier) -> list[Experience]:
    """What a case tells of its requesting state, and of one that steered it."""
    return list(experience_of(dossier, law_in_force()))


def copied(case: str) -> list[Experience]:
    """The same, as the copies tell it."""
    rows = models.Experience.objects.filter(case=case).values_list(*_COLUMNS)
    return sorted(Experience(*row) for row in rows)


def behind_of(dossier: Dossier) -> list[str]:
    """The states that may stand behind the request of a case."""
    own = {dossier.case.request.requesting, dossier.case.request.requested}
    found = {one.state for one in (*named_behind(dossier.case), *linked_behind(dossier))}
    return sorted(found - own)


def behind_copied(case: str) -> list[str]:
    """The same, as the copies tell it."""
    return list(models.StandsBehind.objects.filter(case=case).order_by("state").values_list("state", flat=True))


def forget(case: str) -> None:
    """Drop what a case told."""
    before = copied(case)
    models.Experience.objects.filter(case=case).delete()
    models.StandsBehind.objects.filter(case=case).delete()
    count(changed(before, []), "")


def changed(before: Iterable[Experience], after: Iterable[Experience]) -> set[str]:
    """The states of which something else counts after than before."""
    return {one.state for one in set(seen.lived(before)) ^ set(seen.lived(after))}


def count(states: Iterable[str], by: str) -> None:
    """Bring what counts of some states up to what their cases tell.

    Args:
        states: The states.
        by: Account whose act changed it; empty: nobody's.
    """
    for state in states:
        now = {(one.state, one.kind, one.question): one.last for one in lived_of(state)}
        rows = {(row.state, row.kind, row.question): row for row in models.Lived.objects.filter(state=state)}
        for key in now.keys() | rows.keys():
            row = rows.get(key) or models.Lived(**dict(zip(_ONE, key, strict=True)))
            if key in rows and row.last == now.get(key):
                continue
            row.last, row.by = now.get(key), by or row.by
            row.pending = row.last != row.weighed
            if row.last or row.weighed:
                row.save()
            else:
                row.delete()


def lived_of(state: str) -> tuple[seen.Lived, ...]:
    """What counts of a state, made of what its cases tell."""
    rows = models.Experience.objects.filter(state=state, counted__isnull=False).exclude(asks="").order_by()
    return seen.lived(Experience(*row) for row in rows.values_list(*_COLUMNS))
