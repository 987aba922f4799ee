"""List numbers as Word prints them: computed, since no paragraph holds its own number."""

import re
from collections.abc import Callable
from dataclasses import field

from lxml import etree

from maturity.evidence.readers.package import child, local
from maturity.evidence.readers.word_parts import value
from maturity.frozen import dataclass

__all__ = ["Numbering"]

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST_ROMAN = 4_000
_LETTERS = 26


def _roman(number: int) -> str:
    if not 0 < number < _LONGEST_ROMAN:
        return str(number)
    said = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            said += letters
            number -= worth
    return said


def _letter(number: int) -> str:
    """Letters from a to z, then aa to zz, as Word goes on."""
    if number < 1:
        return str(number)
    turns, at = divmod(number - 1, _LETTERS)
    return chr(ord("a") + at) * min(turns + 1, _LEVELS)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list. `restarts_after` is the level whose next number starts it anew."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restarts_after: int | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list that paragraphs name: what it is an instance of, and where it starts afresh."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    _lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None) -> "Numbering":
        """The lists of a numbering part; none without one."""
        found = cls()
        if root is None:
            return found
        abstracts = {
            value(one, "abstractNumId") or "": one for one in root if local(one) == "abstractNum"
        }
        linked = {
            style: said
            for said, one in abstracts.items()
            if (style := value(child(one, "styleLink"))) is not None
        }
        for one in root:
            said = value(one, "numId")
            if local(one) == "num" and said is not None:
                found._lists[said] = _list(one, abstracts, linked)
        return found

    def following(self, list_id: str, level: int) -> tuple[str | None, bool]:
        """The number of the next paragraph at a level, as printed, and whether it is in a list.

        None for a bullet.
        """
        one = self._lists.get(list_id)
        if one is None or not 0 <= level < _LEVELS or list_id == "0":
            return None, False
        counts = self._counts.setdefault(one.abstract, [None] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at, start in one.starts.items():
                counts[at] = start - 1
        here = one.levels.get(level, _Level())
        so_far = counts[level]
        counts[level] = here.start if so_far is None else so_far + 1
        for deeper in range(level + 1, _LEVELS):
            if _restarts(one.levels.get(deeper), level):
                counts[deeper] = None
        if here.format == "bullet":
            return None, True
        return _printed(one, counts, level) or None, True


def _restarts(level: _Level | None, after: int) -> bool:
    said = level.restarts_after if level is not None else None
    return said is None or (said > 0 and after < said)


def _printed(one: _List, counts: list[int | None], level: int) -> str:
    def number(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        shape = one.levels.get(at, _Level())
        count = counts[at]
        return _FORMATS.get(shape.format, str)(shape.start if count is None else count)

    return _PLACE.sub(number, one.levels.get(level, _Level()).text).strip()


def _list(
    element: etree._Element, abstracts: dict[str, etree._Element], linked: dict[str, str]
) -> _List:
    said = value(child(element, "abstractNumId")) or ""
    style = value(child(abstracts.get(said), "numStyleLink"))
    said = linked.get(style or "", said)
    levels = dict(_levels(abstracts.get(said)))
    starts: dict[int, int] = {}
    for one in element:
        at = value(one, "ilvl")
        if local(one) == "lvlOverride" and at is not None and at.isdecimal():
            levels.update(_levels(one))
            begins = value(child(one, "startOverride"))
            if begins is not None and begins.isdecimal() and int(at) < _LEVELS:
                starts[int(at)] = int(begins)
    return _List(said, levels, starts)


def _levels(element: etree._Element | None) -> list[tuple[int, _Level]]:
    found = []
    for one in element if element is not None else ():
        at = value(one, "ilvl")
        if local(one) != "lvl" or at is None or not at.isdecimal():
            continue
        start, restart = value(child(one, "start")), value(child(one, "lvlRestart"))
        level = _Level(
            start=int(start) if start and start.isdecimal() else 1,
            format=value(child(one, "numFmt")) or "decimal",
            text=value(child(one, "lvlText")) or "",
            restarts_after=int(restart) if restart and restart.isdecimal() else None,
        )
        found.append((int(at), level))
    return found
