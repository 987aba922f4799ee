"""Word files: a walk over the document's own tree, so that nothing a library skips is lost."""

import re
from collections.abc import Iterator
from dataclasses import field

from lxml.etree import _Element

from maturity.evidence.blocks import Block, Reading
from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused, notice
from maturity.evidence.model import Flag, Notice, Shape
from maturity.evidence.readers.guard import opened
from maturity.evidence.readers.package import Package, child, local, property_dates
from maturity.evidence.readers.sniff import Sniffed
from maturity.evidence.readers.word_numbers import Numbering
from maturity.evidence.readers.word_parts import Styles, is_on, value
from maturity.evidence.readers.word_table import table_blocks
from maturity.evidence.readers.word_text import Inline, Story, inline_of
from maturity.frozen import dataclass

__all__ = ["Walk", "read"]

VERSION = 1

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MACROS = "application/vnd.ms-word.document.macroEnabled.12"
_THROUGH = frozenset(("customXml", "smartTag", "ins", "moveTo", "sdtContent", "Choice", "Fallback"))
_SENTENCE = re.compile(r"[^.!?]*(?:[.!?]+|$)")
_NOTE_PARTS = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
_NOTE_SHAPES: dict[str, Shape] = {
    "footnote": "footnote",
    "endnote": "endnote",
    "comment": "comment",
}
_NOTE_PLACES = {"footnote": "note", "endnote": "endnote", "comment": "comment"}
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))

Notes = dict[tuple[str, str], _Element]


@dataclass(slots=True)
class Walk:
    """A walk over one stretch of a document: its body, a text box, a cell of a table.

    `place` stands before each reference; `shape` is set where the stretch gives its own.
    """

    story: Story
    numbering: Numbering
    notes: Notes
    place: str = ""
    shape: Shape | None = None
    has_pages: bool = False
    blocks: list[Block] = field(default_factory=list)
    embedded: int = 0
    noted: dict[str, int] = field(default_factory=dict)
    title: str | None = None
    _paragraphs: int = 0
    _tables: int = 0

    def inner(self, place: str, shape: Shape | None = None) -> "Walk":
        """A walk within this one, which counts its own paragraphs."""
        return Walk(
            self.story, self.numbering, self.notes, place, shape, self.has_pages, noted=self.noted
        )

    def walk(self, container: _Element) -> None:
        """Gather the blocks of everything that stands in `container`."""
        for one in container:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._table(one)
            elif name == "sdt":
                self._control(one)
            elif name == "AlternateContent":
                choice = child(one, "Choice")
                self.walk(choice if choice is not None else one)
            elif name == "altChunk":
                self.embedded += 1
            elif name in _THROUGH:
                self.walk(one)

    def _control(self, control: _Element) -> None:
        gallery = value(child(control, "sdtPr", "docPartObj", "docPartGallery"))
        content = child(control, "sdtContent")
        if gallery == "Table of Contents":
            self.story.contents += 1
        elif content is not None:
            self.walk(content)

    def _paragraph(self, paragraph: _Element) -> None:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle")) or self.story.styles.default
        if is_on(child(properties, "pageBreakBefore")) and not self.story.has_rendered_pages:
            self.story.page += 1
        inline = inline_of(paragraph, self.story, style)
        self._paragraphs += 1
        ref = f"{self.place}para {self._paragraphs}"
        number, is_listed = self._number(properties, style)
        text = inline.text.strip()
        if text:
            if self.title is None and self.story.styles.is_title(style):
                self.title = text
            level = self._level(properties, style)
            self.blocks.append(self._block(inline, text, ref, level, number, is_listed=is_listed))
        for at, box in enumerate(inline.boxes, 1):
            walk = self.inner(f"{ref}, box {at}, ", "text_box")
            walk.walk(box)
            self.blocks.extend(walk.blocks)
            self.embedded += walk.embedded
        self.blocks.extend(self._hanging(inline))

    def _number(self, properties: _Element | None, style: str | None) -> tuple[str | None, bool]:
        direct = child(properties, "numPr")
        by_style = self.story.styles.list_of(style)
        list_id = value(child(direct, "numId")) or (by_style[0] if by_style else None)
        said = value(child(direct, "ilvl"))
        level = int(said) if said and said.isdecimal() else (by_style[1] or 0 if by_style else 0)
        if list_id is None:
            return None, False
        return self.numbering.following(list_id, level)

    def _level(self, properties: _Element | None, style: str | None) -> int:
        said = value(child(properties, "outlineLvl"))
        if said is not None and said.isdecimal():
            return int(said) + 1 if int(said) < 9 else 0  # noqa: PLR2004 - nine levels; 9 is body text
        return self.story.styles.heading_level(style)

    def _block(
        self,
        inline: Inline,
        text: str,
        ref: str,
        level: int,
        number: str | None,
        *,
        is_listed: bool,
    ) -> Block:
        page = inline.page if self.has_pages else None
        if level and self.shape is None:
            words = f"{number} {text}" if number else text
            return Block("heading", words, ref, level=level, number=number, page=page)
        flags: list[Flag] = ["tracked"] if inline.is_tracked else []
        flags.extend(["hidden_near"] if inline.has_hidden else [])
        return Block(
            shape=self.shape or ("bullet" if is_listed else "paragraph"),
            text=text,
            ref=ref,
            number=number,
            page=page,
            lead=inline.lead,
            flags=tuple(flags),
        )

    def _hanging(self, inline: Inline) -> Iterator[Block]:
        """The notes and comments anchored in a paragraph, with the sentence they hang on."""
        for kind, said, at in inline.notes:
            element = self.notes.pop((kind, said), None)
            if element is None:
                continue
            self.noted[kind] = self.noted.get(kind, 0) + 1
            walk = self.inner("")
            walk.walk(element)
            words = "\n".join(block.text for block in walk.blocks if block.text)
            if words:
                yield Block(
                    shape=_NOTE_SHAPES[kind],
                    text=words,
                    ref=f"{_NOTE_PLACES[kind]} {self.noted[kind]}",
                    page=inline.page if self.has_pages else None,
                    context=_sentence(inline.text, at),
                )

    def _table(self, table: _Element) -> None:
        self._tables += 1
        self.blocks.extend(table_blocks(table, self, f"{self.place}table {self._tables}"))


