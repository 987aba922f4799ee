"""The styles of our papers: every format a reader sees is a row of this table."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from maturity.frozen import dataclass
from maturity.report.blocks import TEXT_WIDTH_MM
from maturity.report.word.xml import twips

__all__ = [
    "FACE",
    "NUMBERING_IDS",
    "STYLE_IDS",
    "TEXT_WIDTH",
    "TICK_FACE",
    "Border",
    "Level",
    "ParagraphStyle",
    "styles_in",
]

TEXT_WIDTH: Final = twips(TEXT_WIDTH_MM)
"""Twips between the side margins, and the place of the one tab in header and footer."""

NUMBERING_IDS: Final = {"bullet": 1, "number": 2, "letter": 3}
"""The numbering each kind of list style points at; a list that starts again gets its own."""

FACE: Final = "Arial"
"""The one typeface of our papers; Word and LibreOffice both have its widths."""

TICK_FACE: Final = "MS Gothic"
"""The face of tick boxes, which the other has not; every Word brings it."""


@dataclass(frozen=True, slots=True)
class Border:
    """A line at one side of a paragraph: `width` in eighths of a point, `space` in points."""

    side: str
    colour: str
    width: int
    space: int


@dataclass(frozen=True, slots=True)
class Level:
    """How Word numbers a heading: `text` has "%1" where the number stands; indents in mm."""

    text: str
    left: float = 0
    first: float = 0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One paragraph style: sizes in points, indents in mm, `line` in multiples of a single line.

    A colour is the palette's name for it until `styles_in` puts its digits there.
    `role` is our own name for it, which a council's template may map to a style of theirs;
    `alias` is then what they call it. `borders` and `number` only ever come from such a template.
    """

    role: str
    style_id: str
    name: str
    size: float | None = None
    bold: bool = False
    colour: str | None = None
    before: float = 0
    after: float = 5
    line: float = 1.15
    based_on: str = "Normal"
    followed_by: str = "BodyText"
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    list_kind: str | None = None
    bar: str | None = None
    fill: str | None = None
    tab: bool = False
    alias: str = ""
    align: str = ""
    left: float = 0
    right: float = 0
    first: float = 0
    borders: tuple[Border, ...] = ()
    number: Level | None = None


def _heading(level: int, size: float, before: float, after: float) -> ParagraphStyle:
    return ParagraphStyle(
        role=f"heading-{level}",
        style_id=f"Heading{level}",
        name=f"heading {level}",
        size=size,
        bold=True,
        colour="navy",
        before=before,
        after=after,
        line=1.05,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
    )


def _list(kind: str, style_id: str, name: str) -> ParagraphStyle:
    return ParagraphStyle(
        f"list-{kind}",
        style_id,
        name,
        after=2,
        followed_by=style_id,
        list_kind=kind,
        left=7,
        first=-7,
    )


def _callout(role: str, style_id: str, name: str, bar: str, fill: str | None) -> ParagraphStyle:
    # The bar stands outside the text, so the text moves in and the bar meets the margin.
    return ParagraphStyle(
        role, style_id, name, before=4, after=4, keep_lines=True, bar=bar, fill=fill, left=4
    )


def _small(
    role: str, style_id: str, name: str, size: float, *, bold: bool = False, colour: str = "ink"
) -> ParagraphStyle:
    return ParagraphStyle(
        role,
        style_id,
        name,
        size=size,
        bold=bold,
        colour=colour,
        after=0,
        line=1.0,
        followed_by=style_id,
    )


def _edge(name: str) -> ParagraphStyle:
    style_id = name.capitalize()
    return ParagraphStyle(
        name,
        style_id,
        name,
        size=10,
        colour="muted",
        after=0,
        line=1.0,
        followed_by=style_id,
        tab=True,
    )


_STYLES: Final = (
    ParagraphStyle("body", "BodyText", "Body Text"),
    ParagraphStyle("after-block", "BodyAfterBlock", "Body After Block", before=8),
    # says what a callout is about, so it never ends a page above it
    ParagraphStyle("before-callout", "BodyBeforeCallout", "Body Before Callout", keep_next=True),
    # the question of what follows, which it never ends a page above
    ParagraphStyle("lead", "Lead", "Lead", size=14, keep_next=True),
    ParagraphStyle("meta", "Meta", "Meta", colour="muted"),
    ParagraphStyle(
        "title",
        "Title",
        "Title",
        size=24,
        bold=True,
        colour="navy",
        line=1.05,
        keep_next=True,
    ),
    ParagraphStyle("subtitle", "Subtitle", "Subtitle", size=16, colour="subtitle"),
    _heading(1, 20, 12, 4),
    _heading(2, 16, 16, 6),
    _heading(3, 13, 12, 4),
    _heading(4, 12, 10, 4),
    _list("bullet", "ListBullet", "List Bullet"),
    _list("number", "ListNumber", "List Number"),
    _list("letter", "ListLetter", "List Letter"),
    ParagraphStyle(
        "caption",
        "Caption",
        "caption",
        size=11,
        bold=True,
        before=5,
        after=4,
        line=1.05,
        keep_next=True,
    ),
    # a line taller than single would lay the same share of the chart's height below it
    ParagraphStyle("figure", "Figure", "Figure", line=1.0, after=6),
    _small("table-text", "TableText", "Table Text", 11),
    # the rows of a table that stays on one page
    ParagraphStyle(
        "table-kept",
        "TableKept",
        "Table Kept",
        size=11,
        after=0,
        line=1.0,
        based_on="TableText",
        followed_by="TableKept",
        keep_next=True,
    ),
    ParagraphStyle(
        "table-head",
        "TableHead",
        "Table Head",
        size=11,
        bold=True,
        colour="paper",
        after=0,
        line=1.05,
        keep_next=True,
        followed_by="TableText",
    ),
    _callout("banner", "BoardBanner", "Board Banner", "navy", "decision-fill"),
    _callout("decision", "BoardDecision", "Board Decision", "navy", "decision-fill"),
    _callout("dissent", "Dissent", "Dissent", "dissent-bar", "dissent-fill"),
    _callout("notice", "Notice", "Notice", "muted", None),
    _callout("evidence", "EvidenceCard", "Evidence Card", "muted", None),
    ParagraphStyle(
        "toc-heading",
        "TOCHeading",
        "TOC Heading",
        size=16,
        bold=True,
        colour="navy",
        before=16,
        after=6,
        keep_next=True,
    ),
    ParagraphStyle("toc-1", "TOC1", "toc 1", before=4, after=3, followed_by="TOC1"),
    ParagraphStyle("toc-2", "TOC2", "toc 2", after=3, followed_by="TOC2", left=6),
    _edge("header"),
    _edge("footer"),
    # Officers add comments to a draft; without these styles Word sets them in its own.
    ParagraphStyle("comment", "CommentText", "annotation text", size=10, followed_by="CommentText"),
)

STYLE_IDS: Final = {style.role: style.style_id for style in _STYLES}
"""The style id of each of our roles."""


def styles_in(colours: Mapping[str, str]) -> tuple[ParagraphStyle, ...]:
    """Every style of our papers in the colours of a palette."""
    return tuple(
        replace(
            style,
            colour=colours[style.colour] if style.colour else None,
            bar=colours[style.bar] if style.bar else None,
            fill=colours[style.fill] if style.fill else None,
        )
        for style in _STYLES
    )
