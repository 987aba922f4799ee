"""A table of rows with a cursor; left, right, letters and digits are the screen's."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from maturity.tui import draw

__all__ = ["Rows"]

_MARK = "mark"
_HERE, _UNMARKED = Text(">"), Text(" ")

_MOST = 200
"""Rows drawn at a time: more of them would keep a person waiting at every key."""
_REST = "Rows {first:,} to {last:,} of {every:,}; the rest: up, down, home, end"
_PART = "-part"

Cells = Callable[[range], Iterable[Sequence[Text]]]
"""The cells of the rows at these places, asked for when they come to be drawn."""


class Rows(DataTable[Text], inherit_bindings=False):
    """A `DataTable` that moves by rows, and draws a part of them where they are very many.

    Its cursor goes on from one part into the next, and a line says which part is drawn.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", show=False),
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    def __init__(self, *columns: Text, id: str | None = None) -> None:  # noqa: A002 Textual's word
        """A table with these column heads."""
        super().__init__(id=id, cursor_type="row", zebra_stripes=False)
        self._heads = columns
        self._marked = ""
        self._forget()

    def _forget(self) -> None:
        self._keys: tuple[str, ...] = ()
        self._places: Mapping[str, int] = {}
        self._cells: Cells = lambda part: [() for _ in part]
        self._first = 0

    def on_mount(self) -> None:
        """Put the heads up."""
        self._put_heads()

    def _put_heads(self) -> None:
        # the row in hand has a mark of its own, as no colour may be the only sign of it
        self.add_column(Text(""), width=1, key=_MARK)
        self.add_columns(*self._heads)

    def head(self, *columns: Text) -> None:
        """Show other columns; the rows go where they are others."""
        if [str(head) for head in columns] != [str(head) for head in self._heads]:
            self._heads = columns
            self.clear(columns=True)
            self._marked = ""
            self._forget()
            self._put_heads()

    def fill(self, keys: Iterable[str], cells: Cells) -> None:
        """Show a row for each key; the cursor stays on the row it was on.

        Where that row is gone it stays at the same height.
        """
        kept, height = self.key, self.at
        self._keys, self._cells = tuple(keys), cells
        self._places = {key: at for at, key in enumerate(self._keys)}
        self._draw_part(self._places.get(kept, min(height, self.count - 1)))

    def _draw_part(self, at: int) -> None:
        """Draw the part that holds the row at a place, with the cursor on it."""
        self._first = max(at, 0) // _MOST * _MOST
        part = range(self._first, min(self._first + _MOST, self.count))
        self.clear()
        self._marked = ""
        shown = list(self._cells(part))
        self._widen(shown)
        for key, cells in zip(self._keys[part.start : part.stop], shown, strict=True):
            tall = max((cell.plain.count("\n") for cell in cells), default=0) + 1
            self.add_row(_UNMARKED, *cells, key=key, height=tall)
        if part:
            self.move_cursor(row=at - self._first)
        self._mark()
        is_part = len(part) < self.count
        said = _REST.format(first=part.start + 1, last=part.stop, every=self.count)
        self.set_class(is_part, _PART)
        self.border_subtitle = draw.line(said if is_part else "")

    def _widen(self, rows: Iterable[Sequence[Text]]) -> None:
        # the table measures new rows only when idle: a frame before that would cut every cell to
        # its head, and be kept
        every = zip(self._heads, *rows, strict=True)
        for column, cells in zip(self.ordered_columns[1:], every, strict=True):
            column.content_width = max(map(_widest_line, cells))

    def on_data_table_row_highlighted(self) -> None:
        """Move the mark with the cursor."""
        self._mark()

    def _mark(self) -> None:
        if self.key == self._marked:
            return
        if self._marked in self.rows:
            self.update_cell(self._marked, _MARK, _UNMARKED)
        self._marked = self.key
        if self._marked:
            self.update_cell(self._marked, _MARK, _HERE)

    @property
    def count(self) -> int:
        """How many rows there are, drawn or not."""
        return len(self._keys)

    @property
    def at(self) -> int:
        """The place of the row under the cursor among all the rows; 0 where there are none."""
        return self._first + self.cursor_row

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty where there are no rows."""
        return self._keys[self.at] if self.count else ""

    def point_at(self, key: str) -> bool:
        """Put the cursor on a row; False where there is none with this key."""
        at = self._places.get(key)
        if at is not None:
            self.go_to(at)
        return at is not None

    def go_to(self, at: int) -> None:
        """Put the cursor on the row at a place; before the first and after the last on those."""
        at = max(0, min(at, self.count - 1))
        if 0 <= at - self._first < self.row_count:
            self.move_cursor(row=at - self._first)
        elif self.count:
            self._draw_part(at)

    def action_cursor_up(self) -> None:
        """Go to the row above."""
        if not self._goes_over(-1):
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Go to the row below."""
        if not self._goes_over(1):
            super().action_cursor_down()

    def action_page_up(self) -> None:
        """Go a page up."""
        if not self._goes_over(-1):
            super().action_page_up()

    def action_page_down(self) -> None:
        """Go a page down."""
        if not self._goes_over(1):
            super().action_page_down()

    def action_scroll_top(self) -> None:
        """Go to the first of all the rows."""
        self.go_to(0)

    def action_scroll_bottom(self) -> None:
        """Go to the last of all the rows."""
        self.go_to(self.count - 1)

    def _goes_over(self, step: int) -> bool:
        """Whether the cursor stood at an edge of the part drawn, and now stands beyond it."""
        edge = self.row_count - 1 if step > 0 else 0
        is_over = self.cursor_row == edge and 0 <= self.at + step < self.count
        if is_over:
            self.go_to(self.at + step)
        return is_over


def _widest_line(cell: Text) -> int:
    return max(map(cell_len, cell.plain.split("\n")))
