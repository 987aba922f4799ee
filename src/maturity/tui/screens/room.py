"""The Room: one rated item, its seven steps in any order, and the line of time."""

from collections.abc import Callable
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import AwaitMount, Widget
from textual.widgets import Static

from maturity.judgement.view import Audience
from maturity.session.voters import voters
from maturity.steps import STEPS, onward
from maturity.tui import draw
from maturity.tui.ahead import PARTS, Ahead
from maturity.tui.commands import bindings
from maturity.tui.keeping import Keeper
from maturity.tui.panes import pane_of
from maturity.tui.panes.pane import Pane
from maturity.tui.places import Place
from maturity.tui.screens.room_keys import KEYS
from maturity.tui.screens.room_time import RoomTime
from maturity.tui.sitting import Sitting
from maturity.tui.widgets.box import Box
from maturity.tui.widgets.chrome import Head, saved_line
from maturity.tui.widgets.flow import Flow
from maturity.tui.widgets.rail import Rail, rail_rows
from maturity.tui.widgets.said import Said
from maturity.tui.widgets.strip import StepStrip
from maturity.tui.widgets.typed import Typed

__all__ = ["SCREEN", "RoomScreen"]

_FIRST = KEYS[0]
_VOTES_FROM = frozenset("ret")
_PRIVATE_SECONDS = 60
_MINUTE = 60
_SCROLLS = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}