def read(data: bytes, kind: Sniffed, limits: Limits) -> Reading:
    """The blocks of a Word file, as if every tracked change were accepted."""
    del kind  # every reader is asked alike; this one opens the bytes themselves
    with opened(data, limits) as zipped:
        package = Package(zipped, limits)
        main = package.main()
        root = package.parsed(main)
        body = child(root, "body")
        if root is None or body is None:
            raise Refused("R11", part=main or "the main part")
        story = Story(Styles(package.first(main, "styles")))
        story.has_rendered_pages = next(root.iter("{*}lastRenderedPageBreak"), None) is not None
        walk = Walk(
            story=story,
            numbering=Numbering.of(package.first(main, "numbering")),
            notes=_notes(package, main),
            has_pages=_has_pages(root),
        )
        walk.walk(body)
        return _reading(package, main, walk)


def _reading(package: Package, main: str, walk: Walk) -> Reading:
    has_macros = any(one.kind == "vbaProject" for one in package.related(main).values())
    page_texts = tuple(_page_texts(package, main, walk))
    return Reading(
        reader="word",
        version=VERSION,
        media=_MACROS if has_macros else _WORD,
        blocks=tuple(walk.blocks),
        title=walk.title,
        dates=tuple(property_dates(package)),
        warnings=tuple(_told(walk, has_macros=has_macros)),
        skipped=(
            ("tables of contents", walk.story.contents),
            ("hidden passages", walk.story.hidden),
            ("pictures and embedded files", walk.story.pictures + walk.embedded),
            ("notes and comments on deleted text", len(walk.notes)),
        ),
        page_texts=page_texts,
    )


def _told(walk: Walk, *, has_macros: bool) -> Iterator[Notice]:
    if authors := len(walk.story.authors):
        yield notice("W03", people="1 person" if authors == 1 else f"{authors} people")
    if hidden := walk.story.hidden:
        said = "1 hidden passage was" if hidden == 1 else f"{hidden} hidden passages were"
        yield notice("W04", passages=said)
    if left := walk.story.pictures + walk.embedded:
        one = "1 picture or embedded file was"
        said = one if left == 1 else f"{left} pictures and embedded files were"
        yield notice("W05", pictures=said)
    if has_macros:
        yield notice("W08")


def _has_pages(root: _Element) -> bool:
    marks = root.iter("{*}lastRenderedPageBreak", "{*}br", "{*}pageBreakBefore")
    return any(local(mark) != "br" or value(mark, "type") == "page" for mark in marks)


def _notes(package: Package, main: str) -> Notes:
    found: Notes = {}
    for kind, part in _NOTE_PARTS.items():
        root = package.first(main, part)
        for one in root if root is not None else ():
            said = value(one, "id")
            if local(one) == kind and said and value(one, "type") not in _SEPARATORS:
                found[kind, said] = one
    return found


def _page_texts(package: Package, main: str, walk: Walk) -> Iterator[str]:
    """The words of headers and footers, each once."""
    seen: set[str] = set()
    for one in package.related(main).values():
        root = package.parsed(one.target) if one.kind in {"header", "footer"} else None
        if root is None:
            continue
        inner = walk.inner("")
        inner.walk(root)
        words = "\n".join(block.text for block in inner.blocks if block.text)
        if words and words not in seen:
            seen.add(words)
            yield words


def _sentence(text: str, at: int) -> str | None:
    """The sentence of `text` that the character at `at` ends or stands in."""
    for found in _SENTENCE.finditer(text):
        if found.end() >= at and found.group().strip():
            return found.group().strip()
    return text.strip() or None
