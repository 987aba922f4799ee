"""A Word file as a paper that came back: its controls with their bindings, tables and remarks."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import QName, _Element

from maturity.evidence.answers.returned import Returned, XmlPart, XmlValue
from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused
from maturity.evidence.readers.guard import opened
from maturity.evidence.readers.package import Package, child, local
from maturity.evidence.readers.sniff import sniff
from maturity.evidence.readers.word_controls import attribute
from maturity.evidence.readers.word_parts import value
from maturity.evidence.readers.word_shown import Comment, shown_in, words_of

__all__ = ["read"]

_TOLD_OF_WORD: Final = frozenset(("R04", "R09", "R11", "R12", "R14", "R15"))


def read(data: bytes, name: str, limits: Limits) -> Returned:
    """What stands in the bytes of a Word file. Raises `Refused`, R42 for any other file."""
    _need_word(data, name)
    with opened(data, limits) as zipped:
        package = Package(zipped, limits)
        main = package.main()
        body = child(_parsed(package, main), "body")
        if body is None:
            raise Refused("R11", part=main)
        shown = shown_in(body, _comments(package, main))
        return Returned(
            xml=tuple(_xml_parts(package, main)),
            properties=tuple(_properties(package)),
            controls=shown.controls,
            tables=shown.tables,
            remarks=shown.remarks,
            paragraphs=shown.paragraphs,
        )


def _need_word(data: bytes, name: str) -> None:
    try:
        kind = sniff(data, name, None).kind
    except Refused as refused:
        if refused.code in _TOLD_OF_WORD:
            raise
        raise Refused("R42") from refused
    if kind != "word":
        raise Refused("R42")


def _parsed(package: Package, name: str) -> _Element | None:
    """The root of a part; one by any other name is not looked through for a document type."""
    member = package.member(name)
    if member and not member.endswith(".xml"):
        raise Refused("R11", part=member)
    return package.parsed(name)


def _comments(package: Package, main: str) -> dict[str, Comment]:
    related = package.related(main).values()
    root = _parsed(package, next((one.target for one in related if one.kind == "comments"), ""))
    found = {}
    for one in root if root is not None else ():
        said = value(one, "id")
        if local(one) == "comment" and said:
            found[said] = Comment(words_of(one), value(one, "author") or "")
    return found


def _xml_parts(package: Package, main: str) -> Iterator[XmlPart]:
    for relation in package.related(main).values():
        root = _parsed(package, relation.target) if relation.kind == "customXml" else None
        if root is None:
            continue
        told = next(
            (
                _parsed(package, one.target)
                for one in package.related(relation.target).values()
                if one.kind == "customXmlProps"
            ),
            None,
        )
        yield XmlPart(
            store=attribute(told, "itemID"),
            namespace=QName(root).namespace or "",
            values=tuple(_values(root, f"/{local(root)}[1]")),
        )


def _values(element: _Element, path: str) -> Iterator[XmlValue]:
    attributes = tuple(
        (str(name).rpartition("}")[2], str(said)) for name, said in element.attrib.items()
    )
    yield XmlValue(path=path, attributes=attributes, text=element.text or "")
    places: dict[str, int] = {}
    for one in element:
        name = local(one)
        places[name] = places.get(name, 0) + 1
        yield from _values(one, f"{path}/{name}[{places[name]}]")


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    """The custom properties of the file."""
    for relation in package.related("").values():
        root = _parsed(package, relation.target) if relation.kind == "custom-properties" else None
        for one in root if root is not None else ():
            yield one.get("name") or "", "".join(inner.text or "" for inner in one.iter())
