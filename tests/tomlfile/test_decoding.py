from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.tomlfile import TomlFault, decode

TEXT = 'title = "café \u2013 5"\n'


@pytest.mark.parametrize(
    ("encoding", "named", "severity"),
    [
        ("utf-8-sig", "utf-8-sig", "advice"),
        ("utf-16", "utf-16", "advice"),
        ("utf-16-le", "utf-16-le", "advice"),
        ("utf-16-be", "utf-16-be", "advice"),
        ("cp1252", "cp1252", "warning"),
    ],
)
def test_another_encoding_is_read_and_named(encoding: str, named: str, severity: str) -> None:
    decoded = decode(TEXT.encode(encoding), "f.toml")
    (notice,) = decoded.notices
    assert (decoded.text, decoded.encoding) == (TEXT, named)
    assert (notice.code, notice.severity) == ("F102", severity)


def test_plain_utf_8_is_read_without_a_word() -> None:
    decoded = decode(TEXT.encode(), "f.toml")
    assert (decoded.text, decoded.encoding, decoded.notices) == (TEXT, "utf-8", ())


def test_a_guess_is_pointed_at_the_first_character_that_needed_it() -> None:
    (notice,) = decode(TEXT.encode("cp1252"), "f.toml").notices
    assert (notice.line, notice.column) == (1, 13)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_every_line_end_becomes_a_line_feed(ends: str) -> None:
    assert decode(f"a = 1{ends}b = 2{ends}".encode(), "f").text == "a = 1\nb = 2\n"


@pytest.mark.parametrize("raw", [b"\x81", b"\0\0", b"\xff\xfe\x00\xd8", b"\xfe\xff\x00"])
def test_what_fits_no_encoding_is_refused_with_the_letter_of_its_kind(raw: bytes) -> None:
    with pytest.raises(TomlFault) as caught:
        decode(raw, "session.toml", "S")
    assert [each.code for each in caught.value.messages] == ["S101"]


def test_one_zero_byte_in_a_text_does_not_make_it_utf_16() -> None:
    assert decode(b"a = 1\nb = \0 2\n", "f").encoding == "utf-8"


@given(st.binary())
def test_any_bytes_give_text_or_a_message(raw: bytes) -> None:
    with suppress(TomlFault):
        decoded = decode(raw, "f.toml")
        assert "\r" not in decoded.text
        assert decoded.encoding == "utf-8" or "\0" not in decoded.text


@given(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(text.encode(), "f.toml")
    assert decoded.text in {text, text.removeprefix("\ufeff")}
