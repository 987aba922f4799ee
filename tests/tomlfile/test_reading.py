from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.tomlfile import TomlFault, read_toml, render


def test_data_text_and_notices_come_back_together() -> None:
    read = read_toml("a = 'é'\r\n".encode("utf-8-sig"), "f.toml")
    assert read.data == {"a": "é"}
    assert read.source.text == "a = 'é'\n"
    assert [each.code for each in read.notices] == ["F102"]


def test_a_guess_at_the_encoding_is_told_with_the_mistake_after_it() -> None:
    with pytest.raises(TomlFault) as caught:
        read_toml("# é\na: 1\n".encode("cp1252"), "s.toml", "S")
    assert [each.code for each in caught.value.messages] == ["S102", "S105"]


def test_text_deeper_than_this_interpreter_can_go_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def too_deep(_: str) -> None:
        raise RecursionError

    monkeypatch.setattr("tomllib.loads", too_deep)
    with pytest.raises(TomlFault) as caught:
        read_toml(b"a = 1", "f.toml")
    assert [each.code for each in caught.value.messages] == ["F140"]


@given(st.binary(max_size=200))
def test_no_bytes_give_a_traceback(raw: bytes) -> None:
    with suppress(TomlFault):
        read_toml(raw, "f.toml")


@given(st.text(max_size=200))
def test_no_text_gives_a_traceback_and_every_message_renders(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    try:
        read_toml(raw, "f.toml")
    except TomlFault as fault:
        shown = [render(each) for each in fault.messages]
    else:
        return
    assert all(each.startswith("f.toml:") for each in shown)
