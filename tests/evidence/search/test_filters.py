"""Filters among the words of a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.evidence.search.filters import Filters, Known, filters_in

KNOWN = Known(
    items={
        "leadership": ("leadership", "1", "Leadership", "Leadership and governance"),
        "insight": ("insight", "3", "Insight", "Understanding need"),
    },
    linked={"leadership": ("e1",), "insight": ("e2", "e3")}.__getitem__,
    facts=lambda excerpt, _: {
        "e1": ("data", "2025-09-30"),
        "e2": ("family-experience", "2026-01-27"),
    }.get(excerpt, ("", "")),
)
TITLES = {"d1": "Board minutes", "d2": "Self-evaluation 2026"}
EXCERPTS = (("e1", "d1"), ("e2", "d1"), ("e3", "d2"), ("e4", "d2"))


def passing(query: str) -> list[str]:
    allows = filters_in(query).allows(KNOWN, TITLES)
    return [excerpt for excerpt, document in EXCERPTS if allows(excerpt, document)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["e1", "e2", "e3", "e4"]),
        ("p:leadership", ["e1"]),
        ("p:lead", ["e1"]),
        ("P:3", ["e2", "e3"]),
        ("p:need", ["e2", "e3"]),
        ("p:nee p:1", ["e1", "e2", "e3"]),
        ("p:eadership", []),
        ("p:13", []),
        ("d:minutes", ["e1", "e2"]),
        ('d:"board min', ["e1", "e2"]),
        ('d:"self-evaluation 2026" waits', ["e3", "e4"]),
        ("kind:family", ["e2"]),
        ("kind:data kind:family", ["e1", "e2"]),
        ("since:2025", ["e1", "e2"]),
        ("since:2025-10", ["e2"]),
        ("since:2026-01-28", []),
        ('since:"1 October 2025"', ["e2"]),
        ("p:insight since:2026", ["e2"]),
    ],
)
def test_what_passes_every_filter_is_found(query: str, found: list[str]) -> None:
    assert passing(query) == found


@pytest.mark.parametrize(
    "query",
    ["p:", "d: ", "kind:", "since:", "since:20", "since:2025-99", "since:soon", "t:1", "a p"],
)
def test_an_unfinished_filter_filters_nothing(query: str) -> None:
    assert not filters_in(query).is_any
    assert len(passing(query)) == 4


def test_the_words_are_what_is_left() -> None:
    assert filters_in("late plans d:minutes SEF").words == "late plans  SEF"
    assert filters_in("http:d:x and e.g. p.12") == Filters("http:d:x and e.g. p.12")


@given(st.text(alphabet='pd:kindsince "2025-1ab', max_size=60))
def test_any_text_is_a_query(query: str) -> None:
    assert set(passing(query)) <= {"e1", "e2", "e3", "e4"}
