"""A map guessed from the header row of a survey, and from what stands below it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from maturity.framework import Framework, Item
from maturity.frozen import dataclass
from maturity.survey.answers import Reader, folded
from maturity.survey.columns import Columns
from maturity.survey.fault import SurveyFault
from maturity.text import clean_line

__all__ = ["guessed"]

_WHO: Final = (
    ("email", "e mail", "email address", "e mail address", "username"),
    ("name", "your name", "full name", "respondent"),
)
"""Headers of forms that say who answered: the surest first."""

_EQUAL, _QUESTION, _TITLE, _SHORT = 4, 3, 2, 1
_FEWEST_LETTERS: Final = 4
_ALIKE: Final = 90
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its header, and the cells below that hold something."""

    header: str
    cells: tuple[str, ...]

    def mostly(self, is_one: Callable[[str], bool]) -> bool:
        """Whether half of the cells, and one at least, are of a kind."""
        fitting = sum(map(is_one, self.cells))
        return fitting > 0 and fitting >= len(self.cells) * _HALF


def guessed(rows: Sequence[Sequence[str]], framework: Framework) -> Columns:
    """The columns of a table whose first row is its headers.

    A column asks about an item where its header holds the item's question, title or short name,
    nothing else fits it better, and most of its cells are answers. Columns of comments are never
    guessed. Raises `SurveyFault` where no item has a column, or one has several.
    """
    columns = _columns(rows)
    return Columns(
        items=_items(columns, framework),
        voice=_voice(columns, framework),
        who=tuple(
            column.header for names in _WHO for column in columns if folded(column.header) in names
        ),
    )


def _columns(rows: Sequence[Sequence[str]]) -> tuple[_Column, ...]:
    header, *below = rows or [()]
    return tuple(
        _Column(
            clean_line(name), tuple(row[at] for row in below if at < len(row) and row[at].strip())
        )
        for at, name in enumerate(header)
    )


def _items(columns: Sequence[_Column], framework: Framework) -> Mapping[str, str]:
    fits = [_fits(column.header, framework) for column in columns]
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    unread = []
    for column, fit in zip(columns, fits, strict=True):
        if fit is None:
            continue
        strength, item = fit
        reader = Reader(framework, item, MappingProxyType({}))
        if column.mostly(lambda cell, reader=reader: reader.read(cell) is not None):  # type: ignore[misc]  # a default of this turn
            found[item.id].append((strength, column.header))
        elif column.cells and strength > _SHORT:
            unread.append(column.header)
    if not found:
        raise SurveyFault(_nothing_found(unread, framework))
    return MappingProxyType({item: _only(item, headers) for item, headers in found.items()})


def _nothing_found(unread: Sequence[str], framework: Framework) -> str:
    levels = ", ".join(framework.level_label(level) for level in framework.level_ids)
    if unread:
        return (
            f'The answers under "{_cut(unread[0])}" are not the levels here ({levels}). Say what '
            "they mean in a file, and give it with --columns."
        )
    return (
        "No column of this file asks about an item of this framework. Say which column holds "
        "what in a file, and give it with --columns."
    )


def _only(item: str, headers: list[tuple[int, str]]) -> str:
    best = max(strength for strength, _ in headers)
    fitting = [header for strength, header in headers if strength == best]
    if len(fitting) > 1:
        said = " and ".join(f'"{_cut(header)}"' for header in fitting[:2])
        raise SurveyFault(
            f'Two columns may hold the answers to "{item}": {said}. Say which in a file, and '
            "give it with --columns."
        )
    return fitting[0]


def _cut(header: str) -> str:
    return header if len(header) <= 60 else f"{header[:57]}..."  # noqa: PLR2004 a line of a screen


def _fits(header: str, framework: Framework) -> tuple[int, Item] | None:
    """The one item a header fits best, and how well."""
    asked = folded(header)
    if not asked:
        return None
    every = [(_strength(asked, item, framework), item) for item in framework.items]
    best = max((strength for strength, _ in every), default=0)
    fitting = [item for strength, item in every if strength == best]
    return (best, fitting[0]) if best and len(fitting) == 1 else None


def _strength(asked: str, item: Item, framework: Framework) -> int:
    question, title = folded(framework.question_of(item)), folded(item.title)
    short = [folded(name) for name in (item.short or "", item.id)]
    code = folded(item.code or "")
    named = {question, title, *short}
    if asked in named | {f"{code} {name}" for name in named}:
        return _EQUAL
    if _holds(asked, question) or _alike(asked, question):
        return _QUESTION
    if _holds(asked, title):
        return _TITLE
    return _SHORT if any(_holds(asked, name) for name in short) else 0


def _holds(asked: str, name: str) -> bool:
    return len(name) >= _FEWEST_LETTERS and f" {name} " in f" {asked} "


def _alike(asked: str, question: str) -> bool:
    # a library that no light command may load
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 see above

    return ratio(asked, question) >= _ALIKE


def _voice(columns: Sequence[_Column], framework: Framework) -> str:
    """The one column of which most cells name a voice group; empty where none or several do."""
    known = {
        folded(name) for voice in framework.voices.values() for name in (voice.id, voice.label)
    }
    headers = [column.header for column in columns if column.mostly(lambda c: folded(c) in known)]
    return headers[0] if len(headers) == 1 else ""
