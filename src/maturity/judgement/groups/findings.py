"""What is told of voice groups: findings over a scope, in words, and rarely in numbers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from maturity.framework import Framework
from maturity.judgement.groups.doubt import Claim, counts_keep_doubt, words_keep_doubt
from maturity.judgement.groups.gap import FEWEST_VOTES, cross_pairs, scope_gap
from maturity.judgement.groups.scopes import (
    Scope,
    Side,
    is_through,
    scopes,
    sides,
    voices_held,
    voted_items,
)
from maturity.judgement.groups.stored_gaps import stored_gaps
from maturity.judgement.view import (
    Audience,
    GapNumbers,
    GapRow,
    GapView,
    GroupCounts,
    VoiceView,
    Withheld,
)
from maturity.judgement.words import gap_numbers_sentence, gap_sentence
from maturity.session.state import Round, SessionState
from maturity.session.voters import group_label

__all__ = ["findings", "group_counts", "told_of"]

_NO_NUMBERS: Final = MappingProxyType(
    {
        Audience.ROOM: Withheld("Counts by group are not shown to the room."),
        Audience.BOARD: Withheld(
            "Counts by group are not printed: they could show how somebody voted."
        ),
        Audience.PUBLIC: Withheld("Counts by group stand in no public paper."),
    }
)
_KEPT_BACK: Final = Withheld(
    "For you alone: with the counts of this room it could show how somebody voted."
)
_TOO_EARLY: Final = Withheld(
    "For you alone until the room is through with all of these items: beside a later paper it "
    "could show how somebody voted."
)


def group_counts(
    kept: Round, levels: Sequence[str], framework: Framework, audience: Audience
) -> tuple[GroupCounts, ...]:
    """The counts of each voice group within a round, for the facilitator alone."""
    if audience is not Audience.FACILITATOR:
        return ()
    return tuple(
        GroupCounts(
            voice=voice,
            who=group_label(framework, voice),
            counts=tuple(one.tally.get(level, 0) for level in levels),
            cannot_say=one.cannot_say,
            abstain=one.abstain,
        )
        for voice, one in kept.groups.items()
    )


def findings(
    state: SessionState,
    whole: SessionState,
    framework: Framework,
    voices: Iterable[VoiceView],
    audience: Audience,
) -> tuple[GapView, ...]:
    """Every finding about a group that this audience may have, families first in each scope.

    `state` is what the audience may see of the `whole` session.
    """
    if state.session.gap_words is not None:
        return stored_gaps(state, framework)
    voters = frozenset(voice.id for voice in voices if voice.votes and voice.present)
    return tuple(
        view
        for scope in scopes(framework)
        for view in _of_scope(
            state,
            framework,
            scope,
            voters,
            audience,
            is_early=not is_through(state, whole, framework, scope),
        )
    )


def _of_scope(
    state: SessionState,
    framework: Framework,
    scope: Scope,
    voters: frozenset[str],
    audience: Audience,
    *,
    is_early: bool,
) -> Iterator[GapView]:
    found = tuple(_claims(state, framework, scope))
    told = () if is_early else told_of(found)
    hidden = len(voters - {claim.voice for claim in told})
    is_counted = counts_keep_doubt(told, voted_items(state, framework, scope), hidden)
    is_all = audience is Audience.FACILITATOR
    for claim in found if is_all else told:
        who = group_label(framework, claim.voice)
        is_shown = is_all or (audience is Audience.BOARD and is_counted)
        yield GapView(
            pillar=scope.pillar,
            voice=claim.voice,
            who=who,
            is_lower=claim.is_lower,
            said=gap_sentence(who, is_lower=claim.is_lower, is_one_pillar=bool(scope.pillar)),
            numbers=_numbers(who, claim.sides) if is_shown else _NO_NUMBERS[audience],
            kept_back=None if claim in told else _TOO_EARLY if is_early else _KEPT_BACK,
        )


def _claims(state: SessionState, framework: Framework, scope: Scope) -> Iterator[Claim]:
    for voice in voices_held(state, framework, scope):
        held = sides(state, framework, scope, voice)
        found = scope_gap((side.group, side.others) for side in held)
        if found.gap and found.mean_delta is not None:
            yield Claim(voice, found.mean_delta > 0, held)


def told_of(
    found: Sequence[Claim], keep_doubt: Callable[[Sequence[Claim]], bool] = words_keep_doubt
) -> tuple[Claim, ...]:
    """The findings that may leave the facilitator's screen, each beside those before it."""
    told: tuple[Claim, ...] = ()
    for claim in found:
        if keep_doubt((*told, claim)):
            told = (*told, claim)
    return told


def _numbers(who: str, held: Sequence[Side]) -> GapNumbers:
    counted = [
        cross_pairs(side.group, side.others)
        for side in held
        if sum(side.group) >= FEWEST_VOTES and sum(side.others) >= FEWEST_VOTES
    ]
    lower, higher = (
        sum((Fraction(getattr(one, way), one.pairs) for one in counted), Fraction(0)) / len(counted)
        for way in ("lower", "higher")
    )
    rows = tuple(GapRow(side.item, side.n, side.group, side.others) for side in held)
    return GapNumbers(gap_numbers_sentence(who, lower, higher), rows)
