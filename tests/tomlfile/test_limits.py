from pathlib import Path

import pytest

from maturity.tomlfile import LARGEST_BYTES, TomlFault, file_bytes, read_toml


def codes(raw: bytes) -> list[str]:
    with pytest.raises(TomlFault) as caught:
        read_toml(raw, "f.toml")
    return [each.code for each in caught.value.messages]


def test_a_file_over_the_limit_is_refused_before_it_is_parsed() -> None:
    assert codes(b"a = 1\n" + b"#" * LARGEST_BYTES) == ["F140"]
    with pytest.raises(TomlFault) as caught:
        read_toml(b"#" * (LARGEST_BYTES + 1), "f")
    assert caught.value.messages[0].what == "the file is over the limit of 8,000,000 bytes."


def test_a_file_at_the_limit_is_read() -> None:
    assert read_toml(b"a = 1\n".ljust(LARGEST_BYTES, b"#"), "f").data == {"a": 1}


@pytest.mark.parametrize("opening", ["[", "{a="])
@pytest.mark.parametrize("depth", [21, 1000, 100_000])
def test_nesting_too_deep_is_refused(opening: str, depth: int) -> None:
    assert codes(b"a = " + opening.encode() * depth) == ["F140"]


def test_nesting_at_the_limit_is_read() -> None:
    assert read_toml(b"a = " + b"[" * 20 + b"]" * 20, "f").data["a"]


def test_brackets_in_text_and_comments_do_not_nest() -> None:
    raw = ('a = """' + "[" * 99 + '"""\nb = "' + "{" * 99 + '"\n# ' + "[" * 99).encode()
    assert read_toml(raw, "f").data["b"] == "{" * 99


@pytest.mark.parametrize("part", ["a", '"a"', "'a'"])
def test_a_name_of_too_many_parts_is_refused(part: str) -> None:
    assert codes(" . ".join([part] * 33).encode() + b" = 1") == ["F140"]
    assert codes(b"t = { " + ".".join([part] * 5000).encode() + b" = 1 }") == ["F140"]


def test_a_name_of_thirty_two_parts_is_read() -> None:
    assert read_toml(".".join(["a"] * 32).encode() + b" = 1", "f").data


def test_dots_in_text_are_not_parts_of_a_name() -> None:
    raw = ("a = '" + "x." * 99 + "'\n" + 'b = """\n' + "x." * 99 + '"""').encode()
    assert read_toml(raw, "f").data["a"] == "x." * 99


def test_a_number_of_thousands_of_digits_is_refused_where_it_stands() -> None:
    with pytest.raises(TomlFault) as caught:
        read_toml(b"a = 1\nb = " + b"9" * 5000, "f.toml")
    (message,) = caught.value.messages
    assert (message.code, message.line, message.column) == ("F140", 2, 5)


@pytest.mark.parametrize(
    "raw", [b"a" * 300_000, b'"' * 300_001, b"a." * 100_000, b"[a" * 100_000, b"'a' " * 90_000]
)
def test_hostile_repetition_is_refused_at_once(raw: bytes) -> None:
    # A look that goes back over what it has seen takes minutes here, not milliseconds.
    assert codes(raw) in (["F108"], ["F140"])


def test_what_may_have_no_end_is_not_opened_and_a_long_file_not_read_to_its_end(
    tmp_path: Path,
) -> None:
    with pytest.raises(OSError, match="it is no ordinary file"):
        file_bytes(tmp_path)
    with pytest.raises(FileNotFoundError):
        file_bytes(tmp_path / "none.toml")
    (tmp_path / "long.toml").write_bytes(b"#" * (LARGEST_BYTES + 9))
    assert len(file_bytes(tmp_path / "long.toml")) == LARGEST_BYTES + 1
