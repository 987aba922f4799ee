"""The fields of a different view: whose, the level held, where it may stand, and their words."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, TextArea
from textual.widgets.option_list import Option

from maturity.judgement.view import LevelView
from maturity.tui import draw
from maturity.tui.reaches import reach_choices
from maturity.tui.voices import DissentDraft
from maturity.tui.widgets.box import Unscrolled
from maturity.tui.widgets.choice_row import ChoiceRow
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.level_field import LevelField
from maturity.tui.widgets.marked import Marked
from maturity.tui.widgets.said import Said
from maturity.tui.widgets.thought import Thought

__all__ = ["ViewForm"]


class ViewForm(Unscrolled, Vertical):
    """The form; what is given in it, the pane around it takes."""

    def __init__(self) -> None:
        """An empty form."""
        super().__init__(id="view-form")

    def compose(self) -> ComposeResult:
        """The fields, each under what is asked."""
        yield Said(draw.line(("From (enter keeps it)", "$secondary")))
        yield Marked(id="from")
        yield Field(hint="or a role, such as a school leader; never a name", id="role")
        yield Said(draw.line(("Level they hold", "$secondary")))
        yield LevelField(id="held")
        yield ChoiceRow("It may stand:", reach_choices(), id="reach", is_among_words=True)
        yield Said(draw.line(("Why, in their words", "$secondary")))
        yield Thought(id="reason")
        yield Said(draw.line(("What would change it", "$secondary")))
        yield Thought(id="change")

    def offer(self, sources: Iterable[tuple[str, str]]) -> None:
        """Offer whose view it may be: values, each with its words."""
        rows = self.query_one("#from", OptionList)
        with rows.prevent(OptionList.OptionHighlighted):
            rows.set_options([Option(draw.line(words), name) for name, words in sources])

    def load(self, draft: DissentDraft, levels: Sequence[LevelView]) -> None:
        """Put a draft into the fields; nobody is told, as nobody typed."""
        rows = self.query_one("#from", OptionList)
        with rows.prevent(OptionList.OptionHighlighted):
            names = [option.id for option in rows.options]
            rows.highlighted = names.index(draft.source) if draft.source in names else 0
        for name, text in (("#reason", draft.reason), ("#change", draft.change)):
            area = self.query_one(name, Thought)
            with area.prevent(TextArea.Changed):
                area.load_text(text)
        role = self.query_one("#role", Field)
        with role.prevent(Field.Changed):
            role.value = draft.role
        held = next((level for level in levels if level.id == draft.level), None)
        self.query_one("#held", LevelField).show(levels, held)
