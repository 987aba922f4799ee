"""The words of one Word paragraph: tracked changes, fields, hidden text, what hangs on it."""

import sys
from collections.abc import Callable
from dataclasses import field

from lxml import etree

from maturity.evidence.blocks import opening_in_bold
from maturity.evidence.readers.package import child, local
from maturity.evidence.readers.word_parts import Styles, is_on, value
from maturity.frozen import dataclass

__all__ = ["Inline", "Story", "inline_of"]

# Marks that fonts of symbols draw in the private part of Unicode, as the characters they look like.
_SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "•",
    0xF0FC: "✓",
    0xF0FB: "✗",
    0xF0FE: "☑",
    0xF0A8: "☐",
    0xF06F: "☐",
    0xF0E0: "→",
}
_PRIVATE = range(0xE000, 0xF900)
_PICTURES = frozenset(("drawing", "pict", "object"))
_MARKS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_NOTES = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "commentReference": "comment",
}


@dataclass(slots=True)
class _Field:
    """A field in hand: its instruction until the result begins, then whether it is a contents."""

    instruction: str = ""
    has_result: bool = False
    is_contents: bool = False


@dataclass(slots=True)
class Story:
    """What runs on from paragraph to paragraph, and what is counted over the whole document.

    Pages are counted by the breaks Word wrote when it last laid the text out, where it did, and
    otherwise by those a person typed: never both, since Word writes its own behind each of theirs.
    """

    styles: Styles
    fields: list[_Field] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)
    hidden: int = 0
    pictures: int = 0
    contents: int = 0
    page: int = 1
    has_rendered_pages: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether what comes now is no text: an instruction, or a table of contents."""
        return any(not one.has_result or one.is_contents for one in self.fields)


@dataclass(slots=True)
class Inline:
    """The words of one paragraph.

    `lead` is what it opens with in bold. `notes` are kind, id and place in the text of what hangs
    on it; `boxes` are the text boxes anchored in it. `page` is the page its first word is on.
    """

    text: str = ""
    page: int = 1
    lead: str | None = None
    is_tracked: bool = False
    has_hidden: bool = False
    notes: tuple[tuple[str, str, int], ...] = ()
    boxes: tuple[etree._Element, ...] = ()


@dataclass(slots=True)
class _Writer:
    """Walks one paragraph; each kind of element has one row in `_HANDLERS`."""

    story: Story
    style: str | None
    said: list[tuple[str, bool]] = field(default_factory=list)
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    is_tracked: bool = False
    hid: list[bool] = field(default_factory=list)
    page: int = 0
    run_style: tuple[bool, bool] = (False, False)

    def walk(self, element: etree._Element) -> None:
        for one in element:
            handler = _HANDLERS.get(local(one))
            if handler is not None:
                handler(self, one)

    def say(self, text: str) -> None:
        hides, bold = self.run_style
        if self.story.is_silent or not text:
            return
        if hides:
            if text.strip():
                self.hid.append(True)
            return
        if text.strip():
            self.hid.append(False)
            self.page = self.page or self.story.page
        self.said.append((text, bold))

    def run(self, element: etree._Element) -> None:
        properties = child(element, "rPr")
        style = value(child(properties, "rStyle"))
        self.run_style = (
            self._is(child(properties, "vanish"), style, self.story.styles.hides),
            self._is(child(properties, "b"), style, self.story.styles.is_bold),
        )
        self.walk(element)
        self.run_style = (False, False)

    def _is(
        self, direct: etree._Element | None, style: str | None, by: Callable[[str | None], bool]
    ) -> bool:
        said = is_on(direct)
        return said if said is not None else by(style) or by(self.style)

    def text(self, element: etree._Element) -> None:
        self.say(element.text or "")

    def mark(self, element: etree._Element) -> None:
        self.say(_MARKS[local(element)])

    def line_break(self, element: etree._Element) -> None:
        if value(element, "type") == "page":
            self.story.page += not self.story.has_rendered_pages
        else:
            self.say("\n")

    def rendered_break(self, _element: etree._Element) -> None:
        self.story.page += 1

    def symbol(self, element: etree._Element) -> None:
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            return
        known = _SYMBOLS.get(code)
        self.say(known or ("" if code in _PRIVATE or code > sys.maxunicode else chr(code)))

    def kept_change(self, element: etree._Element) -> None:
        self.changed(element)
        self.walk(element)

    def changed(self, element: etree._Element) -> None:
        self.is_tracked = True
        self.story.authors.add(value(element, "author") or "")

    def field_mark(self, element: etree._Element) -> None:
        kind, fields = value(element, "fldCharType"), self.story.fields
        if kind == "begin":
            fields.append(_Field())
        elif kind == "separate" and fields:
            fields[-1].has_result = True
            fields[-1].is_contents = self._is_contents(fields[-1].instruction)
        elif kind == "end" and fields:
            fields.pop()

    def instruction(self, element: etree._Element) -> None:
        if self.story.fields:
            self.story.fields[-1].instruction += element.text or ""

    def _is_contents(self, instruction: str) -> bool:
        is_contents = instruction.split()[:1] == ["TOC"]
        self.story.contents += is_contents
        return is_contents

    def simple_field(self, element: etree._Element) -> None:
        if not self._is_contents(value(element, "instr") or ""):
            self.walk(element)

    def note(self, element: etree._Element) -> None:
        said = value(element, "id")
        if said is not None and not self.story.is_silent:
            at = sum(len(text) for text, _ in self.said)
            self.notes.append((_NOTES[local(element)], said, at))

    def picture(self, element: etree._Element) -> None:
        boxes = [one for one in _outermost(element) if local(one) == "txbxContent"]
        self.boxes.extend(boxes)
        self.story.pictures += not boxes

    def alternatives(self, element: etree._Element) -> None:
        choice = child(element, "Choice")
        self.walk(choice if choice is not None else element)

    def inner(self, element: etree._Element) -> None:
        self.walk(element)


def _outermost(element: etree._Element) -> list[etree._Element]:
    """The text boxes within a drawing that stand in no other; of alternatives the first alone."""
    found: list[etree._Element] = []
    for one in element:
        name = local(one)
        if name == "txbxContent":
            found.append(one)
        elif name == "AlternateContent" and (choice := child(one, "Choice")) is not None:
            found.extend(_outermost(choice))
        else:
            found.extend(_outermost(one))
    return found


_HANDLERS: dict[str, Callable[[_Writer, etree._Element], None]] = {
    "r": _Writer.run,
    "t": _Writer.text,
    **dict.fromkeys(_MARKS, _Writer.mark),
    "br": _Writer.line_break,
    "lastRenderedPageBreak": _Writer.rendered_break,
    "sym": _Writer.symbol,
    "ins": _Writer.kept_change,
    "moveTo": _Writer.kept_change,
    "del": _Writer.changed,
    "moveFrom": _Writer.changed,
    "fldChar": _Writer.field_mark,
    "instrText": _Writer.instruction,
    "fldSimple": _Writer.simple_field,
    **dict.fromkeys(_NOTES, _Writer.note),
    **dict.fromkeys(_PICTURES, _Writer.picture),
    "AlternateContent": _Writer.alternatives,
    **dict.fromkeys(
        ("sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "Fallback", "ruby", "rubyBase"),
        _Writer.inner,
    ),
    **dict.fromkeys(("dir", "bdo", "oMath", "oMathPara"), _Writer.inner),
}


def inline_of(paragraph: etree._Element, story: Story, style: str | None) -> Inline:
    """The words of a paragraph in a style; counts and open fields are kept in `story`."""
    writer = _Writer(story, style)
    writer.walk(paragraph)
    passages = sum(
        is_hidden and (at == 0 or not writer.hid[at - 1]) for at, is_hidden in enumerate(writer.hid)
    )
    story.hidden += passages
    return Inline(
        text="".join(text for text, _ in writer.said),
        page=writer.page or story.page,
        lead=opening_in_bold(writer.said),
        is_tracked=writer.is_tracked,
        has_hidden=passages > 0,
        notes=tuple(writer.notes),
        boxes=tuple(writer.boxes),
    )
