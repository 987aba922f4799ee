from dataclasses import replace

from accessibility.views import empty_view, full_view

from maturity.report.blocks import Block, Heading, Table, spans_of
from maturity.report.sections.decisions import decisions


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(span.text for span in spans_of(blocks))


def test_there_is_a_row_for_the_board_to_answer_each_rating() -> None:
    tables = [block for block in decisions(full_view()) if isinstance(block, Table)]
    assert len(tables[0].rows) == 7
    assert not any(isinstance(block, Table) for block in decisions(empty_view(0)))


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
