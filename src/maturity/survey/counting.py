"""Rows of a survey to counts for each item. Who answered is dropped here, and nothing keeps it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from types import MappingProxyType
from typing import Final

from maturity.framework import Framework
from maturity.frozen import dataclass
from maturity.survey.answers import ABSTAIN, CANNOT_SAY, Reader, folded
from maturity.survey.columns import Columns
from maturity.survey.comments import comments_of
from maturity.survey.counts import Counts, ItemCounts, Survey
from maturity.survey.fault import SurveyFault
from maturity.text import clean_line

__all__ = ["MOST_PEOPLE", "NO_ANSWER", "counted", "fits"]

MOST_PEOPLE: Final = 10_000
"""Answers one survey may have: as many as a round of votes can hold."""

NO_ANSWER: Final = "There is no answer below the headers of this file."
"""What is said of a file in which nobody answered."""

_TOLD: Final = 5
_NOBODY: Final = frozenset({"", "anonymous", "anonym", "n a", "none"})
_LONGEST_SHOWN: Final = 40
_LONGEST_READ: Final = 200


@dataclass(frozen=True, slots=True)
class _Row:
    """One row while it is being counted; `who` is empty where nobody can tell."""

    number: int
    who: str = field(repr=False)
    group: str
    cells: Mapping[str, str] = field(repr=False)


def counted(
    rows: Sequence[Sequence[str]], numbers: Sequence[int], columns: Columns, framework: Framework
) -> Survey:
    """The counts of a table whose first row is its headers; `numbers` are the rows' in the file.

    An empty cell is no vote, and a row without any answer nobody. Where somebody answered twice
    the last row counts. Raises `SurveyFault` for a header that is not there, and for words that
    are no answer, by the number of their row.
    """
    table = _Table(rows, numbers, _places(rows, columns), columns)
    every = tuple(table.rows())
    answered = [row for row in every if any(cell.strip() for cell in row.cells.values())]
    last = {row.who or f"row {row.number}": row for row in answered}
    voices = _voices(last.values(), columns, framework)
    kept = [row for row in last.values() if _has_a_vote(voices.get(row.number), framework)]
    if not kept:
        raise SurveyFault(NO_ANSWER)
    if len(kept) > MOST_PEOPLE:
        raise SurveyFault(
            f"{len(kept):,} people answered, and at most {MOST_PEOPLE:,} can be kept."
        )
    comments = table.comments()
    items = tuple(
        _item(item, kept, voices, Reader(framework, framework.item(item), columns.answers))
        for item in columns.items
    )
    unread = [fault for _, faults in items for fault in faults]
    if unread:
        raise SurveyFault(_unread(unread, columns))
    said = (
        *_left_out(len(every) - len(answered), len(answered) - len(last), len(last) - len(kept)),
        *_without_group(kept, voices, columns),
        *_without_column(columns, framework),
    )
    counts = tuple(replace(one, comments=comments.get(one.item, ())) for one, _ in items)
    return Survey(counts, len(kept), said)


def fits(rows: Sequence[Sequence[str]], columns: Columns) -> bool:
    """Whether every header of a map stands once in the first row of a table."""
    try:
        _places(rows, columns)
    except SurveyFault:
        return False
    return True


def _places(rows: Sequence[Sequence[str]], columns: Columns) -> Mapping[str, int]:
    """Where each header of the map stands. Raises `SurveyFault` for one that does not, or twice."""
    headers = [clean_line(header) for header in rows[0]] if rows else []
    wanted = (*columns.items.values(), *columns.comments.values(), *columns.who, columns.voice)
    found = {}
    for header in filter(None, wanted):
        at = [place for place, name in enumerate(headers) if folded(name) == folded(header)]
        exact = [place for place in at if headers[place] == header] or at
        if len(exact) != 1:
            why = "is not in the first row" if not exact else "stands there more than once"
            raise SurveyFault(
                f'The column "{header}" {why} of this file. Mend the map, or give another with '
                "--columns."
            )
        found[header] = exact[0]
    asked = Counter(columns.items.values())
    for header, times in asked.items():
        if times > 1:
            raise SurveyFault(f'The column "{header}" is mapped to {times} items.')
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows below the headers, and where each column of the map stands."""

    cells: Sequence[Sequence[str]] = field(repr=False)
    numbers: Sequence[int]
    places: Mapping[str, int]
    columns: Columns

    def at(self, row: Sequence[str], header: str) -> str:
        """The cell of a row under a header; empty where the row ends before it."""
        place = self.places.get(header, len(row))
        return row[place] if place < len(row) else ""

    def rows(self) -> Iterator[_Row]:
        """Every row that holds anything at all."""
        for number, row in zip(self.numbers[1:], self.cells[1:], strict=True):
            if any(cell.strip() for cell in row):
                cells = {item: self.at(row, header) for item, header in self.columns.items.items()}
                group = clean_line(self.at(row, self.columns.voice))
                yield _Row(number, self._who(row), group, MappingProxyType(cells))

    def _who(self, row: Sequence[str]) -> str:
        """What tells a person apart: the first of their columns that says something."""
        said = (" ".join(self.at(row, header).casefold().split()) for header in self.columns.who)
        return next((one for one in said if one not in _NOBODY), "")

    def under(self, header: str) -> Iterator[str]:
        """The cells below a header."""
        return (self.at(row, header) for row in self.cells[1:])

    def comments(self) -> Mapping[str, tuple[str, ...]]:
        """The comments on each item, by the item's id."""
        said = {item: self.under(header) for item, header in self.columns.comments.items()}
        people = (cell for header in self.columns.who for cell in self.under(header))
        return comments_of(said, people)


