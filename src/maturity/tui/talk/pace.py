"""Where the time stands: the one line at the top of the Room."""

from datetime import datetime, timedelta

from maturity.judgement.timing.pacing import (
    Pace,
    Plan,
    pace,
    pacing_line,
    session_plan,
    short_pacing_line,
)
from maturity.judgement.timing.timebox import TimeBox, session_time_box
from maturity.judgement.view import Disclosed, ItemView
from maturity.workshop import Workshop

__all__ = ["begun_at", "box_of", "plan_for", "started_at", "time_line"]

_SECOND_VOTE = "time for a second vote?"


def begun_at(workshop: Workshop, item: str) -> datetime:
    """When the room began on an item: its first event of today, else now."""
    now = workshop.now
    for event in workshop.history(item):
        at = datetime.fromisoformat(event.t).astimezone().replace(tzinfo=None)
        if at.date() == now.date():
            return min(at, now)
    return now


def time_line(
    workshop: Workshop, view: Disclosed, item: ItemView, begun: datetime, *, is_short: bool
) -> str:
    """The line for the item in hand, whole or cut short; its words come from `pacing`."""
    box = box_of(workshop)
    agenda = plan_for(workshop)
    at = [one.id for one in view.items].index(item.id) + 1
    talked = [one.id for one in view.items if one.discussed or one.id == item.id]
    where = _pace(workshop, agenda, talked.index(item.id) + 1, begun)
    if is_short:
        said = short_pacing_line(at, len(view.items), agenda.each, where)
        return _with_second_vote(said, workshop, agenda, item, begun)
    position, count, within = _place(view, item, at)
    said = pacing_line(
        position,
        count,
        agenda.each,
        where,
        within=within,
        break_after=_breaks_after(box, view, item),
    )
    return _with_second_vote(said, workshop, agenda, item, begun)


def _with_second_vote(
    said: str, workshop: Workshop, agenda: Plan, item: ItemView, begun: datetime
) -> str:
    late = workshop.now - begun >= agenda.each * 4 / 5
    return f"{said}; {_SECOND_VOTE}" if late and len(item.rounds) == 1 else said


def box_of(workshop: Workshop) -> TimeBox:
    """The minutes of this sitting."""
    return session_time_box(workshop.framework, workshop.state)


def plan_for(workshop: Workshop) -> Plan:
    """The plan of this sitting, over the items that are to be talked about."""
    return session_plan(workshop.framework, workshop.state)


def _place(view: Disclosed, item: ItemView, at: int) -> tuple[int, int, str | None]:
    """The pillar's place and, where criteria are rated, the criterion's place within it."""
    if not item.pillar:
        return at, len(view.items), None
    pillars = list(dict.fromkeys(one.pillar for one in view.items if one.pillar))
    beside = [one.id for one in view.items if one.pillar == item.pillar]
    within = f"criterion {beside.index(item.id) + 1} of {len(beside)}"
    return pillars.index(item.pillar) + 1, len(pillars), within


def _breaks_after(box: TimeBox, view: Disclosed, item: ItemView) -> bool:
    pillar = item.pillar or item.id
    if pillar not in box.break_after:
        return False
    beside = [one.id for one in view.items if (one.pillar or one.id) == pillar]
    return beside[-1] == item.id and view.items[-1].id != item.id


def started_at(workshop: Workshop) -> datetime | None:
    """When this sitting began; None while nobody said so, or where that was another day."""
    started = workshop.state.agenda.started
    if started is None:
        return None
    start = datetime.fromisoformat(started).replace(tzinfo=None)
    return start if timedelta(0) <= workshop.now - start <= timedelta(days=1) else None


def _pace(workshop: Workshop, agenda: Plan, at: int, begun: datetime) -> Pace | None:
    """How far behind; None while the clock is off."""
    start = started_at(workshop)
    if start is None or not agenda.starts:
        return None
    return pace(
        agenda.each,
        planned_start=start + agenda.starts[min(at, len(agenda.starts)) - 1],
        started=begun,
        now=workshop.now,
        planned_close=start + agenda.close,
    )
