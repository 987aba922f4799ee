"""The gap between a group and the room: reference vectors, and silence below the rule."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement.agreement import describe
from maturity.judgement.groups.gap import cliffs_delta, cross_pairs, scope_gap

VECTORS: Any = json.loads(
    (Path(__file__).parents[2] / "data" / "agreement-vectors.json").read_text(encoding="utf-8")
)
LOWER = ((3, 0, 0), (0, 6, 6))
SAME = ((0, 3, 0), (0, 12, 0))
HIGHER = ((0, 0, 3), (6, 6, 0))
TALLY = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
VOTES = TALLY.filter(any)


@pytest.mark.parametrize("vector", VECTORS["group_gap"], ids=lambda v: v["name"])
def test_a_group_beside_the_others_matches(vector: Any) -> None:
    group, others = vector["group"], vector["others"]
    assert cliffs_delta(group, others) == pytest.approx(vector["delta"], abs=1e-6)
    crossed = cross_pairs(group, others)
    assert crossed.lower / crossed.pairs == pytest.approx(vector["prob_group_lower"], abs=1e-6)
    theirs, rest = describe(group).median_low, describe(others).median_low
    assert theirs is not None
    assert rest is not None
    assert rest - theirs == vector["lower_median_gap"]


@pytest.mark.parametrize("vector", VECTORS["scope_gap"], ids=lambda v: v["name"])
def test_a_scope_matches(vector: Any) -> None:
    expect = vector["expect"]
    found = scope_gap((item["group"], item["others"]) for item in vector["items"])
    assert (found.m, found.same_side, found.needed, found.gap) == (
        expect["m"],
        expect["same_side"],
        expect["needed"],
        expect["gap"],
    )
    if expect["mean_delta"] is None:
        assert found.mean_delta is None
    else:
        assert found.mean_delta == pytest.approx(expect["mean_delta"], abs=1e-6)


@pytest.mark.parametrize(
    ("items", "gap"),
    [
        ([LOWER] * 4, False),
        ([LOWER] * 4 + [SAME], True),
        ([LOWER] * 3 + [SAME] * 2, False),
        ([LOWER] * 5 + [SAME], True),
        ([LOWER] * 4 + [SAME] * 2, False),
        ([LOWER] * 6 + [SAME], True),
        ([LOWER] * 5 + [SAME] * 2, False),
        ([HIGHER] * 5, True),
        ([LOWER] * 4 + [HIGHER] * 4, False),
    ],
)
def test_four_in_five_must_point_one_way(
    items: list[tuple[tuple[int, ...], tuple[int, ...]]], *, gap: bool
) -> None:
    assert scope_gap(items).gap is gap


def test_items_without_enough_votes_do_not_count() -> None:
    assert scope_gap([LOWER] * 4 + [((2, 0, 0), (0, 6, 6)), ((3, 0, 0), (0, 1, 1))]).m == 4
    assert scope_gap([((3, 0, 0), (0, 2, 1))] * 5).gap
    assert scope_gap([]).m == 0


def test_a_difference_needs_votes_on_both_sides() -> None:
    with pytest.raises(ValueError, match="both sides"):
        cliffs_delta((0, 0, 0), (1, 2, 3))
    with pytest.raises(ValueError, match="different levels"):
        cliffs_delta((1, 2), (1, 2, 3))


@given(VOTES, VOTES)
def test_the_sign_turns_with_the_scale_and_with_the_sides(
    group: tuple[int, ...], others: tuple[int, ...]
) -> None:
    delta = cliffs_delta(group, others)
    assert -1 <= delta <= 1
    assert cliffs_delta(group[::-1], others[::-1]) == -delta
    assert cliffs_delta(others, group) == -delta
    assert cliffs_delta(group, group) == 0


@given(st.lists(st.tuples(TALLY, TALLY), max_size=9))
def test_a_finding_never_rests_on_fewer_than_five_items(
    items: list[tuple[tuple[int, ...], tuple[int, ...]]],
) -> None:
    found = scope_gap(items)
    turned = scope_gap([(group[::-1], others[::-1]) for group, others in items])
    assert found.gap == turned.gap
    assert found.m <= len(items)
    if found.gap:
        assert found.m >= 5
        assert found.mean_delta is not None
        assert abs(found.mean_delta) >= 0.33
