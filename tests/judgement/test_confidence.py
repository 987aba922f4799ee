"""The confidence that is suggested: from evidence and agreement, and never lowered by a gap."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judgement.prompted import DAY, Entry, a_framework, a_round, a_state, card, context, rated
from judgement.prompts.test_evidence import VALUES
from maturity.judgement.confidence import Strength, strength_of, suggested
from maturity.judgement.context import Around, context_of
from maturity.session.kinds import put

ORDER = ("low", "medium", "high")
SPLIT, MIXED, TOGETHER = a_round(4, 0, 4), a_round(3, 6, 3), a_round(0, 9, 1)
FAMILY = card("f", kind="family-experience", date="2026-02-01", cohort="whole", agency="Health")
OUTCOME = card("o", kind="outcome", date="2026-02-01", cohort="whole", agency="Council")
DATA = card("d", kind="data", date="2026-02-01", cohort="whole", agency="Health")
ONE_CARD = (DAY, *DATA)
TWO_CARDS = (DAY, *FAMILY, *OUTCOME)
ALL_CARDS = (DAY, rated("middle"), *FAMILY, *OUTCOME, *DATA)


@pytest.mark.parametrize(
    ("evidence", "confidences"),
    [
        (ONE_CARD, ("low", "low", "medium")),
        (TWO_CARDS, ("low", "medium", "medium")),
        (ALL_CARDS, ("medium", "medium", "high")),
    ],
    ids=["thin", "fair", "strong"],
)
def test_the_table_of_evidence_by_agreement(
    evidence: tuple[Entry, ...], confidences: tuple[str, ...]
) -> None:
    for votes, confidence in zip((SPLIT, MIXED, TOGETHER), confidences, strict=True):
        assert suggested(context(*evidence, votes)).confidence == confidence


@pytest.mark.parametrize("votes", [(), (a_round(0, 2, 0),), (a_round(0, 0, 0),)])
def test_too_few_votes_count_as_a_split_room(votes: tuple[Entry, ...]) -> None:
    assert suggested(context(*TWO_CARDS, *votes)).confidence == "low"


def test_the_latest_vote_is_the_one_that_counts() -> None:
    assert suggested(context(*ALL_CARDS, SPLIT, a_round(0, 9, 1, n=2))).confidence == "high"


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((DAY,), "low, because no evidence is linked and there is no vote to go by"),
        ((*ONE_CARD, SPLIT), "low, because one source only and the room is split"),
        (
            (*ALL_CARDS, TOGETHER),
            "high, because families and outcomes are among its sources and the room is together",
        ),
        (
            (DAY, *card("a", kind="output"), *card("b", kind="activity"), MIXED),
            "low, because it shows what was done and not what changed and the room is mixed",
        ),
        (
            (DAY, *card("a", date="2020-01-01"), *card("b", date="2020-01-01"), TOGETHER),
            "medium, because it is out of date, but the room is together",
        ),
        (
            (*TWO_CARDS, a_round(1, 0, 0)),
            "low, because two sources only and too few voted for a word",
        ),
    ],
)
def test_it_says_why(entries: tuple[Entry, ...], said: str) -> None:
    assert suggested(context(*entries)).said == said


def test_a_prompt_that_is_off_weakens_nothing() -> None:
    done = (*card("a", kind="output"), *card("b", kind="activity"))
    off = a_framework("[prompt.activity-only]", "on = false")
    assert strength_of(context(DAY, *done))[0] is Strength.THIN
    assert strength_of(context(DAY, *done, framework=off))[0] is Strength.FAIR


def test_a_challenge_of_families_keeps_evidence_from_being_strong() -> None:
    old = card("f", kind="family-experience", date="2020-01-01", agency="Health")
    strength, why = strength_of(context(DAY, rated("middle"), *old, *OUTCOME, *DATA))
    assert (strength, why) == (Strength.FAIR, ("no recent word of families stands behind it",))


KNOWN: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.fixed_dictionaries({}, optional=VALUES), max_size=4
)
ROUNDS = st.sampled_from(((), (SPLIT,), (MIXED,), (TOGETHER,)))
LEVELS = st.sampled_from(("low", "middle", "high"))


def cards_of(known: list[dict[str, Any]]) -> list[Entry]:
    return [entry for at, facts in enumerate(known) for entry in card(str(at), **facts)]


@given(KNOWN, ROUNDS, LEVELS)
def test_a_link_of_which_nothing_is_known_never_lowers_it(
    known: list[dict[str, Any]], votes: tuple[Entry, ...], level: str
) -> None:
    entries = (DAY, rated(level), *votes, *cards_of(known))
    before = suggested(context(*entries)).confidence
    after = suggested(context(*entries, *card("unknown"))).confidence
    assert ORDER.index(after) >= ORDER.index(before)


@given(KNOWN, LEVELS, st.data())
def test_what_is_thin_is_thin_whatever_the_unknown_facts_turn_out_to_be(
    known: list[dict[str, Any]], level: str, data: st.DataObject
) -> None:
    framework = a_framework()
    before = after = a_state(DAY, rated(level), *cards_of(known))
    for number, facts in enumerate(known):
        for name in VALUES.keys() - facts.keys():
            after = put(after, ("excerpts", f"e{number}", name), data.draw(VALUES[name]))
    item = framework.item("one")
    if strength_of(context_of(Around(framework, before), item))[0] is Strength.THIN:
        assert strength_of(context_of(Around(framework, after), item))[0] is Strength.THIN


@given(KNOWN, LEVELS)
def test_more_agreement_never_lowers_it(known: list[dict[str, Any]], level: str) -> None:
    entries = (DAY, rated(level), *cards_of(known))
    found = [suggested(context(*entries, votes)).confidence for votes in (SPLIT, MIXED, TOGETHER)]
    assert found == sorted(found, key=ORDER.index)
