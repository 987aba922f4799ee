"""What stands beside a prompt: the fact that made it fire, in a few plain words."""

from collections.abc import Iterable, Mapping
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from maturity.judgement.context import PromptContext
from maturity.judgement.marks import covers, mark_of
from maturity.judgement.prompts.facts import (
    ActivityOnly,
    DoneBeforeProof,
    Fact,
    FeltByFamilies,
    FigureWithoutFrame,
    LoopOpen,
    MissingVoice,
    OneAgency,
    OrphanAction,
    OutOfDate,
    RaisedWithoutEvidence,
    SameEvidenceEverywhere,
    SameLevelEverywhere,
    SplitNotRecorded,
    StrengthsOnly,
    WholeCohort,
)
from maturity.session.voters import group_label
from maturity.words.calendar import said_date

__all__ = ["about"]

_LONGEST: Final = 70
_ORPHAN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "owner": "no owner",
        "due": "no date",
        "not on the register": "an owner who is not on the register",
        "several people": "an owner who may be several people",
        "apologies": "an owner who sent apologies",
    }
)


def about(fact: Fact, context: PromptContext) -> str:
    """A sentence on what made a prompt fire; empty where its question says it all."""
    return _said(fact, context)


@singledispatch
def _said(_fact: object, _context: PromptContext) -> str:
    return ""


def _quoted(text: str) -> str:
    """The words in quotes, whole ones as far as there is room."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return f'"{line}"'
    kept, _, _ = line[: _LONGEST + 1].rpartition(" ")
    return f'"{kept or line[:_LONGEST]}..."'


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _card(context: PromptContext, excerpt: str) -> str:
    card = next((card for card in context.cards if card.link.excerpt == excerpt), None)
    if card is None:
        return _quoted(excerpt)
    if covers(mark_of(card.link, card.facts)):
        return f"{card.link.document_title}, {card.link.ref}"
    return _quoted(card.link.quote)


def _action(context: PromptContext, entry: str) -> str:
    return _quoted(context.state.actions[entry].text)


def _labels(context: PromptContext, groups: Iterable[str]) -> str:
    return ", ".join(group_label(context.framework, group) for group in groups)


@_said.register
def _(fact: FeltByFamilies, _context: PromptContext) -> str:
    if fact.newest is None:
        return "No view of families or young people is linked."
    return f"The newest view of families or young people is of {said_date(fact.newest)}."


@_said.register
def _(fact: ActivityOnly, _context: PromptContext) -> str:
    return f"All the evidence is of kind {', '.join(fact.kinds)}."


@_said.register
def _(fact: WholeCohort, _context: PromptContext) -> str:
    if not fact.cohorts:
        return "No evidence is linked."
    return f"The evidence covers no more than: {', '.join(fact.cohorts)}."


@_said.register
def _(fact: OneAgency, _context: PromptContext) -> str:
    if not fact.missing:
        return "All the evidence is from one agency."
    return f"No evidence is from: {', '.join(fact.missing)}."


@_said.register
def _(fact: OutOfDate, _context: PromptContext) -> str:
    if fact.refresh_due is not None:
        return f"A refresh was due on {said_date(fact.refresh_due)}."
    return f"The newest evidence is of {said_date(fact.newest)}." if fact.newest else ""


@_said.register
def _(fact: DoneBeforeProof, context: PromptContext) -> str:
    said = f"{_action(context, fact.action)} is called done on {said_date(fact.done)}"
    if fact.completed is not None and fact.done < fact.completed:
        return f"{said}; its completion is put at {said_date(fact.completed)} or later."
    return f"{said}, and the level is the lowest."


@_said.register
def _(fact: FigureWithoutFrame, context: PromptContext) -> str:
    where = _card(context, fact.excerpt) if fact.excerpt else "the because"
    return f"In {where}: {', '.join(f'no {part}' for part in fact.missing)}."


@_said.register
def _(fact: SplitNotRecorded, _context: PromptContext) -> str:
    if fact.word in {"mixed", "split"}:
        return f"The room was {fact.word}."
    if fact.two_or_more_off:
        votes = _counted(fact.two_or_more_off, "vote was", "votes were")
        return f"{votes} two levels or more away."
    return "The level is not the one in the middle of the vote."


@_said.register
def _(fact: MissingVoice, context: PromptContext) -> str:
    return f"Not in the room: {_labels(context, fact.voices)}."


@_said.register
def _(fact: OrphanAction, context: PromptContext) -> str:
    return f"{_action(context, fact.action)}: {', '.join(_ORPHAN[part] for part in fact.missing)}."


@_said.register
def _(fact: LoopOpen, _context: PromptContext) -> str:
    parts = []
    if fact.kloes:
        parts.append(_counted(len(fact.kloes), "key line of enquiry", "key lines of enquiry"))
        parts[-1] += " open"
    if fact.red_actions:
        parts.append(f"{_counted(len(fact.red_actions), 'action', 'actions')} Red")
    return f"{'; '.join(parts)}." if parts else "No risk is recorded."


@_said.register
def _(fact: RaisedWithoutEvidence, context: PromptContext) -> str:
    return f"Last time: {context.framework.level_label(fact.before)}."


@_said.register
def _(fact: StrengthsOnly, _context: PromptContext) -> str:
    return f"{fact.strengths} strengths, and no gap or challenge."


@_said.register
def _(fact: SameEvidenceEverywhere, context: PromptContext) -> str:
    return f"{_card(context, fact.excerpt)} stands on {fact.items} items."


@_said.register
def _(fact: SameLevelEverywhere, context: PromptContext) -> str:
    return f"All {fact.items} rated items: {context.framework.level_label(fact.level)}."
