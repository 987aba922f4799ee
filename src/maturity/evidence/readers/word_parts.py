"""What the styles of a Word file say, and how attributes of Word's own namespace are read.

Elements are told apart by their local name, so that Strict files and ordinary ones are read alike.
"""

from collections.abc import Iterator

from lxml import etree

from maturity.evidence.readers.package import child, local
from maturity.frozen import dataclass

__all__ = ["Style", "Styles", "is_on", "value"]

_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_OFF = frozenset(("0", "false", "off", "none"))
_NO_OUTLINE = 9


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own namespace."""
    if element is None:
        return None
    for space in _SPACES:
        if (found := element.get(space + name)) is not None:
            return found
    return None


def is_on(element: etree._Element | None) -> bool | None:
    """A property that is on or off; None where nothing is said."""
    return None if element is None else (value(element) or "true").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself; None where it leaves it to the style it is based on."""

    name: str
    based_on: str | None
    outline: int | None
    hides: bool | None
    bold: bool | None
    list_id: str | None
    list_level: int | None


class Styles:
    """The styles of a document, each read through the styles it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        """The styles of a styles part; none without one."""
        self._styles: dict[str, Style] = {}
        self.default: str | None = None
        for element in root if root is not None else ():
            said = value(element, "styleId")
            if local(element) == "style" and said is not None:
                self._styles[said] = _style(element)
                is_default = (value(element, "default") or "0").lower() not in _OFF
                if is_default and value(element, "type") == "paragraph":
                    self.default = said

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """A style and those it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while style_id is not None and style_id not in seen:
            seen.add(style_id)
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on

    def heading_level(self, style_id: str | None) -> int:
        """1 to 9 for a heading, else 0; styles are named in every language, levels are not."""
        said = next((s.outline for s in self.chain(style_id) if s.outline is not None), None)
        return 0 if said is None or said >= _NO_OUTLINE else said + 1

    def hides(self, style_id: str | None) -> bool:
        """Whether text in this style is hidden."""
        return next((s.hides for s in self.chain(style_id) if s.hides is not None), False)

    def is_bold(self, style_id: str | None) -> bool:
        """Whether text in this style is bold."""
        return next((s.bold for s in self.chain(style_id) if s.bold is not None), False)

    def is_title(self, style_id: str | None) -> bool:
        """Whether this is the style of a document's title, whose inner name is never translated."""
        return next((s.name.lower() == "title" for s in self.chain(style_id)), False)

    def list_of(self, style_id: str | None) -> tuple[str, int | None] | None:
        """The list that the style belongs to, and the level within it."""
        for style in self.chain(style_id):
            if style.list_id is not None:
                return style.list_id, style.list_level
        return None


def _style(element: etree._Element) -> Style:
    outline = value(child(element, "pPr", "outlineLvl"))
    level = value(child(element, "pPr", "numPr", "ilvl"))
    return Style(
        name=value(child(element, "name")) or "",
        based_on=value(child(element, "basedOn")),
        outline=int(outline) if outline and outline.isdecimal() else None,
        hides=is_on(child(element, "rPr", "vanish")),
        bold=is_on(child(element, "rPr", "b")),
        list_id=value(child(element, "pPr", "numPr", "numId")),
        list_level=int(level) if level and level.isdecimal() else None,
    )
