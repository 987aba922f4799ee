"""What makes a screen cheap to draw: ground that is one row many times, and what never scrolls."""

from collections.abc import Callable

from textual.containers import Container
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip

__all__ = ["Box", "Unscrolled", "rows_alike"]


class Unscrolled:
    """What never scrolls: drawn and laid out as soon as its size is known, and not once more."""

    virtual_size = Reactive(Size(0, 0), repaint=False)


def rows_alike(crop: Region, draw: Callable[[Region], list[Strip]]) -> list[Strip]:
    """The rows of a widget that look the same all the way down: the first one, repeated.

    A screen is several layers of them, and drawing each row of each costs more than all words.
    """
    return draw(Region(crop.x, crop.y, crop.width, 1)) * crop.height


class Box(Container):
    """A part of a screen, with at most a line down its side."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw one row."""
        return rows_alike(crop, super().render_lines)
