from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.framework import FORMAT, Framework, FrameworkFault, load, parse
from maturity.framework.checking import check

DATA = Path(__file__).parent / "data"
NORTHMERE = (DATA / "northmere.toml").read_text(encoding="utf-8")


def test_a_file_becomes_a_framework() -> None:
    framework = load(DATA / "northmere.toml")
    assert (framework.id, framework.version, framework.meta.format) == ("northmere", "1.1", FORMAT)
    assert list(framework.pillars) == ["leadership", "co-production"]


def test_a_file_that_is_not_there_is_the_callers_to_tell(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.toml")


def test_the_fault_carries_every_message_and_reads_as_text() -> None:
    broken = NORTHMERE.replace('version = "1.1"', "version = 1.1").replace("KLOE =", 'KLOE = ""#')
    with pytest.raises(FrameworkFault) as caught:
        parse(broken.encode(), "n.toml")
    assert [each.code for each in caught.value.messages] == ["F116", "F111"]
    assert str(caught.value).startswith("n.toml:6:11: F116")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_marked_file_gives_the_same_framework(encoding: str) -> None:
    assert parse(NORTHMERE.encode(encoding), "n") == parse(NORTHMERE.encode(), "n")


def test_the_text_of_a_framework_is_cleaned_on_its_way_in() -> None:
    raw = NORTHMERE.replace("Clear roles", "Clear\\u001b[31m ro\u202eles  ", 1).encode()
    assert parse(raw, "n").criteria["roles"].title == "Clear[31m roles"


def agrees(raw: bytes) -> bool:
    """Whether reading the file and checking it come to the same view."""
    errors = [each for each in check(raw, "n.toml") if each.severity == "error"]
    try:
        parse(raw, "n.toml")
    except FrameworkFault as fault:
        return bool(errors) and bool(fault.messages)
    return not errors


@given(st.binary(max_size=120))
def test_no_bytes_give_a_traceback(raw: bytes) -> None:
    assert agrees(raw)


@settings(max_examples=250)
@given(
    at=st.integers(0, len(NORTHMERE) - 1),
    change=st.sampled_from(["", *"\"'#=[]{}.,:\\\n\0\x1b\u201c\u00a0aZ0-_\U0001f600"]),
    keep=st.booleans(),
)
def test_no_edit_of_one_character_gives_a_traceback(at: int, change: str, *, keep: bool) -> None:
    text = NORTHMERE[:at] + change + NORTHMERE[at if keep else at + 1 :]
    assert agrees(text.encode())


TABLES = st.recursive(
    st.none() | st.integers(-9, 9) | st.booleans() | st.just("x") | st.just("emerging"),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["level", "levels", "pillar", "title", "practice", "id", "a", "B"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


def written(value: object) -> str:
    """The value as an inline TOML value; None as an empty table."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {written(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(each) for each in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return "{}" if value is None else repr(value)


@given(
    st.dictionaries(
        st.sampled_from(
            ["framework", "level", "pillar", "criterion", "voice", "agenda", "prompt", "glossary"]
        ),
        TABLES,
        max_size=5,
    )
)
def test_blocks_of_any_shape_are_told_not_tripped_over(data: dict[str, object]) -> None:
    raw = "".join(f"{name} = {written(value)}\n" for name, value in data.items()).encode()
    with suppress(FrameworkFault):
        assert isinstance(parse(raw, "n.toml"), Framework)
    assert agrees(raw)
