"""A different view read back, large, to whoever gave it; `enter` keeps it."""

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from maturity.judgement.view import Disclosed, ItemView
from maturity.tui import draw
from maturity.tui.dialogs import Confirm
from maturity.tui.overlays.panel import Panel
from maturity.tui.reaches import reach_choices
from maturity.tui.voices import DissentDraft, aloud, wider_source
from maturity.tui.widgets.choice_row import ChoiceRow

__all__ = ["ReadBack"]

_KEYS = "enter keeps it   escape mends the words   delete throws them away"
_QUESTION = "Throw these words away? They were never kept, and cannot be brought back."


class ReadBack(Panel[DissentDraft]):
    """Gives the draft as it is to be kept; one without words is to be thrown away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False, priority=True),
        Binding("w", "wider", show=False),
        Binding("delete", "discard", show=False),
    ]

    def __init__(self, draft: DissentDraft, item: ItemView, view: Disclosed) -> None:
        """Read back a view on an item; the draft itself is left as it is."""
        super().__init__("READ THIS ALOUD, AND ASK: IS THAT WHAT YOU MEAN?")
        self._draft = replace(draft)
        self._of = item, view

    def body(self) -> ComposeResult:
        """The words, where they may stand, a wider label, and the keys."""
        with VerticalScroll(id="aloud", can_focus=False):
            yield Static(markup=False, id="said")
        yield ChoiceRow("It may stand:", reach_choices(), id="reach")
        yield Static(markup=False, id="wider")
        yield Static(draw.line(_KEYS), markup=False, classes="keys")

    def on_mount(self) -> None:
        """Draw, with the letters of the places as keys."""
        self._draw()
        self.query_one(ChoiceRow).focus()

    def _draw(self) -> None:
        draft, (item, view) = self._draft, self._of
        self.query_one("#said", Static).update(draw.para(*aloud(draft, item, view)))
        self.query_one(ChoiceRow).show(draft.reach)
        wider = wider_source(draft, view)
        as_whom = replace(draft, source=wider, role="").who(view)
        offered = self.query_one("#wider", Static)
        offered.display = bool(wider)
        offered.update(draw.line(("w", "bold $primary"), f" as a wider group: {as_whom}"))

    @on(ChoiceRow.Chosen)
    def _reach(self, event: ChoiceRow.Chosen) -> None:
        event.stop()
        self._draft.reach = event.value
        self._draw()

    def action_wider(self) -> None:
        """Let the view go by a wider label."""
        wider = wider_source(self._draft, self._of[1])
        if wider:
            self._draft.source, self._draft.role = wider, ""
            self._draw()

    def action_keep(self) -> None:
        """Keep it as it was read back."""
        self.dismiss(self._draft)

    @work
    async def action_discard(self) -> None:
        """Throw the words away, after asking."""
        if await self.app.push_screen_wait(Confirm(_QUESTION, do="Throw away")):
            kept = self._draft.kept
            self.dismiss(replace(self._draft, reason=kept[0], change=kept[1]))
