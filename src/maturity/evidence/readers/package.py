"""The parts of an Office file: which there are, how they hang together, what they say of it.

Elements are told apart by their local name, so that Strict files and ordinary ones are read alike.
The package is opened by its own relationships and not by a library, which refuses macro files,
Strict files and files with a relationship that leads nowhere.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import field

from lxml import etree

from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused
from maturity.evidence.model import DocumentDate
from maturity.evidence.readers.guard import part_of
from maturity.evidence.shapes.mentions import written_date
from maturity.frozen import dataclass

__all__ = ["Package", "Relationship", "child", "kind_of", "local", "property_dates"]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child with this local name, then its first child with the next."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the last word of the kind of relation, and a member of the zip."""

    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """The members of an open zip as parts; each XML part is parsed when it is asked for."""

    zip: zipfile.ZipFile
    limits: Limits
    _names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note the members; their names are compared without regard to case."""
        self._names = {name.lower(): name for name in self.zip.namelist()}

    def parsed(self, name: str) -> etree._Element | None:
        """The root of an XML part, or None where there is no such part. Raises `Refused`."""
        member = self._names.get(name.lower())
        if member is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(part_of(self.zip, member, self.limits), parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise Refused("R11", part=member) from fault

    def member(self, name: str) -> str:
        """The member of the zip that holds a part; empty where there is none."""
        return self._names.get(name.lower(), "")

    @staticmethod
    def relations_of(name: str) -> str:
        """The part that says what a part refers to; "" is the package itself."""
        folder, base = posixpath.split(name)
        return posixpath.join(folder, "_rels", f"{base}.rels")

    def related(self, name: str) -> dict[str, Relationship]:
        """What a part refers to inside the file, by id; "" is the package itself."""
        root = self.parsed(self.relations_of(name))
        return {} if root is None else dict(_internal(root, posixpath.dirname(name)))

    def first(self, name: str, kind: str) -> etree._Element | None:
        """The part that `name` refers to by the kind of relation `kind`."""
        for relationship in self.related(name).values():
            if relationship.kind == kind:
                return self.parsed(relationship.target)
        return None

    def main(self) -> str:
        """The name of the main part. Raises `Refused` (R11) where there is none."""
        for relationship in self.related("").values():
            if relationship.kind == "officeDocument":
                return relationship.target
        raise Refused("R11", part="the main part")


def _internal(root: etree._Element, folder: str) -> Iterator[tuple[str, Relationship]]:
    for one in root:
        target, said = one.get("Target"), one.get("Id")
        if target is None or said is None or one.get("TargetMode") == "External":
            continue
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield said, Relationship(kind_of(one), path)


def kind_of(relation: etree._Element) -> str:
    """The last word of the kind of a relation: "comments"."""
    return (relation.get("Type") or "").rpartition("/")[2]


def property_dates(package: Package) -> Iterator[DocumentDate]:
    """When the file says it was made and last changed."""
    root = package.first("", "core-properties")
    for one in root if root is not None else ():
        name = local(one)
        if name in {"created", "modified"} and one.text:
            date = written_date(one.text.strip(), source="property")
            yield DocumentDate(kind="property", label=name, date=date)
