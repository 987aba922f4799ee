"""The words of a Word file as they are shown, and the places that hold them.

Inserted text counts as present and deleted text as gone; of each place it is known whether it
holds either.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Final, Literal

from lxml.etree import _Element

from maturity.evidence.answers.returned import ReturnedControl, ReturnedRemark, ReturnedTable, Shown
from maturity.evidence.limits import MB
from maturity.evidence.messages import Refused
from maturity.evidence.readers.package import child, local
from maturity.evidence.readers.word_controls import control_of
from maturity.evidence.readers.word_parts import is_on, value
from maturity.evidence.readers.word_table import within
from maturity.frozen import dataclass

__all__ = ["Comment", "ShownBody", "shown_in", "words_of"]

_WORDS_OWN = "_"
_PRIVATE = range(0xE000, 0xF900)
_MOST: Final = 64 * MB
"""Characters heard in all, counted once for each place that hears them."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and who wrote it."""

    words: str
    author: str


@dataclass(frozen=True, slots=True)
class ShownBody:
    """What a body shows, in reading order; `paragraphs` are those outside tables."""

    controls: tuple[ReturnedControl, ...]
    tables: tuple[ReturnedTable, ...]
    remarks: tuple[ReturnedRemark, ...]
    paragraphs: tuple[str, ...]


@dataclass(slots=True)
class _Hears:
    """A place whose words are being gathered."""

    said: list[str] = field(default_factory=list)
    is_inserted: bool = False
    is_deleted: bool = False

    @property
    def shown(self) -> Shown:
        return Shown(
            text="".join(self.said), is_inserted=self.is_inserted, is_deleted=self.is_deleted
        )


@dataclass(slots=True)
class _Remark:
    """A remark before it is known in which row it stands."""

    kind: Literal["comment", "insertion"]
    words: _Hears
    author: str
    near: str = ""
    about: _Hears = field(default_factory=_Hears)
    row: str = ""


