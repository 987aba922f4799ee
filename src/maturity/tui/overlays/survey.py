"""What was read in a survey, shown before any of it is kept."""

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from maturity.framework import Framework
from maturity.survey.importing import Gathered
from maturity.survey.telling import columns_said, not_read, will_keep
from maturity.tui import draw
from maturity.tui.overlays.panel import Panel

__all__ = ["SurveyPanel"]

_KEYS = "enter keeps these counts   escape leaves, nothing kept"


class SurveyPanel(Panel[Gathered]):
    """Gives what was read, once it is to be kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False, priority=True),
    ]

    def __init__(
        self, name: str, gathered: Gathered, framework: Framework, voted: Collection[str]
    ) -> None:
        """Show what was read in the file of this name; nothing is kept for items that `voted`."""
        super().__init__(f"FIRST VOTES FROM {draw.cut(name, 50)}")
        self._gathered = gathered
        self._framework = framework
        self._voted = voted

    def body(self) -> ComposeResult:
        """What will be kept, what was said of the file, and which column was taken for what."""
        gathered, framework = self._gathered, self._framework
        lines: list[draw.Part] = [*will_keep(gathered.survey, framework, self._voted), ""]
        lines += [(f"! {notice}", "$warning") for notice in gathered.notices]
        lines += [("Columns", "bold"), *columns_said(gathered.columns, framework)]
        lines += not_read(gathered.unread)
        with VerticalScroll(id="text"):
            yield Static(draw.para(*lines), markup=False)
        yield Static(draw.line(_KEYS), markup=False, classes="keys")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#text").focus()

    def action_keep(self) -> None:
        """Keep the counts."""
        self.dismiss(self._gathered)
