"""The challenge prompts that look at linked evidence. Each asks; none changes a rating.

A fact that nobody has set is unknown, and unknown never fires: a prompt stays silent wherever
some date, kind, cohort, period or agency, once known, could answer it.
"""

from datetime import date
from typing import Final

from maturity.judgement.context import Card, PromptContext, day_of
from maturity.judgement.prompts.claims import frame_missing, speaks_of_a_complaint
from maturity.judgement.prompts.facts import (
    ActivityOnly,
    ComplaintsOnly,
    FeltByFamilies,
    FigureWithoutFrame,
    OneAgency,
    OutOfDate,
    RaisedWithoutEvidence,
    SameEvidenceEverywhere,
    WholeCohort,
)
from maturity.words.calendar import last_day

__all__ = [
    "activity_only",
    "complaints_only",
    "felt_by_families",
    "figure_without_frame",
    "one_agency",
    "out_of_date",
    "raised_without_evidence",
    "same_evidence_everywhere",
    "whole_cohort",
]

_FELT: Final = frozenset({"family-experience", "young-voice"})
_DONE: Final = frozenset({"activity", "process", "output"})
_SEVERAL: Final = 2
_MONTHS: Final = 12


def _newest(cards: tuple[Card, ...]) -> date | None:
    return max((card.day for card in cards if card.day), default=None)


def _limit(context: PromptContext) -> date | None:
    """The day before which evidence is stale; None where it never is, or the day is unknown."""
    months = context.framework.evidence.stale_after_months
    if context.day is None or not months:
        return None
    year, month = divmod(context.day.year * _MONTHS + context.day.month - 1 - months, _MONTHS)
    if year < date.min.year:
        return date.min
    last = last_day(year, month + 1)
    return last.replace(day=min(last.day, context.day.day))


def felt_by_families(context: PromptContext) -> FeltByFamilies | None:
    """Above the lowest level, and no card is, or could be, a recent view of families."""
    if context.level is None or context.is_lowest:
        return None
    limit = _limit(context)
    felt = tuple(card for card in context.cards if card.facts.kind in _FELT)
    could_be = tuple(card for card in context.cards if card.facts.kind in {*_FELT, None})
    if any(limit is None or card.day is None or card.day >= limit for card in could_be):
        return None
    months = context.framework.evidence.stale_after_months
    return FeltByFamilies(context.level, _newest(felt), months)


def activity_only(context: PromptContext) -> ActivityOnly | None:
    """Every card is known to be of what was done, and none of what came of it."""
    kinds = {card.facts.kind for card in context.cards}
    if not kinds or not kinds <= _DONE:
        return None
    return ActivityOnly(tuple(sorted(kind for kind in kinds if kind)), len(context.cards))


def whole_cohort(context: PromptContext) -> WholeCohort | None:
    """The top level, and no card is, or could be, about the whole cohort."""
    cohorts = {card.facts.cohort for card in context.cards}
    if not context.is_top or cohorts & {"whole", "unknown", None}:
        return None
    return WholeCohort(tuple(sorted(cohort for cohort in cohorts if cohort)))


def one_agency(context: PromptContext) -> OneAgency | None:
    """Two cards or more, every agency known: all from one, or a sector that is needed missing."""
    agencies = [card.facts.agency for card in context.cards]
    if len(agencies) < _SEVERAL or not all(agencies):
        return None
    need = context.framework.prompts["one-agency"].need
    known = [_agency(context, agency or "", need) for agency in agencies]
    sectors = {sector for _, sector in known}
    missing = tuple(sector for sector in need if sector not in sectors)
    # an agency that no voice group and no sector is called could be of any sector
    if None in sectors:
        missing = ()
    if len({name for name, _ in known}) > 1 and not missing:
        return None
    return OneAgency(tuple(sorted(sector for sector in sectors if sector)), missing)


def _agency(context: PromptContext, typed: str, need: tuple[str, ...]) -> tuple[str, str | None]:
    """An agency by one spelling, and its sector where the framework or the register tells it."""
    asked = typed.casefold().strip()
    voices = context.framework.voices
    for name, voice in voices.items():
        if asked in {name.casefold(), voice.label.casefold()}:
            return name, voice.sector
    sectors = {*need, *(voice.sector for voice in voices.values())}
    if asked in sectors:
        return asked, asked
    groups = {
        one.group or ""
        for one in context.state.people.values()
        if (one.organisation or "").casefold() == asked
    }
    theirs = {voices[group].sector for group in groups if group in voices}
    # an organisation whose people sit in several sectors could mean any of them
    return asked, theirs.pop() if len(theirs) == 1 else None


def out_of_date(context: PromptContext) -> OutOfDate | None:
    """Every card is dated and stale on the day, or the refresh of one was due before it."""
    days = [card.day for card in context.cards]
    if not days or context.day is None:
        return None
    limit, newest = _limit(context), _newest(context.cards)
    is_stale = all(days) and limit is not None and newest is not None and newest < limit
    refresh = (day_of(card.facts.refresh_due) for card in context.cards)
    passed = min((due for due in refresh if due and due < context.day), default=None)
    if passed is not None:
        return OutOfDate(None, None, passed)
    return OutOfDate(newest, limit) if is_stale else None


def figure_without_frame(context: PromptContext) -> FigureWithoutFrame | None:
    """The because or a card claims a figure without its value, its period or its comparator."""
    missing = frame_missing(context.kept.because or "")
    if missing:
        return FigureWithoutFrame("", missing)
    for card in context.cards:
        missing = frame_missing(card.text, card.facts.period)
        # a card's own period may yet be set
        if missing and missing != ("period",):
            return FigureWithoutFrame(card.link.excerpt, missing)
    return None


def raised_without_evidence(context: PromptContext) -> RaisedWithoutEvidence | None:
    """A higher level than last time, and no card is, or could be, newer than last time."""
    last, order = context.kept.last, context.framework.level_ids
    if last is None or last.level not in order or context.level is None:
        return None
    if order.index(context.level) <= order.index(last.level):
        return None
    since = day_of(last.on)
    if any(since is None or card.day is None or card.day > since for card in context.cards):
        return None
    return RaisedWithoutEvidence(last.level, context.level, since)


def complaints_only(context: PromptContext) -> ComplaintsOnly | None:
    """Families are heard here, and every card that is, or could be, theirs is a complaint."""
    felt = tuple(card for card in context.cards if card.facts.kind in _FELT)
    could_be = tuple(card for card in context.cards if card.facts.kind in {*_FELT, None})
    if not felt or not all(speaks_of_a_complaint(card.text) for card in could_be):
        return None
    return ComplaintsOnly(tuple(card.link.excerpt for card in felt))


def same_evidence_everywhere(context: PromptContext) -> SameEvidenceEverywhere | None:
    """A card of this item stands on four items or more."""
    shared = context.around.shared
    for card in context.cards:
        if card.link.excerpt in shared:
            return SameEvidenceEverywhere(card.link.excerpt, shared[card.link.excerpt])
    return None
