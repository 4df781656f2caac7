"""The authority that asks, and its state."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from rogatory.linkage.bodies import body
from rogatory.received.fields.authority_words import LABELS, NOUN, REQUESTED, STATE_LABELS, TO
from rogatory.received.fields.layout import Head, head
from rogatory.received.fields.sheet import CAPITAL, Sheet, Strip, label, look, loose_label, one_line, trimmed
from rogatory.received.fields.states import Named, cities_in, peoples_in, states_in
from rogatory.received.proposed import Field, Proposed

_LABELLED, _STATE_LABELLED = label("|".join(LABELS)), label(STATE_LABELS)
_LOOSELY, _STATE_LOOSELY = loose_label("|".join(LABELS)), loose_label(STATE_LABELS)
"""The same on a scanned page."""
_LINK = r"(?:of|for|the|in|at|de|du|des|la|le|l'|d'|van|het|der|den|für|zu|am|по|и|города|г\.|области|района)"
_WORD = rf"(?:{CAPITAL}[^\W_]*(?:['\-.][^\W_]+)*\.?|\d{{1,3}}\.)"
_BEHIND = re.compile(rf"(?:[ ]\(?(?:{_LINK}[ \n']{{1,2}}|{_LINK}'){{0,3}}(?:{_WORD}|республики|федерации)\)?){{1,8}}")
_AHEAD = re.compile(
    rf"(?:(?!(?:The|Le|La|L'|De|Het|Die|Das|Der|To|In|By|From|An|Par|Door)[ \n])(?:{_WORD})[ \n]){{1,4}}\Z"
)
_DANGLING = look(
    r"(?:^| )(?:of|of the|for|the|de|du|de la|des|van|van de|van het|der|des|für|по|и|at|te|and|et|en|und|ve)$"
)
_GENITIVE = look(
    r"(?:of |for |de |du |des |van |der |des |für |in |te |beim |bij |près )|(?:республики|российской|королевства|украины|города|г\.|по |кыргызской)"
)
_SPEAKS = look(
    r" tarafından|[^.\n]{0,100}\n?[^.\n]{0,60}(?:presents? its|requests?|asks?|has the honou?r|hereby|is conducting|présente|a l'honneur|sollicite|requiert|verzoekt|heeft de eer|biedt|ersucht|bittet|beehrt|führt|свидетельствует|просит|направляет|обращается|saygılar|talep|rica|arz)"
)
_THE_ONE = look(
    r"(?:requesting (?:judicial )?authority,? (?:the )?|(?:ersuchende|die) behörde,? |autorité requérante,? |verzoekende autoriteit,? "
    r"|(?:запрашивающ[^\W\d_]{2,3} )?орган[^\W\d_]{0,2},? ?\(?|talep eden makam(?: olan)?,? )\Z"
)
"""What stands right before the name of the authority that asks."""
_FUNCTION = look(r"contact|tel|phone|e-?mail|@|address|adresse|адрес|телефон|adres|http|www")
_CUT = re.compile(
    rf",[ ](?={CAPITAL}|\d)|[|;–]| - | [^\w\s(\"'] |[ ](?:[Dd]ated?|[Oo]ur|[Rr]ef|[Cc]ase|[Dd]atum|[Ll]e|[Oo]n[sz]e?|[Aa]z|[Gg]z|[Uu]nser|[Дд]ата|[Ии]сх|от|№|[Tt]arih|[Ss]ayı|[Ee]vrak|[Nn]o)[^\W\d_]{{0,6}}[ .:]{{1,3}}[^\n]{{0,20}}\d"
)
_ADDRESS = 120
"""Characters behind the name of an authority in which its address stands."""
_LAST_LINES = 14


@dataclass(frozen=True, slots=True)
class Sender:
    """Who asks, as a letter tells it.

    Attributes:
        found: The fields proposed.
        state: Code of the state; empty: not told.
    """

    found: tuple[Proposed, ...]
    state: str


def sender(sheets: Sequence[Sheet]) -> Sender:
    """The authority and state that ask, each at most once."""
    if not sheets:
        return Sender((), "")
    top = head(sheets[0])
    candidates = [*_labelled(sheets), *_in_head(sheets[0], top), *_in_text(sheets[0], top), *_at_end(sheets[-1], top)]
    chosen = _whole(candidates[0], sheets, top) if candidates else None
    state = _state(sheets, top, chosen)
    found = []
    if chosen is not None:
        found.append(chosen.proposed(_rivals(chosen, candidates)))
    if state is not None:
        found.append(state.proposed())
    return Sender(tuple(found), state.code if state is not None else "")


@dataclass(frozen=True, slots=True)
class _Candidate:
    sheet: Sheet
    start: int
    end: int
    why: str
    rest: str = ""
    """What of the name stands elsewhere, in the next line of its column."""

    @property
    def text(self) -> str:
        return one_line(f"{self.sheet.plain[self.start : self.end]} {self.rest}")

    @property
    def hardly(self) -> str:
        """The name, each sign that was hardly read in brackets; empty: none was."""
        return self.sheet.hardly(self.start, self.end)

    def proposed(self, doubts: tuple[str, ...]) -> Proposed:
        if not self.rest:
            return self.sheet.proposed(Field.AUTHORITY, (self.start, self.end), "", self.why, doubts)
        doubts = (*doubts, f"the name goes on in the next line of its column: {self.rest}")
        return self.sheet.proposed(Field.AUTHORITY, (self.start, self.end), self.text, self.why, doubts)


@dataclass(frozen=True, slots=True)
class _State:
    sheet: Sheet
    start: int
    end: int
    code: str
    why: str

    def proposed(self) -> Proposed:
        return self.sheet.proposed(Field.STATE, (self.start, self.end), self.code, self.why)


def _whole(chosen: _Candidate, sheets: Sequence[Sheet], top: Head) -> _Candidate:
    """The same name elsewhere, where the head has half of it or, on a scanned page, it was hardly read there.

    Of two columns the head goes on in the left one, so that its words do not follow each other.
    """
    begun = chosen.text.lower().rstrip(".,")
    if _DANGLING.search(begun):
        why = f"{chosen.why}, and is whole elsewhere"
        rest = next((strip.text for strip in top.own if strip.start > chosen.end), "")
        words = look(" ".join(map(re.escape, f"{begun} {rest.lower()}".split())))
        spans = [(sheet, match.span()) for sheet in sheets for match in words.finditer(sheet.small)]
        return _Candidate(spans[0][0], *spans[0][1], why) if spans else replace(chosen, rest=rest)
    why = f"{chosen.why}, and is read better elsewhere"
    for sheet in sheets if chosen.sheet.page.scanned and chosen.hardly else ():
        for noun in NOUN.finditer(sheet.small):
            other = _Candidate(sheet, *_grown(sheet, *noun.span()), why)
            if not other.hardly and _alike(chosen.text, other.text):
                return other
    return chosen


def _alike(one: str, other: str) -> bool:
    """Whether two names are one: word by word, so that those of two states are not."""
    words, others = one.lower().split(), other.lower().split()
    return len(words) == len(others) and all(ratio(*pair) >= _SAME for pair in zip(words, others, strict=True))


_SAME = 70
"""Letters in a hundred that two readings of one word share."""


def _rivals(chosen: _Candidate, candidates: list[_Candidate]) -> tuple[str, ...]:
    kind = body(chosen.text).service
    others = [c for c in candidates[1:] if c.why != chosen.why and kind and body(c.text).service not in ("", kind)]
    return tuple(f"another authority is named: {c.text}" for c in others[:1])


def _labelled(sheets: Sequence[Sheet]) -> Iterator[_Candidate]:
    for sheet in sheets:
        for match in (_LOOSELY if sheet.page.scanned else _LABELLED).finditer(sheet.small):
            start, end = trimmed(sheet.plain, *match.span("value"))
            if start < end and not REQUESTED.search(match["label"]) and _is_named(sheet, match["label"], start, end):
                yield _Candidate(sheet, *_continued(sheet, start, end), f"stands behind the label “{match['label']}”")


def _is_named(sheet: Sheet, name: str, start: int, end: int) -> bool:
    """Whether a value is an authority: a noun says so; on a scanned page, where it is read wrong, the label."""
    if NOUN.search(sheet.small, start, end):
        # Of a loose label the value begins with a capital, or else a sentence goes on behind the same words.
        return not sheet.page.scanned or sheet.plain[start].isupper()
    return sheet.page.scanned and bool(_ITS_NAME.match(name)) and len(sheet.plain[start:end].split()) > 1


_ITS_NAME = look(
    r"name of (?:the )?authority|nom de l'autorit[eé]|naam van de autoriteit|(?:name|bezeichnung) der beh[öo]rde"
    r"|(?:наименование|название) органа|makamın adı"
)


def _in_head(sheet: Sheet, top: Head) -> Iterator[_Candidate]:
    """Names in the head, first those that the letter names once more: its text, its head and foot repeat the sender."""
    found: list[tuple[int, _Candidate]] = []
    rest = " ".join(sheet.small[top.end :].split())
    for strip in top.own:
        small = sheet.small[strip.start : strip.end]
        if (top.subject is not None and strip.start >= top.subject) or _FUNCTION.search(small):
            continue
        noun = NOUN.search(small)
        span = (strip.start, strip.end)
        if noun is not None:
            start, end = _of_line(sheet, strip, noun)
            span = _continued(sheet, _begun(sheet, top, strip, start), end)
        again = one_line(sheet.small[slice(*span)]) in rest
        if noun is not None:
            found.append((0 if again else 2, _Candidate(sheet, *span, "stands in the head of the letter")))
        elif again and _may_be_a_name(strip):
            why = "stands in the head of the letter, and is named again in it"
            found.append((1, _Candidate(sheet, *span, why)))
    yield from (candidate for _, candidate in sorted(found, key=lambda f: f[0]))


def _may_be_a_name(strip: Strip) -> bool:
    """Whether a line without a known noun can be the name of an authority: some words with capitals, and no number."""
    told = strip.text.split()
    shouted = [word for word in told if word[0].isupper()]
    return len(told) >= _NAME and len(shouted) * 2 >= len(told) and not re.search(r"[\d:]", strip.text)


_NAME = 3


def _of_line(sheet: Sheet, strip: Strip, found: re.Match[str]) -> tuple[int, int]:
    """The name in a line: the whole line, without a label or what another sentence tells."""
    start, end = strip.start, strip.end
    colon = sheet.plain.find(":", start, strip.start + found.start())
    if colon >= 0:
        start = colon + 1
    comma = _CUT.search(sheet.plain, strip.start + found.end(), end)
    return trimmed(sheet.plain, start, comma.start() if comma else end)


def _begun(sheet: Sheet, top: Head, strip: Strip, start: int) -> int:
    """Where the name begins: with the line before, where that is the place of a Turkish authority and no more."""
    at = top.own.index(strip)
    ahead = top.own[at - 1] if at else None
    turkish = re.match(r"(?:cumhuriyet|[\d. ]*(?:asliye|ağır|sulh|bölge))", sheet.small[strip.start : strip.end])
    if ahead is None or not turkish or not re.fullmatch(r"[^\W\d_]{3,20}", ahead.text):
        return start
    return ahead.start


def _continued(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The name with the next line, where that goes on with it."""
    following = re.compile(r"\n[ \t]*([^\n]{2,60})").match(sheet.plain, end)
    if following is None:
        return start, end
    rest = sheet.small[following.start(1) : following.end(1)].strip()
    whole = next((n for n in states_in(rest) if n.end == len(rest)), None)
    goes_on = _DANGLING.search(sheet.small[start:end]) or (_GENITIVE.match(rest) and whole is not None)
    if goes_on and not TO.match(rest):
        return trimmed(sheet.plain, start, following.end(1))
    return start, end


