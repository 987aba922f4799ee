from accessibility.opened import text_of
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from maturity.report.word.xml import (
    NAMESPACES,
    attribute,
    field,
    line_runs,
    paragraph,
    text_runs,
    twips,
)
from maturity.text import inspect


def _shown(xml: str) -> str:
    return text_of(parse_xml(f"<w:p {NAMESPACES}>{xml}</w:p>"))


@given(st.text())
def test_any_text_is_well_formed_and_loses_no_letter(text: str) -> None:
    shown = _shown(text_runs(text))
    assert "".join(shown.split()) == "".join(inspect(text).text.split())


@given(st.text())
def test_any_text_may_stand_in_an_attribute(text: str) -> None:
    read = parse_xml(f'<w:p {NAMESPACES} w:rsidR="{attribute(text)}"/>')
    assert next(iter(read.values()), "") == " ".join(inspect(text).text.split())


def test_spaces_in_a_row_become_one_and_lines_break() -> None:
    assert text_runs("a  \t b \n\n c").count("<w:br/>") == 1
    assert _shown(text_runs("a  \t b \n\n c")) == "a b c"
    assert _shown(line_runs(" a \n b ")) == "a b"


def test_a_field_shows_its_last_result() -> None:
    assert _shown(field("PAGE", text_runs("1"))) == "1"


def test_a_paragraph_puts_its_style_first() -> None:
    xml = paragraph("BodyText", "", "<w:pageBreakBefore/>")
    assert xml == ('<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:pageBreakBefore/></w:pPr></w:p>')


def test_lengths_are_in_twentieths_of_a_point() -> None:
    assert twips(25.4) == 1440
    assert twips(210) == 11906
