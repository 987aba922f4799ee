"""What is told of a survey before its counts are kept."""

from pathlib import Path

from builders import tiny
from maturity.survey.columns import Columns
from maturity.survey.counts import Counts, ItemCounts, Survey
from maturity.survey.importing import Gathered, gather
from maturity.survey.telling import not_read, will_keep


def test_what_is_not_kept_is_told_without_its_counts() -> None:
    counts = Counts({"low": 3, "middle": 0, "high": 0})
    survey = Survey((ItemCounts("one", counts), ItemCounts("two", counts)), people=3)
    assert will_keep(survey, tiny(), {"one"}) == (
        "3 people answered:",
        "  First things: not kept, a vote is recorded already (undo it first)",
        "  Second things: 3 votes",
    )


def test_columns_that_were_not_read_are_one_line_however_many() -> None:
    assert not_read(()) == ()
    assert not_read(("Colour", "x" * 41)) == (f'Not read: "Colour", "{"x" * 37}..."',)
    assert not_read(("a",) * 10)[0].endswith('"a" and 2 more')


def test_a_column_is_read_by_its_own_header_or_by_one_like_it(tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    file.write_text("FIRST things,Why?,why,,Colour\nLow,x,y,z,red\nHigh,,,,\n", "utf-8")
    given = Columns(items={"one": "First things"}, comments={"one": "why"})
    found = gather(file, tiny(), given=given, remembered=None)
    assert isinstance(found, Gathered)
    assert found.unread == ("Why?", "Colour")
