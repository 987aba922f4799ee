from docx.oxml import parse_xml

from maturity.report.palette import COLOURS
from maturity.report.word.styles import FACE
from maturity.report.word.theme import fonts_xml, theme_xml


def test_both_parts_are_well_formed_and_name_the_one_face() -> None:
    for xml in (fonts_xml(FACE), theme_xml(COLOURS, FACE)):
        assert parse_xml(xml) is not None
        assert "Arial" in xml


def test_the_menus_of_word_offer_our_own_colours() -> None:
    xml = theme_xml({**COLOURS, "navy": "003A5D"}, FACE)
    assert xml.count("<a:srgbClr") == 12
    assert '<a:accent1><a:srgbClr val="003A5D"/>' in xml
