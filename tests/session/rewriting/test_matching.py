"""Words are found as people expect it: whole, and however they are written."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.session.rewriting.matching import TooLittle, Words

FOUND = [
    ("Zo\u00eb O'Brien", "zo\u00eb o\u2019brien was here"),
    ("Zo\u00eb O'Brien", "ZOE\u0308 O'BRIEN's plan"),
    ("Zo\u00eb O\u2019Brien", "Zo\u00eb\u00a0 O`Brien."),
    ("Zo\u00eb O'Brien", "line one\nof Zo\u00eb\nO'Brien"),
    ("zo\u00eb o'brien", "Zo\u00eb_O'Brien_plan.docx"),
    ("Ann", "'Ann'"),
    ("Ann", "(ANN), said"),
    ("Ann", "Ann\u2014she said"),
    ("Ann-Marie", "ann\u2011marie"),
    ("stra\u00dfe", "STRASSE"),
    ("Jo", "\u201cJo\u201d"),
    ("1234567890", "NHS 1234567890."),
    ("a.b (c", "Then A.B (C came"),
]
NOT_FOUND = [
    ("Ann", "Annette"),
    ("Ann", "Joann"),
    ("Ann", "Ann-Marie"),
    ("Ann", "Mary-Ann"),
    ("Brien", "O'Brien"),
    ("Ann", "Anns"),
    ("Zoe", "Zo\u00eb"),
    ("Zoe", "Zoe\u0308"),
    ("123", "1234"),
]


@pytest.mark.parametrize(("words", "text"), FOUND)
def test_words_are_found_however_they_are_written(words: str, text: str) -> None:
    found = Words(words)
    assert found.stand_in(text)
    assert not found.stand_in(found.without(text, "[gone]"))
    assert "[gone]" in found.without(text, "[gone]")
    for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        raw = text.encode(encoding)
        assert found.stand_in_bytes(raw), encoding
        assert not found.stand_in_bytes(found.without_lines(raw, "[gone]")), encoding
    line = json.dumps({"text": text}).encode()
    assert found.stand_in_bytes(line)
    assert found.without_lines(line, "[gone]") == b"[gone]"


@pytest.mark.parametrize(("words", "text"), NOT_FOUND)
def test_a_part_of_a_longer_word_is_not_touched_and_counted(words: str, text: str) -> None:
    found = Words(words)
    assert not found.stand_in(text)
    assert found.without(text, "[gone]") == text
    assert found.without_lines(text.encode(), "[gone]") == text.encode()
    assert found.parts_of_longer(f"{words} and {text}") == ("\u00eb" not in text)


@pytest.mark.parametrize("words", ["", "  ", "x", "-", "''", "\u200b", "x _"])
def test_words_of_which_nobody_could_say_where_they_stand_are_refused(words: str) -> None:
    with pytest.raises(TooLittle, match="two letters or more"):
        Words(words)


def test_an_old_encoding_is_read_too() -> None:
    raw = "title = 'Zo\u00eb Lee'\nother".encode("latin-1")
    found = Words("zo\u00eb lee")
    assert found.stand_in_bytes(raw)
    assert found.without_lines(raw, "[gone]") == b"[gone]\nother"


def test_only_the_lines_with_the_words_go() -> None:
    found = Words("Jo Lee")
    raw = b"one\nJo\nLee was here\nthree \\u004ao Lee\nfour \xff\n"
    assert found.without_lines(raw, "[gone]") == b"one\n[gone]\n[gone]\n[gone]\nfour \xff\n"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_between_spaces_are_found_in_any_case_and_form(words: str, around: str) -> None:
    try:
        found = Words(words)
    except TooLittle:
        return
    clean = unicodedata.normalize("NFC", " ".join(words.split()))
    text = f"{around} , {clean} , {around}"
    if not found.stand_in(text):
        # what the gate takes out of typed words it also takes out of every text
        assert not clean.isprintable() or clean != words
        return
    assert not found.stand_in(found.without(text, "[.]"))
