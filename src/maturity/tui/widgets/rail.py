"""The items at the side of the Room, each with how it stands in words."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed, ItemView
from maturity.tui import draw

__all__ = ["Rail", "RailRow", "rail_rows", "standing"]

_TITLE = 15
"""Cells that the mark and a title keep beside a long level word."""


@dataclass(frozen=True, slots=True)
class RailRow:
    """One row: an item with how it stands, or the heading of a pillar where `item` is empty."""

    item: str
    title: str
    stands: str = ""


def standing(item: ItemView) -> str:
    """How an item stands, in a word or two; nothing rated is "not yet"."""
    if item.parked is not None:
        return "parked"
    if item.rating.level:
        return f"{item.rating.level.position} {item.rating.level.label}"
    return "not yet" if not item.is_rated else item.rating.said


def rail_rows(view: Disclosed) -> tuple[RailRow, ...]:
    """The rated items in order; under the heading of their pillar where criteria are rated."""
    titles = dict(view.framework.pillars)
    judged = {item.id: item for item in view.items if not item.pillar}
    rows: list[RailRow] = []
    above = ""
    for number, item in enumerate(view.items, 1):
        if item.pillar and item.pillar != above:
            above = item.pillar
            if above not in judged:
                rows.append(RailRow("", titles.get(above, above)))
        rows.append(RailRow(item.id, f"{item.code or number} {item.short}", standing(item)))
    return tuple(rows)


class Rail(Widget):
    """As many rows as there is room for, around the one in hand; a click goes to an item."""

    class Picked(Message):
        """An item was clicked."""

        def __init__(self, item: str) -> None:
            """The id of the item."""
            super().__init__()
            self.item = item

    def __init__(self) -> None:
        """A rail without rows."""
        super().__init__(id="rail")
        self._rows: tuple[RailRow, ...] = ()
        self._at = 0
        self._first = 0

    def show(self, rows: Sequence[RailRow], item: str) -> None:
        """Draw the rows with the mark at an item, unless they stand there so."""
        at = next((at for at, row in enumerate(rows) if row.item == item), 0)
        before = (self._rows, self._at, self._first)
        self._rows, self._at = tuple(rows), at
        self._keep_in_sight()
        if (self._rows, self._at, self._first) != before:
            self.refresh()

    def _keep_in_sight(self) -> None:
        height = self.size.height
        if not height:
            return
        last = max(0, len(self._rows) - height)
        # the name of the pillar stands above its first criterion
        has_head = self._at > 0 and not self._rows[self._at - 1].item
        if not self._first <= self._at - has_head <= self._at < self._first + height:
            self._first = self._at - height // 2
        self._first = min(max(0, self._first), last)

    def on_resize(self) -> None:
        """Keep the item in hand in sight, and show the rows that there is room for now."""
        before = self._first
        self._keep_in_sight()
        if self._first != before:
            self.refresh()

    def render(self) -> Content:
        """The rows in sight."""
        height = self.size.height
        shown = self._rows[self._first : self._first + height]
        lines = [self._line(row, self._first + at) for at, row in enumerate(shown)]
        return Content("\n").join(lines)

    def _line(self, row: RailRow, at: int) -> Content:
        if not row.item:
            return draw.line((draw.cut(row.title, self.size.width), "bold $secondary"))
        stands = draw.cut(row.stands, max(8, self.size.width - _TITLE))
        room = self.size.width - draw.width(stands) - 3
        title = draw.cut(row.title, room)
        gap = " " * (room - draw.width(title) + 1)
        style = "bold $accent" if at == self._at else ""
        return draw.line((f"{'>' if at == self._at else ' '} {title}{gap}{stands}", style))

    def on_click(self, event: events.Click) -> None:
        """Go to the item that was clicked."""
        event.stop()
        at = self._first + event.y
        if at < len(self._rows) and self._rows[at].item:
            self.post_message(self.Picked(self._rows[at].item))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show later rows; the item in hand stays."""
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show earlier rows; the item in hand stays."""
        event.stop()
        self._scroll(-3)

    def _scroll(self, rows: int) -> None:
        last = max(0, len(self._rows) - max(1, self.size.height))
        self._first = min(max(0, self._first + rows), last)
        self.refresh()
