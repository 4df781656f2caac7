"""Where a name begins and ends in a text, and whether words can be one."""

import re
from collections.abc import Sequence

from rogatory.linkage.date_words import MONTH_WORDS, folded
from rogatory.names.parts import Role, parse
from rogatory.names.text import scripts
from rogatory.received.fields.authority_words import NOUN
from rogatory.received.fields.birth_days import BIRTH_WORDS, Birth
from rogatory.received.fields.blurred import lost_a_letter, nearly
from rogatory.received.fields.name_words import COMPANY_FORMS, NOT_NAMES, OTHERS, ROLES, STARTS
from rogatory.received.fields.sheet import Sheet, look
from rogatory.received.fields.states import states_in

MOST_WORDS, FEWEST_WORDS = 7, 2
"""Words of a name."""
_SENTENCE_END = re.compile(r"[^\W\d_]{4,}[.](?=[ \n])")


def is_name(text: str, *, behind_label: bool = False, fewest: int = FEWEST_WORDS) -> bool:
    """Whether words can be a person's name and nothing else."""
    told = re.findall(r"[^\W\d_](?:[^\W\d_]|['.\-])*", text)
    if not fewest <= len(told) <= MOST_WORDS or any(c.isdigit() for c in text) or not _LETTERS.fullmatch(text):
        return False
    small = {w.lower().strip(".") for w in told}
    if (
        told[-1].rstrip(".") in COMPANY_FORMS
        or (not text.isupper() and any(re.sub(r"\W", "", word) in COMPANY_FORMS for word in told[1:]))
        or small & NOT_NAMES
        or NOUN.search(text.lower())
        or next(states_in(text.lower()), None)
    ):
        return False
    unspaced = bool(
        set(scripts(text)) & {"Han", "Hangul", "Arabic", "Hebrew", "Georgian", "Hiragana", "Katakana", "Devanagari"}
    )
    if not unspaced and not told[-1][0].isupper() and not told[0][0].isupper():
        return False
    if all(len(w) <= 3 and w.isupper() for w in told):  # noqa: PLR2004 - signs of a number
        return False
    if len(told) == FEWEST_WORDS and len(told[1]) == 1:  # the number of a section
        return False
    lower = sum(w[0].islower() for w in told)
    return unspaced or (
        lower <= len(told) // 2 and (behind_label or told[0][0].isupper() or "'" in told[0] or "-" in told[0])
    )


