"""The challenge prompts that look at the room: its votes, its voices and its notes."""

from typing import Final

from maturity.judgement.agreement import Agreement, AgreementWord, describe, word_of
from maturity.judgement.context import PromptContext
from maturity.judgement.groups.gap import cliffs_delta
from maturity.judgement.prompts.facts import (
    FamilyGap,
    MissingVoice,
    NotDiscussed,
    SameLevelEverywhere,
    SplitNotRecorded,
    StrengthsOnly,
)
from maturity.judgement.rounds import counts_of, in_order
from maturity.session.state import Round

__all__ = [
    "family_gap",
    "missing_voice",
    "not_discussed",
    "same_level_everywhere",
    "split_not_recorded",
    "strengths_only",
]

_WIDE: Final = 0.474
_FEWEST_STRENGTHS: Final = 2
_FEWEST_ALIKE: Final = 5


def _counts(context: PromptContext, kept: Round) -> tuple[int, ...]:
    return counts_of(kept, context.framework.levels_of(context.item))


def split_not_recorded(context: PromptContext) -> SplitNotRecorded | None:
    """The latest vote is not together, or the level is not the room's, and no dissent is kept.

    A view that was taken back is not kept.
    """
    rounds = in_order(context.kept.rounds)
    if not rounds or any(one.status != "withdrawn" for one in context.kept.dissent.values()):
        return None
    kept = rounds[-1][1]
    counts = _counts(context, kept)
    agreement, word = describe(counts), word_of(counts, kept.rule)
    level = _place(context)
    off_median = level is not None and _is_off(agreement, level)
    far = agreement.two_or_more_off or 0
    if word not in {AgreementWord.MIXED, AgreementWord.SPLIT} and not off_median and not far:
        return None
    away = agreement.n - counts[level - 1] if level is not None else 0
    return SplitNotRecorded(str(word or ""), away, far)


def _place(context: PromptContext) -> int | None:
    """The number of the item's level, from 1, among the levels it may be rated at."""
    levels = context.framework.levels_of(context.item)
    return levels.index(context.level) + 1 if context.level in levels else None


def _is_off(agreement: Agreement, level: int) -> bool:
    low, high = agreement.median_low, agreement.median_high
    return low is not None and high is not None and not low <= level <= high


def family_gap(context: PromptContext) -> FamilyGap | None:
    """Family voices voted lower than the rest, in the latest round that has their counts.

    For the facilitator alone: on one item it is wrong too often to be said to anyone else.
    """
    families = [name for name, voice in context.framework.voices.items() if voice.families]
    for _, kept in reversed(in_order(context.kept.rounds)):
        typed = tuple(name for name in families if name in kept.groups)
        if typed:
            return FamilyGap(typed) if _is_lower(context, kept, typed) else None
    return None


def _is_lower(context: PromptContext, kept: Round, typed: tuple[str, ...]) -> bool:
    levels = context.framework.levels_of(context.item)
    theirs = tuple(sum(kept.groups[name].tally.get(level, 0) for name in typed) for level in levels)
    others = tuple(whole - part for whole, part in zip(_counts(context, kept), theirs, strict=True))
    if min(others) < 0:  # a hand edit may hold more of a group than of the room
        return False
    low, rest = describe(theirs).median_low, describe(others).median_low
    return (
        low is not None
        and rest is not None
        and low < rest
        and (cliffs_delta(theirs, others) >= _WIDE)
    )


def missing_voice(context: PromptContext) -> MissingVoice | None:
    """Rated, and a core voice is absent or has sent apologies.

    Silent while nobody is marked present, and while anyone here has no group: they could be it.
    """
    here = [one for one in context.state.people.values() if one.state == "present"]
    if context.kept.rating is None or not here:
        return None
    if any(one.group is None and not one.observer for one in here):
        return None
    came = {one.group for one in here}
    missing = tuple(
        name for name, voice in context.framework.voices.items() if voice.core and name not in came
    )
    return MissingVoice(missing) if missing else None


def not_discussed(context: PromptContext) -> NotDiscussed | None:
    """The level is proposed, not discussed."""
    if context.level is None or context.kept.discussed is not False:
        return None
    return NotDiscussed(context.level)


def strengths_only(context: PromptContext) -> StrengthsOnly | None:
    """Two strengths or more and no gap or challenge, in the notes that anyone may read."""
    tags = [note.tag for note in context.kept.notes.values() if not note.private]
    strengths = tags.count("strength")
    if strengths < _FEWEST_STRENGTHS or {"gap", "challenge"} & set(tags):
        return None
    return StrengthsOnly(strengths)


def same_level_everywhere(context: PromptContext) -> SameLevelEverywhere | None:
    """Five items or more have a level, and it is the same one."""
    levels = context.around.levels
    rated = sum(levels.values())
    if context.level is None or rated < _FEWEST_ALIKE or set(levels) != {context.level}:
        return None
    return SameLevelEverywhere(context.level, rated)
