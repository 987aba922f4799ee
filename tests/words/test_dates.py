"""Dates as written: every row of the table, and no text that can stop the reader."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.words.dates import (
    DateText,
    due_date,
    find_dates,
    parse_date_text,
    said_date,
    said_day,
)
from maturity.words.forms import FORMS

NEAR = date(2026, 3, 20)
DATED = {"day", "month", "quarter", "term", "year", "range"}
TEXT = st.text(alphabet=st.characters())
DATEISH = st.text(
    alphabet="0123456789 /-.,'\u2013\u00a0AprilMayDecQtermspringschool:()TZ", max_size=40
)


def _day(year: int, month: int, day: int) -> tuple[date, date]:
    return date(year, month, day), date(year, month, day)


@pytest.mark.parametrize(
    ("written", "start", "end", "precision", "inferred"),
    [
        ("28/02/2023", *_day(2023, 2, 28), "day", False),
        ("03/04/2026", *_day(2026, 4, 3), "day", False),
        ("3.4.2026", *_day(2026, 4, 3), "day", False),
        ("03-04-26", *_day(2026, 4, 3), "day", False),
        ("12/03/98", *_day(1998, 3, 12), "day", False),
        ("2026-02-10", *_day(2026, 2, 10), "day", False),
        ("2026-02-10T17:47:01", *_day(2026, 2, 10), "day", False),
        ("23/03", *_day(2026, 3, 23), "day", True),
        ("(23/03)", *_day(2026, 3, 23), "day", True),
        ("27/12", *_day(2025, 12, 27), "day", True),
        ("2 September", *_day(2026, 9, 2), "day", True),
        ("29/02", *_day(2028, 2, 29), "day", True),
        ("Tuesday 10 March 2026", *_day(2026, 3, 10), "day", False),
        ("10th of March, 2026", *_day(2026, 3, 10), "day", False),
        ("March 10, 2026", *_day(2026, 3, 10), "day", False),
        ("6-Apr-26", *_day(2026, 4, 6), "day", False),
        ("6 April 26", *_day(2026, 4, 6), "day", False),
        ("Dec-19", date(2019, 12, 1), date(2019, 12, 31), "month", False),
        ("Jan-20", date(2020, 1, 1), date(2020, 1, 31), "month", False),
        ("Apr\u201121", date(2021, 4, 1), date(2021, 4, 30), "month", False),
        ("Feb 2021", date(2021, 2, 1), date(2021, 2, 28), "month", False),
        ("Sept. 2025", date(2025, 9, 1), date(2025, 9, 30), "month", False),
        ("Dec '19", date(2019, 12, 1), date(2019, 12, 31), "month", False),
        ("03/2026", date(2026, 3, 1), date(2026, 3, 31), "month", False),
        ("spring term 2026", date(2026, 1, 1), date(2026, 4, 30), "term", False),
        ("Summer term 2026", date(2026, 5, 1), date(2026, 7, 31), "term", False),
        ("autumn term 2026", date(2026, 9, 1), date(2026, 12, 31), "term", False),
        ("autumn term 2025/26", date(2025, 9, 1), date(2025, 12, 31), "term", False),
        ("summer term 2025/26", date(2026, 5, 1), date(2026, 7, 31), "term", False),
        ("Spring 2026", date(2026, 1, 1), date(2026, 4, 30), "term", True),
        ("2025/26", date(2025, 4, 1), date(2026, 3, 31), "year", False),
        ("2025\u20132026", date(2025, 4, 1), date(2026, 3, 31), "year", False),
        ("academic year 2025/26", date(2025, 9, 1), date(2026, 8, 31), "year", False),
        ("2025/26 school year", date(2025, 9, 1), date(2026, 8, 31), "year", False),
        ("1999/00", date(1999, 4, 1), date(2000, 3, 31), "year", False),
        ("Q1 2025/26", date(2025, 4, 1), date(2025, 6, 30), "quarter", False),
        ("Q3 2025/26", date(2025, 10, 1), date(2025, 12, 31), "quarter", False),
        ("Q4 2025/26", date(2026, 1, 1), date(2026, 3, 31), "quarter", False),
        ("April 2025 to March 2026", date(2025, 4, 1), date(2026, 3, 31), "range", False),
        ("1 May 2026 to 1 May 2026", *_day(2026, 5, 1), "range", False),
        ("1 May 2026 \u2013 3 May 2026", date(2026, 5, 1), date(2026, 5, 3), "range", False),
    ],
)
def test_a_date_is_read_as_the_table_says(
    written: str, start: date, end: date, precision: str, *, inferred: bool
) -> None:
    read = parse_date_text(written, NEAR)
    assert read.raw == written
    assert (read.start, read.end, read.precision, read.inferred) == (
        start,
        end,
        precision,
        inferred,
    )


@pytest.mark.parametrize(
    ("written", "precision", "note"),
    [
        ("Apr 21", "unclear", "This could be 21 April or April 2021."),
        (
            "Q3 2025",
            "unclear",
            "This could be a quarter of the calendar year or the financial year.",
        ),
        ("31/02/2026", "impossible", '"31/02/2026" is not a date; it was kept as written.'),
        (
            "31\u00a0February\u00a02026",
            "impossible",
            '"31\u00a0February\u00a02026" is not a date; it was kept as written.',
        ),
        ("13/2026", "impossible", '"13/2026" is not a date; it was kept as written.'),
        ("00/00/0000", "impossible", '"00/00/0000" is not a date; it was kept as written.'),
        ("Q3", "words", None),
        ("45748", "words", None),
        ("2026", "words", None),
        ("TBC", "words", None),
        ("ongoing", "words", None),
        ("next SIB", "words", None),
        ("autumn term", "words", None),
        ("2025/27", "words", None),
        ("March 2026 to April 2025", "words", None),
        ("March 2026 to TBC", "words", None),
        ("start to March 2026", "words", None),
        ("", "words", None),
    ],
)
def test_what_has_no_date_is_kept_and_said(written: str, precision: str, note: str | None) -> None:
    assert parse_date_text(written, NEAR) == DateText(written, None, None, precision, note)  # type: ignore[arg-type]  # a case


def test_a_month_and_words_stand_for_no_one_day() -> None:
    said = {
        written: parse_date_text(written, NEAR).day
        for written in ("12 March 2026", "March 2026", "TBC")
    }
    assert said == {"12 March 2026": date(2026, 3, 12), "March 2026": None, "TBC": None}


def test_a_day_without_a_year_needs_the_date_of_its_document() -> None:
    assert parse_date_text("23/03") == DateText(
        "23/03", None, None, "unclear", "No year is written."
    )
    assert parse_date_text("23/03", date(2024, 11, 1)).start == date(2025, 3, 23)


def test_a_month_and_two_digits_is_a_month_among_months() -> None:
    read = parse_date_text("Apr 21", NEAR, month_year=True)
    assert (read.start, read.end) == (date(2021, 4, 1), date(2021, 4, 30))
    assert read.inferred
    assert read.note == "Read as April 2021, like the dates beside it."


def test_a_weekday_that_is_not_that_day_is_said() -> None:
    assert parse_date_text("Monday 10 March 2026").note == "10 March 2026 is a Tuesday."
    assert parse_date_text("Tues 10 March 2026").note is None


def test_neighbours_settle_a_month_with_two_digits() -> None:
    found = find_dates("Feb 2021: begun. Apr 21: under way. Dec 2021: finished.")
    assert [read.start for read in found] == [
        date(2021, 2, 1),
        date(2021, 4, 1),
        date(2021, 12, 1),
    ]
    beside_a_day = find_dates("Met 3 March 2021, then Apr 21, then on 4 May 2021.")
    assert [read.precision for read in beside_a_day] == ["day", "unclear", "day"]


def test_only_the_dates_next_to_it_settle_a_month_with_two_digits() -> None:
    text = "On 4 May 2020. Feb 2021: a. Apr 21: b. Dec 2021: c. On 5 June 2022."
    assert [read.precision for read in find_dates(text)] == ["day", *["month"] * 3, "day"]
    assert find_dates("On 4 May 2020. Apr 21: b. Dec 2021: c.")[1].precision == "unclear"
    assert find_dates("Apr 21: b. Dec 2021: c. On 5 June 2022.")[0].precision == "month"
    assert find_dates("Apr 21: b.")[0].precision == "unclear"


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        (
            "Shown to the board (23/03) and again on 6\u00a0April 2026.",
            ["23/03", "6\u00a0April 2026"],
        ),
        ("3/4 of parents, 24/7 care, lines 3.11-3.16 and 4.30", []),
        ("On 12 May, 20 families came; may 20 more come.", ["12 May"]),
        ("a budget for 2025/26 and a plan for 2023-2028", ["2025/26"]),
        ("nothing by 31/02/2026 or TBC", ["31/02/2026"]),
        ("spring term 2026 and the autumn term", ["spring term 2026"]),
        ("code 20-04-12, heading 1.2.26", []),
        ("28/02/2023\u201303/04/2026", ["28/02/2023", "03/04/2026"]),
    ],
)
def test_dates_in_running_text(text: str, raws: list[str]) -> None:
    assert [read.raw for read in find_dates(text, NEAR)] == raws


def test_words_far_apart_are_not_one_date() -> None:
    assert [read.raw for read in find_dates("6  April  2026")] == ["6  April  2026"]
    assert find_dates(f"6{' ' * 20_000}April{' ' * 20_000}2026") == ()


def test_a_year_beside_the_word_school_is_a_school_year() -> None:
    (found,) = find_dates("the school census figures for 2025/26 are out")
    assert found.start == date(2025, 9, 1)
    (far,) = find_dates(
        "the school is glad. " + "It spoke at length of other things. " + "In 2025/26"
    )
    assert far.start == date(2025, 4, 1)


def test_a_date_is_said_in_english() -> None:
    assert said_date(date(2026, 4, 6)) == "6 April 2026"
    assert said_day(date(2026, 4, 6)) == "Monday 6 April 2026"


@given(st.one_of(TEXT, DATEISH), st.none() | st.dates(), st.booleans())
def test_any_text_gives_an_answer_and_keeps_its_words(
    raw: str,
    near: date | None,
    months: bool,  # noqa: FBT001 - hypothesis fills it by position
) -> None:
    read = parse_date_text(raw, near, month_year=months)
    assert read.raw == raw
    if read.precision in DATED:
        assert read.start is not None
        assert read.end is not None
        assert read.start <= read.end
    else:
        assert read.start is read.end is None


@given(st.one_of(TEXT, DATEISH), st.none() | st.dates())
def test_dates_found_stand_verbatim_and_in_order(text: str, near: date | None) -> None:
    at = 0
    for read in find_dates(text, near):
        place = text.find(read.raw, at)
        assert place >= at
        assert read.raw
        at = place + len(read.raw)


@given(st.dates())
def test_a_date_said_is_read_back(day: date) -> None:
    written = f"{day.day} {said_date(day).split()[1]} {day.year:04}"
    assert parse_date_text(written).start == day
    assert parse_date_text(day.isoformat()).start == day
    assert [read.start for read in find_dates(f"On {written}, we met.")] == [day]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_missing_year_is_the_nearest_one(day: date, near: date) -> None:
    found = parse_date_text(f"{day.day:02}/{day.month:02}", near).start
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    if (day.day, day.month) != (29, 2):
        assert abs(found - near) <= timedelta(days=183)


@given(st.one_of(TEXT, DATEISH), st.dates())
def test_any_due_gives_a_day_or_none(raw: str, today: date) -> None:
    assert isinstance(due_date(raw, today), date | None)


def test_no_form_of_a_date_is_without_a_figure() -> None:
    said = "Monday the first of May, spring term, next quarter, Q school year, December / June"
    assert not [form for form in FORMS if form.pattern.search(said)]
    assert find_dates(said) == ()


PARTS = (
    *("1", "12", "31", "2025", "25", "3", "/", "-", ".", ",", "'", "of", "st", "th"),
    *("Jan", "january", "MAR", "may", "Sept.", "spring", "SUMMER", "Autumn", "term", "Q1", "q4"),
    *("Quarter", "academic", "school", "year", "Monday", "03/04/2026", "2025-26", "T10:00"),
    *(" ", " ", " "),
)


@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_what_a_form_needs_is_in_all_that_it_finds(text: str) -> None:
    for form in FORMS:
        if form.pattern.search(text):
            assert any(sign in text.lower() for sign in form.needs)
