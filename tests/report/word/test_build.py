import subprocess
import sys
from io import BytesIO

import docx
import pytest
from accessibility.opened import Opened, text_of, w
from accessibility.papers import HOSTILE, board_paper, hostile_paper, public_paper

from maturity.report.word import word_bytes

_AGAIN = """
import sys
sys.path[:0] = {path!r}
from accessibility.papers import board_paper
from maturity.report.word import word_bytes
import hashlib
print(hashlib.sha256(word_bytes(board_paper(12, 5))).hexdigest())
"""


def _sha_in_a_process(seed: str) -> str:
    code = _AGAIN.format(path=sys.path)
    return subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def test_the_same_paper_is_the_same_bytes() -> None:
    assert word_bytes(board_paper()) == word_bytes(board_paper())


def test_the_same_paper_is_the_same_bytes_in_another_process() -> None:
    assert _sha_in_a_process("1") == _sha_in_a_process("2")


def test_every_word_of_every_block_can_be_read_back() -> None:
    text = text_of(Opened.of(word_bytes(board_paper())).document)
    for said in ("Write to the board's office", "PROVISIONAL: self-assessment", "Bars of votes"):
        assert said in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_opens_and_is_text_and_not_markup(text: str) -> None:
    opened = docx.Document(BytesIO(word_bytes(hostile_paper(text))))
    assert opened.tables
    letters = [word for word in text.split() if word.isalpha()]
    shown = " ".join(paragraph.text for paragraph in opened.paragraphs)
    assert all(word in shown for word in letters)


def test_five_thousand_words_are_written_whole() -> None:
    long = " ".join(f"word{number}" for number in range(5000))
    opened = docx.Document(BytesIO(word_bytes(hostile_paper(long))))
    assert sum(paragraph.text == long for paragraph in opened.paragraphs) >= 2


def test_header_and_footer_hold_what_every_page_must_say() -> None:
    header, footer = (
        section.paragraphs[0].text
        for found in [docx.Document(BytesIO(word_bytes(board_paper()))).sections[0]]
        for section in (found.header, found.footer)
    )
    assert header == "OFFICIAL · PROVISIONAL\tNorthmere, spring 2026"
    assert footer == "Version 412, as of 14 March 2026\tPage 1 of 1"


def test_without_a_marking_the_status_stands_alone() -> None:
    found = docx.Document(BytesIO(word_bytes(public_paper()))).sections[0]
    assert found.header.paragraphs[0].text.startswith("PROVISIONAL\t")


def test_each_numbered_list_starts_again() -> None:
    opened = Opened.of(word_bytes(board_paper(1)))
    used = [
        paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}").get(w("val"))
        for paragraph in opened.paragraphs
        if text_of(paragraph) in {"Read.", "Vote.", "Talk.", "Vote again."}
    ]
    assert used[0] == used[1] != used[2] == used[3]
    restarts = opened.xml("word/numbering.xml").findall(f".//{w('startOverride')}")
    assert [restart.get(w("val")) for restart in restarts] == ["1"] * 3


def test_a_title_does_not_break_at_its_hyphen_and_its_property_keeps_it_plain() -> None:
    opened = Opened.of(word_bytes(board_paper(1)))
    assert opened.document.find(f".//{w('noBreakHyphen')}") is not None
    assert b"framework self-assessment: Northmere" in opened.parts["docProps/core.xml"]


def test_no_page_ends_inside_what_one_person_holds() -> None:
    document = Opened.of(word_bytes(board_paper())).document
    kept = {
        text_of(one).strip(): one.find(f"{w('pPr')}/{w('keepNext')}") is not None
        for one in document.iter(w("p"))
        if one.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "Notice"
    }
    assert kept == {"Not settled. One item was parked.": True, "It returns.": False}
