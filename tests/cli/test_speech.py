"""What a command says, and that no terminal obeys it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.cli.speech import described, say, say_json, tell_cleaning, warn


def test_a_warning_begins_with_one_short_line(capsys: pytest.CaptureFixture[str]) -> None:
    warn("No such item. Items here: one, two. Type more.")
    warn("No setting. maturity set SESSION lists them.")
    warn("bad.toml:9:8: F116 no. Mend\n   it. So.")
    assert capsys.readouterr().err == (
        "No such item.\nItems here: one, two. Type more.\n"
        "No setting.\nmaturity set SESSION lists them.\n"
        "bad.toml:9:8: F116 no. Mend\n   it. So.\n"
    )


@given(st.text())
def test_no_text_reaches_the_terminal_with_its_power(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        said: list[str] = []
        patch.setattr("click.echo", lambda words, **_kinds: said.append(words))
        say(text)
        warn(text)
    assert not set("".join(said)) & {"\x1b", "\x07", "\x9b", "\u202e", "\u200b", "\r"}


def test_json_keeps_letters_and_is_read_back(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"text": "Cañada 😀"})
    out = capsys.readouterr().out
    assert "Cañada 😀" in out
    assert json.loads(out) == {"text": "Cañada 😀"}


def test_what_was_taken_out_is_told_once_for_all_texts(capsys: pytest.CaptureFixture[str]) -> None:
    tell_cleaning(["a\x07", ("b\u200b", "c\u200b"), None, 7, True])
    assert capsys.readouterr().err == "Took out 1 control character and 2 hidden characters.\n"
    tell_cleaning(["plain", ("words",)])
    assert capsys.readouterr().err == ""


def test_an_example_stands_on_lines_of_its_own() -> None:
    assert described("What for.", "one", "two") == "What for.\n\n\b\nExample:\n  one\n  two"
