"""A paper that came back, read from the program's side."""

from pathlib import Path

import pytest

from evidence.word_files import docx, p, row, table
from maturity.evidence.answers.returned import Returned
from maturity.evidence.asking import process
from maturity.evidence.asking.client import Refusal
from maturity.evidence.asking.returned import read_returned
from maturity.evidence.limits import LIMITS
from maturity.evidence.readers.word_returned import read

PAPER = docx(p("The board's decision"), table(row("Item", "Decision"), row("One", "Low")))


def test_a_paper_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(PAPER)
    assert read_returned(path) == read(PAPER, "paper.docx", LIMITS)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [("paper.txt", b"Plain words.", "R42"), ("paper.docx", b"", "R04")],
)
def test_what_is_no_word_file_is_refused(tmp_path: Path, name: str, raw: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    found = read_returned(path)
    assert isinstance(found, Refusal)
    assert found.code == code


def test_no_file_is_refused(tmp_path: Path) -> None:
    assert read_returned(tmp_path / "none.docx") == Refusal(
        "R01", "There is no file of this name. Check the name, or drag the file onto the window."
    )


@pytest.mark.parametrize(("raw", "code"), [(PAPER, "R43"), (b"Plain words.", "R42")])
def test_a_laptop_that_starts_no_process_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: bytes, code: str
) -> None:
    monkeypatch.setattr(process, "WORKER", (str(tmp_path / "no-such-program"),))
    path = tmp_path / "paper.docx"
    path.write_bytes(raw)
    found = read_returned(path)
    assert isinstance(found, Refusal)
    assert found.code == code


def test_an_answer_that_is_no_paper_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "print('start \\nread \\nreturned {}\\nreturned {}\\nend ')"
    monkeypatch.setattr(process, "WORKER", (process.WORKER[0], "-c", said))
    path = tmp_path / "paper.docx"
    path.write_bytes(PAPER)
    found = read_returned(path)
    assert isinstance(found, Refusal)
    assert found.code == "R35"


def test_an_empty_answer_is_an_empty_paper() -> None:
    assert Returned.model_validate_json("{}") == Returned()
