"""What a request must hold: a table in our own words, each item with the article that asks for it.

`check` says how far each was read. Compared with the text, article by article: the Conventions of 1959 and 1957 (Articles
14, 16, 19; 12, 13, 16, 23) and the Second Additional Protocol to the first (8, 9, 10). Of the Framework Decision Article
8, of the Directive Articles 26, 28 and 30 were read; the rest of the two, the sections of the form among it, is general
knowledge. The other conventions follow research notes made from their texts. No list of a bilateral treaty is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rogatory.law.acts import ASSISTANCE_KINDS
from rogatory.law.sources import Check, Cite, Source


class Content(Enum):
    """Something a request holds or lacks; the value is what a letter to the requesting state calls it."""

    AUTHORITY = "the authority that makes the request"
    INVESTIGATING = "the authority that conducts the investigation or proceedings, with its functions"
    OBJECT = "the object of the request and the reason for it"
    PURPOSE = "the purpose for which the evidence, information or action is sought"
    ASSISTANCE = "the assistance sought, measure by measure"
    PROCEDURE = "the particular procedure to be followed, if one is wanted"
    FACTS = "a summary of the facts, with time, place and circumstances"
    OFFENCE = "the offence and its legal qualification"
    LAW = "the text of the provisions applied, or a statement of the law"
    LAWFUL_THERE = "that the measure could be taken in the territory of the requesting state too"
    PERSON = "the identity of the person concerned"
    NATIONALITY = "the nationality of the person concerned"
    WHERE = "where the person concerned is"
    ADDRESSEE = "the name and address of the person to be served"
    PROPERTY = "the property concerned, where it is, and how it is linked with the person and the offence"
    ORDER = "the warrant, judgment or order, original or certified as the instrument says"
    ORDER_EXISTS = "a statement that a warrant, judgment or order exists"
    SUM = "the maximum amount for which recovery is sought"
    INTENT = "the statement that a request for extradition or assistance will follow"
    DATA = "the stored data to be preserved and their link with the offence"
    NECESSITY = "why it is necessary"
    ACCOUNTS = "why the accounts are of substantial value for the investigation, and which banks are meant"
    NOT_IN_PERSON = "why attendance in person is not desirable or possible, and who will hear"
    TAPPED = "who is to be intercepted, for how long, and the technical data needed for it"
    CONSEQUENCES = "other consequences of the offence"
    CONSENT = "the consent of the witness or expert to be heard by telephone"
    PENALTY = "the penalty imposed, or the range of penalties"
    LIMITATION = "the provisions on lapse of time"
    TRANSLATION = "a translation, where the requested state has declared that it needs one"


class Need(Enum):
    """How firmly an instrument asks for an item."""

    REQUIRED = "required"
    IF_POSSIBLE = "required as far as possible"
    IF_NEEDED = "required where the case calls for it"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list.

    Attributes:
        content: What must be there.
        place: The article, paragraph and point that ask for it.
        need: How firmly.
        measures: Measures (values of `measure.type`) for which alone it is asked; empty: for all.
        without: Measures for which it is not asked.
    """

    content: Content
    place: str
    need: Need = Need.REQUIRED
    measures: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    def asked_for(self, measures: frozenset[str]) -> bool:
        """Whether a request for these measures must hold it; measures that are not known are taken to need it."""
        if self.measures:
            return not measures or bool(self.measures & measures)
        return not measures or bool(measures - self.without)


@dataclass(frozen=True, slots=True)
class Contents:
    """What an instrument asks of a request.

    Attributes:
        instrument: Its key in the treaty matrix.
        title: How it is cited.
        kinds: The kinds of request it is for.
        items: Its list; empty: it adds nothing to the instruments of `on`.
        ask: Where it says that the requested state may or shall ask for what is missing; None: it says nothing of it.
        says: What it says of that, in a sentence.
        on: Keys of the instruments it adds to.
        check: How far its list was read.
    """

    instrument: str
    title: str
    kinds: tuple[str, ...]
    items: tuple[Item, ...]
    ask: str | None
    says: str
    on: tuple[str, ...] = ()
    check: Check = Check.PARTLY

    def source(self, place: str) -> Source:
        """The provision as it is printed."""
        return Source((Cite(self.title, f"Art. {place}"),))


_MLA = ("mla",)
_C, _P, _N = Content, Need.IF_POSSIBLE, Need.IF_NEEDED
_SERVICE = frozenset({"service"})
_NO_ROGATORY = frozenset({"service", "witness-transfer"})
_COERCIVE = frozenset({"search", "seizure", "freezing", "interception", "bank-data"})
_ARREST = frozenset({"arrest"})
_PROVISIONAL = frozenset({"seizure", "freezing"})


