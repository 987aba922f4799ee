"""A style of a council's template as we may use it: set right where people could not read it."""

import re
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Final

from maturity.evidence.answers.look import Formatting, Numbered, Style
from maturity.frozen import dataclass
from maturity.report.palette import READABLE, VISIBLE, contrast, text_on
from maturity.report.word.styles import Border, Level, ParagraphStyle

__all__ = ["Ground", "Repairs", "least_size", "mended"]

_LEAST: Final = {"table-text": 11, "table-head": 11, "caption": 11, "header": 10, "footer": 10}
_LEAST_BODY = 12
_LARGEST = 48
_LARGE = 18
_LARGE_BOLD = 14
_MM_MOST = 40
_MOST_SPACE = 48
_LEAST_SPACE = 4
_CLOSEST = 1.0
_CLOSEST_HEADING = 0.9
_WIDEST_APART = 2.5
_ONE_LINE = 1.15
_IN_TABLES: Final = frozenset(("table-text", "table-head"))
_NO_LINKS: Final = frozenset(("title", "table-head", "heading-1", "heading-2", "heading-3"))
_NAMED = 4
_LABEL = re.compile(r"[\w .,:()%-]{1,30}")

SAID: Final[Mapping[str, str]] = {
    "size": "their size cannot be read well in print, so they have ours",
    "faint": "the words are too faint on what they stand on, so they have our colours",
    "justified": "justified text is set from the left",
    "effects": "capitals, italics, underlining and hiding by effect are left out",
    "lines": "the lines stand too close or too far apart, so they have our distance",
    "face": "a second typeface is left out: all is set in that of the text",
    "space": "paragraphs have no space between them, so they have ours",
    "levels": "the words are black, since they stand on the colours of levels",
    "numbers": "their numbers are written as 1, 2, 3, as sentences name sections",
}
"""What is said of a repair, after the names of the styles."""


@dataclass(slots=True)
class Repairs:
    """What was set right, by its kind, and where."""

    found: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, kind: str, name: str) -> None:
        """Note one repair."""
        self.found.setdefault(kind, {})[name] = None

    def said(self) -> tuple[str, ...]:
        """A sentence for each kind."""
        return tuple(
            f"In the template, {_names(tuple(names))}: {SAID[kind]}."
            for kind, names in self.found.items()
        )


