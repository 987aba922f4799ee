"""How long one item may be talked about: what is left of the sitting, shared out by heat.

Minutes throughout. Nothing here ends a talk; a room is only told where it stands.
"""

from collections.abc import Sequence
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.timing.timebox import Loop

__all__ = ["Ahead", "Allowance", "allowance"]

_MOST_OF_FAIR: Final = 1.35
"""How far a hot block may go beyond its fair part."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What lies ahead when the talk of an item begins, its first votes in.

    `left` is the time before the closing part, less a break still to come. `beside` has the heat
    of each other unsettled item of the same block, `later` of each item of the blocks after it,
    of which there are `blocks`. `owed` was lent to this sitting's earlier items by items still to
    come, and `given` is what this item itself lent.
    """

    left: float
    beside: tuple[int, ...] = ()
    later: tuple[int, ...] = ()
    blocks: int = 0
    owed: float = 0
    given: float = 0


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a talk may take; `share` before the word's floor, `talk` with it.

    `is_tight` says that all that is left is needed to get through the other items at all.
    """

    share: float
    talk: float
    is_tight: bool


def allowance(loop: Loop, heat: int, ahead: Ahead, *, floor: float) -> Allowance:
    """The talk of an item of this heat.

    Half a day of seven pillars, the first one's votes in, 133 minutes left: a split may take
    10.8, a mixed room 8, one that is together 2.9. However little is left, nothing goes below
    zero, and no talk under its floor.
    """
    left = ahead.left + ahead.owed
    fixed = loop.opening + loop.closing
    coming = len(ahead.later)
    closing = loop.closing * (1 + len(ahead.beside))
    reserve = coming * (fixed + loop.mixed)
    free = left - closing - coming * fixed
    block = min(_MOST_OF_FAIR * free / (ahead.blocks + 1), left - reserve - closing)
    if loop.in_blocks:
        share = block * _part(heat, ahead.beside)
    else:
        share = min(block, free * _part(heat, ahead.later))
    share = max(0.0, share - ahead.given)
    return Allowance(share, max(share, floor), is_tight=ahead.left <= reserve + closing)


def _part(heat: int, others: Sequence[int]) -> float:
    return heat / max(1, heat + sum(others))
