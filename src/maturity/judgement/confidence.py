"""The confidence that evidence and agreement suggest. People choose; this never sets one."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from maturity.judgement.agreement import AgreementWord, word_of
from maturity.judgement.context import PromptContext
from maturity.judgement.prompts import evidence
from maturity.judgement.rounds import counts_of, in_order
from maturity.judgement.view import Suggestion

__all__ = ["Strength", "strength_of", "suggested"]

_FEWEST: Final = 2
_SEVERAL: Final = 3
_FELT: Final = frozenset({"family-experience", "young-voice"})


class Strength(StrEnum):
    """How much the linked evidence of an item can carry."""

    THIN = "thin"
    FAIR = "fair"
    STRONG = "strong"


_BY_STRENGTH: Final[Mapping[Strength, tuple[str, str, str]]] = MappingProxyType(
    {
        Strength.THIN: ("low", "low", "medium"),
        Strength.FAIR: ("low", "medium", "medium"),
        Strength.STRONG: ("medium", "medium", "high"),
    }
)
"""The suggestion where the room is split, mixed and together."""

_COLUMN: Final = MappingProxyType(
    {AgreementWord.SPLIT: 0, AgreementWord.MIXED: 1, AgreementWord.TOGETHER: 2}
)
_ROOM: Final = MappingProxyType(
    {
        AgreementWord.SPLIT: "the room is split",
        AgreementWord.MIXED: "the room is mixed",
        AgreementWord.TOGETHER: "the room is together",
        AgreementWord.TOO_FEW: "too few voted for a word",
    }
)
_Rule = tuple[str, Callable[[PromptContext], object], str]
_THINNING: Final[tuple[_Rule, ...]] = (
    ("activity-only", evidence.activity_only, "it shows what was done and not what changed"),
    ("out-of-date", evidence.out_of_date, "it is out of date"),
)
_WEAKENING: Final[tuple[_Rule, ...]] = (
    ("felt-by-families", evidence.felt_by_families, "no recent word of families stands behind it"),
    ("whole-cohort", evidence.whole_cohort, "it is not about the whole cohort"),
    ("one-agency", evidence.one_agency, "it does not come from all the partners"),
)


def suggested(context: PromptContext) -> Suggestion:
    """The confidence for one item, from its evidence and its latest vote.

    Too few votes, or none, count as a split room. A fact that nobody has set never lowers it: a
    link without a kind or a date is a link.
    """
    strength, reasons = strength_of(context)
    rounds = in_order(context.kept.rounds)
    levels = context.framework.levels_of(context.item)
    word = word_of(counts_of(rounds[-1][1], levels), rounds[-1][1].rule) if rounds else None
    room = _ROOM[word] if word else "there is no vote to go by"
    column = _COLUMN.get(word or AgreementWord.TOO_FEW, 0)
    is_mixed = (strength is Strength.STRONG) != (word is AgreementWord.TOGETHER)
    return Suggestion(_BY_STRENGTH[strength][column], reasons, room, is_mixed)


def strength_of(context: PromptContext) -> tuple[Strength, tuple[str, ...]]:
    """How strong the evidence of an item is, and why, in words."""
    thin = (*_few(len(context.cards)), *_fired(context, _THINNING))
    if thin:
        return Strength.THIN, thin
    short = (*_lacks(context), *_fired(context, _WEAKENING))
    if short:
        return Strength.FAIR, short
    return Strength.STRONG, ("families and outcomes are among its sources",)


def _few(links: int) -> Iterator[str]:
    if not links:
        yield "no evidence is linked"
    elif links < _FEWEST:
        yield "one source only"


def _lacks(context: PromptContext) -> Iterator[str]:
    kinds = {card.facts.kind for card in context.cards}
    if len(context.cards) < _SEVERAL:
        yield "two sources only"
    if not kinds & _FELT:
        yield "no family or young person's view is among it"
    if "outcome" not in kinds:
        yield "no outcome is among it"


def _fired(context: PromptContext, rules: tuple[_Rule, ...]) -> Iterator[str]:
    prompts = context.framework.prompts
    return (said for name, fires, said in rules if prompts[name].on and fires(context) is not None)
