"""Findings about voice groups: who is told, in words or in numbers, and by which rounds."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judgement.attacker import Tally, World, attack, framework_of, state_of, worlds
from maturity.framework import Framework
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience, Disclosed, GapNumbers, GapView, Withheld
from maturity.session.state import ItemState, Parked, Rating, SessionState

FACILITATOR, ROOM, BOARD, PUBLIC = Audience
OUTSIDE = (ROOM, BOARD, PUBLIC)
FEW = {"families": (3, 0, 0), "health": (1, 3, 1), "council": (1, 3, 1)}
MANY = {"families": (4, 2, 0), "health": (0, 3, 1), "council": (1, 3, 2)}
FIVE = framework_of(5, 3)


def gaps(
    world: World, audience: Audience, framework: Framework = FIVE, kind: str = "pillar"
) -> tuple[GapView, ...]:
    return disclose(state_of(world, kind), framework, audience).gaps


def same(votes: Mapping[str, Tally], *typed: str, items: int = 5) -> World:
    return World((dict(votes),) * items, typed)


def test_all_are_told_in_words_and_only_the_facilitator_in_numbers() -> None:
    for audience in Audience:
        (gap,) = gaps(same(FEW, "families"), audience)
        assert (gap.pillar, gap.voice, gap.is_lower, gap.kept_back) == ("", "families", True, None)
        assert gap.said == (
            "Families tended to rate lower than the rest of the room across these pillars. "
            "That is evidence, not noise."
        )
        if audience is FACILITATOR:
            assert isinstance(gap.numbers, GapNumbers)
            assert gap.numbers.said.endswith("lower about 8 times in 10, and higher hardly ever.")
            assert [row.group for row in gap.numbers.rows] == [(3, 0, 0)] * 5
        else:
            assert isinstance(gap.numbers, Withheld)


def test_the_board_alone_has_numbers_where_nobody_can_be_made_out() -> None:
    (board,) = gaps(same(MANY, "families"), BOARD)
    assert isinstance(board.numbers, GapNumbers)
    assert board.numbers.rows[0].others == (1, 6, 3)
    for audience in (ROOM, PUBLIC):
        (gap,) = gaps(same(MANY, "families"), audience)
        assert isinstance(gap.numbers, Withheld)


@pytest.mark.parametrize(
    "last",
    [
        {"families": (6, 0, 0), "health": (0, 3, 1), "council": (1, 3, 2)},
        {"families": (5, 1, 0), "health": (0, 3, 1), "council": (1, 3, 2)},
        {"families": (4, 2, 0), "health": (0, 4, 0), "council": (0, 6, 0)},
        {"families": (2, 2, 0), "health": (0, 3, 1), "council": (1, 3, 2)},
    ],
)
def test_one_item_that_would_tell_a_vote_takes_the_numbers_of_all(last: dict[str, Tally]) -> None:
    world = World((*same(MANY, items=4).votes, last), ("families",))
    (gap,) = gaps(world, BOARD)
    assert isinstance(gap.numbers, Withheld)
    assert gap.numbers.reason.endswith("they could show how somebody voted.")


def test_an_item_voted_on_without_the_group_takes_the_numbers_too() -> None:
    world, framework = same(MANY, "families", items=6), framework_of(6, 3)
    state = state_of(world)
    kept = state.pillar["p5"]
    entry, vote = next(iter(kept.rounds.items()))
    bare = vote.model_copy(update={"groups": MappingProxyType({})})
    item = kept.model_copy(update={"rounds": MappingProxyType({entry: bare})})
    (gap,) = disclose(state, framework, BOARD).gaps
    assert isinstance(gap.numbers, GapNumbers)
    state = with_item(state, "p5", item)
    (gap,) = disclose(state, framework, BOARD).gaps
    assert isinstance(gap.numbers, Withheld)


def with_item(state: SessionState, name: str, item: object) -> SessionState:
    return state.model_copy(update={"pillar": MappingProxyType({**state.pillar, name: item})})


def test_a_finding_that_would_tell_a_vote_stays_with_the_facilitator() -> None:
    world = same({"families": (1, 2, 0), "council": (0, 3, 0)}, "families")
    (gap,) = gaps(world, FACILITATOR)
    assert gap.kept_back is not None
    assert gap.kept_back.reason.startswith("For you alone")
    for audience in OUTSIDE:
        assert gaps(world, audience) == ()


def test_groups_lower_and_higher_are_each_told_families_first() -> None:
    votes = {"health": (0, 1, 5), "families": (5, 1, 0), "council": (2, 3, 2)}
    for audience in Audience:
        found = gaps(same(votes, "health", "families"), audience)
        assert [(gap.voice, gap.is_lower) for gap in found] == [
            ("families", True),
            ("health", False),
        ]
        assert "Health tended to rate higher than the rest" in found[1].said


def test_four_items_and_two_people_say_nothing() -> None:
    assert gaps(same(FEW, "families", items=4), FACILITATOR, framework_of(4, 3)) == ()
    assert gaps(same({**FEW, "families": (2, 0, 0)}, "families"), FACILITATOR) == ()


def test_criteria_speak_of_their_own_pillar() -> None:
    framework = framework_of(5, 3, rate="criteria")
    (gap,) = gaps(same(FEW, "families"), BOARD, framework, "criterion")
    assert gap.pillar == "whole"
    assert "across this pillar." in gap.said


def test_the_latest_round_that_has_the_group_counts() -> None:
    votes = (state_of(same(FEW, "families")), state_of(same(MANY, "families")), state_of(same(FEW)))
    state = votes[0]
    for name, kept in state.pillar.items():
        rounds = {
            f"r.{n}": next(iter(one.pillar[name].rounds.values())).model_copy(update={"n": n})
            for n, one in enumerate(votes, 1)
        }
        item = kept.model_copy(update={"rounds": MappingProxyType(rounds)})
        state = with_item(state, name, item)
    (gap,) = disclose(state, FIVE, FACILITATOR).gaps
    assert isinstance(gap.numbers, GapNumbers)
    assert {(row.n, row.group) for row in gap.numbers.rows} == {(2, (4, 2, 0))}


def test_a_hand_edit_that_gives_a_group_more_than_the_room_says_nothing() -> None:
    state = state_of(same(FEW, "families"))
    kept = state.pillar["p0"]
    entry, vote = next(iter(kept.rounds.items()))
    group = vote.groups["families"].model_copy(update={"tally": MappingProxyType({"low": 99})})
    edited = vote.model_copy(update={"groups": MappingProxyType({"families": group})})
    item = kept.model_copy(update={"rounds": MappingProxyType({entry: edited})})
    assert disclose(with_item(state, "p0", item), FIVE, FACILITATOR).gaps == ()


VOICES = ("families", "health", "council")


@st.composite
def a_world(draw: st.DrawFn) -> World:
    """Any room of three groups that leans a little, on five items."""
    sizes = {voice: draw(st.integers(2, 8)) for voice in VOICES}
    leans = {voice: draw(st.integers(0, 2)) for voice in VOICES}
    items = []
    for _ in range(5):
        votes = {}
        for voice, size in sizes.items():
            off = draw(st.integers(0, size))
            tally = [0, 0, 0]
            tally[leans[voice]] += size - off
            tally[draw(st.integers(0, 2))] += off
            votes[voice] = tuple(tally)
        items.append(votes)
    return World(tuple(items), tuple(draw(st.sets(st.sampled_from(VOICES)))))


def without(view: Disclosed) -> Disclosed:
    return replace(view, gaps=())


@settings(max_examples=60, deadline=None)
@given(a_world())
def test_nothing_else_that_others_see_hangs_on_the_counts_of_groups(world: World) -> None:
    bare = replace(world, typed=())
    for audience in OUTSIDE:
        seen = disclose(state_of(world), FIVE, audience)
        assert without(seen) == disclose(state_of(bare), FIVE, audience)


@settings(max_examples=60, deadline=None)
@given(a_world())
def test_numbers_reach_the_board_by_rule_b_and_nobody_else(world: World) -> None:
    told = {audience: gaps(world, audience) for audience in Audience}
    sentences = [gap.said for gap in told[BOARD]]
    assert [gap.said for gap in told[ROOM]] == [gap.said for gap in told[PUBLIC]] == sentences
    assert {gap.said for gap in told[FACILITATOR]} >= set(sentences)
    for audience in (ROOM, PUBLIC):
        assert not any(isinstance(gap.numbers, GapNumbers) for gap in told[audience])
    printed = [gap for gap in told[BOARD] if isinstance(gap.numbers, GapNumbers)]
    if printed:
        assert len(printed) == len(told[BOARD])
        shown = {gap.voice for gap in printed}
        hidden = [voice for voice in VOICES if voice not in shown]
        assert len(hidden) >= 2
        for votes in world.votes:
            rest = tuple(map(sum, zip(*(votes[voice] for voice in hidden), strict=True)))
            for tally in (*(votes[voice] for voice in shown), rest):
                assert sum(tally) >= 5
                assert sum(count >= 2 for count in tally) >= 2


def everything(items: int, levels: int) -> Callable[[World], tuple[Disclosed, ...]]:
    framework = framework_of(items, levels)

    def read(world: World) -> tuple[Disclosed, ...]:
        state = state_of(world)
        return tuple(disclose(state, framework, audience) for audience in OUTSIDE)

    return read


TRIOS = {"families": 2, "health": 2, "council": 2}


@pytest.mark.parametrize(
    ("rooms", "sizes"),
    [
        ([(1, 5)], {"families": 3, "health": 3}),
        ([(2, 2, 2)], {"families": 3, "health": 3}),
        ([(5, 1, 1)], {"families": 3, "health": 4}),
        ([(6, 1, 0)], {"families": 5, "health": 2}),
        ([(3, 2, 1)], TRIOS),
        ([(1, 5), (3, 3)], {"families": 3, "health": 3}),
        ([(4, 2), (1, 5)], TRIOS),
        ([(2, 4), (3, 3), (3, 3), (2, 4), (1, 5)], {"families": 3, "health": 3}),
    ],
)
def test_all_papers_and_the_wall_together_tell_nobodys_vote(
    rooms: list[Tally], sizes: dict[str, int]
) -> None:
    held: dict[str, int] = {}
    look = everything(len(rooms), len(rooms[0]))

    def read(world: World) -> object:
        return held.setdefault(repr(look(world)), len(held))

    found = attack(rooms, worlds(rooms, sizes), read)
    assert found.certain == ()
    assert (found.readings > 1) is (len(rooms) == 5)


ONES_AND_A_THREE = [(1, 5), (1, 5), (1, 5), (1, 5), (3, 3), (1, 5)]


def test_a_paper_made_in_between_and_the_last_one_tell_nobodys_vote_together() -> None:
    framework, board = framework_of(6, 2), []

    def read(world: World) -> object:
        state = state_of(world)
        first = {name: state.pillar[name] for name in list(state.pillar)[:5]}
        early = state.model_copy(update={"pillar": MappingProxyType(first)})
        both = [disclose(one, framework, BOARD).gaps for one in (early, state)]
        board.extend(both)
        return repr(both)

    sizes = {"families": 3, "health": 3}
    found = attack(ONES_AND_A_THREE, worlds(ONES_AND_A_THREE, sizes), read)
    assert found.certain == ()
    assert any(board)


def test_a_finding_waits_with_the_facilitator_until_the_room_is_through() -> None:
    framework, state = framework_of(6, 3), state_of(same(FEW, "families"))
    (gap,) = disclose(state, framework, FACILITATOR).gaps
    assert gap.kept_back is not None
    assert "until the room is through" in gap.kept_back.reason
    for audience in OUTSIDE:
        assert disclose(state, framework, audience).gaps == ()
    through = (
        {"rating": Rating(state="cannot-say")},
        {"parked": Parked(parked=True)},
        {"discussed": False},
    )
    for dealt in through:
        done = with_item(state, "p5", ItemState().model_copy(update=dealt))
        for audience in OUTSIDE:
            assert disclose(done, framework, audience).gaps != ()


def test_votes_that_wait_unseen_keep_a_finding_waiting_too() -> None:
    framework, state = framework_of(6, 3), state_of(same(FEW, "families", items=6))
    kept = state.pillar["p5"]
    entry, vote = next(iter(kept.rounds.items()))
    hidden = {entry: vote.model_copy(update={"revealed": False})}
    rated = {"rounds": MappingProxyType(hidden), "rating": Rating(state="cannot-say")}
    state = with_item(state, "p5", kept.model_copy(update=rated))
    assert disclose(state, framework, ROOM).gaps == ()
    (gap,) = disclose(state, framework, BOARD).gaps
    assert gap.kept_back is None
