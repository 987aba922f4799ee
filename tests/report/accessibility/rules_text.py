"""Headings, contents, fields, text, lists and links."""

import re
from collections.abc import Iterator
from typing import Any

from accessibility.opened import Opened, r, style_of, text_of, w

_BULLET = re.compile(r"([•·*\u2013-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufffd]"
)
_DEBRIS = re.compile(r"\{\{|\}\}|\{%|Error! |#REF|object at 0x|Span\(|^None$|\bnan\b")
_VAGUE = {"here", "click here", "link", "more", "page", "read more"}
_BODY = {"BodyText", "BodyAfterBlock", "BodyBeforeCallout", "Normal", "Lead", "Meta"}
_LEAST_SIZE = {
    "TableText": 22,
    "TableKept": 22,
    "TableHead": 22,
    "Caption": 22,
    "Header": 20,
    "Footer": 20,
    "CommentText": 20,
    "HeaderLine": 20,
    "FooterLine": 20,
}


def head1(opened: Opened) -> Iterator[str]:
    if next(iter(opened.headings()), (0, ""))[0] != 1:
        yield "the first heading is not Heading 1"


def head2(opened: Opened) -> Iterator[str]:
    above = 0
    for level, text in opened.headings():
        if level > above + 1:
            yield f"{text!r} skips a level"
        above = level


def head3(opened: Opened) -> Iterator[str]:
    for level, text in opened.headings():
        if not text.strip():
            yield f"a heading {level} is empty"


def head4(opened: Opened) -> Iterator[str]:
    for paragraph in opened.paragraphs:
        runs = list(paragraph.iter(w("r")))
        body = style_of(paragraph) in _BODY
        bold = runs and all(run.find(f"{w('rPr')}/{w('b')}") is not None for run in runs)
        if body and bold and len(text_of(paragraph)) < 80:
            yield f"{text_of(paragraph)!r} stands as a heading"


def _contents(opened: Opened) -> list[str]:
    return [text_of(p) for p in opened.paragraphs if re.fullmatch(r"TOC\d", style_of(p))]


def toc1(opened: Opened) -> Iterator[str]:
    if not any(" TOC " in (node.text or "") for node in opened.document.iter(w("instrText"))):
        yield "there is no field of contents"
    if not _contents(opened):
        yield "the contents are empty"


def toc2(opened: Opened) -> Iterator[str]:
    expected = [text for level, text in opened.headings() if level <= 2]
    if _contents(opened) != expected:
        yield "the contents differ from the headings"


def _field_ends(root: Any) -> list[str]:
    return [node.get(w("fldCharType")) for node in root.iter(w("fldChar"))]


