"""A vote as counts: what adds up, what is worked out, and what would show one person's vote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.session.acts.act import Refused
from maturity.session.acts.people import PersonAct
from maturity.session.acts.votes import RULE, VoteAct, latest_round
from maturity.session.state import Round, SessionState
from session.acts.kept import done, kept, outcome

FOUR = [PersonAct(f"P {n}", group="health", present=True) for n in range(4)]


def newest(state: SessionState) -> Round:
    found = latest_round(state.pillar["one"].rounds)
    assert found is not None
    return found[1]


def test_a_round_keeps_counts_by_level_and_the_rule() -> None:
    state = kept(VoteAct("one", (3, 9, 2), abstain=1, cannot_say=2))
    round_ = newest(state)
    assert dict(round_.tally) == {"low": 3, "middle": 9, "high": 2}
    assert (round_.n, round_.rule, round_.method) == (1, RULE, "paper")
    assert (round_.abstain, round_.cannot_say, round_.present) == (1, 2, None)


def test_the_last_count_is_worked_out_from_the_voters_here() -> None:
    round_ = newest(done(*FOUR, VoteAct("one", (1, 1), abstain=1)))
    assert dict(round_.tally) == {"low": 1, "middle": 1, "high": 1}
    assert round_.present == 4


def test_what_was_kept_is_said_in_words() -> None:
    said = outcome(VoteAct("one", (3, 9, 2), abstain=1, cannot_say=2)).said
    assert said == (
        "Round 1 of First things: 3 Low, 9 Middle, 2 High; 2 could not say yet; 1 abstained."
    )


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (VoteAct("one", (1, 1, 1)), "add up to 3, and 4 voters are here.*--present 3"),
        (VoteAct("one", (3, 3)), "add up to 6, and 4 voters are here: 2 too many"),
        (VoteAct("one", (3, 3, 3), present=8), "add up to 9, and 8 voters"),
        (VoteAct("one", (4,)), "has 3 levels, lowest first: Low, Middle, High. 1 count was"),
        (VoteAct("one", (1, 1, 1, 1)), "has 3 levels"),
        (VoteAct("one", ()), "0 counts were given"),
        (VoteAct("one", (-1, 3, 2)), "below zero"),
        (VoteAct("one", (2, 2, 0), abstain=-1), "below zero"),
        (VoteAct("one", (2, 2, 0), present=-4), "below zero"),
        (VoteAct("one", (10**20, 2, 0), present=10**20 + 2), "cannot be above 10,000"),
        (VoteAct("one", (2, 2, 0), round=10_001), "cannot be above 10,000"),
        (VoteAct("one", (2, 2, 0), round=0), "numbered from 1"),
        (VoteAct("lens", (2, 2, 0)), "not rated on its own"),
        (VoteAct("nobody", (2, 2, 0)), "nobody"),
    ],
)
def test_counts_that_do_not_fit_are_refused_with_the_mend(act: VoteAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act, done(*FOUR))


ONE = "one person's answer, and no round may show how one person voted. Record a level and"


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (VoteAct("one", (1, 0, 0), present=1), ONE),
        (VoteAct("one", (0, 0, 1), abstain=3), ONE),
        (VoteAct("one", (0, 1), cannot_say=1, abstain=2), ONE),
        (VoteAct("one", (0, 1, 0), cannot_say=1, abstain=2), ONE),
        (VoteAct("one", (0, 0, 1), abstain=11, present=12), ONE),
        (VoteAct("one", (0, 0, 1), round=2), ONE),
        (VoteAct("one", (0, 0, 0), cannot_say=1, present=1), ONE),
        (VoteAct("one", (0, 0, 0), abstain=1, present=1), ONE),
        (VoteAct("one", (0, 0, 0), present=0), "Nobody is counted here, so there is no round"),
        (VoteAct("one", (0, 0, 0)), "Nobody is counted here"),
    ],
)
def test_no_round_is_kept_of_one_persons_answer_or_of_nobodys(act: VoteAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act, done(*FOUR))


@given(
    st.tuples(*[st.integers(0, 3)] * 3),
    st.integers(0, 3),
    st.integers(0, 3),
    st.one_of(st.none(), st.integers(0, 6)),
)
def test_no_vote_that_is_kept_holds_a_single_vote(
    counts: tuple[int, int, int], abstain: int, cannot_say: int, present: int | None
) -> None:
    try:
        state = kept(VoteAct("one", counts, abstain, cannot_say, present))
    except Refused:
        return
    round_ = newest(state)
    votes = sum(round_.tally.values())
    assert votes != 1
    assert votes + round_.abstain + round_.cannot_say > 1


def test_everybody_abstaining_is_an_answer() -> None:
    assert newest(done(*FOUR, VoteAct("one", (0, 0, 0), abstain=4))).abstain == 4


def test_without_voters_on_the_register_all_counts_are_needed() -> None:
    with pytest.raises(Refused, match="number of voters is not known, so give all 3 counts"):
        outcome(VoteAct("one", (1, 1)))


def test_present_corrects_the_number_for_this_round_only() -> None:
    state = done(*FOUR, VoteAct("one", (1, 1, 1), present=3))
    assert newest(state).present == 3
    assert newest(kept(VoteAct("one", (1, 1)), state)).present == 4


def test_observers_and_those_who_left_do_not_vote() -> None:
    state = done(*FOUR, PersonAct("P 1", observer=True), PersonAct("P 2", left="09:10"))
    assert newest(kept(VoteAct("one", (1, 1)), state)).present == 2


def test_rounds_are_numbered_on_and_a_number_is_used_once() -> None:
    state = done(VoteAct("one", (1, 1, 1)), VoteAct("one", (1, 2, 1), round=5))
    assert newest(state).n == 5
    assert newest(kept(VoteAct("one", (2, 2, 2)), state)).n == 6
    with pytest.raises(Refused, match=r"already has a round 5\. Undo it first"):
        outcome(VoteAct("one", (1, 1, 1), round=5), state)


def test_of_two_rounds_with_one_number_the_later_counts() -> None:
    rounds = {"a": Round(n=2), "b": Round(n=2, present=9), "c": Round(n=1)}
    assert latest_round(rounds) == ("b", rounds["b"])
    assert latest_round({}) is None


GROUPS = done(
    PersonAct("A", group="health"),
    PersonAct("B", group="families"),
    PersonAct("C", group="council"),
    VoteAct("one", (4, 4, 0), abstain=1, present=9),
)


def test_a_group_keeps_its_part_of_the_latest_round() -> None:
    state = kept(VoteAct("one", (2, 1, 0), group="Health", abstain=1), GROUPS)
    assert dict(newest(state).groups["health"].tally) == {"low": 2, "middle": 1, "high": 0}


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (VoteAct("one", (1, 0, 0), group="health"), "how one person voted"),
        (VoteAct("one", (4, 3, 0), group="health"), "how one person voted"),
        (VoteAct("one", (0, 0, 0), group="health"), "how one person voted"),
        (VoteAct("one", (5, 0, 0), group="health"), r"more votes for Low than the room \(4\)"),
        (VoteAct("one", (2, 0), group="health"), "one count for each of the 3 levels"),
        (VoteAct("one", (2, 2, 0), group="nobody"), "no voice group called"),
        (VoteAct("one", (2, 2, 0), group="health", abstain=2), r"who abstained than the room \(1"),
        (VoteAct("one", (2, 2, 0), group="health", cannot_say=1), "could not say yet than"),
        (VoteAct("one", (2, 2, 0), group="health", round=9), "no such round yet"),
        (VoteAct("two", (2, 2, 0), group="health"), "no such round yet"),
    ],
)
def test_a_group_that_would_show_too_much_is_refused(act: VoteAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act, GROUPS)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("health", "families", "council")),
            st.tuples(st.integers(0, 5), st.integers(0, 5), st.just(0)),
        ),
        max_size=6,
    )
)
def test_whatever_is_stored_never_leaves_one_vote_to_be_read_or_subtracted(
    acts: list[tuple[str, tuple[int, int, int]]],
) -> None:
    state = GROUPS
    for group, counts in acts:
        try:
            state = kept(VoteAct("one", counts, group=group), state)
        except Refused:
            continue
        round_ = newest(state)
        votes = [sum(tally.tally.values()) for tally in round_.groups.values()]
        outside = sum(round_.tally.values()) - sum(votes)
        assert min(votes) >= 2
        assert outside == 0 or outside >= 2
