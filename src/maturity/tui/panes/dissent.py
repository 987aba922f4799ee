"""Dissent: a different view in its own words, read back before it is kept."""

from collections.abc import Callable, Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea

from maturity.judgement.last_words import unanswered_lines
from maturity.judgement.view import ItemView
from maturity.judgement.wording import DISSENT_OFFERED
from maturity.tui import draw
from maturity.tui.panes.kept_views import KeptViews
from maturity.tui.panes.pane import Still
from maturity.tui.panes.view_form import ViewForm
from maturity.tui.panes.view_keeping import ViewKeeping
from maturity.tui.voices import DissentDraft, sources
from maturity.tui.widgets.choice_row import ChoiceRow
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.level_field import LevelField
from maturity.tui.widgets.said import Said
from maturity.tui.widgets.thought import Thought

__all__ = ["PANE", "DissentPane"]

_NOW = {
    "from": "enter on a group keeps that they see it differently; then level, words",
    "role": "a role, never a name; enter keeps that it sees this differently",
    "held": "a number is the level they hold, enter goes on; then why, in their words",
    "reach": "a, b or n: where it may stand; enter goes on to their words",
    "reason": "why, in their words; enter reads them back, large, before they are kept",
    "change": "what would change it; enter reads it back; escape leaves it out",
    "kept": "enter on a view: the room's answer, their reply, heard, withdraw",
    "deeds": "a letter says what to do with this view; escape leaves it",
    "deed-line": "one line, said aloud first; enter keeps it; escape leaves it out",
}
_WAITS = "words wait that are not kept: space reads them back, large, and then keeps them"


