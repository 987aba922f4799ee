from dataclasses import replace

import pytest
from accessibility.item_views import item, levels, rated
from accessibility.views import full_view
from hypothesis import given
from hypothesis import strategies as st

from maturity.report.blocks import LevelMark, ListBlock, Paragraph, Span, spans_of
from maturity.report.phrases import (
    action_said,
    counted,
    dated,
    due_words,
    first_sentence,
    item_name,
    joined,
    level_cell,
    level_label,
    level_words,
    listed,
    owners_said,
    plain,
    prose,
    rating_cell,
    who_inside,
    word_count,
    words,
)
from maturity.text import clean

_TYPED = st.text(max_size=200).map(clean)


@given(_TYPED)
def test_no_word_of_typed_text_is_lost_in_prose(typed: str) -> None:
    said = " ".join(span.text for span in spans_of(prose(typed, "Nothing.")))
    letters = [word for word in typed.split() if word.isalpha() and len(word) > 1]
    assert all(word in said for word in letters)


def test_prose_makes_paragraphs_and_lists() -> None:
    blocks = prose("Before.\n\n- one\n- two\n3. three\n\nAfter.", "Nothing.")
    assert blocks == (
        Paragraph(words("Before.")),
        ListBlock("bullet", (words("one"), words("two"))),
        ListBlock("number", (words("three"),)),
        Paragraph(words("After.")),
    )


def test_nothing_typed_is_said_in_words() -> None:
    assert prose(" \n ", "Nothing.") == (Paragraph(words("Nothing.")),)
    assert plain(" ", "Not said") == (Span("Not said"),)
    assert listed("bullet", (), "None recorded.") == Paragraph(words("None recorded."))


def test_owners_who_share_a_label_are_named_by_it_once() -> None:
    assert owners_said(("A named person", "SENCO", "A named person")) == "A named person and SENCO"
    assert owners_said(()) == "No owner"


def test_an_action_in_a_list_says_whose_it_is_and_when_it_is_due() -> None:
    action = full_view().actions[0]
    said = "Finish the charter with the forum and publish it. Owner: Forum co-chair and AQ."
    assert action_said(action) == f"{said} Due 16 April 2026 (next board)."
    bare = replace(action, owners=(), due="", due_on="")
    assert action_said(bare).endswith("publish it. No owner. No date.")


def test_a_role_inside_a_line_begins_small_and_a_name_does_not() -> None:
    assert who_inside("A council officer") == "a council officer"
    assert who_inside("Parent carers") == "Parent carers"
    assert who_inside("SENCOs") == "SENCOs"


def test_a_typed_mark_is_not_printed_beside_the_lists_own() -> None:
    assert listed("bullet", ("- one", "two\nlines"), "") == ListBlock(
        "bullet", (words("one"), words("two lines"))
    )


@pytest.mark.parametrize(
    ("typed", "shown", "has_more"),
    [
        ("One. Two.", "One.", True),
        ("One.", "One.", False),
        ("No end", "No end", False),
        ("Is it 3.5 or more? Yes.", "Is it 3.5 or more?", True),
        ("", "", False),
    ],
)
def test_the_first_sentence_stands_alone(typed: str, shown: str, *, has_more: bool) -> None:
    assert first_sentence(typed) == (shown, has_more)


def test_a_first_sentence_of_any_length_is_never_cut() -> None:
    long = "word " * 40 + "end. More."
    assert first_sentence(long) == (long, False)


def test_numbers_and_lists_read_as_english() -> None:
    assert counted(1, "action") == "1 action"
    assert counted(0, "person", "people") == "0 people"
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert word_count(prose("one two\n\nthree", "")) == 3


def test_a_date_is_said_and_keeps_the_words_it_was_typed_in() -> None:
    assert dated("2026-04-16") == "16 April 2026"
    assert dated(None) == "No date"
    assert due_words("", "") == "No date"
    assert due_words("next board", "") == "next board"
    assert due_words("next board", "2026-04-16") == "16 April 2026 (next board)"
    assert due_words("16 April 2026", "2026-04-16") == "16 April 2026"


def test_a_rating_is_a_level_only_where_it_is_settled() -> None:
    one = rated(1, 3)
    assert rating_cell(one) == LevelMark("Developing", 2, 3, 1)
    assert level_words(one) == "Developing ●●○"
    assert level_label(one) == "Developing"
    assert level_words(replace(one, parked="")) == "Not settled"
    contested = replace(one, rating=replace(one.rating, state="contested"))
    assert level_words(contested) == "Contested"
    assert level_words(item(0, 3)) == "Not rated"


def test_a_scale_of_one_level_has_no_dots() -> None:
    assert level_cell(levels(1)[0]) == words("Emerging")


def test_a_pillar_goes_by_its_title_and_a_criterion_by_its_code_too() -> None:
    assert item_name(item(0, 3)) == "Leadership and partnership"
    assert item_name(replace(item(0, 3), kind="criterion", code="1.2")).startswith("1.2 ")
