"""Grades of proof: how far something has been shown, in order and never as a percentage.

The order follows the standards the instruments themselves use: a bare allegation; an arguable claim (what opens the
right to an effective remedy, ECHR Art. 13); substantial grounds for believing, or a real risk (ETS 024 Art. 3(2), UNCAT
Art. 3, Soering); established. A grade says how far the *material on the file* carries, not how likely a thing is.
"""

from enum import IntEnum


class Grade(IntEnum):
    """How far an answer has been shown; comparable, so that a norm can name the grade it needs."""

    NONE = 0
    """Nothing on the file speaks for it."""
    ALLEGED = 1
    """Said, and nothing produced yet that could prove it."""
    ARGUABLE = 2
    """Some material capable of proving it has been produced: an arguable claim (ECHR Art. 13)."""
    SUBSTANTIAL = 3
    """Substantial grounds for believing; a real risk (UNCAT Art. 3(1), ETS 024 Art. 3(2), Soering v. UK par. 91)."""
    ESTABLISHED = 4
    """Proved, or not disputed: a status decision on the file, a judgment, an admitted fact."""

    @classmethod
    def named(cls, word: str) -> "Grade":
        """The grade called `word` (any case).

        Raises:
            ValueError: No grade is called so; the message lists those that exist.

        >>> Grade.named("substantial") is Grade.SUBSTANTIAL
        True
        """
        try:
            return cls[word.strip().upper()]
        except KeyError:
            known = ", ".join(g.name.lower() for g in cls if g)
            msg = f"{word!r} is not a grade of proof; the grades are: {known}"
            raise ValueError(msg) from None
