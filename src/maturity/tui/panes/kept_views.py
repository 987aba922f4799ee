"""The different views kept of an item, and what may be done with one: answer, reply, withdraw."""

from collections.abc import Sequence
from typing import cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity.judgement.view import DissentView
from maturity.session.acts.dissents import REACHES, WITHDRAWN, DissentAct
from maturity.tui import draw
from maturity.tui.frames.steps import StepsScreen
from maturity.tui.widgets.box import Unscrolled
from maturity.tui.widgets.choice_row import Choice, ChoiceRow
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.marked import Marked
from maturity.tui.widgets.said import Said

__all__ = ["KeptViews"]

# h is no key here: pressed one moment too early it would show what is private to the room
_DEEDS = (
    Choice("a", "answer", "the room's answer"),
    Choice("r", "reply", "their one line to it"),
    Choice("f", "heard", "they feel heard"),
    Choice("w", "withdraw", "withdraw"),
    Choice("e", "edit", "mend its words"),
)
_LINES = {
    "answer": "The room's answer, in one line",
    "reply": "Their one line to that answer",
}


class KeptViews(Unscrolled, Vertical):
    """A list; `enter` on a view offers what may be done with it."""

    class Edited(Message):
        """The words of a view are to be mended."""

        def __init__(self, view: str) -> None:
            """The id of the view."""
            super().__init__()
            self.view = view

    def __init__(self) -> None:
        """No view is in hand."""
        super().__init__(id="kept-views")
        self._view = ""
        self._deed = ""

    def compose(self) -> ComposeResult:
        """The views; what may be done with one comes once one is picked."""
        yield Marked(id="kept")

    @property
    def room(self) -> StepsScreen:
        """The screen around it."""
        return cast("StepsScreen", self.screen)

    def begin(self) -> None:
        """Put everything but the list away."""
        self._view = self._deed = ""
        self._put_away()

    def _put_away(self) -> None:
        for widget in self.query("#deeds, #deed-head, #deed-line"):
            widget.display = False

    def show(self, views: Sequence[DissentView]) -> None:
        """Draw the views."""
        self.display = bool(views)
        kept = self.query_one("#kept", OptionList)
        at = kept.highlighted
        kept.set_options([Option(draw.para(*_lines(view)), view.id) for view in views])
        kept.highlighted = min(at or 0, len(views) - 1) if views else None

    @on(OptionList.OptionSelected, "#kept")
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._view = event.option_id or ""
        if not self.query("#deeds"):
            row = ChoiceRow("With this view:", _DEEDS, id="deeds")
            await self.mount(row, Said(id="deed-head"), Field(id="deed-line"))
            self._put_away()
        deeds = self.query_one("#deeds")
        deeds.display = True
        self.room.set_focus(deeds)

    @on(ChoiceRow.Chosen, "#deeds")
    def _done(self, event: ChoiceRow.Chosen) -> None:
        event.stop()
        if event.value == "heard":
            self._finish(DissentAct(None, id=self._view, heard=True))
        elif event.value == "withdraw":
            self._withdraw()
        elif event.value == "edit":
            self.post_message(self.Edited(self._view))
            self.begin()
        else:
            self._deed = event.value
            head, line = self.query_one("#deed-head", Static), self.query_one("#deed-line", Field)
            head.display = line.display = True
            head.update(draw.line((_LINES[event.value], "$secondary")))
            line.value = ""
            self.room.set_focus(line)

    @on(Field.Submitted, "#deed-line")
    def _line(self, event: Field.Submitted) -> None:
        event.stop()
        given = event.value.strip()
        if self._deed == "answer":
            self._finish(DissentAct(None, id=self._view, answer=given))
        else:
            self._finish(DissentAct(None, id=self._view, reply=given))

    @work
    async def _withdraw(self) -> None:
        from maturity.tui.dialogs import Confirm  # noqa: PLC0415 loaded when something is asked

        question = f"Withdraw this view? {WITHDRAWN} u brings it back."
        if await self.app.push_screen_wait(Confirm(question, do="Withdraw")):
            self._finish(DissentAct(None, id=self._view, withdraw=True))

    def _finish(self, act: DissentAct) -> None:
        if self.room.do(act):
            self.begin()
            self.room.set_focus(self.query_one("#kept"))


def _lines(view: DissentView) -> tuple[draw.Part, ...]:
    if view.withheld:
        return (view.withheld.reason,)
    if view.status == "withdrawn":
        return (f"{view.who}: withdrawn",)
    held = f" would say {view.level.label}" if view.level else " would say something else"
    reason = f': "{view.reason}"' if view.reason else " (no reason yet)"
    lines: list[draw.Part] = [f"{view.who}{held}{reason}"]
    if view.change:
        lines.append(f'  would change it: "{view.change}"')
    lines.append((f"  stands {REACHES[view.reach]}{', heard' if view.heard else ''}", "$secondary"))
    lines.append(f"  answer: {view.answer}" if view.answer else ("  no answer yet", "$secondary"))
    if view.reply:
        lines.append(f"  reply: {view.reply}")
    return tuple(lines)
