"""Dissent: a different view in its own words, read back before it is kept."""

from collections.abc import Callable, Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from maturity.judgement.view import ItemView
from maturity.judgement.wording import DISSENT_OFFERED
from maturity.session.acts.dissents import REACHES, DissentAct
from maturity.tui import draw
from maturity.tui.panes.kept_views import KeptViews
from maturity.tui.panes.pane import Pane
from maturity.tui.panes.voices import DissentDraft, read_back, sources
from maturity.tui.widgets.choice_row import Choice, ChoiceRow
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.level_field import LevelField
from maturity.tui.widgets.marked import Marked
from maturity.tui.widgets.said import Said
from maturity.tui.widgets.thought import Thought

__all__ = ["PANE", "DissentPane"]

_LEVEL_NOW = "a number is the level they hold, enter goes on; then why, in their words"
_REACH_KEYS = {"public": "a", "board": "b", "noted": "n"}


class DissentPane(Pane):
    """Who sees it differently. By group, by role, or as someone in the room; never by name."""

    KEY = "d"

    def compose(self) -> ComposeResult:
        """The offer, the views kept, and the form beside what will be kept."""
        with VerticalScroll(id="dissent-scroll", can_focus=False):
            yield Said(draw.para((DISSENT_OFFERED, "bold")), id="offered")
            yield KeptViews()
            with Vertical(id="view-form"):
                yield Said(draw.line(("From (enter keeps it)", "$secondary")))
                yield Marked(id="from")
                yield Field(hint="or a role, such as a school leader; never a name", id="role")
                yield Said(draw.line(("Level they hold", "$secondary")))
                yield LevelField(id="held")
                reaches = [
                    Choice(_REACH_KEYS[name], name, words) for name, words in REACHES.items()
                ]
                yield ChoiceRow("It may stand:", reaches, id="reach")
                yield Said(draw.line(("Why, in their words", "$secondary")))
                yield Thought(id="reason")
                yield Said(draw.line(("What would change it", "$secondary")))
                yield Thought(id="change")
        yield Said(id="read-back")

    @property
    def scroller(self) -> Widget:
        """The form scrolls; what will be kept stays in sight under it."""
        return self.query_one("#dissent-scroll")

    @property
    def draft(self) -> DissentDraft:
        """What is being written for the item in hand; kept when the room moves on."""
        draft: DissentDraft = self.draft_of(DissentDraft)
        return draft

    def begin(self, item: ItemView) -> None:
        """Take over what was being written for this item."""
        self.query_one(KeptViews).begin()
        offered = sources(self.room.sitting.view)
        rows = self.query_one("#from", OptionList)
        with rows.prevent(OptionList.OptionHighlighted):
            rows.set_options([Option(draw.line(words), name) for name, words in offered])
        self._load(item)

    def _load(self, item: ItemView) -> None:
        """Put the draft into its fields, the mark on whose view it is among them."""
        draft = self.draft
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
        held = next((level for level in item.levels if level.id == draft.level), None)
        self.query_one("#held", LevelField).show(item.levels, held)

    def leave(self) -> None:
        """Take what was kept out of the fields: it stands in the list now, as people may see it."""
        if self.draft.is_kept:
            self._start("")

    def _start(self, source: str) -> None:
        """Begin another view."""
        self.forget_draft()
        self.draft.source = source
        self._load(self.item)
        self._read_back()

    def draw_item(self, item: ItemView) -> None:
        """Draw the views kept, and what would be kept now."""
        self.query_one(KeptViews).show(item.dissents)
        draft = self.draft
        self.query_one("#reach", ChoiceRow).show(draft.reach)
        self._read_back()

    def _read_back(self) -> None:
        lines = read_back(self.draft, self.item, self.room.sitting.view)
        self.query_one("#read-back", Static).update(draw.para(*lines))

    def now(self, item: ItemView) -> str:
        """Ask whether anyone sees it differently."""
        if not item.dissents:
            return "ask the room; enter on a group keeps its view, then why; or space"
        return "read the words back; enter on a kept view answers it; or space"

    def arrive(self) -> Widget | None:
        """The groups take up and down, and letters go on to the screen."""
        return self.query_one("#from")

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Begin a further view."""
        return {"new": self.write_new}

    def write_new(self) -> None:
        """Begin a further view."""
        self._start("")
        self.to("#from")

    @on(OptionList.OptionHighlighted, "#from")
    def _pointed(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        source = event.option_id or ""
        if self.draft.id and source != self.draft.source:
            self._start(source)
        self.draft.source = source
        self._read_back()

    @on(OptionList.OptionSelected, "#from")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.draft.source = event.option_id or ""
        self.query_one("#role", Field).value = self.draft.role = ""
        # nobody in particular, and nothing said yet, is no view that could be kept
        if self.draft.is_empty or self._keep():
            self._ask_level()

    @on(KeptViews.Edited)
    def _edited(self, event: KeptViews.Edited) -> None:
        event.stop()
        view = next(one for one in self.item.dissents if one.id == event.view)
        if view.withheld or view.status == "withdrawn":
            self.room.tell("Its words are not shown here. h shows what is private.")
            return
        self.forget_draft()
        draft = self.draft
        draft.id, draft.reason, draft.change = view.id, view.reason, view.change
        draft.role = "" if view.who_kind == "none" else view.who
        draft.level, draft.reach = view.level.id if view.level else "", view.reach
        draft.note_kept()
        self._load(self.item)
        self.draw_item(self.item)
        self.to("#reason")

    @on(Field.Changed, "#role")
    def _role_typed(self, event: Field.Changed) -> None:
        event.stop()
        self.draft.role = event.value
        self._read_back()

    @on(Field.Submitted, "#role")
    def _role_given(self, event: Field.Submitted) -> None:
        event.stop()
        if self._keep():
            self._ask_level()

    def _ask_level(self) -> None:
        """Go on to the level, and say so: a letter typed there is a command, not their words."""
        self.to("#held")
        self.room.now(_LEVEL_NOW)

    @on(LevelField.Lit, "#held")
    def _lit(self, event: LevelField.Lit) -> None:
        event.stop()
        self.draft.level = event.level.id if event.level else self.draft.level
        self._read_back()

    @on(LevelField.Chosen, "#held")
    def _held(self, event: LevelField.Chosen) -> None:
        event.stop()
        if self._keep():
            self.query_one("#held", LevelField).show(self.item.levels, event.level)
            self.to("#reason")

    @on(ChoiceRow.Chosen, "#reach")
    def _reach(self, event: ChoiceRow.Chosen) -> None:
        event.stop()
        self.draft.reach = event.value
        self.query_one("#reach", ChoiceRow).show(event.value)
        self._read_back()
        if self.draft.id:
            self._keep()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.draft.reason = self.query_one("#reason", Thought).text
        self.draft.change = self.query_one("#change", Thought).text
        self._read_back()

    @on(Thought.Given, "#reason")
    def _reason_given(self) -> None:
        if self._keep():
            self.to("#change")

    @on(Thought.Given, "#change")
    def _change_given(self) -> None:
        if self._keep():
            self.write_new()
            self.room.rest()

    def on_key(self, event: events.Key) -> None:
        """`enter` on the places keeps the view as it stands; without a level it goes on to why."""
        if event.key != "enter":
            return
        is_at_level = self.query_one("#held").has_focus
        if is_at_level or (self.query_one("#reach").has_focus and self._keep()):
            event.stop()
            event.prevent_default()
            self.to("#reason")

    def _keep(self) -> bool:
        """Keep what was read back; a view that is kept already is changed."""
        draft = self.draft
        answers = draft.answers(self.room.sitting.view)
        if draft.id not in {view.id for view in self.item.dissents}:
            receipt = self.give(self.form("A different view"), answers)
        else:
            receipt = self.room.do(
                DissentAct(
                    None,
                    id=draft.id,
                    from_=answers["from"],
                    level=answers["level"] or None,
                    reason=answers["reason"],
                    change=answers["change"],
                    reach=answers["reach"],  # type: ignore[arg-type]  # one of the choices
                )
            )
        if receipt is None:
            return False
        draft.id = receipt.entry or draft.id
        draft.note_kept()
        self._read_back()
        return True


PANE = DissentPane