def _laundering(items: str, asked: str, title: str, ident: str, *more: Item) -> Contents:
    return Contents(ident, title, ASSISTANCE_KINDS[:1], (
        Item(_C.AUTHORITY, f"{items}(1)(a)"), Item(_C.INVESTIGATING, f"{items}(1)(a)"), Item(_C.OBJECT, f"{items}(1)(b)"),
        Item(_C.FACTS, f"{items}(1)(c)"), Item(_C.OFFENCE, f"{items}(1)(c)"),
        Item(_C.LAW, f"{items}(1)(d)(i)", measures=_COERCIVE), Item(_C.LAWFUL_THERE, f"{items}(1)(d)(ii)", measures=_COERCIVE),
        Item(_C.PERSON, f"{items}(1)(e)(i)", _P), Item(_C.NATIONALITY, f"{items}(1)(e)(i)", _P),
        Item(_C.PROPERTY, f"{items}(1)(e)(ii)", _N, measures=_PROVISIONAL), Item(_C.PROCEDURE, f"{items}(1)(f)", _N),
        Item(_C.SUM, f"{items}(2)", measures=_PROVISIONAL), *more,
    ), asked, "may ask that the request be amended or completed, and may set a time limit for it")  # fmt: skip


def _united_nations(ident: str, title: str, items: str, asked: str, *more: Item) -> Contents:
    return Contents(ident, title, _MLA, (
        Item(_C.AUTHORITY, f"{items}(a)"), Item(_C.OBJECT, f"{items}(b)"), Item(_C.INVESTIGATING, f"{items}(b)"),
        Item(_C.OFFENCE, f"{items}(b)"), Item(_C.FACTS, f"{items}(c)", without=_SERVICE), Item(_C.ASSISTANCE, f"{items}(d)"),
        Item(_C.PROCEDURE, f"{items}(d)", _N), Item(_C.PERSON, f"{items}(e)", _P), Item(_C.NATIONALITY, f"{items}(e)", _P),
        Item(_C.WHERE, f"{items}(e)", _P), Item(_C.PURPOSE, f"{items}(f)"), *more,
    ), asked, "may ask for more where that is needed to execute the request under its law, or makes it easier")  # fmt: skip


