"""Words are found as people expect it: whole, and however they are written."""

import json
import time
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
    ("Fi Griffith", "\ufb01 gri\ufb03th"),
    ("Griffith", "Gri\ufb00ith"),
    ("Stan", "\ufb06an"),
    ("Zoe", "\uff3a\uff2f\uff25"),
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


def test_what_is_unseen_between_letters_hides_nothing() -> None:
    raw = "one\nZo\u200b\u00eb O'\u00adBrien\ntwo".encode()
    assert Words("Zo\u00eb O'Brien").without_lines(raw, "[gone]") == b"one\n[gone]\ntwo"


CUT_OFF = [
    '{"new":{"text":"Mother of Zo\u00eb O\u2019Br',
    '{"new":{"text":"Mother of ZO\u00cb',
    '{"new":{"text":"Mother of Zoe\u0308\\nO',
]


@pytest.mark.parametrize("text", CUT_OFF)
def test_a_line_that_was_cut_off_within_the_words_goes(text: str) -> None:
    found = Words("Zo\u00eb O'Brien")
    raw = f"kept\n{text}".encode()
    assert found.stand_in_bytes(raw)
    assert found.without_lines(raw, "[gone]") == b"kept\n[gone]"
    assert found.stand_in_bytes(b'{"text":"Zo\xc3\xab O\'Brien'[:-2] + b"\xc3")
    ended = f"{text} ran\n".encode()
    assert found.without_lines(ended, "[gone]") == ended


def test_a_line_that_was_cut_off_within_an_escape_goes() -> None:
    found = Words("Zo\u00eb O'Brien")
    cut = json.dumps("Zo\u00eb O\u2019Brien")[:-8]
    assert cut.endswith("\\u20")
    assert found.stand_in_bytes(cut.encode())


@pytest.mark.parametrize("text", ["of Zo", "of AZo\u00eb O", "of Zo\u00eb O'Br, and"])
def test_what_may_be_any_other_word_is_no_half_of_the_words(text: str) -> None:
    assert not Words("Zo\u00eb O'Brien").stand_in_bytes(text.encode())


def test_long_words_are_looked_for_in_no_time() -> None:
    found = Words("ab " * 6000)
    began = time.process_time()
    assert found.stand_in_bytes(b"x ab " + b"ab " * 3000 + b"a")
    assert not found.stand_in_bytes(b"x " + b"cab " * 9000)
    assert time.process_time() - began < 2


NAMED = [
    ("Zo\u00eb O'Brien", "zoe-obrien-plan-4a8adf"),
    ("Zo\u00eb O\u2019Brien", "exports/2026-zoe-obrien.docx"),
    ("Jo Lee", "jo_lee.docx"),
    ("\u0645\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f.docx"),
]


@pytest.mark.parametrize(("words", "name"), NAMED)
def test_words_are_found_in_a_name_as_the_program_writes_those(words: str, name: str) -> None:
    assert Words(words).stand_in_name(name)
    assert not Words(words).stand_in_name("session-northmere.docx")
    assert not Words(words).stand_in_name("zoe-obriens-lee.docx")
