"""Findings about voice groups that were kept in words when a session was closed."""

from types import MappingProxyType

import pytest

from builders import tiny
from maturity.judgement.disclosure import disclose
from maturity.judgement.groups.stored_gaps import gap_words
from maturity.judgement.view import Audience, GapView, Withheld
from maturity.judgement.words import gap_sentence
from maturity.session.state import SessionInfo, SessionState

LOWER = gap_sentence("Families", is_lower=True, is_one_pillar=False)
HIGHER = gap_sentence("Health", is_lower=False, is_one_pillar=True)
NO = Withheld("No numbers.")


def test_what_may_be_told_is_kept_by_group_and_what_may_not_is_not() -> None:
    gaps = (
        GapView("", "families", "Families", is_lower=True, said=LOWER, numbers=NO),
        GapView("one", "health", "Health", is_lower=False, said=HIGHER, numbers=NO),
        GapView("", "council", "Council", is_lower=True, said="x", numbers=NO, kept_back=NO),
    )
    assert gap_words(gaps) == {"families": LOWER, "one/health": HIGHER}


@pytest.mark.parametrize("audience", list(Audience))
def test_every_audience_has_the_words_and_none_a_number(audience: Audience) -> None:
    words = MappingProxyType({"families": LOWER, "one/health": HIGHER})
    state = SessionState(session=SessionInfo(gap_words=words))
    first, second = disclose(state, tiny(), audience).gaps
    assert (first.pillar, first.voice, first.who, first.said) == ("", "families", "Families", LOWER)
    assert (second.pillar, second.voice, second.said) == ("one", "health", HIGHER)
    assert (first.is_lower, second.is_lower) == (True, False)
    for gap in (first, second):
        assert gap.kept_back is None
        assert isinstance(gap.numbers, Withheld)


def test_a_closed_session_without_a_finding_has_none() -> None:
    state = SessionState(session=SessionInfo(gap_words=MappingProxyType({})))
    assert disclose(state, tiny(), Audience.FACILITATOR).gaps == ()
