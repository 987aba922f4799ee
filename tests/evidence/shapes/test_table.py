"""Tables: one excerpt a row, under its group, with its statuses at their dates."""

from collections import Counter

import pytest

from evidence.papers import rag_plan, read
from maturity.evidence.model import Document, Excerpt

Plan = tuple[Document, tuple[Excerpt, ...]]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return read(rag_plan())


def actions(plan: Plan) -> list[Excerpt]:
    return [excerpt for excerpt in plan[1] if excerpt.shape == "table_row"]


def test_every_action_and_status_of_a_plan_is_found(plan: Plan) -> None:
    rows = actions(plan)
    statuses = Counter(point.status for row in rows for point in row.status_history)
    assert len(rows) == 10
    assert len({row.heading_path for row in rows}) == 3
    assert statuses == {"Green": 29, "Amber": 11}
    assert [p.as_written for p in rows[0].status_history] == [
        "Dec-23",
        "Jan-24",
        "Apr-25",
        "Dec-25",
    ]


def test_a_letter_of_another_script_is_read_and_told(plan: Plan) -> None:
    assert [warning.sentence for warning in plan[0].warnings] == [
        "Row 12, Jan-24: the status letter is Cyrillic A (U+0410); read as A."
    ]


def test_the_overall_status_belongs_to_the_section(plan: Plan) -> None:
    (section,) = plan[0].section_statuses
    assert (section.heading_path, section.point.status) == (
        ("Priority 1: Leaders did not work together",),
        "Green",
    )
    assert section.point.legend is not None
    assert section.point.legend.startswith("Blue - embedded")


def test_a_row_is_cited_by_its_number_and_stands_under_its_group(plan: Plan) -> None:
    row = actions(plan)[1]
    assert (row.ref, row.number) == ("row 6", "1.1 B.")
    assert row.heading_path == ("Priority 1: Leaders did not work together", "1.1 Roles")
    assert row.flags == ("filled_down",)
    assert row.cells[0].header == "Theme (what for)"
    assert row.cells[0].value == "1.1 Roles"


def test_an_action_without_a_letter_gets_none(plan: Plan) -> None:
    assert [row.number for row in actions(plan)].count(None) == 1
    assert actions(plan)[-1].number == "1.3 A."


def test_as_above_keeps_its_words_and_gains_what_it_points_at(plan: Plan) -> None:
    row = actions(plan)[2]
    assert row.flags == ("as_above", "filled_down")
    assert [(c.value, c.above) for c in row.cells if c.above] == [
        ("As above", "Reports to the board")
    ]


def test_as_above_with_nothing_above_is_told() -> None:
    document, _ = read("Action,Lead,Proof\nPublish,Jo Fenn,As above\nOpen,Kit Kemp,Minutes")
    assert [warning.sentence for warning in document.warnings] == [
        'Row 2: "As above" has nothing above it to point at.'
    ]


def test_as_above_does_not_reach_into_another_group() -> None:
    rows = "Focus,Action,Proof\n1.1 A,One,Minutes\n,Two,Report\n1.2 B,Four,Ditto\n,Five,x"
    document, _ = read(rows)
    assert [warning.code for warning in document.warnings] == ["W13"]


def test_two_leads_are_told_apart_and_nobody_is_nobody(plan: Plan) -> None:
    leads = [row.leads for row in actions(plan)]
    assert leads[0] is not None
    assert (leads[0].as_written, leads[0].names) == (
        "Robin Quill/Jo Fenn",
        ("Robin Quill", "Jo Fenn"),
    )
    assert leads[6] is not None
    assert (leads[6].named, leads[6].names) == ("none", ())


def test_notes_are_parted_at_their_dates(plan: Plan) -> None:
    notes = actions(plan)[0].dated_notes
    assert [(note.date.raw, note.text) for note in notes] == [
        ("Feb 2025", "Sub groups met."),
        ("Apr 25", "Minutes sent."),
        ("Dec 2025", "Completed"),
    ]


def test_the_key_to_the_colours_is_kept_with_its_column(plan: Plan) -> None:
    point = actions(plan)[0].status_history[0]
    assert point.legend == "Red - Late Amber - Under way Green - Done Grey - not begun"
    assert any(cell.header == "Progress / Dec-23" for cell in actions(plan)[0].cells)


@pytest.mark.parametrize("mark", [",", ";"])
def test_commas_and_semicolons_part_cells_as_tabs_do(mark: str, plan: Plan) -> None:
    found = actions(read(rag_plan(mark)))
    assert [row.status_history for row in found] == [row.status_history for row in actions(plan)]


def test_what_is_no_single_status_is_left_for_a_person() -> None:
    document, excerpts = read("Action;Lead;RAG\nOne;A B;G/A\nTwo;C D;Green\nThree;E F;Amber")
    assert [point.status for e in excerpts for point in e.status_history] == [
        None,
        "Green",
        "Amber",
    ]
    assert document.warnings[0].sentence == 'Row 2, RAG: "G/A" is not one status. Choose one.'


def test_a_column_of_progress_in_words_holds_no_statuses() -> None:
    rows = "Action,Lead,Progress\nOne,A B,The board has met twice so far\nTwo,C D,Letters were sent"
    _, excerpts = read(rows)
    assert [e.status_history for e in excerpts] == [(), ()]


def test_a_separator_that_is_named_is_used() -> None:
    _, excerpts = read("sep=|\nAction|Lead\nOne|Jo Fenn")
    assert (excerpts[0].ref, excerpts[0].text) == ("row 3", "One | Jo Fenn")


def test_a_cell_may_run_over_lines_and_begin_with_any_sign() -> None:
    _, excerpts = read('Action,Lead\n"One\nand more",=1+1\nTwo,-x')
    assert [c.value for c in excerpts[0].cells] == ["One\nand more", "=1+1"]


def test_prose_with_commas_is_no_table() -> None:
    _, excerpts = read("Families, schools and clinics met.\nWaits, however, grew, and grew.")
    assert {e.shape for e in excerpts} == {"paragraph"}


def test_a_table_without_a_header_loses_no_row() -> None:
    _, excerpts = read("1;2;3\n4;5;6\n7;8;9")
    assert [e.text for e in excerpts] == ["1 | 2 | 3", "4 | 5 | 6", "7 | 8 | 9"]


def test_a_row_with_one_cell_heads_what_follows() -> None:
    _, excerpts = read(
        "Action,Lead,Due\nTheme one,,\nOne,A B,May\nTwo,C D,June\nTheme two,,\nThree,E F,July"
    )
    assert [e.heading_path for e in excerpts if e.shape == "table_row"] == [
        ("Theme one",),
        ("Theme one",),
        ("Theme two",),
    ]


def test_a_table_of_nothing_but_headers_is_kept_as_words() -> None:
    _, excerpts = read("Action,Lead\nAction,Lead")
    assert [e.text for e in excerpts] == ["Action | Lead", "Action | Lead"]
