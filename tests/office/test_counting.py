"""What entries say happened, where the door tests do not already show it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.office.folds.counting import happenings, named, of_items
from rogatory.office.folds.dossier import Dossier, Entry, fold
from tests.office.simulator import simple_file

AT = datetime(2026, 3, 2, tzinfo=UTC)
LAW = law_in_force()


def entry(seq: int, act: str, obj: str = "", **fields: Any) -> Entry:
    return Entry(seq, AT, "case-1", act, obj, "account", fields)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return fold([entry(0, "register", file=simple_file())])


@pytest.mark.parametrize(
    ("act", "fields", "told"),
    [
        ("order", {"reparation": {"form": "restitution"}}, [("reparation", "owed|restitution|DE", 1)]),
        ("order", {"reparation": {"form": "compensation", "order": {"by": "court"}}},
         [("reparation", "ordered|compensation|DE", 1)]),
        ("order", {"reparation": {"form": "compensation", "sum": {"amount": "1250.50", "currency": "EUR"}}},
         [("reparation", "owed|compensation|DE", 1), ("sums", "owed|EUR", 1251)]),
        ("repair", {"performs": {"of": "reparation-0", "sum": {"amount": "0.40", "currency": "EUR"}}},
         [("reparation", "performed|not told|DE", 1)]),
        ("repair", {"performs": {"of": "reparation-0"}}, [("reparation", "performed|not told|DE", 1)]),
        ("repair", {"performs": {"of": "reparation-99"}}, [("reparation", "performed|not told|DE", 1)]),
        ("repair", {}, []),
        ("lodge-allegation", {}, [("inquiries", "lodged|DE", 1)]),
        ("conclude-inquiry", {}, [("inquiries", "concluded|DE", 1)]),
        ("transmit", {}, [("handed-over", "transmit|DE", 1)]),
        ("depart", {"departs-from": "grant", "role": "court"},
         [("departures", "grant|DE", 1), ("departed", "court|grant", 1)]),
        ("confirm-link", {}, [("links", "confirmed|DE", 1)]),
        ("notify", {"told-of": "notice-0"}, [("notices", "register|DE", 1)]),
        ("notify", {"told-of": "notice-99"}, [("notices", "not told|DE", 1)]),
        ("decide-remedy", {"outcome": "granted", "part": "costs"}, []),
        ("decide-remedy", {"outcome": "granted"}, [("remedies-ended", "granted|not told|DE", 1)]),
        ("screen", {"screening": {"links": [], "counted": [["protection", 3]]}}, [("not-shown", "protection", 3)]),
        ("screen", {"news": ["link-1-1"], "screening": {"links": [{"kind": "requests", "status": "refused",
                    "by": "path", "id": "abc"}], "counted": [["protection", 3], ["notices", 0]]}},
         [("met-refused", "path|abc", 1), ("not-shown", "protection", 3)]),
        ("proposed", {}, []),
        ("attempt-barred", {}, []),
        ("register", {"before": [{"case": "2025-000009", "how": "through another state"},
                                 {"case": "2025-000010", "how": "same letter"}]},
         [("requests", "DE|mla", 1), ("repeated", "2025-000009|through another state", 1)]),
    ],
)  # fmt: skip
def test_an_entry_says_what_happened_and_nothing_of_anybody(dossier, act, fields, told):
    found = happenings(entry(1, act, "P1", **fields), dossier, LAW)
    assert [(one.subject, one.kept, one.number) for one in found] == told


@pytest.mark.parametrize(
    ("act", "fields", "told"),
    [
        ("decide-objection", {"decides": {"upheld": True}}, [("objections", "upheld|DE", 1)]),
        ("decide-objection", {"decides": {"upheld": False}}, [("objections", "dismissed|DE", 1)]),
        ("answer-item", {"items": ["a"], "answers": {"asked": "scope", "second": ["a"]}}, []),
        (
            "answer-item",
            {"items": ["a", "b", "c"], "answers": {"asked": "scope", "second": ["a", "b", "c"], "agrees": ["b"]}},
            [
                ("bulk-answer", "scope", 3),
                ("second-looks", "same|scope|DE", 1),
                ("second-looks", "otherwise|scope|DE", 2),
            ],
        ),
        ("answer-item", {"items": ["a", "b"], "answers": {"asked": "scope"}}, [("bulk-answer", "scope", 2)]),
        ("answer-item", {"items": ["a"], "answers": {"asked": "scope"}}, []),
        ("open-item", {"items": ["a", "b"]}, []),
    ],
)
def test_so_does_an_entry_of_a_review(act, fields, told):
    assert [(one.subject, one.kept, one.number) for one in of_items(entry(1, act, **fields), "DE")] == told


def test_somebody_is_known_again_by_all_words_of_a_name_in_whatever_order():
    def of(name: str) -> frozenset[str]:
        file = simple_file()
        file["persons"][0]["name"] = name
        return named(fold([entry(0, "register", file=file)]))

    assert of("Zhanna İnvented") == of("INVENTED, Zhanna") != of("Zhanna Invented-Else")
    assert of("Zhanna") == frozenset()


def test_time_is_counted_from_the_day_the_request_came_in(dossier):
    decided = replace(entry(1, "postpone", "interview"), at=datetime(2026, 4, 15, tzinfo=UTC))
    (found,) = happenings(decided, dossier, LAW)
    assert found.kept == "postpone|DE|none|mla|31-90"
