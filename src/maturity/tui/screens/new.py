"""New session: one page, of which only the area and the framework are needed."""

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from maturity.framework.catalogue import Entry, catalogue
from maturity.sessions import free_folder, sync_service
from maturity.shipped import frameworks_folder
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.frames.base import BaseScreen
from maturity.tui.new_session import (
    Wanted,
    as_last_time,
    before_words,
    carried_of,
    lengths,
    make,
    plan_sentence,
    title_of,
    weekday,
)
from maturity.tui.places import Place
from maturity.tui.rows.heads import Head as SessionHead
from maturity.tui.rows.heads import heads
from maturity.tui.widgets.choice_row import Choice, ChoiceRow
from maturity.tui.widgets.chrome import Head
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.labelled import Labelled

__all__ = ["SCREEN", "NewScreen"]

_FIELDS = (
    ("area", "Area", "as the paper should name it"),
    ("period", "Period", "such as spring 2026"),
    ("date", "Workshop on", "may be left empty"),
    ("last", "Last time", "the session before, if any"),
)
_LATER = (
    ("minutes", "or minutes", "empty: the framework's own"),
    ("board", "Board", "its name on the paper"),
    ("board_date", "Board on", "may be left empty"),
    ("keep_until", "Keep until", "may be left empty"),
)
_LETTERS = "abcd"
_DAYS = ("date", "board_date", "keep_until")


