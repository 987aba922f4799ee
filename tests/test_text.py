"""The gate: what leaves it is safe to draw, to write as XML and to read aloud."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.text import CAP, TextTooLong, clean, clean_line, inspect, slug

ANY_TEXT = st.text(alphabet=st.characters())


@given(ANY_TEXT)
def test_a_second_pass_changes_nothing(raw: str) -> None:
    once = inspect(raw).text
    assert inspect(once).text == once
    assert inspect(once).notice is None


@given(ANY_TEXT)
def test_no_forbidden_character_is_left(raw: str) -> None:
    for character in inspect(raw).text:
        category = unicodedata.category(character)
        assert category not in {"Cs", "Co"}
        assert category != "Cc" or character in "\n\t"
        assert character not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200f\ufeff"


@pytest.mark.parametrize(
    "unseen", ["\u00ad\u034f\u061c\u115f\u1160", "\u17b4\u17b5\u180e\u200b\ufeff", "\x1b\x7f\ue000"]
)
def test_what_cannot_be_seen_goes_out_of_every_text(unseen: str) -> None:
    for character in unseen:
        assert inspect(f"caf\u00e9{character}\nopen").text == "caf\u00e9\nopen"


@given(st.text(alphabet="ab\n\t\r \u00e9e\u0301\u2028\u034f\u1160\u00a0\u200b"))
def test_a_text_that_is_left_alone_is_composed_and_has_plain_line_ends(raw: str) -> None:
    text = inspect(raw).text
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\r\u2028\u034f\u1160\u200b")


@given(ANY_TEXT)
def test_cleaned_text_can_be_encoded_and_is_composed(raw: str) -> None:
    text = inspect(raw).text
    text.encode("utf-8")
    assert unicodedata.is_normalized("NFC", text)


@given(ANY_TEXT)
def test_a_line_has_no_line_ends_and_no_double_spaces(raw: str) -> None:
    line = clean_line(raw)
    assert "\n" not in line
    assert "  " not in line
    assert line == line.strip()


def test_what_was_taken_out_is_said() -> None:
    found = inspect("a\x1b]0;title\x07b\u202ec\u200b")
    assert found.text == "a]0;titlebc"
    assert found.notice == "Took out 2 control characters and 2 hidden characters."


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one_kind(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_a_text_over_the_cap_says_by_how_much() -> None:
    with pytest.raises(TextTooLong, match="20,001 characters") as caught:
        clean("x" * (CAP + 1))
    assert caught.value.over == 1
    assert clean("x" * CAP) == "x" * CAP


@given(ANY_TEXT)
def test_a_slug_is_always_a_legal_name(title: str) -> None:
    name = slug(title)
    assert name
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) <= 60


def test_a_slug_keeps_the_words() -> None:
    assert slug("Cañada & Sons' area, spring 2026") == "canada-sons-area-spring-2026"
    assert slug("\u6771\u4eac") == "session"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "session-con"),
        ("aux", "session-aux"),
        ("NUL.", "session-nul"),
        ("Com1", "session-com1"),
        ("LPT\u00b9", "session-lpt1"),
        ("Con, 2026", "con-2026"),
        ("Auxiliary.", "auxiliary"),
    ],
)
def test_a_slug_is_no_name_that_windows_keeps_for_a_device(title: str, name: str) -> None:
    assert slug(title) == name
