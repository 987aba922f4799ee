"""A round as an audience may see it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.judgement.rounds import (
    FEWEST_SHOWN,
    counts_of,
    in_order,
    median_levels,
    round_view,
)
from maturity.judgement.view import Audience, LevelView, Withheld
from maturity.session.state import Round

LEVELS = tuple(
    LevelView(name, name.title(), place, 3)
    for place, name in enumerate(("low", "middle", "high"), 1)
)


def a_round(*counts: int, **more: object) -> Round:
    tally = dict(zip(("low", "middle", "high"), counts, strict=True))
    return Round.model_validate({"n": 1, "tally": tally, **more})


def test_counts_stand_lowest_first_and_unknown_levels_are_left_out() -> None:
    kept = Round(n=1, tally={"high": 2, "gone": 9, "low": 1})
    assert counts_of(kept, ("low", "middle", "high")) == (1, 0, 2)


def test_rounds_stand_by_number_and_then_as_recorded() -> None:
    rounds = {"c": Round(n=2), "a": Round(n=1), "b": Round(n=2)}
    assert [entry for entry, _ in in_order(rounds)] == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("counts", "names"),
    [
        ((0, 0, 0), []),
        ((0, 3, 0), ["middle"]),
        ((2, 0, 2), ["low", "high"]),
        ((1, 1, 0), ["low", "middle"]),
        ((1, 2, 2), ["middle"]),
    ],
)
def test_the_room_lies_at_one_level_or_between_two(
    counts: tuple[int, ...], names: list[str]
) -> None:
    assert [level.id for level in median_levels(counts, LEVELS)] == names


def test_the_sentences_are_those_the_room_reads() -> None:
    kept = a_round(3, 9, 2, present=15, abstain=1)
    view = round_view("a.1", kept, LEVELS, Audience.ROOM)
    assert view.said.startswith("9 of 14 said Middle")
    assert view.word
    assert view.word_said
    assert round_view("a.1", kept, LEVELS, Audience.BOARD).word == view.word


def test_an_unknown_rule_gives_no_word_and_says_so() -> None:
    view = round_view("a.1", a_round(3, 9, 2, rule="ram-9"), LEVELS, Audience.ROOM)
    assert view.word == ""
    assert "newer version of maturity (rule ram-9)" in view.word_said


@given(st.tuples(*[st.integers(0, 6)] * 3), st.integers(0, 3), st.integers(0, 3))
def test_the_public_gets_counts_from_five_votes_on(
    counts: tuple[int, ...], abstain: int, cannot_say: int
) -> None:
    kept = a_round(*counts, abstain=abstain, cannot_say=cannot_say, present=77)
    view = round_view("a.1", kept, LEVELS, Audience.PUBLIC)
    others = [round_view("a.1", kept, LEVELS, one) for one in Audience if one != Audience.PUBLIC]
    assert all(other.counts == counts for other in others)
    if sum(counts) >= FEWEST_SHOWN:
        assert view.counts == counts
        return
    assert isinstance(view.counts, Withheld)
    assert (view.present, view.abstain, view.cannot_say) == (None, 0, 0)
    assert view.said == "So few people voted that the numbers are left out."
    assert not any(character.isdigit() for character in view.said + view.word_said)
