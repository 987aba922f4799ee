"""Which part of minutes each piece of them stands in: the attendance, a decision, an action."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from maturity.evidence.blocks import Piece
from maturity.evidence.model import Cell
from maturity.frozen import dataclass

__all__ = ["Entry", "entries_of", "lists_people", "says_after_label"]

PartName = Literal["present", "apologies", "points", "decisions", "actions", "next"]

_LABELS: tuple[tuple[PartName, str], ...] = (
    ("apologies", r"apologies(?: for absence| received| from)?"),
    ("present", r"(?:attendance|attendees|attending|in attendance|members present|present)"),
    ("points", r"(?:key|main|discussion) points(?: discussed| raised)?"),
    ("decisions", r"(?:decisions?(?: made| taken| agreed)?|resolved|resolutions?)"),
    ("actions", r"(?:agreed |new )?action(?:s|\(s\)| points?)?(?:/[\w ]+)?(?: agreed)?"),
    ("next", r"(?:dates? (?:of|for)(?: the)? )?next meeting(?: date)?"),
)
_LABEL = re.compile(
    r"\s*(?:\d{1,2}[.)]?\s+)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS)
    + r")\s*(?:[:\u2013\u2014-]+\s*|\.?$)",
    re.IGNORECASE,
)

_OF_ONE_BREATH = frozenset(("points", "decisions", "actions"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece within a part of the minutes, without the label before it.

    `item` is the heading of the agenda item, `lead` what it opens with in bold, `is_listed` that
    it is a point of a list or a row of a table. A row has its `cells`.
    """

    part: PartName
    text: str
    lead: str | None
    item: str | None
    ref: str
    is_listed: bool
    cells: tuple[Cell, ...] = ()


@dataclass(slots=True)
class _Place:
    """The part and agenda item in hand; `said_on` where the label went on in its own paragraph."""

    part: PartName | None = None
    item: str | None = None
    path: tuple[str, ...] | None = None
    said_on: bool = False


def says_after_label(line: str) -> bool:
    """Whether a line is the label of a part and says on in the same breath: "Present: Jo"."""
    label = _part_of(line)
    return label is not None and bool(label[1])


def lists_people(line: str) -> bool:
    """Whether a line is the label under which people are listed."""
    label = _part_of(line)
    return label is not None and label[0] in ("present", "apologies")


def entries_of(pieces: Sequence[Piece]) -> Iterator[Entry]:
    """The pieces that stand in a part, which ends at the next label or heading.

    A part whose label says on ("Actions: Jo to write.") has the points of a list below it and no
    other paragraph; a next meeting is said at once.
    """
    place = _Place()
    for piece in pieces:
        if piece.shape not in ("paragraph", "bullet", "table_row"):
            continue
        if piece.heading_path != place.path:
            _enter(place, piece.heading_path)
        label = _part_of(piece.text.strip()) if piece.shape == "paragraph" else None
        if label is not None:
            place.part, text = label
            place.said_on = bool(text)
        else:
            text = piece.text.strip()
            if place.said_on and piece.shape == "paragraph" and place.part in _OF_ONE_BREATH:
                place.part = None
        if place.part is not None and text:
            yield _entry(piece, place.part, text, place.item, is_labelled=label is not None)
            place.part = None if place.part == "next" else place.part


def _entry(
    piece: Piece, part: PartName, text: str, item: str | None, *, is_labelled: bool
) -> Entry:
    is_row = piece.shape == "table_row"
    return Entry(
        part=part,
        text=", ".join(cell.value for cell in piece.cells) if is_row else text,
        lead=None if is_labelled else piece.lead,
        item=item,
        ref=piece.ref,
        is_listed=is_row or piece.shape == "bullet",
        cells=piece.cells,
    )


def _part_of(words: str) -> tuple[PartName, str] | None:
    """The part a label opens and what stands behind the label in the same paragraph."""
    found = _LABEL.match(words)
    if found is None:
        return None
    name = next(name for name, _ in _LABELS if found[name] is not None)
    return name, words[found.end() :].strip()


def _enter(place: _Place, path: tuple[str, ...]) -> None:
    """Stand under new headings: a part where the last of them is a label, else a new item."""
    heading = path[-1] if path else None
    opened = _part_of(heading) if heading else None
    place.path, place.said_on = path, False
    place.part = opened[0] if opened else None
    place.item = None if opened else heading
