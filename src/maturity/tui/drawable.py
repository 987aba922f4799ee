"""Lines and marks as letters, for a terminal that cannot draw them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from maturity.tui import draw

__all__ = ["ASCII", "Drawable", "drawable"]

ASCII = "MATURITY_ASCII"
"""The environment variable that asks for letters instead of lines."""

_LIKE = {
    "-": "\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550\u2574\u2576\u2578\u257a"
    "\u2594\u2010\u2011\u2012\u2013\u2014",
    "|": "\u2502\u2503\u2506\u2507\u250a\u250b\u254e\u254f\u2551\u2575\u2577\u258e\u258f\u2595",
    "_": "\u2581",
    "#": "\u2582\u2583\u2584\u2585\u2586\u2587\u2588\u2589\u258a\u258b\u258c\u258d\u2590",
    "*": "\u2022\u25cf\u25cb",
    ".": "\u2026\u00b7",
    "'": "\u2018\u2019",
    '"': "\u201c\u201d",
}
_TABLE = {ord(char): like for like, chars in _LIKE.items() for char in chars}
_CORNERS = range(0x250C, 0x2580)


class Drawable(LineFilter):
    """Draws what the terminal cannot show as something like it, cell for cell."""

    def __init__(self, encodings: Iterable[str] = ()) -> None:
        """For a terminal that shows what all these encodings can write."""
        super().__init__()
        self._encodings = tuple(encodings)
        self._shown = lru_cache(1024)(self._drawn)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells, in letters that can be shown."""
        del background
        return [
            segment
            if segment.control or segment.text.isascii()
            else Segment(self._shown(segment.text), segment.style)
            for segment in segments
        ]

    def _drawn(self, text: str) -> str:
        return "".join(map(self._like, text))

    def _like(self, char: str) -> str:
        like = _TABLE.get(ord(char)) or ("+" if ord(char) in _CORNERS else char)
        return like if self._can_write(like) else "?" * draw.width(char)

    def _can_write(self, char: str) -> bool:
        try:
            for encoding in self._encodings:
                char.encode(encoding)
        except UnicodeEncodeError:
            return False
        return True


_LINES = "\u2500\u2502\u2022"


def drawable(encodings: Iterable[str], environment: Mapping[str, str]) -> Drawable | None:
    """What stands in for lines in this terminal; None where it can draw them.

    `encodings` are those that the terminal's text passes; names nobody knows are left out.
    """
    known = []
    for encoding in encodings:
        try:
            _LINES.encode(encoding)
        except LookupError:
            continue
        except UnicodeEncodeError:
            known.append(encoding)
    return Drawable(known) if known or environment.get(ASCII, "0") not in {"", "0"} else None
