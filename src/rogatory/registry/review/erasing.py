"""What of the reviews of a case's seizures an erasure is about: looked up by whoever opens the door."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rogatory.law.acts import REGISTER
from rogatory.office.acts.doing import Letters
from rogatory.office.acts.erasing import erasable
from rogatory.office.filing import CONFIRM
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.seizures import seizures_of
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal

Words = tuple[int, tuple[str, ...]]


def with_reviews(letters: Letters, dossier: Dossier, act: str, obj: str, form: Mapping[str, Any]) -> Letters:
    """The same, with what the reviews hold of what is to be erased.

    Args:
        letters: What the office keeps of received documents.
        dossier: The case.
        act: `erase`, or `confirm` by the second person.
        obj: The proposal, for the second person.
        form: What was filled in.
    """
    if act == CONFIRM.id:
        proposal = dossier.proposals.get(obj)
        form = proposal.entry.fields["form"] if proposal else {}
    names, told = seizures_of(dossier.entries), str(form.get("entry") or "")
    number = int(told) if told.isascii() and told.isdecimal() else -1
    if (seizure := str(form.get("seizure") or "").strip()) in names:
        return replace(letters, said=dict(_words(dossier.case.id, seizure)))
    own = next((entry for entry in dossier.entries if entry.seq == number), None)
    if own is None:
        said = (words for name in names for words in _words(dossier.case.id, name) if words[0] == number)
        return replace(letters, said=dict(said))
    if own.act == REGISTER.id:
        left = (name for name in names if next(_words(dossier.case.id, name), None))
        return replace(letters, reviews=frozenset(left))
    return letters


def _words(case: str, seizure: str) -> Iterator[Words]:
    for entry in journal.each_of(seizure_stream(case, seizure)):
        if names := erasable(entry):
            yield entry.seq, names