class NewScreen(BaseScreen):
    """The words a session starts from."""

    PLACE = Place.NEW
    BINDINGS = bindings(PLACE)
    CSS_PATH = "new.tcss"

    def __init__(self) -> None:
        """An empty page."""
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._heads: tuple[SessionHead, ...] = ()
        self._rows: dict[str, Labelled] = {}

    def body(self) -> ComposeResult:
        """One row a field, the frameworks between them, the button last."""
        with VerticalScroll(id="page", can_focus=False):
            yield from self._labelled(_FIELDS)
            yield Static(draw.line("Framework"), markup=False, classes="label")
            yield OptionList(id="frameworks", markup=False, compact=True)
            yield ChoiceRow("How long   ", id="lengths")
            yield from self._labelled(_LATER)
            yield Static(markup=False, id="kept")
            yield Static(markup=False, id="plan")
            yield Button(draw.line("Make the session"), id="make", compact=True)

    def _labelled(self, fields: tuple[tuple[str, str, str], ...]) -> ComposeResult:
        for name, label, advice in fields:
            self._rows[name] = Labelled(label, Field(id=name), advice)
            yield self._rows[name]

    def appear(self) -> None:
        """Begin at the area; the frameworks are read beside it."""
        super().appear()
        self.query_one(Head).saved = "nothing saved yet"
        self.now("type the area; tab goes on; down chooses; ctrl+s makes the session")
        self.query_one("#area").focus()
        self._read(self.program.sessions)

    @property
    def home_focus(self) -> Widget | None:
        """The button."""
        return self.query_one("#make")

    @work(thread=True, exclusive=True, group="look")
    def _read(self, sessions: Path) -> None:
        found = catalogue((frameworks_folder(), sessions.parent / "frameworks"))
        unique = {entry.file.resolve(): entry for entry in found}
        self.app.call_from_thread(self._offer, tuple(unique.values()), heads(sessions))

    def _offer(self, entries: tuple[Entry, ...], found: tuple[SessionHead, ...]) -> None:
        self._entries, self._heads = entries, found
        titles = [one.title for one in found if not one.problem]
        self.query_one("#last", Field).suggester = SuggestFromList(titles, case_sensitive=False)
        rows = self.query_one("#frameworks", OptionList)
        rows.add_options(Option(_offered(entry)) for entry in entries)
        # of several none is chosen before it is known what it follows: it is rated against one
        rows.highlighted = 0 if len(entries) == 1 else None
        self._say_plan()

    @property
    def _wanted(self) -> Wanted:
        chosen = self.query_one("#frameworks", OptionList).highlighted
        return Wanted(
            {field.id or "": field.value for field in self.query(Field)},
            self._entries[chosen] if chosen is not None and self._entries else None,
        )

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.warn("")
        name = event.input.id or ""
        if name in _DAYS:
            said = weekday(event.value, self.program.clock().date())
            self._rows[name].advise(said)
        if name in {"area", "last"}:
            wanted = self._wanted
            typed, area = wanted.typed["last"], wanted.typed["area"].strip()
            self._rows["last"].advise(before_words(typed, area, self._heads))
            self._choose_as(typed)
        self._say_plan()

    def _choose_as(self, last: str) -> None:
        """Choose the framework of last time, where none is chosen: only it can be compared."""
        rows = self.query_one("#frameworks", OptionList)
        if rows.highlighted is None:
            rows.highlighted = as_last_time(last, self._heads, self._entries)

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        self.warn("")
        for at, entry in enumerate(self._entries):
            prompt = _offered(entry, is_chosen=at == event.option_index)
            event.option_list.replace_option_prompt_at_index(at, prompt)
        self._say_plan()

    @on(ChoiceRow.Chosen, "#lengths")
    def _take_length(self, event: ChoiceRow.Chosen) -> None:
        self.query_one("#minutes", Field).value = event.value

    def _offer_lengths(self, wanted: Wanted) -> None:
        offered = lengths(wanted)
        row = self.query_one("#lengths", ChoiceRow)
        row.offer([Choice(key, *one) for key, one in zip(_LETTERS, offered, strict=False)])
        own = offered[0][0] if offered else ""
        row.show(wanted.said("minutes") or own)

    def _say_plan(self) -> None:
        wanted = self._wanted
        self._offer_lengths(wanted)
        self.query_one("#plan", Static).update(draw.line(plan_sentence(wanted)))
        folder = free_folder(self.program.sessions, title_of(wanted) or "session")
        service = sync_service(folder)
        copied = f"  ! this folder is copied by {service}" if service else ""
        kept = draw.line(f"Kept in {folder.parent.name}/{folder.name}{copied}")
        self.query_one("#kept", Static).update(kept)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _go_on(self) -> None:
        self.focus_next()

    @on(Button.Pressed)
    def _pressed(self) -> None:
        self.act_save()

    def act_save(self) -> None:
        """Make the session, and go into it."""
        program, wanted = self.program, self._wanted
        today = program.clock().date()
        carried = self.guarded(lambda: carried_of(wanted, program.sessions, self._heads, today))
        if carried is None:
            self.query_one("#last").focus()
            return
        made = self.guarded(
            lambda: make(wanted, program.sessions, program.typist, program.clock, carried)
        )
        if made is not None:
            program.begin(made, Place.PREPARE)
            said = f"Made: {made.state.session.title}. {carried.said}".rstrip()
            program.notify(draw.line(said).plain, markup=False)

    def act_leave(self) -> None:
        """Leave the field; with nothing typed go home, so that no word is lost by a slip."""
        is_empty = not any(field.value for field in self.query(Field))
        if is_empty and not isinstance(self.focused, Input):
            self.program.go_to(Place.HOME)
        else:
            self.set_focus(self.home_focus)


def _offered(entry: Entry, *, is_chosen: bool = False) -> Content:
    mark = "(*) " if is_chosen else "( ) "
    if entry.framework is None:
        fault = entry.fault
        said = f"line {fault.line}: {fault.what}" if fault else "it cannot be read"
        return draw.line(mark, (f"! {entry.file.name}  {said}", "$warning"))
    meta = entry.framework.meta
    pillars, levels = len(entry.framework.pillars), len(meta.levels)
    named = f"{meta.title} {meta.version}"
    return draw.line(mark, named, (f"   {pillars} pillars, {levels} levels", "$text-muted"))


SCREEN = NewScreen
