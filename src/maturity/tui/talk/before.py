"""The talk of an item before the session was opened again, read off the record."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta

from maturity.judgement.timing.talk_record import Touch, talked
from maturity.session.events import Event

__all__ = ["talked_before"]

_OF_ITEMS = frozenset({("pillar",), ("criterion",)})


def talked_before(
    events: Iterable[Event], item: str, beside: Collection[str], opened: datetime
) -> timedelta:
    """How long an item was talked about on the day of an opening, and before it.

    `beside` are the items whose votes come before the talk; times are those of the wall.
    """
    return talked([one for one in _touches(events, opened) if one.at < opened], item, beside)


def _touches(events: Iterable[Event], day: datetime) -> Iterator[Touch]:
    """What was recorded of items on a day, in order."""
    # times of the record are those of Greenwich, at most a day from the wall's
    eve = (day - timedelta(days=1)).isoformat()
    for event in events:
        if event.t < eve or event.at[:1] not in _OF_ITEMS:
            continue
        at = datetime.fromisoformat(event.t).astimezone().replace(tzinfo=None)
        if at.date() == day.date():
            yield Touch(at, event.at[1], _shows_votes(event))


def _shows_votes(event: Event) -> bool:
    if event.at[2:3] != ("rounds",):
        return False
    is_reveal = event.at[-1] == "revealed"
    return is_reveal or (event.op == "add" and event.new.get("revealed") is not False)
