"""Dates as people write them in papers, and as they say them when an action is due."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from maturity.words.calendar import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    last_day,
    said_date,
    said_day,
    term,
)
from maturity.words.forms import FORMS, DateText, Form, Precision, Reading

__all__ = [
    "DateText",
    "Precision",
    "due_date",
    "find_dates",
    "parse_date_text",
    "said_date",
    "said_day",
]

_LONGEST = 80
_BESIDE = 40
# One character for one, so that every place in the plain text is the same place in the raw one.
_PLAIN: Final = {
    ord(odd): plain
    for plain, all_odd in {
        " ": "\u00a0\u2007\u2009\u202f\t\n",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
        "'": "\u2018\u2019",
        "/": "\u2044\u2215",
    }.items()
    for odd in all_odd
}
# No form of a date is without one, and most sentences are.
_DIGIT = re.compile("[0-9]")
_ACADEMIC = re.compile(r"\b(?:academic|school)\b", re.IGNORECASE)
_RANGE = re.compile(r"[ ]+(?:to|until|-)[ ]+", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:(?:due|by|before|ahead of|in time for|no later than|on|at|for|the)[ ]+)+", re.IGNORECASE
)
_NEXT = re.compile(r"(?:next[ ]+)?(?P<name>.+?)(?:[ ]+meeting)?", re.IGNORECASE)
_END_OF = re.compile(r"(?:the[ ]+)?end of (?:the[ ]+)?", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:(?:within|in)[ ]+)?(?:the[ ]+)?(?:next[ ]+)?(?P<count>[0-9]{1,3}|[a-z]+)[ ]*"
    r"(?P<unit>day|week|wk|fortnight|month|year)s?'?(?:[ ]+(?:time|from (?:now|today)))?",
    re.IGNORECASE | re.ASCII,
)
_TERM = re.compile(
    r"(?:(?:this|the)[ ]+)?(?:(?P<season>spring|summer|autumn)[ ]+)?term", re.IGNORECASE
)
_COUNTS: Final[Mapping[str, int]] = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_DAYS_IN: Final[Mapping[str, int]] = {"day": 1, "week": 7, "wk": 7, "fortnight": 14}
_MONTHS_IN: Final[Mapping[str, int]] = {"month": 1, "year": 12}
_YEAR_ENDS: Final[Mapping[str, tuple[int, int]]] = {
    "financial year": (3, 31),
    "academic year": (8, 31),
    "school year": (8, 31),
    "calendar year": (12, 31),
}
_FRIDAY = 4
_LEAP_CYCLE = 8
_NO_LANDMARKS: Final[Mapping[str, date]] = MappingProxyType({})


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


def _fits(form: Form, plain: str, reading: Reading) -> DateText | None:
    found = form.pattern.fullmatch(plain)
    return form.read(found, reading) if found else None


def parse_date_text(raw: str, near: date | None = None, *, month_year: bool = False) -> DateText:
    """What one whole text means as a date; day first, always. Never raises.

    `near` is the date of the document and settles a missing year. `month_year` says that the
    dates beside this one are months, so that "Apr 21" is April 2021.
    """
    plain = _plain(raw).strip(" .,;:()[]")
    reading = Reading(near, month_year)
    if len(plain) <= _LONGEST:
        for form in FORMS:
            read = _fits(form, plain, reading)
            if read:
                return _as_written(read, raw)
        both = _RANGE.split(plain)
        if len(both) == 2:  # noqa: PLR2004 - a range has two ends
            return _range(raw, *both)
    return DateText(raw, None, None, "words")


def _as_written(read: DateText, raw: str) -> DateText:
    note = read.note.replace(read.raw, raw.strip()) if read.note else None
    return replace(read, raw=raw, note=note)


def _range(raw: str, first: str, second: str) -> DateText:
    start, end = parse_date_text(first).start, parse_date_text(second).end
    if start is None or end is None or end < start:
        return DateText(raw, None, None, "words")
    return DateText(raw, start, end, "range")


def find_dates(text: str, near: date | None = None) -> tuple[DateText, ...]:
    """Every date written in a text, in order; `raw` is a verbatim part of the text.

    `near` is the date of the document. Words such as "next term" are left alone; a date no
    calendar holds is found, so that the person can be told.
    """
    plain = _plain(text)
    if not _DIGIT.search(plain):
        return ()
    matches = _matches(plain)
    first = [form.read(m, Reading(near, academic=_academic(plain, m))) for form, m in matches]
    settled = [at for at, read in enumerate(first) if read.precision != "unclear"]
    found = []
    for at, (form, m) in enumerate(matches):
        read = first[at]
        if read.precision == "unclear" and _beside(at, settled, first) == {"month"}:
            read = form.read(m, Reading(near, month_year=True))
        if read.precision != "words":
            found.append(_as_written(read, text[m.start() : m.end()]))
    return tuple(found)


def _matches(plain: str) -> list[tuple[Form, re.Match[str]]]:
    small = plain.lower()
    every = [
        (m.start(), -m.end(), place, form, m)
        for place, form in enumerate(FORMS)
        if any(sign in small for sign in form.needs)
        for m in form.pattern.finditer(plain)
        if form.loose(m)
    ]
    kept: list[tuple[Form, re.Match[str]]] = []
    for _, _, _, form, m in sorted(every, key=itemgetter(0, 1, 2)):
        if not kept or m.start() >= kept[-1][1].end():
            kept.append((form, m))
    return kept


def _academic(plain: str, m: re.Match[str]) -> bool:
    return bool(_ACADEMIC.search(plain, max(0, m.start() - _BESIDE), m.end() + _BESIDE))


def _beside(at: int, settled: list[int], reads: list[DateText]) -> set[Precision]:
    place = bisect_left(settled, at)
    return {reads[other].precision for other in settled[max(0, place - 1) : place + 1]}


def due_date(raw: str, today: date, landmarks: Mapping[str, date] = _NO_LANDMARKS) -> date | None:
    """The day by which something is due, said as people say it; None when it is only words.

    `today` is the day of the meeting. `landmarks` names coming days ("SIB", "board"): "next SIB"
    is that day as long as it has not passed. A period is due on its last day, a day without a
    year on its next one.
    """
    plain = " ".join(_plain(raw).strip(" .,;:()[]").split())
    if len(plain) > _LONGEST:
        return None
    bare = _LEADS.sub("", plain, count=1) if _LEADS.match(plain) else plain
    period = _END_OF.sub("", bare, count=1) if _END_OF.match(bare) else bare
    return (
        _landmark(bare, today, landmarks)
        or _span(plain, today)
        or _day_said(bare, today)
        or _period_said(period.casefold(), today)
        or _term_said(period, today)
        or _written(period, today)
    )


def _landmark(bare: str, today: date, landmarks: Mapping[str, date]) -> date | None:
    named = _NEXT.fullmatch(bare)
    names = {bare.casefold(), named["name"].casefold() if named else ""}
    days = (day for name, day in landmarks.items() if name.casefold() in names and day >= today)
    return next(days, None)


def _span(plain: str, today: date) -> date | None:
    said = _SPAN.fullmatch(plain)
    if not said:
        return None
    written = said["count"].lower()
    count = _COUNTS.get(written) if written.isalpha() else int(written)
    if count is None:
        return None
    unit = said["unit"].lower()
    if unit in _MONTHS_IN:
        return _months_on(today, count * _MONTHS_IN[unit])
    days = count * _DAYS_IN[unit]
    return today + timedelta(days) if days <= (date.max - today).days else None


def _months_on(today: date, months: int) -> date | None:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return min(last_day(year, month + 1), date(year, month + 1, 1) + timedelta(today.day - 1))


def _day_said(bare: str, today: date) -> date | None:
    word = bare.casefold()
    if word == "today":
        return today
    days = {day.casefold(): n for n, day in enumerate(WEEKDAYS)}
    if word == "tomorrow":
        ahead = 1
    elif word in days:
        ahead = (days[word] - today.weekday() - 1) % 7 + 1
    else:
        return None
    return today + timedelta(ahead) if ahead <= (date.max - today).days else None


def _period_said(period: str, today: date) -> date | None:
    months = {"month": 0, "this month": 0, "next month": 1}
    weeks = {"week": 0, "this week": 0, "next week": 7}
    names = {name.casefold(): n for n, name in enumerate(MONTHS, 1)}
    if period in months:
        later = _months_on(today.replace(day=1), months[period])
        return last_day(later.year, later.month) if later else None
    if period in weeks:
        ahead = _FRIDAY - today.weekday() + weeks[period]
        return today + timedelta(ahead) if 0 <= ahead <= (date.max - today).days else None
    if period in names:
        year = today.year + (names[period] < today.month)
        return last_day(year, names[period]) if year <= date.max.year else None
    return _coming(*_YEAR_ENDS[period], today) if period in _YEAR_ENDS else None


def _term_said(period: str, today: date) -> date | None:
    said = _TERM.fullmatch(period)
    if not said:
        return None
    seasons = (said["season"].lower(),) if said["season"] else SEASONS
    years = range(today.year, min(today.year + 1, date.max.year) + 1)
    ends = (term(season, year)[1] for year in years for season in seasons)
    return min((end for end in ends if end >= today), default=None)


def _written(period: str, today: date) -> date | None:
    read = parse_date_text(period, near=today)
    if read.precision == "day" and read.inferred and read.end:
        return _coming(read.end.month, read.end.day, today)
    return read.end


def _coming(month: int, day: int, today: date) -> date | None:
    for year in range(today.year, min(today.year + _LEAP_CYCLE, date.max.year) + 1):
        if day <= last_day(year, month).day and date(year, month, day) >= today:
            return date(year, month, day)
    return None
