"""The program on the screen: start-up, themes, the way between screens. Nothing else."""

import gc
import logging
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from rich.text import Text
from textual.screen import Screen
from textual.timer import Timer

from maturity import laptop as kept
from maturity.laptop import Laptop
from maturity.session.store import Typist
from maturity.tui import draw
from maturity.tui.frames.base import BaseScreen
from maturity.tui.frames.session import SessionScreen
from maturity.tui.places import SESSION, Place
from maturity.tui.program import Clock, Program
from maturity.tui.sitting import Sitting
from maturity.tui.theme import THEMES, USUAL
from maturity.tui.unkept import waiting
from maturity.workshop import Workshop

__all__ = ["MaturityApp"]

_IDLE_SECONDS = 2
_FIRST_SHEET = "room.tcss"


_LOG = logging.getLogger(__name__)
_CLOSED = (
    "Something went wrong and the screen was closed. Everything that was saved is safe: open the "
    "session again to go on."
)


class MaturityApp(Program):
    """Home, and the screens of one open session at a time."""

    TITLE = "maturity"
    CSS_PATH = "frames/base.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012 as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (15, "-short"), (30, "-tall")]  # noqa: RUF012 as Textual has it

    def __init__(
        self,
        laptop: Laptop,
        sessions: Path,
        typist: Typist,
        clock: Clock,
        workshop: Workshop | None = None,
    ) -> None:
        """The program over a folder of sessions; with `workshop` it begins in that session."""
        super().__init__()
        self.laptop = laptop
        self.sessions = sessions
        self.typist = typist
        self.clock = clock
        self.sitting: Sitting | None = None
        self._first = workshop
        self.begins_with_practice = False
        self._idle: Timer | None = None
        for theme in THEMES:
            self.register_theme(theme)
        wanted = laptop.theme
        self._begin_with(wanted if wanted in self.available_themes else USUAL)

    def _begin_with(self, theme: str) -> None:
        # a theme that is changed, and a sheet that comes later, have all styles read once more
        self.set_reactive(MaturityApp.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.set_class(not self.current_theme.dark, "-light-mode")
        self.stylesheet.set_variables(self.get_css_variables())
        if self._first is not None:
            self.css_path = [*self.css_path, Path(__file__).with_name("screens") / _FIRST_SHEET]

    def on_mount(self) -> None:
        """Show the first screen."""
        self.call_after_refresh(self._collect_again)
        if self.begins_with_practice:
            self.practise()
        elif self._first is None:
            self.go_to(Place.HOME)

    def get_default_screen(self) -> Screen[Any]:
        """The screen beneath all others: that of the session to begin in, or a blank one."""
        if self._first is None:
            return super().get_default_screen()
        # a blank screen would be styled and laid out as this one is, and never be seen
        return self._entered(self._seated(self._first))

    def _collect_again(self) -> None:
        # what is there now stays, and looking through it costs as much as drawing a screen; and
        # a method of ours, since the framework reads the signature of a built-in one slowly
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def begin(
        self, workshop: Workshop, place: Place | None = None, *, to_read: bool = False
    ) -> None:
        """Go into a session, to `place` or to where it was last left.

        With `to_read` another window has it, and nothing of it is written here.
        """
        self.end_sitting()
        left_at = self._seated(workshop, to_read=to_read)
        self.go_to(place or left_at)

    def _seated(self, workshop: Workshop, *, to_read: bool = False) -> Place:
        """Take a session in hand; gives the place where it was last left."""
        left = self.laptop.places.get(workshop.state.session.id, kept.Place())
        self.sitting = Sitting(workshop, left.item, to_read=to_read)
        self._take_up(self.sitting)
        return self._place_left(left.step)

    def _take_up(self, sitting: Sitting) -> None:
        """Take up the different views that were typed in another sitting and never kept."""
        drafts, problem = waiting(self.laptop.folder, sitting.workshop.state.session.id)
        if not (drafts or problem):
            return
        known = {item.id for item in sitting.view.items}
        sitting.drafts.update({(item, "d"): one for item, one in drafts.items() if item in known})
        titles = " and ".join(sitting.view.title_of(item) for item in sitting.unkept)
        told = f"A different view on {titles} was typed and not kept. d there reads it back."
        self.notify(draw.line(problem or told).plain, markup=False, timeout=15)

    def _place_left(self, step: str) -> Place:
        """The screen a remembered step stands for: its own name, or the Room for a step there."""
        if step in {place.value for place in SESSION}:
            return Place(step)
        if self.sitting is not None:
            self.sitting.step = step
        return Place.ROOM

    def go_to(self, place: Place) -> None:
        """Show another screen; whatever was private hides."""
        self.keep_typing()
        if place not in SESSION:
            self.end_sitting()
        screen = self._entered(place)
        if len(self.screen_stack) > 1 or isinstance(self.screen, BaseScreen):
            # the one beneath all others was never pushed, and a switch takes back what a push left
            if not self.screen._result_callbacks:  # noqa: SLF001 the framework has no other way
                self.screen._push_result_callback(self.screen, None)  # noqa: SLF001 the same
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _entered(self, place: Place) -> BaseScreen:
        """A new screen for a place, which is where the session is now."""
        screen = self._screen_of(place)
        self._fit(screen)
        if self.sitting is not None:
            self.sitting.is_private = False
            self.sitting.place = place
            self.sitting.came_from = None
            self.remember()
            self.snapshot_soon()
        return screen

    def _screen_of(self, place: Place) -> BaseScreen:
        # a screen is loaded when it is first shown, so that starting costs no more than one
        made: type[BaseScreen] = import_module(f"maturity.tui.screens.{place}").SCREEN
        if issubclass(made, SessionScreen):
            assert self.sitting is not None  # noqa: S101 the Open list exists in a session only
            return made(self.sitting)
        return made()

    def _fit(self, screen: BaseScreen) -> None:
        # a screen that learns its breakpoints later is styled and laid out once more
        for size, points in (
            (self.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            screen.add_class(next(name for least, name in reversed(points) if size >= least))

    def remember(self) -> None:
        """Keep the place, item and step in hand for the next opening of this session."""
        if self.sitting is None or self.sitting.practice is not None:
            return
        place = self.sitting.place
        step = self.sitting.step if place is Place.ROOM and self.sitting.step else place.value
        session = self.sitting.workshop.state.session.id
        self.laptop = self.laptop.left(session, kept.Place(self.sitting.item.id, step))
        try:
            kept.keep(self.laptop)
        except OSError as problem:
            if not self.is_running:
                return
            said = draw.line("This place could not be remembered: ", str(problem))
            self.notify(said.plain, markup=False)

    def snapshot_soon(self) -> None:
        """Bring the readable file of the session up to date once nothing happens for a while."""
        if self._idle is not None:
            self._idle.stop()
        self._idle = self.set_timer(_IDLE_SECONDS, self._snapshot)

    def _snapshot(self) -> None:
        # a lid that is closed, or a window, asks nobody: the place is kept while nothing happens
        self.remember()
        if self.sitting is not None and not self.sitting.read_only:
            bring = partial(self._bring_up_to_date, self.sitting)
            self.run_worker(bring, thread=True, group="snapshot")

    def _bring_up_to_date(self, sitting: Sitting) -> None:
        try:
            with sitting.disk:
                sitting.workshop.snapshot()
        except OSError as problem:
            # nothing is lost: the journal has every word, and the next change tries again
            self.call_from_thread(self.notify, str(problem), markup=False)

    def keep_typing(self) -> None:
        """Commit what is in a field of the screen in hand."""
        if isinstance(self.screen, BaseScreen):
            self.screen.keep_typing()

    async def action_quit(self) -> None:
        """Quit at once; what was typed a moment ago is kept too."""
        self.keep_typing()
        await super().action_quit()

    def _fatal_error(self) -> None:
        # by itself the framework prints every local variable, with what people typed among them
        _LOG.error("The screen was closed by a fault", exc_info=self._exception)
        self.panic(Text(_CLOSED))

    def practise(self, room: Sequence[str] = ()) -> None:
        """Begin a practice; the session in hand waits for its end. Raises `OSError`."""
        from maturity.practice import begin  # noqa: PLC0415 loaded when somebody practises

        self.keep_typing()
        practice = begin(self.typist, self.clock, room)
        if self.sitting is not None:
            self.sitting.has_practised = True
        self.sitting = Sitting(practice.workshop, practice=practice, aside=self.sitting)
        self.go_to(Place.ROOM)

    def end_practice(self) -> None:
        """Throw the practice away, and go back to the session that waits, or home."""
        self.keep_typing()
        if self.sitting is not None and self.sitting.practice is not None:
            ended, self.sitting = self.sitting, self.sitting.aside
            self.go_to(Place.ROOM if self.sitting is not None else Place.HOME)
            ended.close()

    def end_sitting(self) -> None:
        """Close the session in hand, if there is one, and the one that waits behind a practice."""
        self.remember()
        sitting, self.sitting = self.sitting, None
        while sitting is not None:
            sitting.close()
            sitting = sitting.aside
