"""One of a few answers, by its letter: a tag, a confidence, where a view may stand."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from maturity.frozen import dataclass
from maturity.tui.widgets.flow import Flow

__all__ = ["Choice", "ChoiceRow"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: the letter that gives it, its value, and the words for it."""

    key: str
    value: str
    words: str


class ChoiceRow(Flow, can_focus=True):
    """Answers side by side. While it has the focus their letters are keys; any other key is not."""

    GAP = 3

    class Chosen(Message):
        """One of the answers was given."""

        def __init__(self, row: "ChoiceRow", value: str) -> None:
            """The value of the answer."""
            super().__init__()
            self.row = row
            self.value = value

        @property
        def control(self) -> "ChoiceRow":
            """The row it was given in."""
            return self.row

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice] = (),
        *,
        id: str | None = None,  # noqa: A002 Textual's word
        is_among_words: bool = False,
    ) -> None:
        """A row with a label in front; nothing is chosen at first.

        Where it `is_among_words`, people type on in the belief that they are in a field: no letter
        is a command there.
        """
        super().__init__(id=id)
        self._is_among_words = is_among_words
        self._label = label
        self._choices = tuple(choices)
        self.chosen = ""

    def on_mount(self) -> None:
        """Draw the answers."""
        self.show(self.chosen)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer other answers."""
        self._choices = tuple(choices)
        self.show(self.chosen)

    def ask(self, label: str) -> None:
        """Put another label in front."""
        if label != self._label:
            self._label = label
            self.show(self.chosen)

    def show(self, chosen: str) -> None:
        """Mark the answer that stands; empty marks none."""
        self.chosen = chosen
        label = [("", self._label)] if self._label else []
        if self.disabled:
            label = [("", self._label.partition(" (")[0])]
            stands = [(one.value, one.words) for one in self._choices if one.value == chosen]
            self.words([*label, *stands])
            return
        self.words([*label, *((one.value, self._said(one)) for one in self._choices)])

    def _said(self, one: Choice) -> str:
        return f"{one.key} {'*' if one.value == self.chosen and self.chosen else ''}{one.words}"

    def style_of(self, value: str) -> str:
        """The answer that stands is bold."""
        if not value:
            return "$secondary"
        return "bold $accent" if value == self.chosen else ""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """A letter of an answer is no command of the screen in here."""
        del key
        return self._is_held(character) or any(one.key == character for one in self._choices)

    def _is_held(self, character: str | None) -> bool:
        return self._is_among_words and character is not None and character.isalnum()

    def on_key(self, event: events.Key) -> None:
        """Take the letter of an answer; every other key is somebody else's, if not held."""
        if self._is_held(event.character):
            event.stop()
            event.prevent_default()
        for one in self._choices:
            if event.character == one.key:
                event.stop()
                event.prevent_default()
                self.post_message(self.Chosen(self, one.value))

    def on_flow_picked(self, event: Flow.Picked) -> None:
        """A click on an answer gives it."""
        event.stop()
        if any(one.value == event.value for one in self._choices):
            self.post_message(self.Chosen(self, event.value))
