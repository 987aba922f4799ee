"""How text of a Word file looks once the defaults and every style below it have had their say."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from maturity.evidence.answers.look import Border, Formatting, Numbered, Style
from maturity.evidence.readers.package import child, local
from maturity.evidence.readers.word_parts import is_on, value

__all__ = ["Formats", "millimetres", "whole"]

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6}
_MM_PER_TWIP = 25.4 / 1440
_FURTHEST = 5_000
_MOST_POINTS = 2_000
_SINGLE = 240
_ALIGNED = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justified",
    "distribute": "justified",
}
_SIDES = {"top": "top", "left": "left", "start": "left", "bottom": "bottom", "right": "right"}
_SIDES["end"] = "right"
_NO_LINE = frozenset(("nil", "none"))
_TOGGLES = {
    "bold": ("b",),
    "italic": ("i",),
    "capitals": ("caps", "smallCaps"),
    "hidden": ("vanish",),
}

Said = dict[str, Any]


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number as Word writes it; `otherwise` for anything else."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else otherwise


def millimetres(text: str | None) -> float | None:
    """A length in twips, or with a unit as Strict files write it; None where it is none."""
    found = _LENGTH.fullmatch(text or "")
    if not found:
        return None
    length = float(found[1]) * (_MM[found[2]] if found[2] else _MM_PER_TWIP)
    return round(max(-_FURTHEST, min(length, _FURTHEST)), 3)


def _points(text: str | None, unit: float) -> float:
    return min(abs(whole(text)) * unit, _MOST_POINTS)


class Formats:
    """The styles of a document, each with its looks worked out from those it is based on."""

    def __init__(
        self,
        styles: etree._Element | None,
        numbering: etree._Element | None,
        theme: etree._Element | None,
    ) -> None:
        """Take the three parts; none need be there."""
        self._faces = _theme_faces(theme)
        self._levels = _Levels(numbering)
        self._elements: dict[str, etree._Element] = {}
        self._found: dict[str, Said] = {}
        self._default = ""
        self._defaults: Said = {}
        for one in styles if styles is not None else ():
            said = value(one, "styleId")
            if local(one) == "docDefaults":
                run, paragraph = child(one, "rPrDefault", "rPr"), child(one, "pPrDefault", "pPr")
                self._defaults = self._said(paragraph, run)
            elif local(one) == "style" and said:
                self._elements.setdefault(said, one)
                if value(one, "default") in {"1", "true", "on"} and _kind(one) == "paragraph":
                    self._default = said

    def styles(self) -> Iterator[Style]:
        """Every style, in the order of the file."""
        for said, element in self._elements.items():
            kind = _kind(element)
            looks = {"fill": _head_fill(element)} if kind == "table" else self._of(said)
            yield Style(
                id=said,
                name=value(child(element, "name")) or said,
                kind=kind,
                formatting=Formatting(**looks),
            )

    def of_paragraph(self, paragraph: etree._Element) -> Formatting:
        """How a paragraph looks: its style, what it sets itself, and what its first run sets."""
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle")) or self._default
        run = next((one for one in paragraph.iter("{*}r") if child(one, "t") is not None), None)
        own = self._said(properties, child(run, "rPr"))
        return Formatting(**{**self._of(style), **own, "numbered": None})

    def _of(self, style: str) -> Said:
        """What a style says, through those it is based on; a circle ends where it closes."""
        chain: list[str] = []
        at: str | None = style
        while at is not None and at in self._elements and at not in chain and at not in self._found:
            chain.append(at)
            at = value(child(self._elements[at], "basedOn"))
        known = self._found.get(at or "", self._defaults)
        for one in reversed(chain):
            element = self._elements[one]
            known = {**known, **self._said(child(element, "pPr"), child(element, "rPr"))}
            self._found[one] = known
        return known

    def _said(self, paragraph: etree._Element | None, run: etree._Element | None) -> Said:
        return {**self._of_run(run), **self._of_paragraph(paragraph)}

    def _of_run(self, run: etree._Element | None) -> Said:
        said: Said = {}
        if (fonts := child(run, "rFonts")) is not None:
            theme = (value(fonts, "asciiTheme") or value(fonts, "hAnsiTheme") or "")[:5]
            face = self._faces.get(theme) or value(fonts, "ascii") or value(fonts, "hAnsi")
            said |= {"face": face} if face else {}
        if (size := child(run, "sz")) is not None:
            said["size"] = _points(value(size), 0.5) or 10.0
        for name, tags in _TOGGLES.items():
            on = [is_on(child(run, tag)) for tag in tags]
            if any(one is not None for one in on):
                said[name] = any(on)
        if (line := child(run, "u")) is not None:
            said["underlined"] = value(line) not in _NO_LINE
        if (colour := child(run, "color")) is not None:
            said["colour"] = _hex(value(colour))
        return said

    def _of_paragraph(self, paragraph: etree._Element | None) -> Said:
        said = _spacing(child(paragraph, "spacing"))
        if (aligned := child(paragraph, "jc")) is not None:
            said["align"] = _ALIGNED.get(value(aligned) or "", "left")
        said |= _indent(child(paragraph, "ind"))
        if (shading := child(paragraph, "shd")) is not None:
            name = "color" if value(shading) == "solid" else "fill"
            said["fill"] = _hex(value(shading, name))
        if (lines := child(paragraph, "pBdr")) is not None:
            said["borders"] = tuple(_borders(lines))
        if (number := child(paragraph, "numPr")) is not None:
            said["numbered"] = self._levels.level(
                value(child(number, "numId")), value(child(number, "ilvl"))
            )
        return said


def _kind(style: etree._Element) -> str:
    return value(style, "type") or "paragraph"


def _head_fill(style: etree._Element) -> str:
    """The fill of the first row of a table in this style."""
    rows = (one for one in style if local(one) == "tblStylePr" and value(one, "type") == "firstRow")
    return _hex(value(child(next(rows, None), "tcPr", "shd"), "fill"))


def _hex(text: str | None) -> str:
    return text.upper() if text and _HEX.fullmatch(text) else ""


def _spacing(spacing: etree._Element | None) -> Said:
    said: Said = {}
    for name in ("before", "after"):
        if (text := value(spacing, name)) is not None:
            said[name] = _points(text, 0.05)
    if (line := value(spacing, "line")) is not None:
        said["is_exact"] = value(spacing, "lineRule") in {"exact", "atLeast"}
        said["line"] = _points(line, 0.05 if said["is_exact"] else 1 / _SINGLE)
    return said


def _indent(indent: etree._Element | None) -> Said:
    said = {}
    for name, attributes in (("left", ("left", "start")), ("right", ("right", "end"))):
        text = next((found for one in attributes if (found := value(indent, one))), None)
        if (length := millimetres(text)) is not None:
            said[name] = length
    if (length := millimetres(value(indent, "hanging"))) is not None:
        said["first"] = -length
    elif (length := millimetres(value(indent, "firstLine"))) is not None:
        said["first"] = length
    return said


def _borders(lines: etree._Element) -> Iterator[Border]:
    sides = {_SIDES[local(one)]: one for one in lines if local(one) in _SIDES}
    for side, one in sides.items():
        if value(one) not in _NO_LINE:
            yield Border.model_validate(
                {
                    "side": side,
                    "colour": _hex(value(one, "color")),
                    "width": min(abs(whole(value(one, "sz"), 4)), 255),
                    "space": min(abs(whole(value(one, "space"))), 31),
                }
            )


def _theme_faces(theme: etree._Element | None) -> Mapping[str, str]:
    """The faces that a theme calls major and minor."""
    fonts = child(theme, "themeElements", "fontScheme")
    return {
        name: found.get("typeface") or ""
        for name in ("major", "minor")
        if (found := child(fonts, f"{name}Font", "latin")) is not None
    }


class _Levels:
    """The levels of the lists that styles belong to."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._lists: dict[str, str] = {}
        self._abstract: dict[str, etree._Element] = {}
        self._linked: dict[str, etree._Element] = {}
        for one in numbering if numbering is not None else ():
            if local(one) == "num":
                said = value(child(one, "abstractNumId"))
                self._lists[value(one, "numId") or ""] = said or ""
            elif local(one) == "abstractNum":
                self._abstract[value(one, "abstractNumId") or ""] = one
                if link := value(child(one, "styleLink")):
                    self._linked[link] = one

    def level(self, list_id: str | None, depth: str | None) -> Numbered | None:
        """The level `depth` of a list; None where the list is no list."""
        abstract = self._abstract.get(self._lists.get(list_id or "", ""))
        linked = value(child(abstract, "numStyleLink"))
        abstract = self._linked.get(linked, abstract) if linked else abstract
        for one in abstract if abstract is not None else ():
            if local(one) == "lvl" and (value(one, "ilvl") or "0") == (depth or "0"):
                indent = _indent(child(one, "pPr", "ind"))
                return Numbered(
                    format=value(child(one, "numFmt")) or "decimal",
                    text=value(child(one, "lvlText")) or "",
                    left=indent.get("left", 0),
                    first=indent.get("first", 0),
                )
        return None
