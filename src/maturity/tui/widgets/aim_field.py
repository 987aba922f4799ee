"""The aim for next time: a level, and what it takes to get there."""

from textual.app import ComposeResult
from textual.containers import Vertical

from maturity.judgement.view import ItemView
from maturity.tui import draw
from maturity.tui.widgets.box import Unscrolled
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.level_field import LevelField
from maturity.tui.widgets.said import Said

__all__ = ["AimField"]


class AimField(Unscrolled, Vertical):
    """A level field over a line of text; the pane around it records both."""

    def compose(self) -> ComposeResult:
        """Level and text."""
        yield Said(draw.line(("Aim for next time", "$secondary")))
        yield LevelField(classes="aim-level")
        yield Field(hint="what it takes to get there", classes="aim-text")

    def show(self, item: ItemView) -> None:
        """Show the aim that stands."""
        aim = item.rating.aim
        self.query_one(LevelField).show(item.levels, aim.level if aim else None)
        field = self.query_one(Field)
        if not field.has_focus:
            with field.prevent(Field.Changed):
                field.value = aim.text if aim else ""
