"""Whatever was answered, objected, decided and lodged, in whatever order: no word of an uncleared item is in a package.

Each item holds a sentence of its own. What is cleared is reckoned from the entries as they were written, item by item,
without the fold, the columns or the copies: an item that is not clean by itself holds back its words, wherever else
they stand. Between the plan, the act, the second person and the building anything may come in.
"""

import io
import os
import zipfile

import pytest
from django.conf import settings as settings_
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rogatory.law.acts import Role
from rogatory.material import second
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.perform import Done
from rogatory.packaging.snapshot import SnapshotError
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal
from rogatory.registry.review import leaving
from rogatory.registry.review.models import PlannedPackage
from rogatory.sifting.ledger.beside import BY_TEXT, NEAR
from tests.registry.access.people import undone
from tests.registry.granted import Granted
from tests.registry.seizing import CLEAN, message

LONG = os.environ.get("ROGATORY_LONG") == "1"
WORDS = {
    "alpha": "The keeper of the lighthouse counted seventeen barrels of oil behind the old harbour wall.",
    "bravo": "A clerk of the customs house wrote down every crate that came ashore on that Thursday.",
    "quebec": "Nobody whom I would care to name has ever paid for the painting in the dining room.",
    "mike": "The mate of the Esperance says that fog lay on the river until half past eleven.",
    "delta": "Her brother took the children to the mountains in the spring of the following year.",
    "echo": "An elderly gentleman without papers asked twice for a room with a view of the station.",
    "xray": "My aunt from the upper street still keeps both letters in a tin under her bed.",
    "yankee": "Two boys with a borrowed cart were seen near the bakery shortly before midnight.",
}
GIVEN_BACK = {
    "scope": {"item.relevance": "out-of-scope"},
    "privilege": {"item.privilege": "confirmed", "item.contains_asylum_data": "no"},
    "origin": {"item.from_ill_treatment": "unknown"},
    "proportionality": {"item.proportionate": "no", "item.exposes_others": "no"},
}
EXAMPLES = 400 if LONG else 20
pytestmark = pytest.mark.django_db


