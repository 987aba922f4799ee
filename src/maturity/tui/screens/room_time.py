"""The time of the Room: its line, what is said when a talk is over its share, and what `m` does."""

from datetime import datetime
from typing import Any

from textual import work
from textual.widgets import Static

from maturity.judgement.first_votes import widest
from maturity.judgement.timing.talk_time import MORE, rated_items
from maturity.judgement.timing.talk_words import OVER, named, worth_talking
from maturity.steps import onward
from maturity.tui import draw
from maturity.tui.screens.room_keys import RoomKeys
from maturity.tui.sitting import Sitting
from maturity.tui.talk.pace import begun_at, plan_for, time_line

__all__ = ["RoomTime"]


class RoomTime(RoomKeys):
    """A screen of steps that says where the time stands, and lets the room settle or park."""

    def __init__(self, sitting: Sitting) -> None:
        """No item has begun."""
        super().__init__(sitting)
        self._begun: dict[str, datetime] = {}

    def draw_time(self) -> None:
        """Draw the line of time, and what to do now."""
        workshop, item = self.sitting.workshop, self.sitting.item
        if item.id not in self._begun:
            self._begun[item.id] = begun_at(workshop, item.id)
        is_short = self.app.size.width < 100  # noqa: PLR2004 the width of the breakpoint
        said = time_line(workshop, self.sitting.view, item, self._begun[item.id], is_short=is_short)
        self.query_one("#pace", Static).update(draw.line((said, "$secondary")), layout=False)
        self.sitting.talk.look(workshop, item)
        self.now(self._to_do())

    def _to_do(self) -> str:
        """What the step says to do, or where else the room is wanted; first that time is up."""
        sitting = self.sitting
        said = self.pane.now(sitting.item)
        next_up = onward(sitting.view, sitting.item, sitting.step) if sitting.item.rounds else None
        if next_up is not None and next_up.why and next_up.item != sitting.item.id:
            said = f"space goes on {next_up.why.format(sitting.view.title_of(next_up.item))}"
        is_over = sitting.talk.is_over(sitting.workshop, sitting.item)
        return f"{OVER}; {said}" if is_over else said

    @work
    async def act_minutes(self) -> None:
        """Say what the talk of this item may take, and offer to record, go on a little, or park."""
        from maturity.tui.overlays.minutes import MinutesPanel  # noqa: PLC0415 loaded when shown

        sitting = self.sitting
        workshop, item = sitting.workshop, sitting.item
        time = sitting.talk.time(workshop, item)
        if time is None:
            await self._ask_when_it_began()
            return
        items = tuple(one for one in rated_items(sitting.view) if one.discussed)
        order = widest(workshop.state, workshop.framework)
        kept = worth_talking(items, order, plan_for(workshop).fit)
        chosen = await self.app.push_screen_wait(MinutesPanel(item, time, items, kept))
        if chosen == "record":
            await self.show_step("a")
        elif chosen == "more":
            sitting.talk.borrow(item, time)
            lender = f", from {named(time.lender)}" if time.lender else ""
            self.tell(f"{MORE} more minutes{lender}.")
            self.draw_time()
        elif chosen == "park":
            await self._park_with_dissent()
        elif chosen == "keep":
            from maturity.session.acts.ratings import ParkAct  # noqa: PLC0415 loaded when parked

            self.do_all(ParkAct(one.id, undiscussed=True) for one in items if one not in kept)

    async def _ask_when_it_began(self) -> None:
        """Start the clock, which is off until somebody says when the sitting began."""
        from maturity.tui.dialogs import Ask  # noqa: PLC0415 loaded when something is asked

        now = self.sitting.workshop.now
        given = await self.app.push_screen_wait(
            Ask(
                "The clock is off. When did this sitting begin?",
                {"started": "The time on the wall, such as 09:05; empty is just now"},
            )
        )
        if given is not None:
            from maturity.session.acts.page import SetAct  # noqa: PLC0415 loaded when it begins

            started = given["started"].strip() or f"{now:%H:%M}"
            self.do(SetAct("agenda.started", f"{now:%Y-%m-%d} {started}"))

    async def _park_with_dissent(self) -> None:
        item = self.sitting.item
        if item.parked is None and await self._ask_to_park():
            await self.show_step("d")

    async def _ask_to_park(self) -> bool:
        from maturity.tui.dialogs import Ask  # noqa: PLC0415 loaded when something is asked

        item = self.sitting.item
        given = await self.app.push_screen_wait(
            Ask(
                f"Park {item.short}: it comes back at the end",
                {"because": "What stands in the way"},
            )
        )
        return given is not None and self._park(item.id, because=given["because"])

    @work
    async def act_park(self) -> None:
        """Set the item aside with a reason, or take it up again."""
        item = self.sitting.item
        if item.parked is not None:
            self._park(item.id, clear=True)
        else:
            await self._ask_to_park()

    def _park(self, item: str, **given: Any) -> bool:
        """Park, and say so: a narrow screen shows no list in which it could be seen."""
        from maturity.session.acts.ratings import ParkAct  # noqa: PLC0415 loaded when parked

        receipt = self.do(ParkAct(item, **given))
        if receipt is not None:
            self.tell(receipt.said)
        return receipt is not None
