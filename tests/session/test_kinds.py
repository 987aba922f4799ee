"""The table of paths: what may stand where, put in and taken out, and written as tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_change, a_text
from maturity.session.kinds import (
    KINDS,
    BadValue,
    Fresh,
    is_collection,
    kind_of,
    plain,
    put,
    take,
    validated,
)
from maturity.session.parts import Part
from maturity.session.state import Facts, ItemState, SessionState


def test_every_field_of_the_state_is_in_the_table_once() -> None:
    patterns = [kind.pattern for kind in KINDS]
    assert len(patterns) == len(set(patterns))
    assert ("pillar", "*", "rating") in patterns
    assert ("pillar", "*", "rounds", "*", "groups", "*") in patterns
    assert ("settings", "*") in patterns
    assert not any(pattern[0] == "framework" for pattern in patterns)


@pytest.mark.parametrize("path", [(), ("nobody",), ("pillar", "one"), ("pillar", "one", "x", "y")])
def test_a_path_that_no_session_has_is_named(path: tuple[str, ...]) -> None:
    with pytest.raises(BadValue, match="nothing called"):
        kind_of(path)


def test_a_pillar_and_a_criterion_of_one_name_are_two_things() -> None:
    state = put(SessionState(), ("pillar", "x", "because"), "one")
    state = put(state, ("criterion", "x", "because"), "two")
    assert take(state, ("pillar", "x", "because")) == "one"
    assert take(state, ("criterion", "x", "because")) == "two"


@given(a_change())
def test_what_is_put_is_what_is_taken(change: tuple[tuple[str, ...], object]) -> None:
    path, raw = change
    value = validated(path, raw)
    state = put(SessionState(), path, value)
    assert take(state, path) == value
    assert put(put(state, path, None), path, value) == state


@given(a_change())
def test_taking_away_what_was_put_leaves_the_state_as_it_was(
    change: tuple[tuple[str, ...], object],
) -> None:
    path, raw = change
    state = put(SessionState(), path, validated(path, raw))
    assert put(state, path, None) == SessionState()


@pytest.mark.parametrize("branch", [ItemState, Facts])
def test_every_register_of_a_branch_is_empty_by_default(branch: type[Part]) -> None:
    assert all(not field.default() for field in branch.model_fields.values())
    assert not any(field.default() is False for field in branch.model_fields.values())


@given(st.lists(a_change(), max_size=12))
def test_what_is_put_leaves_the_state_before_it_as_it_was(
    changes: list[tuple[tuple[str, ...], object]],
) -> None:
    states, tables = [SessionState()], [plain(SessionState())]
    for path, raw in changes:
        states.append(put(states[-1], path, validated(path, raw)))
        tables.append(plain(states[-1]))
    assert list(map(plain, states)) == tables


@given(st.lists(a_change(), max_size=12))
def test_what_is_put_in_one_go_is_what_is_put_one_by_one(
    changes: list[tuple[tuple[str, ...], object]],
) -> None:
    one_by_one = in_one_go = SessionState()
    fresh = Fresh()
    for path, raw in (*changes, *((path, None) for path, _ in changes)):
        value = None if raw is None else validated(path, raw)
        one_by_one = put(one_by_one, path, value)
        in_one_go = put(in_one_go, path, value, fresh)
        assert in_one_go == one_by_one


@given(st.lists(a_change(), max_size=12))
def test_a_state_written_as_tables_reads_back_the_same(
    changes: list[tuple[tuple[str, ...], object]],
) -> None:
    state = SessionState()
    for path, raw in changes:
        state = put(state, path, validated(path, raw))
    tables = plain(state)
    again = SessionState.model_validate(tables)
    assert again == state
    assert plain(again) == tables


@given(a_text())
def test_text_passes_the_gate_once_and_for_all(text: str) -> None:
    kept = validated(("pillar", "one", "because"), text)
    assert validated(("pillar", "one", "because"), kept) == kept
    kept.encode("utf-8")
    assert "\r" not in kept
    assert "\x1b" not in kept


def test_a_value_of_the_wrong_kind_says_where_and_why() -> None:
    with pytest.raises(BadValue, match="pillar/one/confidence: Input should be 'low'"):
        validated(("pillar", "one", "confidence"), "certain")
    with pytest.raises(BadValue, match="people/name"):
        validated(("people",), {})
    with pytest.raises(BadValue, match="at most 20000"):
        validated(("pillar", "one", "because"), "x" * 20_001)


@pytest.mark.parametrize("value", [1.5, float("nan"), float("inf"), -1, 2**70, "3", True])
def test_a_count_is_a_whole_number_within_reason(value: object) -> None:
    with pytest.raises(BadValue):
        validated(("session", "minutes"), value)


def test_a_day_is_written_in_plain_digits() -> None:
    assert validated(("session", "date"), "2026-03-23") == "2026-03-23"
    with pytest.raises(BadValue):
        validated(("session", "date"), "\u0662\u0660\u0662\u0666-03-23")


def test_a_document_may_be_larger_than_a_megabyte() -> None:
    document = {"sha256": "ab", "title": "T", "size": 9_000_000}
    assert validated(("documents",), document).size == 9_000_000


def test_collections_are_told_from_registers() -> None:
    assert is_collection(("people",))
    assert is_collection(("pillar", "one", "rounds"))
    assert not is_collection(("pillar", "one", "rating"))
    assert not is_collection(("nobody",))


def test_collections_cannot_be_changed_in_place() -> None:
    state = put(SessionState(), ("settings", "place"), "Town hall")
    with pytest.raises(TypeError):
        state.settings["place"] = "elsewhere"  # type: ignore[index]  # the point of the test
