"""What every screen shares: row 1, the strip, the now line, the footer, and the one guard."""

import logging
from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from typing import ClassVar, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.geometry import Region
from textual.reactive import Reactive
from textual.strip import Strip as Row
from textual.widget import Widget
from textual.widgets import Input, Static

from maturity.session.journal import NotSaved
from maturity.tui import draw
from maturity.tui.commands import COMMANDS
from maturity.tui.guard import is_known, sentence_of
from maturity.tui.messages import Gated
from maturity.tui.places import Place
from maturity.tui.program import Program
from maturity.tui.small_window import TOO_SMALL, SmallWindow
from maturity.tui.widgets.box import Box, rows_alike
from maturity.tui.widgets.chrome import Coach, Foot, Head, Now, Strip
from maturity.tui.widgets.typed import Typed

__all__ = ["BaseScreen"]

_LOG = logging.getLogger(__name__)
_BY_ID = {command.id: command for command in COMMANDS}
_T = TypeVar("_T")


class BaseScreen(SmallWindow[None]):
    """A screen with our chrome, whose keys are the commands of its place."""

    PLACE: ClassVar[Place]
    AUTO_FOCUS = ""
    # the widgets that lose and gain the focus draw themselves; the screen need not be drawn again
    focused = Reactive[Widget | None](None, repaint=False)

    def compose(self) -> ComposeResult:
        """Row 1, the body of the screen, the strip, the now line and the footer."""
        yield Static(draw.para(TOO_SMALL), id="small", markup=False)
        yield Head(id="head")
        with Box(id="body"):
            yield from self.body()
        if self.is_practice:
            yield Coach()
        yield Strip()
        yield Now()
        yield Foot(self.PLACE)

    def body(self) -> ComposeResult:
        """The widgets between row 1 and the now line."""
        yield from ()

    def render_lines(self, crop: Region) -> list[Row]:
        """Draw the ground once: everything else is drawn by the widgets."""
        return rows_alike(crop, super().render_lines)

    @property
    def program(self) -> Program:
        """The program, by its own type."""
        return cast("Program", self.app)

    @property
    def is_practice(self) -> bool:
        """Whether what is done here is thrown away, and every step says what it is for."""
        return False

    @property
    def home_focus(self) -> Widget | None:
        """Where Escape leads out of a field; None where nothing has the focus then."""
        return None

    def watch_focused(self, widget: Widget | None) -> None:
        """Let the footer name the keys that work there."""
        for foot in self.query(Foot):
            foot.meet(widget)

    def on_mount(self) -> None:
        """Draw; the one handler, since the framework calls that of every class on the way up."""
        self.appear()

    def appear(self) -> None:
        """Name the place in row 1; a screen goes on from here."""
        self.query_one(Head).place = self.PLACE.named.upper()

    def tell(self, notice: str) -> None:
        """Say in one line, for five seconds, what was done; the line before it goes."""
        self.app.clear_notifications()
        self.app.notify(draw.line(notice).plain, markup=False)

    def warn(self, sentence: str) -> None:
        """Show what is wrong above the footer, until it is dealt with; empty takes it away."""
        self.query_one(Strip).say(sentence)

    def now(self, sentence: str) -> None:
        """Say what to do now; a screen that is just going away has no line for it any more."""
        for line in self.query(Now):
            line.say(sentence)

    def guarded(self, job: Callable[[], _T]) -> _T | None:
        """Do a job; whatever goes wrong becomes a sentence, and the answer None."""
        try:
            done = job()
        except Exception as problem:  # noqa: BLE001 the one place that keeps the program alive
            if not is_known(problem):
                _LOG.exception("A command failed on %s", self.PLACE)
            self.warn(sentence_of(problem))
            if isinstance(problem, NotSaved):
                self.saved(problem=True)
            return None
        self.warn("")
        return done

    def guarded_away(self, job: Callable[[], _T]) -> _T | None:
        """Do a job in a thread of its own; what goes wrong is said on the screen."""
        try:
            return job()
        except Exception as problem:  # noqa: BLE001 handed to the one guard, on its own thread
            self.app.call_from_thread(self.guarded, partial(_raise, problem))
            return None

    def saved(self, *, problem: bool = False) -> None:
        """Show in row 1 whether all is saved."""

    async def action_run(self, command_id: str) -> None:
        """Run a command of this place, or say why it cannot be done now."""
        command = _BY_ID[command_id]
        why = self.why_not(command_id)
        if why:
            self.tell(why)
            return
        result = getattr(self, f"act_{command.verb}")()
        if isawaitable(result):
            await result

    def why_not(self, command_id: str) -> str | None:  # noqa: ARG002 a session screen looks
        """Why a command cannot be done now."""
        return None

    def keep_typing(self) -> None:
        """Commit what is in a field; a screen that commits only on `enter` has nothing to do."""

    def act_leave(self) -> None:
        """Leave the field in focus, else put the strip away."""
        if isinstance(self.focused, (Input, Typed)):
            self.set_focus(self.home_focus)
        else:
            self.warn("")

    def act_help(self) -> None:
        """Show what can be done here."""
        from maturity.tui.overlays.help import HelpPanel  # noqa: PLC0415 loaded when shown

        self.app.push_screen(HelpPanel(self.PLACE, self.focused))

    @work
    async def act_palette(self) -> None:
        """Find a command by its words."""
        from maturity.tui.overlays.palette import Palette  # noqa: PLC0415 loaded when shown

        chosen = await self.app.push_screen_wait(Palette(self.palette_entries()))
        if chosen:
            await self.palette_chosen(chosen)

    def palette_entries(self) -> tuple[tuple[str, str], ...]:
        """What the palette offers here: what is chosen, and its words."""
        from maturity.tui.overlays.palette import command_entries  # noqa: PLC0415 loaded when shown

        return command_entries(self.PLACE)

    async def palette_chosen(self, chosen: str) -> None:
        """Do what was chosen in the palette."""
        await self.action_run(chosen)

    def act_trouble(self) -> None:
        """Show what is wrong, and what to do."""
        from maturity.tui.overlays.trouble import TroublePanel  # noqa: PLC0415 loaded when shown

        self.app.push_screen(TroublePanel(self.troubles()))

    def troubles(self) -> tuple[str, ...]:
        """What is wrong, in sentences."""
        said = self.query_one(Strip).said
        return (said,) if said else ()

    @on(Gated)
    def _told_of_text(self, event: Gated) -> None:
        self.tell(event.notice)


def _raise(problem: Exception) -> None:
    raise problem
