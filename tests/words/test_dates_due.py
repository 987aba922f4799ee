"""By when something is due, as people say it in a room."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.words.dates import due_date

TODAY = date(2026, 1, 27)
COMING = {"SIB": date(2026, 3, 10), "board": date(2026, 4, 1), "forum": date(2026, 1, 5)}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("two weeks", date(2026, 2, 10)),
        ("within two weeks", date(2026, 2, 10)),
        ("in 2 weeks' time", date(2026, 2, 10)),
        ("a fortnight", date(2026, 2, 10)),
        ("within the next three months", date(2026, 4, 27)),
        ("a year", date(2027, 1, 27)),
        ("10 days", date(2026, 2, 6)),
        ("10/03", date(2026, 3, 10)),
        ("6 April", date(2026, 4, 6)),
        ("by 6 April 2026", date(2026, 4, 6)),
        ("1 January", date(2027, 1, 1)),
        ("29 February", date(2028, 2, 29)),
        ("end of term", date(2026, 4, 30)),
        ("by the end of the summer term", date(2026, 7, 31)),
        ("end of spring term 2027", date(2027, 4, 30)),
        ("end of March", date(2026, 3, 31)),
        ("March", date(2026, 3, 31)),
        ("end of the month", date(2026, 1, 31)),
        ("next month", date(2026, 2, 28)),
        ("end of the week", date(2026, 1, 30)),
        ("Friday", date(2026, 1, 30)),
        ("Tuesday", date(2026, 2, 3)),
        ("today", TODAY),
        ("tomorrow.", date(2026, 1, 28)),
        ("end of the financial year", date(2026, 3, 31)),
        ("2025/26", date(2026, 3, 31)),
        ("27 January", TODAY),
        ("January", date(2026, 1, 31)),
        ("10/03/2025", date(2025, 3, 10)),
        ("next SIB", date(2026, 3, 10)),
        ("before the next sib meeting", date(2026, 3, 10)),
        ("ahead of the board", date(2026, 4, 1)),
        ("TBC", None),
        ("ongoing", None),
        ("next forum", None),
        ("next SOG/SIB cycle", None),
        ("next Friday", None),
        ("several weeks", None),
        ("soon", None),
        ("31/02/2026", None),
        ("", None),
    ],
)
def test_due_is_read_as_people_say_it(said: str, day: date | None) -> None:
    assert due_date(said, TODAY, COMING) == day


def test_a_day_that_has_come_is_still_due() -> None:
    assert due_date("next SIB", COMING["SIB"], COMING) == COMING["SIB"]
    assert due_date("end of term", date(2026, 4, 30)) == date(2026, 4, 30)
    assert due_date("end of the week", date(2026, 1, 30)) == date(2026, 1, 30)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("a day", None),
        ("a month", None),
        ("a year", None),
        ("tomorrow", None),
        ("Friday", None),
        ("next week", None),
        ("end of January", None),
        ("1 January", None),
        ("31 December", date.max),
        ("end of term", date.max),
        ("end of the week", date.max),
    ],
)
def test_the_last_day_of_the_calendar_stops_nothing(said: str, day: date | None) -> None:
    assert due_date(said, date.max) == day


def test_the_calendar_is_used_to_its_last_day() -> None:
    assert due_date("a day", date(9999, 12, 30)) == date.max
    assert due_date("tomorrow", date(9999, 12, 30)) == date.max
    assert due_date("end of December", date(9999, 1, 1)) == date.max
    assert due_date("a month", date(9999, 1, 31)) == date(9999, 2, 28)
    assert due_date("end of the week", date(9999, 12, 28)) == date.max


def test_next_board_is_words_until_its_date_is_known() -> None:
    assert due_date("next SIB", TODAY) is None


def test_a_month_later_than_the_31st_is_the_last_of_the_month() -> None:
    assert due_date("a month", date(2026, 1, 31)) == date(2026, 2, 28)


@given(st.integers(0, 999), st.sampled_from(["day", "week", "month", "year"]), st.dates())
def test_a_span_is_never_due_before_today(count: int, unit: str, today: date) -> None:
    due = due_date(f"{count} {unit}s", today)
    assert due is None or due >= today


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.dates(date(1900, 1, 1), date(2090, 1, 1)))
def test_a_due_day_without_a_year_is_still_to_come(day: date, today: date) -> None:
    due = due_date(f"{day.day}/{day.month}", today)
    assert due is not None
    assert due >= today
    assert (due.day, due.month) == (day.day, day.month)
