"""Reading copies: what lists and searches need, made of the journal's entries.

They decide nothing and can be dropped and made anew (`rogatory rebuild`). What a case holds is always the fold of its
entries.
"""

from datetime import date
from typing import ClassVar

from django.db import models

from rogatory.law.time_limits.rules import RULES
from rogatory.law.wording.language import Language
from rogatory.remedies.kinds import REMEDIES, WITHOUT_A_NAME


class CaseCopy(models.Model):
    """What the list of cases shows of one."""

    case = models.CharField(primary_key=True, max_length=40)
    title = models.CharField(max_length=400)
    kind = models.CharField(max_length=20)
    requesting = models.CharField(max_length=10)
    requested = models.CharField(max_length=10)
    received = models.DateField(null=True)
    persons = models.CharField(max_length=400)
    """Names as they are shown in lists."""
    search = models.TextField()
    """Everything that is searched, folded to small letters without accents."""
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    head = models.BigIntegerField()
    """Number of the last entry that changed it."""
    grant = models.CharField(max_length=20)
    """Verdict on granting (for a notice: on keeping it), the strictest over its objects, as of `judged_on`."""
    judged_on = models.DateField(null=True)
    """Day on which the verdict was given: of the last change, or of the last night while the case is open; None: a copy
    from before days were kept."""
    remedies = models.IntegerField(default=0)
    """Remedies lodged and not decided."""
    links = models.IntegerField(default=0)
    """Links that must be examined and that nobody has decided."""
    screened = models.BigIntegerField(null=True)
    """Number of the journal's entry up to which the registers were looked through for the case as it stands; None: see
    `office.folds.answered.screened_to`."""
    looked = models.BigIntegerField(null=True)
    """Number of the entry up to which what changed in the registers was found to touch nothing of the case; None: see
    `screened`. It is no copy of the journal."""
    waiting = models.IntegerField(default=0)
    """Acts that wait for a second person."""
    closed = models.BooleanField(default=False)
    questions = models.IntegerField(default=0)
    """Questions that granting waits for, as of the last change."""
    decided = models.CharField(max_length=20, default="")
    """The last decision on the request: identifier of the act; empty: none yet."""
    against = models.BooleanField(default=False)
    """Whether what was granted or kept could not be, as the file stands at the last change."""
    notices = models.IntegerField(default=0)
    """Notices owed to persons concerned and not given."""
    proposals = models.JSONField(default=list)
    """What waits for a second person: `ident`, `act`, `object`, `by` (account), `roles` that may agree."""
    barred_at = models.DateTimeField(null=True)
    """Moment of the last barred attempt; None: there was none."""

    class Meta:
        """Order and indexes of the list."""

        ordering: ClassVar[list[str]] = ["-changed_at", "case"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["-changed_at", "case"]),
            models.Index(fields=["requesting", "-changed_at"]),
            models.Index(fields=["kind", "-changed_at"]),
            models.Index(fields=["grant", "-changed_at"]),
            models.Index(fields=["requesting", "kind", "-changed_at"], name="cases_of_state_and_kind"),
            # What waits for somebody is rare among all cases, and is what everybody's first page asks for.
            models.Index(
                fields=["-changed_at", "case"], condition=models.Q(waiting__gt=0, closed=False), name="cases_that_wait"
            ),
            # A closed case is no reason to forget a remedy.
            models.Index(fields=["-changed_at", "case"], condition=models.Q(remedies__gt=0), name="cases_in_remedy"),
            models.Index(
                fields=["-changed_at", "case"], condition=models.Q(against=True, closed=False), name="cases_against_law"
            ),
            models.Index(
                fields=["-changed_at", "case"], condition=models.Q(notices__gt=0, closed=False), name="cases_that_owe"
            ),
            models.Index(fields=["-changed_at", "case"], condition=models.Q(links__gt=0), name="cases_with_links"),
            models.Index(fields=["-barred_at"], condition=models.Q(barred_at__isnull=False), name="cases_with_barred"),
            # What has waited longest for an answer or a decision comes first.
            models.Index(
                fields=["changed_at", "case"], condition=models.Q(decided="", closed=False), name="cases_undecided"
            ),
            models.Index(
                fields=["changed_at", "case"],
                condition=models.Q(decided="", closed=False) & ~models.Q(grant="not-ripe"),
                name="cases_to_decide",
            ),
            models.Index(fields=["-received", "case"], name="cases_by_day_received"),
        ]

    def __str__(self) -> str:
        return self.case

    @property
    def verdict_name(self) -> str:
        """Name of the verdict on granting, as the engine calls it."""
        return self.grant.upper().replace("-", "_")


