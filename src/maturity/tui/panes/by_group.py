"""Votes by voice group as lines of a table: drawn only while private things are shown."""

from collections.abc import Iterable, Iterator

from maturity.judgement.view import ItemView, RoundView, Withheld
from maturity.tui import draw

__all__ = ["by_group"]

_GAP = "  "
_REST = "Everyone else"


def by_group(item: ItemView) -> tuple[draw.Part, ...]:
    """The newest round whose groups the view holds; nothing where it holds none."""
    held = next((one for one in reversed(item.rounds) if one.groups), None)
    if held is None:
        return ()
    labels = [level.label for level in item.levels]
    rows = [(group.who, group.counts) for group in held.groups] + [*_rest(held)]
    first = max(draw.width(who) for who, _ in rows)
    widths = [max(draw.width(label), 3) for label in labels]
    head = _line("", labels, first, widths)
    lines = [_line(who, map(str, counts), first, widths) for who, counts in rows]
    said = f"Round {held.n} by voice group, for you alone:"
    return ((said, "bold"), (head, "$secondary"), *lines)


def _rest(held: RoundView) -> Iterator[tuple[str, tuple[int, ...]]]:
    if isinstance(held.counts, Withheld):
        return
    left = list(held.counts)
    for group in held.groups:
        left = [have - used for have, used in zip(left, group.counts, strict=True)]
    if any(left):
        yield _REST, tuple(left)


def _line(who: str, cells: Iterable[str], first: int, widths: list[int]) -> str:
    padded = (
        f"{' ' * (wide - draw.width(one))}{one}" for one, wide in zip(cells, widths, strict=True)
    )
    return _GAP.join((f"{who}{' ' * (first - draw.width(who))}", *padded))
