"""How many stand at each level, drawn and in numbers: votes by item, or criteria by pillar."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed, ItemView, LevelView, RoundView, Withheld
from maturity.judgement.words import silent
from maturity.report.blocks import MOST_BARS, TEXT_WIDTH_MM, Block, Column, Figure, Table
from maturity.report.phrases import (
    item_anchor,
    joined,
    level_label,
    linked,
    sentence,
    words,
)

__all__ = ["MOST_WHOLE", "criteria_spread", "votes_spread"]

MOST_WHOLE: Final = 12
"""Rows of a table of votes that is not parted by the end of a page."""

_NO_VOTE: Final = "The room did not vote."
_MM_PER_LETTER: Final = 2.3  # of Arial bold at 11 points, in plain English text
_PADDING_MM: Final = 3
_LONGEST_COUNT: Final = 3  # digits
_NARROWEST_NAME_MM: Final = 32
_NAME_MM: Final = 44
_NUMBERS_MM: Final = TEXT_WIDTH_MM - _NAME_MM
_LONGEST_FACT: Final = 250


@dataclass(frozen=True, slots=True)
class _Kind:
    """The words for one kind of count."""

    caption: str
    row: str
    rows: str
    each: str
    leads: str


_VOTES: Final = _Kind(
    caption="Votes at each level, by item",
    row="Item",
    rows="items",
    each="how many people chose each level",
    leads="has the most votes on",
)
_CRITERIA: Final = _Kind(
    caption="Criteria at each level, by pillar",
    row="Pillar",
    rows="pillars",
    each="how many of its criteria are at each level",
    leads="has the most criteria in",
)


@dataclass(frozen=True, slots=True)
class _Row:
    """What was counted for one item or pillar: by the id of a level, or by another answer."""

    name: str
    anchor: str
    levels: Mapping[str, int]
    others: Mapping[str, int]


def votes_spread(view: Disclosed) -> tuple[Block, ...]:
    """The votes that count, of every item whose numbers this audience may see.

    Items that are not drawn are named, each with the reason. Nothing where no level has a vote.
    """
    rows, left_out = [], dict[str, list[str]]()
    for item in view.items:
        latest = item.latest
        if latest is None:
            left_out.setdefault(_NO_VOTE, []).append(item.short)
        elif isinstance(latest.counts, Withheld):
            left_out.setdefault(latest.counts.reason, []).append(item.short)
        else:
            rows.append(_voted(item, latest, latest.counts))
    said = (
        sentence(f"Not in the numbers below: {joined(names)}. {reason}")
        for reason, names in left_out.items()
    )
    drawn = _drawn(_VOTES, view.framework.levels, rows)
    return (*said, *drawn) if drawn else ()


def criteria_spread(
    view: Disclosed, criteria: Mapping[str, Sequence[ItemView]]
) -> tuple[Block, ...]:
    """How many of each pillar's `criteria` are at each level; nothing where none has a level.

    What the board settled is counted as the board settled it.
    """
    titles = dict(view.framework.pillars)
    rows = [_rated(pillar, titles[pillar], items) for pillar, items in criteria.items() if items]
    return _drawn(_CRITERIA, view.framework.levels, rows)


def _voted(item: ItemView, latest: RoundView, counts: tuple[int, ...]) -> _Row:
    by_level = {level.id: count for level, count in zip(item.levels, counts, strict=True)}
    quiet = silent(sum(counts), latest.present, latest.cannot_say, latest.abstain)
    others = {"Cannot say yet": latest.cannot_say, "Did not vote": quiet}
    return _Row(item.short, item_anchor(item.id), by_level, others)


def _rated(pillar: str, title: str, items: Iterable[ItemView]) -> _Row:
    answers = [_answer(item) for item in items]
    levels = Counter(level.id for level, _ in answers if level is not None)
    others = Counter(said for level, said in answers if level is None)
    return _Row(title, item_anchor(pillar), levels, others)


def _answer(item: ItemView) -> tuple[LevelView | None, str]:
    """The level that stands for an item, or what is said where there is none."""
    board, rating = item.board, item.rating
    if board is not None and board.outcome != "deferred":
        return board.level, board.said
    is_settled = item.parked is None and rating.state != "contested"
    return rating.level if is_settled else None, level_label(replace(item, board=None))


def _drawn(kind: _Kind, levels: Sequence[LevelView], rows: Sequence[_Row]) -> tuple[Block, ...]:
    if not any(row.levels.get(level.id) for row in rows for level in levels):
        return ()
    others = dict.fromkeys(said for row in rows for said, count in row.others.items() if count)
    series = (
        *((one.label, tuple(row.levels.get(one.id, 0) for row in rows)) for one in levels),
        *((said, tuple(row.others.get(said, 0) for row in rows)) for said in others),
    )
    table = _table(kind, rows, series)
    if len(rows) > MOST_BARS:
        many = (
            f"There are {len(rows)} {kind.rows}, too many for one figure. A table has the numbers."
        )
        return (sentence(many), table)
    figure = Figure(
        anchor="spread-figure",
        caption=kind.caption,
        alt=_told(kind, levels, rows),
        table_anchor=table.anchor,
        table=table.caption,
        categories=tuple(row.name for row in rows),
        series=series,
        levels=len(levels),
    )
    return (figure, table)


def _told(kind: _Kind, levels: Sequence[LevelView], rows: Sequence[_Row]) -> str:
    """What the figure shows, and the fact that stands out where there is one."""
    shown = f"Bar chart with one bar for each {kind.row.lower()}: {kind.each}, the lowest first."
    leading = Counter(level.label for row in rows for level in _leader(row, levels))
    first, *rest = leading.most_common(2) or [("", 0)]
    fact = f"Of the levels, {first[0]} {kind.leads} {first[1]} of {len(rows)} {kind.rows}."
    stands_out = first[1] and not any(count == first[1] for _, count in rest)
    return f"{shown} {fact}" if stands_out and len(fact) <= _LONGEST_FACT else shown


def _leader(row: _Row, levels: Sequence[LevelView]) -> Iterator[LevelView]:
    """The level with more than any other, if one has."""
    most = max(row.levels.values(), default=0)
    leaders = [level for level in levels if most and row.levels.get(level.id) == most]
    yield from leaders if len(leaders) == 1 else ()


def _table(
    kind: _Kind, rows: Sequence[_Row], series: Sequence[tuple[str, tuple[int, ...]]]
) -> Table:
    widths = _widths([label for label, _ in series])
    caption, each = f"{kind.caption}, in numbers", f"One row for each {kind.row.lower()}"
    summary = f"{each}: {kind.each}, and other answers."
    whole = len(rows) <= MOST_WHOLE
    if not widths:
        columns = (Column(kind.row, _NAME_MM, row_header=True), Column("Numbers", _NUMBERS_MM))
        told = tuple(
            (linked(row.name, row.anchor), words(_in_a_line(series, at)))
            for at, row in enumerate(rows)
        )
        return Table("spread-table", caption, summary, columns, told, is_whole=whole)
    name = Column(kind.row, TEXT_WIDTH_MM - sum(widths), row_header=True)
    counted = (Column(label, width) for (label, _), width in zip(series, widths, strict=True))
    cells = tuple(
        (linked(row.name, row.anchor), *(words(str(counts[at])) for _, counts in series))
        for at, row in enumerate(rows)
    )
    return Table("spread-table", caption, summary, (name, *counted), cells, is_whole=whole)


def _in_a_line(series: Iterable[tuple[str, tuple[int, ...]]], at: int) -> str:
    return "; ".join(f"{label}: {counts[at]}" for label, counts in series)


def _widths(labels: Sequence[str]) -> list[float]:
    """A column for each label with its words whole, in two lines where there is room.

    None where the page is too narrow for that many.
    """
    needs = [_breadth(max(map(len, label.split()))) for label in labels]
    asked = [
        max(need, _breadth(ceil(len(label) / 2))) for need, label in zip(needs, labels, strict=True)
    ]
    spare = TEXT_WIDTH_MM - _NARROWEST_NAME_MM - sum(needs)
    if spare < 0:
        return []
    given = min(1, spare / ((sum(asked) - sum(needs)) or 1))
    return [
        int((need + (want - need) * given) * 2) / 2  # halves add up exactly
        for need, want in zip(needs, asked, strict=True)
    ]


def _breadth(letters: int) -> float:
    return max(letters, _LONGEST_COUNT) * _MM_PER_LETTER + _PADDING_MM
