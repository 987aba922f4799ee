"""The blocks of a piece of HTML in reading order; loose words between them are kept too."""

import re
from collections.abc import Iterator
from dataclasses import field, replace
from typing import Literal

from lxml.html import HtmlElement

from maturity.evidence.blocks import Block, opening_in_bold
from maturity.evidence.model import DocumentDate
from maturity.evidence.readers.html_table import grid_of
from maturity.evidence.shapes.mentions import written_date
from maturity.frozen import dataclass

__all__ = ["Flow"]

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main"),
        *("ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    }
)
_FURNITURE = {
    **dict.fromkeys(("nav", "aside"), "navigation and side columns"),
    "form": "forms",
    **dict.fromkeys(("img", "picture", "svg", "canvas", "map"), "pictures"),
    **dict.fromkeys(
        ("iframe", "object", "embed", "video", "audio"), "embedded pages, sounds and films"
    ),
}
_UNSEEN = frozenset(("script", "style", "template", "noscript", "head", "select", "datalist"))
_BOLD = frozenset(("b", "strong"))
_HEADING = re.compile(r"h([1-6])")
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SPACES_ONLY = re.compile(r"[ \t\r\f]+")
_AROUND_LINES = re.compile(r" *\n *")
_LONGEST_DATE = 80


@dataclass(slots=True)
class _List:
    """A list in hand: whether it is numbered, and the number of its next point."""

    is_numbered: bool
    following: int = 1


@dataclass(slots=True)
class _Point:
    """A point of a list in hand; its first words give context to the points below it."""

    number: str | None
    text: str | None = None


@dataclass(slots=True)
class Flow:
    """A walk over HTML that gathers blocks, and counts what it leaves out.

    Walks without recursion, since pages are allowed to nest deeper than Python may.
    """

    place: str = ""
    deeper: int = 0
    blocks: list[Block] = field(default_factory=list)
    dates: list[DocumentDate] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    hidden: int = 0
    _count: int = 0
    _tables: int = 0
    _said: list[tuple[str, bool]] = field(default_factory=list)
    _bold: int = 0
    _level: int = 0
    _quotes: int = 0
    _lists: list[_List] = field(default_factory=list)
    _points: list[_Point] = field(default_factory=list)

    def walk(self, root: HtmlElement) -> None:
        """Gather the blocks within `root`."""
        self._enter(root)
        stack: list[tuple[HtmlElement, Iterator[HtmlElement]]] = [(root, iter(root))]
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(element)
                self._say(element.tail if stack else None)
            elif not isinstance(child.tag, str) or self._leaves_out(child) or self._takes(child):
                self._say(child.tail)
            else:
                self._enter(child)
                stack.append((child, iter(child)))
        self._flush()

    def _say(self, text: str | None) -> None:
        if text:
            self._said.append((_SPACES.sub(" ", text), self._bold > 0))

    def _leaves_out(self, element: HtmlElement) -> bool:
        tag = element.tag
        if tag in _UNSEEN:
            return True
        if tag in _FURNITURE:
            reason = _FURNITURE[tag]
            self.skipped[reason] = self.skipped.get(reason, 0) + 1
            return True
        if _is_hidden(element):
            self.hidden += bool(_words(element))
            return True
        return False

    def _takes(self, element: HtmlElement) -> bool:
        """Whether an element is a whole of its own: a table, or the date of the document."""
        if element.tag == "table":
            return self._takes_table(element)
        if element.tag == "p" and element.find(".//time") is not None:
            return self._takes_date(element)
        return False

    def _takes_table(self, element: HtmlElement) -> bool:
        grid = grid_of(element, f"{self.place}table {self._tables + 1} row {{}}", _text_of)
        if grid is None:
            return False
        self._flush()
        self._tables += 1
        caption = element.find("caption")
        if caption is not None and (words := _words(caption)):
            self._add(Block("paragraph", words, ""))
        self.blocks.append(Block("table", "", f"{self.place}table {self._tables}", grid=grid))
        return True

    def _takes_date(self, element: HtmlElement) -> bool:
        time = element.find(".//time")
        said = "" if time is None else _words(time)
        label = _words(element).replace(said, "").strip(" :")
        if time is None or not said or len(label) + len(said) > _LONGEST_DATE:
            return False
        kind = _kind_of_date(label)
        if kind is None:
            return False
        date = written_date(time.get("datetime") or said, source="property")
        self.dates.append(DocumentDate(kind=kind, label=label, date=date))
        return True

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        if tag == "br":
            self._said.append(("\n", False))
        elif tag in _BOLD:
            self._bold += 1
        elif tag in ("ul", "ol"):
            start = element.get("start") or ""
            self._lists.append(_List(tag == "ol", int(start) if start.isdecimal() else 1))
        elif tag == "li":
            self._points.append(_Point(self._next_number()))
        elif tag == "blockquote":
            self._quotes += 1
        elif (heading := _HEADING.fullmatch(tag)) is not None:
            self._level = int(heading.group(1)) + self.deeper
        self._say(element.text)

    def _leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        if tag in _BOLD:
            self._bold -= 1
        elif tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "li":
            self._points.pop()
        elif tag == "blockquote":
            self._quotes -= 1
        elif _HEADING.fullmatch(tag):
            self._level = 0

    def _next_number(self) -> str | None:
        if not self._lists or not self._lists[-1].is_numbered:
            return None
        number = self._lists[-1].following
        self._lists[-1].following += 1
        return f"{number}."

    def _flush(self) -> None:
        said, self._said = self._said, []
        text = _AROUND_LINES.sub("\n", _SPACES_ONLY.sub(" ", "".join(t for t, _ in said))).strip()
        if not text:
            return
        if self._level:
            self._add(Block("heading", text, "", level=self._level))
            return
        point = self._points[-1] if self._points else None
        first = point is not None and point.text is None
        outer = [p.text for p in self._points[:-1] if p.text]
        self._add(
            Block(
                shape="paragraph" if point is None else "bullet",
                text=text,
                ref="",
                number=point.number if point is not None and first else None,
                context=" > ".join(outer) or None,
                lead=opening_in_bold(said),
                flags=("quote",) if self._quotes else (),
            )
        )
        if point is not None and first:
            point.text = text

    def _add(self, block: Block) -> None:
        self._count += 1
        self.blocks.append(replace(block, ref=f"{self.place}para {self._count}"))


def _text_of(cell: HtmlElement) -> str:
    """The text of a table's cell, one line a block."""
    flow = Flow()
    flow.walk(cell)
    return "\n".join(block.text for block in flow.blocks)


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").lower() == "true"
        or bool(_HIDES.search(element.get("style") or ""))
    )


def _kind_of_date(label: str) -> Literal["published", "updated"] | None:
    said = label.casefold()
    if "updat" in said or "modif" in said or "review" in said:
        return "updated"
    return "published" if "publish" in said or "posted" in said or said == "date" else None
