"""The delivery statuses of a plan's row, as a session would hold them."""

from collections.abc import Iterable, Mapping, Sequence

from maturity.evidence.model import DatedNote, Document, Excerpt, StatusPoint
from maturity.evidence.shapes.rag import meaning_of
from maturity.frozen import dataclass
from maturity.session.acts.act import Scene, line
from maturity.session.state import Delivery

__all__ = ["PlanStatus", "day_of_plan", "differing", "plan_statuses", "statuses_to_add"]

_LONGEST_NOTE = 2_000
_DATED_BY = ("meeting", "text", "updated", "published")


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """One delivery status of a row; `on` is the first day that its date may mean.

    `on` is empty where neither the column nor the plan has a date: no session can hold it then.
    """

    status: str
    on: str
    as_written: str
    means: str
    note: str

    @property
    def said(self) -> str:
        """The date as the plan has it, and the word: "Dec-19 Amber"."""
        return f"{self.as_written or self.on or 'no date'} {self.status.capitalize()}"

    @property
    def fields(self) -> dict[str, str]:
        """What a session holds of it."""
        kept = {
            "status": self.status,
            "on": self.on,
            "as_written": self.as_written,
            "means": self.means,
            "note": self.note,
        }
        return {name: value for name, value in kept.items() if value}


def day_of_plan(scene: Scene, document: Document) -> str:
    """The day a whole plan speaks of: as people settled it, else as its text gives it, else none.

    A file's own dates are no help: a copy that was saved again says nothing new.
    """
    kept = scene.state.documents.get(document.id)
    if kept is not None and kept.date:
        return kept.date
    for kind in _DATED_BY:
        for one in document.dates:
            if one.kind == kind and one.date.source == "text" and one.date.start:
                return one.date.start.isoformat()
    return ""


def plan_statuses(excerpt: Excerpt, day: str) -> tuple[PlanStatus, ...]:
    """The statuses of a row in its order, each with the notes that led up to it.

    `day` dates a row's only status where its column has no date. What is no single status, such
    as "G/A", is left where it stands in the document.
    """
    points = [point for point in excerpt.status_history if point.status is not None]
    days = [_day(point, day if len(points) == 1 else "") for point in points]
    notes = _notes(excerpt.dated_notes, days)
    return tuple(
        PlanStatus(
            status=(point.status or "").casefold(),
            on=on,
            as_written=line(point.as_written) or "",
            means=meaning_of(point.status, point.legend) if point.status else "",
            note=_kept(" ".join(filter(None, (point.note, *notes.get(at, ()))))),
        )
        for at, (point, on) in enumerate(zip(points, days, strict=True))
    )


def _kept(note: str) -> str:
    """A note short enough that an action with many of them fits a line of the record."""
    return note if len(note) <= _LONGEST_NOTE else f"{note[: _LONGEST_NOTE - 1]}…"


def _day(point: StatusPoint, otherwise: str) -> str:
    if point.date is not None and point.date.start is not None:
        return point.date.start.isoformat()
    return otherwise


def _notes(notes: Iterable[DatedNote], days: Sequence[str]) -> Mapping[int, Sequence[str]]:
    """By the place of a status, the notes from after the status before it up to its own date.

    What was noted later than all of them stands with the last.
    """
    found: dict[int, list[str]] = {}
    for note in notes:
        start = note.date.start.isoformat() if note.date.start else "9999"
        at = next((at for at, day in enumerate(days) if day >= start), len(days) - 1)
        found.setdefault(at, []).append(f"{note.date.raw}: {note.text}")
    return found


def statuses_to_add(
    found: Iterable[PlanStatus], kept: Mapping[str, Delivery]
) -> tuple[PlanStatus, ...]:
    """Those with a date on which nothing is kept yet, each once."""
    days = {one.on for one in kept.values()}
    new = {(one.on, one.status): one for one in found if one.on and one.on not in days}
    return tuple(new.values())


def differing(
    found: Iterable[PlanStatus], kept: Mapping[str, Delivery]
) -> tuple[tuple[PlanStatus, Delivery], ...]:
    """Those that a plan says otherwise than the session does of the same date, with the kept one.

    What was kept once stays: a plan that rewrites its past is told, and people decide.
    """
    by_day: dict[str, list[Delivery]] = {}
    for delivery in kept.values():
        by_day.setdefault(delivery.on, []).append(delivery)
    return tuple(
        (one, by_day[one.on][-1])
        for one in found
        if one.on in by_day and one.status not in {delivery.status for delivery in by_day[one.on]}
    )
