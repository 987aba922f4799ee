"""What a paper that came back says, row by row, before anything is recorded."""

from typing import ClassVar, Final

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Static

from maturity.report.returned.paper import ReturnedPaper
from maturity.report.returned.remarks import Remark
from maturity.report.returned.rows import Question, Row
from maturity.tui import draw
from maturity.tui.dialogs import Ask
from maturity.tui.overlays.panel import Panel
from maturity.tui.widgets.rows import Rows

__all__ = ["ReturnedPanel"]

_HEADS: Final = ("", "Item", "The paper says", "Reason", "Minute")
_WIDE = 100
_WORDS: Final = {True: (20, 36, 36, 10), False: (16, 28, 16)}
"""The widest that the words of a row are drawn; a narrow window has the minute under them alone."""
_HOW: Final[dict[Question, str]] = {
    "words": "s takes what is shown, a takes it for all, d takes the data",
    "tracked": "y takes it",
    "stale": "y: the board's answer still stands",
    "answered": "y replaces it",
    "reason": "w types the reason",
}
_REMARK = "remark "
_KEYS = "x leaves it out   escape leaves all"


class ReturnedPanel(Panel[ReturnedPaper]):
    """Gives what is to be recorded, once no row has a question any more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "words('shown')", show=False),
        Binding("d", "words('data')", show=False),
        Binding("a", "for_all", show=False),
        Binding("y", "agree", show=False),
        Binding("w", "reason", show=False),
        Binding("x", "leave", show=False),
        Binding("space", "next", show=False),
    ]

    def __init__(self, name: str, found: ReturnedPaper, told: str = "") -> None:
        """A panel on the paper of the file `name`; `told` is why it could not be recorded."""
        super().__init__(f"RETURNED PAPER: {draw.cut(name, 60)}")
        self.found = found
        self._trouble = told

    def body(self) -> ComposeResult:
        """How much is new, the rows, the one in hand in full, and the keys."""
        yield Static(markup=False, id="counts")
        yield Rows(*(draw.cell(head) for head in _HEADS), id="answers")
        yield Static(markup=False, id="whole")
        yield Static(markup=False, id="enter", classes="keys")

    def on_mount(self) -> None:
        """Begin on the first question."""
        self._draw()
        self.query_one(Rows).focus()
        self._go_to_question(0)

    @property
    def _widths(self) -> tuple[int, ...]:
        return _WORDS[self.app.size.width >= _WIDE]

    def _draw(self) -> None:
        rows, taken = self.found.rows, len(self.found.taken)
        open_ = sum(row.asks for row in rows)
        new = sum(row.is_new for row in rows)
        unread = sum(row.result in {"unreadable", "missing"} for row in rows)
        parts = [
            f"{new} to record",
            f"{open_} with a question" if open_ else "",
            f"{unread} that cannot be read" if unread else "",
            f"{taken} of {len(self.found.remarks)} remarks taken" if self.found.remarks else "",
        ]
        said = f"{', '.join(filter(None, parts))}. Nothing is recorded yet."
        self.query_one("#counts", Static).update(
            draw.para(*((self._trouble, "$warning"),) * bool(self._trouble), said)
        )
        table = self.query_one("#answers", Rows)
        table.head(*map(draw.cell, _HEADS[: len(self._widths) + 1]))
        remarks = (f"{_REMARK}{place}" for place in range(len(self.found.remarks)))
        table.fill([*(row.item for row in rows), *remarks], lambda part: map(self._drawn_at, part))
        questions = "1 question" if open_ == 1 else f"{open_} questions"
        records = f"enter records {new + taken}" if new + taken else "nothing to record"
        what = f"enter, space: next of {questions}" if open_ else records
        self.query_one("#enter", Static).update(draw.line(f"{what}   {_KEYS}"))
        self._draw_whole()

    def _drawn_at(self, at: int) -> list[Text]:
        """The row at a place: the answers come first, then the remarks."""
        rows, remarks = self.found.rows, self.found.remarks
        place = at - len(rows)
        return self._cells(rows[at]) if place < 0 else self._remark_cells(place, remarks[place])

    def _cells(self, row: Row) -> list[Text]:
        mark = "?" if row.asks else "x" if row.is_left else "+" if row.is_new else ""
        kept = "had already: " if row.is_kept else ""
        name = self.found.view.title_of(row.item)
        is_doubted = row.result == "conflict" and row.said
        answer = f"{row.said} ?" if is_doubted else f"{kept}{row.answer}"
        texts = (name, answer, row.reason or "-", row.minute or "-")
        return self._drawn(mark, texts, "bold" if row.asks else "")

    def _remark_cells(self, place: int, remark: Remark) -> list[Text]:
        item = self.found.taken.get(place) or remark.item
        kind = {"agreed": "agreed action", "comment": "comment", "insertion": "words put in"}
        name = self.found.view.title_of(item) if item else "-"
        texts = (name, f"{kind[remark.kind]}: {remark.words}", "", "")
        return self._drawn("+" if place in self.found.taken else "", texts)

    def _drawn(self, mark: str, texts: tuple[str, ...], style: str = "") -> list[Text]:
        cut = (draw.cut(text, cells) for text, cells in zip(texts, self._widths, strict=False))
        return [draw.cell(text, style) for text in (mark, *cut)]

    @property
    def _row(self) -> Row | None:
        key = self.query_one("#answers", Rows).key
        return next((row for row in self.found.rows if row.item == key), None)

    @property
    def _place(self) -> int | None:
        """The place of the remark under the cursor."""
        key = self.query_one("#answers", Rows).key or ""
        return int(key.removeprefix(_REMARK)) if key.startswith(_REMARK) else None

    @on(DataTable.RowHighlighted)
    def _draw_whole(self) -> None:
        row, place = self._row, self._place
        lines: list[draw.Part] = []
        if row is not None:
            lines = [f"{row.title}: {row.told_in_full}"]
            lines += [(_HOW[row.question], "$accent")] if row.question and row.asks else []
            lines += [("left out; x takes it in again", "$accent")] if row.is_left else []
        elif place is not None:
            lines = [self.found.remarks[place].said]
            is_taken = place in self.found.taken
            how = "taken; x puts it back" if is_taken else "y takes it; it is kept only then"
            lines += [(how, "$accent")]
        self.query_one("#whole", Static).update(draw.para(*lines))

    @on(DataTable.RowSelected)
    def _chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if any(row.asks for row in self.found.rows):
            self.action_next()
        else:
            self.dismiss(self.found)

    def _now(self, found: ReturnedPaper) -> None:
        """Draw what was found anew; from a question that is settled, go on to the next."""
        was_asked = self._row is not None and self._row.asks
        self.found, self._trouble = found, ""
        self._draw()
        if was_asked and self._row is not None and not self._row.asks:
            self.action_next()

    def action_next(self) -> None:
        """Go to the next row with a question."""
        self._go_to_question(self.query_one("#answers", Rows).at + 1)

    def _go_to_question(self, at: int) -> None:
        asks = [place for place, row in enumerate(self.found.rows) if row.asks]
        after = next((place for place in asks if place >= at), asks[0] if asks else None)
        if after is not None:
            self.query_one("#answers", Rows).go_to(after)

    def action_words(self, whose: str) -> None:
        """Take the words shown, or the data, for the row in hand."""
        row = self._row
        if row is not None and row.question == "words":
            self._now(self.found.take_words([row], "shown" if whose == "shown" else "data"))

    def action_for_all(self) -> None:
        """Take the words shown wherever they and the data differ."""
        rows = [row for row in self.found.rows if row.question == "words"]
        self._now(self.found.take_words(rows, "shown"))

    def action_agree(self) -> None:
        """Agree to what is asked of the row in hand, or take the remark."""
        row, place = self._row, self._place
        if row is not None and row.question in {"tracked", "stale", "answered"}:
            self._now(self.found.agree(row))
        elif place is not None:
            self._take(place)

    @work
    async def _take(self, place: int) -> None:
        """Take a remark; one that stands beside no item is told which it is about."""
        remark = self.found.remarks[place]
        item = remark.item
        if not item and not remark.action:
            typed = await self.app.push_screen_wait(
                Ask("Keep it as a private note", {"item": "On which item: its number or its name"})
            )
            item = _item_named(self.found, typed["item"]) if typed else ""
            if not item:
                return
        self._now(self.found.take(place, item))

    @work
    async def action_reason(self) -> None:
        """Type the reason of the row in hand, where it needs one."""
        row = self._row
        if row is None or row.question != "reason":
            return
        typed = await self.app.push_screen_wait(Ask(row.title, {"reason": row.told}))
        if typed and typed["reason"].strip():
            self._now(self.found.give_reason(row, typed["reason"]))

    def action_leave(self) -> None:
        """Leave the row in hand out, or take it in again; put a remark back."""
        row, place = self._row, self._place
        if row is not None:
            self._now(self.found.leave(row, is_left=not row.is_left))
        elif place is not None:
            self._now(self.found.drop(place))


def _item_named(found: ReturnedPaper, typed: str) -> str:
    """The item that a person names by its number or the beginning of its name; or none."""
    wanted = typed.strip().casefold()
    items = found.view.items
    if wanted.isdecimal() and 0 < int(wanted) <= len(items):
        return items[int(wanted) - 1].id
    names = (
        item.id
        for item in items
        if wanted
        and any(name.casefold().startswith(wanted) for name in (item.title, item.short, item.code))
    )
    return next(names, "")
