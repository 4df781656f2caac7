"""The kinds of remedy: who may lodge each, before whom, and which acts lodging it closes.

What a remedy closes is told act by act, with its source. Where a text says that lodging stops something, that text is
cited; where none does, what cannot be undone is held all the same by policy of this system, and it says so: a remedy
that finds everything done is none (ECHR, Article 13).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rogatory.examination.inquiries.holding import WAIT
from rogatory.law.acts import (
    ADMIT_OFFICIALS,
    EXTRADITION_KINDS,
    KEEP_NOTICE,
    KINDS,
    NOTICE_KINDS,
    OPEN_FILE,
    OPEN_SEAL,
    RETURN_MATERIAL,
    SURRENDER,
    TRANSMIT,
    Act,
)
from rogatory.law.sources import Basis, Check, Cite, Source


class Capacity(Enum):
    """As what somebody lodges a remedy."""

    PERSON = "person concerned"
    """The person the request is about: suspected, accused or sought."""
    HARMED = "harmed by the measure"
    """Whoever a measure touches: a household, an office, whoever's data or money it is."""
    HOLDER = "third party with a right"
    """A third party who claims a right to what was seized: an owner, an account holder, a source."""


@dataclass(frozen=True, slots=True)
class Closing:
    """That lodging a remedy closes acts, and what says so.

    Attributes:
        acts: The acts closed, until the remedy is finally decided or withdrawn.
        source: What says so.
        basis: What gives it force; `POLICY` where no text stops the act.
        check: How far the source was read.
    """

    acts: tuple[Act, ...]
    source: Source
    basis: Basis
    check: Check = Check.PARTLY


@dataclass(frozen=True, slots=True)
class RemedyKind:
    """One kind of remedy.

    Attributes:
        id: Name in the record.
        says: What it is called, in English, French, Dutch and Russian.
        source: What opens it.
        capacities: As what it can be lodged.
        before: Body that decides it, in English.
        closes: What lodging it closes, and why; empty: nothing.
        kinds: Kinds of request it exists for.
        jurisdiction: Country code of the requested state whose law opens it; empty: open against every state bound.
        of_a_ruling: Whether it is lodged against a ruling on another remedy.
        check: How far the source was read.
    """

    id: str
    says: Mapping[str, str]
    source: Source
    capacities: tuple[Capacity, ...]
    before: str
    closes: tuple[Closing, ...]
    kinds: tuple[str, ...] = KINDS
    jurisdiction: str = "BE"
    of_a_ruling: bool = False
    check: Check = Check.PARTLY

    def open_in(self, kind: str, requested: str) -> bool:
        """Whether it exists for a request of this kind to this state (country code)."""
        return kind in self.kinds and self.jurisdiction in ("", requested)

    @property
    def closed(self) -> frozenset[str]:
        """Identifiers of every act lodging it closes."""
        return frozenset(act.id for closing in self.closes for act in closing.acts)


_CODE, _ACT_2004 = "Belgium, Code of Criminal Procedure", "Belgium, Act of 9 December 2004"
_EIO, _EAW = "Belgium, Act of 22 May 2017 on the European Investigation Order", "Belgium, Act of 19 December 2003"
_ECHR = "European Convention on Human Rights"
_P, _H, _T = Capacity.PERSON, Capacity.HARMED, Capacity.HOLDER
_EVERYBODY = (_P, _H, _T)
_ASSISTANCE = ("mla", "eio")
IRREVERSIBLE = (TRANSMIT, OPEN_FILE, SURRENDER)
"""What is held by policy while any remedy runs: none of it can be taken back. A remedy holds the presence of officials
as well, for what they see and hear is taken home; a promise or stay holds it where it names it."""

_HOLD = Closing(
    (*IRREVERSIBLE, ADMIT_OFFICIALS),
    Source((Cite("Policy of this system", "automatic hold while a remedy runs"), Cite(_ECHR, "Art. 13", "ETS 005"))),
    Basis.POLICY,
    Check.VERIFIED,
)


_SEALED = Closing(
    (OPEN_SEAL,),
    Source(
        (
            Cite(
                "Policy of this system",
                "what was read cannot be unread: a seizure that is challenged stays sealed",
            ),
            Cite(_ECHR, "Art. 8", "ETS 005"),
            Cite(_ECHR, "Art. 13", "ETS 005"),
        )
    ),
    Basis.POLICY,
    Check.VERIFIED,
)
"""No text stops the opening of a seal. That of an investigation order's challenge least of all: it suspends the measure
only where it would in a similar domestic case (Directive 2014/41/EU, Art. 14(6))."""
_CLAIMED = Closing(
    (RETURN_MATERIAL,),
    Source(
        (
            Cite("Policy of this system", "what somebody claims is given to nobody else before that is decided"),
            Cite(_ACT_2004, "Art. 6(5)"),
        )
    ),
    Basis.POLICY,
)


def _source(instrument: str, *places: str) -> Source:
    return Source(tuple(Cite(instrument, place) for place in places))


