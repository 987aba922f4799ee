"""session.toml: what is written is read back the same, and a bad one is explained."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import HOSTILE, a_change, a_name
from maturity.session.events import Event
from maturity.session.fold import EMPTY, Folded, Head, fold
from maturity.session.snapshot import NewerSchema, body_hash, from_bytes, glance, to_bytes
from maturity.tomlfile import LARGEST_BYTES, TomlFault
from session.test_fold import an_event, seen


def folded_of(changes: list[tuple[tuple[str, ...], object]]) -> Folded:
    return fold(seen([an_event(number, *change) for number, change in enumerate(changes, 1)]))


@given(st.lists(a_change(), max_size=12))
def test_what_was_written_is_read_back_the_same(
    changes: list[tuple[tuple[str, ...], object]],
) -> None:
    folded = folded_of(changes)
    read = from_bytes(to_bytes(folded, {"9d07be41": folded.n}))
    assert read.folded.state == folded.state
    assert read.journals == {"9d07be41": folded.n}
    assert (read.folded.n, read.folded.at) == (folded.n, folded.at)
    assert read.body == body_hash(folded.state)
    assert not read.is_edited


@given(st.lists(a_change(), max_size=12))
def test_a_glance_at_what_was_written_says_what_of_each_journal_is_in_it(
    changes: list[tuple[tuple[str, ...], object]],
) -> None:
    folded = folded_of(changes)
    seen_in = glance(to_bytes(folded, {"9d07be41": folded.n, "00000001": 3}))
    assert seen_in is not None
    assert seen_in.journals == {"9d07be41": folded.n, "00000001": 3}


WRITTEN = to_bytes(folded_of([(("pillar", "one", "because"), "Named leads.")]), {"9d07be41": 1})


@given(st.integers(0, WRITTEN.index(b"\n[store]") - 1), st.binary(min_size=1, max_size=3))
def test_a_glance_is_not_sure_of_a_text_that_was_touched(at: int, other: bytes) -> None:
    touched = WRITTEN[:at] + other + WRITTEN[at + len(other) :]
    assert touched == WRITTEN or glance(touched) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"schema = 1", b"schema = 2"),
        (b"schema = 1", b"schema ="),
        (b"text = ", b"test = "),
        (b"[store.journals]", b"[store.journal]"),
        (b"9d07be41 = 1", b'9d07be41 = "one"'),
        (b"[store]", b"[stored]"),
        (b"[store.journals]", b"#" * 300_000 + b"\n[store.journals]"),
    ],
)
def test_a_glance_is_not_sure_of_what_it_does_not_know(old: bytes, new: bytes) -> None:
    assert glance(WRITTEN) is not None
    assert old in WRITTEN
    assert glance(WRITTEN.replace(old, new)) is None


def test_a_text_that_looks_like_the_end_of_the_file_deceives_nobody() -> None:
    folded = folded_of([(("pillar", "one", "because"), "See:\n[store]\nschema = 1\n")])
    raw = to_bytes(folded, {"9d07be41": 1})
    assert glance(raw) is not None
    assert from_bytes(raw).folded.state == folded.state


def test_a_session_may_say_more_than_a_framework() -> None:
    said = "Named leads. " * 1_500
    many = LARGEST_BYTES // len(said) + 1
    folded = folded_of([(("pillar", f"p{number}", "because"), said) for number in range(many)])
    read = from_bytes(to_bytes(folded, {"9d07be41": many}))
    assert read.folded.state == folded.state


@given(st.lists(a_change(), max_size=8), a_change())
def test_the_snapshot_alone_carries_on_as_the_journals_would(
    changes: list[tuple[tuple[str, ...], object]], last: tuple[tuple[str, ...], object]
) -> None:
    folded = folded_of(changes)
    read = from_bytes(to_bytes(folded, {})).folded
    event: Event = an_event(50, *last, sees=tuple(f"9d07be41.{n}" for n in range(1, 20)))
    assert fold([event], read).state == fold([event], folded).state


@pytest.mark.parametrize("text", HOSTILE[:-1])
@pytest.mark.parametrize("at", [("page", "story"), ("settings", "house.board"), ("page", "bring")])
def test_hostile_text_comes_back(text: str, at: tuple[str, ...]) -> None:
    event = an_event(1, at, [text] if at[-1] == "bring" else text)
    folded = fold([event])
    assert not folded.refused
    assert from_bytes(to_bytes(folded, {})).folded.state == folded.state


@given(a_name(), a_name())
def test_odd_names_come_back(group: str, level: str) -> None:
    added = an_event(
        1, ("pillar", group, "rounds"), {"n": 1, "tally": {level: 3}}, op="add", id="9d07be41.1"
    )
    counts = an_event(
        2,
        ("pillar", group, "rounds", "9d07be41.1", "groups", level),
        {"tally": {level: 2}},
    )
    folded = fold([added, counts])
    assert not folded.refused
    assert from_bytes(to_bytes(folded, {})).folded.state == folded.state
    assert from_bytes(to_bytes(folded, {})).folded.marks.keys() == folded.marks.keys()


def test_contested_registers_are_kept_with_who_said_what() -> None:
    at = ("pillar", "one", "because")
    other = an_event(1, at, "yours", id="aaaaaaaa.1", by="Bo")
    folded = fold([an_event(1, at, "mine"), other])
    read = from_bytes(to_bytes(folded, {})).folded
    assert read.contested == folded.contested
    assert [head.by for head in read.contested[at]] == ["Ash", "Bo"]


def test_a_title_cannot_break_out_of_the_comment() -> None:
    folded = fold([an_event(1, ("session", "title"), "x\ny = 1\r[store]\n")])
    assert from_bytes(to_bytes(folded, {})).folded.state == folded.state


def test_a_value_changed_by_hand_is_noticed_and_a_new_layout_is_not() -> None:
    raw = to_bytes(fold([an_event(1, ("session", "title"), "Northmere")]), {})
    assert from_bytes(raw.replace(b'"Northmere"', b'"Southmere"')).is_edited
    assert not from_bytes(raw.replace(b'"Northmere"', b"'Northmere'  # a word")).is_edited
    assert not from_bytes(raw.replace(b"\n", b"\r\n")).is_edited


def test_the_number_of_a_newer_schema_is_said() -> None:
    raw = to_bytes(EMPTY, {}).replace(b"schema = 1", b"schema = 3")
    with pytest.raises(NewerSchema, match=r"schema 3; this one knows 1"):
        from_bytes(raw)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"schema = 1", b'schema = "1"'),
        (b"schema = 1\n", b""),
        (b"n = 0", b'n = "x"'),
        (b"[store.journals]", b"[store.journal]"),
        (b"[store.marks]", b"[[store.marks]]"),
    ],
)
def test_a_damaged_store_table_is_a_fault_with_a_mend(old: bytes, new: bytes) -> None:
    raw = to_bytes(EMPTY, {})
    assert old in raw
    with pytest.raises(TomlFault) as caught:
        from_bytes(raw.replace(old, new))
    assert caught.value.messages[0].mend


def test_a_wrong_value_is_shown_where_it_stands() -> None:
    raw = to_bytes(fold([an_event(1, ("pillar", "one", "confidence"), "high")]), {})
    with pytest.raises(TomlFault) as caught:
        from_bytes(raw.replace(b'"high"', b'"hihg"'))
    message = caught.value.messages[0]
    assert (message.file, message.code[0]) == ("session.toml", "S")
    assert raw.splitlines()[message.line - 1].startswith(b"confidence")


@settings(max_examples=300)
@given(st.data())
def test_a_flipped_byte_is_a_fault_an_edit_or_harmless(data: st.DataObject) -> None:
    rating = {"state": "provisional", "level": "low"}
    folded = fold(
        [an_event(1, ("pillar", "one", "rating"), rating), an_event(2, ("page", "story"), "a\nb")]
    )
    whole = bytearray(to_bytes(folded, {"9d07be41": 2}))
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = from_bytes(bytes(whole))
    except (TomlFault, NewerSchema):
        return
    assert read.is_edited or read.folded.state == folded.state


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(raw: bytes) -> None:
    with pytest.raises((TomlFault, NewerSchema)):
        from_bytes(raw)


def test_a_head_of_another_room_keeps_its_room() -> None:
    head = Head("a.1", "2026-03-23T09:00:00Z", "Bo", "x", room="north")
    at = ("page", "story")
    folded = Folded(fold([an_event(1, at, "x")]).state, marks={at: (head,)})
    assert from_bytes(to_bytes(folded, {})).folded.marks[at] == (head,)
