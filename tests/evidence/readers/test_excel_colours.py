"""The colour behind a cell, however the workbook names it."""

import pytest
from lxml import etree
from openpyxl.styles import Color

from maturity.evidence.readers.excel_colours import Palette, theme_of

PALETTE = Palette(("FFFFFF", "000000", "nonsense", "4F81BD"), ("00000000", "00FF0000"))


@pytest.mark.parametrize(
    ("colour", "found"),
    [
        (Color(rgb="FF92D050"), "92D050"),
        (Color(rgb="0092d050"), "92D050"),
        (Color(theme=3), "4F81BD"),
        (Color(theme=3, tint=0.4), "95B3D7"),
        (Color(theme=3, tint=-0.25), "376092"),
        (Color(theme=0, tint=-0.5), "808080"),
        (Color(theme=1, tint=1.0), "FFFFFF"),
        (Color(theme=2), None),
        (Color(theme=9), None),
        (Color(indexed=1), "FF0000"),
        (Color(indexed=64), None),
        (Color(auto=True), None),
    ],
)
def test_a_colour_is_six_digits_or_none(colour: object, found: str | None) -> None:
    assert PALETTE.resolved(colour) == found  # type: ignore[arg-type]  # the stub has no maker


def test_a_theme_counts_its_light_colours_first() -> None:
    root = etree.fromstring(
        b"<theme><themeElements><clrScheme>"
        b'<dk1><sysClr val="windowText" lastClr="000000"/></dk1>'
        b'<lt1><srgbClr val="FFFFFF"/></lt1><dk2><srgbClr val="1F497D"/></dk2><lt2/>'
        b"</clrScheme></themeElements></theme>"
    )
    assert theme_of(root) == ("FFFFFF", "000000", "", "1F497D")
    assert theme_of(None) == ()
