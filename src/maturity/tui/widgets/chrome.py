"""What stands around every screen: row 1, the strip of what is wrong, the now line, the footer."""

from datetime import datetime

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from maturity.tui import draw
from maturity.tui.commands import Command, footer_at, shown_key
from maturity.tui.places import Place
from maturity.tui.widgets.said import Said

__all__ = ["Coach", "Foot", "Head", "Now", "Strip", "saved_line"]

_MOST_NARROW = 6
_WIDE = 100


class Head(Widget):
    """Row 1: session, screen, standing, saved state."""

    session = reactive("")
    place = reactive("")
    standing = reactive("")
    saved = reactive("")

    def render(self) -> Content:
        """The four spread over the width; the session's name gives way first."""
        middle = "  ".join(part for part in (self.place, self.standing) if part)
        room = self.size.width - draw.width(middle) - draw.width(self.saved) - 4
        name = draw.cut(self.session, max(8, room))
        gap = self.size.width - draw.width(name) - draw.width(middle) - draw.width(self.saved)
        left = max(2, gap // 2)
        right = max(2, gap - left)
        return draw.line(
            (name, "bold"), " " * left, (middle, "bold $accent"), " " * right, self.saved
        )


class Strip(Said):
    """What is wrong, above the footer, until it is dealt with."""

    def __init__(self) -> None:
        """An empty strip, which takes no row."""
        super().__init__(id="strip")
        self.display = False
        self.said = ""

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one takes the strip away."""
        self.said = sentence
        self.display = bool(sentence)
        self.update(draw.para(("! " + sentence, "$warning")) if sentence else draw.line(""))


class Coach(Said):
    """What a practice says of the step in hand; nothing, and no row, in a session that counts."""

    def __init__(self) -> None:
        """No words, which take no row."""
        super().__init__(id="coach")
        self.display = False

    def say(self, sentence: str) -> None:
        """Say what to do at this step, and why."""
        self.display = bool(sentence)
        self.update(draw.para((sentence, "bold $primary")) if sentence else draw.line(""))


class Now(Said):
    """The line above the footer that says what to do now."""

    def __init__(self) -> None:
        """An empty line."""
        super().__init__(id="now")

    def say(self, sentence: str) -> None:
        """Say what to do now."""
        said = draw.line(("now: ", "$accent"), sentence) if sentence else draw.line("")
        self.update(said, layout=False)


class Foot(Widget):
    """The last row: the keys of this place."""

    def __init__(self, place: Place) -> None:
        """The footer of a place."""
        super().__init__(id="foot")
        self.commands = footer_at(place)

    def render(self) -> Content:
        """As many commands as fit, help always last."""
        *rest, help_ = [_named(command) for command in self.commands]
        most = len(rest) if self.size.width >= _WIDE else _MOST_NARROW
        parts: list[draw.Part] = []
        left = self.size.width - _length(help_)
        for key, title in rest[:most]:
            left -= _length((key, title))
            if left < 0:
                break
            parts += [(key, "bold $primary"), f" {title}   "]
        return draw.line(*parts, (help_[0], "bold $primary"), f" {help_[1]}")


def _named(command: Command) -> tuple[str, str]:
    return shown_key(command.keys[0]), command.title


def _length(named: tuple[str, str]) -> int:
    return draw.width(named[0]) + draw.width(named[1]) + 4


def saved_line(at: str) -> str:
    """When the last change reached the disk, by the clock on the wall: "Saved 10:42:05"."""
    if not at:
        return "Nothing to save yet"
    local = datetime.fromisoformat(at).astimezone()
    return f"Saved {local:%H:%M:%S}"
