"""The only maker of visible text: whatever is drawn on the screen was made here.

Nothing is ever read as markup, and nothing that a terminal would obey gets through, whoever
typed it and however old the file is that it came from.
"""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text
from textual.content import Content

from maturity.text import inspect

__all__ = ["Part", "cell", "cut", "line", "marked", "para", "width", "wrapped"]

Part = str | Content | tuple[str, str]
"""A piece of a line: plain text, something drawn already, or text with the style of our theme."""


def _flat(text: str) -> str:
    return " ".join(inspect(text).text.split("\n")).expandtabs(4)


def _piece(part: Part) -> Content | tuple[str, str] | str:
    if isinstance(part, Content):
        return part
    if isinstance(part, tuple):
        return _flat(part[0]), part[1]
    return _flat(part)


def line(*parts: Part) -> Content:
    """One line of text out of its pieces; line ends within a piece become spaces."""
    return Content.assemble(*(_piece(part) for part in parts))


def para(*lines: Part) -> Content:
    """Lines under one another, each wrapped at words where it is shown.

    A text of several lines keeps them.
    """
    parts: list[Content] = []
    for part in lines:
        texts = inspect(part).text.split("\n") if isinstance(part, str) else (part,)
        parts += [line(text) for text in texts]
    return Content("\n").join(parts)


def marked(text: str, words: Iterable[str]) -> Content:
    """One line of text in which these words stand out, wherever they stand whole."""
    flat = _flat(text)
    drawn = Content(flat)
    for word in filter(None, map(_flat, words)):
        start = flat.find(word)
        while start >= 0:
            end = start + len(word)
            if not (flat[start - 1 : start].isalnum() or flat[end : end + 1].isalnum()):
                drawn = drawn.stylize("bold", start, end)
            start = flat.find(word, end)
    return drawn


def cell(text: str, style: str = "") -> Text:
    """One cell of a table, on one line."""
    return Text(_flat(text), style=style, no_wrap=True, end="")


def wrapped(text: str, cells: int) -> Text:
    """One cell of a table, wrapped at words into lines of so many cells; no word is left out."""
    lines = [""]
    for word in _flat(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if cell_len(longer) <= cells or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return Text("\n".join(lines), no_wrap=True, end="")


def width(text: str) -> int:
    """How many cells of the terminal a text takes on one line."""
    return cell_len(_flat(text))


def cut(text: str, cells: int) -> str:
    """A text cut to so many cells, three dots at its end where words were left out.

    For a list in which the whole stands elsewhere, never for what is read aloud.
    """
    flat = _flat(text)
    if width(flat) <= cells:
        return flat
    kept, left = "", max(0, cells - 3)
    for character in flat:
        left -= cell_len(character)
        if left < 0:
            break
        kept += character
    return (kept.rstrip() + "...")[: max(0, cells)]
