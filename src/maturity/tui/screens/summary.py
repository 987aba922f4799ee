"""Summary: every item read back to the room, before anything goes to the board."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from maturity.judgement.view import Disclosed, GapView, ItemView
from maturity.judgement.wording import UNFINISHED
from maturity.session.acts.ratings import RateAct
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.overlays.level import LevelPanel
from maturity.tui.overlays.writing import Writing
from maturity.tui.places import Place
from maturity.tui.rows.readback import (
    Order,
    agreement_of,
    lacks,
    level_of,
    most_needed,
    ordered,
    sentence_of,
    views_of,
)
from maturity.tui.screens.item_rows import ItemRowsScreen
from maturity.tui.widgets.rows import Rows

__all__ = ["SCREEN", "SummaryScreen"]

_LAST_TIME, _BECAUSE = "Last time", "Because"
_HEADS = ("Item", "Level", "Confidence", _LAST_TIME, "Agreement")
_WIDE = 100
_GAP = 4
_WIDEST_NAME = 18
_WIDEST_LEVEL = 24
_WIDEST_SINCE = 22


class SummaryScreen(ItemRowsScreen):
    """One row an item; no row adds anything up."""

    PLACE = Place.SUMMARY
    BINDINGS = bindings(PLACE)
    CSS_PATH = "summary.tcss"

    def body(self) -> ComposeResult:
        """The offer to object, the rows, the row under the cursor in full, and what is wanted."""
        self._order = Order.SPLIT
        yield Static(markup=False, id="aloud")
        yield Rows(id="items")
        yield Static(markup=False, id="gaps")
        yield Static(markup=False, id="whole")
        yield Static(markup=False, id="needed")

    def draw_view(self) -> None:
        """Draw the rows in the order chosen; a narrow screen has the because under them alone."""
        view = self.sitting.view
        is_wide = self.app.size.width >= _WIDE
        heads = [head for head in _HEADS if head != _LAST_TIME or (is_wide and _has_last(view))]
        items = ordered(view, self._order)
        table = self.query_one(Rows)
        table.head(*map(draw.cell, (*heads, *([_BECAUSE] * is_wide))))
        table.fill(
            (item.id for item in items),
            lambda part: self._cells_of(items[part.start : part.stop], heads, is_wide=is_wide),
        )
        parked = (
            "parked first, then " if any(item.parked is not None for item in view.items) else ""
        )
        aloud = f"Read aloud, {parked}{self._order}. Anyone may object: d on a row"
        self.query_one("#aloud", Static).update(draw.line(aloud))
        self.query_one("#needed", Static).update(draw.line(self._wanted()))
        gaps = self.query_one("#gaps", Static)
        gaps.update(draw.para(*(_gap(one, view) for one in view.gaps)))
        gaps.display = bool(view.gaps)
        self.draw_row()

    def _cells_of(
        self, items: Sequence[ItemView], heads: Sequence[str], *, is_wide: bool
    ) -> Iterator[list[Text]]:
        """These rows; why has the room that the other columns leave."""
        places = {item.id: place for place, item in enumerate(self.sitting.view.items, 1)}
        rows = [self._cells(item, places[item.id]) for item in items]
        fixed = sum(max(draw.width(cells[head]) for cells in rows) for head in heads)
        left = max(20, self.app.size.width - fixed - _GAP * (len(heads) + 1))
        for item, cells in zip(items, rows, strict=True):
            why = [draw.wrapped(item.rating.because or "-", left)] * is_wide
            yield [*(draw.cell(cells[head]) for head in heads), *why]

    def _cells(self, item: ItemView, place: int) -> Mapping[str, str]:
        agreed = agreement_of(item)
        has_unkept = item.id in self.sitting.unkept
        since, _, _ = item.since.partition(":")
        values = (
            draw.cut(f"{place} {item.short}", _WIDEST_NAME),
            draw.cut(level_of(item), _WIDEST_LEVEL),
            item.rating.confidence or "-",
            draw.cut(since[:1].lower() + since[1:], _WIDEST_SINCE),
            f"{agreed}, one not kept !" if has_unkept else agreed,
        )
        return dict(zip(_HEADS, values, strict=True))

    def _wanted(self) -> str:
        """What is still wanted; before all else the views that were typed and never kept."""
        unkept = len(self.sitting.unkept)
        views = "1 different view is" if unkept == 1 else f"{unkept} different views are"
        said = f"! {views} typed and not kept: d there   " if unkept else ""
        return said + most_needed(self.sitting.view)

    def draw_row(self) -> None:
        """Draw the row as a sentence, with its different views."""
        item = self.sitting.item
        lines = [sentence_of(item), *views_of(item)]
        if item.is_rated and lacks(item):
            lines.append(UNFINISHED)
        self.query_one("#whole", Static).update(draw.para(*lines))
        wanting = sum(lacks(one) for one in self.sitting.view.items)
        rows = "1 row is" if wanting == 1 else f"{wanting} rows are"
        some = f"{rows} unfinished; space takes you to the next" if wanting else ""
        parked = sum(one.parked is not None for one in self.sitting.view.items)
        held = "1 row is" if parked == 1 else f"{parked} rows are"
        rest = f"{held} parked, all else finished: enter opens it in the room" if parked else ""
        self.now(some or rest or "every row is finished; o c closes, o e exports")

    @on(DataTable.RowSelected)
    def act_enter(self) -> None:
        """Go to the item in the Room."""
        self.program.go_to(Place.ROOM)

    def act_order(self) -> None:
        """Take the rows in another order."""
        self._order = self._order.following
        self.draw_view()
        self.query_one(Rows).go_to(0)

    @work
    async def act_agree(self) -> None:
        """Record the level of this row, in place."""
        item = self.sitting.item
        level = await self.app.push_screen_wait(LevelPanel(item))
        if level:
            receipt = self.do(RateAct(item.id, level=level))
            if receipt:
                self.tell(receipt.said)

    @work
    async def act_write(self) -> None:
        """Write why, in the room's words."""
        item = self.sitting.item
        advice = "Its first sentence stands on page 1, up to 110 characters."
        text = await self.app.push_screen_wait(
            Writing(f"{item.short}: {level_of(item)}, because ...", item.rating.because, advice)
        )
        if text is not None and text != item.rating.because:
            self.do(RateAct(item.id, because=text))

    def act_next(self) -> None:
        """Go to the next row that is unfinished."""
        items = ordered(self.sitting.view, self._order)
        here = self.sitting.item.id
        at = next(n for n, item in enumerate(items) if item.id == here)
        found = next((item for item in (*items[at + 1 :], *items[:at]) if lacks(item)), None)
        if found is None:
            self.tell("Every other row is finished.")
        else:
            self.sitting.item_id = found.id
            self.item_changed()

    def large_lines(self) -> tuple[str, ...]:
        """The row in hand as a sentence, and how many see it differently."""
        item = self.sitting.item
        return (item.title, sentence_of(item), *(_count(item),) * bool(item.dissents))


def _has_last(view: Disclosed) -> bool:
    return any(item.since for item in view.items)


def _gap(gap: GapView, view: Disclosed) -> str:
    return f"{view.title_of(gap.pillar)}: {gap.said}" if gap.pillar else gap.said


def _count(item: ItemView) -> str:
    count = len(item.dissents)
    return "1 different view is kept." if count == 1 else f"{count} different views are kept."


SCREEN = SummaryScreen
