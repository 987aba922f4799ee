"""The vote field: what is typed, what is understood, and what is said when it does not add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.words.counts import MANY, read_counts

LEVELS = ("Emerging", "Developing", "Maturing")


@given(st.text(max_size=30), st.one_of(st.none(), st.integers(0, 60)))
def test_nothing_typed_raises_and_a_problem_records_nothing_silently(
    typed: str, voters: int | None
) -> None:
    read = read_counts(typed, LEVELS, voters)
    assert bool(read.problem) != bool(read.counts) or read.corrects
    if read.counts and not read.problem and voters is not None:
        assert read.cast == voters


@given(st.lists(st.integers(0, 40), min_size=3, max_size=3), st.integers(0, 5))
def test_the_last_count_may_be_left_out(counts: list[int], abstain: int) -> None:
    voters = sum(counts) + abstain
    typed = f"{counts[0]} {counts[1]} a{abstain}"
    if voters < MANY and len(str(counts[0])) != 1:
        return
    assert read_counts(typed, LEVELS, voters).counts == tuple(counts)


def test_what_was_read_is_spelled_out() -> None:
    read = read_counts("3 9 a2", LEVELS, 16)
    assert read.spelled == (
        "3 Emerging, 9 Developing, 2 Maturing; 2 abstained "
        "(the last worked out from 16 voters here)"
    )


def test_in_a_small_room_counts_may_run_together() -> None:
    assert read_counts("342", LEVELS, 9).counts == (3, 4, 2)
    assert read_counts("34", LEVELS, 9).counts == (3, 4, 2)


@pytest.mark.parametrize("typed", ["392", "39"])
def test_in_a_large_room_they_are_never_taken_apart(typed: str) -> None:
    assert read_counts(typed, LEVELS, 14).counts == ()


def test_a_sum_that_does_not_fit_says_by_how_much() -> None:
    read = read_counts("3 9 1", LEVELS, 14)
    assert read.corrects
    assert read.problem == "These add up to 13: 1 fewer than the 14 voters here."


def test_nobody_voting_is_an_answer() -> None:
    assert read_counts("0 0 0 a4", LEVELS, 4).counts == (0, 0, 0)
