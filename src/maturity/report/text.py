"""From the blocks of a paper to plain text: for e-mail, for a terminal, for any reader at all."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from maturity.report.blocks import (
    Block,
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Span,
    Spans,
    Table,
)
from maturity.report.paper import Paper
from maturity.report.sheet import Sheet
from maturity.report.shown import CONTENTS, one_line, shown_lines

__all__ = ["WIDTH", "text_bytes"]

WIDTH: Final = 78
"""Columns a line may fill; only a word that is longer passes them."""

_INDENT: Final = "  "
_RULES: Final = {1: "=", 2: "-", 3: ".", 4: "."}
_FIRST_DEEP: Final = 3
_LETTERS: Final = 26


def text_bytes(paper: Paper) -> bytes:
    """The paper as UTF-8 text of 78 columns; the same paper gives the same bytes.

    A table stands as records, a line for each cell after the label of its column.
    """
    sheet = Sheet(paper)
    parts = [
        _filled(f"{one_line(paper.edge)} · {one_line(paper.short_title)}"),
        _ruled(one_line(paper.title), "="),
        *(_WRITERS[type(block)](block, sheet) for block in paper.blocks),
        _filled(one_line(paper.version)),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _filled(text: str, first: str = "", rest: str = "") -> str:
    """One paragraph within the width; `first` opens its first line, `rest` the others."""
    if len(first) + len(text) <= WIDTH:
        return f"{first}{text}".rstrip()
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _paragraph_lines(spans: Spans, first: str = "", rest: str = "") -> str:
    lines = shown_lines("".join(map(_said, spans)))
    marks = (first, *(rest for _ in lines[1:]))
    return "\n".join(
        _filled(line.strip(), mark, rest) for line, mark in zip(lines, marks, strict=True)
    )


def _said(span: Span) -> str:
    """The words of a span, and where they lead if that is outside the paper."""
    return f"{span.text} <{span.link}>" if span.is_outside else span.text


def _ruled(text: str, mark: str) -> str:
    filled = _filled(text)
    return f"{filled}\n{mark * max(map(len, filled.splitlines()), default=0)}"


def _heading(block: Heading, _sheet: Sheet) -> str:
    before = "\n" * (block.level < _FIRST_DEEP)
    return before + _ruled(one_line(block.text), _RULES[block.level])


def _paragraph(block: Paragraph, _sheet: Sheet) -> str:
    return _paragraph_lines(block.spans)


def _list(block: ListBlock, _sheet: Sheet) -> str:
    marks = list(_marks(block))
    room = " " * max(map(len, marks))
    return "\n".join(
        _paragraph_lines(item, mark.ljust(len(room)), room)
        for mark, item in zip(marks, block.items, strict=True)
    )


def _marks(block: ListBlock) -> Iterator[str]:
    for number in range(len(block.items)):
        if block.kind == "bullet":
            yield "- "
        elif block.kind == "number":
            yield f"{number + 1}. "
        else:
            yield f"{_letters(number)}) "


def _letters(number: int) -> str:
    """The mark that Word gives the item at this place: a to z, then aa, bb."""
    return chr(ord("a") + number % _LETTERS) * (number // _LETTERS + 1)


def _callout(block: Callout, _sheet: Sheet) -> str:
    first, *rest = block.paragraphs
    opened = (Span(f"{block.lead} "), *first)
    return "\n\n".join(_paragraph_lines(spans, _INDENT, _INDENT) for spans in (opened, *rest))


def _table(block: Table, sheet: Sheet) -> str:
    labels = [one_line(column.label) for column in block.columns]
    records = (_record(labels, row) for row in block.rows)
    return "\n\n".join((_filled(sheet.caption("Table", block.caption)), *records))


def _record(labels: Sequence[str], row: Iterable[Cell]) -> str:
    return "\n".join(
        _paragraph_lines(_cell(cell), f"{label}: ", _INDENT)
        for label, cell in zip(labels, row, strict=True)
    )


def _cell(cell: Cell) -> Spans:
    return cell if isinstance(cell, tuple) else (Span(cell.shown),)


def _figure(block: Figure, sheet: Sheet) -> str:
    caption = _filled(sheet.caption("Figure", block.caption))
    return f"{caption}\n\n{_paragraph_lines((Span(block.told),))}"


def _contents(block: Contents, sheet: Sheet) -> str:
    lines = (
        _filled(one_line(one.text), _INDENT * one.level, _INDENT * 3) for one in sheet.listed(block)
    )
    return "\n".join((f"\n{_ruled(CONTENTS, '=')}", *lines))


_WRITERS: Final[dict[type[Block], Callable[[Any, Sheet], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ListBlock: _list,
    Callout: _callout,
    Table: _table,
    Figure: _figure,
    Contents: _contents,
}
