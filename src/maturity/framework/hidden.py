"""Characters nobody can see, or that turn the order of words round, inside a framework's texts."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from maturity.text import inspect
from maturity.tomlfile import Message, Path, Span, TomlText
from maturity.tomlfile.positions import Positions, scan
from maturity.tomlfile.validation import block_of

__all__ = ["hidden_characters"]

_MOST_NAMED: Final = 3


def hidden_characters(read: TomlText) -> Iterator[Message]:
    """A warning for each text that holds such characters: they are left out when it is read."""
    found = [(path, text) for path, text in _texts((), read.data) if _taken(text)]
    positions = scan(read.source.text) if found else None
    for path, text in found:
        assert positions is not None  # noqa: S101 there is something to point at
        taken = _taken(text)
        named = ", ".join(dict.fromkeys(map(_named, taken[:_MOST_NAMED])))
        more = " and more" if len(set(taken)) > _MOST_NAMED else ""
        count, them = ("a character", "it: it is") if len(taken) == 1 else _several(taken)
        yield read.source.message(
            103,
            _place(read, positions, path, taken[0]),
            severity="warning",
            what=f"{count} in this text cannot be seen: {named}{more}.",
            mend=f"delete {them} left out when the framework is used.",
            where=block_of(path),
        )


def _several(taken: str) -> tuple[str, str]:
    return f"{len(taken)} characters", "them: they are"


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts((*path, name), inner)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _texts((*path, at), inner)


def _taken(text: str) -> str:
    """The characters that the gate takes out of a text, in order."""
    found = inspect(text)
    if not found.controls and not found.invisible:
        return ""
    return "".join(char for char in text if char not in "\r\n" and not inspect(char).text)


def _named(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'control character').lower()}"


def _place(read: TomlText, positions: Positions, path: Path, char: str) -> Span:
    """Where the character stands, written as itself or as an escape; else the text it stands in."""
    _, place = positions.nearest(path)
    text, value = read.source.text, place.value
    begin = 0
    for _ in range(value.line - 1):
        begin = text.index("\n", begin) + 1
    escapes = rf"\\u{ord(char):04x}|\\U{ord(char):08x}"
    pattern = re.compile(f"{re.escape(char)}|(?i:{escapes})")
    found = pattern.search(text, begin + value.column - 1)
    return value if found is None else read.source.span(found.start(), found.end() - found.start())
