import zipfile
from io import BytesIO

import openpyxl
import pytest
from accessibility.papers import HOSTILE
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.report.blocks import Figure
from maturity.report.shown import one_line
from maturity.report.word.workbook import SHEET, column, spelled, workbook_bytes
from maturity.text import clean

_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"


def figure(names: tuple[str, ...], series: dict[str, tuple[int, ...]]) -> Figure:
    return Figure("f", "Votes", "Bars.", "t", "In numbers", names, tuple(series.items()), 2)


def _rows(raw: bytes) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(BytesIO(raw)).active
    assert sheet is not None
    assert sheet.title == SHEET
    return list(sheet.iter_rows(values_only=True))


def test_a_library_for_workbooks_reads_the_names_and_the_numbers() -> None:
    made = workbook_bytes(figure(("Early help", "Data"), {"Low": (3, 0), "High": (10, 7)}))
    assert _rows(made) == [(None, "Low", "High"), ("Early help", 3, 10), ("Data", 0, 7)]


def test_it_is_six_parts_without_a_time_of_writing_and_always_the_same() -> None:
    one = figure(("Data",), {"Low": (3,), "High": (1,)})
    made = workbook_bytes(one)
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert len(package.namelist()) == 6
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert workbook_bytes(one) == made


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(text: str) -> None:
    made = workbook_bytes(figure((text,), {text: (3,)}))
    with zipfile.ZipFile(BytesIO(made)) as package:
        cells = list(parse_xml(package.read("xl/worksheets/sheet1.xml")).iter(_CELL))
    assert [cell.text for cell in cells] == [cells[0].text] * 2
    assert cells[0].text.replace("_x005F_", "_") == one_line(text)


def test_what_looks_like_a_mark_of_a_character_is_not_read_as_one() -> None:
    assert spelled("_x0007_ and _x005F_") == "_x005F_x0007_ and _x005F_x005F_"
    assert spelled("snake_case _x7_ _xyzzy_") == "snake_case _x7_ _xyzzy_"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40).map(clean).filter(str.strip), min_size=1, max_size=20))
def test_any_names_give_a_workbook_that_opens(names: list[str]) -> None:
    counts = tuple(range(len(names)))
    rows = _rows(workbook_bytes(figure(tuple(names), {"Low": counts})))
    assert [row[1] for row in rows[1:]] == list(counts)


def test_series_go_across_by_letters() -> None:
    assert [column(number) for number in (0, 1, 25)] == ["A", "B", "Z"]
