"""Counts to be drawn."""

from maturity.frozen import dataclass
from maturity.report.blocks.spans import is_words, require, require_anchor

__all__ = ["MOST_BARS", "Figure"]

MOST_BARS = 20
"""Categories that a figure may show; more of them cannot be read on a page."""

_LONGEST_ALT = 500
_MOST_SERIES = 25  # a letter each in the workbook, after the names


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts to be drawn; the same numbers stand in the table straight after.

    `alt` has the words in place of it, and `table` the caption of that table. `series` pairs a
    name with one count for each category; the first of them are the `levels` of a scale.
    """

    anchor: str
    caption: str
    alt: str
    table_anchor: str
    table: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    levels: int

    def __post_init__(self) -> None:
        """Refuse a figure without words for those who cannot see it, too large, or ragged."""
        require_anchor(self.anchor)
        require_anchor(self.table_anchor)
        require(is_words(self.caption), f"figure {self.anchor!r} has no caption")
        require(is_words(self.alt), f"figure {self.anchor!r} has no words in place of it")
        require(is_words(self.table), f"figure {self.anchor!r} names no table")
        require(len(self.told) <= _LONGEST_ALT, f"figure {self.anchor!r} has too many words")
        require(bool(self.categories and self.series), f"figure {self.anchor!r} shows nothing")
        require(len(self.categories) <= MOST_BARS, f"figure {self.anchor!r} has too many bars")
        require(len(self.series) <= _MOST_SERIES, f"figure {self.anchor!r} has too many series")
        for name, counts in self.series:
            require(len(counts) == len(self.categories), f"series {name!r} is ragged")

    @property
    def where(self) -> str:
        """Where its numbers can be read."""
        return f'The numbers are in the table "{self.table}".'

    @property
    def told(self) -> str:
        """All that is said in place of it."""
        return f"{self.alt} {self.where}"
