"""The look of a Word file that may serve as a template; its text is not looked at."""

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from maturity.evidence.answers.look import Edge, Look, Page
from maturity.evidence.limits import Limits
from maturity.evidence.messages import Refused
from maturity.evidence.readers.guard import opened
from maturity.evidence.readers.package import Package, child, kind_of, local
from maturity.evidence.readers.sniff import sniff
from maturity.evidence.readers.word_edges import edge_of, related_id
from maturity.evidence.readers.word_format import Formats, millimetres, whole
from maturity.evidence.readers.word_parts import is_on, value

__all__ = ["read"]

_AS_THEY_ARE = frozenset(("R04", "R09", "R11", "R14", "R15"))
_MACROS = frozenset(("vbaProject", "wordVbaData", "attachedToolbars", "keyMapCustomizations"))
_OBJECTS = frozenset(("oleObject", "control", "activeXControlBinary"))
_MOST_STYLES = 5_000
_EDGES: dict[str, Literal["header", "footer"]] = {
    "headerReference": "header",
    "footerReference": "footer",
}
_KINDS: dict[str, Literal["default", "first"]] = {"default": "default", "first": "first"}


def read(data: bytes, name: str, limits: Limits) -> Look:
    """The look of the Word file `data`. Raises `Refused` for anything that is no plain template."""
    _check_kind(data, name)
    with opened(data, limits) as zipped:
        package = Package(zipped, limits)
        _check_harmless(package)
        main = package.main()
        root = package.parsed(main)
        body = child(root, "body")
        if root is None or body is None:
            raise Refused("R11", part=main or "the main part")
        formats = Formats(*(package.first(main, one) for one in ("styles", "numbering", "theme")))
        styles = tuple(formats.styles())
        if len(styles) > _MOST_STYLES:
            raise Refused("R12", limit=f"{_MOST_STYLES:,} styles")
        sections = list(root.iter("{*}sectPr"))
        last = child(body, "sectPr")
        return Look(
            styles=styles,
            page=_page(last),
            edges=tuple(_edges(package, main, sections, formats, last)),
        )


def _check_kind(data: bytes, name: str) -> None:
    try:
        found = sniff(data, name)
    except Refused as refused:
        if refused.code in _AS_THEY_ARE:
            raise
        raise Refused("R47") from refused
    if found.kind != "word":
        raise Refused("R47")


def _check_harmless(package: Package) -> None:
    """Refuse macros and embedded objects, by what the file says and by what lies in it."""
    types = package.parsed("[Content_Types].xml")
    said = " ".join(one.get("ContentType") or "" for one in (types if types is not None else ()))
    names = [name.lower() for name in package.zip.namelist()]
    kinds = {
        kind_of(one)
        for name in names
        if name.endswith(".rels") and (root := package.parsed(name)) is not None
        for one in root
    }
    if "macroEnabled" in said or "vbaProject" in said or kinds & _MACROS:
        raise Refused("R45")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Refused("R45")
    if kinds & _OBJECTS or any("oleobject" in name or "activex" in name for name in names):
        raise Refused("R46")


def _page(section: etree._Element | None) -> Page:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    said = {"width": millimetres(value(size, "w")), "height": millimetres(value(size, "h"))}
    for name in ("top", "bottom", "left", "right", "header", "footer"):
        said[name] = millimetres(value(margins, name))
    columns = whole(value(child(section, "cols"), "num"), 1)
    known = {name: length for name, length in said.items() if length is not None}
    return Page(**known, columns=max(1, min(columns, 100)))


def _edges(
    package: Package,
    main: str,
    sections: list[etree._Element],
    formats: Formats,
    last: etree._Element | None,
) -> Iterator[Edge]:
    """Headers and footers of the last section, which has those before it where it names none."""
    has_first = is_on(child(last, "titlePg"))
    related = package.related(main)
    parts: dict[tuple[str, str], str] = {}
    for one in (one for section in sections for one in section if local(one) in _EDGES):
        target = related.get(related_id(one))
        if target is not None:
            parts[local(one), value(one, "type") or "default"] = target.target
    for (name, said), part in sorted(parts.items()):
        kind = _KINDS.get(said)
        if kind == "default" or (kind == "first" and has_first):
            yield edge_of(package, part, _EDGES[name], kind, formats)
