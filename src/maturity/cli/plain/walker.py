"""Whoever walks a session line by line: what they are asked, and what they answer."""

from collections.abc import Callable, Sequence

from maturity.frozen import dataclass
from maturity.judgement.view import Audience, ItemView
from maturity.session.voters import voters
from maturity.workshop import Workshop

__all__ = ["KEYS", "Leave", "Walker"]

KEYS = "Empty skips. ? explains. q leaves; {fate}."
"""What may be typed at every question; `fate` says what becomes of what is recorded."""


class Leave(Exception):
    """The person has left the walk, or there is nothing more to read."""


@dataclass(frozen=True, slots=True)
class Walker:
    """An open session, and the person at it.

    `read` gives the next line with its end, "" when there are no more; `say` prints one line.
    `fate` says what becomes of what is recorded.
    """

    workshop: Workshop
    read: Callable[[], str]
    say: Callable[[str], None]
    fate: str

    def item(self, item_id: str) -> ItemView:
        """The item as it stands."""
        return self.workshop.view(Audience.ROOM).item(item_id)

    def voters_here(self) -> int | None:
        """How many may vote now; None where nobody is known to be here."""
        scene = self.workshop.scene
        return len(voters(scene.state, scene.framework, scene.now)) or None

    def ask(self, question: str, explained: str) -> str:
        """One answer to one question, "" where it is skipped. Raises `Leave`."""
        while True:
            self.say(question)
            line = self.read()
            if not line:
                raise Leave
            answer = line.strip()
            if answer == "q":
                raise Leave
            if answer != "?":
                return answer
            self.say(explained)
            self.say(KEYS.format(fate=self.fate))

    def chosen(self, question: str, shown: Sequence[tuple[str, str]], explained: str) -> str:
        """The value of one of the numbered choices, by number or name; "" where it is skipped."""
        lines = [f"{number} {words}" for number, (_, words) in enumerate(shown, 1)]
        while True:
            answer = self.ask("\n".join((question, *lines)), explained)
            if not answer:
                return ""
            for number, (value, words) in enumerate(shown, 1):
                if answer.casefold() in {str(number), value.casefold(), words.casefold()}:
                    return value
            self.say(f'"{answer}" is not one of them. Type its number.')
