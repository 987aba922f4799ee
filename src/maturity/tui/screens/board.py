"""Board: what the board decided of each rating, typed in or read from its paper."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from maturity.frozen import dataclass
from maturity.judgement.view import ItemView
from maturity.session.acts.board import ConfirmAct
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.dialogs import Ask
from maturity.tui.overlays.others import CLEAR, OTHERS, OtherAnswers
from maturity.tui.places import Place
from maturity.tui.rows.board import answered_line, board_day, cells_of, whole_of
from maturity.tui.screens.board_paper import BoardPaperScreen
from maturity.tui.widgets.rows import Rows

__all__ = ["SCREEN", "BoardScreen"]

_HEADS = ("Item", "Provisional", "The board", "Reason", "Minute")
_WIDE = 100
_WIDEST = {"Item": 18, "Provisional": 18, "The board": 30, "Minute": 10}
_FIELDS = {"note": "Reason", "minute": "Minute", "on": "Day", "body": "Who decided, if another"}
_WITHOUT_LEVEL = {
    "not-reached": "not_reached",
    "cannot-say": "cannot_say",
    "not-applicable": "not_applicable",
}


@dataclass(frozen=True, slots=True)
class _Light:
    """An answer that is lit and not recorded: what it gives the act, and how it is said."""

    given: Mapping[str, Any]
    said: str
    is_the_rooms: bool


class BoardScreen(BoardPaperScreen):
    """One row an item; a number lights an answer, and only `enter` records it."""

    PLACE = Place.BOARD
    BINDINGS = bindings(PLACE)
    CSS_PATH = "board.tcss"

    def body(self) -> ComposeResult:
        """How far the board has come, the rows, and the row in hand in full."""
        self._lit: _Light | None = None
        yield Static(markup=False, id="answered")
        yield Rows(*(draw.cell(head) for head in _HEADS), id="items")
        yield Static(markup=False, id="whole")

    @property
    def _today(self) -> str:
        return board_day(self.sitting.view, self.sitting.workshop.now.date())

    def draw_view(self) -> None:
        """Draw the rows; a narrow screen has the minute under them alone."""
        view = self.sitting.view
        is_wide = self.app.size.width >= _WIDE
        heads = _HEADS if is_wide else _HEADS[:-1]
        table = self.query_one(Rows)
        table.head(*map(draw.cell, heads))
        table.fill((item.id for item in view.items), lambda part: self._cells_of(part, heads))
        today = self.sitting.workshop.now.date()
        self.query_one("#answered", Static).update(draw.line(answered_line(view, today)))
        self.draw_row()

    def _cells_of(self, part: range, heads: tuple[str, ...]) -> Iterator[list[Text]]:
        """The rows at these places; the reason has the room that the other columns leave."""
        items = self.sitting.view.items
        rows = [self._cells(items[at], at + 1)[: len(heads)] for at in part]
        fixed = sum(
            max(draw.width(head), *(draw.width(cells[at]) for cells in rows)) + 2
            for at, head in enumerate(heads)
            if head in _WIDEST
        )
        left = max(8, self.app.size.width - fixed - 8)
        for cells in rows:
            yield [*map(draw.cell, (*cells[:3], draw.cut(cells[3], left), *cells[4:]))]

    def _cells(self, item: ItemView, place: int) -> list[str]:
        cells = list(cells_of(item, place))
        if self._lit is not None and item.id == self.sitting.item.id:
            cells[2] = f"{self._lit.said} ?"
        return [
            draw.cut(text, _WIDEST.get(head, len(text)))
            for head, text in zip(_HEADS, cells, strict=True)
        ]

    def draw_row(self) -> None:
        """Draw the row in full, and say what a digit and enter would do."""
        item, lit = self.sitting.item, self._lit
        self.query_one("#whole", Static).update(draw.para(*whole_of(item)))
        waits = sum(one.board is None for one in self.sitting.view.items)
        if lit is not None:
            what = "confirms" if lit.is_the_rooms else "asks why, then records"
            self.now(f"enter {what} {lit.said}; escape puts the light out")
        elif item.board is not None:
            rest = f"space next of {waits} unanswered" if waits else "all answered; o e exports"
            self.now(f"w reason, minute; a number answers anew; {rest}")
        else:
            levels = f"1-{len(item.levels)}"
            rooms = "enter lights the room's answer, " if item.is_rated else ""
            self.now(f"{rooms}{levels} {'another' if rooms else 'lights one'}; enter records it")

    def take_row(self, item: str) -> None:
        """Have another item in hand; what was lit and not recorded is put out."""
        had_light, self._lit = self._lit is not None, None
        super().take_row(item)
        if had_light:
            self.draw_view()

    def item_changed(self) -> None:
        """Put the cursor on the item in hand; what was lit is put out."""
        self._lit = None
        super().item_changed()

    def on_key(self, event: events.Key) -> None:
        """A digit lights the level at its place."""
        if event.character and event.character in "123456789" and not self.is_to_read():
            event.stop()
            self._digit(int(event.character))

    def _digit(self, digit: int) -> None:
        levels = self.sitting.item.levels
        level = next((one for one in levels if one.position == digit), None)
        if level is not None:
            self._light({"level": level.id}, f"{level.position} {level.label}")

    def _light(self, given: Mapping[str, Any], said: str) -> None:
        self._lit = _Light(given, said, given == _rooms(self.sitting.item))
        self.draw_view()

    def act_leave(self) -> None:
        """Put the light out, else the strip away."""
        if self._lit is None:
            super().act_leave()
        self._lit = None
        self.draw_view()

    @on(DataTable.RowSelected)
    def _chosen(self) -> None:
        if not self.is_to_read():
            self.act_enter()

    def act_enter(self) -> None:
        """Record what is lit; else light the room's rating, or open an answer that is kept."""
        item = self.sitting.item
        if self._lit is not None:
            self._record(item, self._lit)
        elif item.board is not None:
            self.act_write()
        elif given := _rooms(item):
            level = item.rating.level
            said = f"{level.position} {level.label}" if level else item.rating.said.lower()
            self._light(given, said)
        else:
            self.tell("The room gave no level here. A number lights one, as an amendment.")

    @work
    async def _record(self, item: ItemView, lit: _Light) -> None:
        """Record an answer; one that is not the room's has to have its reason first."""
        if lit.is_the_rooms:
            day = None if item.board is not None and item.board.on else self._today
            receipt = self.do(ConfirmAct(item.id, **lit.given, on=day))
            if receipt is not None:
                self._kept(receipt.said)
            return
        values = self._details(item) | {"note": ""}
        await self._asked(item, lit.given, lit.said, values)

    def _details(self, item: ItemView) -> dict[str, str]:
        board = item.board
        if board is None:
            return {"note": "", "minute": "", "on": self._today, "body": ""}
        on_ = board.on or self._today
        return {"note": board.note, "minute": board.minute, "on": on_, "body": board.body}

    async def _asked(
        self, item: ItemView, given: Mapping[str, Any], said: str, values: Mapping[str, str]
    ) -> None:
        """Ask for reason, minute and day until they are kept or left; no word typed is lost."""
        why = ""
        while True:
            typed: Mapping[str, Any] | None = await self.app.push_screen_wait(
                Ask(f"{item.short}: {said}", _FIELDS, values=values, help_text=why)
            )
            if typed is None:
                return
            receipt = self.do(ConfirmAct(item.id, **given, **typed))
            if receipt is not None:
                self._kept(receipt.said)
                return
            why, values = self.troubles()[0], typed

    def _kept(self, said: str) -> None:
        self._lit = None
        self.draw_view()
        self.tell(said)

    @work
    async def act_write(self) -> None:
        """Change the reason, the minute and the day of an answer."""
        item = self.sitting.item
        if self._lit is not None:
            await self._asked(item, self._lit.given, self._lit.said, self._details(item))
        elif item.board is None:
            self.tell("The board has not answered this yet: a number lights a level, 0 the rest.")
        else:
            await self._asked(item, {}, item.board.outcome, self._details(item))

    @work
    async def act_others(self) -> None:
        """Light an answer that is no level, or take the answer back."""
        item = self.sitting.item
        name = await self.app.push_screen_wait(OtherAnswers(item))
        if name == CLEAR:
            receipt = self.do(ConfirmAct(item.id, clear=True))
            if receipt is not None:
                self._kept(receipt.said)
        elif name:
            self._light({name: True}, OTHERS[name])

    def act_next(self) -> None:
        """Go to the next row that the board has not answered."""
        items = self.sitting.view.items
        here = self.sitting.item.id
        at = next(n for n, item in enumerate(items) if item.id == here)
        after = (*items[at + 1 :], *items[:at])
        found = next((item for item in after if item.board is None), None)
        if found is None:
            self.tell("Every other row is answered. o e exports the paper.")
        else:
            self.sitting.item_id = found.id
            self.item_changed()

    def large_lines(self) -> tuple[str, ...]:
        """The row in hand, without the views on it."""
        item = self.sitting.item
        _, provisional, said, *_ = cells_of(item, 0)
        return (item.title, f"The room: {provisional}", f"The board: {said}")


def _rooms(item: ItemView) -> dict[str, Any]:
    """The answer that says what the room said; empty where it said nothing."""
    level, state = item.rating.level, item.rating.state
    if level is not None:
        return {"level": level.id}
    return {_WITHOUT_LEVEL[state]: True} if state in _WITHOUT_LEVEL else {}


SCREEN = BoardScreen
