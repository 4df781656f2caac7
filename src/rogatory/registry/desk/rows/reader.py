"""Who is at the desk: the person signed in, their mandates, which cases they may know of, and how much of each."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from rogatory.law.acts import Role
from rogatory.law.wording.language import Language
from rogatory.people.mandates import AT_THE_DEFENCE_DOOR, EVERY_CASE, Mandate
from rogatory.people.sight import SEES, Sight, sight
from rogatory.registry.cases import copies
from rogatory.registry.cases.models import CaseCopy


def language() -> Language:
    """The language of the page, of those the law speaks."""
    code = (get_language() or "en")[:2]
    return Language(code) if code in {m.value for m in Language} else Language.EN


@dataclass(frozen=True)
class Reader:
    """Somebody who looks at lists of cases.

    Attributes:
        account: Public identifier of the account.
        today: The day.
        mandates: The mandates that hold today.
    """

    account: str
    today: date
    mandates: tuple[Mandate, ...]

    @classmethod
    def of(cls, request: HttpRequest) -> "Reader":
        """Who is signed in; asked once for a request."""
        account: str = request.user.public_id  # type: ignore[union-attr]
        known: Reader | None = getattr(request, "_at_the_desk", None)
        if known is not None and known.account == account:
            return known
        today = timezone.localdate()
        held = tuple(m for m in copies.mandates_held(account) if m.covers(m.case, today))
        made = cls(account, today, held)
        setattr(request, "_at_the_desk", made)  # noqa: B010 - a request has no such attribute for the type checker
        return made

    @cached_property
    def sees_every_file(self) -> bool:
        """Whether a mandate in the office shows the whole file of every case."""
        return self.sight(EVERY_CASE) is Sight.FILE

    @cached_property
    def files(self) -> frozenset[str]:
        """The cases whose whole file a mandate for that case shows."""
        return frozenset(m.case for m in self.mandates if m.case != EVERY_CASE and SEES.get(m.role) is Sight.FILE)

    def sees_file(self, case: str) -> bool:
        """Whether the whole file of a case is seen; otherwise a list tells its number and states, and no more."""
        return self.sees_every_file or case in self.files

    def sight(self, case: str) -> Sight:
        """How much of a case is seen; of `EVERY_CASE`, of any case of the office."""
        return sight(m for m in self.mandates if m.case in (EVERY_CASE, case))

    def roles(self, case: str) -> frozenset[Role]:
        """The roles held in a case."""
        return frozenset(m.role for m in self.mandates if m.case in (EVERY_CASE, case))

    @cached_property
    def all_roles(self) -> frozenset[Role]:
        """The roles held anywhere."""
        return frozenset(m.role for m in self.mandates)

    @property
    def belongs_to_the_defence_door(self) -> bool:
        """Whether every role held is one that has a door of its own, or counsel was asked and has no role yet."""
        if not self.all_roles:
            return bool(copies.invitations_of(self.account))
        return self.all_roles <= AT_THE_DEFENCE_DOOR

    def in_role(self, *roles: Role) -> bool:
        """Whether one of `roles` is held in every case of the office."""
        return bool(self.roles(EVERY_CASE) & set(roles))

    def cases(self) -> QuerySet[CaseCopy]:
        """The cases that may be known of at all."""
        seeing = [m for m in self.mandates if SEES.get(m.role, Sight.NOTHING)]
        if any(m.case == EVERY_CASE for m in seeing):
            return CaseCopy.objects.all()
        return CaseCopy.objects.filter(case__in={m.case for m in seeing})

    def whole_cases(self) -> QuerySet[CaseCopy]:
        """The cases whose whole file is seen: of others no list tells what waits, lapses or was ruled."""
        return CaseCopy.objects.all() if self.sees_every_file else CaseCopy.objects.filter(case__in=self.files)
