"""How easily a text is read: the reading ease of Flesch, and what others made of it for their languages.

Each is a number from 0 (hard) to 100 (easy); 60 is plain language. Sources: R. Flesch, "A new readability yardstick",
Journal of Applied Psychology 32 (1948); L. Kandel and A. Moles, "Application de l'indice de Flesch à la langue
française", Cahiers d'études de radio-télévision 19 (1958); W. H. Douma, "De leesbaarheid van landbouwbladen",
Wageningen (1960); I. V. Oborneva, "Автоматизация оценки качества восприятия текста", Moscow (2005). Syllables are
counted as groups of vowels, less the mute endings of English and French: good enough for a floor.
"""

import re

from rogatory.decision.documents.document import Document, Heading, Listing, Paragraph, Table

FORMULAS = {
    "en": (206.835, 1.015, 84.6),
    "fr": (207.0, 1.015, 73.6),
    "nl": (206.835, 0.93, 77.0),
    "ru": (206.835, 1.3, 60.1),
}
"""Language: constant, weight of words a sentence, weight of syllables a word."""
VOWELS = {
    "en": r"[aeiouy]+",
    "fr": r"[aeiouyàâäéèêëîïôöùûüœ]+",
    # Dutch: ij is one sound; a diaeresis starts a new syllable.
    "nl": r"(?:ij|[aeiouéèêóí]|y)+|[ëïöü]",
    "ru": r"[аеёиоуыэюя]",
}
MUTE = {"en": r"(?<=[aeiouy][^aeiouy])e$|(?<=[^aeiouylt])es$|(?<=[^aeioutd])ed$", "fr": r"(?<=[^aeiouéèàqg])(?:e|es)$"}


def said(document: Document) -> list[str]:
    """The texts of a letter, one for each place in which it says something; sentences end with each."""
    texts = [document.title]
    for block in document.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                texts.append(text)
            case Listing(items=items):
                texts += items
            case Table(rows=rows):
                texts += [cell for row in rows for cell in row]
    return texts


def sentences(texts: list[str]) -> list[list[str]]:
    """The words of each sentence; a colon ends one too where a list or a name follows it."""
    found = []
    for text in texts:
        for sentence in re.split(r"(?<=[.!?:;])\s+", text):
            if words := re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", sentence):
                found.append(words)
    return found


def syllables(word: str, language: str) -> int:
    word = word.casefold()
    count = len(re.findall(VOWELS[language], word))
    if language in MUTE and re.search(MUTE[language], word):
        count -= 1
    return max(count, 1)


def reading_ease(texts: list[str], language: str) -> float:
    found = sentences(texts)
    words = [word for sentence in found for word in sentence]
    constant, by_length, by_syllables = FORMULAS[language]
    return (
        constant
        - by_length * len(words) / len(found)
        - by_syllables * sum(syllables(word, language) for word in words) / len(words)
    )
