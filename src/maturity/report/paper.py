"""A whole paper: its blocks in order, and the words that stand on every page."""

from collections import Counter
from datetime import datetime
from itertools import pairwise
from typing import Literal, TypeAlias

from maturity.frozen import dataclass
from maturity.report.blocks import (
    Block,
    Contents,
    Figure,
    Heading,
    Spans,
    Table,
    is_words,
    require,
    spans_of,
)

__all__ = ["Audience", "Paper", "Reference"]

Audience: TypeAlias = Literal["board", "public"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Which session, framework text and moment a paper was made from, for reading it back."""

    session: str
    fingerprint: str
    body: str
    n: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: its blocks, and the words that stand on every page and in its properties.

    `as_of` carries its own time zone and is the only time a writer knows. `reference` is None
    for the public, who need no way back to the session. `asked` has each item that its controls
    ask the board about, with the rating printed; it is empty where there is nothing to answer.
    """

    kind: str
    audience: Audience
    title: str
    short_title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    language: str
    marking: str
    status: str
    version: str
    as_of: datetime
    reference: Reference | None
    blocks: tuple[Block, ...]
    asked: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse two blocks of one anchor, a link to none, and an end without words."""
        for name in ("title", "short_title", "subject", "author", "language", "status", "version"):
            require(is_words(getattr(self, name)), f"the paper has no {name.replace('_', ' ')}")
        require(not self.asked or self.reference is not None, "the paper asks with no way back")
        require(self.as_of.tzinfo is not None, "the paper's time has no zone")
        require(bool(self.blocks), "the paper has no blocks")
        require(not isinstance(self.blocks[-1], Table), "the paper ends with a table")
        _require_outline(self.blocks)
        _require_numbers(self.blocks)
        anchors = _anchors(self.blocks)
        twice = sorted(name for name, number in Counter(anchors).items() if number > 1)
        require(not twice, f"anchors are used twice: {', '.join(twice)}")
        missing = sorted(_targets(self.blocks) - set(anchors))
        require(not missing, f"links lead nowhere: {', '.join(missing)}")

    @property
    def edge(self) -> str:
        """What stands at the edge of every page: the marking, if there is one, and the status."""
        return " · ".join(words for words in (self.marking, self.status) if words)


def _require_outline(blocks: tuple[Block, ...]) -> None:
    """Refuse a skipped level of heading, and contents that would list nothing."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    for block in blocks:
        listed = not isinstance(block, Contents) or min(levels, default=5) <= block.depth
        require(listed, "the contents would list nothing")
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            require(block.level <= above + 1, f"heading {block.text!r} skips a level")
            above = block.level


def _require_numbers(blocks: tuple[Block, ...]) -> None:
    """Refuse a figure whose table does not come straight after it."""
    for block, after in pairwise((*blocks, None)):
        if isinstance(block, Figure):
            named = isinstance(after, Table) and (after.anchor, after.caption)
            require(
                named == (block.table_anchor, block.table),
                f"figure {block.anchor!r} has no table after it",
            )


def _anchors(blocks: tuple[Block, ...]) -> list[str]:
    return [block.anchor for block in blocks if isinstance(block, Heading | Table | Figure)]


def _targets(blocks: tuple[Block, ...]) -> set[str]:
    cells = [cell for block in blocks if isinstance(block, Table) for cell in _cells(block)]
    spans = (*spans_of(blocks), *(span for cell in cells for span in cell))
    inside = {span.link for span in spans if span.link and not span.is_outside}
    return inside | {block.table_anchor for block in blocks if isinstance(block, Figure)}


def _cells(table: Table) -> list[Spans]:
    return [cell for row in table.rows for cell in row if isinstance(cell, tuple)]
