"""Who and what a request is about, as it is written: identities, relations, and foreign proceedings.

Everything here is what a source says, in its own script and words; nothing is folded, parsed or compared yet. That is
done where it is compared (`rogatory.names`, `rogatory.linkage`), so that the raw words can always be shown beside what
was made of them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Words as they stand somewhere.

    Attributes:
        text: The words, raw.
        where: Document and page, or register and entry, in words; empty: not said.
    """

    text: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of who somebody is. An empty part is not known, and speaks neither for nor against anything.

    Attributes:
        names: Every form of the name on record, each in its own script; the first is the one shown.
        born: Days of birth as written: `1968-03-05`, `1968`, `c. 1968`, `1966-1968`, `1346-12-14 AP`; several where
            sources differ.
        sex: `f`, `m`, `x`; empty: not known.
        nationalities: Codes of states (ISO 3166-1 alpha-2).
        places: Places of birth or residence, in words.
        numbers: National identity or passport numbers as written, each as `CC:number` (`KZ:680305450010`) or
            `CC:kind:number`.
    """

    names: tuple[str, ...]
    born: tuple[str, ...] = ()
    sex: str = ""
    nationalities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """That two persons stand in a relation, as a source says. A name alone never makes one.

    Attributes:
        of: Identifier of the one person, in the same file or register entry.
        kind: What `of` is to `to`: `sibling`, `parent`, `child`, `spouse`, `relative`, `co-accused`, `lawyer`,
            `client`, `employer`, `employee`, `associate`, `witness`.
        to: Identifier of the other.
        source: Where that is told; never empty.
    """

    of: str
    kind: str
    to: str
    source: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in foreign proceedings.

    Attributes:
        person: Identifier of a person of the same file or entry; empty where only the name is told.
        name: The name, where `person` is empty.
        role: `accused`, `suspect`, `convicted`, `witness`, `victim`, `detained`, `third-party`; empty: not said.
    """

    person: str = ""
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Proceeding:
    """Foreign proceedings, as told by a request, a decision or a register.

    Attributes:
        id: Identifier within the file or entry.
        state: Code of the state that conducts them; empty: not said.
        references: Numbers of the case, warrant, notice, communication or judgment, as written.
        bodies: Authorities that conduct them: prosecutor's office, investigation service, court.
        officials: Investigators, prosecutors and judges, by name.
        offences: What is alleged, in words, with articles where they are named.
        articles: Articles as written (`Art. 176(4)(b) CC`, `ст. 190 ч. 4 УК РК`).
        period: First and last day of the facts as written, each may be a year; empty: not said.
        opened: Day they were opened, as written.
        places: Where the facts are said to lie.
        parties: Who stands in them.
        victims: Who is said to have been harmed: a bank, a fund.
        amounts: Amounts as written (`KZT 1 200 000 000`, `6 млрд долларов`).
        related: Numbers of proceedings these were severed from, joined with or derived from, as written.
        source: Where they are told.
    """

    id: str
    state: str = ""
    references: tuple[Told, ...] = ()
    bodies: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    offences: tuple[Told, ...] = ()
    articles: tuple[Told, ...] = ()
    period: tuple[str, str] = ("", "")
    opened: str = ""
    places: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    victims: tuple[str, ...] = ()
    amounts: tuple[Told, ...] = ()
    related: tuple[Told, ...] = ()
    source: str = ""
