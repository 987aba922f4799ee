"""What cannot be seen in a framework's texts is told, with its place and what to do."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.framework.checking import check
from maturity.text import inspect
from maturity.tomlfile import render

NORTHMERE = (Path(__file__).parent / "data" / "northmere.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("\\u202E", "U+202E right-to-left override"),
        ("\u202e", "U+202E right-to-left override"),
        ("\\U0000202e", "U+202E right-to-left override"),
        ("\\u001b", "U+001B control character"),
        ("\\u200B", "U+200B zero width space"),
    ],
)
def test_a_character_that_cannot_be_seen_is_pointed_at(written: str, named: str) -> None:
    (told,) = check(NORTHMERE.replace("Clear roles", f"Clear {written}roles", 1).encode(), "n.toml")
    line = NORTHMERE[: NORTHMERE.index("Clear roles")].count("\n") + 1
    column = NORTHMERE.splitlines()[line - 1].index("Clear roles") + len("Clear ") + 1
    assert (told.code, told.severity, told.line, told.column) == ("F103", "warning", line, column)
    assert told.what == f"a character in this text cannot be seen: {named}."
    assert told.mend == "delete it: it is left out when the framework is used."
    assert told.where == 'in criterion "roles"'
    assert inspect(render(told)).invisible == 0


def test_several_in_one_text_are_one_message() -> None:
    raw = NORTHMERE.replace("Clear roles", "\u200bClear\u200b \u202eroles\u202c\u2066", 1).encode()
    (told,) = check(raw, "n.toml")
    assert told.what.startswith("5 characters in this text cannot be seen: U+200B zero width space")
    assert told.what.endswith(" and more.")


def test_a_framework_may_say_that_it_means_them() -> None:
    raw = NORTHMERE.replace("Clear roles", "Clear \u202eroles", 1)
    raw = raw.replace("[framework]\n", '[framework]\nallow = ["F103"]\n', 1)
    assert check(raw.encode(), "n.toml") == ()


@given(st.text(st.characters(blacklist_characters='"\\', blacklist_categories=("Cc", "Cs"))))
def test_a_text_that_the_gate_leaves_as_it_is_is_not_told(text: str) -> None:
    kept = inspect(text).text
    raw = NORTHMERE.replace("Clear roles", f"Clear roles {kept}", 1).encode()
    assert [each for each in check(raw, "n.toml") if each.code == "F103"] == []
