"""What the person who leads the room is told about the time of a talk, in whole sentences."""

from collections.abc import Sequence
from typing import Final

from maturity.judgement.agreement import AgreementWord
from maturity.judgement.timing.talk_time import TalkTime
from maturity.judgement.triage import Flag, is_settled
from maturity.judgement.view import ItemView
from maturity.judgement.words import agreement_label, talk_sentence

__all__ = [
    "OVER",
    "TIGHT",
    "kept_to",
    "median_words",
    "middle_of",
    "named",
    "talk_lines",
    "worth_talking",
]

OVER: Final = "over its share of time (m)"
"""Stands on the line that says what to do, once a talk has taken more than it may."""

TIGHT: Final = "All the time left is needed for the other items: record this one, or park it."
"""Said in place of an offer of more minutes."""

_MOST_NAMED: Final = 5


def named(item: ItemView) -> str:
    """An item as a list names it, its code first."""
    return f"{item.code} {item.short}".strip()


def talk_lines(item: ItemView, time: TalkTime, flags: Sequence[Flag]) -> tuple[str, ...]:
    """What this item may take, why it needs it, and how many others still need talk."""
    return tuple(
        line for line in (_taken(item, time), talk_sentence(flags), _waiting(time.to_come)) if line
    )


def _taken(item: ItemView, time: TalkTime) -> str:
    may = _about(time.may)
    if is_settled(item):
        return "This item is settled; nothing presses."
    if time.taken is None:
        return f"Once its votes are in, this item may be talked about for {may}."
    taken = round(time.taken)
    spent = "The talk has just begun" if not taken else f"The talk has taken {_minutes(taken)}"
    over = " It is over its share." if time.is_over else ""
    return f"{spent}; it may take {may}.{over}"


def _about(minutes: float) -> str:
    whole = round(minutes)
    return f"about {_minutes(whole)}" if whole else "under a minute"


def _minutes(whole: int) -> str:
    return "1 minute" if whole == 1 else f"{whole} minutes"


def _waiting(items: Sequence[ItemView]) -> str:
    if not items:
        return "No other item still needs talk."
    need = "1 other item still needs" if len(items) == 1 else f"{len(items)} other items still need"
    shown = [f"{named(item)} ({_standing(item)})" for item in items[:_MOST_NAMED]]
    more = [f"{len(items) - _MOST_NAMED} more"] if len(items) > _MOST_NAMED else []
    return f"{need} talk, hottest first: {', '.join((*shown, *more))}."


def _standing(item: ItemView) -> str:
    if item.latest is None:
        return "no vote yet"
    word = item.latest.word
    return agreement_label(AgreementWord(word)).lower() if word else "no word"


def middle_of(item: ItemView) -> str:
    """Where the room lies on an item, in as few words as there are."""
    labels = [level.label for level in item.median]
    if not labels:
        return "no vote yet"
    return labels[0] if len(labels) == 1 else f"between {labels[0]} and {labels[-1]}"


def median_words(item: ItemView) -> str:
    """Where the room lies on an item that is not settled; begins with what joins it to that."""
    if not item.median:
        return ": the room has not voted"
    joined = "the middle of the room was" if len(item.median) == 1 else "the room was"
    return f": {joined} {middle_of(item)}"


def worth_talking(
    items: Sequence[ItemView], widest: Sequence[str], fit: int
) -> tuple[ItemView, ...]:
    """Which items to talk about where only `fit` of them can be, in the order given.

    `widest` has the ids of all that have votes, the widest spread first. None is named before
    every item has its votes, nor where all fit.
    """
    ids = {item.id for item in items}
    if not 0 < fit < len(items) or not ids <= set(widest):
        return ()
    chosen = [name for name in widest if name in ids][:fit]
    return tuple(item for item in items if item.id in chosen)


def kept_to(items: Sequence[ItemView], chosen: Sequence[ItemView]) -> str:
    """Which items there is time to talk about, and what becomes of the others; empty where all."""
    if not chosen:
        return ""
    names = ", ".join(map(named, chosen))
    others = len(items) - len(chosen)
    stand = "the other stands" if others == 1 else f"the other {others} stand"
    return (
        f"There is time to talk about {len(chosen)} of {len(items)}. The first votes lie widest "
        f"apart on {names}; {stand} as proposed, not discussed."
    )
