"""What holds other widgets and is nothing but ground itself, drawn as one row, many times."""

from collections.abc import Callable

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip

__all__ = ["Box", "rows_alike"]


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
