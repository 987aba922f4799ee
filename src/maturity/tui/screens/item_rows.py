"""What screens of one row an item share: the cursor of the rows is the item in hand."""

from textual import on
from textual.widget import Widget
from textual.widgets import DataTable

from maturity.tui.frames.session import SessionScreen
from maturity.tui.widgets.rows import Rows

__all__ = ["ItemRowsScreen"]


class ItemRowsScreen(SessionScreen):
    """A screen with one table, a row an item, and the row in hand in full beside it."""

    def appear(self) -> None:
        """Begin in the rows, on the item in hand."""
        super().appear()
        rows = self.query_one(Rows)
        rows.point_at(self.sitting.item.id)
        rows.focus()

    @property
    def home_focus(self) -> Widget | None:
        """The rows."""
        return self.query_one(Rows)

    def draw_row(self) -> None:
        """Draw the row in hand in full."""

    def take_row(self, item: str) -> None:
        """Have another item in hand."""
        self.sitting.item_id = item
        self.draw_row()

    def item_changed(self) -> None:
        """Put the cursor on the item in hand."""
        super().item_changed()
        self.query_one(Rows).point_at(self.sitting.item.id)

    @on(DataTable.RowHighlighted)
    def _moved(self) -> None:
        key = self.query_one(Rows).key
        if key and key != self.sitting.item_id:
            self.take_row(key)
