"""The headings of a paper where a council's template numbers them.

Our sections have their number in their words ("5 Actions"), and sentences name them by it. Word's
own number takes its place, and is made to count as ours do.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Final

from maturity.frozen import dataclass
from maturity.report.blocks import Heading
from maturity.report.word.styles import Level
from maturity.report.word.styles_part import HEADINGS_ID, UNNUMBERED_ID

__all__ = ["NumberedHeadings", "Written", "listed"]

_SECTION: Final = re.compile(r"(\d{1,2}) (?=\S)")
_PLACE: Final = re.compile(r"%(\d)")
_MARKS = ".:) "


@dataclass(frozen=True, slots=True)
class Written:
    """A heading in Word: its words, what its paragraph says of numbers, and all a reader sees."""

    text: str
    properties: str
    shown: str


@dataclass(slots=True)
class NumberedHeadings:
    """Which headings Word numbers, from `levels` of the template; none where that is empty.

    `restarts` has each numbering that begins at a number of its own.
    """

    levels: Mapping[int, Level]
    restarts: list[tuple[int, int]] = field(default_factory=list)
    _counts: dict[int, int] = field(default_factory=dict)
    _in_use: int = HEADINGS_ID
    _is_under_a_number: bool = False

    def written(self, headings: Iterable[Heading]) -> Mapping[str, Written]:
        """Each heading as it is written, by its anchor; they come in the order of the paper.

        Empty where Word numbers none: they are then written as they are.
        """
        if not self.levels:
            return {}
        return {heading.anchor: self._written(heading) for heading in headings}

    def numbers(self) -> Iterator[str]:
        """The numberings that begin at a number of their own, for the numbering part."""
        for number, start in self.restarts:
            yield (
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{HEADINGS_ID}"/>'
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                "</w:num>"
            )

    def _written(self, heading: Heading) -> Written:
        if heading.level == 1:
            return self._section(heading)
        if heading.level not in self.levels:
            return Written(heading.text, "", heading.text)
        if not self._is_under_a_number:
            return Written(heading.text, _numbered(UNNUMBERED_ID), heading.text)
        self._count(heading.level, self._counts.get(heading.level, 0) + 1)
        return self._shown(heading.level, heading.text)

    def _section(self, heading: Heading) -> Written:
        found = _SECTION.match(heading.text)
        self._is_under_a_number = found is not None
        if found is None:
            return Written(heading.text, _numbered(UNNUMBERED_ID), heading.text)
        number = int(found[1])
        if number != self._counts.get(1, 0) + 1:
            self._in_use = HEADINGS_ID + len(self.restarts) + 1
            self.restarts.append((self._in_use, number))
        self._count(1, number)
        return self._shown(1, heading.text[found.end() :])

    def _count(self, level: int, number: int) -> None:
        kept = {one: count for one, count in self._counts.items() if one < level}
        self._counts = {**kept, level: number}

    def _shown(self, level: int, text: str) -> Written:
        label = _PLACE.sub(
            lambda place: str(self._counts.get(int(place[1]), 1)), self.levels[level].text
        )
        is_plain = self._in_use == HEADINGS_ID
        properties = "" if is_plain else _numbered(self._in_use, level - 1)
        return Written(text, properties, f"{label.rstrip(_MARKS)} {text}".strip())


def _numbered(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def listed(headings: Iterable[Heading], written: Mapping[str, Written]) -> tuple[Heading, ...]:
    """The headings with all that a reader sees of each, for the list of contents."""
    found = ((one, written.get(one.anchor)) for one in headings)
    return tuple(replace(one, text=said.shown) if said else one for one, said in found)
