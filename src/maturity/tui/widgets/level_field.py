"""A level chosen by people: a number lights one, `enter` records it, Escape puts the light out."""

from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from maturity.judgement.view import LevelView
from maturity.tui import draw
from maturity.tui.widgets.box import Unscrolled

__all__ = ["LevelField"]

_DIGITS = 9
_MARK = 2
_NARROWEST = 20


class LevelField(Unscrolled, Widget, can_focus=True):
    """The levels of an item, the highest first, with the votes for each where they are known.

    Above nine levels the light also moves with the up and down keys.
    """

    HELP = (
        "A number lights a level, enter records it, escape puts the light out, 0 is none of them."
    )

    class Lit(Message):
        """A level was lit, or the light put out; nothing is recorded."""

        def __init__(self, field: "LevelField", level: LevelView | None) -> None:
            """The level that is lit, or None."""
            super().__init__()
            self.field = field
            self.level = level

        @property
        def control(self) -> "LevelField":
            """The field it was lit in."""
            return self.field

    class Chosen(Lit):
        """The lit level is to be recorded."""

    class Other(Message):
        """None of the levels: `0` was pressed."""

        def __init__(self, field: "LevelField") -> None:
            """The field in which it was pressed."""
            super().__init__()
            self.field = field

        @property
        def control(self) -> "LevelField":
            """The field it was pressed in."""
            return self.field

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 Textual's word
        """A field without levels."""
        super().__init__(id=id, classes=classes)
        self._levels: tuple[LevelView, ...] = ()
        self._votes: tuple[int, ...] = ()
        self._held = 0
        self._others = ""
        self.lit = 0

    def show(
        self,
        levels: Sequence[LevelView],
        held: LevelView | None = None,
        *,
        votes: Sequence[int] = (),
        others: str = "",
    ) -> None:
        """Show levels, lowest first, and the one that stands; the light goes out.

        `votes` has one number a level; `others` says what `0` offers, empty where that is nothing.
        """
        before = len(self._rows(self.size.width))
        self._levels = tuple(levels)
        self._votes = tuple(votes)
        self._held = held.position if held else 0
        self._others = others
        self.lit = 0
        self.refresh(layout=before != len(self._rows(self.size.width)))

    @property
    def level(self) -> LevelView | None:
        """The level that is lit."""
        return next((level for level in self._levels if level.position == self.lit), None)

    @property
    def _offers_others(self) -> bool:
        return bool(self._others) and not self.disabled

    def light(self, position: int) -> bool:
        """Light the level at a position, counted from 1; False where the item has none there."""
        if self.disabled or (
            position and all(level.position != position for level in self._levels)
        ):
            return False
        self.lit = position
        self.refresh()
        self.post_message(self.Lit(self, self.level))
        return True

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows its levels take, and one for what else there is."""
        del container, viewport
        return len(self._rows(width))

    def render(self) -> Content:
        """The levels, the highest first."""
        return Content("\n").join(row for _, row in self._rows(self.size.width))

    def _rows(self, cells: int) -> list[tuple[int, Content]]:
        """Every row with the position of its level, 0 for what else there is.

        A label that is wider than its column goes on below itself, whole.
        """
        votes = self._said_votes(cells)
        beside = max(map(len, votes.values()), default=0)
        wide = max((draw.width(_named(level)) for level in self._levels), default=0)
        wide = min(wide, max(_NARROWEST, cells - _MARK - beside))
        rows = [
            (level.position, row)
            for level in reversed(self._levels)
            for row in self._rows_of(level, votes.get(level.position, ""), wide, cells)
        ]
        if self._offers_others:
            rows.append((0, draw.line(("  0 ", "$secondary"), (self._others, "$secondary"))))
        return rows

    def _said_votes(self, cells: int) -> Mapping[int, str]:
        """The votes for each level as a number, and as a bar where the longest leaves room."""
        has_bars = max(self._votes, default=0) < cells // 2
        return {
            position: f"{count:>4}  {'#' * count * has_bars}"
            for position, count in enumerate(self._votes, 1)
        }

    def _rows_of(self, level: LevelView, votes: str, wide: int, cells: int) -> list[Content]:
        is_lit, is_held = level.position == self.lit, level.position == self._held
        mark = "> " if is_lit else "* " if is_held else "  "
        number = f"{level.position} "
        first, *more = draw.wrapped(level.label, wide - len(number)).plain.split("\n")
        gap = " " * (wide - draw.width(number + first))
        room = cells - wide - draw.width(votes) - 4
        said = "   enter records it" if is_lit else "   recorded" if is_held else ""
        style = "bold $accent" if is_lit or is_held else ""
        shown = (said if room > len(said) else "", style)
        below = " " * (_MARK + len(number))
        return [
            draw.line((mark + number + first, style), gap, votes, shown),
            *(draw.line((below + one, style)) for one in more),
        ]

    def on_key(self, event: events.Key) -> None:
        """Digits light, `enter` hands over, Escape puts out; letters are the screen's."""
        if self._takes(event):
            event.stop()
            event.prevent_default()

    def _takes(self, event: events.Key) -> bool:
        if event.character and event.character.isascii() and event.character.isdigit():
            return self._digit(int(event.character))
        if event.key in {"up", "down"} and len(self._levels) > _DIGITS:
            step = 1 if event.key == "up" else -1
            return self.light(min(len(self._levels), max(1, self.lit + step)))
        if event.key == "escape" and self.lit:
            return self.light(0)
        if event.key == "enter" and self.level:
            self.post_message(self.Chosen(self, self.level))
            return True
        return False

    def _digit(self, digit: int) -> bool:
        if digit == 0 and self._others:
            self.post_message(self.Other(self))
            return True
        return self.light(digit) if digit else True

    def on_click(self, event: events.Click) -> None:
        """A click lights a level, a click on the lit one records it."""
        event.stop()
        self.screen.set_focus(self)
        rows = self._rows(self.size.width)
        position = rows[event.y][0] if event.y < len(rows) else 0
        if position and position == self.lit:
            self.post_message(self.Chosen(self, self.level))
        else:
            self._digit(position)


def _named(level: LevelView) -> str:
    return f"{level.position} {level.label}"