@dataclass(slots=True)
class _Walk:
    """A walk over the body; every place that is open hears the words that come by.

    `near` is the last bookmark that is not Word's own, `left` how much may still be heard.
    """

    left: int
    controls: list[ReturnedControl] = field(default_factory=list)
    tables: list[ReturnedTable] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    remarks: list[_Remark] = field(default_factory=list)
    comments: dict[str, _Remark] = field(default_factory=dict)
    open_to: list[_Hears] = field(default_factory=list)
    near: str = ""
    bookmarks: list[str] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    caption: str = ""
    depth: int = 0
    in_control: int = 0
    insertion: _Remark | None = None
    inserting: str = ""
    fields: list[bool] = field(default_factory=list)

    def walk(self, element: _Element) -> None:
        for one in element:
            handler = _HANDLERS.get(local(one))
            if handler is not None:
                handler(self, one)

    def say(self, text: str) -> None:
        if not text or not all(self.fields):
            return
        self.left -= len(text) * max(1, len(self.open_to))
        if self.left < 0:
            raise Refused("R12", limit=f"{_MOST // MB} MB of text")
        for one in self.open_to:
            one.said.append(text)
        if not self.inserting or self.in_control:
            self.insertion = None
        else:
            self._inserted(text)

    def _inserted(self, text: str) -> None:
        if self.insertion is None:
            self.insertion = _Remark("insertion", _Hears(), self.inserting, self.near)
            self.remarks.append(self.insertion)
        self.insertion.words.said.append(text)

    def heard(self, element: _Element) -> _Hears:
        """The words of all that stands within an element."""
        hears = _Hears()
        self.open_to.append(hears)
        self.walk(element)
        self._close(hears)
        return hears

    def _close(self, hears: _Hears) -> None:
        self.open_to[:] = [one for one in self.open_to if one is not hears]

    def paragraph(self, element: _Element) -> None:
        hears = self.heard(element)
        if self.depth == 0:
            self.bookmarks, self.between = self.between, []
            self.caption = "".join(hears.said)
            self.paragraphs.extend([self.caption] if self.caption.strip() else ())
        self.say("\n")
        self.insertion = None

    def table(self, element: _Element) -> None:
        marks = (*self.bookmarks, *self.between)
        before = ReturnedTable(bookmarks=marks, caption=self.caption)
        at = len(self.tables)
        self.tables.append(before)
        self.depth += 1
        rows = [self._row(row) for row in within(element, "tr")]
        self.depth -= 1
        kept = tuple(row for row in rows if row)
        self.tables[at] = before.model_copy(update={"rows": kept})
        self.bookmarks, self.between, self.caption = [], [], ""

    def _row(self, row: _Element) -> tuple[Shown, ...]:
        if child(row, "trPr", "del") is not None:
            return ()
        first = len(self.remarks)
        cells = tuple(self.heard(cell).shown for cell in within(row, "tc"))
        for remark in self.remarks[first:]:
            remark.row = remark.row or (cells[0].text if cells else "")
        return cells

    def control(self, element: _Element) -> None:
        properties, content = child(element, "sdtPr"), child(element, "sdtContent")
        if content is None:
            return
        self.in_control += 1
        shown = self.heard(content).shown
        self.in_control -= 1
        self.controls.append(control_of(properties, shown))

    def run(self, element: _Element) -> None:
        if not is_on(child(element, "rPr", "vanish")):
            self.walk(element)

    def text(self, element: _Element) -> None:
        self.say(element.text or "")

    def line_break(self, _element: _Element) -> None:
        self.say("\n")

    def space(self, _element: _Element) -> None:
        self.say(" ")

    def hyphen(self, _element: _Element) -> None:
        self.say("-")

    def symbol(self, element: _Element) -> None:
        said = value(element, "char") or ""
        code = int(said, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", said) else 0
        if code and code not in _PRIVATE:
            self.say(chr(code))

    def field_mark(self, element: _Element) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def kept(self, element: _Element) -> None:
        before, self.inserting = self.inserting, value(element, "author") or "somebody"
        if next(element.iter("{*}t", "{*}sym"), None) is not None:
            for one in self.open_to:
                one.is_inserted = True
        self.walk(element)
        self.inserting = before

    def gone(self, element: _Element) -> None:
        if next(element.iter("{*}delText", "{*}t", "{*}sym"), None) is not None:
            for one in self.open_to:
                one.is_deleted = True

    def bookmark(self, element: _Element) -> None:
        name = value(element, "name") or ""
        if name and self.depth == 0:
            self.between.append(name)
        if name and not name.startswith(_WORDS_OWN):
            self.near = name

    def comment_begins(self, element: _Element) -> None:
        remark = self.comments.get(value(element, "id") or "")
        if remark is not None and not any(one is remark for one in self.remarks):
            remark.near = self.near
            self.remarks.append(remark)
            self.open_to.append(remark.about)

    def comment_ends(self, element: _Element) -> None:
        remark = self.comments.get(value(element, "id") or "")
        if remark is not None:
            self._close(remark.about)

    def comment(self, element: _Element) -> None:
        self.comment_begins(element)
        self.comment_ends(element)

    def alternatives(self, element: _Element) -> None:
        choice = child(element, "Choice")
        self.walk(choice if choice is not None else element)


_HANDLERS: dict[str, Callable[[_Walk, _Element], None]] = {
    "p": _Walk.paragraph,
    "tbl": _Walk.table,
    "sdt": _Walk.control,
    "r": _Walk.run,
    "t": _Walk.text,
    **dict.fromkeys(("br", "cr"), _Walk.line_break),
    **dict.fromkeys(("tab", "ptab"), _Walk.space),
    "noBreakHyphen": _Walk.hyphen,
    "sym": _Walk.symbol,
    "fldChar": _Walk.field_mark,
    **dict.fromkeys(("ins", "moveTo"), _Walk.kept),
    **dict.fromkeys(("del", "moveFrom"), _Walk.gone),
    "bookmarkStart": _Walk.bookmark,
    "commentRangeStart": _Walk.comment_begins,
    "commentRangeEnd": _Walk.comment_ends,
    "commentReference": _Walk.comment,
    "AlternateContent": _Walk.alternatives,
    **dict.fromkeys(
        ("hyperlink", "smartTag", "customXml", "fldSimple", "Fallback", "dir", "bdo"),
        _Walk.walk,
    ),
}


def shown_in(body: _Element, comments: Mapping[str, Comment]) -> ShownBody:
    """What a body shows; `comments` by the id that the body names them by."""
    walk = _Walk(_MOST)
    walk.comments = {
        said: _Remark("comment", _Hears([one.words]), one.author) for said, one in comments.items()
    }
    walk.walk(body)
    there = {id(one) for one in walk.remarks}
    loose = [one for one in walk.comments.values() if id(one) not in there]
    return ShownBody(
        tuple(walk.controls),
        tuple(walk.tables),
        tuple(_told(one) for one in (*walk.remarks, *loose) if one.words.shown.text),
        tuple(walk.paragraphs),
    )


def words_of(element: _Element) -> str:
    """The words within one element, as they are shown."""
    return "".join(_Walk(_MOST).heard(element).said)


def _told(remark: _Remark) -> ReturnedRemark:
    return ReturnedRemark(
        kind=remark.kind,
        words=remark.words.shown.text,
        author=remark.author,
        about=remark.about.shown.text,
        row=remark.row,
        near=remark.near,
    )
