"""Excel files: made by the library for what it can write, changed by hand for what it cannot."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
from openpyxl.styles import Color, PatternFill

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(*rows: tuple[Any, ...], title: str = "Plan") -> Any:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx(*rows: tuple[Any, ...], title: str = "Plan") -> bytes:
    """The bytes of a workbook of one sheet."""
    return saved(workbook(*rows, title=title))


def solid(colour: str) -> Any:
    """A cell's whole fill in one colour."""
    return PatternFill("solid", fgColor=colour)


def themed(theme: int, tint: float = 0.0) -> Any:
    """A fill in a colour of the theme."""
    return PatternFill("solid", fgColor=Color(theme=theme, tint=tint))


def indexed(number: int) -> Any:
    """A fill in a colour of the old list."""
    return PatternFill("solid", fgColor=Color(indexed=number))


def changed(
    raw: bytes,
    changes: Mapping[str, Callable[[str], str]],
    more: Mapping[str, bytes] | None = None,
    without: str = "",
) -> bytes:
    """The file with the text of some of its members changed, some added and one left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in (name for name in old.namelist() if name != without):
            body = old.read(name)
            if name in changes:
                body = changes[name](body.decode()).encode()
            new.writestr(name, body)
        for name, body in (more or {}).items():
            new.writestr(name, body)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def with_sheet(inside: str, raw: bytes | None = None) -> bytes:
    """A workbook whose sheet is written by hand: what stands in its `worksheet`."""
    whole = f'<worksheet xmlns="{MAIN}">{inside}</worksheet>'
    return changed(raw or xlsx(("x",)), {SHEET: lambda _: whole})
