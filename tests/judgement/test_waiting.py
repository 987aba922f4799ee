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


READERS = pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])


@READERS
@pytest.mark.parametrize(
    "met",
    [
        rated("low", item="two"),
        (("pillar", "two", "parked"), {"parked": True}),
        (("pillar", "two", "rounds", "cc.1"), {"n": 1, "tally": {"low": 5}}),
    ],
)
def test_a_paper_tells_of_votes_the_room_found_no_time_for(audience: Audience, met: Entry) -> None:
    item = seen(audience, a_survey(4, 1, 4), met).item("one")
    assert (item.waiting, len(item.rounds), item.suggested) == (0, 1, None)


@READERS
def test_a_paper_written_before_the_room_met_does_not_tell_it_of_the_votes(
    audience: Audience,
) -> None:
    prepared: Entry = (("pillar", "two", "notes", "dd.1"), {"text": "A thought."})
    item = seen(audience, a_survey(4, 1, 4), prepared).item("one")
    assert (item.waiting, item.rounds, item.median) == (9, (), ())


@pytest.mark.parametrize(("counts", "told"), [((1, 2, 1), 0), ((2, 2, 1), 5)])
def test_in_public_the_number_of_very_few_that_wait_is_told_neither_before_nor_after(
    counts: tuple[int, ...], told: int
) -> None:
    assert seen(Audience.PUBLIC, a_survey(*counts)).item("one").waiting == told
    assert seen(Audience.BOARD, a_survey(*counts)).item("one").waiting == sum(counts)
    after = repr(seen(Audience.PUBLIC, a_survey(*counts, present=77), rated("low", item="two")))
    assert ("77" in after) is bool(told)


def test_a_round_says_nothing_of_the_reveal_unless_it_waits() -> None:
    assert validated(("pillar", "one", "rounds"), {"n": 1}).revealed is True
