from dataclasses import replace

from accessibility.views import answered_view, empty_view, full_view

from maturity.judgement.view import Audience, Disclosed
from maturity.report.blocks import Block, Control, Table, spans_of
from maturity.report.sections.followup import actions, kloes, risks


def _cells(blocks: tuple[Block, ...]) -> list[list[str]]:
    table = next(block for block in blocks if isinstance(block, Table))
    return [
        ["".join(span.text for span in cell) for cell in row if isinstance(cell, tuple)]
        for row in table.rows
    ]


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(span.text for span in spans_of(blocks))


def test_a_missing_owner_or_date_is_shown_as_missing() -> None:
    rows = _cells(actions(full_view()))
    assert rows[0][2:4] == ["Forum co-chair and AQ", "16 April 2026 (next board)"]
    assert rows[3][2:4] == ["No owner", "No date"]
    assert rows[0][4:] == ["None given", "No status"]
    assert rows[1][4:] == ["LAIP 3.11; SOG", "Green"]


def test_who_stands_behind_initials_is_said_where_there_are_some() -> None:
    said = "Initials are those of people named in"
    view = full_view()
    assert said not in _text(actions(view))
    ama = replace(view.people[0], initials="AQ")
    assert said in _text(actions(replace(view, people=(ama, *view.people[1:]))))


def _ticks(view: Disclosed) -> list[Control]:
    (table, *_) = (block for block in actions(view) if isinstance(block, Table))
    return [cell for row in table.rows for cell in row if isinstance(cell, Control)]


def test_the_board_may_tick_each_action_until_it_has_answered() -> None:
    view = full_view(1)
    agreed = replace(view.actions[0], agreed=True)
    ticks = _ticks(replace(view, actions=(agreed, *view.actions[1:])))
    assert [one.shown for one in ticks] == ["☒", "☐", "☐", "☐"]
    assert ticks[1].key == f"agreed.{view.actions[1].id}"
    assert ticks[1].label == "A2 agreed by the board"
    assert _ticks(answered_view(1, 3, ("confirmed",))) == []


def test_nobody_else_has_a_box_to_tick() -> None:
    assert _ticks(full_view(audience=Audience.PUBLIC)) == []


def test_empty_sections_say_so() -> None:
    for section, said in ((actions, "No action was recorded."), (kloes, "None recorded.")):
        assert said in _text(section(empty_view()))


def test_an_open_line_of_enquiry_says_that_it_is_open() -> None:
    rows = _cells(kloes(full_view()))
    assert rows[0][3:] == ["Nothing recorded yet", "Not yet closed"]
    assert rows[1][3:] == [
        "Finding: The north. Learning: Ask first. Impact: None yet.",
        "1 February 2026",
    ]


def test_no_risk_is_only_none_where_the_room_was_asked() -> None:
    def said(view: Disclosed) -> str:
        return _text(risks(view))

    asked = replace(empty_view().session, no_risks=True)
    assert said(replace(empty_view(), session=asked)) == "None (the room was asked)."
    assert said(empty_view()) == "None recorded."


def test_open_enquiries_stand_beside_the_risks() -> None:
    assert "Key lines of enquiry still open: 1." in _text(risks(full_view()))
    none = replace(full_view(), risks=())
    assert "Key lines of enquiry still open: 1." in _text(risks(none))
    assert _cells(risks(full_view()))[0][2:] == ["Nobody named", "June"]
    assert isinstance(risks(replace(full_view(), kloes=()))[-1], Table)
