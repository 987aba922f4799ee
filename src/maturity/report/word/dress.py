"""What a Word file is dressed in: its styles, colours, page, headers and footers."""

from collections.abc import Mapping
from dataclasses import field
from functools import cache
from types import MappingProxyType
from typing import Final

from maturity.frozen import dataclass
from maturity.report.blocks import TEXT_WIDTH_MM
from maturity.report.palette import COLOURS
from maturity.report.word.styles import FACE, Level, ParagraphStyle, styles_in

__all__ = ["A4", "Dress", "EdgeLine", "Margins", "Picture", "plain_dress"]

A4: Final = (210, 297)
"""Width and height of every page, in mm."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a page, and how far header and footer stand from its edge, in mm."""

    top: float = 20
    right: float = (A4[0] - TEXT_WIDTH_MM) / 2
    bottom: float = 18
    left: float = (A4[0] - TEXT_WIDTH_MM) / 2
    header: float = 10
    footer: float = 10

    @property
    def width(self) -> float:
        """The room for text between left and right, in mm."""
        return A4[0] - self.left - self.right


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a header or footer; `alt` is empty where it is decorative. Sizes in mm."""

    data: bytes
    ending: str
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A line of their header or footer, in a style of its own: pictures, then texts by tabs."""

    style: ParagraphStyle
    pictures: tuple[Picture, ...]
    texts: tuple[str, ...]


def _no_edges() -> Mapping[tuple[str, str], tuple[EdgeLine, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Dress:
    """All that the parts of a Word file beside its body are written from.

    `edges` has their lines by place and kind of page ("header", "first"): those of a first page
    only where it has its own. `repairs` says what of a template was not taken as it stood.
    """

    styles: tuple[ParagraphStyle, ...]
    colours: Mapping[str, str]
    face: str = FACE
    size: float = 12
    head_fill: str = COLOURS["navy"]
    margins: Margins = Margins()
    edges: Mapping[tuple[str, str], tuple[EdgeLine, ...]] = field(default_factory=_no_edges)
    has_first: bool = False
    repairs: tuple[str, ...] = ()

    @property
    def numbers(self) -> Mapping[int, Level]:
        """How Word numbers the headings, by level; empty where it does not."""
        return {
            style.outline + 1: style.number
            for style in self.styles
            if style.number is not None and style.outline is not None
        }

    @property
    def ink(self) -> str:
        """The colour of text that says nothing else."""
        return self["body"].colour or self.colours["ink"]

    @property
    def scale(self) -> float:
        """How much wider or narrower its text is than that of our own page."""
        return self.margins.width / TEXT_WIDTH_MM

    def __getitem__(self, role: str) -> ParagraphStyle:
        """The style of one of our roles."""
        return next(style for style in self.styles if style.role == role)


@cache
def plain_dress() -> Dress:
    """Our own."""
    return Dress(styles_in(COLOURS), COLOURS)