class MandateCopy(models.Model):
    """A mandate given and not ended: for one case, or for every case of the office (`case` empty)."""

    ident = models.CharField(max_length=60)
    account = models.CharField(max_length=16)
    role = models.CharField(max_length=60)
    case = models.CharField(max_length=40, blank=True)
    person = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    compartments = models.JSONField(default=list)

    class Meta:
        """Each mandate once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ident"], name="one_copy_of_a_mandate"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "case"])]

    def __str__(self) -> str:
        return f"{self.case or 'office'} {self.ident}"


class DayCopy(models.Model):
    """A day on which something in a case ends, lapses or is due; only what the file itself says, nothing computed."""

    case = models.CharField(max_length=40)
    on = models.DateField()
    what = models.CharField(max_length=20)
    """`mandate-ends`, `finding-lapses` (too old to clear from then on), `finding-ends`, `event` (to come), or
    `answer-due` and `mending`, which are kept while something is open, also once the day has passed."""
    about = models.CharField(max_length=200)
    """Identifier of the mandate or finding, the text of the event, or kind and name of the letter."""

    class Meta:
        """By day, and by case to bring them up to its entries."""

        ordering: ClassVar[list[str]] = ["on", "case", "what", "about"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["on", "case"], name="days_by_day"),
            models.Index(fields=["case"], name="days_of_case"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.on} {self.what} {self.about}"


class LimitCopy(models.Model):
    """A time limit that runs and was not met, for lists and warnings: its day and whom it binds, not its subject.

    It is made of the entries alone. That a day passes changes no row: how many days are left, whoever asks counts.
    """

    case = models.CharField(max_length=40)
    ident = models.CharField(max_length=200)
    """What the door calls it."""
    rule = models.CharField(max_length=60)
    by = models.CharField(max_length=20)
    """Whom the rule binds, as `Rule.by`."""
    nature = models.CharField(max_length=10)
    """What follows when it has passed, as `Nature`."""
    person = models.CharField(max_length=80, blank=True)
    """The person it binds; empty: an authority."""
    last_day = models.DateField()
    """Last day to act, in the earlier reading (inclusive)."""
    last_moment = models.DateTimeField(null=True)
    """Of a limit in hours: the moment at which it ends; None: it lasts to the end of its last day."""
    moved = models.IntegerField(default=0)
    """How often it was suspended, let run again or extended."""

    class Meta:
        """The next to end first."""

        ordering: ClassVar[list[str]] = ["last_day", "case", "ident"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ident"], name="limit_of_a_case_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["last_day", "case"], name="limits_by_day")]

    def __str__(self) -> str:
        return f"{self.case} {self.ident}"

    def says(self, language: Language) -> str:
        """What is to be done within it; of a rule that is no more, its name."""
        known = RULES.get(self.rule)
        return known.says[language.value] if known else self.rule

    def days_left(self, today: date) -> int:
        """Days from `today` to the last day: 0 on it, below 0 after it."""
        return (self.last_day - today).days


class HappeningCopy(models.Model):
    """What an entry of a case says happened (`office.folds.counting`): for public numbers, alarms and samples."""

    case = models.CharField(max_length=40)
    seq = models.BigIntegerField()
    """Number of the entry; -1: of no entry, but of the case as it stands."""
    on = models.DateField()
    """Day it was written."""
    subject = models.CharField(max_length=20)
    told = models.CharField(max_length=200)
    """Its values (`Happening.kept`)."""
    number = models.BigIntegerField(default=1)

    class Meta:
        """Found by what happened and when, by case, and by what it tells: who is named again elsewhere."""

        ordering: ClassVar[list[str]] = ["seq", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["subject", "on"], name="happenings_by_day"),
            models.Index(fields=["case"], name="happenings_of_case"),
            models.Index(fields=["subject", "told"], name="happenings_by_values"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.seq} {self.subject} {self.told}"


class RemedyCopy(models.Model):
    """A remedy that runs, for the docket: what it is and since when; nothing it says."""

    case = models.CharField(max_length=40)
    ident = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    lodged = models.DateTimeField()
    register = models.CharField(max_length=100, blank=True)
    """Number in the court's register; empty: none yet, and it runs all the same."""

    class Meta:
        """The oldest first."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ident"], name="remedy_of_a_case_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["lodged", "case", "ident"], name="remedies_by_age")
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.ident}"

    def title(self, language: Language) -> str:
        """What it is called."""
        return REMEDIES.get(self.kind, WITHOUT_A_NAME).says[language.value]


class HearingCopy(models.Model):
    """A hearing, for the docket."""

    case = models.CharField(max_length=40)
    ident = models.CharField(max_length=40)
    chamber = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    standing = models.CharField(max_length=20)
    public = models.BooleanField(default=False)
    moved = models.IntegerField(default=0)
    """How often it was set anew."""

    class Meta:
        """By day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ident"], name="hearing_of_a_case_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["standing", "at", "case"], name="hearings_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.ident}"


class SeenCopy(models.Model):
    """Up to which entry somebody knows a case: the last one they made or read it with."""

    account = models.CharField(max_length=16)
    case = models.CharField(max_length=40)
    seq = models.BigIntegerField()

    class Meta:
        """Once for each account and case."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account", "case"], name="seen_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.case} {self.seq}"


class DocumentCopy(models.Model):
    """A received document that belongs to a case."""

    case = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    """SHA-256 of its bytes, in small hexadecimal digits."""
    seq = models.BigIntegerField()
    """Number of the entry by which it first came to the case."""
    began = models.BooleanField(default=False)
    """Whether the case was registered from it."""

    class Meta:
        """Once for each case, and found by the document."""

        ordering: ClassVar[list[str]] = ["seq", "digest"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "digest"], name="document_of_a_case_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["digest"], name="cases_of_a_document")]

    def __str__(self) -> str:
        return f"{self.case} {self.digest[:16]}"


class InvitationCopy(models.Model):
    """A mandate offered to counsel and not answered: who is invited sees nothing else of the case."""

    case = models.CharField(max_length=40)
    ident = models.CharField(max_length=40)
    account = models.CharField(max_length=16)

    class Meta:
        """Once in a case, and found by who is invited."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ident"], name="invitation_of_a_case_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account"], name="invitations_of_account")]

    def __str__(self) -> str:
        return f"{self.case} {self.ident}"
