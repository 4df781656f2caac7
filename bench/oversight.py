# ruff: noqa: PLC0415 - the tables are known only once Django is set up
"""What oversight costs, by how many cases there are: numbers, pages and alarms; beside plain sums of the same rows.

The peers add up every table without any protection: SQLite by GROUP BY on the table as it lies, and polars in memory.
Ours reads the same rows, puts them into groups of cases and makes every table; so it can only be slower.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations
from random import Random
from time import process_time
from typing import Any

from bench import measure

DAY = date(2026, 1, 1)
STATES = ("KZ", "RU", "TR", "UZ", "TJ", "KG", "AZ", "GE", "AM", "MD", "UA", "RS", "AL", "BA", "ME", "MK", "US", "CA",
          "AU", "GB", "FR", "DE", "NL", "LU", "ES", "IT", "PL", "RO", "CH", "MA")  # fmt: skip
PACKS = ("none", "echr-protection", "refugee-convention", "laundering", "mutual-assistance-1959")
REMEDIES = ("challenge", "lifting", "file-access", "regularity")


def run(sizes: list[int]) -> None:
    """Measure every size on a database of its own in a folder that is thrown away."""
    rows: list[tuple[str, ...]] = [("cases", "rows", "numbers s", "pages s", "alarms s", "all s", "an act ms",
                                    "then pages ms", "then alarms ms", "GROUP BY s", "polars s")]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({"ROGATORY_DATA": folder, "DJANGO_SETTINGS_MODULE": "rogatory.registry.settings"})
        os.environ.pop("DATABASE_URL", None)
        _prepared()
        for size in sizes:
            rows.append(_measured(size))
    print("Processor seconds; numbers: every table of a year; pages: all public pages of it and the first pages of")
    print("oversight; an act: the rows of one more act in its transaction; then: the same pages, and the alarms, after")
    print("one more case that names somebody of a refused one.")
    print(measure.table(rows))


def _prepared() -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    from rogatory.registry.ledger import keys

    call_command("migrate", verbosity=0)
    keys.make_keys(settings.DATA)
    settings.ALLOWED_HOSTS = ["*"]
    settings.SECURE_SSL_REDIRECT = False


def _measured(size: int) -> tuple[str, ...]:
    from django.utils import timezone

    from rogatory.registry.cases.models import HappeningCopy
    from rogatory.registry.oversight import watching

    _filled(size)
    watching.forget()
    numbers, publication = _timed(_numbers)
    pages, _ = _timed(lambda: _pages(publication))
    alarms, _ = _timed(lambda: watching.alarms(timezone.now()))
    then_pages, then_alarms = _one_more(size, publication)
    grouped, plain = _timed(_group_by)
    polars, other = _timed(_polars)
    assert other is None or other == plain, "the peers differ"
    told = sum(cube.total for _, cube in publication.told())
    assert told == plain, "what was published is not all there was"
    return (
        f"{size:,}", f"{HappeningCopy.objects.count():,}", f"{numbers:.2f}", f"{pages:.2f}", f"{alarms:.2f}",
        f"{numbers + pages + alarms:.2f}", f"{1000 * _one_act():.2f}", f"{1000 * then_pages:.1f}",
        f"{1000 * then_alarms:.1f}", f"{grouped:.2f}",
        "–" if other is None else f"{polars:.2f}",
    )  # fmt: skip


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = process_time()
    found = work()
    return process_time() - start, found


def _filled(size: int) -> None:
    """So many cases of one year: requests, decisions, remedies, notices, readings in the journal's own columns."""
    from django.db import connection

    from rogatory.registry.cases.models import CaseCopy, HappeningCopy, LimitCopy
    from rogatory.registry.ledger import guards
    from rogatory.registry.ledger.models import Entry, Secret

    guards.remove(connection)
    for model in (HappeningCopy, CaseCopy, LimitCopy, Entry, Secret):
        model.objects.all().delete()
    random, rows = Random(7), list(_happenings(size))
    HappeningCopy.objects.bulk_create(rows, batch_size=5_000)
    from django.utils import timezone

    now = timezone.now()
    begun = now - timedelta(days=360)
    CaseCopy.objects.bulk_create(
        (
            CaseCopy(case=f"2026-{n:06}", kind="mla", requesting=random.choice(STATES), requested="BE",
                     opened_at=now - timedelta(days=n % 360), changed_at=now, head=n, grant="allowed")
            for n in range(size)
        ),
        batch_size=5_000,
    )  # fmt: skip
    Entry.objects.bulk_create(
        (
            Entry(seq=n, case=f"2026-{n % size:06}", act="read" if n % 3 else "find", object="", actor=f"a{n % 40}",
                  time=begun + n * timedelta(days=360) / (4 * size), leaf=b"", leaf_hash=b"h")
            for n in range(4 * size)
        ),
        batch_size=5_000,
    )  # fmt: skip
    guards.install(connection)


def _happenings(size: int) -> Iterator[Any]:
    from rogatory.registry.cases.models import HappeningCopy

    random = Random(5)
    for n in range(size):
        case, state = f"2026-{n:06}", STATES[min(int(random.expovariate(0.15)), len(STATES) - 1)]
        on, kind = DAY + timedelta(days=random.randrange(365)), random.choice(("mla", "eio", "extradition"))
        span = random.choice(("1-30", "31-90", "91-180", "181-365", "longer"))
        outcome = random.choice(("grant", "grant", "refuse", "postpone"))
        ground = random.choice(PACKS) if outcome == "refuse" else "none"
        told = [("requests", f"{state}|{kind}"), ("decisions", f"{outcome}|{state}|{ground}|{kind}|{span}"),
                ("notices", f"{outcome}|{state}"), ("named", f"{random.randrange(size):024x}")]  # fmt: skip
        if n % 3 == 0:
            remedy = random.choice(REMEDIES)
            told += [("remedies-lodged", f"{remedy}|{state}"), ("remedies-ended", f"dismissed|{remedy}|{state}")]
        for subject, values in told:
            yield HappeningCopy(case=case, seq=n, on=on, subject=subject, told=values)


