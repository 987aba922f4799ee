"""What a line of the record is about, in words."""

from dataclasses import replace

import pytest

from builders import tiny
from maturity.session.telling import told
from session.test_fold import an_event


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (("pillar", "one", "rating"), "rating of First"),
        (("pillar", "two", "next_step"), "next step of Second things"),
        (("pillar", "one", "rounds"), "vote of First"),
        (
            ("pillar", "one", "rounds", "a.1", "revealed"),
            "reveal of the votes gathered before on First",
        ),
        (("pillar", "one", "notes", "a.1", "text"), "note of First"),
        (("pillar", "one", "answers", "family-gap"), "answer to a prompt of First"),
        (("criterion", "lens", "seen"), "seen of A lens"),
        (("pillar", "gone", "rating"), "rating of gone"),
        (("people", "a.1", "role"), "roll call"),
        (("settings", "house.board"), "setting"),
        ((), "test"),
    ],
)
def test_a_line_is_told_by_what_it_changed(at: tuple[str, ...], words: str) -> None:
    assert told(an_event(1, at), tiny()) == words


def test_a_document_that_was_read_is_told_as_one_and_its_facts_as_facts() -> None:
    at = ("documents", "ab")
    assert told(replace(an_event(1, at), op="import"), tiny()) == "document"
    assert told(an_event(1, (*at, "kind")), tiny()) == "facts of a document"
