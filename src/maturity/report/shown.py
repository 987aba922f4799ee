"""How a text is shown, the same in every format: what of it a reader sees, and where it breaks.

Text enters a format here and nowhere else, so that cleaning and escaping cannot be forgotten.
"""

import re
from typing import Final

from maturity.text import inspect

__all__ = ["CONTENTS", "escaped", "escaped_lines", "one_line", "shown_lines"]

CONTENTS: Final = "Contents"
"""Over the list of a paper's headings."""

_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")


def _cleaned(text: str) -> str:
    """`text` without the characters a paper may not hold; most of what is typed has none."""
    return text if text.isascii() and text.isprintable() else inspect(text).text


def _marked_up(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def escaped(text: str) -> str:
    """`text` as it may stand inside XML or HTML, without the characters a paper may not hold."""
    return _marked_up(_cleaned(text))


def shown_lines(text: str) -> list[str]:
    """The lines of `text`, broken where it breaks them, other white space as one space.

    Spaces in a row are what a screen reader cannot see and Word's own checker warns about.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return [text]
    return _LINES.sub("\n", _SPACES.sub(" ", inspect(text).text)).split("\n")


def escaped_lines(text: str) -> list[str]:
    """The same lines, as they may stand inside XML or HTML."""
    return list(map(_marked_up, shown_lines(text)))


def one_line(text: str) -> str:
    """`text` on one line, for what must not break: headings, captions, edges."""
    return " ".join(_cleaned(text).split())
