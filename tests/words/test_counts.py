"""The vote field: what is typed, what is understood, and what is said when it does not add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.words.counts import MANY, read_counts, why_not_a_round

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
    if sum(counts) == 1 or voters < 2:
        return
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


ONE = "These counts are one person's answer, and no round may show how one person voted. Record"


@pytest.mark.parametrize(
    ("typed", "voters"),
    [
        ("1 0 0", 1),
        ("1 0", 1),
        ("10", 1),
        ("0 1 0 a4", 5),
        ("0 0 0 c1", 1),
        ("0 0 0 a1", None),
        ("0 1 0 a4 c3", None),
        ("0 0 1", 12),
    ],
)
def test_one_persons_answer_is_no_round_whoever_abstained_beside_it(
    typed: str, voters: int | None
) -> None:
    read = read_counts(typed, LEVELS, voters)
    assert read.problem.startswith(ONE)
    assert not read.counts
    assert not read.corrects


@pytest.mark.parametrize("voters", [None, 6])
def test_nobody_at_all_is_no_round(voters: int | None) -> None:
    assert read_counts("0 0 0", LEVELS, voters).problem.startswith("Nobody is counted here")


def test_a_part_of_a_round_may_be_of_nobody() -> None:
    assert read_counts("0 0 0", LEVELS, None, is_round=False).counts == (0, 0, 0)


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_round_is_of_two_people_or_more_and_never_of_a_single_vote(
    votes: int, aside: int
) -> None:
    is_kept = votes + aside >= 2 and votes != 1
    assert (why_not_a_round(votes, aside) == "") == is_kept
