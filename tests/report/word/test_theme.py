from docx.oxml import parse_xml

from maturity.report.palette import COLOURS
from maturity.report.word.theme import fonts_xml, theme_xml


def test_both_parts_are_well_formed_and_name_the_one_face() -> None:
    for xml in (fonts_xml(), theme_xml()):
        assert parse_xml(xml) is not None
        assert "Arial" in xml


def test_the_menus_of_word_offer_our_own_colours() -> None:
    assert theme_xml().count("<a:srgbClr") == 12
    assert f'<a:accent1><a:srgbClr val="{COLOURS["navy"]}"/>' in theme_xml()
