"""Hostile, broken and Strict workbooks: only what was looked at reaches the library."""

import time
from dataclasses import replace

import pytest
from openpyxl.comments import Comment

from evidence.excel_files import (
    MAIN,
    SHEET,
    changed,
    saved,
    with_sheet,
    workbook,
    xlsx,
)
from evidence.readers.workbooks import PLAN, excerpts, refused
from maturity.evidence.limits import LIMITS

DAMAGED = (
    "This file is damaged (the workbook cannot be read). "
    "Open it in the program that made it and save a copy."
)


def test_a_cell_at_the_far_end_is_read_at_once() -> None:
    book = workbook(("Action", "Lead"), ("Meet", "Jo"))
    book.active["XFD1048576"] = "MARK-FAR"
    raw = changed(saved(book), {SHEET: lambda text: text.replace("A1:XFD1048576", "A1:B2")})
    found = excerpts(raw)
    assert [excerpt.text for excerpt in found] == ["Meet | Jo", "MARK-FAR"]
    assert found[1].ref == "Plan!A1048576:XFD1048576"


def test_cells_strewn_over_a_sheet_are_read_one_by_one() -> None:
    rows = "".join(
        f'<row r="{at * 100}"><c r="{column}{at * 100}" t="str"><v>{column}</v></c></row>'
        for at, column in enumerate(
            (f"{a}{b}{c}" for a in "AB" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for c in
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 1)
    )  # fmt: skip
    raw = with_sheet(f"<sheetData>{rows}</sheetData>")
    found = excerpts(raw)
    assert len(found) == 1_352
    assert (found[0].text, found[0].ref) == ("AAA", "Plan!AAA100")


def test_more_cells_than_the_limit_are_refused() -> None:
    assert refused(PLAN, replace(LIMITS, cells=11)) == (
        "This workbook has more than 11 filled cells. "
        "Save the sheets you need as their own file, or use --allow-large."
    )
    large = replace(LIMITS, cells=3).large()
    assert refused(xlsx(*(("a", "b", "c", "d"),) * 4), large) == (
        "This workbook has more than 12 filled cells. Save the sheets you need as their own file."
    )


def test_far_too_many_cells_are_refused_at_once() -> None:
    raw = with_sheet("<sheetData><row>" + '<c r="A1"/>' * 500_001 + "</row></sheetData>")
    began = time.process_time()
    assert refused(raw).startswith("This workbook has more than 500,000 filled cells.")
    # element by element it is a second
    assert time.process_time() - began < 0.3


def test_cells_are_counted_by_their_elements_where_bytes_do_not_tell() -> None:
    cells = "".join(f'<row><x:c xmlns:x="{MAIN}" r="A{at}"/></row>' for at in range(1, 40))
    raw = with_sheet(f"<sheetData>{cells}</sheetData>")
    assert refused(raw, replace(LIMITS, cells=20)).startswith(
        "This workbook has more than 20 filled cells."
    )


@pytest.mark.parametrize("ref", ["A1:XFD1048576", "XFD1048576:A1", "A:XFD", "1:1048576", "x"])
def test_a_merge_of_a_whole_sheet_is_refused_before_it_unfolds(ref: str) -> None:
    cells = '<sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row></sheetData>'
    raw = with_sheet(f'{cells}<mergeCells><mergeCell ref="{ref}"/></mergeCells>')
    merged = (
        "This workbook merges more than 200,000 cells. "
        "Unmerge whole rows, columns or sheets in Excel and save a copy."
    )
    assert refused(raw) == (merged if ref.count("1048576") and "A" in ref else DAMAGED)


def test_a_link_or_a_comment_over_a_whole_sheet_is_refused() -> None:
    cells = '<sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row></sheetData>'
    link = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
    assert refused(with_sheet(cells + link)).startswith("This workbook has more than 500,000")
    book = workbook(("x",))
    book.active["A1"].comment = Comment("words", "Jo")
    raw = changed(
        saved(book),
        {"xl/comments/comment1.xml": lambda text: text.replace('ref="A1"', 'ref="A1:XFD1048576"')},
    )
    assert refused(raw).startswith("This file is damaged (xl/comments/comment1.xml cannot be read)")


def test_a_sheet_named_twice_counts_twice() -> None:
    def twice(text: str) -> str:
        sheet = text[text.index("<sheet ") : text.index("</sheets>")]
        again = sheet.replace('"Plan"', '"Again"').replace('sheetId="1"', 'sheetId="2"')
        return text.replace("</sheets>", f"{again}</sheets>")

    raw = changed(PLAN, {"xl/workbook.xml": twice})
    assert len(excerpts(raw)) == 4
    assert refused(raw, replace(LIMITS, cells=20)).startswith(
        "This workbook has more than 20 filled cells."
    )


def test_a_document_type_in_a_sheet_is_refused() -> None:
    raw = changed(PLAN, {SHEET: lambda text: f'<!DOCTYPE worksheet [<!ENTITY a "b">]>{text}'})
    assert refused(raw).startswith("This file declares a document type")


def test_a_broken_or_too_deep_sheet_is_refused() -> None:
    assert refused(with_sheet("<sheetData>")).startswith(
        "This file is damaged (xl/worksheets/sheet1.xml cannot be read)."
    )
    assert refused(with_sheet("<a>" * 250 + "</a>" * 250)).startswith("This file is nested too")
    assert refused(PLAN, replace(LIMITS, member_bytes=100)).startswith(
        "This file would unpack to more than"
    )
    strange = '<sheetData><row r="x"><c r="A1"><v>1</v></c></row></sheetData>'
    assert refused(with_sheet(strange)) == DAMAGED


def test_a_strict_workbook_is_read_alike() -> None:
    names = {
        MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }

    def strict(text: str) -> str:
        for ordinary, other in names.items():
            text = text.replace(ordinary, other)
        return text

    members = (SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels")
    raw = changed(PLAN, dict.fromkeys(members, strict))
    assert [excerpt.text for excerpt in excerpts(raw)] == [e.text for e in excerpts(PLAN)]