def box(**parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(f"{name}.txt", text)
    return packed.getvalue()


MAIL = message(delta=WORDS["delta"], echo=WORDS["echo"])
MAIL = MAIL.replace(b"You find it attached.", WORDS["mike"].encode())
FILES = {
    "a.txt": WORDS["alpha"].encode(),
    "copy/a.txt": WORDS["alpha"].encode(),
    "b.txt": WORDS["bravo"].encode(),
    "q.txt": f"{WORDS['quebec']}\n\n> {WORDS['bravo']}\n".encode(),
    "mail.eml": MAIL,
    "box.zip": box(xray=WORDS["xray"], yankee=WORDS["yankee"]),
}  # fmt: skip
NAMES = st.sampled_from(sorted(WORDS))
ASKED = st.sampled_from(sorted(CLEAN))
EVENT = st.one_of(
    st.tuples(st.just("all four"), NAMES),
    st.tuples(st.just("all four"), NAMES),
    st.tuples(st.just("answer"), NAMES, ASKED, st.booleans()),
    st.tuples(st.just("together"), NAMES, ASKED, st.booleans()),
    st.tuples(st.just("object"), NAMES),
    st.tuples(st.just("decide"), st.integers(1, 2), st.booleans()),
    st.tuples(st.just("taint"), NAMES),
    st.tuples(st.just("lift"), NAMES, NAMES),
    st.tuples(st.just("redact"), NAMES),
    st.tuples(st.just("nearly"), NAMES, NAMES),
)
TWICE = st.tuples(st.just("twice"), NAMES, ASKED, st.booleans())
LATE = st.one_of(*[st.just(())] * 5, EVENT, st.just(("remedy",)))


@pytest.fixture(scope="module")
def granted(office_once, tmp_path_factory, django_db_blocker):
    folder = tmp_path_factory.mktemp("seized")
    with django_db_blocker.unblock(), pytest.MonkeyPatch().context() as patch:
        patch.setattr(settings_, "MATERIAL", folder / "material")
        # Every item is looked at twice, so that what comes of it need not wait for the lot.
        patch.setattr(second, "ONE_IN", 1)
        yield Granted(office_once, folder, FILES)


class History:
    """What happens to the items, by the words they hold."""

    def __init__(self, granted):
        self.granted, self.seizing = granted, granted.seizing
        self.holders: dict[str, list[str]] = {}
        ledger = self.seizing.ledger()
        try:
            for ident, _, _, _, content in ledger.all_items():
                # Redacted forms of an earlier history lie in the ledger still; no journal knows them.
                text = ledger.text(content) if content and not ledger.made_of(content) else ""
                if found := [(text.index(words), name) for name, words in WORDS.items() if words in text]:
                    self.holders.setdefault(min(found)[1], []).append(ident)
        finally:
            ledger.close()
        self.forms: dict[str, tuple[str, str]] = {}
        self.near: list[tuple[str, str]] = []
        self.mail = [self.holders[name][0] for name in ("mike", "delta", "echo")]

    def happen(self, what="", *told):
        try:
            self._happen(what, *told)
        except (FormError, UnknownObjectError):
            return

    def _happen(self, what, *told):
        do = self.seizing.do
        match what:
            case "all four":
                for item in self.holders[told[0]]:
                    for asked in CLEAN:
                        self.answer([item], asked, CLEAN[asked])
            case "answer":
                name, asked, clean = told
                self.answer([self.holders[name][0]], asked, (CLEAN if clean else GIVEN_BACK)[asked])
            case "together":
                name, asked, clean = told
                items, how = (self.mail, "a whole family") if self.holders[name][0] in self.mail else (
                    self.holders[name], "exact duplicates")  # fmt: skip
                self.answer(items, asked, (CLEAN if clean else GIVEN_BACK)[asked], together=how)
            case "object":
                do(Role.COUNSEL, "object-to-item", item=self.holders[told[0]][0], reasons="private")
            case "decide":
                do(Role.COURT, "decide-objection", objection=told[0], upheld=told[1], reasons="decided")
            case "taint":
                do(Role.COURT, "taint-item", item=self.holders[told[0]][0], source="a report", reasons="beaten")
            case "lift":
                item, origin = (self.holders[name][0] for name in told)
                do(Role.COURT, "lift-taint", item=item, origin=origin, decision="KI 7", reasons="another day")
            case "redact" | "twice" | "nearly":
                getattr(self, what)(*told)
            case _ if what == "remedy":
                self.granted.office.do(Role.CLERK, "lodge-remedy", self.granted.case, "P1", text="opposition")
            case _:
                pass

    def twice(self, name, asked, clean):
        """The court has answered everything, and a second person looks at one question without that answer."""
        self._happen("all four", name)
        role = Role.PRIVILEGE_OBSERVER if asked == "privilege" else Role.REVIEWER
        item, values = self.holders[name][0], (CLEAN if clean else GIVEN_BACK)[asked]
        self.seizing.answer(role, asked, item, values=values)
        SENT["differ"] += any(len({str(one) for one in said}) > 1 for _, said in self.standing().values())

    def nearly(self, name, other):
        """A machine finds that two are nearly the same: whenever it reads them, if need be after both were answered."""
        if name != other:
            self.near.append((name, other))
            self.tie(self.near)

    def tie(self, near):
        """What the ledger knows to be nearly the same, and nothing else changed in it."""
        ledger = self.seizing.ledger()
        try:
            of = {name: ledger.lying(items[0]).item.content for name, items in self.holders.items()}
            ties = [(kind, *edge) for kind in BY_TEXT if kind != NEAR for edge in ledger.edges(kind)]
            with ledger.together():
                ledger.write_ties([*ties, *((NEAR, of[name], of[other]) for name, other in near)])
        finally:
            ledger.close()

    def redact(self, name):
        """The second half of a sentence is hidden, and nothing is held against the first."""
        item, words = self.holders[name][0], WORDS[name]
        ledger = self.seizing.ledger()
        text = ledger.text(ledger.lying(item).item.content)
        ledger.close()
        start, half = text.index(words), len(words) // 2
        mark = {"start": start + half, "end": start + len(words), "ground": "third party"}
        told = self.seizing.do(Role.COURT, "redact-item", item=item, passages=[mark], reasons="a stranger").result
        form = told.entry.fields["redacts"]["version"]
        self.forms[form] = item, words[half:]
        for asked in CLEAN:
            self.answer([form], asked, CLEAN[asked])

    def answer(self, items, asked, values, **more):
        stand = {n for i in items for n in self.standing().get((i, asked), ((), ()))[0]}
        self.seizing.answer(Role.COURT, asked, *items, values=values, supersedes=sorted(stand), **more)

    def entries(self):
        return journal.entries_of(seizure_stream(self.granted.case, "S-1"))

    def standing(self):
        """By item and question the numbers and the values of the answers that stand."""
        found: dict[tuple[str, str], tuple[tuple[int, ...], tuple[dict[str, str], ...]]] = {}
        number = 0
        for entry in self.entries():
            if entry.act == "answer-item":
                number += 1
                said = entry.fields["answers"]
                for item in entry.fields["items"]:
                    key = item, said["asked"]
                    numbers, values = found.get(key, ((), ())) if item in said.get("second", ()) else ((), ())
                    found[key] = (*numbers, number), (*values, said["values"])
        return found

    def clean(self, item, stands):
        said = {asked: stands.get((item, asked), ((), ()))[1] for asked in CLEAN}
        return all(said[asked] and all(one == values for one in said[asked]) for asked, values in CLEAN.items())

    def must_stay(self):
        """The sentences of items that are not clean by themselves, by the entries alone."""
        clean = self.clean_items()
        stay = {name for name, items in self.holders.items() if not clean.issuperset(items)}
        for _ in self.near:
            stay |= {one for pair in self.near if stay.intersection(pair) for one in pair}
        return stay

    def clean_items(self):
        """Items clean by themselves, and the redacted forms of those that are not tainted or objected to."""
        stands, tainted, lifted = self.standing(), set(), set()
        objected: dict[tuple[int, str], bool] = {}
        for entry in self.entries():
            told, items = entry.fields, entry.fields.get("items", ())
            match entry.act:
                case "object-to-item":
                    objected |= {(told["number"], i): True for i in items}
                case "decide-objection":
                    objected |= {(told["decides"]["objection"], i): told["decides"]["upheld"] for i in items}
                case "taint-item":
                    tainted |= set(items)
                case "lift-taint":
                    lifted |= {(items[0], told["of"])}
                case _:
                    pass
        tainted = {item for item in tainted if (item, item) not in lifted}
        held = {item for (_, item), stays in objected.items() if stays} | tainted
        waits = {i for (n, i), _ in objected.items() if (n, i) not in self.decided()}
        everything = {item for items in self.holders.values() for item in items} | {
            form for form, (source, _) in self.forms.items() if source not in tainted | waits
        }
        clean = {item for item in everything - held if self.clean(item, stands)}
        if any(e.act == "lodge-remedy" for e in journal.entries_of(self.granted.case)):
            clean = set()
        return clean

    def decided(self):
        """Objections a court has decided, by number and item."""
        told = [e.fields for e in self.entries() if e.act == "decide-objection"]
        return {(one["decides"]["objection"], item) for one in told for item in one["items"]}


SENT = {"packages": 0, "sentences": 0, "forms": 0, "differ": 0, "near": 0}


def package(history, between, out):
    """Plan, propose, agree and build, with what comes in between; whether a package was built."""
    granted = history.granted
    try:
        payload = granted.plan()
    except (leaving.WithheldError, SnapshotError):
        return False
    history.happen(*between[0])
    told = {"payload": payload, "reasons": "as was granted"}
    proposed = granted.office.do(Role.PROSECUTOR, "transmit", granted.case, "pack", seen=granted.head(), **told).result
    if not isinstance(proposed, Done):
        return False
    history.happen(*between[1])
    if not isinstance(granted.agree(), Done):
        return False
    history.happen(*between[2])
    try:
        granted.build(out)
    except (leaving.WithheldError, SnapshotError):
        return False
    return True


@given(
    begin=st.sets(NAMES, min_size=4),
    hidden=st.sets(NAMES, max_size=2),
    history=st.tuples(st.lists(EVENT, max_size=5), st.one_of(st.just(()), st.just(()), TWICE)),
    between=st.tuples(LATE, LATE, LATE),
)
@settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=not LONG,
          phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # fmt: skip
def _no_word_leaves(granted, folder, begin, hidden, history, between):
    with undone():
        made = History(granted)
        for name in sorted(begin):
            made.happen("all four", name)
        for name in sorted(hidden):
            made.happen("redact", name)
        for event in (*history[0], history[1]):
            made.happen(*event)
        out = folder / f"package-{len(list(folder.iterdir()))}"
        built = package(made, between, out)
        if made.near:
            made.tie([])
        if not built:
            assert not out.exists()
            return
        data = b"".join(path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file())
        stay = made.must_stay()
        for name, words in WORDS.items():
            assert not (name in stay and words.encode() in data), name
            SENT["sentences"] += words.encode() in data
        clean = made.clean_items()
        sent = {item for row in PlannedPackage.objects.all() for item, _ in row.told["items"]}
        for form, (source, words) in made.forms.items():
            if form in sent:
                assert form in clean
                assert source not in sent
                assert words.encode() not in data
                SENT["forms"] += 1
        SENT["near"] += bool(made.near)
        SENT["packages"] += 1


def test_no_word_of_an_uncleared_item_is_in_any_package(granted, tmp_path):
    _no_word_leaves(granted, tmp_path)
    # What never sends anything proves nothing.
    print(SENT)
    assert SENT["packages"] > 3
    assert SENT["sentences"] > SENT["packages"]
    assert SENT["forms"] > 1
    assert SENT["differ"] > 0
    assert SENT["near"] > 0


def test_every_sentence_is_held_by_its_items(granted):
    made = History(granted)
    assert {name: len(items) for name, items in made.holders.items()} == {**dict.fromkeys(WORDS, 1), "alpha": 2}
