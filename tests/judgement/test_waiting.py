"""Votes gathered before are no vote of the room until they are revealed."""

from typing import Any

import pytest

from judgement.prompted import Entry, a_framework, a_state, rated
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience, Disclosed
from maturity.session.kinds import validated


def a_survey(*counts: int, **more: Any) -> Entry:
    tally = dict(zip(("low", "middle", "high"), counts, strict=True))
    at = ("pillar", "one", "rounds", "bb.1")
    return at, {"n": 1, "method": "survey", "tally": tally, "revealed": False, **more}


def seen(audience: Audience, *entries: Entry) -> Disclosed:
    return disclose(a_state(*entries), a_framework(), audience)


@pytest.mark.parametrize("audience", [Audience.ROOM, Audience.FACILITATOR])
def test_before_the_reveal_only_their_number_is_seen(audience: Audience) -> None:
    groups = {"families": {"tally": {"low": 4}}}
    item = seen(audience, a_survey(4, 1, 4, groups=groups), rated("low")).item("one")
    assert (item.waiting, item.rounds, item.latest, item.median) == (9, (), None, ())
    bare = seen(audience, rated("low")).item("one")
    assert item.prompts == bare.prompts
    assert item.suggested == bare.suggested


@pytest.mark.parametrize("audience", list(Audience))
def test_after_it_they_are_a_round_like_any(audience: Audience) -> None:
    item = seen(audience, a_survey(4, 1, 4, revealed=True)).item("one")
    assert item.waiting == 0
    assert [one.counts for one in item.rounds] == [(4, 1, 4)]


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_who_reads_a_paper_waits_for_no_reveal(audience: Audience) -> None:
    item = seen(audience, a_survey(4, 1, 4)).item("one")
    assert (item.waiting, len(item.rounds), item.suggested) == (0, 1, None)


def test_a_round_says_nothing_of_the_reveal_unless_it_waits() -> None:
    assert validated(("pillar", "one", "rounds"), {"n": 1}).revealed is True
