"""What is checked of a zip and of the XML in it before anything is unpacked or parsed."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import PurePosixPath
from typing import Never
from xml.parsers import expat

from maturity.evidence.limits import MB, Limits
from maturity.evidence.messages import Refused
from maturity.frozen import dataclass

__all__ = ["CellCount", "check_xml", "opened", "part_of"]

_XML = (".xml", ".rels")
_SLICE = 1024 * 1024
_CELL_BEGINS = b"<c "
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class _TooDeep(Exception):
    """More elements stand inside one another than the limit has."""


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """A zip whose directory keeps to the limits; raises `Refused` (R09, R11, R12)."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise Refused("R09") from fault
    with package:
        _check_directory(package.infolist(), len(data), limits)
        yield package


def part_of(
    package: zipfile.ZipFile, name: str, limits: Limits, *, is_checked: bool = False
) -> bytes:
    """The bytes of one member, which is read to its end and no further than the limit.

    XML is checked for a document type and for its depth, unless it was. Raises `Refused` (R11,
    R12, R13, R34).
    """
    with _unpacking(name), package.open(name) as member:
        body = member.read(limits.member_bytes + 1)
    if len(body) > limits.member_bytes:
        raise Refused("R12", limit=_mb(limits.member_bytes))
    if name.endswith(_XML) and not is_checked:
        check_xml(body, name, limits)
    return body