def fld1(opened: Opened) -> Iterator[str]:
    for root in opened.roots:
        ends = _field_ends(root)
        if ends != ["begin", "separate", "end"] * (len(ends) // 3):
            yield f"fields are not balanced: {ends}"


def fld2(opened: Opened) -> Iterator[str]:
    for root in opened.roots:
        inside = None
        for node in root.iter(w("fldChar"), w("t")):
            kind = node.get(w("fldCharType"))
            if kind is None and inside == "separate":
                inside = "shown"
            if kind == "end" and inside == "separate":
                yield "a field shows nothing"
            inside = kind or inside


def fld3(opened: Opened) -> Iterator[str]:
    if b"updateFields" in opened.parts["word/settings.xml"]:
        yield "the file asks to update its fields"
    if any(node.get(w("dirty")) for root in opened.roots for node in root.iter()):
        yield "a field is marked as out of date"


def fld4(opened: Opened) -> Iterator[str]:
    names = {node.get(w("name")) for node in opened.document.iter(w("bookmarkStart"))}
    for link in opened.document.iter(w("hyperlink")):
        anchor = link.get(w("anchor"))
        if anchor is not None and anchor not in names:
            yield f"nothing is marked {anchor!r}"


def txt1(opened: Opened) -> Iterator[str]:
    for root in opened.roots:
        for paragraph in root.iter(w("p")):
            if not text_of(paragraph).strip():
                yield f"an empty paragraph of style {style_of(paragraph)}"


def txt2(opened: Opened) -> Iterator[str]:
    for root in opened.roots:
        allowed = 0 if root is opened.document else 1
        for paragraph in root.iter(w("p")):
            text = text_of(paragraph)
            if "  " in text or text.count("\t") > allowed:
                yield f"spaces or tabs as layout in {text[:40]!r}"


def txt3(opened: Opened) -> Iterator[str]:
    for root in (*opened.roots, opened.xml("word/styles.xml")):
        if any(node.get(w("val")) in {"both", "distribute"} for node in root.iter(w("jc"))):
            yield "text is justified"


def txt4(opened: Opened) -> Iterator[str]:
    for name, style in opened.styles.items():
        size = style.find(f"{w('rPr')}/{w('sz')}")
        least = _LEAST_SIZE.get(name.rstrip("0123456789"), 24)
        if (
            style.get(w("type")) == "paragraph"
            and size is not None
            and int(size.get(w("val"))) < least
        ):
            yield f"style {name} is too small"


def txt5(opened: Opened) -> Iterator[str]:
    for root in (*opened.roots, opened.xml("word/styles.xml")):
        if any(True for _ in root.iter(w("caps"), w("smallCaps"), w("i"))):
            yield "capitals or italics by effect"
    for run in opened.document.iter(w("u")):
        yield f"underlined outside a link: {text_of(run.getparent().getparent())!r}"


def txt6(opened: Opened) -> Iterator[str]:
    faces = {
        value
        for root in (*opened.roots, opened.xml("word/styles.xml"))
        for fonts in root.iter(w("rFonts"))
        for value in fonts.values()
    }
    if len(faces) > 2:
        yield f"typefaces {sorted(faces)}"


def txt7(opened: Opened) -> Iterator[str]:
    for spacing in opened.xml("word/styles.xml").iter(w("spacing")):
        if spacing.get(w("lineRule"), "auto") == "exact":
            yield "an exact line height"


def txt8(opened: Opened) -> Iterator[str]:
    if any(True for _ in opened.document.iter(w("cols"))):
        yield "text in columns"


def txt9(opened: Opened) -> Iterator[str]:
    for root in opened.roots:
        for node in root.iter(w("t")):
            if _UNSEEN.search(node.text or ""):
                yield f"an unseen character in {node.text!r}"


def txt10(opened: Opened) -> Iterator[str]:
    for root in opened.roots:
        for paragraph in root.iter(w("p")):
            if _DEBRIS.search(text_of(paragraph)):
                yield f"debris in {text_of(paragraph)[:60]!r}"


def list1(opened: Opened) -> Iterator[str]:
    body = opened.document.find(w("body"))
    for paragraph in body.findall(w("p")):
        if _BULLET.match(text_of(paragraph)):
            yield f"a typed mark starts {text_of(paragraph)[:40]!r}"


def list2(opened: Opened) -> Iterator[str]:
    known = {num.get(w("numId")) for num in opened.xml("word/numbering.xml").iter(w("num"))}
    for root in (opened.document, opened.xml("word/styles.xml")):
        for used in root.iter(w("numId")):
            if used.get(w("val")) not in known:
                yield f"numbering {used.get(w('val'))} is not defined"


def link1(opened: Opened) -> Iterator[str]:
    for link in opened.document.iter(w("hyperlink")):
        text = text_of(link).strip()
        if text.casefold() in _VAGUE or "://" in text:
            yield f"link text {text!r}"


def link2(opened: Opened) -> Iterator[str]:
    ids = {link.get(r("id")) for link in opened.document.iter(w("hyperlink"))} - {None}
    for _, relationship in opened.relationships():
        outside = relationship.get("TargetMode") == "External"
        if outside and not relationship.get("Target").startswith(("https://", "mailto:")):
            yield f"a link to {relationship.get('Target')}"
        if outside:
            ids.discard(relationship.get("Id"))
    if ids:
        yield f"links without a target: {sorted(ids)}"
