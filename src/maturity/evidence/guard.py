"""What is checked of a zip and of the XML in it before anything is unpacked or parsed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Never
from xml.parsers import expat

from maturity.evidence.limits import MB, Limits
from maturity.evidence.messages import Refused

__all__ = ["check_xml", "opened", "part_of"]

_XML = (".xml", ".rels")


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


def part_of(package: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """The bytes of one member, which is read to its end and no further than the limit.

    XML is checked for a document type and for its depth. Raises `Refused` (R11, R12, R13, R34).
    """
    try:
        with package.open(name) as member:
            body = member.read(limits.member_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, RuntimeError) as fault:
        raise Refused("R11", part=name) from fault
    except NotImplementedError as fault:
        raise Refused("R11", part=name) from fault
    if len(body) > limits.member_bytes:
        raise Refused("R12", limit=_mb(limits.member_bytes))
    if name.endswith(_XML):
        check_xml(body, name, limits)
    return body


def check_xml(body: bytes, name: str, limits: Limits) -> None:
    """Refuse XML that is broken, nests too deeply, or declares a document type.

    Expat knows every encoding a declaration may hide in; a search through bytes does not.
    """
    parser = expat.ParserCreate()
    depth = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.xml_depth:
            raise _TooDeep

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_parts: object) -> Never:
        raise Refused("R13")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(body, True)  # noqa: FBT003 - expat takes no keyword here
    except expat.ExpatError as fault:
        raise Refused("R11", part=name) from fault
    except _TooDeep as fault:
        raise Refused("R34") from fault


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
