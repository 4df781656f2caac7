"""Letters as requesting states write them, all invented, with what each of them tells.

They measure how well the fields of a request are read. Every letter is made from a number, and is the same every time.
Letters of an odd number are held out: they are written with phrases that no letter of an even number has, so that what
was fitted to the even ones shows.
"""

from tests.letters_set.making import BLIND, COUNT, LANGUAGES, SCANNED, letter, letters
from tests.letters_set.model import SEED, Letter, Told

__all__ = ["BLIND", "COUNT", "LANGUAGES", "SCANNED", "SEED", "Letter", "Told", "letter", "letters"]
