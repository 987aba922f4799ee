"""Abbreviations of a framework: spelled out where first used, and listed for those who look."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from maturity.report.blocks import (
    Block,
    Callout,
    Cell,
    Heading,
    LevelMark,
    ListBlock,
    Paragraph,
    Span,
    Spans,
    Table,
    spans_of,
)

__all__ = ["spelled_out", "used_words"]

_ABBREVIATION = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")
_TWO_CAPITALS = re.compile(r"[A-Z]\w*[A-Z]")
_OWN_WORDS = frozenset(("dissent", "evidence"))
_SENTENCE_ENDS = (".", "!", "?")


def spelled_out(blocks: Iterable[Block], glossary: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks with each abbreviation's long form in brackets after its first use in the text.

    Headings, links and names of rows stay as they are, and so do a dissent and a card of evidence,
    whose words are somebody's own, and an abbreviation that begins a longer name: "SEND
    Improvement Board". A text that has the long form before it needs no second one.
    """
    waiting = {
        name: long
        for name, long in glossary.items()
        if _ABBREVIATION.fullmatch(name) and long and not long.endswith(_SENTENCE_ENDS)
    }
    return tuple(map(_Speller(waiting).block, blocks)) if waiting else tuple(blocks)


class _Speller:
    """Spells each abbreviation out once; those that are left still wait for their first use."""

    def __init__(self, waiting: dict[str, str]) -> None:
        self._waiting = waiting
        self._pattern = re.compile(rf"{_whole_words(waiting)}(?!\s[A-Z])")

    def block(self, block: Block) -> Block:
        # Most blocks have no abbreviation at all, and to look for that is quick.
        if not self._waiting or not any(map(_TWO_CAPITALS.search, _texts((block,)))):
            return block
        match block:
            case Paragraph():
                return replace(block, spans=self._spans(block.spans))
            case ListBlock():
                return replace(block, items=tuple(map(self._spans, block.items)))
            case Callout() if block.kind not in _OWN_WORDS:
                return replace(block, paragraphs=tuple(map(self._spans, block.paragraphs)))
            case Table():
                first = int(block.columns[0].row_header)
                rows = ((*row[:first], *map(self._cell, row[first:])) for row in block.rows)
                return replace(block, rows=tuple(rows))
        return block

    def _cell(self, cell: Cell) -> Cell:
        return self._spans(cell) if isinstance(cell, tuple) else cell

    def _spans(self, spans: Spans) -> Spans:
        return tuple(map(self._span, spans))

    def _span(self, span: Span) -> Span:
        text = span.text if span.link else self._pattern.sub(self._said, span.text)
        return span if text == span.text else Span(text, span.strong)

    def _said(self, found: re.Match[str]) -> str:
        name, rest = found["name"], found.string[: found.start()]
        long = self._waiting.pop(name, "")
        if not long or long.casefold() in rest.casefold():
            return found[0]
        singular = "" if found[0] == name else f"{name}: "
        return f"{found[0]} ({singular}{long})"


def _whole_words(names: Iterable[str]) -> str:
    """The pattern of any name as a word of its own, in the plural too; the longest that fits."""
    spelled = sorted(names, key=lambda name: (-len(name), name))
    return rf"(?<!\w)(?P<name>{'|'.join(map(re.escape, spelled))})s?(?!\w)"


def used_words(blocks: Iterable[Block], glossary: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each word of the glossary that the blocks use, with what it stands for, by the alphabet."""
    if not glossary:
        return
    pattern = re.compile(_whole_words(glossary))
    used = {found["name"] for text in _texts(blocks) for found in pattern.finditer(text)}
    for name in sorted(used, key=lambda name: (name.casefold(), name)):
        if glossary[name]:
            yield name, glossary[name]


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (span.text for span in spans_of((block,)))
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Table):
            yield from _cells(block)


def _cells(table: Table) -> Iterator[str]:
    for cell in (cell for row in table.rows for cell in row):
        if isinstance(cell, tuple):
            yield "".join(span.text for span in cell)
        elif not isinstance(cell, LevelMark):
            yield cell.shown
