"""Whether one voice group tended to rate lower or higher than the rest: only over a whole scope.

On one item the difference is noise as often as not, so nothing here speaks of one item in print.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final

from maturity.frozen import dataclass

__all__ = [
    "FEWEST_VOTES",
    "CrossPairs",
    "ScopeGap",
    "cliffs_delta",
    "cross_pairs",
    "exact_delta",
    "is_wide",
    "scope_gap",
]

FEWEST_VOTES: Final = 3
"""Votes of the group, and of the others, below which an item says nothing about the two."""

_FEWEST_ITEMS: Final = 5
_WIDE_ENOUGH: Final = Fraction(33, 100)


@dataclass(frozen=True, slots=True)
class CrossPairs:
    """Of every pair of one person of the group and one other: how many times who rated lower."""

    lower: int
    higher: int
    pairs: int


def cross_pairs(group: Sequence[int], others: Sequence[int]) -> CrossPairs:
    """Compare votes of a group with those of everyone else, both by level, lowest first.

    Raises ValueError when the two do not have the same levels.
    """
    if len(group) != len(others):
        raise ValueError("The group and the others voted on different levels.")
    n = sum(others)
    up_to = list(accumulate(others))
    lower = sum(g * (n - reached) for g, reached in zip(group, up_to, strict=True))
    higher = sum(g * (reached - o) for g, o, reached in zip(group, others, up_to, strict=True))
    return CrossPairs(lower, higher, sum(group) * n)


def cliffs_delta(group: Sequence[int], others: Sequence[int]) -> float:
    """How much lower the group rated than the others, from -1 to 1; positive is lower.

    d = P(a < b) - P(a > b) over all cross pairs, Cliff 1993. (3, 0, 0) against (1, 7, 4) gives
    0.916667. Raises ValueError when either side has no votes.
    """
    return float(exact_delta(group, others))


def exact_delta(group: Sequence[int], others: Sequence[int]) -> Fraction:
    """`cliffs_delta` without rounding, for comparing. Raises ValueError as it does."""
    crossed = cross_pairs(group, others)
    if not crossed.pairs:
        raise ValueError("A difference needs votes on both sides.")
    return Fraction(crossed.lower - crossed.higher, crossed.pairs)


@dataclass(frozen=True, slots=True)
class ScopeGap:
    """What the items of one scope say together about a group and the rest of the room.

    `m` items had votes enough on both sides, `same_side` of them point the way of `mean_delta`
    and `needed` would have to. `gap` is the finding; without it nothing may be said.
    """

    m: int
    mean_delta: float | None
    same_side: int
    needed: int
    gap: bool


def scope_gap(pairs: Iterable[tuple[Sequence[int], Sequence[int]]]) -> ScopeGap:
    """Apply the scope rule to (group, others) tallies, one pair an item.

    A gap needs five items with three votes or more on each side, a mean delta of at least
    33/100 either way, and four items in five on its side. Fractions throughout, so that a mean of
    exactly 33/100 counts.
    """
    deltas = [
        exact_delta(group, others)
        for group, others in pairs
        if sum(group) >= FEWEST_VOTES and sum(others) >= FEWEST_VOTES
    ]
    m = len(deltas)
    if not m:
        return ScopeGap(0, None, 0, 0, gap=False)
    mean = sum(deltas, Fraction(0)) / m
    same_side = sum(delta * mean > 0 for delta in deltas)
    gap = is_wide(abs(sum(deltas, Fraction(0))), same_side, m)
    return ScopeGap(m, float(mean), same_side, _needed(m), gap)


def is_wide(total: Fraction, same_side: int, m: int) -> bool:
    """Whether deltas that add up to `total` over `m` items, so many of them above 0, are a gap."""
    return m >= _FEWEST_ITEMS and total >= _WIDE_ENOUGH * m and same_side >= _needed(m)


def _needed(m: int) -> int:
    """Four items in five, never fewer."""
    return -(-4 * m // 5)
