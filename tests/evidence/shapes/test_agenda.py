"""The parts of minutes, by their labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import read
from maturity.evidence.shapes.agenda import lists_people, says_after_label


@pytest.mark.parametrize("label", ["Present:", "Attendees", "In attendance -", "1. Apologies"])
def test_people_are_listed_below_these_labels(label: str) -> None:
    assert lists_people(label)


@pytest.mark.parametrize("line", ["Present day practice", "Decisions:", "Actions were agreed", ""])
def test_people_are_not_listed_below_these_lines(line: str) -> None:
    assert not lists_people(line)


def test_a_label_may_go_on_in_its_line() -> None:
    assert says_after_label("Action: Jo to write")
    assert not says_after_label("Actions:")
    assert not says_after_label("Actions speak louder than words")


@pytest.mark.parametrize("label", ["Decision", "Decisions", "Resolved", "DECISIONS MADE"])
@pytest.mark.parametrize("end", [":", " -", " \u2013", ""])
def test_a_label_may_be_singular_or_plural_and_end_in_any_way(label: str, end: str) -> None:
    document, _ = read(f"<h2>1. Plans</h2><p><b>{label}{end}</b></p><ul><li>Agreed.</li></ul>")
    assert [(d.text, d.agenda_item) for d in document.decisions] == [("Agreed.", "1. Plans")]


@given(st.text(max_size=80))
def test_any_line_has_a_label_or_none(line: str) -> None:
    assert says_after_label(line) in {True, False}
