"""A name is found however it is typed, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.words.names import Names


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Aoife O'Neil", "Aoife O\u2019Neil"),
        ("Aoife O\u2019Neil", "aoife o`neil"),
        ("Aoife O'Neil", "Aoife ONeil"),
        ("Ann Smith-Jones", "Ann Smith\u2011Jones"),
        ("Ann Smith-Jones", "Ann Smith Jones"),
        ("Zo\u00eb Reed", "Zoe Reed"),
        ("Zoe Reed", "ZO\u00cb  Reed"),
        ("Zoe Reed", "Zoe\u00a0Reed"),
        ("(A) [b] Reed", "(a) [B] reed"),
    ],
)
def test_a_name_is_found_however_it_is_typed(name: str, typed: str) -> None:
    names = Names((name, "Somebody Else"))
    assert names.search(f"\u00c9t\u00e9: {typed}\u2019s words")
    assert (
        names.sub("-", f"\u00c9t\u00e9: {typed}\u2019s, {typed}!") == "\u00c9t\u00e9: -\u2019s, -!"
    )


@pytest.mark.parametrize("typed", ["Aoife ONeal", "Aoife O Neil", "Aoife", "Neil", "AoifeO'Neil"])
def test_another_name_is_another(typed: str) -> None:
    names = Names(["Aoife O'Neil"])
    assert not names.search(typed)
    assert names.sub("-", typed) == typed


def test_no_name_is_nowhere() -> None:
    for names in (Names(()), Names(["", "  ", "'", "- '"])):
        assert not names.search("Words.")
        assert names.sub("-", "Words.") == "Words."


def test_the_longer_of_two_names_goes_first() -> None:
    assert Names(("Bo Fenn", "Bo Fenn Smith")).sub("-", "Bo Fenn Smith, Bo Fenn") == "-, -"


@given(st.text(min_size=1, max_size=30).filter(lambda name: any(map(str.isalnum, name))))
def test_any_name_is_found_as_it_was_typed(name: str) -> None:
    assert Names([name]).sub("", f". {' '.join(name.split())} .") == ".  ."
