"""Excel files: each row is cited as Excel shows it, and nothing far or hidden stops the room."""

import datetime as dt

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from evidence.excel_files import (
    changed,
    indexed,
    saved,
    solid,
    themed,
    with_sheet,
    workbook,
    xlsx,
)
from evidence.papers import read
from evidence.readers.workbooks import HEADER, PLAN, excerpts, refused, told
from maturity.evidence.child.reading import table_in
from maturity.evidence.limits import LIMITS


def test_a_row_is_one_excerpt_of_headers_and_values() -> None:
    document, (first, second) = read(PLAN, "plan.xlsx")
    assert (document.reader, document.warnings) == ("excel", ())
    assert (first.shape, first.ref, first.heading_path) == ("table_row", "Plan!A2:D2", ("Plan",))
    assert [(cell.header, cell.value) for cell in first.cells] == [
        ("Ref", "4.30"),
        ("Action", "Open the helpline"),
        ("Lead", "R. Quill"),
        ("Status", "G"),
    ]
    assert [point.status for point in second.status_history] == ["Amber"]
    assert second.leads is not None
    assert second.leads.names == ("J. Fenn",)


def test_reading_twice_gives_the_same_document_and_no_time_of_this_machine() -> None:
    bare = changed(PLAN, {"_rels/.rels": lambda text: text.replace("core-properties", "none")})
    assert read(bare, "a.xlsx") == read(bare, "b.xlsx")
    assert read(bare, "a.xlsx")[0].dates == ()
    assert {date.kind for date in read(PLAN, "a.xlsx")[0].dates} == {"property"}


def test_sections_groups_and_merges_stand_above_their_rows() -> None:
    book = workbook(
        ("Priority 1: shared vision", None, None, None),
        HEADER,
        ("1.1 Families", "A. Meet parents", "R. Quill", "G"),
        (None, "B. Write back", "J. Fenn", "R"),
    )
    book.active.merge_cells("A1:D1")
    book.active.merge_cells("A3:A4")
    title, first, second = excerpts(saved(book))
    assert title.text == "Priority 1: shared vision"
    assert first.heading_path[:2] == ("Plan", "Priority 1: shared vision")
    assert [cell.value for cell in second.cells] == [
        "1.1 Families",
        "B. Write back",
        "J. Fenn",
        "R",
    ]
    assert [excerpt.ref for excerpt in (first, second)] == ["Plan!A3:D3", "Plan!A4:D4"]


def test_a_merge_of_empty_cells_is_nothing() -> None:
    book = workbook(("Action", "Lead", "RAG"), ("Meet", "Jo", "G"))
    book.active.merge_cells("A4:C9")
    assert [excerpt.text for excerpt in excerpts(saved(book))] == ["Meet | Jo | G"]


def test_a_merge_over_rows_makes_no_row_of_its_own() -> None:
    book = workbook(("Plan of Northmere", None), (None, None), ("Action", "Lead"), ("Meet", "Jo"))
    book.active.merge_cells("A1:B2")
    assert [excerpt.text for excerpt in excerpts(saved(book))] == ["Plan of Northmere", "Meet | Jo"]


COLOURS = [
    *((solid(colour), "Red") for colour in ("FF0000", "C00000", "FFC7CE")),
    *((solid(colour), "Amber") for colour in ("FFC000", "FFFF00", "FFEB9C", "F79646")),
    *((solid(colour), "Green") for colour in ("92D050", "00B050", "C6EFCE")),
    *((solid(colour), "Blue") for colour in ("00B0F0", "0070C0")),
    *((solid(colour), "Grey") for colour in ("BFBFBF", "D9D9D9")),
    *((solid(colour), None) for colour in ("FFFFFF", "F2F2F2")),
    (themed(4), "Blue"),
    (themed(5), "Red"),
    (themed(6, 0.4), "Green"),
    (themed(5, -0.25), "Red"),
    (themed(0, -0.25), "Grey"),
    (themed(0), None),
    (indexed(10), "Red"),
    (indexed(13), "Amber"),
    (indexed(17), "Green"),
    (indexed(64), None),
    (PatternFill("darkGrid", fgColor="FF0000"), None),
]  # fmt: skip


@pytest.mark.parametrize(("fill", "status"), COLOURS)
def test_a_colour_alone_is_a_status(fill: object, status: str | None) -> None:
    book = workbook(HEADER, ("1", "Meet", "Jo", None), ("2", "Write", "Kit", None))
    book.active["D2"].fill = fill
    book.active["D3"].fill = solid("FF0000")
    first, second = excerpts(saved(book))
    assert [point.status for point in first.status_history] == ([status] if status else [])
    assert [(point.status, point.source) for point in second.status_history] == [("Red", "colour")]