@contextmanager
def _unpacking(name: str) -> Iterator[None]:
    """What goes wrong while a member is unpacked; an unknown packing is a `RuntimeError` too."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, RuntimeError) as fault:
        raise Refused("R11", part=name) from fault


def check_xml(body: bytes, name: str, limits: Limits) -> None:
    """Refuse XML that is broken, nests too deeply, or declares a document type.

    Expat knows every encoding a declaration may hide in; a search through bytes does not.
    """
    with _faults_of(name):
        _watched(_Depth(limits)).Parse(body, True)  # noqa: FBT003 - expat takes no keyword here


@dataclass(slots=True)
class _Depth:
    """How deep the elements of a part stand in one another."""

    limits: Limits
    depth: int = 0

    def start(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self.depth += 1
        if self.depth > self.limits.xml_depth:
            raise _TooDeep

    def end(self, _name: str) -> None:
        self.depth -= 1


def _watched(watch: "_Depth | _Sheet") -> expat.XMLParserType:
    def doctype(*_parts: object) -> Never:
        raise Refused("R13")

    parser = expat.ParserCreate()
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.StartDoctypeDeclHandler = doctype
    return parser


@contextmanager
def _faults_of(name: str) -> Iterator[None]:
    try:
        yield
    except expat.ExpatError as fault:
        raise Refused("R11", part=name) from fault
    except _TooDeep as fault:
        raise Refused("R34") from fault


@dataclass(slots=True)
class CellCount:
    """What the sheets of a workbook hold, counted as a stream before a library unfolds them.

    `formulas` are the cells that hold one, by sheet part ("B4"); `uncalculated` counts those
    without a saved value, `conditional` the ranges that are coloured by a rule.
    """

    limits: Limits
    cells: int = 0
    covered: int = 0
    uncalculated: int = 0
    conditional: int = 0
    formulas: dict[str, set[str]] = field(default_factory=dict)

    def add_sheet(self, package: zipfile.ZipFile, name: str) -> None:
        """Count one sheet part; raises `Refused` (R11, R12, R13, R28, R29, R34)."""
        watch = _Sheet(_Depth(self.limits), self, self.formulas.setdefault(name, set()))
        parser = _watched(watch)
        watch.parser = parser
        left = self.limits.member_bytes
        self._look_ahead(package, name)
        with _unpacking(name), _faults_of(name), package.open(name) as member:
            while body := member.read(_SLICE):
                left -= len(body)
                if left < 0:
                    raise Refused("R12", limit=_mb(self.limits.member_bytes))
                parser.Parse(body, False)  # noqa: FBT003 - expat takes no keyword here
            parser.Parse(b"", True)  # noqa: FBT003 - the same

    def _look_ahead(self, package: zipfile.ZipFile, name: str) -> None:
        """Refuse a sheet of far too many cells by its bytes: quicker than by its elements."""
        if package.getinfo(name).file_size < self.limits.cells * len(_CELL_BEGINS):
            return
        found, left, end = self.cells, self.limits.member_bytes, b""
        with _unpacking(name), package.open(name) as member:
            while left > 0 and (body := member.read(_SLICE)):
                left -= len(body)
                found += (end + body).count(_CELL_BEGINS)
                end = body[1 - len(_CELL_BEGINS) :]
                if found > self.limits.cells:
                    self.add_cells(found)

    def add_cells(self, count: int) -> None:
        """Count cells that a library would make; raises `Refused` (R28)."""
        self.cells += count
        if self.cells > self.limits.cells:
            or_large = "" if self.limits.is_large else ", or use --allow-large"
            raise Refused("R28", limit=f"{self.limits.cells:,}", or_large=or_large)

    def add_covered(self, count: int) -> None:
        """Count cells under a merge; raises `Refused` (R29)."""
        self.covered += count
        if self.covered > self.limits.covered_cells:
            raise Refused("R29", limit=f"{self.limits.covered_cells:,}")


@dataclass(slots=True)
class _Sheet:
    """One sheet part as it goes by."""

    depth: _Depth
    count: CellCount
    formulas: set[str]
    parser: expat.XMLParserType | None = None
    _cell: str = ""
    _has_formula: bool = False
    _has_value: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.depth.start(name, attributes)
        # A prefix is the writer's to choose.
        said = name.rpartition(":")[2]
        if said == "c":
            self.count.add_cells(1)
            self._cell, self._has_formula, self._has_value = attributes.get("r", ""), False, False
        elif said == "f":
            self._has_formula = True
            self.formulas.add(self._cell)
        elif said == "v" and self._has_formula:
            self._listen(self._value)
        elif said == "mergeCell":
            self.count.add_covered(_area(attributes.get("ref", "")))
        elif said == "hyperlink" and ":" in attributes.get("ref", ""):
            # A link over a range makes a cell of every place in it.
            self.count.add_cells(_area(attributes["ref"]))
        elif said == "conditionalFormatting":
            self.count.conditional += len(attributes.get("sqref", "").split()) or 1

    def end(self, name: str) -> None:
        self.depth.end(name)
        said = name.rpartition(":")[2]
        if said == "v":
            self._listen(None)
        elif said == "c":
            self.count.uncalculated += self._has_formula and not self._has_value
            self._has_formula = False

    def _value(self, words: str) -> None:
        self._has_value = self._has_value or bool(words.strip())

    def _listen(self, heard: Callable[[str], None] | None) -> None:
        if self.parser is not None:
            self.parser.CharacterDataHandler = heard


def _area(ref: str) -> int:
    """How many cells a range such as "A1:H5" covers."""
    corners = [_CELL.fullmatch(corner) for corner in ref.split(":")]
    if len(corners) != 2 or not all(corners):  # noqa: PLR2004 - a range has two corners
        return 1
    (left, top), (right, bottom) = ((_column(c[1]), int(c[2])) for c in corners if c)
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _check_directory(members: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    if len(members) > limits.zip_members:
        raise Refused("R12", limit=f"{limits.zip_members:,} parts")
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        raise Refused("R11", part="a part that is there twice")
    if strange := next(filter(_leads_out, names), None):
        raise Refused("R11", part=strange)
    if any(member.file_size > limits.member_bytes for member in members):
        raise Refused("R12", limit=_mb(limits.member_bytes))
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked_bytes:
        raise Refused("R12", limit=_mb(limits.unpacked_bytes))
    if unpacked > limits.ratio_above_bytes and unpacked > packed * limits.unpacked_ratio:
        raise Refused("R12", limit=f"{limits.unpacked_ratio} times its size")


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name


def _mb(size: int) -> str:
    return f"{size // MB} MB"
