"""An action typed in one line."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from maturity.judgement.view import PersonView
from maturity.text import clean_line
from maturity.tui.one_line import owners_said, understand

TODAY = date(2026, 3, 23)


def a_person(name: str, initials: str, state: str = "present") -> PersonView:
    return PersonView(name, name, initials, "", "", "", state, "", "", "", observer=False)


def test_a_whole_action_is_understood_in_one_line() -> None:
    read = understand("share waits table @RN two weeks >LAIP 3.11", TODAY, {})
    assert read.text == "share waits table"
    assert read.owners == ("RN",)
    assert (read.due, read.day) == ("two weeks", date(2026, 4, 6))
    assert read.plan == ("LAIP 3.11",)


def test_what_is_not_understood_stays_in_the_text() -> None:
    read = understand("ask whether a > b is right for the >Board", TODAY, {})
    assert read.text == "ask whether a > b is right for the >Board"
    assert (read.owners, read.due, read.plan) == ((), "", ())


def test_a_landmark_names_its_day() -> None:
    board = date(2026, 4, 16)
    read = understand("finish the charter next SIB", TODAY, {"sib": board})
    assert (read.text, read.due, read.day) == ("finish the charter", "next SIB", board)


def test_an_address_is_no_owner() -> None:
    assert understand("write to a@b.org", TODAY, {}).owners == ()


@given(st.text(max_size=200))
@example("@0,")
@example("@0\U00018cd6")
def test_no_word_is_made_up_that_was_not_typed(typed: str) -> None:
    read = understand(typed, TODAY, {})
    for word in read.text.split():
        assert word in clean_line(typed).split()


def test_two_people_with_the_same_initials_are_both_offered() -> None:
    people = (a_person("Ash Brown", "AB"), a_person("Ann Bell", "AB", "apologies"))
    assert owners_said(("AB",), people) == ("AB (two or more: Ash Brown, Ann Bell)",)


def test_an_absent_owner_is_taken_and_marked() -> None:
    people = (a_person("Ann Bell", "AB", "apologies"),)
    assert owners_said(("ab", "Zed"), people) == (
        "ab (Ann Bell, not here)",
        "Zed (not on the register)",
    )