_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|[ \n.,'\-])*")


def is_dirt(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a name on a scanned page is the rest of a stamp or of a rule: hardly read, and no word of three letters."""
    words = re.findall(r"[^\W\d_]+", sheet.plain[start:end])
    return max(map(len, words), default=0) < _WORD and bool(sheet.hardly(start, end))


_WORD = 3


def is_patronymic(word: str) -> bool:
    """Whether a word ends as a name after a father does, in Russian and in the languages beside it."""
    return bool(_PATRONYMIC.search(word))


_PATRONYMIC = re.compile(
    r"(?:[оеё]вич|льич|ьмич|укич|омич|[оеё]вн|ичн|огл[ыу]|кызы|[уұ]лы)[аеуымо]{0,2}\Z", re.IGNORECASE
)


def is_month(sheet: Sheet, start: int) -> bool:
    """Whether the first word is the month of a day: `5 März`."""
    word = re.compile(r"(?<=\d[ \n])[^\W\d_]+|(?<=\d[.] )[^\W\d_]+").match(sheet.plain, start)
    return word is not None and folded(word.group()) in MONTH_WORDS


def without_roles(sheet: Sheet, start: int, end: int) -> tuple[int, bool]:
    """Where the name starts behind titles and roles, and whether a role stood there."""
    role = False
    start = _behind_role(sheet, start, end)
    while word := re.match(r"([^\s,]+)[ \n,]{1,3}", sheet.plain[start:end]):
        written = word.group(1)
        small = sheet.small[start : start + len(written)]
        known = small in ROLES or small.strip(".,") in ROLES or small in OTHERS or small in STARTS
        known = known or (sheet.page.scanned and (nearly(small, OTHERS) or lost_a_letter(small, OTHERS)))
        if not known or (written.isupper() and len(written) > 1 and small in STARTS):
            break
        role = role or (small in ROLES and len(small) > 4)  # noqa: PLR2004 - titles are short, roles are not
        start += word.end()
    return start, role


def _behind_role(sheet: Sheet, start: int, end: int) -> int:
    """Where a role begins on a new line or behind one word of another sentence; the start, where none does."""
    for word in re.finditer(r"[^\W\d_]{5,}", sheet.small[start:end]):
        ahead = sheet.plain[start : start + word.start()]
        if word.group() in ROLES or word.group() in OTHERS:
            return start + word.start() if ahead.endswith("\n") or len(ahead.split()) == 1 else start
    return start


def born_behind(sheet: Sheet, births: Sequence[Birth], end: int) -> bool:
    """Whether a birth, or the words for one, stand right behind."""
    return bool(_BORN.match(sheet.small, end)) or any(end < birth.start <= end + _RIGHT_BEHIND for birth in births)


_BORN = look(rf"[ \n.,;:(]{{1,4}}{BIRTH_WORDS}")
UNREAD_BIRTH = look(r"[ \n,(]{1,3}[^\n;)]{4,26}[ \n](?:doğumlu|рожд|г\. ?р\.|geborene[nr]?)(?![^\W\d_]{3})")
"""A birth behind a name, told by the words behind it, whose day itself cannot be read."""
_RIGHT_BEHIND = 4
"""Characters between a name and a birth with a comma or a bracket between."""
BIRTHPLACE = look(rf"(?<![^\W_]){BIRTH_WORDS}[ \n](?:in|at|à|a|te|в)[ \n]\Z")
"""What stands right before a place of birth."""
SIGN_WITHIN = re.compile(r"[^\W\d_]{4,}(?:[.,][ ]|[ ]-|[ ]?'\.?[ ]?|[ ]')(?=[^\W\d_]{3})")
"""A sign within a name, on a scanned page: a speck, as a name goes on behind it."""


def _has_speck(sheet: Sheet, text: str) -> bool:
    """Whether a sign in a name is a speck: it is the only one, and before it stand one or two words, behind it one."""
    pieces = re.split(r"(?<=[^\W\d_]{2})(?:[.,]?[ ]'|[.,][ ]|[ ]-|'\.[ ]?)", text.rstrip(" ,."))
    counts = [len(piece.split()) for piece in pieces]
    return sheet.page.scanned and "\n" not in text and len(counts) == 2 and counts[0] < 3 and counts[1] == 1  # noqa: PLR2004 - as it says


def shortened(sheet: Sheet, births: Sequence[Birth], start: int, end: int) -> int:
    """The name without a new line that begins something else, and without what stands behind a comma."""
    text = sheet.plain[start:end]
    if _has_speck(sheet, text) and born_behind(sheet, births, end):
        return start + len(text.rstrip(" ,."))
    if (stop := _SENTENCE_END.search(text)) is not None:
        text = text[: stop.end() - 1]
    cut = text.find("\n")
    if cut >= 0 and not _goes_on(sheet, start, start + cut):
        text = text[:cut]
    ahead, comma, behind = text.partition(",")
    if (
        comma
        and (len(ahead.split()) >= FEWEST_WORDS or not ahead.isupper())
        and (not ahead.isupper() or behind.isupper())
    ):
        text = ahead
    text = re.sub(r"(?:[ ](?:van|von|vom|de|du|der|den|la|le|el|al|di|da|te|ter|zu|des))+$", "", text)
    if text.endswith(".") and len(text.rsplit(" ", 1)[-1]) > 2:  # noqa: PLR2004 - no initial
        text = text[:-1]
    name = parse(text)
    if name.words and name.words[-1].role is Role.TITLE and len(name.words) > FEWEST_WORDS:
        text = text[: text.rfind(" ")]
    return start + len(text.rstrip(" ,\n"))


def _goes_on(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the name may go over the end of the line: it is full, or a cell of a table whose birth comes next."""
    full = len(sheet.line_at(start).text) > 45 and end - start < 30  # noqa: PLR2004 - a line of running text
    return full or _REST_OF_CELL.match(sheet.plain, end) is not None


_REST_OF_CELL = re.compile(r"\n[ ]*[^\W\d_]+(?:\n[ ]*|\t|[ ]{3,})[^\w\n]?\d{1,4}[^\w\n]")
