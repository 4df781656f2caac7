"""What the public is told in numbers: one table of subjects, and by what each is told apart.

A subject counts events, each on the day on which it was written into the journal: nothing can be written into a past
day, so a period that is over is over. Numbers are about what an office did. None of them is about what a person is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

KEPT = "|"
"""Stands between the values of a happening where they are kept as one text; no value holds it."""
UP_TO = (30, 90, 180, 365)
"""Last days (inclusive) of the spans in which time taken is told; what took longer is `longer`."""
LONGER = "longer"
NO_GROUND = "none"
"""Of a decision: no norm stood against granting when it was taken, or it is no refusal."""
UNTOLD = "not told"
"""Of a value that the entry does not hold any more, because it was lawfully erased, or never held."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted.

    Attributes:
        id: Name in files and addresses.
        says: What is counted, in English, French and Dutch.
        dimensions: By what it is told apart, what is kept apart longest first.
    """

    id: str
    says: Mapping[str, str]
    dimensions: tuple[str, ...]


def _subject(ident: str, dimensions: tuple[str, ...], en: str, fr: str, nl: str) -> Subject:
    return Subject(ident, MappingProxyType({"en": en, "fr": fr, "nl": nl}), dimensions)


_ALL = (
    _subject("requests", ("state", "kind"), "Requests registered", "Demandes enregistrées", "Geregistreerde verzoeken"),
    _subject("decisions", ("outcome", "state", "ground", "kind", "time"), "Decisions on requests",
             "Décisions sur les demandes", "Beslissingen over verzoeken"),
    _subject("handed-over", ("act", "state"), "Acts that gave a requesting state what cannot be taken back",
             "Actes qui ont donné à un État requérant ce qui ne peut être repris",
             "Handelingen die een verzoekende staat gaven wat niet kan worden teruggenomen"),
    _subject("departures", ("act", "state"), "Departures from a ruling, with reasons and a second person",
             "Décisions s’écartant de l’avis de droit, motivées et confirmées par une seconde personne",
             "Afwijkingen van het rechtsoordeel, met redenen en een tweede persoon"),
    _subject("remedies-lodged", ("remedy", "state"), "Remedies lodged", "Recours introduits",
             "Ingestelde rechtsmiddelen"),
    _subject("remedies-ended", ("success", "remedy", "state"), "Remedies ended, with their outcome",
             "Recours clos, avec leur issue", "Afgesloten rechtsmiddelen, met hun uitkomst"),
    _subject("notices", ("act", "state"), "Persons told of what was done", "Personnes informées de ce qui a été fait",
             "Personen die op de hoogte zijn gebracht"),
    _subject("links", ("link", "state"), "Links with what was known, decided",
             "Liens avec ce qui était connu, tranchés", "Verbanden met wat bekend was, waarover is beslist"),
    _subject("objections", ("objection", "state"), "Objections to seized items, decided",
             "Oppositions à des pièces saisies, tranchées", "Bezwaren tegen inbeslaggenomen stukken, beslist"),
    _subject("second-looks", ("look", "question", "state"),
             "Questions of seized items answered by a second person who was not told the first answer",
             "Questions sur des pièces saisies, répondues par une seconde personne ignorant la première réponse",
             "Vragen over in beslag genomen stukken, beantwoord door een tweede persoon zonder het eerste antwoord"),
    _subject("items", ("item", "state"), "Seized items of packages that were sent: sent, and withheld",
             "Pièces saisies des envois transmis : transmises, et retenues",
             "In beslag genomen stukken van verzonden pakketten: verzonden, en achtergehouden"),
    _subject("inquiries", ("inquiry", "state"), "Allegations of transnational repression: lodged, taken up, concluded",
             "Allégations de répression transnationale : déposées, instruites, conclues",
             "Aantijgingen van grensoverschrijdende repressie: ingediend, onderzocht, afgesloten"),
    _subject("reparation", ("step", "form", "state"), "Steps of reparation", "Étapes de la réparation",
             "Stappen van herstel"),
    _subject("sums", ("step", "currency"), "Reparation in money, in whole units of the currency",
             "Réparation en argent, en unités entières de la monnaie", "Herstel in geld, in hele eenheden van de munt"),
)  # fmt: skip
SUBJECTS: Mapping[str, Subject] = MappingProxyType({subject.id: subject for subject in _ALL})
"""Everything that is counted, in the order in which it is told."""
DIMENSIONS = tuple(dict.fromkeys(name for subject in _ALL for name in subject.dimensions))


@dataclass(frozen=True, slots=True)
class Happening:
    """What an entry says happened, for counting and for alarms.

    Attributes:
        subject: One of `SUBJECTS`, or a name that is told to no public.
        values: What is told of it, in the order of the subject's dimensions.
        number: How many of it.
    """

    subject: str
    values: tuple[str, ...]
    number: int = 1

    @property
    def kept(self) -> str:
        """The values as one text."""
        return KEPT.join(value.replace(KEPT, " ") or UNTOLD for value in self.values)


def span(days: int) -> str:
    """The span of days in which something was done.

    >>> span(30), span(31), span(366)
    ('1-30', '31-90', 'longer')
    """
    first = 1
    for last in UP_TO:
        if days <= last:
            return f"{first}-{last}"
        first = last + 1
    return LONGER
