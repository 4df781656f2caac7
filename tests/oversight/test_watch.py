"""A watch that is told what changed rings as the rules do on everything at once, whatever changed."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from rogatory.oversight.alarms.model import Departed, JournalStands, Late, Pair, Readings, Request
from rogatory.oversight.alarms.rules import Facts, ringing
from rogatory.oversight.alarms.watch import Did, OfStream, Watch

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
TODAY = NOW.date()
JOURNAL = JournalStands(closed="a witness knows more")


def a_stream(random: Random, stream: str) -> OfStream:
    """A case in which something of everything may have happened, among few names, accounts and states."""

    def ago(most: int) -> date:
        return TODAY - timedelta(days=random.randrange(most))

    def some(number: int) -> range:
        return range(random.randrange(number))

    def request() -> Request:
        return Request(stream, random.choice(("KZ", "TR", "")), "mla", ago(random.choice((15, 400))))

    def late() -> Late:
        return Late(stream, random.choice(("x", "house-inquiry-concluded")), "court", ago(3))

    def departed() -> Departed:
        return Departed(stream, random.randrange(10**9), random.choice(("court", "clerk")), "grant", ago(120))

    accounts = [Did(random.choice("ab"), random.randrange(10**6), ago(30)) for _ in range(3)]
    return OfStream(
        request=request() if random.random() < 0.8 else None,
        refused=random.choice((None, ago(400))),
        named=tuple({f"name {random.randrange(9)}" for _ in some(3)}),
        before=tuple(random.choice((("c1", "letter"), (stream, "letter"), ("a link", "path"))) for _ in some(3)),
        late=tuple(late() for _ in some(3)),
        departures=tuple(departed() for _ in some(3)),
        opened=tuple(accounts[:2] if random.random() < 0.9 else ()),
        barred=tuple(accounts[2:] * 2),
    )


def whole(streams: dict[str, OfStream], roles: dict[str, frozenset[str]]) -> Facts:
    """The same facts looked up in everything, one case beside every other."""
    pairs = [
        Pair(told.request, number, other.request.state if other.request else "", other.refused, how)
        for stream, told in streams.items() if told.request
        for number, other in streams.items() if number != stream
        for how in ("named", "letter")
        if (set(told.named) & set(other.named) if how == "named" else (number, how) in told.before)
        and other.refused and other.refused <= told.request.on
    ]  # fmt: skip
    linked = [told.request for told in streams.values() if told.request and ("a link", "path") in told.before]
    pairs += [Pair(request, "a link", "", None, "path") for request in linked]

    def of_accounts(what: str) -> tuple[Readings, ...]:
        found = []
        for account in "ab":
            did = [(n, d) for n, told in streams.items() for d in getattr(told, what) if d.account == account]
            if did:
                cases, entries = sorted({n for n, _ in did}), sorted(d.entry for _, d in did)
                held = roles.get(account, frozenset())
                found.append(Readings(account, held, tuple(cases), tuple(entries), min(d.on for _, d in did)))
        return tuple(found)

    return Facts(
        tuple(told.request for told in streams.values() if told.request), tuple(pairs), of_accounts("opened"),
        of_accounts("barred"), tuple(one for told in streams.values() for one in told.late),
        tuple(one for told in streams.values() for one in told.departures), JOURNAL,
    )  # fmt: skip


def test_what_is_brought_up_to_date_rings_as_the_whole():
    random = Random(2509)
    watch, streams, roles, rang = Watch(TODAY), dict[str, OfStream](), dict[str, frozenset[str]](), set[str]()
    for _ in range(400):
        stream = f"c{random.randrange(40)}"
        streams[stream] = a_stream(random, stream) if random.random() < 0.9 else OfStream()
        watch.put(stream, streams[stream])
        if random.random() < 0.1:
            roles = {one: frozenset(random.sample(["auditor", "court"], random.randrange(3))) for one in "ab"}
            watch.held(roles)
        if random.random() < 0.3:
            found = watch.ringing(JOURNAL, NOW)
            assert found == ringing(whole(streams, roles), NOW)
            rang |= {alarm.rule for alarm in found}
    assert rang == {"burst", "again", "steered", "readings", "attempts", "limits", "inquiries", "departures", "journal"}
