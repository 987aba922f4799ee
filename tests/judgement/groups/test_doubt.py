"""What is told of groups leaves every single vote in doubt: the attacker goes through all rooms."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judgement.attacker import Attack, Tally, World, attack, worlds
from maturity.judgement.groups.doubt import Claim, counts_keep_doubt, is_spread, words_keep_doubt
from maturity.judgement.groups.findings import told_of
from maturity.judgement.groups.gap import scope_gap
from maturity.judgement.groups.scopes import Side

TWO = {"families": 3, "health": 3}
SEVEN = {"families": 3, "health": 4}
THREE = {"families": 3, "health": 3, "council": 3}
EVEN = (3, 3)


class Read(NamedTuple):
    """What stands in a paper of one claim."""

    voice: str
    is_lower: bool
    numbers: tuple[Tally, ...]


def claims_of(world: World) -> tuple[Claim, ...]:
    found = []
    for voice in world.typed:
        sides = tuple(
            Side(str(item), 1, votes[voice], others(votes, voice))
            for item, votes in enumerate(world.votes)
        )
        gap = scope_gap((side.group, side.others) for side in sides)
        if gap.gap:
            assert gap.mean_delta is not None
            found.append(Claim(voice, gap.mean_delta > 0, sides))
    return tuple(found)


def others(votes: object, voice: str) -> Tally:
    assert isinstance(votes, dict)
    rest = [tally for name, tally in votes.items() if name != voice]
    return tuple(map(sum, zip(*rest, strict=True)))


def reader(
    hidden_groups: int = 1, keep_doubt: Callable[[Sequence[Claim]], bool] = words_keep_doubt
) -> Callable[[World], tuple[Read, ...]]:
    """What is told in each world; that it hangs on totals and sizes alone is tested below."""

    @cache
    def known(key: tuple[tuple[str, bool, tuple[tuple[Tally, int], ...]], ...]) -> bool:
        return keep_doubt([_any_claim(*one) for one in key])

    def keep(claims: Sequence[Claim]) -> bool:
        return known(
            tuple(
                (one.voice, one.is_lower, tuple((side.room, sum(side.group)) for side in one.sides))
                for one in claims
            )
        )

    def read(world: World) -> tuple[Read, ...]:
        told = told_of(claims_of(world), keep)
        items = [str(number) for number in range(len(world.votes))]
        is_shown = bool(told) and counts_keep_doubt(told, items, hidden_groups)
        return tuple(
            Read(one.voice, one.is_lower, tuple(side.group for side in one.sides) * is_shown)
            for one in told
        )

    return read


def _any_claim(voice: str, is_lower: bool, known: tuple[tuple[Tally, int], ...]) -> Claim:  # noqa: FBT001 a case
    sides = []
    for item, (room, size) in enumerate(known):
        left, group = size, []
        for count in room:
            group.append(min(count, left))
            left -= group[-1]
        rest = tuple(have - used for have, used in zip(room, group, strict=True))
        sides.append(Side(str(item), 1, tuple(group), rest))
    return Claim(voice, is_lower, tuple(sides))


@pytest.mark.parametrize(
    ("rooms", "sizes", "least"),
    [
        ([EVEN] * 5, TWO, 3),
        ([(1, 5)] * 5, TWO, 1),
        ([(1, 5)] * 4 + [EVEN], TWO, 1),
        ([EVEN] * 4 + [(0, 6)], TWO, 1),
        ([(2, 4), EVEN, (4, 2), EVEN, (5, 1)], TWO, 1),
        ([(3, 4)] * 5, SEVEN, 3),
        ([(2, 5), (3, 4), (4, 3), (5, 2), (6, 1)], SEVEN, 1),
        ([(4, 1, 1)] * 5, TWO, 1),
        ([(1, 4, 1)] * 3 + [(4, 1, 1)] * 2, TWO, 1),
        ([(2, 7)] * 3 + [(1, 8)] * 2, THREE, 2),
    ],
)
def test_nobody_outside_is_certain_of_one_vote(
    rooms: list[Tally], sizes: dict[str, int], least: int
) -> None:
    found = attack(rooms, worlds(rooms, sizes), reader())
    assert found.certain == ()
    assert found.readings >= least


def test_the_attacker_would_find_a_rule_that_tells_too_much() -> None:
    rooms = [(1, 5)] * 5
    careless = attack(rooms, worlds(rooms, TWO), reader(keep_doubt=lambda _: True))
    assert careless.readings > 1
    assert careless.certain


def only_families(rooms: Sequence[Tally], sizes: dict[str, int]) -> Attack:
    """An attack where the rest are two groups that nobody typed, told as numbers where allowed."""
    every = (world for world in worlds(rooms, sizes) if "health" not in world.typed)
    return attack(rooms, every, reader(hidden_groups=2))


def test_nobody_is_certain_where_counts_are_printed() -> None:
    rooms = [(6, 6)] * 5
    sizes = {"families": 6, "health": 6}
    found = only_families(rooms, sizes)
    assert found.certain == ()
    assert found.readings == 5  # nothing, lower and higher in words, lower and higher in numbers


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(("families", "rest")), st.integers(0, 2)), min_size=6)
        .map(lambda votes: tuple(votes[:9]))
        .filter(lambda votes: 3 <= sum(who == "rest" for who, _ in votes) <= len(votes) - 3),
        min_size=5,
        max_size=7,
    ),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_whether_it_may_be_told_hangs_on_totals_and_sizes_alone(
    ballots: list[tuple[tuple[str, int], ...]],
    is_lower: bool,  # noqa: FBT001 drawn
    chance: object,
) -> None:
    def claim(shuffled: bool) -> Claim:  # noqa: FBT001 one of two
        sides = []
        for item, votes in enumerate(ballots):
            levels = [level for _, level in votes]
            if shuffled:
                chance.shuffle(levels)  # type: ignore[attr-defined]  # random.Random
            tally = {"families": [0, 0, 0], "rest": [0, 0, 0]}
            for (who, _), level in zip(votes, levels, strict=True):
                tally[who][level] += 1
            sides.append(Side(str(item), 1, tuple(tally["families"]), tuple(tally["rest"])))
        return Claim("families", is_lower, tuple(sides))

    assert words_keep_doubt([claim(shuffled=False)]) == words_keep_doubt([claim(shuffled=True)])


GROUP, REST = (3, 3, 0), (0, 4, 4)


@pytest.mark.parametrize(
    ("group", "rest", "hidden", "items", "may"),
    [
        (GROUP, REST, 2, 5, True),
        (GROUP, REST, 1, 5, False),
        (GROUP, REST, 2, 6, False),
        ((2, 2, 0), REST, 2, 5, False),
        ((2, 3, 0), REST, 2, 5, True),
        ((6, 0, 0), REST, 2, 5, False),
        ((5, 1, 0), REST, 2, 5, False),
        (GROUP, (0, 2, 2), 2, 5, False),
        (GROUP, (0, 2, 3), 2, 5, True),
        (GROUP, (0, 0, 8), 2, 5, False),
        (GROUP, (0, 1, 7), 2, 5, False),
    ],
)
def test_counts_are_printed_for_the_whole_scope_or_not_at_all(
    group: Tally, rest: Tally, hidden: int, items: int, *, may: bool
) -> None:
    good = [Side(str(number), 1, GROUP, REST) for number in range(4)]
    claim = Claim("families", is_lower=True, sides=(*good, Side("4", 1, group, rest)))
    scope = [str(number) for number in range(items)]
    assert counts_keep_doubt([claim], scope, hidden) is may


def test_what_two_groups_leave_over_is_counted_after_both() -> None:
    def claim(voice: str, group: Tally, rest: Tally) -> Claim:
        sides = tuple(Side(str(number), 1, group, rest) for number in range(5))
        return Claim(voice, is_lower=True, sides=sides)

    scope = ["0", "1", "2", "3", "4"]
    low, high = claim("families", (3, 3, 0), (2, 4, 5)), claim("health", (0, 2, 3), (5, 5, 2))
    assert counts_keep_doubt([low], scope, 2)
    assert counts_keep_doubt([low, high], scope, 2)
    few = claim("health", (0, 2, 5), (5, 5, 0))
    assert not counts_keep_doubt([low, few], scope, 2)


def test_one_person_alone_on_a_level_is_not_a_spread() -> None:
    assert is_spread((2, 2))
    assert is_spread((0, 2, 9))
    assert not is_spread((1, 9, 1))
    assert not is_spread((5,))
