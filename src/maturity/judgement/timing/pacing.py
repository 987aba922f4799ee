"""Time, shown and never enforced: the plan of a sitting and the line that says where it stands."""

from collections.abc import Collection
from datetime import datetime, timedelta

from maturity.framework import Framework
from maturity.frozen import dataclass
from maturity.judgement.timing.timebox import Loop, TimeBox, loop_of, session_time_box
from maturity.session.state import SessionState

__all__ = [
    "Pace",
    "Plan",
    "pace",
    "pacing_line",
    "plan",
    "plan_of",
    "session_plan",
    "short_pacing_line",
]

_MINUTE = timedelta(minutes=1)
_SHORTEST = loop_of("pillars")
_SURVEY = "Gather first votes by survey and confirm TOGETHER items as one list."


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sitting divides its time; every time counts from the start of the sitting.

    `starts` holds the planned start of each item and is empty where no time is left for any.
    `fit` is how many items can be talked through, `sentence` says what fits, or what does not.
    """

    each: timedelta
    starts: tuple[timedelta, ...]
    close: timedelta
    fit: int
    sentence: str

    @property
    def fits(self) -> bool:
        """Whether every item can be talked through."""
        return 0 < len(self.starts) <= self.fit


def plan(
    items: int,
    *,
    minutes: int = 210,
    opening: int = 30,
    closing: int = 25,
    break_minutes: int = 15,
    break_after: Collection[int] = (),
    item_minutes: int | None = None,
    loop: Loop = _SHORTEST,
) -> Plan:
    """Divide a sitting of `minutes` among so many items, opening, closing and breaks.

    `break_after` holds the positions, from 1, of the items that a break follows; a break after
    the last item is none. Without `item_minutes` the items share what is left. `loop` has what one
    item takes when it is talked through. Any numbers give a plan or say what does not fit.
    """
    breaks = sorted({after for after in break_after if 1 <= after < items})
    fixed = opening + closing + break_minutes * len(breaks)
    left = minutes - fixed
    if items < 1:
        close = timedelta(minutes=minutes)
        return Plan(timedelta(0), (), close, 0, "There is nothing to rate yet.")
    used = items * item_minutes if item_minutes else left
    if used <= 0:
        sentence = (
            f"Opening, breaks and closing take {fixed} of {minutes} minutes, "
            f"so no time is left for {_items(items)}."
        )
        return Plan(timedelta(0), (), timedelta(minutes=fixed), 0, sentence)
    shared = timedelta(minutes=used)
    starts = tuple(
        timedelta(minutes=opening + break_minutes * sum(after < position for after in breaks))
        + shared * (position - 1) / items
        for position in range(1, items + 1)
    )
    fit, sentence = _what_fits(items, used, minutes, fixed, loop)
    return Plan(shared / items, starts, timedelta(minutes=fixed) + shared, fit, sentence)


def plan_of(framework: Framework, box: TimeBox, left_out: Collection[str] = ()) -> Plan:
    """The plan of a sitting on a framework, without the items of these ids.

    A break follows the last item of its pillar.
    """
    items = [item for item in framework.items if item.id not in left_out]
    pillars = [getattr(item, "pillar", None) or item.id for item in items]
    last_of = {pillar: place for place, pillar in enumerate(pillars, 1)}
    return plan(
        len(pillars),
        minutes=box.minutes,
        opening=box.opening_minutes,
        closing=box.closing_minutes,
        break_minutes=box.break_minutes,
        break_after=[last_of[pillar] for pillar in box.break_after if pillar in last_of],
        item_minutes=box.item_minutes,
        loop=loop_of(framework.meta.rate),
    )


def session_plan(framework: Framework, state: SessionState) -> Plan:
    """The plan of a session's sitting, over the items that are to be talked about."""
    kept = (*state.pillar.items(), *state.criterion.items())
    left_out = {name for name, item in kept if item.discussed is False}
    return plan_of(framework, session_time_box(framework, state), left_out)


