import re
from typing import Any

import pytest
from accessibility.papers import HOSTILE, LEVELS
from docx.oxml import parse_xml

from maturity.report.blocks import Figure
from maturity.report.palette import FILLS, contrast
from maturity.report.word.chart import chart_id, chart_xml, drawing_xml
from maturity.report.word.xml import NAMESPACES

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A4_EMU = 297 * 36_000


def _figure(bars: int = 2, levels: int = 3, others: int = 0, name: str = "Early help") -> Figure:
    names = (*LEVELS[:levels], *(f"Answer {number}" for number in range(others)))
    return Figure(
        "f",
        "Votes",
        "Bars of votes.",
        "t",
        "In numbers",
        tuple(f"{name} {number}" for number in range(bars)),
        tuple((said, tuple(range(bars))) for said in names),
        levels,
    )


def _chart(figure: Figure) -> Any:
    return parse_xml(chart_xml(figure).encode())


def _all(root: Any, name: str) -> list[str]:
    return [node.get("val") for node in root.iter(f"{_C}{name}")]


def test_bars_lie_down_and_stack_with_the_first_item_on_top() -> None:
    chart = _chart(_figure())
    assert _all(chart, "barDir") == ["bar"]
    assert _all(chart, "grouping") == ["stacked"]
    assert _all(chart, "overlap") == ["100"]
    assert _all(chart, "orientation")[0] == "maxMin"
    assert _all(chart, "legendPos") == ["b"]
    assert _all(chart, "autoTitleDeleted") == ["1"]
    assert chart.find(f".//{_C}title") is None


def test_series_keep_their_order_and_hold_the_names_and_numbers() -> None:
    series = list(_chart(_figure(2, 2, 1)).iter(f"{_C}ser"))
    told = [[value.text for value in one.iter(f"{_C}v")] for one in series]
    bars = ["Early help 0", "Early help 1"]
    assert told == [
        ["Emerging", *bars, "0", "1"],
        ["Developing", *bars, "0", "1"],
        ["Answer 0", *bars, "0", "1"],
    ]
    places = [[place.text for place in one.iter(f"{_C}f")] for one in series]
    assert places[2] == ["Numbers!$D$1", "Numbers!$A$2:$A$3", "Numbers!$D$2:$D$3"]


def test_a_program_does_not_fetch_the_numbers_again_by_itself() -> None:
    assert _all(_chart(_figure()), "autoUpdate") == ["0"]


@pytest.mark.parametrize("levels", FILLS)
def test_numbers_can_be_read_on_every_part_and_zeros_are_left_out(levels: int) -> None:
    every = [*_chart(_figure(levels=levels, others=6)).iter(f"{_C}ser")]
    assert len(every) > levels
    for series in every:
        labels = series.find(f"{_C}dLbls")
        assert labels.find(f"{_C}numFmt").get("formatCode") == "0;;"
        words = labels.find(f".//{_A}defRPr//{_A}srgbClr").get("val")
        behind = labels.find(f"{_C}spPr")
        fill = behind if behind is not None else series.find(f"{_C}spPr")
        assert contrast(words, fill.find(f"{_A}solidFill/{_A}srgbClr").get("val")) >= 4.5


def test_every_part_has_a_thin_line_of_ink_round_it() -> None:
    every = [*_chart(_figure(levels=7, others=6)).iter(f"{_C}ser")]
    assert len(every) == 13
    for series in every:
        line = series.find(f"{_C}spPr/{_A}ln")
        assert line.get("w") == "6350"
        assert line.find(f".//{_A}srgbClr").get("val") == "0B0C0C"


def test_no_two_series_look_alike() -> None:
    parts = re.findall(r"<c:spPr>(<a:(?:solid|patt)Fill.*?)<a:ln", chart_xml(_figure(1, 7, 6)))
    assert len(parts[:13]) == len(set(parts[:13])) == 13


def test_every_block_of_text_names_its_face() -> None:
    chart = _chart(_figure())
    blocks = list(chart.iter(f"{_C}txPr"))
    assert len(blocks) == 3 + 4
    assert {node.get("typeface") for block in blocks for node in block.iter(f"{_A}latin")} == {
        "Arial"
    }
    assert all(block.find(f".//{_A}latin") is not None for block in blocks)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(text: str) -> None:
    values = [value.text for value in _chart(_figure(name=text)).iter(f"{_C}v")]
    letters = [word for word in text.split() if word.isalpha()]
    assert all(word in values[1] for word in letters)


def _drawing(figure: Figure, number: int = 1) -> Any:
    return parse_xml(f"<w:p {NAMESPACES}>{drawing_xml(figure, number)}</w:p>")


def test_a_drawing_stands_in_its_line_with_its_words_and_number() -> None:
    drawing = _drawing(_figure(), 2)
    assert drawing.find(f".//{_WP}inline") is not None
    named = drawing.find(f".//{_WP}docPr")
    assert named.get("id") == "2"
    assert named.get("descr") == 'Bars of votes. The numbers are in the table "In numbers".'
    assert chart_id(2) in drawing_xml(_figure(), 2)


def _height(figure: Figure) -> int:
    return int(_drawing(figure).find(f".//{_WP}extent").get("cy"))


def test_a_drawing_grows_with_its_bars_and_names_and_stays_on_a_page() -> None:
    assert _height(_figure(1)) < _height(_figure(7)) < _height(_figure(20))
    assert _height(_figure(7)) < _height(_figure(7, name="long name " * 8))
    assert _height(_figure(20, name="long name " * 80)) < _A4_EMU * 0.75
