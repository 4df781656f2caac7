"""The notice one is sought by, in plain words: how far its check has come, and what becomes of its copies."""

from dataclasses import dataclass

from rogatory.registry.defence.opening import Opened
from rogatory.registry.defence.wording import day, say
from rogatory.registry.desk.rows import notices as notice_rows


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words: how it stands, its check line by line, its copies, what was asked of the Commission."""

    stands: str
    parts: tuple[str, ...]
    deleted: str
    copies: tuple[str, ...]
    requests: tuple[str, ...]


def told(found: Opened) -> Told | None:
    """The notice of the case; None: it is about none."""
    language = found.language
    rows = notice_rows.rows(found.dossier, found.seen, found.on, language)
    if rows is None:
        return None
    copies = [_line(row, language) for row in rows.copies]
    copies += [say("notice.not_looked", language, what=place) for place in rows.places]
    return Told(
        say("notice.open" if rows.open else "notice.checked", language),
        tuple(
            say("notice.answered", language, what=p.says, day=day(p.on)) if p.state == notice_rows.DONE and p.on
            else say("notice.not_answered", language, what=p.says)
            for p in rows.parts
        ),
        say("notice.deleted", language, day=day(rows.deleted)) if rows.deleted else "",
        tuple(copies),
        tuple(_line(row, language) for row in rows.requests),
    )  # fmt: skip


def _line(row: notice_rows.Followed, language: str) -> str:
    line = say("notice.line", language, what=row.what, how=row.stands, day=day(row.on))
    if row.until is None:
        return line
    key = "notice.late" if row.state == notice_rows.OVERDUE else "notice.until"
    return f"{line} {say(key, language, day=day(row.until))}"
