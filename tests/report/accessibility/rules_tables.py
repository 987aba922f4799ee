"""Tables: headers that repeat, no merged or empty cell, a caption and words about each."""

from collections.abc import Iterator
from itertools import dropwhile
from typing import Any

from accessibility.opened import Opened, style_of, text_of, w
from maturity.report.palette import COLOURS, contrast

_INK = COLOURS["ink"]


def _rows(table: Any) -> list[Any]:
    return list(table.findall(w("tr")))


def _is_header(row: Any) -> bool:
    return row.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def _cells(row: Any) -> list[str]:
    return [text_of(cell).strip() for cell in row.findall(w("tc"))]


def tbl1(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        rows = _rows(table)
        if not _is_header(rows[0]):
            yield "the first row is no repeating header"
        if any(_is_header(row) for row in dropwhile(_is_header, rows)):
            yield "header rows are apart"


def tbl2(opened: Opened) -> Iterator[str]:
    if any(True for _ in opened.document.iter(w("gridSpan"), w("vMerge"), w("hMerge"))):
        yield "cells are merged"


def tbl3(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        if any(True for _ in table.iterdescendants(w("tbl"))):
            yield "a table stands inside a table"


def tbl4(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        if not all(_cells(_rows(table)[0])):
            yield "a header cell is empty"


def tbl5(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        for row in _rows(table)[1:]:
            if not all(_cells(row)):
                yield f"an empty cell in {_cells(row)}"


def tbl6(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        for name in ("tblCaption", "tblDescription"):
            node = table.find(f"{w('tblPr')}/{w(name)}")
            if node is None or not node.get(w("val")).strip():
                yield f"a table has no {name}"


def tbl7(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        before = table.getprevious()
        captioned = before is not None and style_of(before) == "Caption"
        fields = [node.text for node in before.iter(w("instrText"))] if captioned else []
        if not any("SEQ Table" in field for field in fields):
            yield "a table has no numbered caption"


def tbl8(opened: Opened) -> Iterator[str]:
    for row in opened.document.iter(w("tr")):
        if row.find(f"{w('trPr')}/{w('cantSplit')}") is None:
            yield f"a row may split: {_cells(row)}"


def tbl9(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        grid = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        if any(len(_cells(row)) != grid for row in _rows(table)):
            yield "a row differs from the grid"


def tbl10(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        if len(_rows(table)) < 2 or len(_cells(_rows(table)[0])) < 2:
            yield "a table of one row or column"


def tbl11(opened: Opened) -> Iterator[str]:
    for table in opened.tables:
        look = table.find(f"{w('tblPr')}/{w('tblLook')}")
        if look is None or look.get(w("firstRow")) != "1":
            yield "the look of a table leaves out its header"


def col1(opened: Opened) -> Iterator[str]:
    """Words on a fill of their own, words in each style, links and the heads of tables."""
    yield from _of_styles(opened)
    for cell in opened.document.iter(w("tc")):
        fill = cell.find(f"{w('tcPr')}/{w('shd')}")
        if fill is None:
            continue
        for run in cell.iter(w("r")):
            colour = run.find(f"{w('rPr')}/{w('color')}")
            text = _INK if colour is None else colour.get(w("val"))
            if contrast(text, fill.get(w("fill"))) < 4.5:
                yield f"{text_of(cell)!r} cannot be read on its fill"


def _of_styles(opened: Opened) -> Iterator[str]:
    whole = opened.xml("word/styles.xml")
    ink = whole.find(f".//{w('rPrDefault')}//{w('color')}").get(w("val"))
    head = whole.find(f".//{w('tblStylePr')}[@{w('type')}='firstRow']//{w('shd')}")
    link = opened.styles["Hyperlink"].find(f".//{w('color')}").get(w("val"))
    for name, style in opened.styles.items():
        if style.get(w("type")) != "paragraph":
            continue
        colour, fill = style.find(f".//{w('color')}"), style.find(f".//{w('shd')}")
        size, bold = style.find(f".//{w('sz')}"), style.find(f".//{w('b')}")
        points = 12 if size is None else int(size.get(w("val"))) / 2
        is_large = points >= 18 or (points >= 14 and bold is not None)
        ground = "FFFFFF" if fill is None else fill.get(w("fill"))
        ground = head.get(w("fill")) if name == "TableHead" else ground
        text = ink if colour is None else colour.get(w("val"))
        if contrast(text, ground) < (3 if is_large else 4.5):
            yield f"words in {name}: {text} on {ground}"
        carries_links = not name.startswith(("Heading", "Title", "TableHead"))
        if carries_links and contrast(link, ground) < 4.5:
            yield f"a link in {name}: {link} on {ground}"


def col2(opened: Opened) -> Iterator[str]:
    for cell in opened.document.iter(w("tc")):
        if cell.find(f"{w('tcPr')}/{w('shd')}") is not None and not text_of(cell).strip():
            yield "a cell is shaded and says nothing"
