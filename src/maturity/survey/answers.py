"""One cell of a survey, read as a level, as "cannot say", or as no vote."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from maturity.framework import Framework, Item

__all__ = ["ABSTAIN", "CANNOT_SAY", "Reader", "folded"]

CANNOT_SAY = "cannot-say"
"""The answer of somebody who cannot say yet."""

ABSTAIN = "abstain"
"""The answer of somebody who chose nothing: an empty cell."""

_SAID = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "cannot say",
                "cannot say yet",
                "can t say",
                "do not know",
                "don t know",
                "not sure",
                "unsure",
            ),
            CANNOT_SAY,
        ),
        **dict.fromkeys(
            ("abstain", "n a", "no answer", "not applicable", "prefer not to say"), ABSTAIN
        ),
    }
)
_BREAK = re.compile(r"\s*[:;,.()\u2013\u2014-]")
_NUMBERED = re.compile(r"(?P<number>\d+)(?:\.0+)?(?:[\s.:)\u2013\u2014-]+|$)")
_NOT_WORD = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """A text with nothing left to differ in but its words: no case, no marks, single spaces.

    A text that is nothing but marks stays what it is.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORD.sub(" ", plain).strip() or plain.strip()


@dataclass(frozen=True)
class Reader:
    """Reads the answers to one item.

    `meanings` are words of the map by their folded form; each means a level's id, `CANNOT_SAY` or
    `ABSTAIN`, and wins over everything else.
    """

    framework: Framework
    item: Item
    meanings: Mapping[str, str]

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The levels the item may be rated at, lowest first."""
        return self.framework.levels_of(self.item)

    @cached_property
    def _whole(self) -> Mapping[str, str]:
        """Every whole text that is an answer, folded, with what it means."""
        known = dict(_SAID)
        for level in reversed(self.levels):
            texts = self.framework.texts(self.item, level)
            for said in (*texts, " ".join(texts), level, self.framework.level_label(level)):
                known[folded(said)] = level
        return MappingProxyType({**known, "": ABSTAIN, **self.meanings})

    @cached_property
    def _labels(self) -> tuple[tuple[str, str], ...]:
        """Labels by level, the longest first: "Not yet developing" before "Not yet"."""
        every = ((self.framework.level_label(level), level) for level in self.levels)
        return tuple(sorted(every, key=lambda pair: -len(pair[0])))

    def read(self, cell: str) -> str | None:
        """The id of a level, `CANNOT_SAY` or `ABSTAIN`; None for words that are none of them.

        A label may be followed by its text ("Developing: named leads") and have its number in
        front ("2. Developing"); a number and a label that do not agree are no answer.
        """
        known = self._whole.get(folded(cell))
        if known is not None:
            return known
        number = _NUMBERED.match(cell.strip().casefold().removeprefix("level "))
        if number is None:
            return self._labelled(cell)
        at = int(number["number"][:4])
        level = self.levels[at - 1] if 1 <= at <= len(self.levels) else None
        rest = cell.strip().casefold().removeprefix("level ")[number.end() :]
        if level is None or not rest:
            return level
        return level if level in {self._whole.get(folded(rest)), self._labelled(rest)} else None

    def _labelled(self, cell: str) -> str | None:
        said = cell.strip().casefold()
        for label, level in self._labels:
            if said.startswith(label.casefold()) and _BREAK.match(said, len(label)):
                return level
        return None
