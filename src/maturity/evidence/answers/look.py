"""How a Word file looks, without a word of its text: styles, page, headers and footers.

Only what is listed here leaves the reading process, so that nothing else of a file that somebody
else made (its macros, properties, comments, old custom data) can be carried anywhere.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from maturity.evidence.answers.fields import Answered
from maturity.text import clean_line

__all__ = [
    "Border",
    "Edge",
    "EdgeLine",
    "Formatting",
    "Look",
    "Numbered",
    "Page",
    "Picture",
    "Style",
]

_LONGEST_NAME = 255
_LONGEST_LINE = 2_000
_MOST_STYLES = 5_000
_MOST_LINES = 60

_Name = Annotated[str, AfterValidator(lambda raw: clean_line(raw[:_LONGEST_NAME]))]
_Line = Annotated[str, AfterValidator(lambda raw: clean_line(raw[:_LONGEST_LINE]))]
_Colour = Annotated[str, Field(pattern=r"^([0-9A-F]{6})?$")]
_Length = Annotated[float, Field(ge=-5_000, le=5_000)]
_Points = Annotated[float, Field(ge=0, le=2_000)]


class Border(Answered):
    """A line at one side of a paragraph: `width` in eighths of a point, `space` in points."""

    side: Literal["top", "left", "bottom", "right"]
    colour: _Colour = ""
    width: Annotated[int, Field(ge=0, le=255)] = 4
    space: Annotated[int, Field(ge=0, le=255)] = 0


class Numbered(Answered):
    """The level of a list that a style belongs to; `text` has "%1" where the number stands.

    `left` and `first` are in millimetres, the second against the first.
    """

    format: _Name = "decimal"
    text: _Name = "%1"
    left: _Length = 0
    first: _Length = 0


class Formatting(Answered):
    """How text looks once every style it is based on has had its say.

    Sizes and spaces in points, indents in millimetres. `line` is in single lines, or in points
    where `is_exact`. A colour or fill of "" is the automatic one.
    """

    face: _Name = ""
    size: _Points = 10
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    underlined: bool = False
    hidden: bool = False
    colour: _Colour = ""
    fill: _Colour = ""
    before: _Points = 0
    after: _Points = 0
    line: _Points = 1
    is_exact: bool = False
    align: Literal["left", "center", "right", "justified"] = "left"
    left: _Length = 0
    right: _Length = 0
    first: _Length = 0
    borders: tuple[Border, ...] = Field(default=(), max_length=4)
    numbered: Numbered | None = None


class Style(Answered):
    """A style by its inner id and the name people see; of a table, only the fill of its head."""

    id: _Name
    name: _Name
    kind: _Name
    formatting: Formatting = Formatting()


class Page(Answered):
    """The page of the last section, in millimetres."""

    width: _Length = 210
    height: _Length = 297
    top: _Length = 25.4
    bottom: _Length = 25.4
    left: _Length = 25.4
    right: _Length = 25.4
    header: _Length = 12.5
    footer: _Length = 12.5
    columns: Annotated[int, Field(ge=1, le=100)] = 1


class Picture(Answered):
    """A picture, its bytes in base64; `alt` is empty where it is decorative or has no words."""

    data: str = Field(repr=False)
    kind: Literal["png", "jpeg"]
    width: _Length
    height: _Length
    alt: _Line = ""
    is_decorative: bool = False
    is_floating: bool = False


class EdgeLine(Answered):
    """A paragraph of a header or footer: its pictures, then at most two texts with a tab between.

    What showed a page number is left out.
    """

    formatting: Formatting
    pictures: tuple[Picture, ...] = Field(default=(), max_length=20)
    texts: tuple[_Line, ...] = Field(default=(), max_length=2)


class Edge(Answered):
    """A header or footer; `left_out` names what it held that is never carried."""

    place: Literal["header", "footer"]
    kind: Literal["default", "first"]
    lines: tuple[EdgeLine, ...] = Field(default=(), max_length=_MOST_LINES)
    left_out: tuple[_Line, ...] = ()


class Look(Answered):
    """How a Word file looks; `edges` has those of the first page only where it has its own."""

    styles: tuple[Style, ...] = Field(default=(), max_length=_MOST_STYLES)
    page: Page = Page()
    edges: tuple[Edge, ...] = Field(default=(), max_length=4)
