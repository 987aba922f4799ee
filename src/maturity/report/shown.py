"""How a text is shown, the same in every format: what of it a reader sees, and where it breaks.

Text enters a format here and nowhere else, so that cleaning and escaping cannot be forgotten.
"""

import re
from typing import Final

from maturity.text import inspect

__all__ = ["CONTENTS", "IN_A_TABLE", "escaped", "escaped_lines", "one_line", "shown_lines"]

CONTENTS: Final = "Contents"
"""Over the list of a paper's headings."""

IN_A_TABLE: Final = "The numbers are in a table."
"""After the words that stand for a figure."""

_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_TO_ESCAPE = re.compile('[&<>"]')


def escaped(text: str) -> str:
    """`text` as it may stand inside XML or HTML, without the characters a paper may not hold."""
    return _TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], inspect(text).text)


def shown_lines(text: str) -> list[str]:
    """The lines of `text`, broken where it breaks them, other white space as one space.

    Spaces in a row are what a screen reader cannot see and Word's own checker warns about.
    """
    return _lines(inspect(text).text)


def escaped_lines(text: str) -> list[str]:
    """The same lines, as they may stand inside XML or HTML."""
    return _lines(escaped(text))


def _lines(text: str) -> list[str]:
    return _LINES.sub("\n", _SPACES.sub(" ", text)).split("\n")


def one_line(text: str) -> str:
    """`text` on one line, for what must not break: headings, captions, edges."""
    return " ".join(inspect(text).text.split())
