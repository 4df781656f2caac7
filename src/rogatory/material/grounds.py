"""Why an item is withheld: norms of the law, and rules of this system about seized material, each with its source."""

from dataclasses import dataclass

from rogatory.law.norms import Norm
from rogatory.law.packs.house import house
from rogatory.law.packs.house_holds import remedy_hold
from rogatory.law.sources import ECTHR, Basis, Source
from rogatory.law.wording.language import Language, Words, english_only, said


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason to withhold items.

    Attributes:
        id: Identifier: that of the norm, where it is one of the law.
        words: The reason in a sentence, in each language of the law book.
        source: Where it comes from.
        basis: What gives it its force.
        norm: The norm; None: a rule of this system about seized material.
        open: Whether it only may withhold: something must still be answered or examined.
    """

    id: str
    words: Words
    source: Source
    basis: Basis
    norm: Norm | None = None
    open: bool = False

    @property
    def says(self) -> str:
        """The reason in a sentence (English)."""
        return said(self.words, Language.EN)

    def in_words(self, language: Language) -> str:
        """The reason in a sentence, in a language of the law book; marked as English where it is not worded in it."""
        return said(self.words, language) or english_only(self.says, language)

    def __str__(self) -> str:
        """The ground as it stands in an inventory."""
        still = ", not yet answered" if self.open else ""
        return f"{self.says} [{self.id}{still}] {self.source}"


def of_norm(norm: Norm, *, is_open: bool) -> Ground:
    """The ground a norm gives; open: it is not known yet whether it does."""
    words = (norm.says["en"], norm.says.get("fr", ""), norm.says.get("nl", ""))
    return Ground(norm.id, words, norm.source, norm.basis, norm, is_open)


def _rule(ident: str, words: Words, source: Source, *, is_open: bool = False) -> Ground:
    return Ground(ident, words, source, Basis.POLICY, None, is_open)


_SABER = ECTHR.judgment("Saber v. Norway", "459/18, 17 December 2020")
_KRUGLOV = ECTHR.judgment("Kruglov and Others v. Russia", "11264/04 and 15 others, 4 February 2020", "par. 125-137")

UNREAD = _rule(
    "material-unread",
    (
        "No machine could read it wholly, and nobody has looked at it: what is not read is not cleared.",
        "Aucune machine n'a pu la lire entièrement et personne ne l'a regardée : ce qui n'est pas lu n'est pas libéré.",
        "Geen machine kon het volledig lezen en niemand keek ernaar: wat niet gelezen is, komt niet vrij.",
    ),
    house("what no machine reads, a human looks at") + _SABER,
    is_open=True,
)
ANSWERED_SO = _rule(
    "material-answer-withholds",
    (
        "One of the four questions was answered so that the item stays, or it is tainted, whatever law binds here.",
        "Une des quatre réponses la retient, ou elle est entachée, quel que soit le droit qui lie ici.",
        "Op een van de vier vragen is zo geantwoord dat het stuk blijft, of het is besmet, welk recht hier ook bindt.",
    ),
    house("an item leaves only if the four questions are answered so"),
)
UNANSWERED = _rule(
    "material-not-all-answered",
    (
        "Not all four questions are answered.",
        "Il n'est pas répondu aux quatre questions.",
        "Niet alle vier de vragen zijn beantwoord.",
    ),
    house("an item leaves only if the four questions are answered so"),
    is_open=True,
)
DIFFER = _rule(
    "material-answers-differ",
    (
        "Two persons have answered a question otherwise, and no third one has settled it.",
        "Deux personnes ont répondu différemment à une question et aucune tierce personne n'a tranché.",
        "Twee personen hebben een vraag anders beantwoord en geen derde heeft beslist.",
    ),
    house("two answers stand side by side until a third person settles them, with reasons"),
    is_open=True,
)
CARRIED = _rule(
    "material-carries-withheld",
    (
        "It carries what another item is withheld for: it holds, quotes, summarises or copies that item.",
        "Elle porte ce pour quoi une autre pièce est retenue : elle la contient, la cite, la résume ou la copie.",
        "Het draagt waarvoor een ander stuk wordt ingehouden: het bevat, citeert, vat samen of kopieert dat stuk.",
    ),
    house("a withheld item leaves by no other way") + _SABER + _KRUGLOV,
)
FAMILY = _rule(
    "material-family-parted",
    (
        "It was answered with its whole family, of which another member is withheld: it must be answered alone.",
        "Il y a été répondu avec toute sa famille, dont un autre membre est retenu : il faut y répondre séparément.",
        "Het is met zijn familie beantwoord, waarvan een ander lid wordt ingehouden: het vergt eigen antwoorden.",
    ),
    house("a family answered as a whole stays a whole"),
    is_open=True,
)
UPHELD = _rule(
    "material-objection-upheld",
    (
        "A court has upheld an objection to it: it stays.",
        "Une juridiction a fait droit à une opposition : elle reste.",
        "Een rechter heeft een bezwaar ertegen ingewilligd: het blijft.",
    ),
    house("what a court has kept back on an objection no answer lets go"),
)
REOPENED = _rule(
    "material-screen-after-answer",
    (
        "A screen has found something in it since a question was answered: that question must be answered again.",
        "Un filtre y a trouvé quelque chose depuis qu'il a été répondu à une question : il faut y répondre à nouveau.",
        "Een filter heeft er iets in gevonden sinds een vraag is beantwoord: die vraag moet opnieuw worden beantwoord.",
    ),
    house("a screen only withholds; whoever answers has seen what it found"),
    is_open=True,
)
REMEDY = Ground(
    remedy_hold.id,
    (
        "A remedy is running, or can still be lodged.",
        "Un recours est pendant ou peut encore être introduit.",
        "Een rechtsmiddel hangt of kan nog worden ingesteld.",
    ),
    remedy_hold.source,
    remedy_hold.basis,
    remedy_hold,
)
REMEDY_NOT_KNOWN = Ground(
    remedy_hold.id,
    (
        "It is not known whether a remedy is running or can still be lodged.",
        "On ne sait pas si un recours est pendant ou peut encore être introduit.",
        "Het is niet bekend of een rechtsmiddel hangt of nog kan worden ingesteld.",
    ),
    remedy_hold.source,
    remedy_hold.basis,
    remedy_hold,
    open=True,
)
