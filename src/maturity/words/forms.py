"""Every way a date is written that we read, one row a form, and what each is read as.

The day always comes before the month. Where a text could mean two dates it means none, and the
note says what it could be.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, Literal

from maturity.frozen import dataclass
from maturity.words.calendar import MONTHS, WEEKDAYS, last_day, said_date, term

__all__ = ["FORMS", "DateText", "Form", "Precision", "Reading"]

Precision = Literal[
    "day", "month", "quarter", "term", "year", "range", "words", "unclear", "impossible"
]
"""How exact a date is. The last three have no date: plain words or a number, a text that could
be two dates or lacks its year, and a text shaped like a date that no calendar holds."""

_CENTURY_TURN = 70
_FULL = len("2026")
_PADDED = len("03")
_JANUARY_QUARTER = 4
_LEAP = 2000  # a leap year, so it holds every day a calendar has


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as it was written, and the first and last day it stands for, if any.

    `start` and `end` are both set or both None. `inferred` says that a part of the date, such as
    its year, was not written. `note` is a sentence fit for the person who added the text.
    """

    raw: str
    start: date | None
    end: date | None
    precision: Precision
    note: str | None = None
    inferred: bool = False

    @property
    def day(self) -> date | None:
        """The one day it stands for; None where that is none, or several."""
        return self.start if self.start == self.end else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands around a written date and settles what it means."""

    near: date | None = None
    month_year: bool = False
    academic: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date; inside running text a match counts only if `loose` agrees.

    A text in small letters that holds none of `needs` holds no date of this form.
    """

    written: str
    read: Callable[[re.Match[str], Reading], DateText]
    loose: Callable[[re.Match[str]], bool] = lambda _: True
    needs: tuple[str, ...] = ("",)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when first asked for: most commands read no date."""
        return re.compile(self.written, re.IGNORECASE | re.ASCII)


def _year(written: str) -> int:
    if len(written) == _FULL:
        return int(written)
    return int(written) + (2000 if int(written) < _CENTURY_TURN else 1900)


def _month(written: str) -> int:
    starts = written[:3].lower()
    return next(n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(starts))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _impossible(raw: str) -> DateText:
    return DateText(
        raw, None, None, "impossible", f'"{raw}" is not a date; it was kept as written.'
    )


def _unclear(raw: str, note: str) -> DateText:
    return DateText(raw, None, None, "unclear", note)


def _whole(raw: str, year: int, month: int, day: int, weekday: str | None = None) -> DateText:
    found = _valid(year, month, day)
    if found is None:
        return _impossible(raw)
    note = None
    if weekday and not WEEKDAYS[found.weekday()].lower().startswith(weekday.lower()):
        note = f"{said_date(found)} is a {WEEKDAYS[found.weekday()]}."
    return DateText(raw, found, found, "day", note)


def _nearest(candidates: Iterable[date | None], near: date) -> date | None:
    return min(
        (found for found in candidates if found), key=lambda d: abs((d - near).days), default=None
    )


def _yearless(raw: str, month: int, day: int, near: date | None) -> DateText:
    if _valid(_LEAP, month, day) is None:
        return _impossible(raw)
    if near is None:
        return _unclear(raw, "No year is written.")
    years = range(max(1, near.year - 8), min(9999, near.year + 8) + 1)
    found = _nearest((_valid(year, month, day) for year in years), near)
    if found is None:
        return _unclear(raw, "No year is written.")
    note = f"No year is written; {found.year} is the nearest."
    return DateText(raw, found, found, "day", note, inferred=True)


def _read_iso(m: re.Match[str], _: Reading) -> DateText:
    return _whole(m[0], int(m["year"]), int(m["month"]), int(m["day"]))


def _read_numbers(m: re.Match[str], _: Reading) -> DateText:
    return _whole(m[0], _year(m["year"]), int(m["month"]), int(m["day"]), m["weekday"])


def _read_day_month(m: re.Match[str], reading: Reading) -> DateText:
    return _yearless(m[0], int(m["month"]), int(m["day"]), reading.near)


def _read_named(m: re.Match[str], reading: Reading) -> DateText:
    month, day = _month(m["month"]), int(m["day"])
    if m["year"]:
        return _whole(m[0], _year(m["year"]), month, day, m["weekday"])
    return _yearless(m[0], month, day, reading.near)


def _months(raw: str, year: int, month: int, *, note: str | None = None) -> DateText:
    if not year or not 1 <= month <= len(MONTHS):
        return _impossible(raw)
    first, last = date(year, month, 1), last_day(year, month)
    return DateText(raw, first, last, "month", note, inferred=note is not None)


def _read_month_year(m: re.Match[str], _: Reading) -> DateText:
    return _months(m[0], _year(m["year"]), _month(m["month"]))


def _read_number_month(m: re.Match[str], _: Reading) -> DateText:
    return _months(m[0], int(m["year"]), int(m["month"]))


def _read_month_two_digits(m: re.Match[str], reading: Reading) -> DateText:
    month, year, day = _month(m["month"]), _year(m["number"]), int(m["number"])
    said = f"{MONTHS[month - 1]} {year}"
    if _valid(_LEAP, month, day) is None:
        return _months(m[0], year, month)
    if reading.month_year:
        return _months(m[0], year, month, note=f"Read as {said}, like the dates beside it.")
    return _unclear(m[0], f"This could be {day} {MONTHS[month - 1]} or {said}.")


def _read_term(m: re.Match[str], _: Reading) -> DateText:
    season, year = m["season"].lower(), int(m["year"])
    if m["second"]:
        if not _follows(m["year"], m["second"]):
            return _impossible(m[0])
        year += season != "autumn"
    if not year:
        return _impossible(m[0])
    note = None if m["term"] else f"Read as the {season} term."
    return DateText(m[0], *term(season, year), "term", note, inferred=not m["term"])


def _follows(first: str, second: str) -> bool:
    return str(int(first) + 1).zfill(4)[-len(second) :] == second


def _read_years(m: re.Match[str], reading: Reading) -> DateText:
    first = int(m["year"])
    if not _follows(m["year"], m["second"]) or not 0 < first < date.max.year:
        return DateText(m[0], None, None, "words")
    begins = 9 if reading.academic or m["before"] or m["after"] else 4
    last = last_day(first + 1, begins - 1)
    return DateText(m[0], date(first, begins, 1), last, "year")


def _read_quarter(m: re.Match[str], _: Reading) -> DateText:
    year, quarter = int(m["year"]), int(m["quarter"])
    if not m["second"]:
        return _unclear(m[0], "This could be a quarter of the calendar year or the financial year.")
    if not _follows(m["year"], m["second"]) or not 0 < year < date.max.year:
        return _impossible(m[0])
    month = (quarter * 3) % 12 + 1
    year += quarter == _JANUARY_QUARTER
    return DateText(m[0], date(year, month, 1), last_day(year, month + 2), "quarter")


def _capital(m: re.Match[str]) -> bool:
    # "may 20 families" and "march 3 miles" are not dates.
    return m["month"][0].isupper()


def _slashed_or_long(m: re.Match[str]) -> bool:
    # 1.2.26 and 20-04-12 inside a sentence are as likely a heading and a sort code.
    return m["sep"] == "/" or len(m["year"]) == _FULL


def _padded(m: re.Match[str]) -> bool:
    # "3/4 of parents" and "24/25" are not dates.
    padded = len(m["month"]) == _PADDED
    return padded and _valid(_LEAP, int(m["month"]), int(m["day"])) is not None


def _a_month(m: re.Match[str]) -> bool:
    return 1 <= int(m["month"]) <= len(MONTHS)


# A gap is three spaces at most, so that a text of nothing but spaces is searched in no time.
_SP = "[ ]{1,3}"
_WEEKDAY = (
    rf"(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?(?:day)?,?{_SP}(?:the{_SP})?)?"
)
_NAME = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})"
_YEAR = r"(?P<year>[0-9]{4})"
_SECOND = r"(?P<second>[0-9]{4}|[0-9]{2})"
_TH = r"(?:st|nd|rd|th)"
_GAP = r"[ ]{0,3}[- /,][ ]{0,3}"


def _alone(written: str) -> str:
    return rf"(?<![\w/.]){written}(?![\w/]|[.,:][0-9])"


_NAMES: Final = tuple(name[:3].lower() for name in MONTHS)

FORMS: Final[tuple[Form, ...]] = (
    Form(
        _alone(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?:T[0-9:.Z+-]*)?"),
        _read_iso,
        needs=("-",),
    ),
    Form(
        _alone(
            rf"{_WEEKDAY}{_DAY}(?P<sep>[/.-])(?P<month>[0-9]{{1,2}})(?P=sep)"
            r"(?P<year>[0-9]{4}|[0-9]{2})"
        ),
        _read_numbers,
        _slashed_or_long,
        needs=("/", ".", "-"),
    ),
    Form(_alone(rf"{_DAY}/(?P<month>[0-9]{{1,2}})"), _read_day_month, _padded, ("/",)),
    Form(_alone(rf"(?P<month>[0-9]{{1,2}})/{_YEAR}"), _read_number_month, _a_month, ("/",)),
    Form(
        _alone(
            rf"{_WEEKDAY}{_DAY}{_TH}?(?:{_SP}of)?[ -]{{0,3}}{_NAME}"
            # "12 May, 20 families": two digits are a year only when tied to the month.
            rf"(?:{_GAP}'?(?P<year>[0-9]{{4}}|(?<=[-/'])[0-9]{{2}}|[0-9]{{2}}\Z))?"
        ),
        _read_named,
        _capital,
        _NAMES,
    ),
    Form(
        _alone(
            # "Apr 21" alone may be a month and a year: see the form for two digits.
            rf"{_WEEKDAY}{_NAME}{_SP}{_DAY}(?:{_TH}|(?=,?{_SP}[0-9]{{4}})|(?<![0-9]{{2}}))"
            rf"(?:,?{_SP}{_YEAR})?"
        ),
        _read_named,
        _capital,
        _NAMES,
    ),
    Form(_alone(rf"{_NAME}{_GAP}{_YEAR}"), _read_month_year, _capital, _NAMES),
    Form(
        _alone(rf"{_NAME}(?:[ ]?[-/][ ]?'?|[ ]?')(?P<year>[0-9]{{2}})"),
        _read_month_year,
        _capital,
        _NAMES,
    ),
    Form(_alone(rf"{_NAME}{_SP}(?P<number>[0-9]{{2}})"), _read_month_two_digits, _capital, _NAMES),
    Form(
        _alone(
            rf"(?P<season>spring|summer|autumn)(?P<term>{_SP}term)?,?{_SP}(?:of{_SP})?{_YEAR}"
            rf"(?:[/-]{_SECOND})?"
        ),
        _read_term,
        needs=("spring", "summer", "autumn"),
    ),
    Form(
        _alone(rf"(?:Q|Quarter )(?P<quarter>[1-4]),?{_SP}(?:of{_SP})?{_YEAR}(?:[/-]{_SECOND})?"),
        _read_quarter,
        needs=("q",),
    ),
    Form(
        _alone(
            rf"(?P<before>(?:academic|school)(?:{_SP}year)?{_SP})?{_YEAR}[/-]{_SECOND}"
            rf"(?P<after>{_SP}(?:academic|school)(?:{_SP}year)?)?"
        ),
        _read_years,
        needs=("/", "-"),
    ),
)
"""The forms, in the order in which they are tried."""
