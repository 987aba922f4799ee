"""What stands in a paper that came back: its controls, its tables and what was remarked in it.

This knows nothing of sessions: which of it answers what is for `report.returned` to say.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from maturity.evidence.answers.fields import Answered
from maturity.evidence.model import CITED_CAP
from maturity.text import clean, clean_line

__all__ = [
    "Returned",
    "ReturnedControl",
    "ReturnedRemark",
    "ReturnedTable",
    "Shown",
    "XmlPart",
    "XmlValue",
]


def _text(raw: str) -> str:
    return clean(raw, cap=CITED_CAP)


def _line(raw: str) -> str:
    return clean_line(raw, cap=CITED_CAP)


_Text = Annotated[str, AfterValidator(_text)]
_Line = Annotated[str, AfterValidator(_line)]


class Shown(Answered):
    """Words as a reader sees them: what was inserted counts, what was deleted is gone."""

    text: _Text = ""
    is_inserted: bool = False
    is_deleted: bool = False


class ReturnedControl(Answered):
    """One content control.

    `store` and `path` say what it is bound to; a path is local names with their places
    ("/paper[1]/item[3]/decision[1]"). `is_ticked` is None for one that is no tick box.
    """

    tag: _Line = ""
    store: _Line = ""
    path: _Line = ""
    shown: Shown = Shown()
    is_ticked: bool | None = None


class ReturnedTable(Answered):
    """One table, header row first; `bookmarks` are those of its caption."""

    bookmarks: tuple[_Line, ...] = ()
    caption: _Line = ""
    rows: tuple[tuple[Shown, ...], ...] = ()


class ReturnedRemark(Answered):
    """A comment, or words that were inserted outside every control.

    `about` is what a comment hangs on. `row` is the first cell of the table row it stands in,
    `near` the last bookmark before it that is not Word's own.
    """

    kind: Literal["comment", "insertion"]
    words: _Text
    author: _Line = ""
    about: _Text = ""
    row: _Line = ""
    near: _Line = ""


class XmlValue(Answered):
    """One element of a custom XML part, by its path; `attributes` are name and value."""

    path: _Line
    attributes: tuple[tuple[_Line, _Line], ...] = ()
    text: _Text = ""


class XmlPart(Answered):
    """A custom XML part: its own id, the namespace of its root, and its elements in order."""

    store: _Line = ""
    namespace: _Line = ""
    values: tuple[XmlValue, ...] = ()


class Returned(Answered):
    """All that is read of a paper that came back; `paragraphs` are those outside tables."""

    xml: tuple[XmlPart, ...] = ()
    properties: tuple[tuple[_Line, _Line], ...] = ()
    controls: tuple[ReturnedControl, ...] = ()
    tables: tuple[ReturnedTable, ...] = ()
    remarks: tuple[ReturnedRemark, ...] = ()
    paragraphs: tuple[_Text, ...] = Field(default=(), repr=False)
