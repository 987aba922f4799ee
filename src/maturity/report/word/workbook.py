"""The small workbook inside a Word file that holds a chart's numbers, so that they can be edited.

It is written as six parts in a zip: a library for workbooks would put the time of writing into
each of them, and the same paper would no longer be the same bytes.
"""

import re
from string import ascii_uppercase
from typing import Final

from maturity.report.blocks import Figure
from maturity.report.shown import escaped, one_line
from maturity.report.word.package import packed

__all__ = ["SHEET", "column", "spelled", "workbook_bytes"]

SHEET: Final = "Numbers"
"""The name of its one sheet: categories go down, series go across, names stand at the edges."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS: Final = {
    "workbook.xml": "sheet.main",
    "worksheets/sheet1.xml": "worksheet",
    "styles.xml": "styles",
}
_COUNTED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def column(number: int) -> str:
    """The letter of a column, from 0."""
    return ascii_uppercase[number]


def spelled(text: str) -> str:
    """`text` on one line as a workbook and a chart hold it.

    Both read "_x0041_" as the letter A, so an underline that would begin such a mark is written
    as the mark of an underline. Source: ECMA-376 part 1, 22.9.2.19.
    """
    return escaped(_COUNTED.sub("_x005F_", one_line(text)))


def workbook_bytes(figure: Figure) -> bytes:
    """The workbook with the numbers of `figure`; the same figure gives the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relationships(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/worksheets/sheet1.xml": _sheet(figure),
        "xl/styles.xml": _styles(),
        "xl/workbook.xml": _workbook(),
    }
    return packed({name: f"{_DECLARATION}{xml}".encode() for name, xml in parts.items()})


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{parts}</Types>"
    )


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _workbook() -> str:
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _styles() -> str:
    """The least that a program for workbooks asks for: one of each thing."""
    empty = "<left/><right/><top/><bottom/><diagonal/>"
    return (
        f'<styleSheet xmlns="{_MAIN}">'
        '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        f'<borders count="1"><border>{empty}</border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        '</cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" '
        'xfId="0"/></cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(figure: Figure) -> str:
    names = "".join(
        _text(f"{column(number)}1", name) for number, (name, _) in enumerate(figure.series, 1)
    )
    rows = "".join(
        f'<row r="{number}">{_text(f"A{number}", name)}{_counts(figure, number)}</row>'
        for number, name in enumerate(figure.categories, 2)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1">{names}</row>{rows}'
        "</sheetData></worksheet>"
    )


def _text(place: str, text: str) -> str:
    said = f'<t xml:space="preserve">{spelled(text)}</t>'
    return f'<c r="{place}" t="inlineStr"><is>{said}</is></c>'


def _counts(figure: Figure, row: int) -> str:
    return "".join(
        f'<c r="{column(number)}{row}"><v>{counts[row - 2]}</v></c>'
        for number, (_, counts) in enumerate(figure.series, 1)
    )
