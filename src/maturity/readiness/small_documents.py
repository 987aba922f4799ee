"""The smallest documents that the readers take: a Word file, a workbook and a PDF."""

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from zipfile import ZipFile

__all__ = ["SMALL_DOCUMENTS"]

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KINDS = "application/vnd.openxmlformats-officedocument"


def _package(main: str, kind: str, parts: Mapping[str, str]) -> bytes:
    """A package whose main part is `main`, of content type `kind`."""
    types = (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{_KINDS}.{kind}.main+xml"/>'
        '<Default Extension="xml" '
        f'ContentType="{_KINDS}.spreadsheetml.worksheet+xml"/></Types>'
    )
    raw = io.BytesIO()
    with ZipFile(raw, "w") as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", _link("officeDocument", main))
        for name, body in parts.items():
            package.writestr(name, body)
    return raw.getvalue()


def _link(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_LINKS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _word() -> bytes:
    body = "<w:body><w:p><w:r><w:t>A tide table.</w:t></w:r></w:p></w:body>"
    document = f'<w:document xmlns:w="{_WORD}">{body}</w:document>'
    return _package(
        "word/document.xml", "wordprocessingml.document", {"word/document.xml": document}
    )


def _excel() -> bytes:
    cell = '<c r="A1" t="inlineStr"><is><t>A tide table.</t></is></c>'
    return _package(
        "xl/workbook.xml",
        "spreadsheetml.sheet",
        {
            "xl/workbook.xml": (
                f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
                '<sheet name="Tides" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _link("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{_SHEET}"><sheetData><row r="1">{cell}</row></sheetData>'
                "</worksheet>"
            ),
        },
    )


def _pdf() -> bytes:
    drawn = b"BT /F 11 Tf 72 700 Td (A tide table.) Tj ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> >> >>"
        ),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    out, places = b"%PDF-1.4\n", b""
    for number, body in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj %s endobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + table + end % (len(objects) + 1, len(out))


SMALL_DOCUMENTS: Final[Mapping[str, tuple[str, bytes]]] = MappingProxyType(
    {"Word": ("docx", _word()), "Excel": ("xlsx", _excel()), "PDF": ("pdf", _pdf())}
)
"""By kind: how the name of the file ends, and its bytes."""
