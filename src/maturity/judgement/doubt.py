"""What may be said of a group so that nobody outside can be certain of one person's vote.

The reader is taken to know every vote of the room as counts, the size of every group, these rules
and all that is said; only which groups had their counts typed he does not see. A sentence is said
when a made-up room with the same totals and sizes would have been told the same, whichever item
he looks at, and in it the votes he asks about are not all on one level. Whether it is said then
hangs on what he knows already, so that silence tells him nothing either.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.gap import FEWEST_VOTES, exact_delta, holds
from maturity.judgement.scopes import Side

__all__ = ["Claim", "counts_keep_doubt", "is_spread", "words_keep_doubt"]

_FEWEST_PRINTED: Final = 5
_FEWEST_HIDDEN_GROUPS: Final = 2
_TWO: Final = 2

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


def words_keep_doubt(claims: Sequence[Claim]) -> bool:
    """Whether all these sentences together leave every person's vote on every item in doubt.

    A room of one mind is left out: it saw that itself.
    """
    ballots = _ballots(claims)
    lower = {claim.voice: claim.is_lower for claim in claims}
    world = {at: _filled(ballot, {}, lower) for at, ballot in ballots.items()}
    if not _told(claims, ballots, world):
        return False
    return all(
        _is_open(at, block, claims, ballots, world)
        for at, ballot in ballots.items()
        if sum(map(bool, ballot.room)) > 1
        for block in (*ballot.sizes, "")
    )


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


def _filled(
    ballot: _Ballot, fixed: Mapping[str, Tally], lower: Mapping[str, bool]
) -> dict[str, Tally]:
    """A made-up round that bears the claims out best: groups said to be low have the low votes.

    `fixed` has the tallies that are given; the key "" stands for those in no group.
    """
    left = list(ballot.room)
    for tally in fixed.values():
        left = [have - used for have, used in zip(left, tally, strict=True)]
    made = {voice: tally for voice, tally in fixed.items() if voice}
    for voice, size in ballot.sizes.items():
        if voice not in made:
            places = range(len(left)) if lower[voice] else reversed(range(len(left)))
            made[voice] = _taken(left, size, places)
    return made


def _taken(left: list[int], size: int, places: Iterator[int] | range) -> Tally:
    tally = [0] * len(left)
    for place in places:
        tally[place] = min(left[place], size)
        left[place] -= tally[place]
        size -= tally[place]
    return tuple(tally)


def _told(
    claims: Sequence[Claim],
    ballots: Mapping[At, _Ballot],
    world: Mapping[At, Mapping[str, Tally]],
) -> bool:
    """Whether a made-up room would be told every claim."""
    for claim in claims:
        deltas: list[Fraction] = []
        for at, made in world.items():
            if claim.voice in made:
                group = made[claim.voice]
                others = tuple(
                    whole - part for whole, part in zip(ballots[at].room, group, strict=True)
                )
                deltas.append(exact_delta(group, others))
        found = holds(deltas if claim.is_lower else [-delta for delta in deltas])
        if not found:
            return False
    return True


def _is_open(
    at: At,
    block: str,
    claims: Sequence[Claim],
    ballots: Mapping[At, _Ballot],
    world: Mapping[At, Mapping[str, Tally]],
) -> bool:
    """Whether the votes of a group (or of all the others, "") may lie otherwise than on one level.

    What is made up for it would not be printed as numbers either.
    """
    ballot = ballots[at]
    size = ballot.sizes.get(block, sum(ballot.room) - sum(ballot.sizes.values()))
    if not size or size > max(ballot.room):
        return True
    lower = {claim.voice: claim.is_lower for claim in claims}
    fits = (
        tally
        for tally in _nearly_alike(ballot.room, size)
        if _told(claims, ballots, {**world, at: _filled(ballot, {block: tally}, lower)})
    )
    wanted = _TWO if size == 1 else 1
    return sum(1 for _, _ in zip(range(wanted), fits, strict=False)) == wanted


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
            left = zip(hidden[side.item, side.n], side.group, strict=True)
            hidden[side.item, side.n] = tuple(have - used for have, used in left)
    shown = [side.group for claim in claims for side in claim.sides]
    return all(
        sum(tally) >= _FEWEST_PRINTED and is_spread(tally) for tally in (*shown, *hidden.values())
    )


def is_spread(tally: Sequence[int]) -> bool:
    """Whether two levels have two people or more each.

    One person alone on a level would know how every colleague voted.
    """
    return sum(count >= _TWO for count in tally) >= _TWO
