"""The cells of a table, read in a process of their own and believed only when checked."""

import sys
from pathlib import Path

import pytest

from evidence.excel_files import saved, workbook
from evidence.word_files import docx, p
from maturity.evidence.asking import process
from maturity.evidence.asking.client import Refusal
from maturity.evidence.asking.table import ReadTable, read_table

QUESTION = "Do leaders, families, schools, health, and care own this together?"
ROWS = (("Name", QUESTION), ("Ash", "High"), ("Bo", "Low"))


def made(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "survey.csv"
    path.write_bytes(content)
    return path


def read(path: Path) -> ReadTable:
    found = read_table(path)
    assert isinstance(found, ReadTable)
    return found


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_a_long_question_with_commas_is_no_prose(tmp_path: Path, mark: str, bom: bytes) -> None:
    lines = "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in ROWS)
    table = read(made(tmp_path, bom + lines.encode()))
    assert table.rows == ROWS
    assert (table.numbers, table.notices) == ((1, 2, 3), ())


def test_a_said_separator_wins_and_its_line_is_counted(tmp_path: Path) -> None:
    table = read(made(tmp_path, b"sep=|\na|b,c,d\n1|2,3,4\n"))
    assert (table.rows, table.numbers) == ((("a", "b,c,d"), ("1", "2,3,4")), (2, 3))


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    assert read(made(tmp_path, b"Only\nHigh\nLow\n")).rows == (("Only",), ("High",), ("Low",))


def test_an_old_encoding_is_told(tmp_path: Path) -> None:
    table = read(made(tmp_path, "a,b\ncaf\u00e9,x\n".encode("cp1252")))
    assert table.rows[1] == ("caf\u00e9", "x")
    assert table.notices == ("Read as windows-1252.",)


def test_formulas_and_control_characters_are_text(tmp_path: Path) -> None:
    table = read(made(tmp_path, b"a,b\n=cmd|' /C calc'!A0,\x1b]0;x\xe2\x80\xae y\n"))
    assert table.rows[1] == ("=cmd|' /C calc'!A0", "]0;x y")


def test_a_word_file_without_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("No table here.")))
    found = read_table(path)
    assert isinstance(found, Refusal)
    assert (found.code, found.sentence.split(".")[0]) == ("R40", "No table was found in this file")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    found = read_table(tmp_path / "ghost.csv")
    assert isinstance(found, Refusal)
    assert found.code == "R01"


@pytest.mark.parametrize("line", ['row ["x", ["a"]]', 'row [1, "ab"]', "row [1]", "row {}", "row"])
def test_rows_that_cannot_be_are_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    said = f'start \\nread \\ntable ["utf-8", []]\\n{line}\\nend \\n'
    monkeypatch.setattr(process, "WORKER", (sys.executable, "-c", f"print('''{said}''', end='')"))
    found = read_table(made(tmp_path, b"a,b\n"))
    assert isinstance(found, Refusal)
    assert found.code == "R35"


def test_where_no_process_may_start_plain_tables_are_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "WORKER", (str(tmp_path / "nothing"),))
    assert read(made(tmp_path, b"a;b\n1;2\n")).rows == (("a", "b"), ("1", "2"))


def test_what_people_answered_is_in_no_printed_form(tmp_path: Path) -> None:
    assert "Ash" not in repr(read(made(tmp_path, b"Name,Q\nAsh,High\n")))


def test_what_of_a_sheet_is_hidden_is_told(tmp_path: Path) -> None:
    book = workbook(("Where are we?",), ("High",), ("Low",), ("High",))
    book.active.row_dimensions[3].hidden = True
    path = tmp_path / "survey.xlsx"
    path.write_bytes(saved(book))
    table = read(path)
    assert table.rows == (("Where are we?",), ("High",), ("Low",), ("High",))
    assert table.notices == ("Hidden sheets, rows or columns were read: Plan row 3.",)


def test_a_notice_that_is_none_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "start \\nread \\ntable [null, [1]]\\nend \\n"
    monkeypatch.setattr(process, "WORKER", (sys.executable, "-c", f"print('''{said}''', end='')"))
    found = read_table(made(tmp_path, b"a,b\n"))
    assert isinstance(found, Refusal)
    assert found.code == "R35"
