from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from maturity.framework.values import (
    LIST_CAP,
    Date,
    Flag,
    Line,
    Lines,
    ReadOnly,
    Short,
    Statements,
    Text,
    nothing,
)


def reads(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        reads(kind, value)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize(
    ("kind", "value", "why"),
    [
        (Line, "", "empty"),
        (Line, " \u200b ", "empty"),
        (Line, "x" * 201, "too_long"),
        (Line, "a\nb", "not_one_line"),
        (Line, 1.0, "string_type"),
        (Line, True, "string_type"),
        (Short, "x" * 17, "too_long"),
        (Text, "x" * 20_001, "too_long"),
        (Flag, 1, "bool_type"),
        (Flag, "yes", "bool_type"),
        (Date, "2026-01-01", "date_type"),
        (Date, 20260101, "date_type"),
        (Lines, "one", "tuple_type"),
        (Lines, ["x"] * (LIST_CAP + 1), "too_long"),
        (Statements, ["one"], "too_few"),
        (Statements, 3, "string_type"),
        (Statements, ["one", 2], "string_type"),
        (Statements, ["one", "two\nlines"], "not_one_line"),
        (Statements, ["one", "x" * 201], "too_long"),
    ],
)
def test_a_value_of_another_kind_is_refused_by_name(kind: Any, value: Any, why: str) -> None:
    assert refusal(kind, value) == why


def test_a_text_is_a_list_of_one_statement() -> None:
    assert reads(Statements, "One.\n\n- two") == ("One.\n\n- two",)
    assert reads(Statements, ["one", "two"]) == ("one", "two")


def test_what_fits_exactly_is_kept() -> None:
    assert reads(Line, "x" * 200) == "x" * 200
    assert reads(Line, "  padded\n") == "padded"


def test_tables_cannot_be_changed_afterwards() -> None:
    table: Mapping[str, str] = reads(ReadOnly[Line], {"a": "b"})
    for each in (table, nothing()):
        with pytest.raises(TypeError):
            each["a"] = "c"  # type: ignore[index]  # the point of the test
    assert table == {"a": "b"}


@given(st.text())
def test_what_is_read_once_is_read_the_same_again(raw: str) -> None:
    try:
        once = reads(Text, raw)
    except ValidationError:
        return
    assert reads(Text, once) == once
