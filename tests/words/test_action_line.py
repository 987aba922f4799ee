"""One typed line becomes an action, and no word of it is lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from maturity.words.action_line import read_action
from maturity.words.dates import due_date

TODAY = date(2026, 3, 23)


def _due(words: str) -> date | None:
    return due_date(words, TODAY)


def test_the_whole_line_is_understood() -> None:
    read = read_action("share waits table @RN two weeks >LAIP 3.11", _due)
    assert (read.text, read.owners, read.plan) == ("share waits table", ("RN",), "LAIP 3.11")
    assert (read.due, read.due_on) == ("two weeks", date(2026, 4, 6))


def test_what_is_not_understood_stays_in_the_text() -> None:
    read = read_action("ask the forum about buses", _due)
    assert (read.text, read.owners, read.due, read.plan) == (
        "ask the forum about buses",
        (),
        "",
        "",
    )


def test_two_owners_and_a_name_in_quotes() -> None:
    read = read_action('write to schools @RN @"Ash Reed"', _due)
    assert read.owners == ("RN", "Ash Reed")


@given(st.text(alphabet='ab @>"6 April', max_size=40))
def test_no_word_is_lost(typed: str) -> None:
    read = read_action(typed, _due)
    kept = "".join([read.text, *read.owners, read.due, read.plan])
    for mark in '@>" ':
        typed, kept = typed.replace(mark, ""), kept.replace(mark, "")
    assert sorted(kept) == sorted(typed)


def test_a_word_that_makes_another_day_of_a_date_keeps_it_in_the_text() -> None:
    for said in ("next term", "next spring term", "every term"):
        read = read_action(f"publish the waits {said} @DE", _due)
        assert (read.text, read.due_on) == (f"publish the waits {said}", None), said
