"""Dates and plan references found by `maturity.words`, as the parts of an excerpt."""

import datetime as dt
from typing import Literal

from maturity.evidence.model import PlanMention, WrittenDate
from maturity.words.dates import DateText, find_dates, parse_date_text
from maturity.words.references import find_plan_refs

__all__ = ["dates_in", "plan_refs_in", "written_date"]

Source = Literal["text", "property", "typed"]


def written_date(
    raw: str,
    near: dt.date | None = None,
    *,
    source: Source = "text",
    month_year: bool = False,
) -> WrittenDate:
    """One whole text as a date; without days where it is none."""
    return _kept(parse_date_text(raw, near, month_year=month_year), source)


def dates_in(text: str, near: dt.date | None = None) -> tuple[WrittenDate, ...]:
    """The dates in a text, in order."""
    return tuple(_kept(found, "text") for found in find_dates(text, near))


def plan_refs_in(text: str, plans: tuple[str, ...] = ()) -> tuple[PlanMention, ...]:
    """The references to plans in a text, in order; `plans` are names beside the usual four."""
    found = find_plan_refs(text, ("LAIP", "APP", "PAP", "WSoA", *plans))
    return tuple(
        PlanMention(plan=ref.plan, number=ref.number, to=ref.to, raw=ref.raw) for ref in found
    )


def _kept(found: DateText, source: Source) -> WrittenDate:
    return WrittenDate(
        raw=found.raw,
        start=found.start,
        end=found.end,
        precision=found.precision,
        inferred=found.inferred,
        source=source,
        note=found.note,
    )
