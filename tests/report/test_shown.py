from hypothesis import given
from hypothesis import strategies as st

from maturity.report.shown import escaped, one_line, shown_lines
from maturity.text import inspect


def test_markup_is_text() -> None:
    assert escaped('<w:p> & "x"') == "&lt;w:p&gt; &amp; &quot;x&quot;"


def test_spaces_in_a_row_become_one_and_lines_break() -> None:
    assert shown_lines("a  \t b \n\n c\u202e\x1b") == ["a b", "c"]
    assert one_line(" a \n b\u200b ") == "a b"


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    assert "".join("".join(shown_lines(text)).split()) == "".join(inspect(text).text.split())
