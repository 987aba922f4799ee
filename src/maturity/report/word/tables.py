"""Tables of a Word file: a repeating header row, no merged cell, no row split over two pages."""

from collections.abc import Iterator

from maturity.report.blocks import Cell, Control, LevelMark, Span, Table
from maturity.report.palette import COLOURS, FILLS, text_on
from maturity.report.word.columns import fitted
from maturity.report.word.controls import control_xml
from maturity.report.word.sheet import Sheet, bookmark_name
from maturity.report.word.styles import STYLE_IDS
from maturity.report.word.xml import attribute, field, line_runs, paragraph, text_runs, twips

__all__ = ["caption_xml", "table_xml"]

_PLAIN, _KEPT = STYLE_IDS["table-text"], STYLE_IDS["table-kept"]
_NO_BANDS = 0x0600
_FIRST_ROW = 0x0020
_FIRST_COLUMN = 0x0080
_ROOM = f'<w:trHeight w:val="{twips(30)}" w:hRule="atLeast"/>'
_OUTLINE = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{COLOURS["ink"]}"/>'
    for side in ("top", "left", "bottom", "right")
)


def caption_xml(label: str, anchor: str, caption: str, sheet: Sheet) -> str:
    """The numbered caption that stands before a table or figure, under the bookmark of `anchor`."""
    number = field(f"SEQ {label} \\* ARABIC", text_runs(str(sheet.next(label))))
    inside = f"{text_runs(f'{label} ')}{number}{line_runs(f': {caption}')}"
    return paragraph(STYLE_IDS["caption"], sheet.marked(bookmark_name(anchor), inside))


def table_xml(table: Table, sheet: Sheet) -> Iterator[str]:
    """The caption and the table, in pieces: of thousands of rows, one copy is more than enough."""
    widths = [twips(mm) for mm in fitted(table, sheet.dress)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f"{caption_xml('Table', table.anchor, table.caption, sheet)}"
        f"<w:tbl>{_properties(table, sum(widths))}<w:tblGrid>{grid}</w:tblGrid>"
        f"{_header(table, widths)}"
    )
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        kept = table.is_whole and number < last
        yield _row(row, widths, sheet, _KEPT if kept else _PLAIN)
    yield "</w:tbl>"


def _properties(table: Table, width: int) -> str:
    """Children of `w:tblPr`, in the order its schema asks."""
    named = int(table.columns[0].row_header)
    look = _NO_BANDS | _FIRST_ROW | _FIRST_COLUMN * named
    return (
        '<w:tblPr><w:tblStyle w:val="BoardTable"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look:04X}" w:firstRow="1" w:lastRow="0" w:firstColumn="{named}" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(table.caption)}"/>'
        f'<w:tblDescription w:val="{attribute(table.summary)}"/></w:tblPr>'
    )


def _header(table: Table, widths: list[int]) -> str:
    cells = "".join(
        _cell(width, "", paragraph(STYLE_IDS["table-head"], line_runs(column.label)))
        for column, width in zip(table.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: tuple[Cell, ...], widths: list[int], sheet: Sheet, style: str) -> str:
    cells = "".join(
        _cell(width, *_content(cell, sheet, style)) for cell, width in zip(row, widths, strict=True)
    )
    room = any(isinstance(cell, Control) and cell.has_room for cell in row)
    return f"<w:tr><w:trPr><w:cantSplit/>{_ROOM * room}</w:trPr>{cells}</w:tr>"


def _cell(width: int, properties: str, inside: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inside}</w:tc>'


def _content(cell: Cell, sheet: Sheet, style: str) -> tuple[str, str]:
    """The properties of a cell after its width, and its one paragraph."""
    if isinstance(cell, LevelMark):
        fill = FILLS[cell.of][cell.fill_index] if cell.position else None
        text = (Span(cell.shown),)
        if fill is None:
            return "", paragraph(style, sheet.runs(text))
        return _filled(fill), paragraph(style, sheet.runs(text, colour=text_on(fill)))
    if isinstance(cell, Control):
        return "", paragraph(style, control_xml(cell, sheet))
    return "", paragraph(style, sheet.runs(cell))


def _filled(fill: str) -> str:
    # Neighbouring fills differ too little to be told apart by everyone, hence the outline.
    return (
        f"<w:tcBorders>{_OUTLINE}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    )