def _grown(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The name of an authority in a sentence, around its noun."""
    ahead = _AHEAD.search(sheet.plain, max(0, start - 80), start)
    behind = _BEHIND.match(sheet.plain.replace("\n", " "), end)
    return (ahead.start() if ahead else start), (behind.end() if behind else end)


def _in_text(sheet: Sheet, top: Head) -> Iterator[_Candidate]:
    """The authority that speaks in the first sentences."""
    for found in NOUN.finditer(sheet.small, top.end, top.end + 1200):
        if sheet.plain[found.start()].isupper() and _THE_ONE.search(sheet.small, top.end, found.start()):
            yield _Candidate(sheet, *_grown(sheet, *found.span()), "is named as the authority that asks")
            return
        if _SPEAKS.match(sheet.small, found.end()) and sheet.plain[found.start()].isupper():
            yield _Candidate(sheet, *_grown(sheet, *found.span()), "speaks in the first sentences of the letter")
            return


def _at_end(sheet: Sheet, top: Head) -> Iterator[_Candidate]:
    for strip in sheet.lines[-_LAST_LINES:]:
        if sheet.first and strip.start < top.end:
            continue
        found = NOUN.search(sheet.small, strip.start, strip.end)
        if (
            found
            and len(strip.text.split()) <= 12  # noqa: PLR2004 - a line of a signature
            and not strip.text.endswith(".")
            and sheet.plain[strip.start].isupper()
        ):
            start, end = _grown(sheet, *found.span())
            yield _Candidate(sheet, max(start, strip.start), end, "stands by the signature")
            return


def _state(sheets: Sequence[Sheet], top: Head, chosen: _Candidate | None) -> _State | None:
    """The state that asks: by a label, by the name of the authority, by the head."""
    for sheet in sheets:
        for match in (_STATE_LOOSELY if sheet.page.scanned else _STATE_LABELLED).finditer(sheet.small):
            for one in _first(states_in(sheet.small[match.start("value") : match.end("value")])):
                at = match.start("value")
                return _State(
                    sheet, at + one.start, at + one.end, one.code, f"stands behind the label “{match['label']}”"
                )
    if chosen is not None:
        for one in _first(peoples_in(chosen.sheet.small[chosen.start : chosen.end])):
            at = chosen.start
            return _State(chosen.sheet, at + one.start, at + one.end, one.code, "is named with the authority")
    if chosen is not None and (found := _by_service(chosen) or _by_city(chosen)) is not None:
        return found
    for strip in top.own:
        if top.subject is None or strip.start < top.subject:
            for one in _first(states_in(sheets[0].small[strip.start : strip.end])):
                at = strip.start
                return _State(sheets[0], at + one.start, at + one.end, one.code, "stands in the head of the letter")
    return None


def _by_city(chosen: _Candidate) -> _State | None:
    """The state in whose city the authority sits: as its name tells, or the lines beneath it."""
    small = chosen.sheet.small
    for start, end in ((chosen.start, chosen.end), (chosen.end, min(len(small), chosen.end + _ADDRESS))):
        for one in _first(cities_in(small[start:end])):
            return _State(
                chosen.sheet,
                start + one.start,
                start + one.end,
                one.code,
                "a city of the state stands with the authority",
            )
    return None


def _by_service(chosen: _Candidate) -> _State | None:
    """The one state that has such an authority."""
    known = body(chosen.text)
    if not known.state:
        return None
    return _State(
        chosen.sheet, chosen.start, chosen.end, known.state, f"only this state has such an authority: {known.name}"
    )


def _first(named: Iterator[Named]) -> list[Named]:
    return [one for _, one in zip(range(1), named, strict=False)]
