"""How far the actions have come, date by date: what the next meeting looks at first."""

from collections.abc import Iterable, Iterator

from maturity.judgement.view import ActionView, DeliveryView, Disclosed
from maturity.report.blocks import Block, Column, Heading, Table
from maturity.report.phrases import counted, dated, ended, joined, listed, plain, sentence, words

__all__ = ["progress"]

_MOST_DATES = 4
_REF = Column("Ref", 12, row_header=True)
_WIDTH_MM = 174.0
_DATE_MM = 22.0
_NO_STATUS = "No status"
_NO_LEVEL = "A delivery status says how far an action has come. It is not a level."

_Point = tuple[str, str]
"""A date of the table: the day, and its words where a plan has words of its own for it."""


def progress(view: Disclosed) -> tuple[Block, ...]:
    """The delivery statuses of actions by date, as words; nothing where no action has one.

    At most four dates stand in a table, so that it is read on a page; later dates in the next.
    """
    points = sorted({_point(one) for action in view.actions for one in action.statuses})
    if not points:
        return ()
    chunks = [points[at : at + _MOST_DATES] for at in range(0, len(points), _MOST_DATES)]
    tables = (
        _table(view.actions, chunk, number if len(chunks) > 1 else 0)
        for number, chunk in enumerate(chunks, 1)
    )
    notes = tuple(_notes(view.actions))
    return (
        Heading(2, "Progress of the actions", "progress"),
        sentence(f"{_NO_LEVEL} {_counts(view.actions, points[-1])}"),
        *(sentence(said) for said in _meanings(view.actions)),
        *tables,
        *((Heading(3, "Notes beside the statuses", "progress-notes"),) if notes else ()),
        *((listed("bullet", notes, _NO_STATUS),) if notes else ()),
    )


def _point(one: DeliveryView) -> _Point:
    return (one.on, one.as_written)


def _said(point: _Point) -> str:
    on, as_written = point
    return as_written or dated(on)


def _counts(actions: Iterable[ActionView], last: _Point) -> str:
    """How many actions have each status at the last date, by the words of the statuses."""
    found = [one.status for action in actions for one in action.statuses if _point(one) == last]
    said = [f"{found.count(status)} {status}" for status in sorted(set(found))]
    return f"Of {counted(len(found), 'action')} with a status at {_said(last)}: {joined(said)}."


def _meanings(actions: Iterable[ActionView]) -> Iterator[str]:
    """What the keys of the plans say of the words, each wording once."""
    said = dict.fromkeys(
        (one.status, one.means) for action in actions for one in action.statuses if one.means
    )
    if said:
        told = "; ".join(
            f"{status} is \N{LEFT DOUBLE QUOTATION MARK}{means}\N{RIGHT DOUBLE QUOTATION MARK}"
            for status, means in sorted(said)
        )
        yield f"In the key of the plan, {told}."


def _table(actions: Iterable[ActionView], points: list[_Point], number: int) -> Table:
    """The actions that have a status at one of the dates; `number` tells tables apart."""
    wide = _WIDTH_MM - _REF.width_mm - _DATE_MM * len(points)
    columns = (
        _REF,
        Column("Action", wide),
        *(Column(label, _DATE_MM) for label in _labels(points)),
    )
    rows = tuple(
        (
            words(f"A{at}"),
            plain(action.text, "Not said"),
            *(words(_at(action, point)) for point in points),
        )
        for at, action in enumerate(actions, 1)
        if any(_point(one) in points for one in action.statuses)
    )
    which = f", table {number}" if number else ""
    summary = "One row for each action, one column for each date, with the status as a word."
    return Table(
        f"progress-table{f'-{number}' if number else ''}",
        f"Delivery status by date{which}",
        summary,
        columns,
        rows,
    )


def _labels(points: list[_Point]) -> list[str]:
    """The words of the dates; two plans may use the same words for two days."""
    said = [_said(point) for point in points]
    return [
        f"{label} ({dated(on)})" if said.count(label) > 1 else label
        for label, (on, _) in zip(said, points, strict=True)
    ]


def _at(action: ActionView, point: _Point) -> str:
    """The status at a date; where it was changed that day, both in their order."""
    found = [one.status for one in action.statuses if _point(one) == point]
    return ", then ".join(found) or _NO_STATUS


def _notes(actions: Iterable[ActionView]) -> Iterator[str]:
    for at, action in enumerate(actions, 1):
        for one in action.statuses:
            if one.note:
                yield f"A{at}, {_said(_point(one))}, {one.status}: {ended(one.note)}"
