import re

from accessibility.papers import words
from docx.oxml import parse_xml

from maturity.report.blocks import Column, Control, LevelMark, Table
from maturity.report.palette import FILLS
from maturity.report.word.sheet import Sheet
from maturity.report.word.tables import table_xml
from maturity.report.word.xml import NAMESPACES

_COLUMNS = (Column("Item", 60, row_header=True), Column("Level", 114))


def _xml(*cells: LevelMark | Control) -> str:
    rows = tuple((words("Leadership"), cell) for cell in cells)
    table = Table("ratings", "Ratings & <more>", "One row\neach", _COLUMNS, rows)
    xml = "".join(table_xml(table, Sheet(str)))
    parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")
    return xml


def test_a_level_has_a_fill_of_its_own_and_words_that_show_on_it() -> None:
    xml = _xml(LevelMark("Maturing", 3, 3, 2))
    assert f'w:fill="{FILLS[3][2]}"' in xml
    assert '<w:color w:val="FFFFFF"/>' in xml
    assert "Maturing ●●●" in xml


def test_what_is_no_level_has_no_fill() -> None:
    assert "<w:shd" not in _xml(LevelMark("Cannot say yet", 0, 3))


def test_a_control_stands_inside_the_paragraph_of_its_cell() -> None:
    control = Control("k", "l", "choice", (("not-yet", "Not yet confirmed"),), "not-yet")
    xml = _xml(control)
    assert re.search(r"<w:p><w:pPr><w:pStyle [^>]*></w:pPr><w:sdt>.*</w:sdt></w:p></w:tc>", xml)
    assert ">Not yet confirmed<" in xml


def test_caption_and_summary_stand_for_those_who_cannot_see_the_table() -> None:
    xml = _xml(LevelMark("Emerging", 1, 3))
    assert '<w:tblCaption w:val="Ratings &amp; &lt;more&gt;"/>' in xml
    assert '<w:tblDescription w:val="One row each"/>' in xml
    assert 'w:name="ratings"' in xml


def test_a_whole_table_keeps_each_row_with_the_next_but_the_last() -> None:
    rows = ((words("a"), words("b")), (words("c"), words("d")))
    table = Table("box", "Box", "A box.", _COLUMNS, rows, is_whole=True)
    xml = "".join(table_xml(table, Sheet(str)))
    styles = re.findall(r'pStyle w:val="(Table\w+)"', xml)
    assert styles == ["TableHead"] * 2 + ["TableKept"] * 2 + ["TableText"] * 2


def test_widths_are_those_of_the_columns() -> None:
    assert '<w:gridCol w:w="3402"/><w:gridCol w:w="6463"/>' in _xml(LevelMark("Emerging", 1, 3))
