"""A table of a web page as a grid: wide and tall cells fill what they cover."""

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from maturity.evidence.blocks import Grid, GridCell

__all__ = ["grid_of"]

_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})")
_NAMED = {
    "red": "FF0000",
    "green": "008000",
    "lime": "00FF00",
    "yellow": "FFFF00",
    "orange": "FFA500",
    "blue": "0000FF",
    "grey": "808080",
    "gray": "808080",
    "lightgrey": "D3D3D3",
    "lightgray": "D3D3D3",
}
_WIDEST = 200
_TALLEST = 2_000


def grid_of(table: HtmlElement, place: str, text_of: Callable[[HtmlElement], str]) -> Grid | None:
    """The grid of a table of data; None for one that only lays out a page.

    Data has two rows and two columns at least, and holds no heading and no other table.
    """
    if table.find(".//table") is not None or table.xpath(".//h1|.//h2|.//h3|.//h4"):
        return None
    rows = table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")
    tall: dict[int, tuple[int, GridCell]] = {}
    filled = [_row(row, tall, text_of) for row in rows]
    if len(filled) < 2 or max(map(len, filled)) < 2:  # noqa: PLR2004 - see above
        return None
    return Grid(tuple(filled), place, tuple(range(1, len(filled) + 1)), knows_merges=True)


def _row(
    row: HtmlElement,
    tall: dict[int, tuple[int, GridCell]],
    text_of: Callable[[HtmlElement], str],
) -> tuple[GridCell, ...]:
    """The cells of a row; `tall` holds what reaches down from above and is brought up to date."""
    found: list[GridCell] = []
    for cell in row.xpath("./td|./th"):
        _reach_down(found, tall)
        text = text_of(cell)
        wide = _span(cell, "colspan", _WIDEST)
        high = _span(cell, "rowspan", _TALLEST)
        for step in range(wide):
            made = GridCell(text, _fill(cell), is_covered=step > 0, span=1 if step else wide)
            if high > 1:
                tall[len(found)] = (high - 1, made)
            found.append(made)
    _reach_down(found, tall)
    return tuple(found)


def _reach_down(found: list[GridCell], tall: dict[int, tuple[int, GridCell]]) -> None:
    while (above := tall.get(len(found))) is not None:
        left, cell = above
        if left > 1:
            tall[len(found)] = (left - 1, cell)
        else:
            del tall[len(found)]
        found.append(GridCell(cell.text, cell.fill, is_covered=True))


def _span(cell: HtmlElement, name: str, most: int) -> int:
    said = (cell.get(name) or "").strip()
    return max(1, min(int(said), most)) if said.isdecimal() and len(said) < 6 else 1  # noqa: PLR2004 - a number no page means


def _fill(cell: HtmlElement) -> str | None:
    style = _BACKGROUND.search(cell.get("style") or "")
    said = (style.group(1) if style else cell.get("bgcolor") or "").strip()
    if (written := _HEX.search(said)) is not None:
        digits = written.group(1)
        return (digits if len(digits) == len("rrggbb") else "".join(d * 2 for d in digits)).upper()
    if (mixed := _RGB.search(said)) is not None:
        return "".join(f"{min(int(part), 255):02X}" for part in mixed.groups())
    return _NAMED.get(said.casefold())
