"""The lines to be rewritten are named before anything is touched, however many they are."""

from maturity.session.rewriting.plan import named_lines


def test_many_lines_are_named_in_several_lines_of_the_journal_and_none_is_lost() -> None:
    lines = [f"9d07be41.{number}" for number in range(1, 9_001)]
    changes = named_lines(lines, {"text": "note"})
    assert len(changes) > 1
    assert max(len(change.of or "") for change in changes) < 50_000
    assert [name for change in changes for name in (change.of or "").split()] == lines
    assert {change.op for change in changes} == {"erase"}


def test_where_no_line_is_concerned_it_is_told_all_the_same() -> None:
    (change,) = named_lines([], {"text": "words outside the record"})
    assert (change.of, change.new) == (None, {"text": "words outside the record"})
