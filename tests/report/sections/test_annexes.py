from dataclasses import replace

from accessibility.views import empty_view, full_view

from maturity.judgement.view import Audience
from maturity.report.blocks import Table, spans_of
from maturity.report.sections.annexes import attendance, changes


def test_those_present_come_first_with_how_they_came() -> None:
    table = attendance(full_view())[-1]
    assert isinstance(table, Table)
    rows = [
        ["".join(span.text for span in cell) for cell in row if isinstance(cell, tuple)]
        for row in table.rows
    ]
    assert rows[0][3] == "Present, from 09:40"
    assert rows[1][3] == "Present, for Ella Frayne"
    assert rows[2][1:] == ["Not recorded", "Fen Street School", "Apologies"]
    assert rows[3][3] == "No answer recorded, observer"


def test_someone_who_left_is_said() -> None:
    person = replace(full_view().people[0], left="11:00", arrived="")
    table = attendance(replace(full_view(), people=(person,)))[-1]
    assert isinstance(table, Table)
    cell = table.rows[0][3]
    assert isinstance(cell, tuple)
    assert cell[0].text == "Present, until 11:00"


def test_the_public_see_counts_and_no_name() -> None:
    table = attendance(full_view(audience=Audience.PUBLIC))[-1]
    assert isinstance(table, Table)
    assert [column.label for column in table.columns] == ["Voice group", "Invited", "Present"]
    nobody = replace(empty_view(), audience=Audience.PUBLIC)
    assert spans_of(attendance(nobody))[0].text == "Nobody was recorded."


def test_an_empty_register_and_no_answer_are_said() -> None:
    assert spans_of(attendance(empty_view()))[0].text == "Nobody was recorded."
    assert spans_of(changes(empty_view()))[0].text.startswith("The board has not answered yet")
