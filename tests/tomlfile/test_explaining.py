import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.tomlfile import Message, TomlFault, read_toml


def told(text: str, prefix: str = "F") -> tuple[Message, ...]:
    with pytest.raises(TomlFault) as caught:
        read_toml(text.encode(), "f.toml", prefix)
    return caught.value.messages


CASES = [
    ("a = “x”", "103", 1, 5, "straight quote"),
    ("a\u00a0= 1", "103", 1, 2, "plain space"),
    ("a = 1 \x07", "103", 1, 7, "plain space"),
    ("a = 'x\x07y'", "103", 1, 7, "plain space"),
    ("a = 1\nb = 'x\0y'", "103", 2, 7, "plain space"),
    ('a = "x', "104", 1, 5, 'put " after'),
    ('a = "x\nb = "y"', "104", 1, 5, 'put " after'),
    ('a = 1\nb = """x\ny = 2', "104", 2, 5, "last line"),
    ("b = '''x\n# it's", "104", 1, 5, "last line"),
    ('a = """one\nb = """two\nwords here', "104", 1, 5, "last line"),
    ("a: 1", "105", 1, 2, 'write "="'),
    ("a = [1 2]", "106", 1, 8, "comma before"),
    ("a = [\n  'x'\n  'y'\n]", "106", 3, 3, "comma before"),
    ("a = ['x'\n[b]\nc = 1", "106", 1, 8, "put ]"),
    ("a = ['x'\nb = 1", "106", 1, 8, "put ]"),
    ("a = ['x'", "106", 1, 8, "put ]"),
    ("a = { b = 1 c = 2 }", "106", 1, 13, "comma before"),
    ('a = "\\d"', "107", 1, 6, "two backslashes"),
    ('a = "\\uZZZZ"', "107", 1, 6, "two backslashes"),
    ('a = "\\ud800"', "107", 1, 6, "two backslashes"),
    ("a", "108", 1, 2, "name ="),
    ("= 1", "108", 1, 1, "name ="),
    ('a = "the "big" one"', "108", 1, 11, "single quotes"),
    ("[a]\nx = 1\nx = 2", "112", 3, 1, "its own name"),
    ("[a]\n[b]\n[a]", "112", 3, 1, "its own name"),
    ("a = { x = 1, x = 2 }", "112", 1, 14, "its own name"),
    ("[a.b c]", "113", 1, 6, "[a.b-c]"),
    ("[a.café]", "113", 1, 7, "[a.cafe]"),
    ("a = hello there # now", "116", 1, 5, '"hello there"'),
    ("a = Children's voice", "116", 1, 5, "Children's voice"),
    ("a = 1.2.3", "116", 1, 5, '"1.2.3"'),
    ("a = 01/09/2026", "116", 1, 5, "2026-09-01"),
    ("a = 1.9.2026", "116", 1, 5, "2026-09-01"),
    ("a = TRUE", "116", 1, 5, "write true"),
    ("a = { b = False }", "116", 1, 11, "write false"),
]


@pytest.mark.parametrize(("text", "number", "line", "column", "mend"), CASES)
def test_a_mistake_is_named_where_it_stands(
    text: str, number: str, line: int, column: int, mend: str
) -> None:
    message = told(text)[0]
    assert (message.code, message.line, message.column) == (f"F{number}", line, column)
    assert mend in message.mend


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a", "without"),
        ("a = 'b' 0", "after the value"),
        ("a = ,", "no value"),
        (", = 1", "begins with a name"),
        ("[.a]", "a name is missing"),
        ("[a]]", "after the value"),
        ("[a.b", "cannot be read"),
    ],
)
def test_an_unusual_mistake_is_told_in_general(text: str, what: str) -> None:
    (message,) = told(text)
    assert message.code == "F108"
    assert what in message.what


def test_the_letter_of_the_code_says_whose_file_it_is() -> None:
    assert told("a: 1", "S")[0].code == "S105"


def test_all_that_is_given_twice_is_told() -> None:
    assert [each.line for each in told("[a]\nx = 1\nx = 2\nx = 3\n")] == [3, 4]


def test_a_repeated_heading_names_the_first() -> None:
    assert told("[a.b]\n[c]\n[a.b]")[0].what == (
        "the heading [a.b] is given twice (the first is on line 1)."
    )


def test_a_table_that_was_closed_earlier_is_given_twice_all_the_same() -> None:
    assert told("a = { b = 1 }\n[a.c]\n")[0].code == "F112"


@given(st.text(alphabet="ab=[]{}\".,:\n'#\\1“ é", max_size=30))
def test_whatever_the_parser_refuses_is_told_in_at_least_one_message(text: str) -> None:
    try:
        read_toml(text.encode(), "f.toml")
    except TomlFault as fault:
        lines = text.count("\n") + 1
        told_ = fault.messages
    else:
        return
    assert told_
    assert all(1 <= each.line <= lines and each.column >= 1 for each in told_)
