"""The paper once the board has answered: every change from provisional stands in it, in words."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from accessibility.opened import Opened, text_of
from accessibility.papers import HOSTILE
from accessibility.rules import TYPED, faults
from accessibility.views import answered_view, full_view
from openxml_audit import OpenXmlValidator

from maturity.judgement.view import Audience, Disclosed
from maturity.report.blocks import Cell, Control, LevelMark, Table
from maturity.report.content import board_paper, public_edition
from maturity.report.paper import Paper, Reference
from maturity.report.phrases import level_words, provisional_cell, rating_cell
from maturity.report.word import word_bytes
from maturity.report.write import file_name
from maturity.text import clean

_AS_OF = datetime(2026, 4, 17, 9, 0, tzinfo=UTC)
_REFERENCE = Reference("northmere-2026", "0f3c" * 16, "c41d0e7f5a2b9913", 412)
ALL = ("confirmed", "amended", "confirmed")


def _board(view: Disclosed) -> Paper:
    return board_paper(view, as_of=_AS_OF, reference=_REFERENCE)


def _text(paper: Paper) -> str:
    return " ".join(text_of(root) for root in Opened.of(word_bytes(paper)).roots)


def _said(cell: Cell) -> str:
    if isinstance(cell, LevelMark):
        return cell.word
    if isinstance(cell, Control):
        return cell.shown
    return "".join(span.text for span in cell)


def _rows(paper: Paper, anchor: str) -> list[list[str]]:
    (table,) = (one for one in paper.blocks if isinstance(one, Table) and one.anchor == anchor)
    return [[_said(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize("count", [1, 3, 12])
@pytest.mark.parametrize("of", [2, 3, 7])
def test_a_confirmed_paper_keeps_every_rule_too(count: int, of: int) -> None:
    assert faults(Opened.of(word_bytes(_board(answered_view(count, of))))) == []


def test_the_schema_of_word_files_finds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(word_bytes(_board(answered_view())))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize(
    ("outcomes", "status", "name"),
    [
        ((), "PROVISIONAL", "provisional"),
        (("deferred",), "PROVISIONAL", "provisional"),
        (("confirmed", "amended"), "CONFIRMED IN PART", "confirmed-in-part"),
        (("confirmed", "amended", "deferred"), "CONFIRMED IN PART", "confirmed-in-part"),
        (ALL, "CONFIRMED", "confirmed"),
    ],
)
def test_the_paper_and_its_file_say_how_far_it_is_confirmed(
    outcomes: tuple[str, ...], status: str, name: str
) -> None:
    paper = _board(answered_view(3, 3, outcomes))
    assert paper.status == status
    assert file_name(paper) == f"northmere-spring-2026-board-paper-{name}.docx"
    assert paper.subject.startswith(f"{status.capitalize()} self-assessment")


def test_a_paper_that_is_confirmed_has_nothing_left_to_fill_in() -> None:
    parts = Opened.of(word_bytes(_board(answered_view(3, 3, ALL)))).parts
    assert b"<w:sdt>" not in parts["word/document.xml"]
    assert not any(name.startswith("customXml/") for name in parts)


def test_what_the_board_put_off_is_kept_as_it_was_given() -> None:
    root = Opened.of(word_bytes(_board(answered_view()))).xml("customXml/item1.xml")
    given = [(item.get("key"), item.get("given"), item[0].text) for item in root]
    assert given == [
        ("p2", "deferred", "deferred"),
        *((f"p{number}", "not-yet", "not-yet") for number in (4, 5, 6)),
    ]


def test_the_banner_says_by_whom_and_when() -> None:
    by = "CONFIRMED by the SEND Improvement Board on 16 April 2026; 1 level amended."
    assert by in _text(_board(answered_view(3, 3, ALL)))


def test_section_one_has_the_answers_in_words_beside_the_provisional_levels() -> None:
    view = answered_view()
    rows = _rows(_board(view), "answers")
    top = view.items[1].levels[-1].label
    assert [row[2] for row in rows[:5]] == [
        "Confirmed",
        f"Amended to {top}",
        "Deferred",
        f"Confirmed as {view.items[3].rating.said}. The rating has changed since",
        "Not yet confirmed",
    ]
    assert [row[1] for row in rows] == [_said(provisional_cell(item)) for item in view.items]
    assert rows[1][3:] == ["The charter was agreed since the day.", "6.1"]
    assert rows[0][3] == "None given"


def test_the_record_of_changes_has_each_answer_and_what_moved_since() -> None:
    view = answered_view()
    rows = _rows(_board(view), "answers-given")
    assert len(rows) == 4
    assert rows[1] == [
        view.items[1].short,
        view.items[1].rating.said,
        view.items[1].levels[-1].label,
        "Amended. 3 different views open.",
        "SEND Improvement Board, 16 April 2026, minute 6.1",
        "The charter was agreed since the day.",
    ]
    assert rows[2][2:4] == ["Not decided", "Deferred."]
    assert "The rating has changed since the board saw it" in rows[3][3]


def test_page_one_names_the_level_that_stands_and_the_one_it_was() -> None:
    first, second, third, moved, *_ = answered_view().items
    mark = rating_cell(first)
    assert isinstance(mark, LevelMark)
    top, before = second.levels[-1].label, second.rating.said
    assert _said(rating_cell(second)) == f"{top} (amended)"
    assert level_words(second) == f"{top}, amended from {before}"
    assert level_words(first) == mark.shown
    assert _said(rating_cell(third)).endswith(" (deferred)")
    assert _said(rating_cell(moved)).endswith(" (confirmed; changed since)")
    assert f", confirmed; since then {moved.rating.said}" in level_words(moved)


def test_a_level_the_room_had_not_settled_is_settled_by_the_board() -> None:
    (item,) = answered_view(1, 3, ("amended",)).items
    assert "Not settled" not in _said(rating_cell(replace(item, parked="Data.")))


def test_what_was_not_settled_and_is_put_off_is_called_the_same_everywhere() -> None:
    view = answered_view(1, 3, ("deferred",))
    parked = replace(view.items[0], parked="Data.")
    assert _said(provisional_cell(parked)) == "Not settled"
    assert _said(rating_cell(parked)) == "Not settled (deferred)"
    assert level_words(parked) == "Not settled, deferred"
    assert _rows(_board(replace(view, items=(parked,))), "answers-given")[0][1] == "Not settled"


def test_the_board_is_asked_only_for_what_is_left() -> None:
    asks = "Confirm, amend or defer each provisional level"
    assert asks in _text(_board(full_view(3)))
    part = _text(_board(answered_view(3, 3, ("confirmed", "deferred"))))
    assert asks not in part
    assert "Confirm or amend the 2 levels still open" in part
    assert "Note the levels as confirmed" in _text(_board(answered_view(3, 3, ALL)))


def test_the_public_edition_says_what_was_confirmed() -> None:
    view = answered_view(3, 3, ALL, audience=Audience.PUBLIC)
    paper = public_edition(view, as_of=_AS_OF)
    assert "CONFIRMED by the SEND Improvement Board" in _text(paper)
    assert file_name(paper).endswith("-confirmed.docx")
    assert len(_rows(paper, "answers-given")) == 3


@pytest.mark.parametrize("text", [*HOSTILE, "2026-99-99", "word " * 5000])
def test_what_was_typed_of_an_answer_breaks_no_rule_and_no_word_is_lost(text: str) -> None:
    said = clean(text, cap=30_000)
    (item,) = answered_view(1, 3, ("amended",)).items
    assert item.board is not None
    board = replace(item.board, note=said, minute=said, body=said, on=said)
    paper = _board(replace(full_view(1), items=(replace(item, board=board),)))
    assert faults(Opened.of(word_bytes(paper)), but=TYPED) == []
    row = " ".join(_rows(paper, "answers-given")[0])
    assert all(word in row for word in said.split())
