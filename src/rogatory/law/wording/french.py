"""What French asks of a text put together from parts: elision, and the blank before high punctuation."""

import re

# A mute h elides; the clauses of the law hold no word with an aspirate one at their head.
_ELIDES = tuple("aàâeéèêëiîïoôuùûhAÀÂEÉÈÊIÎOÔUH")
_BLANK_BEFORE = re.compile(r" (?=[;:?!»])")
_BLANK_AFTER = re.compile(r"(?<=«) ")


def after_que(clause: str) -> str:
    """The clause after *que*.

    >>> after_que("il existe un risque réel"), after_que("la mesure est autorisée")
    ("qu'il existe un risque réel", 'que la mesure est autorisée')
    """
    return ("qu'" if clause.startswith(_ELIDES) else "que ") + clause


def no_break(text: str) -> str:
    """The text with blanks that no line may break at: before ; : ? ! and inside guillemets.

    >>> no_break("une décision ; un recours").count(chr(0xA0))
    1
    """
    return _BLANK_AFTER.sub("\u00a0", _BLANK_BEFORE.sub("\u00a0", text))