class DissentPane(ViewKeeping):
    """Who sees it differently. By group, by role, or as someone in the room; never by name."""

    KEY = "d"

    def compose(self) -> ComposeResult:
        """The offer, the views kept, and the form beside what will be kept."""
        with Still(id="dissent-scroll"):
            yield Said(id="offered")
            yield KeptViews()
            yield ViewForm()
        yield Said(id="read-back")

    @property
    def scroller(self) -> Widget:
        """The form scrolls; what will be kept stays in sight under it."""
        return self.query_one("#dissent-scroll")

    def begin(self, item: ItemView) -> None:
        """Take over what was being written for this item."""
        self.query_one(KeptViews).begin()
        self.query_one(ViewForm).offer(sources(self.room.sitting.view))
        self._load(item)

    def leave(self) -> None:
        """Take what was kept out of the fields: it stands in the list now, as people may see it."""
        if self.draft.id and not self.draft.waits:
            self._start("")

    def on_descendant_focus(self) -> None:
        """Say what may be done in the field that was entered."""
        self._say_now()

    def on_descendant_blur(self) -> None:
        """Say what may be done where the focus went, once it is there."""
        self.call_after_refresh(self._say_now)

    def _say_now(self) -> None:
        if self.is_attached and self.room.is_current and self.room.sitting.step == self.KEY:
            self.room.now(self.now(self.item))

    def draw_item(self, item: ItemView) -> None:
        """Draw the views kept, and what would be kept now."""
        offered = draw.para((DISSENT_OFFERED, "bold"), *unanswered_lines(item))
        self.query_one("#offered", Static).update(offered)
        self.query_one(KeptViews).show(item.dissents)
        self._settle_with(item, self.draft)
        self.query_one("#reach", ChoiceRow).show(self.draft.reach)
        self._read_back()

    def _settle_with(self, item: ItemView, draft: DissentDraft) -> None:
        """Let the draft know what of it stands, since undo may have taken words or all of it."""
        view = next((one for one in item.dissents if one.id == draft.id), None)
        if view is not None and view.status == "withdrawn":
            self._let_go(draft)
        elif view is None:
            draft.id, draft.kept = "", ("", "")
        elif not view.withheld:
            draft.kept = view.reason, view.change

    def _let_go(self, draft: DissentDraft) -> None:
        """Empty the form of a view that was withdrawn; words typed since wait as another view."""
        draft.id = ""
        if draft.waits:
            draft.kept = "", ""
        else:
            self.forget_draft()
            self._load(self.item)

    def now(self, item: ItemView) -> str:
        """Ask whether anyone sees it differently, or what may be done in the field in focus."""
        focused = self.room.focused
        if focused is not None and focused.id in _NOW and focused in self.query("*"):
            return _NOW[focused.id]
        if self.draft.waits:
            return _WAITS
        came_from = self.room.sitting.came_from
        if came_from is not None:
            return f"n takes a further view; space goes back to {came_from.named}"
        if not item.dissents:
            return "does anyone see it differently? enter takes a view; space goes on"
        return "n takes a further view, tab reaches one that is kept; or space"

    def arrive(self) -> Widget | None:
        """The groups take up and down, and letters go on to the screen."""
        return self.query_one("#from")

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Begin a further view."""
        return {"new": self.write_new}

    def write_new(self) -> None:
        """Begin a further view, once the words that wait were read back."""
        if self.draft.waits:
            self.read_aloud()
            return
        self._start("")
        self.to("#from")

    def before_going_on(self) -> bool:
        """Read back words that wait before the room goes on; False where none do."""
        if self.draft.waits:
            self.read_aloud()
            return True
        return False

    @on(OptionList.OptionHighlighted, "#from")
    def _pointed(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        source = event.option_id or ""
        if self.draft.id and source != self.draft.source and not self.draft.waits:
            self._start(source)
        self.draft.source = source
        self._read_back()

    @on(OptionList.OptionSelected, "#from")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.draft.source = event.option_id or ""
        self.query_one("#role", Field).value = self.draft.role = ""
        # nobody in particular, and nothing said yet, is no view that could be kept
        if self.draft.is_empty or self._keep_mark():
            self._ask_level()

    @on(KeptViews.Edited)
    def _edited(self, event: KeptViews.Edited) -> None:
        event.stop()
        if self.draft.waits:
            self.read_aloud()
            return
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
        if self._keep_mark():
            self._ask_level()

    def _ask_level(self) -> None:
        """Go on to the level: a letter typed there is a command, not their words."""
        self.to("#held")

    @on(LevelField.Lit, "#held")
    def _lit(self, event: LevelField.Lit) -> None:
        event.stop()
        self.draft.level = event.level.id if event.level else self.draft.level
        self._read_back()

    @on(LevelField.Chosen, "#held")
    def _held(self, event: LevelField.Chosen) -> None:
        event.stop()
        if self._keep_mark():
            self.query_one("#held", LevelField).show(self.item.levels, event.level)
            self.to("#reason")

    @on(ChoiceRow.Chosen, "#reach")
    def _reach(self, event: ChoiceRow.Chosen) -> None:
        event.stop()
        self.draft.reach = event.value
        self.query_one("#reach", ChoiceRow).show(event.value)
        self._read_back()
        if self.draft.id:
            self._keep_mark()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.draft.reason = self.query_one("#reason", Thought).text
        self.draft.change = self.query_one("#change", Thought).text
        self._read_back()
        self.room.keep_soon(self._hold)

    @on(Thought.Given)
    def _given(self, event: Thought.Given) -> None:
        event.stop()
        if self.draft.waits:
            self.room.keeper.now()
            self.read_aloud()
        elif event.thought.id == "reason":
            self.to("#change")
        else:
            self._done()

    def on_key(self, event: events.Key) -> None:
        """`enter` on the places keeps the view as it stands; without a level it goes on to why."""
        if event.key != "enter":
            return
        is_at_level = self.query_one("#held").has_focus
        if is_at_level or (self.query_one("#reach").has_focus and self._keep_mark()):
            event.stop()
            event.prevent_default()
            self.to("#reason")


PANE = DissentPane
