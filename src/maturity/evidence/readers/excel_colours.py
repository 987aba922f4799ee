"""The colour behind a cell as six hex digits, however the workbook names it."""

import colorsys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from maturity.evidence.readers.package import child, local
from maturity.frozen import dataclass

if TYPE_CHECKING:
    from openpyxl import _Cell, _Color

__all__ = ["Palette", "theme_of"]

# A theme names its colours dark first; cells count them light first.
_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)
_HEX = frozenset("0123456789ABCDEF")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one workbook that cells name by number: of its theme and of its list."""

    theme: Sequence[str]
    indexed: Sequence[str]

    def fill(self, cell: "_Cell") -> str | None:
        """The colour that covers the cell; None for none, a pattern or a gradient."""
        if not cell.has_style or cell.fill.fill_type != "solid":
            return None
        return self.resolved(cell.fill.fgColor)

    def resolved(self, colour: "_Color") -> str | None:
        """A colour as six hex digits, with its tint; None where it is left to the system."""
        named = self._named(colour.type, colour.value)
        if named is None:
            return None
        plain = named[-6:].upper()
        if len(plain) != len("RRGGBB") or not set(plain) <= _HEX:
            return None
        return _tinted(plain, colour.tint) if colour.tint else plain

    def _named(self, kind: str, value: object) -> str | None:
        if kind == "rgb" and isinstance(value, str):
            return value
        listed = {"theme": self.theme, "indexed": self.indexed}.get(kind, ())
        return listed[value] if isinstance(value, int) and 0 <= value < len(listed) else None


def theme_of(root: etree._Element | None) -> tuple[str, ...]:
    """The colours of a theme part in the order in which cells count them."""
    scheme = child(root, "themeElements", "clrScheme")
    found = [_said(one) for one in scheme] if scheme is not None else []
    return tuple(found[at] for at in _ORDER if at < len(found))


def _said(colour: etree._Element) -> str:
    for one in colour:
        said = one.get("lastClr") if local(one) == "sysClr" else one.get("val")
        return said or ""
    return ""


def _tinted(plain: str, tint: float) -> str:
    """A colour made lighter or darker: the sheet format's own formula (ECMA-376, 18.8.19)."""
    red, green, blue = (int(plain[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    mixed = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    return "".join(f"{round(part * 255):02X}" for part in mixed)
