from dataclasses import replace

from accessibility.views import answered_view, criteria_view, empty_view, full_view

from maturity.judgement.view import Disclosed
from maturity.report.blocks import TEXT_WIDTH_MM, Block, Control, Heading, Table, spans_of
from maturity.report.sections.decisions import asked, decisions


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(span.text for span in spans_of(blocks))


def test_there_is_a_row_for_the_board_to_answer_each_rating() -> None:
    tables = [block for block in decisions(full_view()) if isinstance(block, Table)]
    assert len(tables[0].rows) == 7
    assert not any(isinstance(block, Table) for block in decisions(empty_view(0)))


def _controls(view: Disclosed) -> list[list[Control]]:
    (table,) = (block for block in decisions(view) if isinstance(block, Table))
    return [[cell for cell in row if isinstance(cell, Control)] for row in table.rows]


def test_the_board_may_choose_a_level_and_say_why_and_where() -> None:
    view = full_view(1)
    ((decision, reason, minute),) = _controls(view)
    (item,) = view.items
    assert (decision.kind, reason.kind, minute.kind) == ("choice", "text", "text")
    assert decision.value == "not-yet"
    assert [words for _, words in decision.options] == [
        "Not yet confirmed",
        *(level.label for level in item.levels),
        "Not reached",
        "Cannot say yet",
        "Deferred",
    ]
    assert (reason.shown, minute.shown) == ("No reason given yet", "No reference given yet")
    assert decision.label.startswith("Board's decision on ")
    assert [one.key for one in (decision, reason, minute)] == [
        f"{prefix}.{item.id}" for prefix in ("confirm", "reason", "minute")
    ]


def test_what_is_settled_is_in_words_and_what_was_put_off_may_be_answered_again() -> None:
    view = answered_view(4, 3, ("confirmed", "deferred", "amended"))
    settled, put_off, amended, waiting = _controls(view)
    assert (settled, amended) == ([], [])
    assert [one.shown for one in put_off] == [
        "Deferred",
        "The charter was agreed since the day.",
        "No reference given yet",
    ]
    assert waiting[0].value == "not-yet"
    assert [item for item, _ in asked(view)] == [view.items[1].id, view.items[3].id]


def test_when_the_board_meets_is_said_until_it_has_answered() -> None:
    said = "The SEND Improvement Board meets on 16 April 2026."
    assert said in _text(decisions(full_view(2)))
    assert "meets on" not in _text(decisions(answered_view(2, 3, ("confirmed",))))
    assert "The board has no date set for this." in _text(decisions(empty_view()))


def test_the_columns_take_the_width_of_the_page() -> None:
    for view in (full_view(), criteria_view()):
        table = next(block for block in decisions(view) if isinstance(block, Table))
        assert sum(column.width_mm for column in table.columns) == TEXT_WIDTH_MM
        assert [column.label for column in table.columns if column.row_header] == ["Item"]


def test_how_to_decide_is_said_while_there_is_something_to_decide() -> None:
    said = "its own level confirms it"
    assert said in _text(decisions(full_view(2)))
    assert said not in _text(decisions(answered_view(1, 3, ("confirmed",))))
    assert not asked(answered_view(1, 3, ("confirmed",)))


def test_the_day_of_the_board_is_said_as_it_was_given() -> None:
    assert "The SEND Improvement Board meets on 16 April 2026." in _text(decisions(full_view()))
    vague = replace(full_view().session, board_date="next SIB")
    assert "meets on next SIB." in _text(decisions(replace(full_view(), session=vague)))
    assert "The board has no date set for this." in _text(decisions(empty_view()))


def test_implications_alone_are_left_out_when_empty() -> None:
    def names(blocks: tuple[Block, ...]) -> list[str]:
        return [block.text for block in blocks if isinstance(block, Heading)]

    assert "Implications" in names(decisions(full_view()))
    assert "Implications" not in names(decisions(empty_view()))


def test_decisions_of_the_room_say_to_whom_and_by_when() -> None:
    assert "The charter goes to the board. For SIB. By 16 April 2026." in _text(
        decisions(full_view())
    )
    assert "None recorded." in _text(decisions(empty_view()))


def test_a_decision_typed_without_its_full_stop_is_closed_before_what_follows() -> None:
    row = replace(full_view().decisions[0], text="Share the table", to="SIB", due="", due_on="")
    assert "Share the table. For SIB." in _text(decisions(replace(full_view(), decisions=(row,))))
