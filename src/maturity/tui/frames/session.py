"""What the screens of an open session share: acts done through one guard, and the view drawn."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Any

from textual import work
from textual.widget import Widget

from maturity.session.acts.act import Refused
from maturity.session.voters import group_label, voters
from maturity.steps import step_of
from maturity.tui.commands import COMMANDS
from maturity.tui.frames.base import BaseScreen
from maturity.tui.places import Place
from maturity.tui.sitting import Sitting
from maturity.tui.widgets.chrome import Coach, Foot, Head, saved_line
from maturity.workshop import Receipt, Workshop

__all__ = ["SessionScreen"]

# what to do now where nothing may be changed
_TO_READ = "to read only: , and . change the item, o opens another screen, ! says why"

_BY_ID = {command.id: command for command in COMMANDS}


class SessionScreen(BaseScreen):
    """A screen of an open session. It builds acts, and draws the view that comes back."""

    def __init__(self, sitting: Sitting) -> None:
        """A screen over what its session shares."""
        super().__init__()
        self.sitting = sitting

    def appear(self) -> None:
        """Name session and place, and draw."""
        super().appear()
        self.query_one(Head).session = self.sitting.view.session.title
        if self.sitting.read_only:
            foot = self.query_one(Foot)
            foot.commands = tuple(one for one in foot.commands if not one.changes)
            self.warn("")
        self.refresh_view()
        if self.PLACE in {Place.ROOM, Place.PREPARE}:
            self.tell_of_evidence()

    @property
    def is_practice(self) -> bool:
        """Whether the session is one to practise on."""
        return self.sitting.practice is not None

    def tell_of_evidence(self) -> None:
        """Say which evidence cannot be searched any more, where people look for some."""
        for notice in self.sitting.workshop.evidence_notices:
            self.warn(notice)

    def refresh_view(self) -> None:
        """Draw everything again from the session as it stands."""
        self.query_one(Head).standing = (
            "PRIVATE SHOWN - h hides" if self.sitting.is_private else self.sitting.standing
        )
        for coach in self.query(Coach):
            coach.say(self._coached())
        self.saved()
        self.draw_view()
        if self.sitting.read_only:
            # every kind of field comes with it, which the first screen has none of
            from maturity.tui.reading import only_to_read  # noqa: PLC0415 see above

            only_to_read(self)

    def now(self, sentence: str) -> None:
        """Say what to do now; where nothing may be changed, that it is only to be read."""
        super().now(_TO_READ if self.sitting.read_only else sentence)

    def warn(self, sentence: str) -> None:
        """Show what is wrong; why nothing may be changed stands there for good."""
        super().warn(sentence or self.sitting.read_only)

    def set_focus(self, widget: Widget | None, *given: Any, **more: Any) -> None:
        """Put the focus on a widget; on the way out of the fields where that takes none."""
        is_closed = widget is not None and bool(self.sitting.read_only) and not widget.focusable
        super().set_focus(self.home_focus if is_closed else widget, *given, **more)

    def _coached(self) -> str:
        """What a practice says of the step in hand, or of the screen."""
        practice, step = self.sitting.practice, self.sitting.step
        if practice is None:
            return ""
        if self.PLACE is not Place.ROOM:
            return practice.says(self.PLACE.value)
        return practice.says(step, is_done=step_of(step).is_done(self.sitting.item))

    def draw_view(self) -> None:
        """Draw the body from `self.sitting.view`."""

    def saved(self, *, problem: bool = False) -> None:
        """Show in row 1 whether all is saved, and when."""
        workshop = self.sitting.workshop
        head = self.query_one(Head)
        if problem:
            head.saved = "NOT SAVED - ! tells you what to do"
        elif self.sitting.read_only:
            head.saved = "Read only"
        elif self.sitting.practice is not None:
            head.saved = "thrown away on close"
        else:
            head.saved = saved_line(workshop.saved_at)

    def do(self, act: object, *, is_warned: bool = False) -> Receipt | None:
        """Do an act and draw what came of it; None where it was refused, and the strip says why.

        With `is_warned` what the act would warn of stands on the screen already.
        """
        return self._settled(lambda: self.sitting.workshop.do(act), is_warned=is_warned)

    def settle(self, job: Callable[[], Receipt]) -> Receipt | None:
        """Do a job that changes the session in any other way, and draw what came of it."""
        return self._settled(job)

    def do_all(self, acts: Iterable[object]) -> tuple[Receipt, ...]:
        """Do acts one after another until one is refused, and draw once."""
        done: list[Receipt] = []

        def job() -> None:
            self._may_change()
            done.extend(self.sitting.workshop.do(act) for act in acts)

        with self.sitting.disk:
            self.guarded(job)
        self._drawn(done)
        return tuple(done)

    def _settled(self, job: Callable[[], Receipt], *, is_warned: bool = False) -> Receipt | None:
        def allowed() -> Receipt:
            self._may_change()
            return job()

        with self.sitting.disk:
            receipt = self.guarded(allowed)
        if receipt is None and not self.query_one(Head).saved.startswith("NOT SAVED"):
            self.saved()
        if receipt is not None:
            self._drawn([replace(receipt, warnings=())] if is_warned else [receipt])
        return receipt

    def _may_change(self) -> None:
        if self.sitting.read_only:
            raise Refused(self.sitting.read_only)

    def is_to_read(self) -> bool:
        """Whether nothing may be changed here; if so, it is said."""
        if self.sitting.read_only:
            self.tell(self.sitting.read_only)
        return bool(self.sitting.read_only)

    def not_kept(self) -> None:
        """Say in row 1 that words typed are on the screen and nowhere else."""
        head = self.query_one(Head)
        if not head.saved.startswith("NOT SAVED"):
            head.saved = "Not kept yet - ! says why"

    def _drawn(self, receipts: Iterable[Receipt]) -> None:
        for warning in (text for receipt in receipts for text in receipt.warnings):
            self.tell(warning)
        self.refresh_view()
        self.program.snapshot_soon()

    def why_not(self, command_id: str) -> str | None:
        """Why a command cannot be done now, as its declaration says."""
        command = _BY_ID[command_id]
        if command.changes and self.sitting.read_only:
            return self.sitting.read_only
        return command.ready(self.sitting.view)

    def palette_entries(self) -> tuple[tuple[str, str], ...]:
        """The commands of this place, then the items and the screens of the session."""
        from maturity.tui.overlays.palette import session_entries  # noqa: PLC0415 loaded when shown

        return (*super().palette_entries(), *session_entries(self.sitting.view))

    async def palette_chosen(self, chosen: str) -> None:
        """Run a command, or go to an item or a screen."""
        kind, _, name = chosen.partition(" ")
        if kind == "item":
            self.sitting.item_id = name
            self.item_changed()
        elif kind == "place":
            self.program.go_to(Place(name))
        else:
            await super().palette_chosen(chosen)

    def act_undo(self) -> None:
        """Take back the last action."""
        receipt = self.settle(self.sitting.workshop.undo)
        if receipt:
            self.tell(receipt.said)

    def act_redo(self) -> None:
        """Do again what was undone last."""
        receipt = self.settle(self.sitting.workshop.redo)
        if receipt:
            self.tell(receipt.said)

    def act_save(self) -> None:
        """Say when the last word was saved, and bring the readable file up to date."""
        self.tell(f"Already {saved_line(self.sitting.workshop.saved_at).lower()}")
        self.program.snapshot_soon()

    def act_before(self) -> None:
        """Go to the item before."""
        self.go(-1)

    def act_after(self) -> None:
        """Go to the item after."""
        self.go(1)

    def go(self, steps: int) -> None:
        """Go so many items on, or back."""
        if self.sitting.move(steps):
            self.item_changed()
        else:
            self.tell("This is the last one." if steps > 0 else "This is the first one.")

    def item_changed(self) -> None:
        """Draw the item that is in hand now; private things hide."""
        self.sitting.is_private = False
        self.refresh_view()

    def act_dissent(self) -> Awaitable[None] | None:
        """Take a different view on the item in hand, at the step made for it; then come back."""
        self.sitting.step = "d"
        self.program.go_to(Place.ROOM)
        self.sitting.came_from = self.PLACE
        return None

    def go_back(self) -> bool:
        """Go back to the screen on which a different view was asked for; False where none was."""
        place = self.sitting.came_from
        if place is None:
            return False
        self.program.go_to(place)
        return True

    @work
    async def act_practise(self) -> None:
        """Begin a practice with the voters who are here; in one, throw it away."""
        if self.sitting.practice is None:
            self.guarded(lambda: self.program.practise(_groups_here(self.sitting.workshop)))
            return
        from maturity.tui.dialogs import Confirm  # noqa: PLC0415 loaded when something is asked

        waits = self.sitting.aside
        after = f" {waits.view.session.title} goes on." if waits else ""
        question = f"Is the practice over? It is thrown away.{after}"
        if await self.app.push_screen_wait(Confirm(question, keep="Stay", do="Throw it away")):
            self.guarded(self.program.end_practice)

    @work
    async def act_open(self) -> None:
        """Open another screen of this session."""
        from maturity.tui.overlays.open_list import OpenList  # noqa: PLC0415 loaded when shown

        place = await self.app.push_screen_wait(OpenList(self.PLACE))
        if place is not None:
            self.program.go_to(place)

    def act_large(self) -> None:
        """Show what is in hand large."""
        from maturity.tui.overlays.large import Large  # noqa: PLC0415 loaded when shown

        self.app.push_screen(Large(self.large_lines()))

    def large_lines(self) -> tuple[str, ...]:
        """What `z` shows: public, one thing."""
        item = self.sitting.item
        return (item.title, item.question)

    def act_next(self) -> Awaitable[None] | None:
        """Go to the next useful thing."""
        self.go(1)
        return None

    def troubles(self) -> tuple[str, ...]:
        """The strip, and what the session itself has to say."""
        workshop = self.sitting.workshop
        told = (self.sitting.read_only, *workshop.recovered, *workshop.evidence_notices)
        return tuple(dict.fromkeys((*super().troubles(), *(one for one in told if one))))


def _groups_here(workshop: Workshop) -> tuple[str, ...]:
    """The voice group of each voter who is here, in words."""
    framework = workshop.framework
    here = voters(workshop.state, framework, workshop.now)
    return tuple(group_label(framework, person.group or "") for person in here)
