"""The columns of a table on the page of a council's template, which may have less room.

Our own page has its widths from the content. On another, or in a broader typeface, a long word
may no longer fit its column and break in two; the column then takes room from one that has some.
"""

from typing import Final

from maturity.report.blocks import Cell, Table
from maturity.report.word.dress import Dress
from maturity.report.word.styles import FACE

__all__ = ["breadth", "fitted"]

_SIZE = 11
_PADDING_MM = 2.4
_BOLD = 1.07
_MM_PER_POINT = 25.4 / 72
_NARROW: Final = frozenset("ijlftrI.,;:'|!()[]-/ ")
_BROAD: Final = frozenset("mwMW@%●○")
_NARROW_EM, _BROAD_EM, _CAPITAL_EM, _USUAL_EM = 0.31, 0.86, 0.70, 0.56
_FACES: Final = {"verdana": 1.19, "century gothic": 1.1, "lucida sans": 1.1, "arial black": 1.3}


def breadth(face: str) -> float:
    """How broad the letters of a typeface are beside those of our own."""
    return _FACES.get(face.casefold(), 1)


def fitted(table: Table, dress: Dress) -> tuple[float, ...]:
    """The widths of the columns, in mm, together as wide a share of the page as on our own."""
    widths = [column.width_mm * dress.scale for column in table.columns]
    if dress.scale >= 1 and dress.face == FACE:
        return tuple(widths)
    factor = breadth(dress.face)
    needs = [_need(table, at, factor) for at in range(len(widths))]
    missing = [max(0, need - width) for need, width in zip(needs, widths, strict=True)]
    spare = [max(0, width - need) for need, width in zip(needs, widths, strict=True)]
    if not any(missing) or not any(spare):
        return tuple(widths)
    given = min(1, sum(spare) / sum(missing))
    taken = sum(missing) * given / sum(spare)
    return tuple(
        width + more * given - less * taken
        for width, more, less in zip(widths, missing, spare, strict=True)
    )


def _need(table: Table, at: int, factor: float) -> float:
    """The millimetres that the longest word of a column needs, with the padding of its cells."""
    column = table.columns[at]
    words = {word for row in table.rows for word in _text(row[at]).split()}
    usual = max((_em(word) for word in words), default=0) * (_BOLD if column.row_header else 1)
    head = max(_em(word) for word in column.label.split()) * _BOLD
    return max(usual, head) * factor * _SIZE * _MM_PER_POINT + _PADDING_MM


def _text(cell: Cell) -> str:
    return "".join(span.text for span in cell) if isinstance(cell, tuple) else cell.shown


def _em(word: str) -> float:
    return sum(map(_letter, word))


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _BROAD:
        return _BROAD_EM
    return _CAPITAL_EM if letter.isupper() else _USUAL_EM
