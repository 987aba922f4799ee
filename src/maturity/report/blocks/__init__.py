"""What a paper is made of, before any file format is chosen.

A paper is a tuple of blocks; each writer turns the same blocks into one format. Every block is
checked when it is made, so that a writer never meets an empty heading or a ragged table.
"""

from collections.abc import Iterable
from typing import TypeAlias

from maturity.report.blocks.figures import MOST_BARS, Figure
from maturity.report.blocks.spans import BadBlock, Span, Spans, is_words, require
from maturity.report.blocks.tables import (
    TEXT_WIDTH_MM,
    Cell,
    Column,
    Control,
    LevelMark,
    Table,
)
from maturity.report.blocks.texts import (
    Callout,
    CalloutKind,
    Contents,
    Heading,
    ListBlock,
    ListKind,
    Paragraph,
    Role,
)

__all__ = [
    "MOST_BARS",
    "TEXT_WIDTH_MM",
    "BadBlock",
    "Block",
    "Callout",
    "CalloutKind",
    "Cell",
    "Column",
    "Contents",
    "Control",
    "Figure",
    "Heading",
    "LevelMark",
    "ListBlock",
    "ListKind",
    "Paragraph",
    "Role",
    "Span",
    "Spans",
    "Table",
    "is_words",
    "require",
    "spans_of",
]

Block: TypeAlias = Heading | Paragraph | ListBlock | Callout | Table | Figure | Contents


def spans_of(blocks: Iterable[Block]) -> list[Span]:
    """Every span that stands outside a table, in the order they are read."""
    return [span for block in blocks for group in _groups(block) for span in group]


def _groups(block: Block) -> tuple[Spans, ...]:
    """Every group of spans that a block other than a table holds."""
    if isinstance(block, Paragraph):
        return (block.spans,)
    if isinstance(block, ListBlock):
        return block.items
    if isinstance(block, Callout):
        return block.paragraphs
    return ()
