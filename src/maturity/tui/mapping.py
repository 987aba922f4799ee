"""The evidence of each item in figures: what the grid of Prepare shows, and what it lacks."""

from collections.abc import Iterable
from datetime import date

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed, ItemView

__all__ = ["Row", "gaps", "has_gap", "rows"]

_FAMILY = frozenset({"family-experience", "young-voice"})


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the grid; `newest` is the day of its newest dated card."""

    item: ItemView
    supports: int
    challenges: int
    family: int
    outcome: int
    undated: int
    newest: date | None
    is_old: bool

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
    )


def _count(truths: Iterable[bool]) -> int:
    return sum(truths)


def _months(then: date, today: date) -> int:
    return (today.year - then.year) * 12 + today.month - then.month


def has_gap(row: Row) -> bool:
    """Whether a row lacks evidence, or a family's voice."""
    return not row.item.links or not row.family


def gaps(view: Disclosed, grid: Iterable[Row]) -> str:
    """What the grid lacks, in figures, and how much of the evidence is used."""
    grid = tuple(grid)
    linked = {link.excerpt for row in grid for link in row.item.links}
    found = (
        (_count(not row.item.links for row in grid), "! no evidence: {}"),
        (_count(not row.family for row in grid), "no family voice: {}"),
        (
            _count(row.is_old for row in grid),
            f"o over {view.framework.stale_after_months} months: {{}}",
        ),
        (sum(row.undated for row in grid), "no date: {} (w sets it on the document)"),
    )
    said = [words.format(count) for count, words in found if count]
    excerpts = sum(document.excerpts for document in view.documents)
    said.append(f"{len(linked)} of {excerpts} excerpts linked")
    return "   ".join(said)
