"""Names of people that may still stand in a paper for anyone: told to whoever exports it."""

import re
from collections.abc import Iterable, Iterator

from maturity.evidence.model import Document, Excerpt
from maturity.report.blocks import Block, Heading, Table, spans_of
from maturity.report.paper import Paper

__all__ = ["known_names", "names_in"]

_SHORTEST = 2
_ITEM = 2
_TITLES = frozenset(("cllr", "councillor", "dame", "dr", "miss", "mr", "mrs", "ms", "prof", "sir"))


def known_names(
    register: Iterable[str], documents: Iterable[tuple[Document, tuple[Excerpt, ...]]]
) -> tuple[str, ...]:
    """The names on the register, and those of people whom the documents list as present."""
    listed = (person.name for document, _ in documents for person in document.people)
    return tuple(dict.fromkeys(name for name in (*register, *listed) if name.strip()))


def names_in(paper: Paper, names: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each heading under which a name, or one part of one, is printed, with what was found.

    A part alone counts only with its capital, and may be another word all the same: "Reed" grows
    by the river.
    """
    pattern = _pattern(names)
    if pattern is None:
        return
    heading, item = "Before the first heading", ""
    found: dict[str, dict[str, None]] = {}
    for block in paper.blocks:
        if isinstance(block, Heading):
            item = block.text if block.level == _ITEM else item if block.level > _ITEM else ""
            heading = f"{item}, {block.text}" if item and block.level > _ITEM else block.text
        for match in pattern.finditer(_text(block)):
            found.setdefault(heading, {})[match.group()] = None
    for where, named in found.items():
        yield where, tuple(named)


def _text(block: Block) -> str:
    parts = list(spans_of((block,)))
    if isinstance(block, Table):
        cells = (cell for row in block.rows for cell in row if isinstance(cell, tuple))
        parts += [span for cell in cells for span in cell]
    return "\n".join(span.text for span in parts)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    whole = {name.strip() for name in names if name.strip()}
    parts = {part for name in whole for part in name.split() if _may_stand_alone(part)}
    spelled = sorted(whole | parts, key=lambda name: (-len(name), name))
    if not spelled:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spelled))})(?!\w)")


def _may_stand_alone(part: str) -> bool:
    is_name = part[:1].isupper() and not part.isupper() and len(part) >= _SHORTEST
    return is_name and part.rstrip(".").casefold() not in _TITLES
