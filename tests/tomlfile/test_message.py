import json
from typing import SupportsIndex

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from maturity.tomlfile import Message, Source, Span, in_file_order, render, visible


def say(text: str, span: Span) -> Message:
    return Source("f.toml", text).message(114, span, what="wrong.", mend="mend it.", where="here")


def test_the_first_line_can_be_jumped_to_and_the_caret_stands_under_the_fault() -> None:
    message = Source("session.toml", 'level = "devloping"\n', "S").message(
        116,
        Span(1, 9, 11),
        what='"devloping" is not one of the choices.',
        mend='write "developing" (choices: emerging, developing, maturing).',
        where='in pillar "families"',
    )
    assert render(message) == (
        'session.toml:1:9: S116 "devloping" is not one of the choices.\n'
        '   in pillar "families"\n'
        '   level = "devloping"\n'
        "           ^^^^^^^^^^^\n"
        '   Mend: write "developing" (choices: emerging, developing, maturing).'
    )


def test_the_caret_allows_for_wide_characters() -> None:
    excerpt, caret = render(say('a = "日本" x', Span(1, 10))).splitlines()[2:4]
    assert caret.index("^") == wcswidth(excerpt[: excerpt.index("x")])


def test_indentation_and_tabs_do_not_move_the_caret() -> None:
    excerpt, caret = render(say("\t\t  name\t= x", Span(1, 12))).splitlines()[2:4]
    assert excerpt == "   name = x"
    assert caret.index("^") == excerpt.index("x")


def test_control_and_reordering_characters_are_shown_not_sent() -> None:
    excerpt = render(say('a = "\x1b[31m\u202eevil"', Span(1, 1))).splitlines()[2]
    assert excerpt == '   a = "\\x1b[31m\\u202eevil"'


def test_the_file_name_cannot_drive_the_terminal_either() -> None:
    message = Source("a\x1b[2J.toml", "").message(101, Span(1, 1), what="wrong.")
    assert render(message) == "a\\x1b[2J.toml:1:1: F101 wrong."


def test_a_long_line_is_cut_around_the_fault() -> None:
    message = say("x" * 300 + "FAULT" + "y" * 300, Span(1, 301, 5))
    start, width = message.mark
    assert len(message.excerpt) == 100
    assert message.excerpt[start : start + width] == "FAULT"


def test_a_line_that_is_not_there_has_no_excerpt() -> None:
    message = say("one line", Span(9, 4))
    assert message.excerpt == ""
    assert render(message) == "f.toml:9:4: F114 wrong.\n   here\n   Mend: mend it."


def test_a_file_is_cut_into_lines_once_however_many_of_them_are_at_fault() -> None:
    cut = []

    class Long(str):
        __slots__ = ()

        def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
            cut.append(sep)
            return super().split(sep, maxsplit)

    source = Source("long.toml", Long("\n".join(f"k{number} = 1" for number in range(500))))
    told = [source.message(110, Span(number, 1, 2), what="unknown.") for number in range(1, 501)]
    assert [one.excerpt for one in told] == [f"k{number} = 1" for number in range(500)]
    assert len(cut) == 1


def test_json_has_the_agreed_keys() -> None:
    keys = ["code", "severity", "file", "line", "column", "where", "excerpt", "message", "mend"]
    told = say("a = 1", Span(1, 1)).as_json()
    assert list(told) == keys
    assert told["message"] == "wrong."
    assert json.loads(json.dumps(told)) == told


def test_messages_go_down_the_file_each_once_and_at_most_fifty() -> None:
    text = "a\n" * 90
    many = [say(text, Span(line, 1)) for line in range(80, 0, -1)]
    told = in_file_order([*many, *many])
    assert [each.line for each in told] == list(range(1, 51))


def test_a_fault_carries_its_messages_rendered() -> None:
    fault = Source("f.toml", "a").fault(108, Span(1, 1), what="wrong.", mend="mend it.")
    assert str(fault) == render(fault.messages[0])


def test_visible_text_is_cut_with_three_dots() -> None:
    assert visible("abcdefghij", cap=8) == "abcde..."
    assert visible("abcdefgh", cap=8) == "abcdefgh"


@given(st.text(), st.integers(1, 5), st.integers(1, 400), st.integers(1, 50))
def test_any_text_and_place_render_within_bounds(
    text: str, line: int, column: int, width: int
) -> None:
    message = say(text, Span(line, column, width))
    start, length = message.mark
    assert len(message.excerpt) <= 100
    assert 0 <= start <= 100
    assert length >= 1
    assert all(char.isprintable() or char == "\u200d" for char in message.excerpt)
    assert render(message).startswith(f"f.toml:{line}:{column}: F114")


@given(st.text(), st.data())
def test_an_offset_becomes_the_line_and_column_an_editor_shows(
    text: str, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text)))
    span = Source("f", text).span(offset)
    before = text[:offset].split("\n")
    assert (span.line, span.column) == (len(before), len(before[-1]) + 1)
