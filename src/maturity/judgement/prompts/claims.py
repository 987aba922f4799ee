"""What a sentence claims: a figure and its frame, a complaint, a day on which work was complete.

Read with patterns, so it may miss a claim; it only ever leads to a question.
"""

import re
from datetime import date
from functools import cache, lru_cache

from maturity.judgement.prompts.facts import FigurePart

__all__ = ["completed_on", "frame_missing", "speaks_of_a_complaint"]

_CLAIM = r"%|\bper ?cent\b|\b(?:above|below|better|improved|rising|falling)\b"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SPAN = r"(?:day|week|month|quarter|term|year)"
_PERIOD = (
    rf"\b(?:[0-3]?\d(?:st|nd|rd|th)? +)?{_MONTH}\b(?:[ -]+(?:19|20)?\d\d\b)?"
    r"|\b[0-3]?\d/[01]?\d(?:/(?:19|20)?\d\d)?\b"
    r"|\b(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\b"
    r"|\bq[1-4]\b"
    r"|\b(?:spring|summer|autumn)\b"
    rf"|\b(?:last|this|past|previous|next) {_SPAN}s?\b"
    rf"|\b(?:over|within|for|in) (?:the )?(?:(?:last|past) )?(?:\d+|[a-z]+) {_SPAN}s\b"
)
# "20-week plans" and "aged 0 to 25" are names of things, not figures about them.
_NAME = rf"\b\d+-{_SPAN}\b|\b(?:aged|ages) \d+(?: ?(?:to|-) ?\d+)?\b"
_SHARE = r"\b(\w+) (?:out of|of|in) (?:the )?(?=\d|two|three|four|five|six|seven|eight|nine|ten)\w+"
_FIGURE = r"\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b"
_COMPLAINT = r"\b(?:complain\w*|appeal\w*|tribunal\w*|ombudsman)\b"
_COMPLETE = r"\b(?:complet\w+|finished|concluded)\b"
_CLAUSE_END = r"[\n;|]|\.(?:\s|$)"
_FIGURES_TO_COMPARE = 2


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Made when a prompt first needs it: most commands never do."""
    return re.compile(source, re.IGNORECASE)


@lru_cache(maxsize=1024)
def frame_missing(text: str, period: str | None = None) -> tuple[FigurePart, ...]:
    """Which of value, period and comparator a claim leaves out; empty for a text that claims none.

    A value is one figure, a comparator a second one. `period` is one known from elsewhere.
    "58% in 2025 against 49% in 2024" leaves out nothing.
    """
    if not _pattern(_CLAIM).search(text):
        return ()
    bare = _pattern(_NAME).sub(" ", text)
    has_period = bool(period) or _pattern(_PERIOD).search(bare) is not None
    shares = _pattern(_SHARE).sub(r"\1", _pattern(_PERIOD).sub(" ", bare))
    figures = len(_pattern(_FIGURE).findall(shares))
    parts: tuple[tuple[FigurePart, bool], ...] = (
        ("value", figures > 0),
        ("period", has_period),
        ("comparator", figures >= _FIGURES_TO_COMPARE),
    )
    return tuple(part for part, is_there in parts if not is_there)


def speaks_of_a_complaint(text: str) -> bool:
    """Whether a text is about a complaint, an appeal or a tribunal."""
    return _pattern(_COMPLAINT).search(text) is not None


def completed_on(text: str) -> date | None:
    """The earliest day that a text may mean by its date of completion; None where it gives none.

    "Dec 2021: completed" is 1 December 2021. A date without its year is no date here.
    """
    clauses = [
        clause for clause in _pattern(_CLAUSE_END).split(text) if _pattern(_COMPLETE).search(clause)
    ]
    if not clauses:
        return None
    # thirty forms of dates, which most sessions never need
    from maturity.words.dates import find_dates  # noqa: PLC0415 see above

    found = (read for clause in clauses for read in find_dates(clause))
    return min((read.start for read in found if read.start and not read.inferred), default=None)
