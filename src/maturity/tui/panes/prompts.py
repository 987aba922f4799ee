"""The challenge prompts of an item: those still open, how one is answered, and what was said."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity.judgement.view import ItemView
from maturity.judgement.view.prompts import PromptView
from maturity.session.acts.answers import AnswerAct
from maturity.tui import draw
from maturity.tui.frames.steps import StepsScreen
from maturity.tui.widgets.choice_row import Choice, ChoiceRow
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.marked import Marked
from maturity.tui.widgets.said import Said

__all__ = ["Prompts"]

_OUTCOMES = (
    Choice("a", "answered", "answer in a line"),
    Choice("s", "accepted", "accept as a next step"),
    Choice("p", "parked", "park"),
    Choice("d", "dismissed", "dismiss, and why"),
)
_ASKS: Mapping[str, str] = MappingProxyType(
    {
        "answered": "The room's answer, in a line",
        "accepted": "What will be done about it; it becomes an action",
        "parked": "What it waits for; may stay empty",
        "dismissed": "Why the question does not help here",
    }
)


class Prompts(VerticalScroll, can_focus=False):
    """The open ones as a list; a letter on one says what becomes of it, then a line is asked."""

    def __init__(self) -> None:
        """No prompt is being answered."""
        super().__init__(id="prompts")
        self._prompt = ""
        self._outcome = ""

    def compose(self) -> ComposeResult:
        """The open prompts, the answers offered, the line an answer needs, and those answered."""
        yield Said(
            draw.line(("Questions to ask the room (y answers one)", "$secondary")),
            id="prompts-head",
        )
        yield Marked(id="open-prompts")
        yield ChoiceRow("", _OUTCOMES, id="outcomes")
        yield Said(id="answer-head")
        yield Field(id="answer")
        yield Said(id="answered")

    @property
    def room(self) -> StepsScreen:
        """The screen around it."""
        return cast("StepsScreen", self.screen)

    @property
    def _rows(self) -> OptionList:
        return self.query_one("#open-prompts", OptionList)

    def show(self, item: ItemView) -> None:
        """Draw the prompts; one that may no longer be seen takes its line away with it."""
        still_open = [one for one in item.prompts if one.is_open]
        done = [one for one in item.prompts if not one.is_open]
        rows, at = self._rows, self._rows.highlighted
        rows.set_options([Option(draw.para(*_asked(one)), one.id) for one in still_open])
        rows.highlighted = min(at or 0, len(still_open) - 1) if still_open else None
        rows.display = self.query_one("#prompts-head").display = bool(still_open)
        answered = self.query_one("#answered", Static)
        answered.update(draw.para(*(_answered(one) for one in done)))
        answered.display = bool(done)
        self.display = bool(item.prompts)
        if self._prompt not in {one.id for one in still_open}:
            self.put_away()

    def answer(self) -> None:
        """Go to the first open prompt; where none is open, say so."""
        rows = self._rows
        if not rows.option_count:
            self.room.tell("No question is open for this item.")
            return
        self.put_away()
        rows.highlighted = 0
        self.room.set_focus(rows)

    def put_away(self) -> bool:
        """Put the line away, its words held for the prompt; False where none is open."""
        is_open, had_focus = bool(self._prompt), self.query_one("#answer").has_focus
        self._prompt = self._outcome = ""
        self.query_one("#outcomes", ChoiceRow).show("")
        self._offer()
        head, line = self.query_one("#answer-head", Static), self.query_one("#answer", Field)
        head.update(draw.line(""))
        with line.prevent(Field.Changed):
            line.value = ""
        head.display = line.display = False
        if had_focus:
            self.room.rest()
        return is_open

    def _offer(self) -> None:
        is_in_use = self._rows.has_focus or bool(self._prompt)
        self.query_one("#outcomes").display = is_in_use and bool(self._rows.option_count)

    def on_descendant_focus(self) -> None:
        """Offer the answers while somebody is among the prompts."""
        self._offer()

    def on_descendant_blur(self) -> None:
        """Offer nothing to somebody who is elsewhere."""
        self._offer()

    def on_key(self, event: events.Key) -> None:
        """On the list, the letters of the answers give one."""
        if not self._rows.has_focus:
            return
        chosen = next((one.value for one in _OUTCOMES if one.key == event.character), "")
        if chosen:
            event.stop()
            event.prevent_default()
            self._begin(chosen)

    @on(OptionList.OptionSelected, "#open-prompts")
    def _entered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._begin("answered")

    @on(ChoiceRow.Chosen, "#outcomes")
    def _picked(self, event: ChoiceRow.Chosen) -> None:
        event.stop()
        self._begin(event.value)

    def _begin(self, outcome: str) -> None:
        """Ask for the line that goes with an answer to the prompt under the cursor."""
        in_hand = self._rows.highlighted_option
        prompts = self.room.sitting.item.prompts
        prompt = next((one for one in prompts if in_hand and one.id == in_hand.id), None)
        if prompt is None:
            return
        self._prompt, self._outcome = prompt.id, outcome
        self.query_one("#outcomes", ChoiceRow).show(outcome)
        head, line = self.query_one("#answer-head", Static), self.query_one("#answer", Field)
        head.update(draw.para(prompt.text, (_ASKS[outcome], "$secondary")))
        with line.prevent(Field.Changed):
            line.value = str(self.room.sitting.drafts.get(self._draft, ""))
        head.display = line.display = True
        self.room.set_focus(line)
        line.action_end()

    @property
    def _draft(self) -> tuple[str, str]:
        """Under which name the words for the prompt in hand are held until they are kept."""
        return (self.room.sitting.item.id, f"t {self._prompt}")

    @on(Field.Changed, "#answer")
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        if self._prompt:
            self.room.sitting.drafts[self._draft] = event.value

    @on(Field.Submitted, "#answer")
    def _given(self, event: Field.Submitted) -> None:
        event.stop()
        act = AnswerAct(
            self.room.sitting.item.id,
            self._prompt,
            event.value.strip() or None,
            self._outcome,  # type: ignore[arg-type]  # one of the choices
        )
        draft = self._draft
        if self.room.do(act):
            self.room.sitting.drafts.pop(draft, None)
            self.put_away()
            self.room.rest()


def _asked(prompt: PromptView) -> tuple[draw.Part, ...]:
    """An open prompt, what made it fire, and what was said before the level changed."""
    alone = " (for you alone)" if prompt.is_private else ""
    lines: list[draw.Part] = [f"{prompt.text}{alone}"]
    if prompt.about:
        lines.append((prompt.about, "$secondary"))
    if prompt.earlier:
        before = f"Before the level changed, {prompt.earlier}: {prompt.answer}".rstrip(": ")
        lines.append((before, "$secondary"))
    return tuple(lines)


def _answered(prompt: PromptView) -> draw.Part:
    """A prompt with what became of it."""
    alone = " (for you alone)" if prompt.is_private else ""
    said = f": {prompt.answer}" if prompt.answer else ""
    return f"{prompt.text}{alone} {prompt.outcome.capitalize()}{said}"
