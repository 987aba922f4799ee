"""The time of the talk in hand: when it began, what it may take, and what it borrowed."""

from datetime import datetime, timedelta

from maturity.judgement.timing.talk_time import Loan, TalkTime, rated_items, talk_time
from maturity.judgement.triage import is_settled
from maturity.judgement.view import Audience, ItemView
from maturity.tui.talk.pace import box_of, plan_for, started_at
from maturity.workshop import Workshop

__all__ = ["TalkClock"]


class TalkClock:
    """Keeps, for one sitting at this laptop, how long each item was talked about and who lent time.

    Only the time with an item in hand counts, so that looking ahead costs nobody anything. None
    of it is part of the record; where the session was open earlier that day, what its record shows
    of the talk is counted first.
    """

    def __init__(self) -> None:
        """No talk has begun."""
        self._taken: dict[str, timedelta] = {}
        self._in_hand = ""
        self._since: datetime | None = None
        self._opened: datetime | None = None
        self._read: set[str] = set()
        self._loans: list[Loan] = []

    def look(self, workshop: Workshop, item: ItemView) -> None:
        """Note which item is in hand; its talk begins once the votes it waits for are in."""
        now = workshop.now
        self._opened = self._opened or now
        if item.id != self._in_hand:
            if self._since is not None:
                self._taken[self._in_hand] = self._taken_by(self._in_hand, now)
            self._in_hand, self._since = item.id, None
        if self._since is None and _votes_are_in(workshop, item):
            self._since = now

    def _taken_by(self, item: str, now: datetime) -> timedelta:
        taken = self._taken.get(item, timedelta(0))
        return taken + (now - self._since) if item == self._in_hand and self._since else taken

    def time(self, workshop: Workshop, item: ItemView) -> TalkTime | None:
        """Where the talk of an item stands; None while nobody said when the sitting began."""
        start, now = started_at(workshop), workshop.now
        if start is None:
            return None
        has_votes = _votes_are_in(workshop, item)
        if has_votes and item.id not in self._read:
            self._read.add(item.id)
            before = _talked_before(workshop, item, self._opened or now)
            self._taken[item.id] = self._taken.get(item.id, timedelta(0)) + before
        return talk_time(
            workshop.view(Audience.ROOM),
            item,
            box_of(workshop),
            plan_for(workshop).each,
            start=start,
            began=now - self._taken_by(item.id, now) if has_votes else None,
            now=now,
            loans=self._loans,
        )

    def is_over(self, workshop: Workshop, item: ItemView) -> bool:
        """Whether an item that is not settled has taken more than its share."""
        time = None if is_settled(item) else self.time(workshop, item)
        return time is not None and time.is_over

    def borrow(self, item: ItemView, time: TalkTime) -> None:
        """Give an item more minutes: those of the item that misses them least, if there is one."""
        lender = time.lender
        self._loans.append(Loan(item.id, lender.id if lender else ""))


def _talked_before(workshop: Workshop, item: ItemView, opened: datetime) -> timedelta:
    """How long an item was talked about that day before this opening, as the record shows it."""
    # only where the clock is on, which the first picture need not wait for
    from maturity.tui.talk.before import talked_before  # noqa: PLC0415 see above

    beside = [one.id for one in _beside(workshop, item) if one.rounds]
    return talked_before(workshop.history(), item.id, beside, opened)


def _beside(workshop: Workshop, item: ItemView) -> list[ItemView]:
    """The items that vote together with this one, itself among them."""
    items = rated_items(workshop.view(Audience.ROOM))
    return [one for one in items if item.pillar and one.pillar == item.pillar] or [item]


def _votes_are_in(workshop: Workshop, item: ItemView) -> bool:
    """The item's own votes; of criteria those of its whole pillar, which is voted on at once."""
    return all(one.rounds or is_settled(one) for one in _beside(workshop, item))
