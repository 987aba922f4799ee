"""The first and last pages of the pack that is sent before the session."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from accessibility.invitations import invitation
from accessibility.item_views import levels
from accessibility.views import empty_view

from maturity.judgement.view import AimView, LastDissentView, LastView
from maturity.report.blocks import Block, Heading, ListBlock, Table, spans_of
from maturity.report.sections.preread import about, families_page, last_time, to_bring


def _text(blocks: Iterable[Block]) -> str:
    return " ".join(span.text for span in spans_of(blocks))


def test_the_first_page_says_what_it_is_where_to_come_and_what_is_kept() -> None:
    text = _text(about(invitation()))
    for said in (
        "It is not an inspection, not a survey and not a draft of the answers",
        "Date: 12 March 2026.",
        "Starts: half past nine.",
        "Place: The Guildhall.",
        "How to join: Ask the forum for the link.",
        "Length: 210 minutes.",
        "Opening, 30 minutes",
        "Then 7 questions, about 20 minutes each",
        "A break of 15 minutes after Leadership.",
        "Closing, 25 minutes",
        "How we vote: by card",
        "A different view is kept in your words, by group and not by name.",
        "in the SEND Improvement Board's paper only",
        "Do not name or describe a child.",
    ):
        assert said in text


def test_what_nobody_typed_is_not_made_up() -> None:
    bare = replace(invitation(), place="", starts="", joining="")
    bare = replace(bare, run=replace(bare.run, breaks=(), each=0))
    shown = bare.shown
    nameless = replace(bare, shown=replace(shown, session=replace(shown.session, date="")))
    text = _text(about(nameless))
    assert "Date: not set yet." in text
    assert "7 questions: we read it" in text
    for word in ("Starts", "Place", "How to join", "A break"):
        assert word not in text


def test_what_to_bring_is_as_typed_else_ours() -> None:
    text = _text(to_bring(invitation()))
    assert "This pack." in text
    assert "last time" not in text
    last = LastView("", "", "not-reached", None, "Not reached", "", None, (), "kept")
    again = _text(to_bring(replace(invitation(), last={"p0": last})))
    assert "What has changed since last time." in again
    own = invitation()
    page = replace(own.shown.page, bring=("A letter that you sent.",))
    own = replace(own, shown=replace(own.shown, page=page))
    text = _text(to_bring(own))
    assert "A letter that you sent." in text
    assert "This pack." not in text


def test_families_read_the_questions_in_plain_words_on_a_page_of_their_own() -> None:
    view = invitation()
    first, *rest = view.shown.items
    plain = replace(first, families="Do the people in charge work as one team?")
    view = replace(view, shown=replace(view.shown, items=(plain, *rest)))
    heading, _, questions = families_page(view)
    assert isinstance(heading, Heading)
    assert heading.new_page
    assert isinstance(questions, ListBlock)
    assert len(questions.items) == len(view.shown.items)
    assert questions.items[0][0].text == "Do the people in charge work as one team?"
    assert questions.items[1][0].text == rest[0].question


def test_without_items_families_are_told() -> None:
    view = replace(invitation(), shown=empty_view(0))
    assert "There are no questions yet." in _text(families_page(view))


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        (None, "None recorded"),
        (AimView(None, ""), "None recorded"),
        (AimView(None, "Answer in a week."), "Answer in a week."),
        (AimView(levels(3)[2], "Answer in a week."), "Maturing: Answer in a week."),
    ],
)
def test_last_time_has_its_level_its_aim_and_how_many_differed(
    aim: AimView | None, words: str
) -> None:
    level = levels(3)[0]
    view = LastDissentView("", "", "", "", "noted")
    last = LastView("", "2025-03-01", "", level, level.label, "", aim, (view, view), "kept")
    other = LastView("", "", "not-reached", None, "Not reached", "", aim, (), "kept")
    blocks = last_time(replace(invitation(), last={"p0": last, "p1": other}))
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert table.rows[0][2:] == (table.rows[1][2], table.rows[0][3])
    assert "".join(one.text for one in table.rows[0][2] if one) == words  # type: ignore[union-attr]
    text = repr(table.rows)
    assert "2 with no answer yet" in text
    assert "None is left unanswered" in text
    assert "Not reached" in text
    assert "Last time was 1 March 2025." in _text(blocks)


def test_no_last_time_is_no_page() -> None:
    assert last_time(invitation()) == ()
