"""Drawings: words in place of each, and for a chart the same numbers wherever they stand."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import openpyxl

from accessibility.opened import Opened, text_of, w

Numbers = dict[tuple[str, str], int]
"""A count for each category and series, by their names."""

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FRAMES = ("pict", "object", "txbxContent", "framePr")


def _alts(roots: Iterable[Any]) -> Iterator[str]:
    """The words of each drawing that says something."""
    for root in roots:
        for drawing in root.iter(w("drawing")):
            named = drawing.find(f".//{_WP}docPr")
            if next(drawing.iter(_DECORATIVE), None) is None:
                yield "" if named is None else named.get("descr", "")


def img1(opened: Opened) -> Iterator[str]:
    if not all(alt.strip() for alt in _alts(opened.roots)):
        yield "a drawing has no words in place of it"


def img2(opened: Opened) -> Iterator[str]:
    for alt in _alts(opened.roots):
        if not 8 <= len(alt) <= 500 or re.fullmatch(r"\S+\.\w{2,4}", alt):
            yield f"these words tell nothing of a drawing: {alt!r}"


def img3(opened: Opened) -> Iterator[str]:
    ids = [node.get("id") for root in opened.roots for node in root.iter(f"{_WP}docPr")]
    if len(set(ids)) != len(ids):
        yield "two drawings share an id"
    for root in opened.roots:
        for drawing in root.iter(w("drawing")):
            if [child.tag for child in drawing] != [f"{_WP}inline"]:
                yield "a drawing floats"


def img4(opened: Opened) -> Iterator[str]:
    for root in opened.roots:
        if any(True for _ in root.iter(*(w(name) for name in _FRAMES))):
            yield "a box, frame or old kind of drawing"


def cht1(opened: Opened) -> Iterator[str]:
    for name in _charts(opened):
        raw = _workbook(opened, name)
        if raw is None:
            yield f"{name} has no workbook"
        elif _cached(opened.xml(name)) != _kept(raw):
            yield f"{name} and its workbook differ"


def cht2(opened: Opened) -> Iterator[str]:
    charts, alts = _charts(opened), list(_alts([opened.document]))
    if len(charts) != len(alts):
        yield "a chart is not shown"
    for name, alt in zip(charts, alts, strict=False):
        tables = [table for table in opened.tables if f'"{_caption(table)}"' in alt]
        if _cached(opened.xml(name)) not in map(_told, tables):
            yield f"the numbers of {name} are not in the table it names"


def _charts(opened: Opened) -> list[str]:
    """Names of the chart parts, in the order they are read."""
    targets = {one.get("Id"): one.get("Target") for one in opened.xml(_RELATIONSHIPS)}
    shown = [node.get(f"{_R}id") for node in opened.document.iter(f"{_C}chart")]
    return [posixpath.join("word", targets[one]) for one in shown]


_RELATIONSHIPS = "word/_rels/document.xml.rels"


def _workbook(opened: Opened, chart: str) -> bytes | None:
    folder, name = posixpath.split(chart)
    outside = opened.xml(chart).find(f"{_C}externalData")
    rows = opened.parts.get(f"{folder}/_rels/{name}.rels")
    if outside is None or rows is None or outside.find(f"{_C}autoUpdate").get("val") != "0":
        return None
    for one in opened.xml(f"{folder}/_rels/{name}.rels"):
        if one.get("Id") == outside.get(f"{_R}id"):
            return opened.parts.get(posixpath.normpath(posixpath.join(folder, one.get("Target"))))
    return None


def _unspelled(text: str) -> str:
    """A text as a workbook means it; the library that opens it leaves its marks as they are."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _values(node: Any) -> list[str]:
    return [_unspelled(value.text or "") for value in node.iter(f"{_C}v")]


def _cached(chart: Any) -> Numbers:
    return {
        (category, name): int(value)
        for series in chart.iter(f"{_C}ser")
        for name in _values(series.find(f"{_C}tx"))
        for category, value in zip(
            _values(series.find(f"{_C}cat")), _values(series.find(f"{_C}val")), strict=True
        )
    }


def _kept(raw: bytes) -> Numbers:
    book = openpyxl.load_workbook(BytesIO(raw))
    (_, *names), *rows = book.active.iter_rows(values_only=True)
    return {
        (_unspelled(str(category)), _unspelled(str(name))): int(str(value))
        for category, *values in rows
        for name, value in zip(names, values, strict=True)
    }


def _caption(table: Any) -> str:
    return str(table.find(f"{w('tblPr')}/{w('tblCaption')}").get(w("val")))


def _told(table: Any) -> Numbers:
    (_, *names), *rows = (
        [" ".join(text_of(cell).split()) for cell in row.findall(w("tc"))]
        for row in table.findall(w("tr"))
    )
    return {
        (category, name): int(number)
        for category, *values in rows
        for name, number in _pairs(names, values)
        if number.isdigit()
    }


def _pairs(names: list[str], values: list[str]) -> Iterator[tuple[str, str]]:
    """Each name with its number: in columns, or all in one cell where there are too many."""
    if names == ["Numbers"]:
        return ((pair[1], pair[2]) for pair in re.finditer(r"(\S.*?): (\d+)(?:; |$)", values[0]))
    return zip(names, values, strict=True)
