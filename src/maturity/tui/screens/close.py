"""Close: what comes of the day. Actions, enquiries, risks, decisions, what is parked, page 1."""

from collections.abc import Awaitable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from textual import events, on, work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import DataTable, Input, Static

from maturity.judgement.view import Disclosed
from maturity.session.acts.decisions import RiskAct
from maturity.session.acts.when import landmarks
from maturity.text import TextTooLong
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.dialogs import Ask, Confirm
from maturity.tui.frames.session import SessionScreen
from maturity.tui.one_line import Understood, owners_said, understand
from maturity.tui.overlays.writing import Writing
from maturity.tui.places import Place
from maturity.tui.rows.closing import LISTS, NONE, List, Row, page_act, page_text
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.rows import Rows

__all__ = ["SCREEN", "CloseScreen"]

_ACTIONS, _PAGE = 0, len(LISTS) - 1
_PARKED = _PAGE - 1
_CUT = {"Item": 16, "Who": 18, "By when": 26, "Plan": 12, "State": 12, "To": 14}
_NARROW = {"Item": 13, "Who": 15, "By when": 14, "State": 8, "To": 10}
_SPARED = frozenset({"Plan"})
"""Columns that a narrow screen shows only in the whole of the row in hand."""
_WIDE = 100


class CloseScreen(SessionScreen):
    """One list at a time; a line typed below joins it."""

    PLACE = Place.CLOSE
    BINDINGS = bindings(PLACE)
    CSS_PATH = "close.tcss"

    def body(self) -> ComposeResult:
        """The names of the lists, the list in hand, and the line that adds to it."""
        self._at = _ACTIONS
        yield Static(markup=False, id="lists")
        yield Rows(id="lines")
        yield Static(markup=False, id="whole")
        yield Static(markup=False, id="read")
        yield Field(id="add")

    def appear(self) -> None:
        """Begin in the rows."""
        super().appear()
        self.query_one(Rows).focus()

    @property
    def home_focus(self) -> Widget | None:
        """The rows."""
        return self.query_one(Rows)

    @property
    def _list(self) -> List:
        return LISTS[self._at]

    def draw_view(self) -> None:
        """Draw the list in hand."""
        view = self.sitting.view
        parts: list[draw.Part] = []
        for at, one in enumerate(LISTS):
            name = f"{one.name} {_count(one, view)}"
            parts.append((f"[{name}]  ", "bold $accent") if at == self._at else f"{name}   ")
        self.query_one("#lists", Static).update(draw.line(*parts))
        rows = self._list.rows(view)
        table = self.query_one(Rows)
        table.head(*(draw.cell(head) for head in self._heads))
        table.fill(
            (row.key for row in rows),
            lambda part: [[*map(draw.cell, self._cells(rows[at]))] for at in part],
        )
        field = self.query_one("#add", Field)
        field.display = bool(self._list.add)
        field.placeholder = self._list.add
        self._say_now(rows)
        self._draw_whole()
        self._read_back()

    @property
    def _is_wide(self) -> bool:
        return self.app.size.width >= _WIDE

    @property
    def _heads(self) -> tuple[str, ...]:
        """The columns there is room for."""
        heads = self._list.heads
        return heads if self._is_wide else tuple(one for one in heads if one not in _SPARED)

    def _all_cells(self, row: Row) -> Mapping[str, str]:
        """Every cell of a row by its head, whole."""
        item = (self.sitting.view.title_of(row.item) if row.item else "-",)
        cells = (*item, *row.cells) if self._list.shows_item else row.cells
        return dict(zip(self._list.heads, cells, strict=True))

    @on(DataTable.RowHighlighted)
    def _draw_whole(self) -> None:
        """Write the row in hand out, since the table may show only its beginning."""
        key = self.query_one(Rows).key
        row = next((row for row in self._list.rows(self.sitting.view) if row.key == key), None)
        said = {} if row is None else self._all_cells(row)
        lines = (f"{head}: {text}" if head else text for head, text in said.items() if text)
        self.query_one("#whole", Static).update(draw.line("   ".join(lines)))

    def _cells(self, row: Row) -> tuple[str, ...]:
        heads, whole = self._heads, self._all_cells(row)
        cells = [whole[head] for head in heads]
        cuts = _CUT if self._is_wide else _NARROW
        fixed = sum(cuts[head] + 2 for head in heads if head in cuts)
        free = sum(head not in cuts for head in heads)
        wide = max(14, (self.app.size.width - fixed - 9) // free)
        return tuple(
            draw.cut(text, cuts.get(head, wide)) for head, text in zip(heads, cells, strict=True)
        )

    def _say_now(self, rows: tuple[Row, ...]) -> None:
        gaps = sum(row.gap for row in rows)
        if self.query_one("#add", Field).has_focus:
            self.now("enter keeps a line, and a further one may follow; escape leaves the field")
        elif not rows:
            self.now(f"nothing under {self._list.name} yet; n adds a line")
        elif gaps and rows[0].key == NONE:
            self.now("ask the room; n adds a line; enter records that there are none")
        elif gaps:
            lines = "1 line lacks" if gaps == 1 else f"{gaps} lines lack"
            self.now(f"{lines} something; space takes you there, enter edits")
        else:
            self.now(self._list.done)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _entered(self) -> None:
        """Say what may be done where the focus went: arrows change lists from the rows alone."""
        self.call_after_refresh(lambda: self._say_now(self._list.rows(self.sitting.view)))

    def act_back(self) -> None:
        """Go to the list before."""
        self._show(self._at - 1)

    def act_on(self) -> None:
        """Go to the next list."""
        self._show(self._at + 1)

    def _show(self, at: int) -> None:
        self._at = at % len(LISTS)
        self.query_one("#add", Field).value = ""
        self.draw_view()

    def act_new(self) -> None:
        """Add a line to this list."""
        if self._list.add:
            self.query_one("#add").focus()
        else:
            self.tell("enter edits.")

    @property
    def _understood(self) -> Understood | None:
        typed = self.query_one("#add", Field).value
        workshop = self.sitting.workshop
        try:
            return understand(typed, workshop.now.date(), landmarks(workshop.scene))
        except TextTooLong as problem:
            self.warn(str(problem))
            return None

    @on(Input.Changed, "#add")
    def _read_back(self) -> None:
        """Show what was understood of the line, before it is kept."""
        shown = self.query_one("#read", Static)
        typed = self.query_one("#add", Field).value.strip()
        item = self.sitting.item.short
        if not typed:
            hint = f"n adds a line, for {item} (, and . change it)" if self._list.add else ""
            shown.update(draw.line((hint, "$text-muted")))
            return
        parts = [typed]
        understood = self._understood if self._at == _ACTIONS else None
        if understood is not None:
            parts = [understood.text, *owners_said(understood.owners, self.sitting.view.people)]
            parts += [_day_said(understood.day, understood.due)] if understood.day else []
            parts += list(understood.plan)
        shown.update(draw.line(("enter keeps: ", "$accent"), " | ".join(parts), f" | for {item}"))

    @on(Input.Submitted, "#add")
    def _given(self) -> None:
        field, item = self.query_one("#add", Field), self.sitting.item.id
        typed = field.value.strip()
        if not typed:
            return
        understood = self._understood if self._at == _ACTIONS else None
        act = understood.act(item) if understood else self._new(typed, item)
        receipt = self.do(act) if act is not None else None
        if receipt is not None:
            field.value = ""
            self.query_one(Rows).point_at(receipt.entry)

    def _new(self, typed: str, item: str) -> object | None:
        """The act that adds a line; "none" typed under the row of none is no risk of that name."""
        rows = self._list.rows(self.sitting.view)
        if [row.key for row in rows] == [NONE] and typed.casefold().rstrip(".") == NONE:
            return RiskAct(None, none=True)
        return self._list.new(typed, item) if self._list.new else None

    @on(DataTable.RowSelected)
    def _chosen(self) -> None:
        if self._at == _PARKED or not self.is_to_read():
            self.act_enter()

    @work
    async def act_enter(self) -> None:
        """Change the row under the cursor."""
        key = self.query_one(Rows).key
        if not key:
            self.act_new()
        elif key == NONE:
            receipt = self.do(RiskAct(None, none=True))
            if receipt is not None:
                self.tell(receipt.said)
        elif self._at == _PAGE:
            await self._write(key)
        elif self._at == _PARKED:
            self.sitting.item_id = key.partition(" ")[0]
            self.program.go_to(Place.ROOM)
        else:
            await self._change(key)

    async def _write(self, key: str) -> None:
        label = next(row.cells[0] for row in self._list.rows(self.sitting.view) if row.key == key)
        before = page_text(self.sitting.view.page, key)
        text = await self.app.push_screen_wait(Writing(label, before, "As the board will read it."))
        if text is not None and text != before:
            self.do(page_act(key, text))

    async def _change(self, key: str) -> None:
        change = self._list.change
        before = self._list.start(self.sitting.view, key)
        typed: Mapping[str, str] | None = await self.app.push_screen_wait(
            Ask(self._list.name, self._list.fields, values=before)
        )
        if change is not None and typed is not None and dict(typed) != dict(before):
            act: Any = change(key, typed)
            unchanged = {
                name: None
                for name in ("due",)
                if typed.get(name) == before.get(name) and name in typed
            }
            self.do(replace(act, **unchanged))

    def act_dissent(self) -> Awaitable[None] | None:
        """Take a different view on the item of the row in hand."""
        key = self.query_one(Rows).key
        row = next((row for row in self._list.rows(self.sitting.view) if row.key == key), None)
        if row is not None and row.item in {item.id for item in self.sitting.view.items}:
            self.sitting.item_id = row.item
        return super().act_dissent()

    def act_write(self) -> None:
        """Go to the words of page 1."""
        self._show(_PAGE)

    @work
    async def act_remove(self) -> None:
        """Take out the line under the cursor, after asking."""
        key, remove = self.query_one(Rows).key, self._list.remove
        if remove is None or not key or key == NONE:
            self.tell("Nothing to remove here.")
            return
        row = next(row for row in self._list.rows(self.sitting.view) if row.key == key)
        words = row.cells[-1] if self._at == _PARKED else row.cells[0]
        question = f'Remove "{draw.cut(words, 60)}"? u brings it back.'
        if await self.app.push_screen_wait(Confirm(question, do="Remove")):
            receipt = self.do(remove(key))
            if receipt is not None:
                self.tell(receipt.said)

    def act_next(self) -> None:
        """Go to the next line that lacks something, in this list or a later one."""
        view, here = self.sitting.view, self.query_one(Rows).at
        for step in range(len(LISTS) + 1):
            at = (self._at + step) % len(LISTS)
            after = here if step == 0 else -1
            rows = LISTS[at].rows(view)
            found = next((row for n, row in enumerate(rows) if row.gap and n > after), None)
            if found is not None:
                if at != self._at:
                    self._show(at)
                self.query_one(Rows).point_at(found.key)
                return
        self.tell("Nothing is missing. o e exports the paper.")

    def large_lines(self) -> tuple[str, ...]:
        """The names of the list in hand and its lines, without who and when."""
        rows = self._list.rows(self.sitting.view)
        return (self._list.name, *(row.cells[0] for row in rows))


def _count(one: List, view: Disclosed) -> str:
    rows = one.rows(view)
    if one is LISTS[_PAGE]:
        return f"{sum(row.cells[-1] != '-' for row in rows)} of {len(rows)}"
    return str(sum(row.key != NONE for row in rows))


def _day_said(day: date, due: str) -> str:
    return f'{day:%a} {day.day} {day:%B %Y} "{due}"'


SCREEN = CloseScreen
