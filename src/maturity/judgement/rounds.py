"""A vote round as an audience may see it: counts and one word, or the word alone."""

from collections.abc import Iterable, Mapping, Sequence

from maturity.judgement.agreement import describe, word_of
from maturity.judgement.view import Audience, GroupCounts, LevelView, RoundView, Withheld
from maturity.judgement.words import count_sentence, room_sentence, word_sentence
from maturity.session.state import Round

__all__ = ["FEWEST_SHOWN", "counts_of", "in_order", "median_levels", "round_view"]

FEWEST_SHOWN = 5
"""Votes below which a room's counts stay out of a public paper."""

_UNKNOWN_RULE = "The word for this vote needs a newer version of maturity (rule {rule})."


def counts_of(kept: Round, levels: Iterable[str]) -> tuple[int, ...]:
    """One count a level of the item, lowest first; those outside the levels are not in it."""
    return tuple(kept.tally.get(level, 0) for level in levels)


def in_order(rounds: Mapping[str, Round]) -> tuple[tuple[str, Round], ...]:
    """Rounds with their ids, by number; the last one is the one that counts."""
    return tuple(sorted(rounds.items(), key=lambda pair: pair[1].n))


def median_levels(counts: Sequence[int], levels: Sequence[LevelView]) -> tuple[LevelView, ...]:
    """The levels the room lies between: one where both medians agree, none without votes."""
    agreement = describe(counts)
    low, high = agreement.median_low, agreement.median_high
    if low is None or high is None:
        return ()
    return tuple(levels[number - 1] for number in sorted({low, high}))


def round_view(
    entry: str,
    kept: Round,
    levels: Sequence[LevelView],
    audience: Audience,
    groups: tuple[GroupCounts, ...] = (),
) -> RoundView:
    """The round for this audience; a small public room gives its word and no counts."""
    counts = counts_of(kept, (level.id for level in levels))
    labels = [level.label for level in levels]
    word = word_of(counts, kept.rule)
    agreement = describe(counts)
    said = count_sentence(
        labels, counts, present=kept.present, cannot_say=kept.cannot_say, abstain=kept.abstain
    )
    is_hidden = audience is Audience.PUBLIC and sum(counts) < FEWEST_SHOWN
    if word is None:
        word_said = _UNKNOWN_RULE.format(rule=kept.rule)
    elif audience in {Audience.BOARD, Audience.PUBLIC}:
        word_said = room_sentence(agreement, labels, counts_shown=not is_hidden)
    else:
        word_said = word_sentence(agreement, labels)
    withheld = Withheld("So few people voted that the numbers are left out.")
    return RoundView(
        id=entry,
        n=kept.n,
        method=kept.method,
        present=None if is_hidden else kept.present,
        counts=withheld if is_hidden else counts,
        cannot_say=0 if is_hidden else kept.cannot_say,
        abstain=0 if is_hidden else kept.abstain,
        word=str(word or ""),
        is_small_room=agreement.small_room,
        said=withheld.reason if is_hidden else said,
        word_said=word_said,
        groups=groups,
    )
