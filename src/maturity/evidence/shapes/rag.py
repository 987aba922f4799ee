"""Delivery statuses in plans: letters, words and colours, one a date, oldest first."""

import colorsys
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from maturity.evidence.blocks import GridCell
from maturity.evidence.messages import notice
from maturity.evidence.model import DatedNote, DeliveryStatus, Notice, StatusPoint
from maturity.evidence.shapes.mentions import written_date
from maturity.frozen import dataclass

__all__ = [
    "Folding",
    "dated_notes",
    "is_status_header",
    "legend_of",
    "meaning_of",
    "oldest_first",
    "point_of",
    "status_of_colour",
    "status_of_text",
]

_STATUSES: dict[str, DeliveryStatus] = {
    "b": "Blue",
    "blue": "Blue",
    "g": "Green",
    "green": "Green",
    "a": "Amber",
    "amber": "Amber",
    "r": "Red",
    "red": "Red",
    "gy": "Grey",
    "grey": "Grey",
    "gray": "Grey",
}
# Capitals of other scripts that look like the letters of a status; unseen, one of them takes a
# row out of its colour.
_LOOKALIKES = {
    "\u0410": "A", "\u0412": "B", "\u0415": "E", "\u041c": "M", "\u050c": "G", "\u04ae": "Y",
    "\u0391": "A", "\u0392": "B", "\u0395": "E", "\u039c": "M", "\u03a5": "Y", "\u0430": "a",
    "\u0435": "e", "\u0443": "y", "\u03bf": "o",
}  # fmt: skip
_STATUS_HEADER = re.compile(r"\b(?:progress|status|b?rag|rating)\b", re.IGNORECASE)
_LEGEND = re.compile(r"\b(?:blue|red|amber|green|gr[ea]y)\b\s*[-\u2013\u2014:=]", re.IGNORECASE)
_LEGEND_ENTRY = re.compile(
    r"\b(blue|red|amber|green|gr[ea]y)\b\s*[-\u2013\u2014:=]\s*", re.IGNORECASE
)
_NOTE_DATE = re.compile(
    r"(?:(?<=\s)|^)((?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[\s-]'?\d{2}(?:\d{2})?"
    r"|\d{1,2}/\d{1,2}/\d{2,4})\s*[:\u2013-]\s",
    re.IGNORECASE,
)
# No word for a status is longer, and a plan has many long cells that are none.
_LONGEST = 12
_SHORTEST_NOTE = len("Apr 21: x")
_PALE = 0.15
_GREY = (0.30, 0.92)
_HUES: tuple[tuple[float, DeliveryStatus], ...] = (
    (20, "Red"),
    (66, "Amber"),
    (170, "Green"),
    (260, "Blue"),
)
_RED_AGAIN = 340


@dataclass(frozen=True, slots=True)
class Folding:
    """A look-alike letter in a status and the letter it was read as."""

    char: str
    letter: str

    @property
    def name(self) -> str:
        """The script and letter as people say it: "Cyrillic A"."""
        script = unicodedata.name(self.char, "unknown").split()[0]
        return f"{script.capitalize()} {self.letter}"

    @property
    def code(self) -> str:
        """The number of the character: "U+0410"."""
        return f"U+{ord(self.char):04X}"


@lru_cache(maxsize=4096)
def status_of_text(raw: str) -> tuple[DeliveryStatus | None, tuple[Folding, ...]]:
    """The status a cell names and the look-alikes in it; none for "G/A", "G?" or "Completed"."""
    folded: list[str] = []
    foldings: list[Folding] = []
    if len(raw) > _LONGEST and len(raw.strip()) > _LONGEST:
        return None, ()
    for char in raw.strip():
        plain = _LOOKALIKES.get(char) or unicodedata.normalize("NFKC", char)
        if plain != char and plain.strip():
            foldings.append(Folding(char, plain))
        folded.append(plain)
    status = _STATUSES.get("".join(folded).strip(" .").casefold())
    return status, tuple(foldings) if status else ()


