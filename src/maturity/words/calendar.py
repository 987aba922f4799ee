"""The calendar in English words, the same on every laptop whatever its language."""

from datetime import date, timedelta
from typing import Final

__all__ = ["MONTHS", "SEASONS", "WEEKDAYS", "last_day", "said_date", "said_day", "term"]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TERMS: Final = {"spring": (1, 4), "summer": (5, 7), "autumn": (9, 12)}
SEASONS: Final = tuple(_TERMS)


def said_date(day: date) -> str:
    """A date as it is said in English: "6 April 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def said_day(day: date) -> str:
    """A date with its weekday, as it is said in English: "Monday 6 April 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {said_date(day)}"


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    first = date(year, month, 1)
    if month == len(MONTHS):
        return first.replace(day=31)
    return first.replace(month=month + 1) - timedelta(days=1)


def term(season: str, year: int) -> tuple[date, date]:
    """The first and last day of a school term; `season` is one of `SEASONS`."""
    first, last = _TERMS[season]
    return date(year, first, 1), last_day(year, last)
