"""Where the talk of one item stands: what it may take, what it took, and who still needs some."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.timing.allowance import Ahead, allowance
from maturity.judgement.timing.timebox import Loop, TimeBox, loop_of
from maturity.judgement.triage import hottest_first, is_settled, triage
from maturity.judgement.view import Disclosed, ItemView

__all__ = ["MORE", "Loan", "TalkTime", "rated_items", "talk_time"]

MORE: Final = 2
"""Minutes that an item may borrow at a time."""

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Loan:
    """Minutes that the talk of one item took over from another; both by id, the lender maybe none.

    Kept for this sitting only: a promise of the room to itself, and no part of the record.
    """

    taker: str
    lender: str
    minutes: int = MORE


@dataclass(frozen=True, slots=True)
class TalkTime:
    """Minutes of talk an item may take, borrowed ones included, and has taken.

    `taken` is None before its first votes are in. `to_come` has the other items that still need
    talk, hottest first; `lender` is the one that would miss two minutes least.
    """

    may: float
    taken: float | None
    is_tight: bool
    to_come: tuple[ItemView, ...]
    lender: ItemView | None

    @property
    def is_over(self) -> bool:
        """Whether the talk has taken more than it may."""
        return self.taken is not None and self.taken > self.may


def rated_items(view: Disclosed) -> tuple[ItemView, ...]:
    """The items to be rated, without a pillar that is judged beside its rated criteria."""
    kind = "pillar" if view.framework.rate == "pillars" else "criterion"
    return tuple(item for item in view.items if item.kind == kind)


def talk_time(
    view: Disclosed,
    item: ItemView,
    box: TimeBox,
    each: timedelta,
    *,
    start: datetime,
    began: datetime | None,
    now: datetime,
    loans: Sequence[Loan] = (),
) -> TalkTime:
    """The time of an item's talk in a sitting that began at `start`.

    `each` is what an item has on the plan; `began` is when the talk began with its votes in, None
    while they are not. What is left is read off the clock at that moment, so that time saved on
    one item goes to the others.
    """
    loop = loop_of("pillars" if view.framework.rate == "pillars" else "criteria", each / _MINUTE)
    others = [one for one in rated_items(view) if one.id != item.id and not is_settled(one)]
    close = start + timedelta(minutes=box.minutes - box.closing_minutes)
    left = (close - (began or now)) / _MINUTE - _break_to_come(box, item, others)
    if began is None:
        left -= loop.opening
    by_id = {one.id: one for one in others}
    hottest = hottest_first(others)
    word = item.latest.word if item.latest else ""
    found = allowance(
        loop,
        triage(item).heat,
        _ahead(left, loop, item, [(by_id[one.item], one.heat) for one in hottest], loans),
        floor=loop.floor(word),
    )
    borrowed = sum(loan.minutes for loan in loans if loan.taker == item.id)
    return TalkTime(
        may=found.talk + borrowed,
        taken=None if began is None else max(0.0, (now - began) / _MINUTE),
        is_tight=found.is_tight,
        to_come=tuple(by_id[one.item] for one in hottest),
        # of those as cool as each other the last: there is most time to make up for it
        lender=by_id[hottest[-1].item] if hottest else None,
    )


def _ahead(
    left: float,
    loop: Loop,
    item: ItemView,
    others: Sequence[tuple[ItemView, int]],
    loans: Sequence[Loan],
) -> Ahead:
    """What lies ahead, from the other items with their heat."""
    beside, later, blocks = [], [], set()
    for one, heat in others:
        if loop.in_blocks and one.pillar == item.pillar:
            beside.append(heat)
        else:
            later.append(heat)
            blocks.add(one.pillar if loop.in_blocks else one.id)
    lenders = {one.id for one, _ in others} | {item.id}
    return Ahead(
        left=left,
        beside=tuple(beside),
        later=tuple(later),
        blocks=len(blocks),
        # what this item borrowed itself is not gone yet when its talk begins
        owed=sum(one.minutes for one in loans if one.lender in lenders and one.taker != item.id),
        given=sum(one.minutes for one in loans if one.lender == item.id),
    )


def _break_to_come(box: TimeBox, item: ItemView, others: Sequence[ItemView]) -> int:
    """Minutes of the breaks that stand between this item and the rest of what is not settled."""
    here = item.pillar or item.id
    waiting = {one.pillar or one.id for one in others} | {here}
    return box.break_minutes * sum(
        pillar in waiting and bool(waiting - {pillar}) for pillar in box.break_after
    )
