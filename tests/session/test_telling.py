"""What a line of the record is about, in words."""

from dataclasses import replace

import pytest

from builders import tiny
from maturity.session.telling import told, told_together
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
        (("pillar", "one", "parked"), "parking of First"),
        (("pillar", "one", "discussed"), "word that there was no talk on First"),
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


def test_one_action_is_told_with_every_item_it_touched() -> None:
    votes = [an_event(1, ("pillar", name, "rounds"), op="add") for name in ("one", "two")]
    comment = an_event(2, ("pillar", "one", "notes"), op="add")
    assert told_together(votes, tiny()) == "vote of First and Second things"
    said = told_together([votes[0], comment, votes[1]], tiny())
    assert said == "vote of First and Second things; note of First"
    many = [an_event(1, ("pillar", f"gone-{n}", "rounds"), op="add") for n in range(5)]
    assert told_together(many, tiny()) == "vote of gone-0, gone-1, gone-2 and 2 more"


def test_a_rating_speaks_for_what_was_set_with_it() -> None:
    ats = [("pillar", "one", name) for name in ("rating", "because", "confidence")]
    assert told_together([an_event(1, at) for at in ats], tiny()) == "rating of First"


def test_a_withdrawal_is_told_as_one_whichever_way_it_goes() -> None:
    at = ("pillar", "one", "dissent", "a.1")
    words = an_event(1, (*at, "reason"), old="No.")
    status = an_event(2, (*at, "status"), "withdrawn", old="open")
    back = an_event(3, (*at, "status"), "open", old="withdrawn")
    for events in ([words, status], [back, words]):
        assert told_together(events, tiny()) == "withdrawal of a different view on First"
    assert told_together([words], tiny()) == "different view on First"
