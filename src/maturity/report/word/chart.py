"""A figure of a Word file: a chart that Word draws, with its numbers in a workbook inside it.

Bars lie down, the first at the top, each made of one part a series. A chart is no picture: it
stays sharp in print, and an officer who mends a number sees the bars follow.
"""

from collections.abc import Iterable
from math import ceil
from typing import Final

from maturity.report.blocks import TEXT_WIDTH_MM, Figure
from maturity.report.palette import COLOURS, FILLS, text_on
from maturity.report.word.styles import FACE
from maturity.report.word.workbook import SHEET, column, spelled
from maturity.report.word.xml import attribute

__all__ = ["WORKBOOK_ID", "chart_id", "chart_xml", "drawing_xml"]

WORKBOOK_ID: Final = "rId1"
"""The relationship of a chart to its workbook."""

_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACED: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_EMU_PER_MM = 36_000
_BAR_MM = 9
_LINE_MM = 4.6
_NAME_LETTERS = 30
_LEGEND_LETTERS = 80
_MARGIN_MM = 12
_TALLEST_MM = 210

_PATTERNS: Final = ("wdUpDiag", "ltHorz", "wdDnDiag", "ltVert", "smGrid", "pct20")
"""How answers that are no level are told apart; plain white would pass for the lowest level."""


def chart_id(number: int) -> str:
    """The relationship of the document to its chart of this number."""
    return f"chart{number}"


def drawing_xml(figure: Figure, number: int, width_mm: float = TEXT_WIDTH_MM) -> str:
    """The run that shows chart `number` of the document in its line of text."""
    width, height = round(width_mm * _EMU_PER_MM), round(_height(figure) * _EMU_PER_MM)
    told = attribute(figure.told)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr="{told}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{chart_id(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _height(figure: Figure) -> float:
    """Millimetres for bars beside their names and the legend, within a page."""
    names = sum(max(_BAR_MM, _lines(len(name), _NAME_LETTERS)) for name in figure.categories)
    legend = _lines(sum(len(name) + 6 for name, _ in figure.series), _LEGEND_LETTERS)
    return min(_TALLEST_MM, _MARGIN_MM + names + legend)


def _lines(letters: int, width: int) -> float:
    return ceil(letters / width) * _LINE_MM


def chart_xml(figure: Figure, face: str = FACE) -> str:
    """The chart part of `figure`, with names and numbers as they stand in its workbook."""
    series = "".join(_series(figure, number, face) for number in range(len(figure.series)))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{_OFFICE}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/>'
        f"</c:barChart>{_axes(face)}</c:plotArea>"
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_type(face)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_solid(COLOURS['paper'])}<a:ln><a:noFill/></a:ln></c:spPr>{_type(face)}"
        f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _axes(face: str) -> str:
    """The names, from the top down; the scale is left out, since each part has its number."""
    line = f'<c:spPr><a:ln w="6350">{_solid(COLOURS["ink"])}</a:ln></c:spPr>'
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{_type(face)}'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{_type(face)}'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _series(figure: Figure, number: int, face: str) -> str:
    name, counts = figure.series[number]
    letter, last = column(number + 1), len(figure.categories) + 1
    fill, words, behind = _look(figure, number)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx>{_texts(f'${letter}$1', [name])}</c:tx>"
        f'<c:spPr>{fill}<a:ln w="6350">{_solid(COLOURS["ink"])}</a:ln></c:spPr>'
        '<c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:numFmt formatCode="0;;" sourceLinked="0"/>{behind}{_type(face, words)}'
        '<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat>{_texts(f'$A$2:$A${last}', figure.categories)}</c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{_points(map(str, counts))}"
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def _look(figure: Figure, number: int) -> tuple[str, str, str]:
    """The fill of a series, the colour of its numbers, and what lies behind those."""
    fills = FILLS.get(figure.levels, ())
    if number < len(fills):
        return _solid(fills[number]), text_on(fills[number]), ""
    paper = COLOURS["paper"]
    pattern = _PATTERNS[(number - figure.levels) % len(_PATTERNS)]
    drawn = (
        f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{COLOURS["rule"]}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{paper}"/></a:bgClr></a:pattFill>'
    )
    return drawn, COLOURS["ink"], f"<c:spPr>{_solid(paper)}</c:spPr>"


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _type(face: str, colour: str = COLOURS["ink"]) -> str:
    """How words are set; each block names the face, or it falls back to one with serifs."""
    named = attribute(face)
    return (
        '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="0">'
        f'{_solid(colour)}<a:latin typeface="{named}"/><a:ea typeface="{named}"/>'
        f'<a:cs typeface="{named}"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
    )


def _texts(place: str, texts: Iterable[str]) -> str:
    return (
        f"<c:strRef><c:f>{SHEET}!{place}</c:f><c:strCache>{_points(map(spelled, texts))}"
        "</c:strCache></c:strRef>"
    )


def _points(values: Iterable[str]) -> str:
    points = [f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values)]
    return f'<c:ptCount val="{len(points)}"/>{"".join(points)}'
