"""The parts of a letter, each written by a writer: head, persons, facts, measures, wishes, signature, forms."""

from rogatory.received.proposed import Field
from tests.letters_set.model import Block, Form, Lines, Pair, Para, Rows
from tests.letters_set.writing import Writer, capitals


def persons_block(writer: Writer, form: str) -> list[Block]:
    """The persons concerned, in sentences, as labels, in a table, or in a list."""
    made: list[Block] = []
    if form != "sentence":
        made.append(Para(writer.say("person.heading"), heading=True))
    rows: list[tuple[str, ...]] = []
    for number, person in enumerate(writer.matter.persons, 1):
        writer.person = person
        match form:
            case "sentence":
                made.append(Para(writer.say("person.sentence")))
            case "list":
                made.append(Para(writer.say("person.list"), number=f"{number}."))
            case "label":
                made.append(labels(writer, "person.label"))
            case _:
                nationality = writer.fill("{nat}")
                rows.append((str(number), writer.fill("{p}"), writer.fill("{born}"), nationality, writer.fill("{num}")))
    if rows:
        head = writer.random.choice(writer.words.phrases("person.table", held_out=writer.held_out))
        made.append(Rows(tuple(head.split(" | ")), tuple(rows)))
    writer.person = None
    return made


def labels(writer: Writer, key: str, *, columns: bool | None = None) -> Form:
    """The person written about, as labels and values."""
    person = writer.person
    if person is None:
        raise AssertionError("labels are of a person")
    given, last = person.names[writer.language]
    if writer.language == "ru":
        last, _, given = last.partition(" ")
    whole = f"{last} {given}"
    writer.tell(Field.PERSON, whole, last, str(writer.matter.persons.index(person) + 1))
    names = writer.random.choice(writer.words.phrases(key, held_out=writer.held_out)).split(" | ")
    values = (last, given, *map(writer.fill, ("{born}", "{birthplace}", "{nat}", "{num}")))
    side = writer.random.random() < 0.4 if columns is None else columns
    return Form(tuple(zip(names, values, strict=True)), columns=side)


def letterhead(writer: Writer, layout: int) -> list[Block]:
    """Who writes, where from, when, and under which numbers."""
    name = writer.fill("{authority}")
    street, city = writer.fill("{street}"), writer.fill("{city}")
    phone = writer.fill("{phone}")
    refs: tuple[str, ...] = (writer.say("ref"), writer.say("case"))
    if writer.matter.yours:
        refs = (*refs, writer.say("yours"))
    day = writer.say("date")
    addressee = writer.words.row("addressees", writer.matter.requested)[0]
    to = tuple(part.strip() for part in addressee.split(","))
    head = capitals(name, writer.language) if layout in (0, 3) else name
    crest = writer.words.row("crest", writer.matter.state)[0]
    home = f"{city}, {writer.fill('{state}')}"
    match layout:
        case 0:
            return [
                Lines((crest, head, f"{street}, {city}", phone), "centre", bold=True),
                Pair(refs, (day,)),
                Lines(to),
            ]
        case 1:
            return [Pair((head, street, home, phone), (day, *refs)), Lines(to, "right")]
        case 2:
            return [Lines((crest, head, street, city), bold=True), Lines((day,), "right"), Pair(to, refs)]
        case _:
            return [Lines((head, f"{street}, {home}"), "centre"), Lines(to, "right"), Lines((day, *refs))]


def body(writer: Writer, sort: str, form: str, facts: int) -> list[Block]:
    """The letter from its title to its signature."""
    made: list[Block] = [Lines((writer.say(f"title.{sort}"),), "centre", bold=True), Para(writer.say("greeting"))]
    made.append(Para(writer.say(f"opening.{sort}")))
    people, told = persons_block(writer, form), facts_block(writer, facts)
    made += [*told, *people] if form == "sentence" or writer.random.random() < 0.3 else [*people, *told]
    made.append(Para(writer.say("offence.sentence")))
    made.append(Para(writer.say("measures.heading"), heading=writer.random.random() < 0.5))
    made += measures_block(writer)
    for about in ("deadline", "officials", "confidential"):
        made += wish(writer, about)
    made += [Para(writer.say("warning")), Para(writer.say("contact")), Para(writer.say("closing"))]
    signature = tuple(part.strip() for part in writer.say("signature").split("|"))
    made += [Lines(signature, writer.random.choice(("left", "right"))), Lines((writer.say("annexes"),))]
    return made


def facts_block(writer: Writer, count: int) -> list[Block]:
    """The facts, numbered or not, with much that is no field."""
    numbered = count > 5
    made: list[Block] = [Para(writer.say("facts.heading"), heading=True)]
    phrases = list(writer.words.phrases("facts", held_out=False))
    for n in range(count):
        if n % len(phrases) == 0:
            writer.random.shuffle(phrases)
        made.append(Para(writer.fill(phrases[n % len(phrases)]), number=f"{n + 1}." if numbered else ""))
    return made


def measures_block(writer: Writer) -> list[Block]:
    """What is asked for."""
    made: list[Block] = []
    for n, measure in enumerate(writer.matter.measures):
        text = writer.say(f"measure.{measure}")
        writer.tell(Field.MEASURE, measure, text)
        made.append(Para(text + (";" if n + 1 < len(writer.matter.measures) else "."), number=f"{n + 1})"))
    return made


def wish(writer: Writer, about: str) -> list[Block]:
    """What is said of the time limit, the presence of officials or secrecy: asked for, ruled out, or nothing."""
    if about == "deadline":
        return [Para(writer.say("deadline"))] if writer.matter.deadline else []
    key = writer.matter.officials if about == "officials" else writer.matter.confidential
    if not key:
        return []
    text = writer.say(key)
    if not key.endswith(".no"):
        writer.tell(Field.OFFICIALS if about == "officials" else Field.CONFIDENTIALITY, "asked", text)
    return [Para(text)]


def form_blocks(writer: Writer, sort: str, facts: int) -> list[Block]:
    """A form of the Union: the European investigation order, the European arrest warrant."""
    made: list[Block] = []
    for line in writer.words.phrases(sort, held_out=False):
        match line:
            case "{person}":
                for person in writer.matter.persons:
                    writer.person = person
                    made.append(labels(writer, "eaw.label"))
                writer.person = None
            case "{facts}":
                made += facts_block(writer, facts)[1:]
            case "{measures}":
                made += measures_block(writer)
            case "{offence}":
                made.append(Para(writer.say("offence.sentence")))
            case "{deadline}" | "{officials}" | "{confidential}":
                made += wish(writer, line[1:-1])
            case _ if line.startswith("* "):
                made.append(Lines((writer.fill(line[2:]),), "centre", bold=True))
            case _ if line.startswith("# "):
                made.append(Para(writer.fill(line[2:]), heading=True))
            case _:
                made.append(Para(writer.fill(line)))
    return made