def _voices(rows: Iterable[_Row], columns: Columns, framework: Framework) -> Mapping[int, str]:
    """The voice group of each row, by the row's number, where it names one that is known."""
    known = dict(columns.groups)
    for voice in framework.voices.values():
        for name in (voice.id, voice.label):
            known.setdefault(folded(name), voice.id)
    found = ((row.number, known.get(folded(row.group), "")) for row in rows)
    return {number: voice for number, voice in found if voice}


def _has_a_vote(voice: str | None, framework: Framework) -> bool:
    return voice is None or framework.voices[voice].votes


_Unread = tuple[int, str, str]
"""The number of a row, an item, and the words under it that are no answer."""


def _item(
    item: str, rows: Sequence[_Row], voices: Mapping[int, str], reader: Reader
) -> tuple[ItemCounts, tuple[_Unread, ...]]:
    """The counts of one item, and what could not be read."""
    room: Counter[str] = Counter()
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    unread: list[_Unread] = []
    for row in rows:
        answer = reader.read(row.cells[item])
        if answer is None:
            unread.append((row.number, item, row.cells[item]))
            continue
        room[answer] += 1
        if voice := voices.get(row.number):
            groups[voice][answer] += 1
    split = {voice: _counts(groups[voice], reader) for voice in sorted(groups)}
    return ItemCounts(item, _counts(room, reader), MappingProxyType(split)), tuple(unread)


def _counts(answers: Mapping[str, int], reader: Reader) -> Counts:
    tally = {level: answers.get(level, 0) for level in reader.levels}
    aside = (answers.get(CANNOT_SAY, 0), answers.get(ABSTAIN, 0))
    return Counts(MappingProxyType(tally), *aside)


def _unread(unread: Sequence[_Unread], columns: Columns) -> str:
    told = [
        f'row {number}, {item}: "{_cut(words)}"' for number, item, words in sorted(unread)[:_TOLD]
    ]
    more = f", and {len(unread) - _TOLD:,} more" if len(unread) > _TOLD else ""
    _, item, words = min(unread)
    return (
        f"{len(unread):,} {'answer is' if len(unread) == 1 else 'answers are'} no level here, so "
        f"nothing was recorded: {'; '.join(told)}{more}. Say what the words mean in a map given "
        f'with --columns ([answer] "{_cut(words)}" = "cannot-say"), or leave the column '
        f'"{_cut(columns.items[item])}" out of it.'
    )


def _cut(words: str) -> str:
    said = clean_line(words[:_LONGEST_READ])
    return said if len(said) <= _LONGEST_SHOWN else f"{said[: _LONGEST_SHOWN - 3]}..."


_LEFT_OUT: Final = (
    (
        "1 row holds no answer to any item and was left out.",
        "{count:,} rows hold no answer to any item and were left out.",
    ),
    (
        "1 person answered twice; the last answer counts.",
        "{count:,} answers were followed by another of the same person; the last one counts.",
    ),
    (
        "1 answer came from a group that does not vote and was left out.",
        "{count:,} answers came from groups that do not vote and were left out.",
    ),
)


def _left_out(*counts: int) -> Iterator[str]:
    """What was left out: rows without an answer, repeats, and groups without a vote."""
    for count, (one, many) in zip(counts, _LEFT_OUT, strict=True):
        if count:
            yield one if count == 1 else many.format(count=count)


def _without_group(
    rows: Sequence[_Row], voices: Mapping[int, str], columns: Columns
) -> Iterator[str]:
    """Which words name no group that is known; those who wrote them count in the room alone."""
    if columns.voice:
        unknown = sorted(
            {_cut(row.group) for row in rows if row.group and row.number not in voices}
        )
        if unknown:
            more = f" and {len(unknown) - _TOLD} more" if len(unknown) > _TOLD else ""
            said = ", ".join(f'"{group}"' for group in unknown[:_TOLD])
            yield f"No voice group is called {said}{more}: those count in the room alone."


def _without_column(columns: Columns, framework: Framework) -> Iterator[str]:
    missing = [item.short or item.title for item in framework.items if item.id not in columns.items]
    if missing:
        yield f"No column asks about {', '.join(missing)}."
