from docx.oxml import parse_xml

from maturity.report.word.dress import plain_dress
from maturity.report.word.styles import STYLE_IDS, TEXT_WIDTH
from maturity.report.word.styles_part import styles_xml


def test_every_role_of_the_papers_has_a_style() -> None:
    roles = (
        "title subtitle heading-1 heading-2 heading-3 heading-4 body lead meta list-bullet "
        "list-number list-letter caption table-text table-head banner decision dissent notice "
        "evidence toc-heading toc-1 toc-2 header footer"
    )
    assert set(roles.split()) <= STYLE_IDS.keys()
    assert len(set(STYLE_IDS.values())) == len(STYLE_IDS)


def test_the_language_is_a_default_and_stands_once() -> None:
    xml = styles_xml(plain_dress(), "en-GB")
    assert xml.count("w:lang ") == 1
    assert parse_xml(xml) is not None


def test_the_one_tab_stands_at_the_right_margin() -> None:
    assert abs(TEXT_WIDTH / 567 - 17.4) < 0.01
    assert styles_xml(plain_dress(), "en-GB").count("<w:tab ") == 2
