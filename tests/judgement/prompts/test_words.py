"""What stands beside a prompt says which card, action or voice it is about."""

from datetime import date

import pytest

from judgement.prompted import DAY, ONE, Entry, action, card, context, kloe, rated
from maturity.judgement.prompts.asked import prompt_views
from maturity.judgement.prompts.facts import (
    ActivityOnly,
    ComplaintsOnly,
    DoneBeforeProof,
    Fact,
    FamilyGap,
    FeltByFamilies,
    FigureWithoutFrame,
    LoopOpen,
    MissingVoice,
    NotDiscussed,
    OneAgency,
    OrphanAction,
    OutOfDate,
    RaisedWithoutEvidence,
    SameEvidenceEverywhere,
    SameLevelEverywhere,
    SplitNotRecorded,
    StrengthsOnly,
    WholeCohort,
)
from maturity.judgement.prompts.words import about
from maturity.judgement.view import Audience

EARLY, LATE = date(2021, 4, 1), date(2021, 12, 1)
DONE = '"Do it" is called done on 1 April 2021'
ENTRIES: tuple[Entry, ...] = (rated(), *card("a", "Waits\nare better."), action(), kloe())


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (FeltByFamilies("low", None, 12), "No view of families or young people is linked."),
        (
            FeltByFamilies("low", EARLY, 12),
            "The newest view of families or young people is of 1 April 2021.",
        ),
        (ActivityOnly(("activity", "output"), 2), "All the evidence is of kind activity, output."),
        (WholeCohort(()), "No evidence is linked."),
        (WholeCohort(("pilot",)), "The evidence covers no more than: pilot."),
        (OneAgency((), ()), "All the evidence is from one agency."),
        (OneAgency(("education",), ("health",)), "No evidence is from: health."),
        (OutOfDate(EARLY, LATE), "The newest evidence is of 1 April 2021."),
        (OutOfDate(None, None, EARLY), "A refresh was due on 1 April 2021."),
        (
            DoneBeforeProof("ac.a", EARLY, LATE),
            f"{DONE}; its completion is put at 1 December 2021 or later.",
        ),
        (
            DoneBeforeProof("ac.a", EARLY, None),
            f"{DONE}, and the level is the lowest.",
        ),
        (FigureWithoutFrame("", ("value", "period")), "In the because: no value, no period."),
        (FigureWithoutFrame("ea", ("comparator",)), 'In "Waits are better.": no comparator.'),
        (SplitNotRecorded("mixed", 2, 1), "The room was mixed."),
        (SplitNotRecorded("together", 2, 1), "1 vote was two levels or more away."),
        (SplitNotRecorded("", 2, 2), "2 votes were two levels or more away."),
        (SplitNotRecorded("", 2, 0), "The level is not the one in the middle of the vote."),
        (FamilyGap(("families",)), ""),
        (MissingVoice(("families", "health")), "Not in the room: Families, Health."),
        (OrphanAction("ac.a", ("owner", "due")), '"Do it": no owner, no date.'),
        (LoopOpen(("kk.a",), ("ac.a",)), "1 key line of enquiry open; 1 action Red."),
        (LoopOpen(("kk.a", "kk.b"), ()), "2 key lines of enquiry open."),
        (LoopOpen((), ()), "No risk is recorded."),
        (NotDiscussed("low"), ""),
        (RaisedWithoutEvidence("low", "high", EARLY), "Last time: Low."),
        (StrengthsOnly(2), "2 strengths, and no gap or challenge."),
        (ComplaintsOnly(("ea",)), ""),
        (SameEvidenceEverywhere("ea", 4), '"Waits are better." stands on 4 items.'),
        (SameLevelEverywhere("high", 5), "All 5 rated items: High."),
    ],
)
def test_a_fact_says_what_it_is_about(fact: Fact, said: str) -> None:
    assert about(fact, context(*ENTRIES)) == said


def test_long_words_are_cut() -> None:
    long = context(*card("a", "word " * 50))
    said = about(SameEvidenceEverywhere("ea", 4), long)
    assert said.endswith('word..." stands on 4 items.')
    assert len(said) < 110


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("schools " * 9, '"' + " ".join(["schools"] * 8) + '..."'),
        ("w" * 80, '"' + "w" * 70 + '..."'),
        ("w" * 70, '"' + "w" * 70 + '"'),
    ],
)
def test_words_are_cut_between_words_where_they_can_be(text: str, said: str) -> None:
    fact = SameEvidenceEverywhere("ea", 4)
    assert about(fact, context(*card("a", text))).startswith(f"{said} stands on")


def test_it_stands_beside_what_is_open_and_in_no_public_paper() -> None:
    asked = context(DAY, rated())
    done = context(
        DAY, rated(), ((*ONE, "answers", "felt-by-families"), {"outcome": "parked",
                                                               "level_then": "middle"})
    )  # fmt: skip
    for audience in Audience:
        (first,) = prompt_views(asked, audience)
        assert bool(first.about) is (audience is not Audience.PUBLIC)
        (settled,) = prompt_views(done, audience)
        assert settled.about == ""
