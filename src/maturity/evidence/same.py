"""Whether two texts are the same words in another form, as Word and PDF have them."""

import re
import unicodedata

__all__ = ["SAME_BY_CHANCE", "are_same_words", "letters_of"]

_NO_WORD = re.compile(r"[\W_]+")
_MARK = re.compile(r"\s*\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s*(?=[^\W\d_])")
# Set small in Word, the number of a note stands at the last word of a line in a PDF.
_NOTE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_][.!?]))\d{1,2}(?=[.!?]?\s*$)")
SAME_BY_CHANCE = 40
"""Letters: a shorter text may stand in two papers that know nothing of each other."""


def letters_of(text: str) -> str:
    """The letters and figures of a text: Word and PDF differ in the rest."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def are_same_words(text: str, other: str) -> bool:
    """Whether two texts are one passage, however it was set: lines, hyphens, marks of list or note.

    A word more or less is another statement: "late" and "not late".
    """
    here, there = _bare(text), _bare(other)
    return len(here) >= SAME_BY_CHANCE and here == there


def _bare(text: str) -> str:
    """The letters without the mark of a list before them and the number of a note behind."""
    return letters_of(_NOTE.sub("", _MARK.sub("", text, count=1)))