def test_a_letter_wins_over_a_colour_and_the_clash_is_told() -> None:
    book = workbook(HEADER, ("1", "Meet", "Jo", "G"), ("2", "Write", "Kit", "\u0410"))
    book.active["D2"].fill = solid("FF0000")
    assert told(saved(book)) == [
        "Plan!A2:D2, Status: the letter says Green and the colour says Red; the letter is kept.",
        "Plan!A3:D3, Status: the status letter is Cyrillic A (U+0410); read as A.",
    ]


def test_a_status_that_is_not_one_is_told() -> None:
    rows = (HEADER, ("1", "Meet", "Jo", "G/A"), ("2", "Write", "Kit", "G"), ("3", "x", "y", "R"))
    assert told(xlsx(*rows)) == ['Plan!A2:D2, Status: "G/A" is not one status. Choose one.']


def test_the_history_of_a_plan_has_a_status_for_each_date() -> None:
    book = workbook(
        ("Action", "Lead", "Progress", None),
        (None, None, dt.date(2019, 12, 1), dt.date(2020, 1, 1)),
        ("Meet", "Jo", "R", "G"),
        ("Write", "Kit", "A", "A"),
    )
    for place in ("C2", "D2"):
        book.active[place].number_format = "mmm-yy"
    for merge in ("A1:A2", "B1:B2", "C1:D1"):
        book.active.merge_cells(merge)
    first, _ = excerpts(saved(book))
    assert [(p.as_written, p.status) for p in first.status_history] == [
        ("Dec-19", "Red"),
        ("Jan-20", "Green"),
    ]


def test_a_reference_is_read_as_it_is_shown() -> None:
    book = workbook(("Ref", "Action"), (4.3, "Meet"), (4.3, "Write"))
    book.active["A2"].number_format = "0.00"
    raw = saved(book)
    assert [excerpt.cells[0].value for excerpt in excerpts(raw)] == ["4.30", "4.3"]
    assert told(raw) == [
        "Plan!A3: Excel holds 4.3. If the plan says 4.30, type it as text.",
    ]


def test_a_number_in_another_column_has_lost_nothing() -> None:
    assert told(xlsx(("Action", "Days"), ("Meet", 4.3))) == []


def test_a_date_of_a_cell_is_a_date_and_a_bare_number_is_none() -> None:
    raw = xlsx(("Action", "Due"), ("Meet the board", dt.date(2025, 4, 1)), ("Write", 45748))
    first, second = excerpts(raw)
    assert first.cells[1].value == "2025-04-01"
    assert first.dates[0].start == dt.date(2025, 4, 1)
    assert second.cells[1].value == "45748"
    assert second.dates == ()


def test_hidden_sheets_rows_and_columns_are_read_and_said() -> None:
    book = workbook(
        ("Action", "Lead", "Note"), *((f"Act {at}", "Jo", "MARK-COLUMN") for at in range(4))
    )
    book.active.row_dimensions[2].hidden = True
    book.active.row_dimensions[4].hidden = True
    book.active.row_dimensions[5].hidden = True
    book.active.row_dimensions[9].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.create_sheet("Archive").append(("MARK-SHEET",))
    book["Archive"].sheet_state = "veryHidden"
    book.create_sheet("Empty").sheet_state = "hidden"
    raw = saved(book)
    words = "\n".join(excerpt.text for excerpt in excerpts(raw))
    assert all(mark in words for mark in ("MARK-COLUMN", "MARK-SHEET", "Act 0", "Act 3"))
    names = "Plan row 2, Plan rows 4-5, Plan column C, sheet Archive"
    assert told(raw) == [f"Hidden sheets, rows or columns were read: {names}."]


THREADED = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; "
    "however, any edits to it will get removed.\n\nComment:\n    Ask the school first"
)


def test_comments_are_excerpts_without_what_excel_puts_before_them() -> None:
    book = workbook(("Action", "Lead"), ("Meet", "Jo"), ("Write", "Kit"))
    book.active["A2"].comment = Comment(THREADED, "R. Quill")
    book.active["B3"].comment = Comment("J. Fenn:\nLeft in May", "J. Fenn")
    book.active["D9"].comment = Comment(" ", "J. Fenn")
    comments = [excerpt for excerpt in excerpts(saved(book)) if excerpt.shape == "comment"]
    assert [(one.ref, one.text, one.context) for one in comments] == [
        ("comment at Plan!A2", "Ask the school first", "Meet"),
        ("comment at Plan!B3", "Left in May", "Kit"),
    ]


SPACE = "http://schemas.openxmlformats.org/drawingml/2006"
DRAWING = (
    f'<d:wsDr xmlns:d="{SPACE}/spreadsheetDrawing" xmlns:a="{SPACE}/main"><d:twoCellAnchor>'
    "<d:from><d:col>2</d:col><d:row>4</d:row></d:from><d:sp><d:txBody>"
    "<a:p><a:r><a:t>MARK-</a:t></a:r><a:r><a:t>BOX</a:t></a:r></a:p>"
    "<a:p><a:r><a:t>Read this first.</a:t></a:r></a:p></d:txBody></d:sp></d:twoCellAnchor>"
    "<d:twoCellAnchor><d:sp/></d:twoCellAnchor></d:wsDr>"
)
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/drawing" Target="../drawings/d.xml"/></Relationships>'
)


