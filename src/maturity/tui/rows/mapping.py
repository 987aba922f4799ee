"""The evidence of each item in figures: what the grid of Prepare shows, and what it lacks."""

from collections.abc import Iterable
from datetime import date

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed, ItemView
from maturity.tui import draw

__all__ = ["Row", "gaps", "has_gap", "rows", "thin_spots", "unused"]

_FAMILY = frozenset({"family-experience", "young-voice"})
_SEVERAL = 2
_MOST_NAMED = 3
_WIDEST = 32


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the grid; `newest` is the day of its newest dated card.

    `agency` is the one organisation that all of several cards come from, empty where there are
    more, or where that of any card is unknown.
    """

    item: ItemView
    supports: int
    challenges: int
    family: int
    outcome: int
    undated: int
    newest: date | None
    is_old: bool
    agency: str = ""

    @property
    def mark(self) -> str:
        """`!` where there is nothing, `o` where the newest is old."""
        if not self.item.links:
            return "!"
        return "o" if self.is_old else ""


def rows(view: Disclosed, today: date) -> tuple[Row, ...]:
    """The grid, in the order of the framework."""
    stale = view.framework.stale_after_months
    return tuple(_row(item, today, stale) for item in view.items)


def _row(item: ItemView, today: date, stale: int) -> Row:
    dates = [date.fromisoformat(link.facts.date) for link in item.links if link.facts.date]
    newest = max(dates, default=None)
    undated = len(item.links) - len(dates)
    # an undated card may be a new one, so only a row whose every card is dated can be old
    is_old = bool(stale and newest and not undated and _months(newest, today) > stale)
    return Row(
        item,
        supports=_count(link.stance == "supports" for link in item.links),
        challenges=_count(link.stance == "challenges" for link in item.links),
        family=_count(link.facts.kind in _FAMILY for link in item.links),
        outcome=_count(link.facts.kind == "outcome" for link in item.links),
        undated=undated,
        newest=newest,
        is_old=is_old,
        agency=_one_agency(item),
    )


def _one_agency(item: ItemView) -> str:
    agencies = [link.facts.agency for link in item.links]
    if len(agencies) < _SEVERAL or not all(agencies):
        return ""
    names = {(agency or "").casefold().strip() for agency in agencies}
    return agencies[0] or "" if len(names) == 1 else ""


def _count(truths: Iterable[bool]) -> int:
    return sum(truths)


def _months(then: date, today: date) -> int:
    return (today.year - then.year) * 12 + today.month - then.month


def has_gap(row: Row) -> bool:
    """Whether a row lacks evidence, or a family's voice."""
    return not row.item.links or not row.family


def thin_spots(view: Disclosed, row: Row) -> tuple[str, ...]:
    """What one row lacks, in words; what nobody knows of a card is never a thin spot."""
    months = view.framework.stale_after_months
    if not row.item.links:
        return ("no evidence", "no family voice")
    found = (
        (not row.family, "no family voice"),
        (row.is_old, f"nothing newer than {months} months"),
        (bool(row.agency), f"one agency only ({row.agency})"),
    )
    return tuple(words for holds, words in found if holds)


def unused(view: Disclosed) -> tuple[str, ...]:
    """The titles of the documents that no item rests on, without those replaced since."""
    return tuple(one.title for one in view.documents if not one.links and not one.is_replaced)


def gaps(view: Disclosed, grid: Iterable[Row]) -> str:
    """What the grid lacks, in figures, and how much of the evidence is used."""
    grid = tuple(grid)
    linked = {link.excerpt for row in grid for link in row.item.links}
    months = view.framework.stale_after_months
    found = (
        (_count(not row.item.links for row in grid), "! no evidence: {}"),
        (_count(not row.family for row in grid), "no family voice: {}"),
        (_count(row.is_old for row in grid), f"o nothing newer than {months} months: {{}}"),
        (_count(bool(row.agency) for row in grid), "one agency only: {}"),
        (sum(row.undated for row in grid), "no date: {} (F shows which, and sets it)"),
    )
    said = [words.format(count) for count, words in found if count]
    excerpts = sum(document.excerpts for document in view.documents if not document.is_replaced)
    said.append(f"{len(linked)} of {excerpts} excerpts linked")
    return "   ".join([*said, *_unused(view)])


def _unused(view: Disclosed) -> list[str]:
    titles = unused(view)
    if not titles:
        return []
    named = [draw.cut(title, _WIDEST) for title in titles[:_MOST_NAMED]]
    more = [f"{len(titles) - _MOST_NAMED} more"] if len(titles) > _MOST_NAMED else []
    return [f"nothing linked from: {', '.join([*named, *more])}"]