def _says(en: str, fr: str, nl: str, ru: str) -> Mapping[str, str]:
    return MappingProxyType({"en": en, "fr": fr, "nl": nl, "ru": ru})


_ALL = (
    RemedyKind(
        "lifting",
        _says("lifting of a seizure or measure", "levée d'une saisie ou d'un acte",
              "opheffing van een beslag of handeling",
              "снятие ареста или меры"),
        _source(_CODE, "Art. 61quater", "Art. 28sexies"),
        _EVERYBODY,
        "investigating judge or prosecutor; on appeal the indictments chamber",
        (_HOLD, _SEALED),
        _ASSISTANCE,
    ),
    RemedyKind(
        "file-access",
        _says("access to the file", "accès au dossier", "inzage van het dossier", "доступ к материалам дела"),
        _source(_CODE, "Art. 61ter", "Art. 21bis"),
        _EVERYBODY,
        "investigating judge or prosecutor; on appeal the indictments chamber",
        (_HOLD,),
    ),
    RemedyKind(
        "regularity",
        _says("control of the regularity of the procedure", "contrôle de la régularité de la procédure",
              "toezicht op de regelmatigheid van de rechtspleging", "проверка законности производства"),
        _source(_CODE, "Art. 235bis", "Art. 136", "Art. 136bis"),
        _EVERYBODY,
        "indictments chamber",
        (_HOLD, _SEALED),
        _ASSISTANCE,
    ),
    RemedyKind(
        "third-party-opposition",
        _says("opposition of a third party to sending seized property",
              "opposition d'un tiers à la remise de biens saisis",
              "verzet van een derde tegen de overdracht van inbeslaggenomen goederen",
              "возражение третьего лица против передачи изъятого имущества"),
        _source(_ACT_2004, "Art. 6(5)"),
        (_H, _T),
        "council chamber; on appeal the indictments chamber",
        (_HOLD, _CLAIMED),
        ("mla",),
    ),
    RemedyKind(
        "eio-challenge",
        _says("challenge to the execution of an investigation order",
              "recours contre l'exécution d'une décision d'enquête",
              "rechtsmiddel tegen de uitvoering van een onderzoeksbevel",
              "обжалование исполнения европейского следственного ордера"),
        _source("Directive 2014/41/EU", "Art. 14") + _source(_EIO, "Art. 22"),
        _EVERYBODY,
        "council chamber; on appeal the indictments chamber",
        (
            Closing((TRANSMIT,), _source("Directive 2014/41/EU", "Art. 13(2)"), Basis.TEXT, Check.VERIFIED),
            _HOLD,
            _SEALED,
        ),
        ("eio",),
    ),
    RemedyKind(
        "challenge",
        _says("challenge to the request or to a measure", "contestation de la demande ou d'une mesure",
              "betwisting van het verzoek of van een maatregel", "обжалование запроса или меры"),
        _source(_ECHR, "Art. 13") + Cite("Constitutional Court of Belgium", "judgment 1/2022, 13 January 2022"),
        _EVERYBODY,
        "the court competent for the measure",
        (_HOLD, _SEALED),
        jurisdiction="",
    ),
    RemedyKind(
        "extradition-challenge",
        _says("challenge to an extradition", "recours contre une extradition", "rechtsmiddel tegen een uitlevering",
              "обжалование выдачи"),
        _source("Belgium, Act of 15 March 1874", "Art. 3", "Art. 5"),
        (_P,),
        "indictments chamber",
        (_HOLD,),
        ("extradition",),
    ),
    RemedyKind(
        "warrant-appeal",
        _says("appeal against the enforcement of an arrest warrant",
              "appel contre l'exécution d'un mandat d'arrêt européen",
              "hoger beroep tegen de tenuitvoerlegging van een aanhoudingsbevel",
              "апелляция на исполнение европейского ордера на арест"),
        _source(_EAW, "Art. 17"),
        (_P,),
        "indictments chamber",
        (Closing((SURRENDER,), _source(_EAW, "Art. 17", "Art. 22"), Basis.TEXT, Check.GENERAL), _HOLD),
        ("eaw",),
    ),
    RemedyKind(
        "annulment",
        _says("annulment of a decision of the government", "annulation d'une décision du gouvernement",
              "nietigverklaring van een beslissing van de regering", "отмена решения правительства"),
        _source("Belgium, Acts on the Council of State", "Art. 14", "Art. 17"),
        _EVERYBODY,
        "Council of State",
        (_HOLD,),
        check=Check.GENERAL,
    ),
    RemedyKind(
        "asylum",
        _says("application or appeal for international protection", "demande ou recours de protection internationale",
              "verzoek of beroep inzake internationale bescherming", "ходатайство или жалоба о международной защите"),
        _source("Directive 2013/32/EU", "Art. 9", "Art. 46"),
        (_P,),
        "asylum authority or court",
        (Closing((SURRENDER,), _source("Directive 2013/32/EU", "Art. 9(1)", "Art. 46(5)"), Basis.TEXT), _HOLD),
        jurisdiction="",
    ),
    RemedyKind(
        "appeal",
        _says("appeal against a ruling on a remedy", "appel contre une décision sur un recours",
              "hoger beroep tegen een beslissing over een rechtsmiddel", "апелляция на решение по жалобе"),
        _source(_CODE, "Art. 61quater(5)", "Art. 61ter(5)", "Art. 28sexies(4)", "Art. 135"),
        _EVERYBODY,
        "indictments chamber",
        (_HOLD, _SEALED),
        of_a_ruling=True,
    ),
    RemedyKind(
        "cassation",
        _says("appeal in cassation", "pourvoi en cassation", "cassatieberoep", "кассационная жалоба"),
        _source(_CODE, "Art. 416", "Art. 420", "Art. 423")
        + Cite("Constitutional Court of Belgium", "judgment 29/2024, 14 March 2024", "roll 7908"),
        _EVERYBODY,
        "Court of Cassation",
        (_HOLD, _SEALED),
        of_a_ruling=True,
    ),
    RemedyKind(
        "strasbourg",
        _says("application to the European Court of Human Rights", "requête à la Cour européenne des droits de l'homme",
              "verzoekschrift bij het Europees Hof voor de Rechten van de Mens",
              "жалоба в Европейский суд по правам человека"),
        _source(_ECHR, "Art. 34", "Art. 35(1)"),
        _EVERYBODY,
        "European Court of Human Rights",
        (_HOLD,),
        jurisdiction="",
        check=Check.VERIFIED,
    ),
    RemedyKind(
        "interim-measure",
        _says("request for an interim measure", "demande de mesure provisoire", "verzoek om een voorlopige maatregel",
              "ходатайство об обеспечительной мере"),
        _source("Rules of the European Court of Human Rights", "Rule 39"),
        _EVERYBODY,
        "European Court of Human Rights or a UN committee",
        (_HOLD, _SEALED),
        jurisdiction="",
        check=Check.VERIFIED,
    ),
    RemedyKind(
        "interpol-complaint",
        _says("request to the Commission for the Control of INTERPOL's Files",
              "requête à la Commission de contrôle des fichiers d'INTERPOL",
              "verzoek aan de Commissie voor de controle van de bestanden van INTERPOL",
              "запрос в Комиссию по контролю за файлами Интерпола"),
        _source("Statute of the Commission for the Control of INTERPOL's Files", "Art. 29", "Art. 33"),
        (_P,),
        "Commission for the Control of INTERPOL's Files",
        (
            Closing(
                (KEEP_NOTICE, SURRENDER),
                _source("Policy of this system", "a notice that is challenged is not renewed meanwhile")
                + Cite(_ECHR, "Art. 13", "ETS 005"),
                Basis.POLICY,
                Check.VERIFIED,
            ),
        ),
        NOTICE_KINDS + EXTRADITION_KINDS,
        jurisdiction="",
    ),
    RemedyKind(
        "inquiry-closing",
        _says("challenge to the end of an inquiry into an allegation",
              "recours contre la clôture d'une enquête sur une allégation",
              "betwisting van het einde van een onderzoek naar een aantijging",
              "обжалование окончания проверки заявления"),
        _source(_ECHR, "Art. 13") + Cite("UN Convention against Torture", "Art. 13", "UNTS 1465"),
        _EVERYBODY,
        "the court competent for the inquiry",
        (
            Closing(
                WAIT,
                _source("Policy of this system", "acts wait while the end of an inquiry is challenged")
                + Cite(_ECHR, "Art. 13", "ETS 005"),
                Basis.POLICY,
                Check.VERIFIED,
            ),
        ),
        jurisdiction="",
    ),
    RemedyKind(
        "data-protection",
        _says("data-protection complaint", "plainte en matière de protection des données",
              "klacht inzake gegevensbescherming", "жалоба о защите персональных данных"),
        _source("Directive (EU) 2016/680", "Art. 52", "Art. 54"),
        _EVERYBODY,
        "supervisory authority or court",
        (
            Closing(
                (TRANSMIT, OPEN_FILE),
                _source("Policy of this system", "data that are challenged do not leave meanwhile")
                + Cite("Directive (EU) 2016/680", "Art. 35", "CELEX 32016L0680"),
                Basis.POLICY,
                Check.VERIFIED,
            ),
        ),
        jurisdiction="",
    ),
)  # fmt: skip

REMEDIES: Mapping[str, RemedyKind] = MappingProxyType({kind.id: kind for kind in _ALL})
"""Every kind of remedy by its identifier, the nearest to the person first."""
WITHOUT_A_NAME = REMEDIES["challenge"]
"""The kind of a remedy whose lodger named none: it is never turned away for want of a name."""
INQUIRY_CLOSING = REMEDIES["inquiry-closing"]
"""The kind by which it is challenged that an allegation is investigated no further, or not at all."""


def open_in(kind: str, requested: str) -> tuple[RemedyKind, ...]:
    """The remedies that exist for a request of a kind to a state, those against a ruling last."""
    found = [remedy for remedy in _ALL if remedy.open_in(kind, requested)]
    return tuple(sorted(found, key=lambda remedy: remedy.of_a_ruling))
