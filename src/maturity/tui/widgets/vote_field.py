"""Counts of a vote, typed unseen: no widget holds or draws a digit before the reveal."""

from collections.abc import Sequence
from dataclasses import field

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from maturity.frozen import dataclass
from maturity.text import clean_line
from maturity.tui import draw
from maturity.words.counts import CountsRead, read_counts

__all__ = ["VoteEntry", "VoteField", "said_of"]

_LONGEST = 200
_CELL = "•"


@dataclass(slots=True)
class VoteEntry:
    """What is being typed for one item; kept beside the widgets, and out of every `repr`."""

    typed: str = field(default="", repr=False)
    method: str = "paper"
    asked: bool = False

    @property
    def is_public(self) -> bool:
        """Hands are seen by everyone, so their counts need no mask."""
        return self.method == "hands"

    def read(self, labels: Sequence[str], voters: int | None) -> CountsRead:
        """What the counts mean for these levels, lowest first."""
        return read_counts(self.typed, labels, voters)


def said_of(entry: VoteEntry, read: CountsRead, voters: int | None) -> str:
    """What may be said of the counts before the reveal: how many votes, and what does not fit."""
    if not entry.typed.strip():
        return "" if voters is None else f"votes in: 0 of {voters}"
    if entry.is_public and read.spelled:
        return read.spelled
    # a word that is no count would be quoted, and it may hold a digit of somebody's vote
    problem = read.problem if entry.is_public or read.counts or '"' not in read.problem else _PLAIN
    if not read.counts:
        return problem
    votes = f"votes in: {read.cast}" + ("" if voters is None else f" of {voters}")
    return votes if problem else f"{votes}. enter reveals them"


_PLAIN = "Only numbers, a2 for abstained and c1 for cannot say are counts."


class VoteField(Widget, can_focus=True):
    """One line of counts. `enter` hands them over, Escape leaves."""

    HELP = (
        "How many chose each level, lowest first, with spaces: 3 9 2. The last may be left out. "
        "a2 is two abstained, c1 is one who cannot say yet. delete empties the field. "
        "Votes of a survey, gathered before the day: v on Prepare."
    )

    class Changed(Message):
        """Something was typed."""

    class Entered(Message):
        """The counts are to be kept."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's word
        """An empty field."""
        super().__init__(id=id)
        self._entry = VoteEntry()

    def show(self, entry: VoteEntry) -> None:
        """Type into this entry from now on."""
        self._entry = entry
        self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Every printable key is text in here, so no command of the screen is run by it."""
        del key
        return character is not None and character.isprintable()

    def type(self, text: str) -> None:
        """Add what was typed or pasted, as one line."""
        if self.disabled:
            return
        kept = self._entry.typed + text.replace("\n", " ")
        self._entry.typed = clean_line(kept[:_LONGEST]) + (" " if kept.endswith(" ") else "")
        self._entry.asked = False
        self.refresh()
        self.post_message(self.Changed())

    def rub_out(self, *, everything: bool = False) -> None:
        """Take back the last character, or all of them: nobody can see which one is wrong."""
        self._entry.typed = "" if everything else self._entry.typed[:-1]
        self._entry.asked = False
        self.refresh()
        self.post_message(self.Changed())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row."""
        del container, viewport, width
        return 1

    def render(self) -> Content:
        """The counts if hands were counted, else a mark for each character."""
        typed = self._entry.typed
        shown = typed if self._entry.is_public else _CELL * len(typed)
        cursor = ("_", "bold $accent") if self.has_focus else " "
        return draw.line("[ ", (draw.cut(shown, max(8, self.size.width - 6)), "bold"), cursor, " ]")

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the cursor away."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Take what is printable, rub out, hand over; every other key is the screen's."""
        if event.key == "enter":
            self.post_message(self.Entered())
        elif event.key in {"backspace", "delete"}:
            self.rub_out(everything=event.key == "delete")
        elif event.character is not None and event.is_printable:
            self.type(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted text as one line."""
        event.stop()
        self.type(event.text)

    def on_click(self) -> None:
        """A click begins typing."""
        self.screen.set_focus(self)
