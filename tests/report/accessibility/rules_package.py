"""What the file says of itself, its styles, its pages and its parts."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml

from accessibility.opened import Opened, r, text_of, w

_DEFAULTS = {"", "word document", "untitled", "document1"}
_NOBODY = ("python-docx", "docx", "user", "admin", "unknown")
_LOCAL_PATH = re.compile(r"[A-Za-z]:\\|/home/|/tmp/|/Users/|file://|\\\\\w+\\")
_DIRECT = {"b", "bCs", "color", "rStyle"}
_PARAGRAPH = {"pStyle", "keepNext", "numPr", "pageBreakBefore", "sectPr"}
_OF_CONTROLS = (
    "rPr",
    "alias",
    "tag",
    "id",
    "lock",
    "dataBinding",
    "dropDownList",
    "text",
    "checkbox",
)


def _core(opened: Opened, name: str) -> str:
    found = [node for node in opened.xml("docProps/core.xml") if node.tag.endswith(f"}}{name}")]
    return str(found[0].text or "") if found else ""


def meta1(opened: Opened) -> Iterator[str]:
    if _core(opened, "title").strip().casefold() in _DEFAULTS:
        yield "the file has no title"


def meta2(opened: Opened) -> Iterator[str]:
    author = _core(opened, "creator").strip().casefold()
    if not author or author in _NOBODY:
        yield f"the author is {author!r}"


def meta3(opened: Opened) -> Iterator[str]:
    if _core(opened, "language") != "en-GB":
        yield "the language is not en-GB"
    styles = opened.xml("word/styles.xml")
    marked = [
        node.get(w("val")) for root in (styles, *opened.roots) for node in root.iter(w("lang"))
    ]
    if marked != ["en-GB"]:
        yield f"languages {marked}"


def meta4(opened: Opened) -> Iterator[str]:
    for name in ("subject", "keywords", "created", "modified"):
        if not _core(opened, name):
            yield f"{name} is not set"
    if _core(opened, "created") != _core(opened, "modified"):
        yield "the two dates differ"


def meta5(opened: Opened) -> Iterator[str]:
    for name, raw in opened.whole.items():
        if _LOCAL_PATH.search(raw.decode()):
            yield f"{name} holds a path of this computer"


def prot1(opened: Opened) -> Iterator[str]:
    if re.search(rb"documentProtection|writeProtection", opened.parts["word/settings.xml"]):
        yield "the file is locked"


def rev1(opened: Opened) -> Iterator[str]:
    if any(True for _ in opened.document.iter(w("ins"), w("del"), w("commentReference"))):
        yield "a change or comment is left in"


def sty1(opened: Opened) -> Iterator[str]:
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for root in opened.roots:
        for tag, kind in kinds.items():
            for node in root.iter(w(tag)):
                style = opened.styles.get(node.get(w("val")))
                if style is None or style.get(w("type")) != kind:
                    yield f"style {node.get(w('val'))!r} is no {kind} style"
    for name, style in opened.styles.items():
        for tag in ("basedOn", "next"):
            other = style.find(w(tag))
            if other is not None and other.get(w("val")) not in opened.styles:
                yield f"style {name} points at no style"


def sty2(opened: Opened) -> Iterator[str]:
    for root in opened.roots:
        for properties in root.iter(w("rPr")):
            extra = {node.tag.partition("}")[2] for node in properties} - _DIRECT
            if extra:
                yield f"direct formatting {sorted(extra)}"
        for properties in root.iter(w("pPr")):
            extra = {node.tag.partition("}")[2] for node in properties} - _PARAGRAPH
            if extra:
                yield f"direct formatting {sorted(extra)}"


def page1(opened: Opened) -> Iterator[str]:
    setup = list(opened.document.iter(w("sectPr")))
    if len(setup) != 1:
        yield "pages of more than one section"
    for kind, text in _edges(opened, "footer"):
        if not re.search(r"Page \d+ of \d+$", text, re.MULTILINE):
            yield f"no page number on {kind} pages"


def page2(opened: Opened) -> Iterator[str]:
    for kind, text in _edges(opened, "header"):
        if not re.search(r"PROVISIONAL|CONFIRMED|BEFORE THE SESSION", text):
            yield f"the status is not on {kind} pages"


def _edges(opened: Opened, place: str) -> Iterator[tuple[str, str]]:
    """The header or footer of each kind of page there is, its paragraphs line by line."""
    setup = opened.document.find(f".//{w('sectPr')}")
    kinds = ["default"] + ["first"] * (setup.find(w("titlePg")) is not None)
    kinds += ["even"] * (b"evenAndOddHeaders" in opened.parts["word/settings.xml"])
    targets = {
        one.get("Id"): one.get("Target") for one in opened.xml("word/_rels/document.xml.rels")
    }
    named = {
        one.get(w("type")): targets[one.get(r("id"))] for one in setup.iter(w(f"{place}Reference"))
    }
    for kind in kinds:
        root = opened.xml(f"word/{named[kind]}") if kind in named else ()
        yield kind, "\n".join(text_of(paragraph) for paragraph in root)


def page3(opened: Opened) -> Iterator[str]:
    size = opened.document.find(f".//{w('pgSz')}")
    if (size.get(w("w")), size.get(w("h"))) != ("11906", "16838"):
        yield "the page is not A4"
    margins = opened.document.find(f".//{w('pgMar')}")
    if any(int(margins.get(w(side))) < 850 for side in ("top", "right", "bottom", "left")):
        yield "a margin under 1.5 cm"


def pkg1(opened: Opened) -> Iterator[str]:
    names = [name.casefold() for name in opened.parts]
    if len(set(names)) != len(names) or any(".." in name or "\\" in name for name in names):
        yield "unsafe or double names"


def pkg2(opened: Opened) -> Iterator[str]:
    for name, raw in opened.whole.items():
        if b"<!DOCTYPE" in raw:
            yield f"{name} has a DOCTYPE"
        parse_xml(raw)


def _targets(opened: Opened) -> set[str]:
    return {
        posixpath.normpath(posixpath.join("/", folder, relationship.get("Target"))).lstrip("/")
        for folder, relationship in opened.relationships()
        if relationship.get("TargetMode") != "External"
    }


def pkg3(opened: Opened) -> Iterator[str]:
    for target in _targets(opened) - set(opened.parts):
        yield f"no part {target}"


def pkg4(opened: Opened) -> Iterator[str]:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, raw in opened.parts.items():
            package.writestr(name, raw)
    if not Document(buffer).paragraphs:
        yield "there is no text"


def pkg5(opened: Opened) -> Iterator[str]:
    entries = opened.xml("[Content_Types].xml")
    kinds = {entry.get("PartName", "").lstrip("/"): entry.get("ContentType") for entry in entries}
    endings = {entry.get("Extension"): entry.get("ContentType") for entry in entries}
    for name in opened.parts:
        kind = kinds.get(name, "")
        if re.fullmatch(r"customXml/item\d+\.xml", name):
            continue  # whose XML it is, its properties part says
        if name.endswith(".xml") and name != "[Content_Types].xml" and not kind.endswith("+xml"):
            yield f"{name} has no content type of its own"
        if not name.endswith(".xml") and name.rpartition(".")[2] not in endings:
            yield f"{name} has no content type"


def pkg6(opened: Opened) -> Iterator[str]:
    plain = {name for name in opened.parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    for name in plain - _targets(opened):
        yield f"{name} belongs to nothing"


def pkg7(opened: Opened) -> Iterator[str]:
    for cell in opened.document.iter(w("tc")):
        if cell[-1].tag != w("p"):
            yield "a cell does not end with a paragraph"
    for properties in opened.document.iter(w("sdtPr")):
        places = [_OF_CONTROLS.index(node.tag.partition("}")[2]) for node in properties]
        if places != sorted(set(places)):
            yield "the properties of a control are out of order"