def test_text_boxes_are_excerpts_where_they_begin() -> None:
    more = {"xl/worksheets/_rels/sheet1.xml.rels": RELATION, "xl/drawings/d.xml": DRAWING}
    raw = changed(PLAN, {}, {name: text.encode() for name, text in more.items()})
    (box,) = [excerpt for excerpt in excerpts(raw) if excerpt.shape == "text_box"]
    assert (box.ref, box.text) == ("text box at Plan!C5", "MARK-BOX\nRead this first.")


def test_heads_and_feet_of_printed_pages_belong_to_the_document() -> None:
    book = workbook(("Action", "Lead"), ("Meet", "Jo"))
    book.active.oddHeader.center.text = "OFFICIAL"
    book.active.oddFooter.right.text = "Page &P"
    assert read(saved(book), "a.xlsx")[0].page_texts == ("OFFICIAL", "Page")


def test_formulas_give_the_value_last_saved_and_the_others_are_counted() -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><v>Action</v></c><c r="B1" t="str"><v>Open</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>Meet</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>'
        '<row r="3"><c r="A3" t="str"><v>Write</v></c><c r="B3"><f>1+2</f></c></row>'
        '<row r="4"><c r="A4" t="str"><v>Ask</v></c><c r="B4"><f>1+3</f><v></v></c></row>'
    )
    raw = with_sheet(f"<sheetData>{rows}</sheetData>")
    first, second, _ = excerpts(raw)
    assert [cell.value for cell in first.cells] == ["Meet", "2"]
    assert (first.flags, second.flags) == (("formula",), ())
    assert told(raw) == ["2 formulas have no saved value. Open the workbook in Excel and save it."]
    assert told(xlsx(("Action", "Open"), ("Meet", "=1+1"))) == [
        "1 formula has no saved value. Open the workbook in Excel and save it."
    ]


def test_rules_for_colours_and_pictures_and_macros_are_said() -> None:
    rule = (
        '<sheetData><row r="1"><c r="A1" t="str"><v>Words</v></c></row></sheetData>'
        '<conditionalFormatting sqref="A1:A9 C1:C9"><cfRule type="duplicateValues" '
        'priority="1"/></conditionalFormatting>'
    )
    assert told(with_sheet(rule)) == [
        "Colours set by conditional formatting are not read (2 ranges)."
    ]
    assert told(with_sheet(rule.replace(" C1:C9", ""))) == [
        "Colours set by conditional formatting are not read (1 range)."
    ]
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    macros = changed(
        PLAN,
        {
            "[Content_Types].xml": lambda text: text.replace(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            ),
            "xl/_rels/workbook.xml.rels": lambda text: text.replace(
                "</Relationships>",
                f'<Relationship Id="m" Type="{kind}" Target="v.bin"/></Relationships>',
            ),
        },
        {"xl/v.bin": b"x", "xl/media/image1.png": b"x"},
    )
    assert told(macros) == ["1 picture or embedded file was not read.", "Macros were ignored."]
    assert len(excerpts(macros)) == 2


def test_several_sheets_and_names_with_braces_are_cited_by_name() -> None:
    book = workbook(("Action", "Lead"), ("Meet", "Jo"), title="Plan {1}")
    book.create_sheet("Notes").append(("One note about Northmere.",))
    found = excerpts(saved(book))
    assert [excerpt.ref for excerpt in found] == ["Plan {1}!A2:B2", "Notes!A1:A1"]


def test_the_title_is_a_property_or_what_stands_alone_at_the_head() -> None:
    book = workbook(("Inclusion plan of Northmere",), ("Action", "Lead"), ("Meet", "Jo"))
    assert read(saved(book), "a.xlsx")[0].title == "Inclusion plan of Northmere"
    book.properties.title = "Plan 2026"
    assert read(saved(book), "a.xlsx")[0].title == "Plan 2026"
    assert read(PLAN, "a.xlsx")[0].title == "Plan"


def test_a_workbook_without_words_is_refused() -> None:
    assert refused(xlsx()) == "No text was found in this file."


def test_the_first_sheet_is_the_table_that_others_ask_for() -> None:
    grid, encoding, told = table_in(PLAN, "answers.xlsx", limits=LIMITS)
    assert (encoding, told) == (None, ())
    assert [[cell.text for cell in row] for row in grid.rows][1] == [
        "4.30", "Open the helpline", "R. Quill", "G"
    ]  # fmt: skip
