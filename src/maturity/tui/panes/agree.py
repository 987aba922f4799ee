"""Agree: the votes beside the levels, the level the room chooses, and why."""

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static, TextArea

from maturity.judgement.last_words import moved_words
from maturity.judgement.view import ItemView, Withheld
from maturity.judgement.wording import CANNOT_SAY, SPLIT_ADVICE, UNFINISHED
from maturity.report.phrases import first_sentence
from maturity.session.acts.ratings import RateAct
from maturity.tui import draw
from maturity.tui.panes.pane import Pane
from maturity.tui.widgets.aim_field import AimField
from maturity.tui.widgets.choice_row import Choice, ChoiceRow
from maturity.tui.widgets.field import Field
from maturity.tui.widgets.level_field import LevelField
from maturity.tui.widgets.said import Said
from maturity.tui.widgets.thought import Thought

__all__ = ["PANE", "AgreePane"]

_FIRST = 110
_SAID = 40
_OTHERS = (
    Choice("n", "not-reached", "not reached"),
    Choice("s", "cannot-say", "cannot say yet"),
    Choice("a", "not-applicable", "not applicable"),
    Choice("c", "clear", "clear it"),
)
_WHY_NOT = "Why does it not apply here?"


class AgreePane(Pane):
    """What the room says of the item. Nothing is chosen before somebody chooses it."""

    KEY = "a"
    DRAFTED = ("why",)
    # h is high confidence too, after c: pressed a moment late it must show the room nothing
    ALL_PUBLIC = "Nothing in Agree is private, so h shows nothing here. c, then h: high confidence."

    def __init__(self) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self._asked = ""

    def compose(self) -> ComposeResult:
        """Levels, what else there may be, because, confidence, aim."""
        yield Said(id="room-said")
        yield LevelField(id="level")
        yield ChoiceRow("None of these:", _OTHERS, id="other")
        yield Said(id="why-head")
        yield Field(id="why")
        yield Said(id="because-head")
        yield Thought(id="because")
        words = dict(self.form("Confidence in the evidence").fields[0].choices)
        yield ChoiceRow(
            "Confidence in the evidence (c):",
            [Choice(word[0], word, said) for word, said in words.items()],
            id="confidence",
        )
        yield Said(id="suggested")
        yield AimField(id="aim")

    def begin(self, item: ItemView) -> None:
        """Take over what was written for this item."""
        self._put_away()
        self.take_up_fields()
        area = self.query_one("#because", Thought)
        with area.prevent(TextArea.Changed):
            area.load_text(self.held or item.rating.because)

    def draw_item(self, item: ItemView) -> None:
        """Draw the rating as it stands."""
        latest = item.latest
        counts = latest.counts if latest and not isinstance(latest.counts, Withheld) else ()
        said = (
            [latest.said] if latest else ["No vote yet; the room may choose a level all the same."]
        )
        if latest and latest.word == "split":
            said.append(SPLIT_ADVICE)
        if item.is_rated and item.rating.level is None:
            said.append(f"Recorded: {item.rating.said}. {item.rating.next_step}".strip())
        if item.rating.level and not item.rating.because:
            said += [UNFINISHED, *filter(None, [moved_words(item)])]
        self.query_one("#room-said", Static).update(draw.para(*said))
        others = "not reached, cannot say yet, clear"
        if item.may_not_apply:
            others = "not reached, cannot say yet, not applicable, clear"
        field = self.query_one("#level", LevelField)
        field.show(item.levels, item.rating.level, votes=counts, others=others)
        self.query_one("#other", ChoiceRow).offer(
            [one for one in _OTHERS if one.value != "not-applicable" or item.may_not_apply]
        )
        self._draw_because(item)
        self.query_one("#confidence", ChoiceRow).show(item.rating.confidence)
        suggested = self.query_one("#suggested", Static)
        suggested.update(draw.para((_suggested(item), "$secondary")))
        suggested.display = item.is_rated
        self.query_one(AimField).show(item)

    def _draw_because(self, item: ItemView) -> None:
        area = self.query_one("#because", Thought)
        if (
            not area.has_focus
            and area.text.strip() != item.rating.because
            and not self.held
            and not self.room.keeper.waits
        ):
            with area.prevent(TextArea.Changed):
                area.load_text(item.rating.because)
        self._count_down(area.text)

    def _count_down(self, text: str) -> None:
        said = (
            f"{self.item.rating.said}, because ... (w)" if self.item.is_rated else "Because ... (w)"
        )
        if text.strip():
            left = _FIRST - len(first_sentence(text)[0])
            first = f"{left} left" if left >= 0 else f"{-left} over"
            said += f"   first sentence, for page 1: {first} of {_FIRST}"
        self.query_one("#because-head", Static).update(draw.line((said, "$secondary")))

    def now(self, item: ItemView) -> str:
        """Choose a level, then say why."""
        if not item.is_rated:
            return "a number lights the level the room chooses, enter records it; 0 others"
        if not item.rating.because:
            said = draw.cut(item.rating.said, _SAID)
            return f"w: {said}, because ...; then space"
        if not item.rating.confidence:
            return "c: how far can the evidence be trusted? then space"
        return "who cannot live with this? d; or space"

    def arrive(self) -> Widget | None:
        """Numbers light a level at once."""
        return self.query_one("#level")

    def digit(self, digit: str) -> bool:
        """A number typed on the strip lights a level too."""
        field = self.query_one("#level", LevelField)
        self.room.set_focus(field)
        if digit == "0":
            self._offer_others()
        else:
            field.light(int(digit))
        return True

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Write why, or choose the confidence."""
        return {"write": self.write_because, "confidence": self.choose_confidence}

    def write_because(self) -> None:
        """Begin to write why, after what stands there."""
        self.to("#because")
        area = self.query_one("#because", Thought)
        area.move_cursor(area.document.end)

    def choose_confidence(self) -> None:
        """Ask for the confidence, by its initial."""
        self.to("#confidence")

    @on(LevelField.Chosen, "#level")
    def _level(self, event: LevelField.Chosen) -> None:
        event.stop()
        if event.level and self.give(self.form("Level"), {"level": event.level.id}):
            self._put_away()
            self.room.rest()

    @on(LevelField.Other, "#level")
    def _offer_others(self) -> None:
        row = self.query_one("#other")
        row.display = True
        self.room.set_focus(row)

    @on(ChoiceRow.Chosen, "#other")
    def _other(self, event: ChoiceRow.Chosen) -> None:
        event.stop()
        questions = {"cannot-say": CANNOT_SAY, "not-applicable": _WHY_NOT}
        if event.value in questions:
            self._asked = event.value
            self.query_one("#why-head", Static).update(draw.para((questions[event.value], "bold")))
            for name in ("#why-head", "#why"):
                self.query_one(name).display = True
            self.to("#why")
            return
        act = RateAct(
            self.item.id, clear=event.value == "clear", not_reached=event.value != "clear"
        )
        if self.room.do(act):
            self._put_away()
            self.room.rest()

    @on(Field.Changed, "#why")
    def _why_typed(self, event: Field.Changed) -> None:
        event.stop()
        self.hold_field(self.query_one("#why", Field))

    @on(Field.Submitted, "#why")
    def _why(self, event: Field.Submitted) -> None:
        event.stop()
        if self._asked == "cannot-say":
            done = self.give(self.form("Cannot say yet"), {"next_step": event.value})
        else:
            done = self.room.do(RateAct(self.item.id, not_applicable=event.value))
        if done:
            event.input.value = ""
            self._put_away()
            self.room.rest()

    @on(TextArea.Changed, "#because")
    def _typed(self) -> None:
        self._count_down(self.query_one("#because", Thought).text)
        self.room.keep_soon(self._commit)

    def _commit(self) -> None:
        text = self.query_one("#because", Thought).text.strip()
        self.keep_or_hold(text, RateAct(self.item.id, because=text))

    @on(Thought.Given, "#because")
    def _given(self) -> None:
        self.room.keeper.now()
        self.room.rest()

    @on(ChoiceRow.Chosen, "#confidence")
    def _confidence(self, event: ChoiceRow.Chosen) -> None:
        event.stop()
        if self.give(self.form("Confidence in the evidence"), {"confidence": event.value}):
            self.room.rest()

    @on(LevelField.Chosen, ".aim-level")
    def _aim(self, event: LevelField.Chosen) -> None:
        event.stop()
        if event.level:
            self.room.do(RateAct(self.item.id, aim=event.level.id))

    @on(Field.Submitted, ".aim-text")
    def _aim_text(self, event: Field.Submitted) -> None:
        event.stop()
        if self.room.do(RateAct(self.item.id, aim_text=event.value)):
            self.room.rest()

    def put_away(self) -> bool:
        """Put away what `0` opened; False where nothing is open."""
        is_open = bool(self.query_one("#other").display)
        self._put_away()
        return is_open

    def _put_away(self) -> None:
        self._asked = ""
        for name in ("#other", "#why-head", "#why"):
            self.query_one(name).display = False


def _suggested(item: ItemView) -> str:
    """The confidence that is suggested, and how to set one; nothing sets it by itself."""
    if item.suggested is None:
        return ""
    sets = "" if item.rating.confidence else "; c sets it"
    return f"Suggested: {item.suggested.said}{sets}."


PANE = AgreePane
