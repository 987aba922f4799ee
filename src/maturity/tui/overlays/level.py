"""A level chosen on a panel: a number lights one, `enter` records it."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from maturity.judgement.view import ItemView, Withheld
from maturity.tui import draw
from maturity.tui.overlays.panel import Panel
from maturity.tui.widgets.level_field import LevelField

__all__ = ["LevelPanel"]


class LevelPanel(Panel[str]):
    """Gives the id of the level that was recorded."""

    def __init__(self, item: ItemView) -> None:
        """The levels of an item beside its votes."""
        super().__init__(f"LEVEL OF {item.title.upper()}")
        self._item = item

    def body(self) -> ComposeResult:
        """What the votes said, and the levels."""
        latest = self._item.latest
        yield Static(draw.para(latest.said if latest else "No vote yet."), markup=False)
        yield LevelField()
        keys = "a number lights a level   enter records it   escape leaves it as it was"
        yield Static(draw.line(keys), markup=False, classes="keys")

    def on_mount(self) -> None:
        """Show the levels; none is lit."""
        field = self.query_one(LevelField)
        latest = self._item.latest
        counts = () if latest is None or isinstance(latest.counts, Withheld) else latest.counts
        field.show(self._item.levels, self._item.rating.level, votes=counts)
        field.focus()

    @on(LevelField.Chosen)
    def _chosen(self, event: LevelField.Chosen) -> None:
        if event.level is not None:
            self.dismiss(event.level.id)
