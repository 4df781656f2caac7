"""What a package is held against: redacted forms of its seizure, and all that left of the case in earlier packages.

Whoever receives several packages holds one against the other, whatever seizure they were made of.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from rogatory.law.acts import TRANSMIT
from rogatory.material.items import Digest, ItemId
from rogatory.material.redaction import Passage
from rogatory.office.acts.leaving import PAYLOAD
from rogatory.office.filing import REDACT_ITEM
from rogatory.office.review.redacting import Redacted as Form
from rogatory.office.review.redacting import redacted_of
from rogatory.packaging.snapshot import Before, Redacted
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal
from rogatory.registry.review import copies
from rogatory.registry.review.judging import Seen
from rogatory.registry.review.models import PlannedPackage, SeizureCopy
from rogatory.registry.review.readable import looking_at, readable
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.sealed.sealing import Seizure


class Shelf:
    """The contents of a seizure, and the texts that were read in them, each by its own digest."""

    def __init__(self, found: Seizure, ledger: Ledger) -> None:
        self._found, self._ledger = found, ledger
        self._texts: dict[Digest, Digest] = {}
        self._beside: list[Seizure] = []
        self._known: dict[Digest, bytes] = {}

    def beside(self, found: Seizure, texts: Mapping[Digest, bytes]) -> None:
        """Have the contents of another seizure at hand too, and texts of it by their digests."""
        self._beside.append(found)
        self._known |= texts

    def text(self, content: Digest) -> Digest | None:
        """The digest of the text that was read in a content; None: none was."""
        text = self._ledger.text(content)
        if not text:
            return None
        digest = Digest(sha256(text.encode()).hexdigest())
        self._texts[digest] = content
        return digest

    def read(self, digest: Digest) -> bytes:
        """The bytes of a content, or a text."""
        if digest in self._texts:
            return self._ledger.text(self._texts[digest]).encode()
        if digest in self._known:
            return self._known[digest]
        there = next((one for one in self._beside if digest in one.store), self._found)
        with (self._found if digest in self._found.store else there).store.open(digest) as content:
            return content.read()


def redacted_forms(seen: Seen, shelf: Shelf) -> tuple[Redacted, ...]:
    """The redacted forms that were made, each with what it hides."""
    found = []
    for version, one in seen.review.redacted.items():
        place = seen.places.get(one.source)
        content = seen.hung.content[place] if place is not None else None
        if content is None or version not in seen.places:
            continue
        text = shelf.text(content)
        # What was read otherwise since cannot be held against others: its digest is not found, and nothing leaves.
        hidden = tuple(Passage(start, end, shown) for start, end, shown in one.made.hidden)
        known = Digest(one.made.text) if text or hidden else None
        found.append(Redacted(ItemId(version), ItemId(one.source), content, known, hidden))
    return tuple(found)


def left_before(case: str, told: Mapping[str, Any], seen: Seen, shelf: Shelf) -> tuple[Before, ...]:
    """What of the seizure had left in packages when this one was planned."""
    found = []
    for item in _sent(case, told["upto"]).get(told["seizure"], ()):
        place = seen.places.get(item)
        if place is not None and (content := seen.hung.content[place]):
            found.append(Before(ItemId(item), content, shelf.text(content), seen.hung.media[place]))
    return tuple(found)


def left_elsewhere(case: str, told: Mapping[str, Any], shelf: Shelf) -> tuple[tuple[Before, ...], tuple[Redacted, ...]]:
    """What of other seizures of the case had left in packages, and what is hidden in redacted forms among it.

    What was destroyed with its whole seizure since is held against nothing: nobody here has it any more.

    Raises:
        SealError: One of these seizures is not what was sealed.
        LedgerError: Its ledger cannot be reached.
    """
    before, forms = list[Before](), list[Redacted]()
    for name, items in _sent(case, told["upto"]).items():
        row = SeizureCopy.objects.filter(case=case, ident=name).first()
        if name == told["seizure"] or row is None or copies.seized_of(row).whole_gone:
            continue
        found, texts = readable(case, name), dict[Digest, bytes]()
        with looking_at(found) as ledger:
            made = {one.made.version: one for one in _forms(case, name, told["upto"]) if one.made.version in items}
            for item in items:
                before += _one(ledger, item, made.get(item), texts)
            for one in made.values():
                forms += _form(ledger, one, texts)
        shelf.beside(found, texts)
    return tuple(before), tuple(forms)


def _sent(case: str, upto: int) -> dict[str, list[str]]:
    """The items that had left of each seizure of a case, each once, by the entries up to a number."""
    sent = [
        e.fields[PAYLOAD]
        for e in journal.entries_of(case)
        if e.act == TRANSMIT.id and PAYLOAD in e.fields and e.seq <= upto
    ]
    found: dict[str, dict[str, None]] = {}
    for row in PlannedPackage.objects.filter(case=case, payload__in=sent).order_by("id"):
        found.setdefault(row.told["seizure"], {}).update(dict.fromkeys(item for item, _ in row.told["items"]))
    return {name: [*items] for name, items in found.items()}


def _forms(case: str, seizure: str, upto: int) -> Iterator[Form]:
    for entry in journal.each_of(seizure_stream(case, seizure)):
        if entry.act == REDACT_ITEM.id and entry.seq <= upto:
            yield redacted_of(entry)


def _one(ledger: Ledger, item: str, form: Form | None, texts: dict[Digest, bytes]) -> Iterator[Before]:
    lying = ledger.lying(ItemId(item))
    if form:  # the journal knows it, whether the ledger does or not
        yield Before(ItemId(item), Digest(form.made.content), None, form.made.media)
    elif lying and (content := lying.item.content):
        yield Before(ItemId(item), content, _text(ledger, content, texts), lying.media)


def _form(ledger: Ledger, one: Form, texts: dict[Digest, bytes]) -> Iterator[Redacted]:
    lying = ledger.lying(ItemId(one.source))
    if lying and (content := lying.item.content):
        _text(ledger, content, texts)
        hidden = tuple(Passage(start, end, shown) for start, end, shown in one.made.hidden)
        known = Digest(one.made.text) if hidden else None
        yield Redacted(ItemId(one.made.version), ItemId(one.source), content, known, hidden)


def _text(ledger: Ledger, content: Digest, texts: dict[Digest, bytes]) -> Digest | None:
    data = ledger.text(content).encode()
    digest = Digest(sha256(data).hexdigest())
    if data:
        texts[digest] = data
    return digest if data else None