def _numbers() -> Any:  # noqa: ANN401
    """The rows of the year, in groups, and every table there is of each subject."""
    from rogatory.oversight.statistics.publishing import Period, publication
    from rogatory.registry.oversight import facts
    from rogatory.registry.oversight.uncollected import uncollected

    with uncollected():  # as the door does
        found = publication(Period(2026), facts.events(Period(2026)), 5, Random(3).randrange)
    for subject, cube in found.told():
        for length in range(1, len(cube.dimensions) + 1):
            for names in combinations(cube.dimensions, length):
                found.rows(subject, *names)
    return found


def _pages(publication: Any) -> None:  # noqa: ANN401
    """Every public page and file of the year, and the first page of what was done."""
    from datetime import UTC, datetime
    from unittest.mock import patch

    from django.test import RequestFactory

    from rogatory.office.streams.overseeing import Overseen, Published
    from rogatory.registry.ledger import overview, reading
    from rogatory.registry.public import views

    published = Published(0, datetime(2027, 1, 2, tzinfo=UTC), "", publication)
    stands = Overseen({"2026": published}, {}, {}, {})
    request = RequestFactory().get("/public/")
    with patch("rogatory.registry.oversight.door.stands", lambda: stands):
        views.index(request)
        for view in (views.period, views.datapackage, views.data):
            assert view(request, "2026").status_code == 200
        for subject in publication.cubes:
            assert views.subject(request, "2026", subject).status_code == 200
    overview.lines(0, 10**9, 50)
    overview.first_since(datetime(2026, 6, 1, tzinfo=UTC))
    reading.size()


def _one_more(size: int, publication: Any) -> tuple[float, float]:  # noqa: ANN401
    """Seconds for the pages and for the alarms after one more case, the mean of some; they ring as the whole does."""
    from django.utils import timezone

    from rogatory.registry.cases.models import HappeningCopy
    from rogatory.registry.ledger.models import Entry
    from rogatory.registry.oversight import watching

    refused = HappeningCopy.objects.filter(subject="decisions", told__startswith="refuse|").values("case")
    names = HappeningCopy.objects.filter(subject="named", case__in=refused).values_list("told", flat=True)[:20]
    pages = alarms = 0.0
    for n, name in enumerate(list(names)):
        case, now = f"2027-{n:06}", timezone.now()
        told = (("requests", "KZ|mla"), ("named", name))
        HappeningCopy.objects.bulk_create(
            HappeningCopy(case=case, seq=n, on=timezone.localdate(now), subject=subject, told=values)
            for subject, values in told
        )
        Entry.objects.create(seq=4 * size + n, case=case, act="register", object="", actor="a1", time=now, leaf=b"",
                             leaf_hash=b"h")  # fmt: skip
        pages += _timed(lambda: _pages(publication))[0]
        took, found = _timed(lambda: watching.alarms(timezone.now()))
        alarms += took
        assert any(case in alarm.cases for alarm in found), "the new case rings nothing"
    watching.forget()
    assert found == watching.alarms(timezone.now()), "what was brought up to date is not the whole"
    HappeningCopy.objects.filter(case__startswith="2027-").delete()
    return pages / len(names), alarms / len(names)


def _one_act() -> float:
    """Seconds in which one more act is taken into the rows."""
    from rogatory.oversight.statistics.subjects import Happening
    from rogatory.registry.cases.models import HappeningCopy

    one, times = Happening("requests", ("KZ", "mla")), 200
    start = process_time()
    for n in range(times):
        HappeningCopy.objects.bulk_create(
            [HappeningCopy(case=f"2027-{n:06}", seq=n, on=DAY, subject=one.subject, told=one.kept)]
        )
    return (process_time() - start) / times


def _group_by() -> int:
    """The same tables by the database alone, without any protection; all events there are."""
    from django.db.models import Sum

    from rogatory.oversight.statistics.subjects import SUBJECTS
    from rogatory.registry.cases.models import HappeningCopy

    rows = HappeningCopy.objects.filter(subject__in=list(SUBJECTS), on__gte=DAY, on__lt=date(2027, 1, 1)).order_by()
    return sum(number for *_, number in rows.values_list("subject", "told").annotate(n=Sum("number")))


def _polars() -> int | None:
    """The same in memory by polars, the reading of the rows included; None where it is not installed."""
    try:
        import polars
    except ImportError:
        return None
    from rogatory.oversight.statistics.subjects import SUBJECTS
    from rogatory.registry.cases.models import HappeningCopy

    rows = HappeningCopy.objects.filter(subject__in=list(SUBJECTS), on__gte=DAY, on__lt=date(2027, 1, 1)).order_by()
    frame = polars.DataFrame(
        list(rows.values_list("subject", "case", "told", "number")),
        schema=["subject", "case", "told", "n"],
        orient="row",
    )
    total = 0
    for subject in SUBJECTS.values():
        some = frame.filter(polars.col("subject") == subject.id)
        if some.is_empty():
            continue
        parts = some["told"].str.split_exact("|", len(subject.dimensions) - 1).struct.rename_fields(subject.dimensions)
        some = some.with_columns(parts.alias("values")).unnest("values")
        for length in range(1, len(subject.dimensions) + 1):
            for names in combinations(subject.dimensions, length):
                summed = some.group_by(names).agg(polars.col("n").sum(), polars.col("case").n_unique())
        total += int(summed["n"].sum())
    return total
