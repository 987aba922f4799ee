"""A workbook opened by the library, with only such parts in its hands as were looked at."""

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused
from maturity.evidence.readers.excel_colours import Palette, theme_of
from maturity.evidence.readers.guard import CellCount, part_of
from maturity.evidence.readers.package import Package, child, kind_of, local
from maturity.frozen import dataclass

if TYPE_CHECKING:
    import openpyxl
    from openpyxl import _Cell, _Worksheet

__all__ = ["Sheet", "Workbook", "opened_workbook", "present_cells"]

_TYPES = "[Content_Types].xml"
_PARTS = frozenset(("styles", "sharedStrings", "theme"))
_LONGEST_PLACE = 7
_BESIDE_SHEETS = frozenset(("comments", "table", "hyperlink"))
# What leads out of the cells, and is therefore never opened.
_LEADS_AWAY = frozenset(("definedNames", "externalReferences", "pivotCaches"))
# The library knows the ordinary names alone, and a Strict workbook has others.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `formulas` are the cells that hold one ("B4").

    `boxes` are the text boxes drawn over it: the row and column each begins at, and its words.
    """

    sheet: "_Worksheet"
    formulas: frozenset[str]
    boxes: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook in its order, its colours, and what was counted before."""

    sheets: tuple[Sheet, ...]
    palette: Palette
    count: CellCount


def present_cells(sheet: "_Worksheet") -> "Iterator[_Cell]":
    """The cells that a sheet holds, row by row.

    The library's own walks go over every place up to the last cell; one at the end of a sheet
    makes them 17 billion. What cells there are stands only in its private store.
    """
    cells = sheet._cells  # noqa: SLF001 - see above; a test holds the library to it
    for place in sorted(cells):
        yield cells[place]


def opened_workbook(package: Package, limits: Limits) -> Workbook:
    """The workbook in a package, cells counted first. Raises `Refused`."""
    main = package.main()
    members: dict[str, bytes] = {
        _TYPES: part_of(package.zip, _TYPES, limits),
        main: _without(package, main, lambda one: local(one) in _LEADS_AWAY),
    }
    related = package.related(main)
    _add(members, package, package.relations_of(main))
    for one in related.values():
        if one.kind in _PARTS:
            _add(members, package, one.target)
    count = CellCount(limits)
    parts = _sheet_parts(package, main)
    for part in parts:
        count.add_sheet(package.zip, package.member(part))
        if part not in members:
            _add(members, package, part, is_checked=True)
            _add_beside(members, package, part)
    theme = next((one.target for one in related.values() if one.kind == "theme"), "")
    book = _loaded(members)
    return Workbook(
        sheets=tuple(
            Sheet(
                sheet,
                frozenset(count.formulas[package.member(part)]),
                tuple(_boxes(package, part)),
            )
            for sheet, part in zip(book.worksheets, parts, strict=False)
        ),
        palette=Palette(
            theme_of(package.parsed(theme)),
            book._colors,  # noqa: SLF001 - the list that cells count by is kept nowhere else
        ),
        count=count,
    )


def _sheet_parts(package: Package, main: str) -> Sequence[str]:
    """The part of each sheet with cells, in the order of the workbook; one may be named twice."""
    related = package.related(main)
    sheets = child(package.parsed(main), "sheets")
    found = []
    for one in sheets if sheets is not None else ():
        said = next((value for key, value in one.attrib.items() if key.endswith("}id")), "")
        relation = related.get(said)
        if relation and relation.kind == "worksheet" and package.member(relation.target):
            found.append(relation.target)
    return found


def _add(
    members: dict[str, bytes], package: Package, name: str, *, is_checked: bool = False
) -> None:
    if member := package.member(name):
        body = part_of(package.zip, member, package.limits, is_checked=is_checked)
        members[name] = _ordinary(body)


def _add_beside(members: dict[str, bytes], package: Package, part: str) -> None:
    """The comments and tables of a sheet, and of its relations only those to them."""
    relations = package.relations_of(part)
    if not package.member(relations):
        return
    members[relations] = _without(
        package, relations, lambda one: kind_of(one) not in _BESIDE_SHEETS
    )
    for one in package.related(part).values():
        if one.kind in _BESIDE_SHEETS:
            _add(members, package, one.target)
        if one.kind == "comments":
            _check_comments(package, one.target)


def _boxes(package: Package, part: str) -> Iterator[tuple[int, int, str]]:
    """The text boxes of a sheet, which the library leaves out without a word."""
    for one in package.related(part).values():
        root = package.parsed(one.target) if one.kind == "drawing" else None
        for anchor in root if root is not None else ():
            words = "\n".join(
                "".join(run.text or "" for run in line.iter("{*}t"))
                for body in anchor.iter("{*}txBody")
                for line in body.iter("{*}p")
            ).strip()
            if words:
                row, column = (_place(child(anchor, "from", name)) for name in ("row", "col"))
                yield row, column, words


def _place(element: etree._Element | None) -> int:
    """A row or column of an anchor, counted from 1; the file counts from 0."""
    said = (element.text or "").strip() if element is not None else ""
    return int(said) + 1 if said.isdecimal() and len(said) <= _LONGEST_PLACE else 1


def _check_comments(package: Package, name: str) -> None:
    """A comment hangs on one cell; on a range the library would make every cell of it."""
    root = package.parsed(name)
    for one in root.iter("{*}comment") if root is not None else ():
        if not (one.get("ref") or "").isalnum():
            raise Refused("R11", part=name)


def _without(package: Package, name: str, is_left: Callable[[etree._Element], bool]) -> bytes:
    """A part without those of its elements that are left out."""
    root = package.parsed(name)
    if root is None:
        raise Refused("R11", part=name)
    for one in list(root):
        if is_left(one):
            root.remove(one)
    return _ordinary(etree.tostring(root))


def _ordinary(body: bytes) -> bytes:
    for strict, ordinary in _STRICT:
        body = body.replace(strict, ordinary)
    return body


def _loaded(members: Mapping[str, bytes]) -> "openpyxl.Workbook":
    # Loaded only for what passed the guard: it takes longer than a refusal may.
    from openpyxl import load_workbook  # noqa: PLC0415 - see above

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in members.items():
            package.writestr(name, body)
    try:
        with warnings.catch_warnings():
            # What the library leaves out is told in our own words, or is nothing to tell.
            warnings.simplefilter("ignore")
            return load_workbook(out, data_only=True, keep_links=False, keep_vba=False)
    except (MemoryError, RecursionError):
        raise
    except Exception as fault:
        # A hostile or broken part shows as any exception of the library; all mean the same.
        raise Refused("R11", part="the workbook") from fault