def status_of_colour(fill: str | None) -> DeliveryStatus | None:
    """The status a cell's colour (six hex digits) stands for, by its hue."""
    if fill is None or not re.fullmatch(r"[0-9A-Fa-f]{6}", fill):
        return None
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _PALE:
        return "Grey" if _GREY[0] <= value <= _GREY[1] else None
    degrees = hue * 360
    if degrees >= _RED_AGAIN:
        return "Red"
    return next((status for under, status in _HUES if degrees < under), None)


def is_status_header(header: str) -> bool:
    """Whether a column's heading says that statuses stand below it."""
    return bool(_STATUS_HEADER.search(header))


def legend_of(header: str) -> tuple[str, str | None]:
    """A heading apart from the key to its colours: ("Progress", "Red - delayed ...")."""
    found = _LEGEND.search(header)
    if found is None or found.start() == 0:
        return header, None
    return header[: found.start()].rstrip(" :(-"), header[found.start() :].strip()


def meaning_of(status: DeliveryStatus, legend: str | None) -> str:
    """What a status means by the key of its column: "In progress"; empty where none says."""
    found = list(_LEGEND_ENTRY.finditer(legend or ""))
    ends = [match.start() for match in found[1:]] + [len(legend or "")] * bool(found)
    for match, end in zip(found, ends, strict=True):
        if _STATUSES[match.group(1).casefold()] == status:
            return (legend or "")[match.end() : end].strip(" \n\t,;.")
    return ""


def point_of(
    cell: GridCell, *, ref: str, column: str, as_written: str | None, legend: str | None
) -> tuple[StatusPoint | None, tuple[Notice, ...]]:
    """The status in one cell of a status column, and what is to be told about it.

    None for an empty cell without a colour that stands for anything.
    """
    raw = cell.text.strip()
    by_text, foldings = status_of_text(raw)
    by_colour = status_of_colour(cell.fill)
    if not raw and by_colour is None:
        return None, ()
    point = StatusPoint(
        as_written=as_written,
        date=written_date(as_written, month_year=True) if as_written else None,
        raw=raw,
        status=by_text or (None if raw else by_colour),
        source=_source(by_text, by_colour, raw),
        legend=legend,
    )
    return point, tuple(_told(raw, by_text, by_colour, foldings, ref=ref, column=column))


def _source(by_text: object, by_colour: object, raw: str) -> Literal["text", "colour", "both"]:
    if not raw:
        return "colour"
    return "both" if by_text is not None and by_text == by_colour else "text"


def _told(
    raw: str,
    by_text: DeliveryStatus | None,
    by_colour: DeliveryStatus | None,
    foldings: Sequence[Folding],
    *,
    ref: str,
    column: str,
) -> list[Notice]:
    place = {"ref": ref[:1].upper() + ref[1:], "column": column}
    told = [
        notice("W14", **place, name=fold.name, code=fold.code, letter=fold.letter)
        for fold in foldings
    ]
    if raw and by_text is None:
        told.append(notice("W15", **place, raw=raw))
    if by_text and by_colour and by_text != by_colour:
        told.append(notice("W16", **place, a=by_text, b=by_colour))
    return told


def oldest_first(points: Sequence[StatusPoint]) -> tuple[StatusPoint, ...]:
    """The points by date; where a date is missing, all stay as they stand in the plan."""
    starts = [point.date.start if point.date else None for point in points]
    if any(start is None for start in starts):
        return tuple(points)
    return tuple(sorted(points, key=lambda point: str(point.date and point.date.start)))


def dated_notes(text: str) -> tuple[DatedNote, ...]:
    """The notes of a cell that stand behind dates: "Feb 2021: agreed. Apr 21: in place"."""
    if len(text) < _SHORTEST_NOTE:
        return ()
    found = list(_NOTE_DATE.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)] * bool(found)
    return tuple(
        DatedNote(
            date=written_date(match.group(1), month_year=True), text=text[match.end() : end].strip()
        )
        for match, end in zip(found, ends, strict=True)
        if text[match.end() : end].strip()
    )
