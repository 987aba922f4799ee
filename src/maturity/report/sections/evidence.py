"""Section 8: every piece of evidence that was used, where it stands and what is not known of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed, ItemView, LinkView
from maturity.report.blocks import Block, Column, Heading, Span, Spans, Table
from maturity.report.phrases import (
    NO_DATE,
    counted,
    dated,
    item_anchor,
    joined,
    listed,
    plain,
    sentence,
    words,
)
from maturity.session.state import Facts

__all__ = [
    "evidence",
    "evidence_refs",
    "family_first",
    "is_family",
    "nature_words",
    "when_words",
]

_KINDS: Final = {
    "activity": "Activity",
    "process": "Process",
    "output": "Output",
    "outcome": "Outcome",
    "family-experience": "Family experience",
    "young-voice": "Young people's view",
    "external-view": "Outside view",
    "data": "Data",
}
_NO_KIND = "Of no known kind"
_COHORTS: Final = {"whole": "everyone", "subset": "some", "pilot": "a pilot"}
_COLUMNS = (
    Column("Ref", 12, row_header=True),
    Column("Source and place in it", 58),
    Column("Kind and whom it covers", 36),
    Column("Date", 38),
    Column("Used in", 30),
)
_SUMMARY = "One row for each piece of evidence that was used, in the order it is first used."
_ALL_KNOWN = "The date, kind, cohort and agency of every piece of evidence are known."
_MONTHS = 12


def evidence_refs(view: Disclosed) -> Mapping[str, str]:
    """A short reference for each excerpt that is linked, E1 first, in the order of the items."""
    refs: dict[str, str] = {}
    for item in view.items:
        for link in item.links:
            refs.setdefault(link.excerpt, f"E{len(refs) + 1}")
    return refs


def is_family(facts: Facts) -> bool:
    """Whether it is the view of families or young people themselves."""
    return facts.kind in {"family-experience", "young-voice"}


def family_first(links: Iterable[LinkView]) -> list[LinkView]:
    """Links with the view of families and young people before the rest."""
    return sorted(links, key=lambda link: not is_family(link.facts))


def _kind_words(facts: Facts) -> str:
    return _KINDS[facts.kind] if facts.kind else _NO_KIND


def nature_words(facts: Facts) -> str:
    """The kind of evidence and whom it covers, as far as they are known."""
    cohort = _COHORTS.get(facts.cohort or "", "")
    covers = ": ".join(part for part in (cohort, facts.cohort_note) if part)
    known = [part for part in (_KINDS.get(facts.kind or "", ""), covers) if part]
    said = "; ".join(known) or "not known"
    return f"{said[0].upper()}{said[1:]}"


def when_words(facts: Facts) -> str:
    """Its date, else the period it speaks of."""
    return dated(facts.date) if facts.date else facts.period or NO_DATE


@dataclass(slots=True)
class _Used:
    """One excerpt and the items it is linked to."""

    link: LinkView
    items: dict[str, ItemView]


def _used(view: Disclosed) -> dict[str, _Used]:
    used: dict[str, _Used] = {}
    for item in view.items:
        for link in item.links:
            entry = used.setdefault(link.excerpt, _Used(link, {}))
            entry.items[item.id] = item
    return used


def evidence(view: Disclosed, refs: Mapping[str, str]) -> tuple[Block, ...]:
    """The index, then counts, what is not known, and which items have no evidence."""
    heading = Heading(1, "8 Evidence index", "evidence")
    used = _used(view)
    if not used:
        return (heading, sentence("No evidence was linked."), *_documents(view))
    rows = tuple(
        (
            words(refs[excerpt]),
            plain(f"{one.link.document_title}, {one.link.ref}".strip(", "), "Not named"),
            words(nature_words(one.link.facts)),
            words(_age(one.link.facts, view)),
            _used_in(one.items.values()),
        )
        for excerpt, one in used.items()
    )
    return (
        heading,
        Table("evidence-index", "Evidence that was used", _SUMMARY, _COLUMNS, rows),
        sentence(_counts(one.link.facts for one in used.values())),
        listed("bullet", _unknowns([one.link.facts for one in used.values()]), _ALL_KNOWN),
        sentence(_without_evidence(view)),
        *_documents(view),
    )


def _age(facts: Facts, view: Disclosed) -> str:
    """The date, and whether it is older than the framework asks evidence to be."""
    said, limit = when_words(facts), view.framework.stale_after_months
    if not (facts.date and view.session.date and limit):
        return said
    held, then = date.fromisoformat(view.session.date), date.fromisoformat(facts.date)
    months = (held.year - then.year) * _MONTHS + held.month - then.month - (held.day < then.day)
    return f"{said} (over {limit} months old)" if months >= limit else said


def _used_in(items: Iterable[ItemView]) -> Spans:
    spans: list[Span] = []
    for item in items:
        if spans:
            spans.append(Span("; "))
        spans.append(Span(item.short, link=item_anchor(item.id)))
    return tuple(spans)


def _counts(facts: Iterable[Facts]) -> str:
    counts = Counter(_kind_words(one) for one in facts)
    said = [f"{counts[kind]} {kind.lower()}" for kind in (*_KINDS.values(), _NO_KIND)]
    return f"By kind: {joined([one for one in said if not one.startswith('0 ')])}."


def _unknowns(facts: Sequence[Facts]) -> list[str]:
    """What is not known, as one line each and never as a finding."""
    missing = {
        "no date": sum(not (one.date or one.period) for one in facts),
        "no known kind": sum(one.kind is None for one in facts),
        "no word on whom they cover": sum(one.cohort in {None, "unknown"} for one in facts),
        "no agency named": sum(not one.agency for one in facts),
    }
    return [
        f"{number} of {counted(len(facts), 'piece')} of evidence "
        f"{'has' if number == 1 else 'have'} {what}."
        for what, number in missing.items()
        if number
    ]


def _without_evidence(view: Disclosed) -> str:
    without = [item.short for item in view.items if not item.links]
    return (
        f"No evidence was linked to {joined(without)}." if without else "Every item has evidence."
    )


def _documents(view: Disclosed) -> tuple[Block, ...]:
    """Each document that was read, with those that nothing rests on."""
    said = [
        f"{document.title or document.file}: {counted(document.excerpts, 'excerpt')}, "
        + (f"used {counted(document.links, 'time')}." if document.links else "not used.")
        for document in view.documents
    ]
    return (
        Heading(2, "Documents that were read", "documents"),
        listed("bullet", said, "No document was read."),
    )
