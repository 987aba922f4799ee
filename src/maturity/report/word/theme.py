"""The two parts a Word file must have though our papers use neither: theme and font table."""

from collections.abc import Mapping
from typing import Final

from maturity.report.word.styles import FACE, TICK_FACE
from maturity.report.word.xml import NAMESPACES, attribute

__all__ = ["fonts_xml", "theme_xml"]

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLOTS: Final = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "navy",
    "lt2": "decision-fill",
    "accent1": "navy",
    "accent2": "link",
    "accent3": "muted",
    "accent4": "subtitle",
    "accent5": "rule",
    "accent6": "dissent-bar",
    "hlink": "link",
    "folHlink": "link",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def fonts_xml(face: str) -> str:
    """The font table: the one face of a paper, and that of tick boxes."""
    is_ours = face == FACE
    panose = '<w:panose1 w:val="020B0604020202020204"/>' if is_ours else ""
    swiss = '<w:family w:val="swiss"/><w:pitch w:val="variable"/>' if is_ours else ""
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{attribute(face)}">{panose}'
        f'<w:charset w:val="00"/>{swiss}'
        f'</w:font><w:font w:name="{TICK_FACE}"><w:panose1 w:val="020B0609070205080204"/>'
        '<w:charset w:val="80"/><w:family w:val="modern"/><w:pitch w:val="fixed"/>'
        "</w:font></w:fonts>"
    )


def theme_xml(colours: Mapping[str, str], face: str) -> str:
    """The theme, from which Word fills its colour and font menus."""
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{colours[name]}"/></a:{slot}>' for slot, name in _SLOTS.items()
    )
    fonts = f'<a:latin typeface="{attribute(face)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    line = f'<a:ln w="6350">{_FILL}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Board papers"><a:themeElements>'
        f'<a:clrScheme name="Board papers">{slots}</a:clrScheme>'
        f'<a:fontScheme name="Board papers"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Board papers"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
