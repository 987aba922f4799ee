"""Findings about voice groups that outlive the counts they rest on: kept in words."""

from collections.abc import Iterable, Mapping
from typing import Final

from maturity.framework import Framework
from maturity.judgement.view import GapView, Withheld
from maturity.judgement.words import gap_sentence
from maturity.session.state import SessionState
from maturity.session.voters import group_label

__all__ = ["gap_words", "stored_gaps"]

_DROPPED: Final = Withheld("Counts by group were dropped when the session was closed.")


def gap_words(gaps: Iterable[GapView]) -> Mapping[str, str]:
    """The findings that may be told, by voice group; by "pillar/group" where one is of a pillar.

    What was for the facilitator alone is not kept: it could show how somebody voted.
    """
    return {
        f"{gap.pillar}/{gap.voice}" if gap.pillar else gap.voice: gap.said
        for gap in gaps
        if gap.kept_back is None
    }


def stored_gaps(state: SessionState, framework: Framework) -> tuple[GapView, ...]:
    """The findings that a closed session kept; every audience may have them, as before."""
    kept = state.session.gap_words or {}
    return tuple(_view(key, said, framework) for key, said in kept.items())


def _view(key: str, said: str, framework: Framework) -> GapView:
    pillar, _, voice = key.rpartition("/")
    who = group_label(framework, voice)
    lower = gap_sentence(who, is_lower=True, is_one_pillar=bool(pillar))
    return GapView(pillar, voice, who, said == lower, said, _DROPPED)
