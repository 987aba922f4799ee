"""A table of rows with a cursor; left, right, letters and digits are the screen's."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

__all__ = ["MOST", "Rows"]

_MARK = "mark"
_HERE, _UNMARKED = Text(">"), Text(" ")

MOST = 200
"""Rows shown at a time; more say so in a line of their own."""


class Rows(DataTable[Text], inherit_bindings=False):
    """A `DataTable` that moves by rows."""

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
            self._put_heads()

    def fill(self, rows: Iterable[tuple[str, Sequence[Text]]]) -> None:
        """Show these rows, each with its key; the cursor stays on the row it was on.

        Where that row is gone it stays at the same height.
        """
        kept, height = self.key, self.cursor_row
        self.clear()
        self._marked = ""
        shown = list(islice(rows, MOST))
        self._widen(cells for _, cells in shown)
        for key, cells in shown:
            tall = max((cell.plain.count("\n") for cell in cells), default=0) + 1
            self.add_row(_UNMARKED, *cells, key=key, height=tall)
        if not self.point_at(kept) and self.row_count:
            self.move_cursor(row=min(height, self.row_count - 1))
        self._mark()

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
    def key(self) -> str:
        """The key of the row under the cursor; empty where there are no rows."""
        if not self.row_count:
            return ""
        return str(self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value)

    def point_at(self, key: str) -> bool:
        """Put the cursor on a row; False where there is none with this key."""
        for at, row in enumerate(self.ordered_rows):
            if row.key.value == key:
                self.move_cursor(row=at, animate=False)
                return True
        return False


def _widest_line(cell: Text) -> int:
    return max(map(cell_len, cell.plain.split("\n")))
