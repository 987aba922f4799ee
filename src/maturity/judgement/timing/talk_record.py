"""How long an item was talked about, as far as the record of a sitting shows it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from maturity.frozen import dataclass

__all__ = ["Touch", "talked"]


@dataclass(frozen=True, slots=True)
class Touch:
    """Something recorded of an item; `shows_votes` where the room saw votes of it by that."""

    at: datetime
    item: str
    shows_votes: bool


def talked(touches: Sequence[Touch], item: str, beside: Collection[str]) -> timedelta:
    """The time between things recorded one after the other of the same item, its votes once in.

    `touches` are in order; `beside` are the items whose votes are shown before the talk begins,
    itself among them. What was said after the last thing recorded of an item is not known, so
    that this is never too much.
    """
    waiting = set(beside)
    total = timedelta(0)
    for before, after in pairwise(touches):
        if before.shows_votes:
            waiting.discard(before.item)
        if not waiting and before.item == after.item == item:
            total += max(timedelta(0), after.at - before.at)
    return total
