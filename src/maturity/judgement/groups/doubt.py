"""What may be said of a group so that nobody outside can be certain of one person's vote.

The reader is taken to know every vote of the room as counts, the size of every group, these rules
and all that is said; only which groups had their counts typed he does not see. A sentence is said
when a made-up room with the same totals and sizes would have been told the same, whichever item
he looks at, and in it the votes he asks about are not all on one level. Whether it is said then
hangs on what he knows already, so that silence tells him nothing either.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.groups.gap import FEWEST_VOTES, exact_delta, is_wide
from maturity.judgement.groups.scopes import Side

__all__ = ["Claim", "counts_keep_doubt", "is_spread", "words_keep_doubt"]

_FEWEST_PRINTED: Final = 5
_FEWEST_HIDDEN_GROUPS: Final = 2
_TWO: Final = 2
_REST: Final = ""

Tally = tuple[int, ...]
At = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """A finding that a voice group tended to rate lower than the rest of the room, or higher."""

    voice: str
    is_lower: bool
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class _Ballot:
    """One round as a reader knows it: the room's counts and how many of each group voted."""

    room: Tally
    sizes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _World:
    """A made-up room that bears the claims out as well as it can: each group's delta by round."""

    ballots: Mapping[At, _Ballot]
    lower: Mapping[str, bool]
    deltas: Mapping[At, Mapping[str, Fraction]]
    totals: Mapping[str, Fraction]


def words_keep_doubt(claims: Sequence[Claim]) -> bool:
    """Whether all these sentences together leave every person's vote on every item in doubt.

    A room of one mind is left out: it saw that itself.
    """
    world = _made_up(claims)
    if not all(_is_told(world, voice) for voice in world.lower):
        return False
    return all(
        _is_open(world, at, block)
        for at, ballot in world.ballots.items()
        if sum(map(bool, ballot.room)) > 1
        for block in (*ballot.sizes, _REST)
    )


def _made_up(claims: Sequence[Claim]) -> _World:
    lower = {claim.voice: claim.is_lower for claim in claims}
    ballots = _ballots(claims)
    deltas = {at: _deltas(ballot, lower) for at, ballot in ballots.items()}
    totals = {
        voice: sum((each.get(voice, Fraction(0)) for each in deltas.values()), Fraction(0))
        for voice in lower
    }
    return _World(ballots, lower, deltas, totals)


def _ballots(claims: Sequence[Claim]) -> dict[At, _Ballot]:
    """The rounds on which the claims rest, by item and number."""
    sizes: dict[At, dict[str, int]] = {}
    rooms: dict[At, Tally] = {}
    for claim in claims:
        for side in claim.sides:
            if sum(side.group) >= FEWEST_VOTES and sum(side.others) >= FEWEST_VOTES:
                at = (side.item, side.n)
                rooms[at] = side.room
                sizes.setdefault(at, {})[claim.voice] = sum(side.group)
    return {at: _Ballot(room, sizes[at]) for at, room in rooms.items()}


def _deltas(
    ballot: _Ballot, lower: Mapping[str, bool], block: str = "", tally: Tally = ()
) -> dict[str, Fraction]:
    """How far each group lies the way it is said to, where low groups have the low votes.

    One block may have its tally given: a group, or those in no group.
    """
    left = list(_less(ballot.room, tally)) if tally else list(ballot.room)
    made = {}
    for voice, size in ballot.sizes.items():
        if voice == block:
            made[voice] = tally
        else:
            places = range(len(left)) if lower[voice] else reversed(range(len(left)))
            made[voice] = _taken(left, size, places)
    towards = {}
    for voice, group in made.items():
        delta = exact_delta(group, _less(ballot.room, group))
        towards[voice] = delta if lower[voice] else -delta
    return towards


def _less(room: Sequence[int], tally: Sequence[int]) -> Tally:
    return tuple(have - used for have, used in zip(room, tally, strict=True))


def _taken(left: list[int], size: int, places: Iterable[int]) -> Tally:
    tally = [0] * len(left)
    for place in places:
        tally[place] = min(left[place], size)
        left[place] -= tally[place]
        size -= tally[place]
    return tuple(tally)


def _is_told(
    world: _World, voice: str, at: At | None = None, instead: Fraction | None = None
) -> bool:
    """Whether the made-up room would be told of a group, with another delta at one round."""
    total = world.totals[voice]
    deltas = {key: each[voice] for key, each in world.deltas.items() if voice in each}
    if at is not None and instead is not None:
        total += instead - deltas[at]
        deltas[at] = instead
    return is_wide(total, sum(delta > 0 for delta in deltas.values()), len(deltas))


def _is_open(world: _World, at: At, block: str) -> bool:
    """Whether the votes of a group, or of those in no group, may lie otherwise than on one level.

    What is made up for it would not be printed as numbers either.
    """
    ballot = world.ballots[at]
    size = ballot.sizes.get(block, sum(ballot.room) - sum(ballot.sizes.values()))
    if not size or size > max(ballot.room):
        return True
    fits = (tally for tally in _nearly_alike(ballot.room, size) if _may_be(world, at, block, tally))
    wanted = _TWO if size == 1 else 1
    return len(tuple(islice(fits, wanted))) == wanted


def _may_be(world: _World, at: At, block: str, tally: Tally) -> bool:
    """Whether a block could have voted like this, for all that is told."""
    towards = _deltas(world.ballots[at], world.lower, block, tally)
    return all(_is_told(world, voice, at, delta) for voice, delta in towards.items())


def _nearly_alike(room: Tally, size: int) -> Iterator[Tally]:
    """Tallies of so many votes, all but one of them on one level."""
    levels = range(len(room))
    for most in levels:
        for other in levels:
            enough = room[most] >= size - 1 and room[other] >= 1
            if most != other and enough and (size > 1 or most == (other + 1) % len(room)):
                yield tuple((size - 1) * (n == most) + (n == other) for n in levels)


def counts_keep_doubt(claims: Sequence[Claim], items: Sequence[str], hidden_groups: int) -> bool:
    """Whether the counts of these groups may be printed: on every item of the scope, or not at all.

    Each group has five votes or more and two people or more on each of two levels, and so have
    all the others together, who are of `hidden_groups` voice groups: two or more.
    """
    if hidden_groups < _FEWEST_HIDDEN_GROUPS:
        return False
    hidden = {(side.item, side.n): side.room for claim in claims for side in claim.sides}
    for claim in claims:
        if {side.item for side in claim.sides} != set(items):
            return False
        for side in claim.sides:
            hidden[side.item, side.n] = _less(hidden[side.item, side.n], side.group)
    shown = [side.group for claim in claims for side in claim.sides]
    return all(
        sum(tally) >= _FEWEST_PRINTED and is_spread(tally) for tally in (*shown, *hidden.values())
    )


def is_spread(tally: Sequence[int]) -> bool:
    """Whether two levels have two people or more each.

    One person alone on a level would know how every colleague voted.
    """
    return sum(count >= _TWO for count in tally) >= _TWO
