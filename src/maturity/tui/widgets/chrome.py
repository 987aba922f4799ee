"""What stands around every screen: row 1, the strip of what is wrong, the now line, the footer."""

from collections.abc import Callable
from datetime import datetime

from textual.content import Content
from textual.keys import key_to_character
from textual.reactive import reactive
from textual.widget import Widget

from maturity.tui import draw
from maturity.tui.commands import Command, commands_at, footer_at, shown_key
from maturity.tui.places import Place
from maturity.tui.widgets.said import Said

__all__ = ["Coach", "Foot", "Head", "Now", "Strip", "saved_line"]

_MOST_NARROW = 6
_WIDE = 100
_Taken = Callable[[str, str | None], bool]
"""Whether a key, and the letter it gives, is the widget's own."""

_ANY = "~"
"""A letter that no command and no answer has: only a field that is typed into takes it."""


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
    """The last row: the keys of this place that work where the focus is."""

    def __init__(self, place: Place) -> None:
        """The footer of a place."""
        super().__init__(id="foot")
        self.commands = footer_at(place)
        self._place = place
        self._taken: _Taken | None = None

    def meet(self, focused: Widget | None) -> None:
        """Show no key that is typed into the widget in focus, or is an answer there."""
        takes = focused is not None and (
            type(focused).check_consume_key is not Widget.check_consume_key
        )
        taken = focused.check_consume_key if focused is not None and takes else None
        if (taken, self._taken) != (None, None):
            self._taken = taken
            self.refresh()

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Each key with what it does, help always last."""
        if self._taken is not None and self._taken(_ANY, _ANY):
            return _in_a_field(self._place)
        return [_named(one) for one in self.commands if not self._takes(one.keys[0])]

    def _takes(self, key: str) -> bool:
        return self._taken is not None and self._taken(key, key_to_character(key))

    def render(self) -> Content:
        """As many commands as fit, help always last."""
        *rest, help_ = self.keys
        most = len(rest) if self.size.width >= _WIDE else _MOST_NARROW
        parts: list[draw.Part] = []
        left = self.size.width - _length(help_)
        for key, title in rest[:most]:
            left -= _length((key, title))
            if left < 0:
                break
            parts += [(key, "bold $primary"), f" {title}   "]
        return draw.line(*parts, (help_[0], "bold $primary"), f" {help_[1]}")


def _in_a_field(place: Place) -> list[tuple[str, str]]:
    """The keys that are none of the text while a field is typed into."""
    held = [one for one in commands_at(place) if one.keys and one.keys[0].startswith("ctrl")]
    first = [_named(one) for one in held if one.footer is not None]
    then = [_named(one) for one in held if one.footer is None]
    return [*first, ("escape", "leave the field"), ("tab", "next field"), *then, ("F1", "help")]


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
