"""Headers and footers of a Word file: their words and pictures, and what is never carried."""

import base64
import re
from dataclasses import field
from typing import Literal

from lxml import etree

from maturity.evidence.answers.look import Edge, EdgeLine, Picture
from maturity.evidence.messages import Refused
from maturity.evidence.readers.guard import part_of
from maturity.evidence.readers.package import Package, Relationship, child, local
from maturity.evidence.readers.word_format import Formats
from maturity.evidence.readers.word_parts import is_on, value
from maturity.frozen import dataclass

__all__ = ["edge_of", "related_id"]

_RELATED = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_MOST_LINES = 30
_MOST_PICTURES = 8
_LARGEST_PICTURE = 1024 * 1024
_EMU_PER_MM = 36_000
_PAGE = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)
_NAME = re.compile(r"\s*([A-Za-z]{1,30})")
_MAGIC: tuple[tuple[bytes, Literal["png", "jpeg"]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
)
_THROUGH = frozenset(("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink"))
_OF_TABLES = frozenset(("tr", "tc"))
_A_DRAWING = "a drawn shape, text box or watermark"


@dataclass(slots=True)
class _Line:
    """A paragraph as it is walked: texts between tabs, and which of them show a page number."""

    texts: list[str] = field(default_factory=lambda: [""])
    numbered: set[int] = field(default_factory=set)
    pictures: list[Picture] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.texts[-1] += text

    def kept(self) -> tuple[str, ...]:
        """The texts without page numbers: at most two, the first at the left."""
        cells = [
            " ".join(text.split())
            for at, text in enumerate(self.texts)
            if at not in self.numbered and text.strip()
        ]
        return (cells[0], " ".join(cells[1:])) if len(cells) > 1 else tuple(cells)


@dataclass(slots=True)
class _Walk:
    """A walk through one header or footer."""

    package: Package
    related: dict[str, Relationship]
    formats: Formats
    left_out: dict[str, None] = field(default_factory=dict)
    lines: list[EdgeLine] = field(default_factory=list)
    _fields: list[str] = field(default_factory=list)
    _pictures: int = 0

    def walk(self, container: etree._Element) -> None:
        """Gather the lines of everything that stands in `container`."""
        for one in container:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._leave("the lines of a table (its words are kept)")
                self.walk(one)
            elif name in _THROUGH or name in _OF_TABLES:
                self.walk(one)

    def _paragraph(self, paragraph: etree._Element) -> None:
        line = _Line()
        self._inside(paragraph, line)
        texts = line.kept()
        if not texts and not line.pictures:
            return
        if len(self.lines) >= _MOST_LINES:
            self._leave("lines beyond the first 30")
            return
        looks = self.formats.of_paragraph(paragraph)
        self.lines.append(EdgeLine(formatting=looks, pictures=tuple(line.pictures), texts=texts))

    def _inside(self, container: etree._Element, line: _Line) -> None:
        for one in container:
            name = local(one)
            if name == "r":
                self._run(one, line)
            elif name == "fldSimple":
                self._field(value(one, "instr") or "", line)
            elif name in _THROUGH:
                self._inside(one, line)

    def _run(self, run: etree._Element, line: _Line) -> None:
        if is_on(child(run, "rPr", "vanish")):
            return
        for one in run:
            name = local(one)
            if name == "fldChar":
                self._mark(one, line)
            elif name == "instrText" and self._fields:
                self._fields[-1] += one.text or ""
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                self._drawn(one, line)
            elif not self._fields:
                _write(one, name, line)

    def _mark(self, mark: etree._Element, line: _Line) -> None:
        """A field in three marks: what stands between is read at its end."""
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._field(self._fields.pop(), line)

    def _field(self, instruction: str, line: _Line) -> None:
        if _PAGE.match(instruction):
            line.numbered.add(len(line.texts) - 1)
        elif name := _NAME.match(instruction):
            self._leave(f"a field ({name[1].upper()})")

    def _drawn(self, drawn: etree._Element, line: _Line) -> None:
        if local(drawn) == "AlternateContent":
            drawn = next((one for one in drawn.iter("{*}drawing")), drawn)
        inside = next((one for one in drawn.iter("{*}inline", "{*}anchor")), None)
        blips = [] if inside is None else list(inside.iter("{*}blip"))
        has_words = inside is not None and any(True for _ in inside.iter("{*}txbxContent"))
        if inside is None or len(blips) != 1 or has_words:
            self._leave(_A_DRAWING)
            return
        if picture := self._picture(inside, blips[0]):
            line.pictures.append(picture)

    def _picture(self, inside: etree._Element, blip: etree._Element) -> Picture | None:
        target = self.related.get(related_id(blip, "embed"))
        member = self.package.member(target.target) if target else ""
        data = part_of(self.package.zip, member, self.package.limits) if member else b""
        kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
        is_cropped = any(
            crop.get(side, "0") != "0" for crop in inside.iter("{*}srcRect") for side in "ltrb"
        )
        if kind is None or is_cropped:
            self._leave("a picture that is cropped, linked or neither PNG nor JPEG")
        elif len(data) > _LARGEST_PICTURE or self._pictures >= _MOST_PICTURES:
            self._leave("a picture over 1 MB, or one after the eighth")
        else:
            self._pictures += 1
            extent, about = child(inside, "extent"), child(inside, "docPr")
            return Picture(
                data=base64.b64encode(data).decode("ascii"),
                kind=kind,
                width=_mm(extent, "cx"),
                height=_mm(extent, "cy"),
                alt=(about.get("descr") or "") if about is not None else "",
                is_decorative=any(one.get("val") == "1" for one in inside.iter("{*}decorative")),
                is_floating=local(inside) == "anchor",
            )
        return None

    def _leave(self, what: str) -> None:
        self.left_out[what] = None


def _write(one: etree._Element, name: str, line: _Line) -> None:
    if name == "t":
        line.add(one.text or "")
    elif name in {"noBreakHyphen", "softHyphen"}:
        line.add("-" if name == "noBreakHyphen" else "")
    elif name in {"tab", "ptab"}:
        line.texts.append("")
    elif name in {"br", "cr"}:
        line.add(" ")


def _mm(extent: etree._Element | None, name: str) -> float:
    said = "" if extent is None else extent.get(name) or ""
    return min(int(said) / _EMU_PER_MM, 1_000.0) if re.fullmatch(r"\d{1,10}", said) else 0.0


def related_id(element: etree._Element, name: str = "id") -> str:
    """The id by which an element points at another part; empty where it does not."""
    return next((said for space in _RELATED if (said := element.get(space + name))), "")


def edge_of(
    package: Package,
    part: str,
    place: Literal["header", "footer"],
    kind: Literal["default", "first"],
    formats: Formats,
) -> Edge:
    """The header or footer in `part`. Raises `Refused` where it cannot be read."""
    root = package.parsed(part)
    if root is None:
        raise Refused("R11", part=part)
    walk = _Walk(package, package.related(part), formats)
    walk.walk(root)
    return Edge(place=place, kind=kind, lines=tuple(walk.lines), left_out=tuple(walk.left_out))