def _what_fits(items: int, used: int, minutes: int, fixed: int, loop: Loop) -> tuple[int, str]:
    left = minutes - fixed
    lasts = f"{_items(items)}, {_length(timedelta(minutes=used) / items)} each"
    if used > left:
        fit = max(0, left) * items // used
        return fit, (
            f"{lasts}, need {fixed + used} minutes with opening, breaks and closing; "
            f"there are {minutes}, so {_fit(fit, items)}."
        )
    needed = int(loop.whole)
    if used >= items * needed:
        return items, f"{lasts}, in a sitting of {minutes} minutes."
    if loop.in_blocks:
        fit, sentence = _all_or_splits(items, used, loop)
        return fit, f"{lasts}. {sentence} {_SURVEY}"
    return left // needed, (
        f"{lasts}: too short to talk each through. At {needed} minutes each, "
        f"{_fit(left // needed, items)}. "
        "Gather first votes beforehand and talk where they differ most."
    )


def _all_or_splits(items: int, used: int, loop: Loop) -> tuple[int, str]:
    """What so short a time holds: a vote on each and no talk, or a few splits talked out."""
    vote = loop.opening + loop.closing
    quickest = vote + loop.together
    if used < items * quickest:
        some = _fit(int(used / quickest), items)
        return 0, f"That is too short to rate everything: {some}."
    splits = int((used - items * vote) / loop.talked_out)
    if not splits:
        return 0, "You can rate everything, and discuss nothing."
    many = "splits" if splits > 1 else "split"
    return splits, f"You can rate everything or discuss about {splits} {many}, not both."


def _fit(some: int, items: int) -> str:
    return f"{some} of {items} fit" if some else "none fits"


def _items(items: int) -> str:
    return "1 item" if items == 1 else f"{items} items"


def _length(each: timedelta) -> str:
    whole = each // _MINUTE
    if not whole:
        return "under a minute"
    return "1 minute" if whole == 1 else f"{whole} minutes"


@dataclass(frozen=True, slots=True)
class Pace:
    """Where a sitting stands: whole minutes behind, below zero ahead, and when it would finish."""

    behind: int
    finishing: datetime


def pace(
    each: timedelta,
    *,
    planned_start: datetime,
    started: datetime,
    now: datetime,
    planned_close: datetime,
) -> Pace:
    """How far the item in hand is behind its plan.

    The greater of how late it was begun and how far its planned end has passed.
    """
    late = max(started - planned_start, now - (planned_start + each))
    # Toward zero: half a minute early is on time, where // would call it one ahead.
    behind = int(late / _MINUTE)
    return Pace(behind, planned_close + behind * _MINUTE)


def pacing_line(
    position: int,
    count: int,
    each: timedelta,
    pace: Pace | None,
    *,
    noun: str = "Pillar",
    within: str | None = None,
    break_after: bool = False,
) -> str:
    """The line on the screen: "Pillar 3 of 7 - 20 min each; 4 behind; finishing 12:29".

    No pace means that the clock is off. `within` names a place inside the pillar, such as
    "criterion 2 of 5"; `break_after` says that a break follows this item.
    """
    place = f"{noun} {position} of {count}"
    parts = [f"{place}, {within}" if within else place]
    parts[0] += f" - {_minutes(each)} min each"
    parts.append(_said(pace))
    if break_after:
        parts.append("break after this one")
    if pace:
        parts.append(f"finishing {pace.finishing:%H:%M}")
    return "; ".join(parts)


def short_pacing_line(position: int, count: int, each: timedelta, pace: Pace | None) -> str:
    """The same line for a narrow screen: "3/7; 20 each; 4 behind; 12:29"."""
    parts = [f"{position}/{count}", f"{_minutes(each)} each", _said(pace)]
    if pace:
        parts.append(f"{pace.finishing:%H:%M}")
    return "; ".join(parts)


def _minutes(each: timedelta) -> str:
    return str(each // _MINUTE) if each >= _MINUTE else "under 1"


def _said(pace: Pace | None) -> str:
    if pace is None:
        return "clock off"
    if not pace.behind:
        return "on time"
    return f"{pace.behind} behind" if pace.behind > 0 else f"{-pace.behind} ahead"
