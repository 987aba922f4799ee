"""Where every key and value of a TOML text stands; the parser itself does not say.

Made only when there is something to point at. The text has been parsed already, or nearly so: at
the first thing this scanner cannot read it stops and keeps what it has.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from types import MappingProxyType
from typing import Final

from maturity.frozen import dataclass
from maturity.tomlfile.lexis import COMMENT, KEY_PART, STRING, read_key_part
from maturity.tomlfile.message import Path, Span

__all__ = ["Heading", "Place", "Positions", "Repeat", "scan"]

_DEEPEST: Final = 20
_SPACE: Final = re.compile(r"[ \t]*+")
_BLANK: Final = re.compile(rf"(?:[ \t\n]++|{COMMENT})*+")
_PART: Final = re.compile(KEY_PART)
_STRING: Final = re.compile(STRING)
_PLAIN: Final = re.compile(r"[^\s,#\[\]{}=\"']++(?: [0-9][^\s,#\]}]*+)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name is written and where its value begins; a table's value is its own heading."""

    key: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A `[heading]` line: the names in it as written, and where it begins."""

    parts: tuple[str, ...]
    span: Span
    in_list: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """A name or heading given twice."""

    path: Path
    first: Span
    second: Span
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Positions:
    """Every path of one text with its place, the headings in order, and what is given twice."""

    places: Mapping[Path, Place]
    headings: tuple[Heading, ...]
    repeats: tuple[Repeat, ...]

    def nearest(self, path: Path) -> tuple[Path, Place]:
        """The longest beginning of `path` that has a place, and that place.

        Falls back to the first character of the file.
        """
        for length in range(len(path), 0, -1):
            place = self.places.get(path[:length])
            if place is not None:
                return path[:length], place
        return (), Place(Span(1, 1), Span(1, 1))


class _Stopped(Exception):
    """The text cannot be read from here on."""


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    base: Path = ()
    starts: list[int] = field(default_factory=list)
    places: dict[Path, Place] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)
    lists: dict[Path, int] = field(default_factory=dict)
    opened: dict[Path, Span] = field(default_factory=dict)

    def run(self) -> None:
        self.starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        while self._skip(_BLANK) < len(self.text):
            if self._looking_at("["):
                self._heading()
            else:
                self._pair(self.base, 0)

    def _heading(self) -> None:
        begin = self.at
        in_list = self._looking_at("[[")
        self.at += 2 if in_list else 1
        parts = self._key()
        self._expect("]]" if in_list else "]")
        span = self._span(begin, self.at)
        self.headings.append(Heading(tuple(name for name, _ in parts), span, in_list))
        path = self._mark_parts((), parts[:-1])
        name, key = parts[-1]
        path = (*path, name)
        if in_list:
            self.places.setdefault(path, Place(key, span))
            self.lists[path] = self.lists.get(path, -1) + 1
            path = (*path, self.lists[path])
            self.places[path] = Place(span, span)
        else:
            if path in self.opened:
                self.repeats.append(Repeat(path, self.opened[path], span, is_heading=True))
            self.opened.setdefault(path, span)
            self.places[path] = Place(key, span)
        self.base = path

    def _mark_parts(self, base: Path, parts: list[tuple[str, Span]]) -> Path:
        for name, span in parts:
            base = (*base, name)
            self.places.setdefault(base, Place(span, span))
            if base in self.lists:
                base = (*base, self.lists[base])
        return base

    def _pair(self, base: Path, depth: int) -> None:
        parts = self._key()
        self._expect("=")
        self._skip(_SPACE)
        base = self._mark_parts(base, parts[:-1])
        name, key = parts[-1]
        path = (*base, name)
        if path in self.places:
            first = self.places[path].key
            self.repeats.append(Repeat(path, first, key, is_heading=False))
        self._value(path, key, depth)

    def _key(self) -> list[tuple[str, Span]]:
        parts = []
        while True:
            self._skip(_SPACE)
            found = _PART.match(self.text, self.at)
            if found is None:
                raise _Stopped
            parts.append((read_key_part(found[0]), self._span(self.at, found.end())))
            self.at = found.end()
            self._skip(_SPACE)
            if not self._looking_at("."):
                return parts
            self.at += 1

    def _value(self, path: Path, key: Span | None, depth: int) -> None:
        if depth > _DEEPEST:
            raise _Stopped
        begin = self.at
        # The place goes in before what it holds, so that a fault inside a broken list has one.
        here = self._span(begin, begin + 1)
        self.places[path] = Place(key or here, here)
        if self._looking_at("["):
            self._list(path, depth)
        elif self._looking_at("{"):
            self._table(path, depth)
        else:
            found = _STRING.match(self.text, begin) or _PLAIN.match(self.text, begin)
            if found is None:
                raise _Stopped
            self.at = found.end()
        here = self._span(begin, self.at)
        self.places[path] = Place(key or here, here)

    def _list(self, path: Path, depth: int) -> None:
        self.at += 1
        count = 0
        while self._skip(_BLANK) < len(self.text) and not self._looking_at("]"):
            self._value((*path, count), None, depth + 1)
            count += 1
            self._skip(_BLANK)
            if not self._looking_at(","):
                break
            self.at += 1
        self._expect("]")

    def _table(self, path: Path, depth: int) -> None:
        self.at += 1
        self._skip(_SPACE)
        while not self._looking_at("}"):
            self._pair(path, depth + 1)
            self._skip(_SPACE)
            if not self._looking_at(","):
                break
            self.at += 1
        self._expect("}")

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _looking_at(self, token: str) -> bool:
        return self.text.startswith(token, self.at)

    def _expect(self, token: str) -> None:
        if not self._looking_at(token):
            raise _Stopped
        self.at += len(token)

    def _span(self, begin: int, end: int) -> Span:
        line = bisect_right(self.starts, begin)
        start = self.starts[line - 1]
        line_end = self.text.find("\n", begin, end)
        width = (end if line_end < 0 else line_end) - begin
        return Span(line, begin - start + 1, max(width, 1))


def scan(text: str) -> Positions:
    """The places of everything in `text`, up to the first thing that cannot be read."""
    scanner = _Scanner(text)
    # An unfinished index still points better than none; the parser names the fault itself.
    with suppress(_Stopped, ValueError):
        scanner.run()
    return Positions(
        MappingProxyType(scanner.places), tuple(scanner.headings), tuple(scanner.repeats)
    )