class RoomScreen(RoomTime):
    """The item in hand, and one pane for the step in hand."""

    PLACE = Place.ROOM
    BINDINGS = bindings(PLACE)
    CSS_PATH = "room.tcss"

    def __init__(self, sitting: Sitting) -> None:
        """The Room of a session, at the item and step that are in hand."""
        super().__init__(sitting)
        if sitting.step not in KEYS:
            sitting.step = _FIRST
        self.keeper = Keeper(self.set_timer)
        self._panes = {sitting.step: pane_of(sitting.step)}
        self._coming: dict[str, AwaitMount] = {}
        self._private_timer: Timer | None = None
        self._drawn_at: Size | None = None

    def body(self) -> ComposeResult:
        """The line of time over the rail and the steps."""
        yield Said(id="pace")
        with Box(id="room"):
            yield Rail()
            with Box(id="in-hand"):
                yield Said(id="item-title")
                yield StepStrip()
                with Box(id="panes"):
                    yield self.pane

    def appear(self) -> None:
        """Draw, with the focus on the strip, or in the view that somebody asked for."""
        super().appear()
        self.set_interval(_MINUTE, self.draw_time)
        panes = (partial(self._make, key) for key in KEYS)
        Ahead(self.set_timer, lambda: self.program.keys_pressed, (*PARTS, *panes)).begin()
        self.rest()
        if self.sitting.came_from is not None:
            self.set_focus(self.pane.arrive(), scroll_visible=False)

    @property
    def home_focus(self) -> Widget | None:
        """The strip, where every letter is a key."""
        return self.query_one(StepStrip)

    def rest(self) -> None:
        """Put the focus where every letter is a key."""
        self.set_focus(self.query_one(StepStrip))

    def keep_typing(self) -> None:
        """Commit what is in the field in focus."""
        self.keeper.now()

    @property
    def pane(self) -> Pane:
        """The pane of the step in hand."""
        return self._panes[self.sitting.step]

    @property
    def voters_here(self) -> int | None:
        """How many vote at this moment; None where nobody is on the register."""
        workshop = self.sitting.workshop
        return len(voters(workshop.state, workshop.framework, workshop.now)) or None

    async def show_step(self, key: str) -> Pane:
        """Show a step of the item in hand; what was typed is kept, what was private hides."""
        self._leave()
        self.sitting.came_from = self.sitting.came_from if key == "d" else None
        self.sitting.is_private = False
        with self.app.batch_update():
            self._make(key)
            if key in self._coming:
                await self._coming.pop(key)
            if key != self.sitting.step:
                self.pane.display = False
                self._panes[key].display = True
            self.sitting.step = key
            self.refresh_view()
            self.set_focus(self.pane.arrive() or self.query_one(StepStrip), scroll_visible=False)
        return self.pane

    def _make(self, key: str) -> None:
        """Make the pane of a step, put away, unless it is there or on its way."""
        if key not in self._panes:
            pane = self._panes[key] = pane_of(key)
            pane.display = False
            self._coming[key] = self.query_one("#panes").mount(pane)

    def draw_view(self) -> None:
        """Draw rail, title, strip and pane of the item in hand."""
        self._drawn_at = self.app.size
        sitting = self.sitting
        view, item = sitting.view, sitting.item
        is_wide = self.app.size.width >= 100  # noqa: PLR2004 the width of the breakpoint
        if is_wide:
            self.query_one(Rail).show(rail_rows(view), item.id)
            title = draw.para(
                (f"{item.code} {item.title}".strip().upper(), "bold $primary"), item.question
            )
            self.query_one("#item-title", Static).update(title)
            self.query_one(Head).session = view.session.title
        else:
            at = [one.id for one in view.items].index(item.id) + 1
            self.query_one(Head).session = f"{at} of {len(view.items)} {item.short}"
        planned = [*(one.item for one in view.actions), *(one.item for one in view.kloes)]
        self.query_one(StepStrip).show(
            STEPS,
            item,
            sitting.step,
            extra=str(planned.count(item.id) or ""),
            waits=item.id in sitting.unkept,
        )
        self.pane.redraw()
        self.draw_time()

    def on_resize(self) -> None:
        """Draw again for another size."""
        if self.pane.is_mounted and self._drawn_at != self.app.size:
            self.refresh_view()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep what was typed in the field that was left."""
        if isinstance(event.widget, Typed):
            self.keeper.now()

    async def on_key(self, event: events.Key) -> None:
        """Numbers go to the step or to the vote; arrows scroll the pane."""
        pane = self.pane
        if event.key in _SCROLLS and self.query_one(StepStrip).has_focus:
            pane.scroller.scroll_relative(y=_SCROLLS[event.key], animate=False)
            event.stop()
        elif event.character and event.character.isascii() and event.character.isdigit():
            event.stop()
            await self._digit(pane, event.character)

    async def _digit(self, pane: Pane, digit: str) -> None:
        if pane.digit(digit) or self.sitting.step not in _VOTES_FROM:
            return
        (await self.show_step("v")).digit(digit)

    @on(Rail.Picked)
    def _item_picked(self, event: Rail.Picked) -> None:
        self._leave()
        self.sitting.item_id = event.item
        self.item_changed()

    @on(Flow.Picked)
    async def _step_picked(self, event: Flow.Picked) -> None:
        if event.flow is self.query_one(StepStrip):
            await self.show_step(event.value)

    @on(StepStrip.Entered)
    def _enter(self) -> None:
        self.pane.enter()

    def keep_soon(self, job: Callable[[], object]) -> None:
        """Commit what is being typed a moment after the last key; row 1 says so meanwhile."""
        self.keeper.soon(job)
        kept = saved_line(self.sitting.workshop.saved_at).replace("Saved", "Typing, kept")
        self.query_one(Head).saved = kept

    def _leave(self) -> None:
        self.keeper.now()
        self.pane.leave()

    def go(self, steps: int) -> None:
        """Go so many items on, or back; what was typed is kept."""
        self._leave()
        super().go(steps)

    def item_changed(self) -> None:
        """Draw the item that is in hand now, with the focus on the strip."""
        super().item_changed()
        self.rest()

    async def act_next(self) -> None:
        """Go to the next step that has something to do, else to the next item."""
        self._leave()
        if self.pane.before_going_on() or self.go_back():
            return
        sitting = self.sitting
        goal = onward(sitting.view, sitting.item, sitting.step)
        if goal is not None:
            sitting.item_id = goal.item
            await self.show_step(goal.step)
        elif self.sitting.practice is not None:
            self.act_practise()
        else:
            self.tell("That was the last one. o s: the summary, to read back.")

    @work
    async def act_goto(self) -> None:
        """Go to an item by a few letters."""
        from maturity.tui.overlays.palette import (  # noqa: PLC0415 loaded when shown
            Palette,
            item_entries,
        )

        chosen = await self.app.push_screen_wait(Palette(item_entries(self.sitting.view)))
        if chosen:
            self._leave()
            self.sitting.item_id = chosen
            self.item_changed()

    def act_private(self) -> None:
        """Show what is private for a minute, or hide it; say so where nothing is."""
        if self.pane.ALL_PUBLIC and not self.sitting.is_private:
            self.tell(self.pane.ALL_PUBLIC)
            return
        if self._private_timer is not None:
            self._private_timer.stop()
        self.sitting.is_private = not self.sitting.is_private
        if self.sitting.is_private:
            self._private_timer = self.set_timer(_PRIVATE_SECONDS, self.hide_private)
        self.refresh_view()

    def hide_private(self) -> None:
        """Hide what is private."""
        if self.sitting.is_private:
            self.sitting.is_private = False
            self.refresh_view()

    def act_undo(self) -> None:
        """Take back the last action, once what was typed is kept."""
        self.keeper.now()
        super().act_undo()

    def act_leave(self) -> None:
        """Leave the field, or put away what the step opened."""
        self.keeper.now()
        strip = self.query_one(StepStrip)
        is_open = self.pane.put_away()
        if is_open:
            self.set_focus(self.pane.back() or strip, scroll_visible=False)
        elif self.focused is not strip:
            self.rest()
        elif not self.go_back():
            super().act_leave()

    def large_lines(self) -> tuple[str, ...]:
        """The question, or the reveal where the room has voted."""
        item = self.sitting.workshop.view(Audience.ROOM).item(self.sitting.item.id)
        if self.sitting.step != "v":
            return (item.title, item.question)
        if item.latest is None:
            return (item.title, "Votes are being gathered.")
        return (item.title, item.latest.said, item.latest.word_said)


SCREEN = RoomScreen
