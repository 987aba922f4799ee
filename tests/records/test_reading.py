"""Plain reading beside pydantic: wherever it is sure, both say the same."""

import datetime as dt
import subprocess
import sys
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from maturity.evidence import model as evidence
from maturity.framework import model, values
from maturity.records.reading import After, Before, Bounds, adapter, first_fault, read, reader_of
from maturity.session import parts
from maturity.session.kinds import KINDS
from maturity.session.state import SessionState


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


Few = Annotated[int, Bounds(strict=True, ge=1, le=3)]
Shout = Annotated[str, Before(_stripped), After(str.upper), Bounds(max_length=4)]
HINTS = (
    str,
    bool,
    dt.date,
    Few,
    Shout,
    Literal["one", "two"],
    Few | None,
    bool | Shout,
    tuple[Few, ...],
    tuple[str, int],
    Mapping[str, Few],
    list[int],
    values.Line,
    values.Text,
    values.Date,
    values.Statements,
    values.ReadOnly[values.Short],
    parts.IsoDate,
    parts.IsoTime,
    parts.Entries[model.Tag],
    model.Level,
    model.Agenda,
    evidence.Excerpt,
    evidence.WrittenDate,
    evidence.StatusPoint,
    *(kind.value for kind in KINDS),
)

_PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 12_000),
    st.dates(),
    st.text(max_size=5),
    st.sampled_from(
        ["one", "room", "provisional", "2026-03-23", "2026-03-23\n", "\ud800", "a\x1b"]
    ),
    st.floats(allow_nan=False),
)
_NAMES = st.sampled_from(
    ["id", "label", "state", "level", "text", "n", "minutes", "other", "raw", "start", "source"]
)
VALUES = st.recursive(
    _PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(_NAMES, inner, max_size=4),
        st.tuples(inner, inner),
    ),
    max_leaves=6,
)


@given(st.sampled_from(HINTS), VALUES)
def test_where_plain_reading_is_sure_pydantic_says_the_same(hint: Any, value: Any) -> None:
    try:
        plainly = reader_of(hint)(value)
    except ValueError:
        return
    slowly = adapter(hint).validate_python(value)
    assert (type(plainly), plainly) == (type(slowly), slowly)


@pytest.mark.parametrize(
    ("hint", "value", "expected"),
    [
        (Few, 3, 3),
        (Shout, " ab ", "AB"),
        (Literal["one", "two"], "two", "two"),
        (Few | None, None, None),
        (bool | Shout, True, True),
        (bool | Shout, "on", "ON"),
        (tuple[Few, ...], [1, 2], (1, 2)),
        (Mapping[str, Few], {"a": 1}, {"a": 1}),
        (dt.date, dt.date(2026, 3, 23), dt.date(2026, 3, 23)),
        (parts.IsoDate, "2026-03-23", "2026-03-23"),
        (str, "Zo\u00eb", "Zo\u00eb"),
    ],
)
def test_a_sound_value_is_read_plainly(hint: Any, value: Any, expected: Any) -> None:
    assert reader_of(hint)(value) == expected == read(hint, value)


@pytest.mark.parametrize(
    ("hint", "value", "said"),
    [
        (Few, 4, "less than or equal to 3"),
        (Few, True, "valid integer"),
        (Shout, "abcde", "at most 4"),
        (Literal["one", "two"], "three", "'one' or 'two'"),
        (parts.IsoDate, "2026-03-23\n", "match pattern"),
        (dt.date, dt.datetime(2026, 3, 23, 1, tzinfo=dt.UTC), "zero time"),
    ],
)
def test_what_is_at_fault_is_told_by_pydantic(hint: Any, value: Any, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        read(hint, value)
    at, why = first_fault(caught.value)
    assert at == ()
    assert said in why


def test_what_plain_reading_does_not_know_is_left_to_pydantic() -> None:
    assert read(tuple[str, int], ["a", 1]) == ("a", 1)
    assert read(list[int], ["1"]) == [1]
    assert read(Few | None, 2) == 2


def test_a_fault_deep_inside_is_found_by_its_path() -> None:
    table = {"pillar": {"one": {"rating": {"state": "wonderful"}}}}
    with pytest.raises(ValidationError) as caught:
        read(SessionState, table)
    assert first_fault(caught.value)[0] == ("pillar", "one", "rating", "state")


def test_a_sound_state_is_read_without_pydantic() -> None:
    look = (
        "import sys; from maturity.session.state import SessionState; "
        "SessionState.model_validate({'session': {'title': 'T'}, 'actions': "
        "[{'id': 'a.1', 'text': 'Do', 'owners': ['RN']}]}); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0