def _names(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


@dataclass(frozen=True, slots=True)
class Ground:
    """What every style stands on: the palette, the one typeface, and the fill of table heads."""

    colours: Mapping[str, str]
    face: str
    head_fill: str


def least_size(role: str) -> float:
    """The smallest size, in points, that text of a role may have."""
    return _LEAST.get(role, _LEAST_BODY)


def mended(own: ParagraphStyle, theirs: Style, ground: Ground, repairs: Repairs) -> ParagraphStyle:
    """Our style `own` with the looks of `theirs`, each of them only as far as it can be read."""
    looks, name = theirs.formatting, theirs.name
    size = _size(own, looks, name, repairs)
    _note_effects(looks, name, ground, repairs)
    left, first = _indents(own, looks)
    made = replace(
        own,
        alias="" if name.casefold() == own.name.casefold() else name,
        size=size,
        bold=looks.bold,
        before=min(looks.before, _MOST_SPACE),
        after=min(looks.after, _MOST_SPACE),
        line=_line(own, looks, size, name, repairs),
        align=_aligned(looks, name, repairs),
        left=left,
        right=0 if own.role in _IN_TABLES else _within(looks.right),
        first=first,
        bar=None,
        borders=() if own.role in _IN_TABLES else _borders(looks),
        number=_level(own, looks.numbered, name, repairs),
    )
    if (own.role == "body" or own.outline is not None) and made.before + made.after < _LEAST_SPACE:
        repairs.add("space", name)
        made = replace(made, before=own.before, after=own.after)
    return _coloured(made, own, looks, ground, repairs)


def _size(own: ParagraphStyle, looks: Formatting, name: str, repairs: Repairs) -> float:
    if least_size(own.role) <= looks.size <= _LARGEST:
        return looks.size
    repairs.add("size", name)
    return own.size or _LEAST_BODY


def _note_effects(looks: Formatting, name: str, ground: Ground, repairs: Repairs) -> None:
    if looks.italic or looks.capitals or looks.underlined or looks.hidden:
        repairs.add("effects", name)
    if looks.face and looks.face.casefold() != ground.face.casefold():
        repairs.add("face", name)


def _aligned(looks: Formatting, name: str, repairs: Repairs) -> str:
    if looks.align == "justified":
        repairs.add("justified", name)
    return looks.align if looks.align in {"center", "right"} else ""


def _line(
    own: ParagraphStyle, looks: Formatting, size: float, name: str, repairs: Repairs
) -> float:
    line = looks.line / (size * _ONE_LINE) if looks.is_exact else looks.line
    closest = _CLOSEST if own.outline is None and own.role != "title" else _CLOSEST_HEADING
    if closest <= line <= _WIDEST_APART:
        return round(line, 2)
    repairs.add("lines", name)
    return own.line


def _within(mm: float) -> float:
    return max(0, min(mm, _MM_MOST))


def _indents(own: ParagraphStyle, looks: Formatting) -> tuple[float, float]:
    """The indent of a style and of its first line; of a list, that of its marks."""
    if own.role in _IN_TABLES:
        return 0, 0
    if own.list_kind:
        marks = looks.numbered
        is_usable = marks and 3 <= marks.left <= _MM_MOST and -marks.left <= marks.first <= -3  # noqa: PLR2004 - a mark needs 3 mm
        return (marks.left, marks.first) if marks and is_usable else (own.left, own.first)
    if own.outline is not None and looks.numbered:
        return 0, 0
    left = _within(looks.left)
    return left, max(-left, min(looks.first, _MM_MOST))


def _borders(looks: Formatting) -> tuple[Border, ...]:
    ink = looks.colour or "000000"
    return tuple(Border(one.side, one.colour or ink, one.width, one.space) for one in looks.borders)


def _level(
    own: ParagraphStyle, numbered: Numbered | None, name: str, repairs: Repairs
) -> Level | None:
    if own.outline is None or numbered is None:
        return None
    depth = own.outline + 1
    if numbered.format != "decimal":
        repairs.add("numbers", name)
    places = {int(place) for place in re.findall(r"%(\d)", numbered.text)}
    is_usable = _LABEL.fullmatch(numbered.text) and depth in places and max(places) <= depth
    plain = ".".join(f"%{place}" for place in range(1, depth + 1))
    text = numbered.text if is_usable and 0 not in places else plain
    left = _within(numbered.left)
    return Level(text, left, max(-left, min(numbered.first, _MM_MOST)))


def _coloured(
    made: ParagraphStyle,
    own: ParagraphStyle,
    looks: Formatting,
    ground: Ground,
    repairs: Repairs,
) -> ParagraphStyle:
    """The style with their colours, or ours where theirs cannot be read."""
    name = made.alias or made.name
    if own.role == "table-text":
        if looks.colour not in {"", "000000", own.colour}:
            repairs.add("levels", name)
        return replace(made, colour=own.colour, fill=None)
    if own.role == "table-head":
        colour = looks.colour or text_on(ground.head_fill)
        if contrast(colour, ground.head_fill) < READABLE:
            repairs.add("faint", name)
            colour = text_on(ground.head_fill)
        return replace(made, colour=colour, fill=None)
    fill = looks.fill or None
    below = fill or ground.colours["paper"]
    colour = looks.colour or text_on(below)
    if contrast(colour, below) >= _needed(made) and _carries_links(made, fill, ground):
        return replace(made, colour=colour, fill=fill)
    repairs.add("faint", name)
    return replace(made, colour=own.colour or ground.colours["ink"], fill=own.fill)


def _needed(style: ParagraphStyle) -> float:
    size = style.size or _LEAST_BODY
    is_large = size >= _LARGE or (style.bold and size >= _LARGE_BOLD)
    return VISIBLE if is_large else READABLE


def _carries_links(style: ParagraphStyle, fill: str | None, ground: Ground) -> bool:
    """Whether links can be read on the fill, where any may stand."""
    return (
        fill is None
        or style.role in _NO_LINKS
        or contrast(ground.colours["link"], fill) >= READABLE
    )