TABLE: tuple[Contents, ...] = (
    Contents("ETS-030", "European Convention on Mutual Assistance in Criminal Matters (ETS 030)", _MLA, (
        Item(_C.AUTHORITY, "14(1)(a)"), Item(_C.OBJECT, "14(1)(b)"), Item(_C.PERSON, "14(1)(c)", _P),
        Item(_C.NATIONALITY, "14(1)(c)", _P), Item(_C.ADDRESSEE, "14(1)(d)", measures=_SERVICE),
        Item(_C.OFFENCE, "14(2)", without=_NO_ROGATORY), Item(_C.FACTS, "14(2)", without=_NO_ROGATORY),
        Item(_C.TRANSLATION, "16(2)", _N),
    ), None, "says nothing of a request that lacks something: asking is open, and a refusal needs reasons (Art. 19)",
             check=Check.VERIFIED),
    Contents("ETS-099", "Additional Protocol to the European Convention on Mutual Assistance (ETS 099)", _MLA, (), None,
             "adds nothing to the list of the Convention", on=("ETS-030",)),
    Contents("ETS-182", "Second Additional Protocol to the European Convention on Mutual Assistance (ETS 182)", _MLA, (
        Item(_C.PROCEDURE, "8", _N), Item(_C.NOT_IN_PERSON, "9(3)", measures=frozenset({"video-hearing"})),
        Item(_C.CONSENT, "10(4)", _N, measures=frozenset({"video-hearing"})),
    ), None, "says nothing of a request that lacks something: asking is open", on=("ETS-030",), check=Check.VERIFIED),
    _laundering("27", "28", "Convention on Laundering, Search, Seizure and Confiscation (ETS 141)", "ETS-141"),
    _laundering("37", "38", "Convention on Laundering, Search, Seizure and Confiscation and on Terrorist Financing (CETS 198)",
                "CETS-198", Item(_C.ACCOUNTS, "17(3)", measures=frozenset({"bank-data"}))),
    _united_nations("UNTOC", "UN Convention against Transnational Organized Crime", "18(15)", "18(16)",
                    Item(_C.ORDER, "13(3)(b)", measures=frozenset({"freezing"}), need=_N)),
    _united_nations("UNCAC", "UN Convention against Corruption", "46(15)", "46(16)",
                    Item(_C.ORDER, "55(3)", measures=frozenset({"freezing"}), need=_N)),
    _united_nations("VIENNA-1988", "UN Convention against Illicit Traffic in Narcotic Drugs", "7(10)", "7(11)"),
    Contents("ETS-185", "Convention on Cybercrime (ETS 185)", _MLA, (
        Item(_C.AUTHORITY, "29(2)(a)"), Item(_C.OFFENCE, "29(2)(b)"), Item(_C.FACTS, "29(2)(b)"), Item(_C.DATA, "29(2)(c)"),
        Item(_C.WHERE, "29(2)(d)", _P), Item(_C.NECESSITY, "29(2)(e)"), Item(_C.INTENT, "29(2)(f)"),
    ), None, "asks this of a request to preserve stored data, and says nothing of one that lacks something"),
    Contents("ETS-024", "European Convention on Extradition (ETS 024)", ("extradition",), (
        Item(_C.ORDER, "12(2)(a)", without=_ARREST), Item(_C.FACTS, "12(2)(b)", without=_ARREST),
        Item(_C.OFFENCE, "12(2)(b)", without=_ARREST), Item(_C.LAW, "12(2)(c)", without=_ARREST),
        Item(_C.PERSON, "12(2)(c)", without=_ARREST), Item(_C.NATIONALITY, "12(2)(c)", without=_ARREST),
        # Of a request for provisional arrest alone the documents are not asked yet.
        Item(_C.ORDER_EXISTS, "16(2)", measures=_ARREST), Item(_C.INTENT, "16(2)", measures=_ARREST),
        Item(_C.OFFENCE, "16(2)", measures=_ARREST), Item(_C.FACTS, "16(2)", measures=_ARREST),
        Item(_C.PERSON, "16(2)", _P, measures=_ARREST), Item(_C.TRANSLATION, "23", _N),
    ), "13", "shall ask for what is missing before it decides, and may set a time limit; a person provisionally arrested may be set "
             "free after 18 days and must be after 40 (Art. 16(4))", check=Check.VERIFIED),
    Contents("ETS-086", "Additional Protocol to the European Convention on Extradition (ETS 086)", ("extradition",), (), None,
             "adds nothing to the list of the Convention", on=("ETS-024",)),
    Contents("ETS-098", "Second Additional Protocol to the European Convention on Extradition (ETS 098)", ("extradition",), (), None,
             "adds nothing to the list of the Convention", on=("ETS-024",)),
    Contents("CETS-212", "Fourth Additional Protocol to the European Convention on Extradition (CETS 212)", ("extradition",), (
        Item(_C.LIMITATION, "2 (12(2)(b) as amended)"), Item(_C.WHERE, "2 (12(2)(c) as amended)"),
    ), "13", "shall ask for what is missing before it decides, as the Convention says", on=("ETS-024",)),
    Contents("EIO-DIRECTIVE", "Directive 2014/41/EU on the European Investigation Order", ("eio",), (
        Item(_C.AUTHORITY, "5(1)(a) and Annex A, Sections K and L"), Item(_C.OBJECT, "5(1)(b) and Annex A, Section G"),
        Item(_C.PERSON, "5(1)(c) and Annex A, Section E", _P), Item(_C.FACTS, "5(1)(d) and Annex A, Section G"),
        Item(_C.OFFENCE, "5(1)(d) and Annex A, Section G"), Item(_C.ASSISTANCE, "5(1)(e) and Annex A, Section C"),
        Item(_C.NECESSITY, "6(1) and Annex A", _N), Item(_C.PROCEDURE, "9(2) and Annex A, Section I", _N),
        Item(_C.ACCOUNTS, "26(5) and Annex A, Section H4", measures=frozenset({"bank-data"})),
        Item(_C.NOT_IN_PERSON, "24 and Annex A, Section H2", measures=frozenset({"video-hearing"})),
        Item(_C.TAPPED, "30(3) and Annex A, Section H7", measures=frozenset({"interception"})),
        Item(_C.NECESSITY, "30(4) and Annex A, Section H7", measures=frozenset({"interception"})),
        Item(_C.TRANSLATION, "5(2) and 5(3)", _N),
    ), "16(2)(a)", "shall tell the issuing authority without delay that the form is incomplete or manifestly incorrect"),
    Contents("2002-584-JHA", "Framework Decision 2002/584/JHA on the European arrest warrant", ("eaw",), (
        Item(_C.PERSON, "8(1)(a)"), Item(_C.NATIONALITY, "8(1)(a)"), Item(_C.AUTHORITY, "8(1)(b)"),
        Item(_C.ORDER_EXISTS, "8(1)(c)"), Item(_C.OFFENCE, "8(1)(d)"), Item(_C.FACTS, "8(1)(e)"),
        Item(_C.PENALTY, "8(1)(f)"), Item(_C.CONSEQUENCES, "8(1)(g)", _P), Item(_C.TRANSLATION, "8(2)", _N),
    ), "15(2)", "shall ask for the supplementary information as a matter of urgency, and may set a time limit"),
)  # fmt: skip
"""Every instrument whose list is set down here. Of any other nothing is known, which is never the same as complete."""

BY_INSTRUMENT: Mapping[str, Contents] = MappingProxyType({contents.instrument: contents for contents in TABLE})
"""The same by key."""

OF_KIND: Mapping[str, str] = MappingProxyType({"eio": "EIO-DIRECTIVE", "eaw": "2002-584-JHA"})
"""The instrument a kind of request rests on by itself."""
