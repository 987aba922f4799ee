"""A Word file taken apart for the rules: its parts, and short ways to ask them things."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from docx.oxml import parse_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def w(name: str) -> str:
    """The full name of a tag or attribute of WordprocessingML."""
    return f"{_W}{name}"


def r(name: str) -> str:
    """The full name of an attribute that points at a relationship."""
    return f"{_R}{name}"


@dataclass
class Opened:
    """The parts of a Word file by name; the parsed ones are kept once asked for."""

    parts: dict[str, bytes]

    @classmethod
    def of(cls, raw: bytes) -> "Opened":
        with zipfile.ZipFile(BytesIO(raw)) as package:
            return cls({name: package.read(name) for name in package.namelist()})

    @cached_property
    def whole(self) -> dict[str, bytes]:
        """Every part but pictures, and in place of a workbook the parts inside it."""
        return dict(_parts(self.parts))

    def xml(self, name: str) -> Any:
        return parse_xml(self.parts[name])

    @cached_property
    def document(self) -> Any:
        return self.xml("word/document.xml")

    @cached_property
    def styles(self) -> dict[str, Any]:
        return {
            style.get(w("styleId")): style for style in self.xml("word/styles.xml").iter(w("style"))
        }

    @cached_property
    def paragraphs(self) -> list[Any]:
        return list(self.document.iter(w("p")))

    @cached_property
    def tables(self) -> list[Any]:
        return list(self.document.iter(w("tbl")))

    @cached_property
    def edges(self) -> list[Any]:
        """Headers and footers."""
        return [
            self.xml(name) for name in self.parts if re.search(r"/(header|footer)\d*\.xml", name)
        ]

    @cached_property
    def roots(self) -> list[Any]:
        """Every part that shows text."""
        return [self.document, *self.edges]

    def headings(self) -> Iterator[tuple[int, str]]:
        """The level of each heading, and its words with the number that Word sets before them."""
        counted = Counted(self)
        for paragraph in self.paragraphs:
            found = re.fullmatch(r"Heading(\d)", style_of(paragraph))
            if found:
                label = counted.label(paragraph, int(found[1]))
                said = text_of(paragraph)
                yield int(found[1]), f"{label} {said}" if label else said

    def relationships(self) -> Iterator[tuple[str, Any]]:
        """Each relationship with the folder its target is told from."""
        for name in self.parts:
            if name.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(name))
                for relationship in self.xml(name):
                    yield folder, relationship


def _parts(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, raw in parts.items():
        if name.endswith((".png", ".jpeg")):
            continue
        if name.endswith(".xlsx"):
            for inner, part in Opened.of(raw).parts.items():
                yield f"{name}/{inner}", part
        else:
            yield name, raw


class Counted:
    """The numbers of headings, counted as Word does: one count for all lists of one shape."""

    def __init__(self, opened: Opened) -> None:
        """Nothing is counted yet."""
        self._opened = opened
        self._counts = [0] * 9
        self._begun: set[str] = set()
        numbering = opened.xml("word/numbering.xml")
        self._shapes = {
            one.get(w("abstractNumId")): one for one in numbering.iter(w("abstractNum"))
        }
        self._lists = {one.get(w("numId")): one for one in numbering.iter(w("num"))}

    def label(self, paragraph: Any, level: int) -> str:
        """The number before a heading, without the mark after it; empty for none."""
        style = self._opened.styles[style_of(paragraph)]
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        number = own if own is not None else style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is None:
            return ""
        used = self._lists[number.get(w("val"))]
        shape = self._shapes[used.find(w("abstractNumId")).get(w("val"))]
        text = next(
            one.find(w("lvlText")).get(w("val"))
            for one in shape.iter(w("lvl"))
            if one.get(w("ilvl")) == str(level - 1)
        )
        if not text:
            return ""
        start = used.find(f"{w('lvlOverride')}/{w('startOverride')}")
        if start is not None and number.get(w("val")) not in self._begun:
            self._counts[0] = int(start.get(w("val"))) - 1
        self._begun.add(number.get(w("val")))
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (9 - level)
        found = re.sub(r"%(\d)", lambda place: str(self._counts[int(place[1]) - 1]), text)
        return found.rstrip(".:) ")


def style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "Normal" if style is None else str(style.get(w("val")))


def text_of(element: Any) -> str:
    """The words a reader meets, line breaks as spaces; those of a drawing are read aloud."""
    said = (w("t"), w("tab"), w("br"), w("noBreakHyphen"), _DRAWN)
    return "".join(_words(node) for node in element.iter(*said))


def _words(node: Any) -> str:
    shown = {w("tab"): "\t", w("br"): " ", w("noBreakHyphen"): "-"}
    if node.tag == w("tab") and node.getparent().tag != w("r"):
        return ""
    if node.tag == _DRAWN:
        return str(node.get("descr", ""))
    return shown.get(node.tag) or node.text or ""
