"""What Excel shows for a value: dates, percentages and fixed decimals by their number format."""

import datetime as dt
import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise

__all__ = ["shown"]

_SECTIONS = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[]|["\\\[])+|(?<=;)(?=;|$)|^(?=;)')
_PARTS = re.compile(
    r'"(?P<quoted>[^"]*)"'
    r"|\\(?P<escaped>.)"
    r"|[_*]."
    r"|\[\$(?P<currency>[^\]-]*)[^\]]*\]"
    r"|\[(?P<elapsed>h+|m+|s+)\]"
    r"|\[(?P<when>[<>=][^\]]*)\]"
    r"|\[[^\]]*\]"
    r"|(?P<general>General)"
    r"|(?P<half>AM/PM|A/P)"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?)"
    r"|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+,*)"
    r"|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_BEYOND = frozenset(("when", "date", "elapsed", "half"))
_LITERALS = frozenset(("quoted", "escaped", "currency", "plain"))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EXACT = 15
# One more, and the arithmetic of decimals refuses to round.
_MOST_FIGURES = 27
_NUMERIC = 2
_NOON = 12
# "mmm" is Dec, "mmmm" December and "mmmmm" its first letter.
_SHOWN_LETTERS = {3: 3, 5: 1}

Part = tuple[str, str]
"""What a piece of a number format is, and the piece."""


def shown(value: object, number_format: str) -> str:
    """The text of a cell; a number whose format is not understood stands as it is stored."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return _moment(value, _parts(number_format.partition(";")[0]))
    if isinstance(value, dt.timedelta):
        minutes = math.floor(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def _number(value: float, number_format: str) -> str:
    if not math.isfinite(value):
        return str(value)
    if number_format == "General":
        return _stored(value)
    parts, size = _section(_sections(number_format), value)
    kinds = [kind for kind, _ in parts]
    numbers = kinds.count("digits") + kinds.count("general")
    is_scaled = any(kind == "digits" and text.endswith(",") for kind, text in parts)
    if numbers > 1 or is_scaled or _BEYOND & set(kinds):
        return _stored(value)
    percents = sum(part == ("plain", "%") for part in parts)
    scaled = size * (100**percents)
    words = "".join(_piece(part, abs(scaled)) for part in parts).strip()
    sign = "-" if scaled < 0 and any(letter in "123456789" for letter in words) else ""
    # A format such as ";;;" shows nothing, and what is in the file must not be lost by it.
    return f"{sign}{words}" if words.strip("@") else _stored(value)


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[str, ...]:
    return tuple(_SECTIONS.findall(number_format))


def _section(sections: Sequence[str], value: float) -> tuple[tuple[Part, ...], Decimal]:
    """The part of the format that is for numbers of this sign, and the number to show in it."""
    size = Decimal(_stored(value))
    if value < 0 and len(sections) > 1:
        return _parts(sections[1]), -size
    if value == 0 and len(sections) > 2:  # noqa: PLR2004 - the third section is for zero
        return _parts(sections[2]), size
    return _parts(sections[0] if sections else ""), size


@lru_cache(maxsize=256)
def _parts(section: str) -> tuple[Part, ...]:
    return tuple(
        (found.lastgroup, found.group(found.lastgroup))
        for found in _PARTS.finditer(section)
        if found.lastgroup is not None
    )


def _piece(part: Part, number: Decimal) -> str:
    kind, text = part
    if kind == "general":
        return format(number, "f")
    if kind == "digits":
        return _fixed(number, text)
    return text if kind in _LITERALS else ""


def _fixed(number: Decimal, digits: str) -> str:
    """A number with the digits asked for: "0.00" has two behind the point, "#" those it needs."""
    whole, _, behind = digits.partition(".")
    if max(number.adjusted(), 0) + len(behind) >= _MOST_FIGURES:
        return format(number, "f")
    rounded = number.quantize(Decimal(1).scaleb(-len(behind)), ROUND_HALF_UP)
    comma = "," if "," in whole else ""
    front, _, back = f"{rounded:{comma}.{len(behind)}f}".partition(".")
    kept = back.rstrip("0").ljust(behind.count("0"), "0")
    front = front.lstrip("0").rjust(whole.count("0"), "0")
    return f"{front}.{kept}" if kept else front


def _stored(value: float) -> str:
    """A number as it is stored, to the fifteen digits that Excel itself holds."""
    if isinstance(value, int):
        return str(value)
    number = Decimal(format(value, f".{_EXACT}g"))
    return format(number, "f") if abs(number.adjusted()) < _EXACT else format(value, f".{_EXACT}g")


def _moment(value: dt.date | dt.time, parts: tuple[Part, ...]) -> str:
    """A day or time in its format; a day that the format puts behind its month stands first.

    Dates of this country are read day first, and the value itself leaves no doubt which is which.
    """
    told = _minutes_told_apart(parts)
    asked = [text for kind, text in told if kind == "date"]
    has_day = isinstance(value, dt.date)
    if has_day and (_is_month_first(asked) or not asked):
        time = " %H:%M" if any(text[0] in "hn" for text in asked) else ""
        return value.strftime(f"%d/%m/%Y{time}")
    if isinstance(value, dt.time) and not _is_time(asked):
        return value.isoformat("minutes")
    is_half = any(kind == "half" for kind, _ in parts)
    return "".join(_unit(_whole(value), part, is_half=is_half) for part in told).strip()


def _minutes_told_apart(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with "m" as "n" where it means minutes: behind hours or before seconds."""
    at = [place for place, (kind, _) in enumerate(parts) if kind in {"date", "elapsed"}]
    told = [(kind, text.lower() if kind == "date" else text) for kind, text in parts]
    for before, after in pairwise(at):
        first, second = told[before][1].lower(), told[after][1].lower()
        if first.startswith("h") and second.startswith("m"):
            told[after] = ("date", second.replace("m", "n"))
        elif first.startswith("m") and second.startswith("s"):
            told[before] = ("date", first.replace("m", "n"))
    return tuple(told)


def _is_month_first(asked: Sequence[str]) -> bool:
    """Whether the format is numbers with the month before the day and no year before both."""
    units = [text[0] for text in asked if text[0] in "ymd"]
    is_numeric = all(len(text) <= _NUMERIC for text in asked if text[0] in "md")
    return is_numeric and units[:2] == ["m", "d"]


def _is_time(asked: Sequence[str]) -> bool:
    return bool(asked) and all(text[0] in "hns" for text in asked)


def _whole(value: dt.date | dt.time) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.time):
        return dt.datetime.combine(dt.date.min, value)
    return dt.datetime.combine(value, dt.time())


def _unit(value: dt.datetime, part: Part, *, is_half: bool) -> str:
    kind, text = part
    if kind == "half":
        return "am" if value.hour < _NOON else "pm"
    if kind != "date":
        return text if kind in _LITERALS else ""
    hour = (value.hour - 1) % _NOON + 1 if is_half else value.hour
    numbers = {"d": value.day, "m": value.month, "h": hour, "n": value.minute, "s": value.second}
    if text[0] == "y":
        return f"{value.year:04}" if len(text) > _NUMERIC else f"{value.year % 100:02}"
    if text[0] in "dm" and len(text) > _NUMERIC:
        name = _MONTHS[value.month - 1] if text[0] == "m" else _DAYS[value.weekday()]
        return name[: _SHOWN_LETTERS.get(len(text), len(name))]
    return f"{numbers[text[0]]:0{min(len(text), _NUMERIC)}}"
