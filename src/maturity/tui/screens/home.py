"""Home: the sessions of this laptop, and the way into one."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import DataTable, Static

from maturity.judgement.board import day_words
from maturity.session.lock import AlreadyOpen
from maturity.sessions import sync_service
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.dialogs import Confirm
from maturity.tui.frames.base import BaseScreen
from maturity.tui.overlays.panel import TextPanel
from maturity.tui.places import Place
from maturity.tui.rows.heads import Head, heads
from maturity.tui.widgets.rows import Rows
from maturity.workshop import Workshop

__all__ = ["SCREEN", "HomeScreen"]

_PLAIN = "Works line by line too, for screen readers: maturity run --plain"
_OPENS = "enter opens; n starts a new session"
_NONE = "no session yet; n starts the first one, enter practises"
_PRACTICE = "/practice"
"""The key of the row that practises; no folder can be called that."""
_OF_PRACTICE = (
    ("Practice (made-up area)", "bold"),
    "One made-up pillar, step by step, with words that say what to do. Ten minutes.",
    "Nothing of it is kept.",
)


class HomeScreen(BaseScreen):
    """The list of sessions; nothing is deleted here."""

    PLACE = Place.HOME
    BINDINGS = bindings(PLACE)
    CSS_PATH = "home.tcss"

    def body(self) -> ComposeResult:
        """The sessions, and beside them what is known of the one under the cursor."""
        with Horizontal(id="sessions"):
            yield Rows(draw.cell("SESSIONS"), draw.cell(""), id="list")
            yield Static(markup=False, id="about")
        yield Static(draw.line(_PLAIN), markup=False, id="plain")

    def appear(self) -> None:
        """Read the heads, and put the cursor on the session used last."""
        super().appear()
        self._show()
        self.query_one(Rows).focus()

    @property
    def home_focus(self) -> Widget | None:
        """The list."""
        return self.query_one(Rows)

    def _show(self) -> None:
        self._heads = {head.folder.name: head for head in heads(self.program.sessions)}
        listed = [
            *((draw.cut(head.title, 44), _status(head)) for head in self._heads.values()),
            ("Practice (made-up area)", "thrown away on close"),
        ]
        self.query_one(Rows).fill(
            [*self._heads, _PRACTICE],
            lambda part: [[*map(draw.cell, listed[at])] for at in part],
        )
        self.now(_OPENS if self._heads else _NONE)
        self._about()

    @property
    def _chosen(self) -> Head | None:
        return self._heads.get(self.query_one(Rows).key)

    def on_data_table_row_highlighted(self) -> None:
        """Tell about the session under the cursor."""
        self._about()

    def _about(self) -> None:
        head = self._chosen
        facts = _facts(head) if head else _OF_PRACTICE
        self.query_one("#about", Static).update(draw.para(*facts))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Open the session under the cursor."""
        event.stop()
        self.act_enter()

    def act_enter(self) -> None:
        """Open the session under the cursor at the place last left."""
        head = self._chosen
        if head is None:
            self.guarded(self.program.practise)
            return
        self.now(f"opening {head.title} ...")
        self.call_after_refresh(self._open, head)

    @work
    async def _open(self, head: Head) -> None:
        opened = self.guarded(lambda: self._opened(head))
        to_read = isinstance(opened, AlreadyOpen)
        if isinstance(opened, AlreadyOpen):
            question = f"{head.title}: {opened} Open it to read only?"
            if not await self.app.push_screen_wait(Confirm(question, keep="Leave", do="Read")):
                return
            opened = self.guarded(lambda: self._opened(head, to_read=True))
        if isinstance(opened, Workshop):
            self.program.begin(opened, to_read=to_read)
        else:
            self.now(_OPENS)

    def _opened(self, head: Head, *, to_read: bool = False) -> Workshop | AlreadyOpen:
        program = self.program
        try:
            return Workshop.open(
                head.folder, program.typist, program.clock, to_read=to_read, wait_seconds=0
            )
        except AlreadyOpen as held:
            return held

    def act_new(self) -> None:
        """Start a new session."""
        self.program.go_to(Place.NEW)

    def act_kept(self) -> None:
        """Show the folder a session is kept in."""
        head = self._chosen
        folder = head.folder if head else self.program.sessions
        service = sync_service(folder)
        copied = f"This folder is copied by {service}." if service else ""
        self.app.push_screen(TextPanel("WHERE IT IS KEPT", str(folder.absolute()), copied))


def _status(head: Head) -> str:
    if head.problem:
        return f"! {head.problem}"
    if head.closed:
        return f"{head.rated or 'none'} rated, closed: to read only"
    when = f"{head.changed:%d %b %Y %H:%M}".lstrip("0") if head.changed else ""
    return f"{head.rated or 'none'} rated, changed {when}"


def _facts(head: Head) -> tuple[draw.Part, ...]:
    if head.problem:
        told_by = f"In a terminal: maturity doctor {head.folder.name}"
        return ((head.title, "bold"), head.problem, told_by)
    facts = [
        f"Area: {head.area}" if head.area else "",
        f"Workshop on {day_words(head.date)}" if head.date else "No day set for the workshop yet",
        f"Framework: {head.framework}" if head.framework else "",
        f"Closed {head.closed}" if head.closed else "",
        f"Kept in {head.folder.name}",
    ]
    return ((head.title, "bold"), *(fact for fact in facts if fact))


SCREEN = HomeScreen
