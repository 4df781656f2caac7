"""The letters, each made from its number."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

from rogatory.received.proposed import Field
from tests.letters_set.composing import body, form_blocks, letterhead
from tests.letters_set.matter import Matter, Plan, matter
from tests.letters_set.model import SEED, Block, Letter, Lines, Para, Told
from tests.letters_set.words import words
from tests.letters_set.writing import Writer

LANGUAGES = ("en", "fr", "nl", "de", "ru", "tr")
"""Languages (ISO 639-1) there are letters in."""
_EACH = 12
_BILINGUAL = (("ru", "en", "KZ"), ("tr", "de", "TR"), ("ru", "fr", "KZ"), ("tr", "en", "TR"))
COUNT = _EACH * len(LANGUAGES) + len(_BILINGUAL)
"""How many letters there are."""
SCANNED = (
    2, 3, 7, 8, 10, 11,
    13, 14, 17, 18, 21, 22,
    27, 28, 31, 32, 35, 36,
    37, 38, 41, 42, 45, 46,
    51, 52, 55, 56, 59, 60,
    61, 62, 65, 66, 69, 72,
)  # fmt: skip
"""Letters of few pages that are measured as scans too: six of each language, three in each half, worn in every way."""
BLIND = "blind"
"""The letters of this word, and of one that begins with it, have names, authorities and numbers of their own: scored
once, nothing mended with them."""


_PLANS = (
    Plan("mla", "ETS-030", "sentence", 1, 3),
    Plan("mla", "BILATERAL", "label", 1, 4),
    Plan("mla", "UNTOC", "table", 3, 8),
    Plan("mla", "UNCAC", "list", 3, 10),
    Plan("extradition", "ETS-024", "label", 1, 5),
    Plan("extradition", "BILATERAL-EXTRADITION", "sentence", 1, 4),
    Plan("supplement", "ETS-030", "list", 2, 5),
    Plan("supplement", "UNTOC", "sentence", 2, 3),
    Plan("eio", "EIO-DIRECTIVE", "label", 1, 3),
    Plan("eio", "EIO-DIRECTIVE", "label", 2, 6),
    Plan("eaw", "", "label", 1, 4),
    Plan("diffusion", "ETS-024", "label", 1, 2),
)
_EASTERN = {
    8: Plan("mla", "CETS-198", "table", 4, 40),
    9: Plan("mla", "VIENNA-1988", "sentence", 1, 5),
    10: Plan("extradition", "ETS-024", "list", 2, 30),
}
"""What is written in Russian and Turkish where the states of the others use the forms of the Union."""
_LONG = 150
"""Facts of the longest letters, which fill about ten pages."""


@cache
def letter(number: int, seed: str = SEED) -> Letter:
    """The letter of that number, from 1 to `COUNT`."""
    random = Random(f"{seed}:{number}")
    held_out = number % 2 == 1
    bilingual = number > _EACH * len(LANGUAGES)
    if bilingual:
        *pair, state = _BILINGUAL[number - _EACH * len(LANGUAGES) - 1]
        languages: tuple[str, ...] = tuple(pair)
        plan = _PLANS[(0, 3, 6, 2)[number % 4]]
        plan = replace(plan, facts=3, persons=2)
    else:
        at, slot = divmod(number - 1, _EACH)
        languages = (LANGUAGES[at],)
        # The forms of which there is one go to either half in turn.
        slot = {10: 11, 11: 10}.get(slot, slot) if at % 2 else slot
        plan = _plan(languages[0], slot)
        state = words(languages[0]).phrases("order", held_out=False)[0].split()[slot]
    about = matter(random, languages, state, plan, held_out=held_out, blind=seed.startswith(BLIND))
    if plan.sort == "diffusion" and languages[0] in ("en", "fr"):
        return replace(_notice(number, languages[0], about), seed=seed)
    return replace(_written(random, number, languages, plan, about), seed=seed)


def letters(seed: str = SEED) -> Iterator[Letter]:
    """All of them."""
    return (letter(number, seed) for number in range(1, COUNT + 1))


def _plan(language: str, slot: int) -> Plan:
    plan = _EASTERN.get(slot, _PLANS[slot]) if language in ("ru", "tr") else _PLANS[slot]
    if plan.treaty == "VIENNA-1988" and language == "tr":
        return replace(plan, facts=_LONG)
    return replace(plan, facts=_LONG) if slot == 3 and language in ("en", "de") else plan


_KIND = {"mla": "mla", "supplement": "mla", "extradition": "extradition", "eio": "eio", "eaw": "eaw"}


def _written(random: Random, number: int, languages: tuple[str, ...], plan: Plan, about: Matter) -> Letter:
    blocks: list[Block] = []
    told: list[Told] = []
    layout = number // 2 % 4
    for language in languages:
        writer = Writer(random, language, about, held_out=number % 2 == 1)
        if blocks:
            blocks.append(Lines(("* * *",), "centre"))
        if plan.sort in ("eio", "eaw"):
            blocks += form_blocks(writer, plan.sort, plan.facts)
        else:
            blocks += letterhead(writer, layout)
            blocks += body(writer, plan.sort, plan.form, plan.facts)
        # Of a letter and its translation the one name of the authority is as good as the other, and of the offence.
        again = (Field.AUTHORITY, Field.OFFENCE) if told else ()
        told += [replace(t, required=t.required and t.field not in again) for t in writer.told if t not in told]
        told.append(Told(Field.LANGUAGE, language))
    kind = _KIND.get(plan.sort, "diffusion")
    told += [Told(Field.STATE, about.state), Told(Field.KIND, kind)]
    if kind in ("extradition", "diffusion"):
        told.append(Told(Field.MEASURE, "surrender", required=False))
    footer = random.choice(words(languages[0]).phrases("footer", held_out=False))
    footer = footer.replace("{phone}", "+32 2 555 0100").replace("{mail}", "office@justice.example")
    header = about.authority[languages[0]][0] if random.random() < 0.6 else ""
    width = random.choice((76, 84, 92))
    return Letter(number, languages, kind, plan.sort, about.state, tuple(blocks), tuple(told), header, footer, width)


def _notice(number: int, language: str, about: Matter) -> Letter:
    person = about.persons[0]
    given, last = person.names[language]
    charge = words(language).row("offence.names", about.offence)[0]
    entity = f"{about.day.year}/{10_000 + number * 37}"
    data = {
        "entity_id": entity,
        "forename": given.upper(),
        "name": last.upper(),
        "date_of_birth": f"{person.born:%Y/%m/%d}",
        "place_of_birth": words(language).phrases("places", held_out=False)[person.place],
        "country_of_birth_id": None,
        "nationalities": [person.state],
        "sex_id": "F" if person.woman else "M",
        "height": 1.74,
        "weight": 80,
        "distinguishing_marks": None,
        "eyes_colors_id": ["BRO"],
        "hairs_id": ["BLA"],
        "languages_spoken_ids": ["ENG", "RUS"],
        "arrest_warrants": [{"issuing_country_id": about.state, "charge": charge, "charge_translation": None}],
    }
    told = (
        Told(Field.REFERENCE, entity, entity),
        Told(Field.PERSON, f"{given} {last}", given.upper(), "1"),
        Told(Field.BIRTH, person.born.isoformat(), str(data["date_of_birth"]), "1"),
        Told(Field.NATIONALITY, person.state, person.state, "1"),
        Told(Field.OFFENCE, charge, charge),
        Told(Field.STATE, about.state, about.state),
        Told(Field.KIND, "red-notice"),
        Told(Field.LANGUAGE, language, required=False),
        Told(Field.MEASURE, "arrest", required=False),
        Told(Field.MEASURE, "surrender", required=False),
    )
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return Letter(number, (language,), "red-notice", "notice", about.state, (Para(text),), told, data=text)
