"""Counts of a survey kept as first rounds: unseen, in one action, and nobody's vote told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_scene, a_workshop, reopened, tiny
from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused
from maturity.session.acts.surveys import SurveyAct, survey_outcome, voted_already
from maturity.session.acts.votes import VoteAct, vote_outcome
from maturity.survey.counts import Counts, ItemCounts


def some(low: int, middle: int = 0, high: int = 0, cannot_say: int = 0, abstain: int = 0) -> Counts:
    return Counts({"low": low, "middle": middle, "high": high}, cannot_say, abstain)


def one(counts: Counts, item: str = "one", **groups: Counts) -> ItemCounts:
    return ItemCounts(item, counts, groups)


def test_each_item_gets_a_first_round_that_waits(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    receipt = workshop.do(
        SurveyAct((one(some(3, 2, 1, abstain=1)), one(some(0, 7), "two")), people=7)
    )
    assert receipt.said.startswith("Kept: first votes of 7 people on 2 items.")
    (kept,) = workshop.state.pillar["one"].rounds.values()
    assert (kept.n, kept.method, kept.present, kept.revealed) == (1, "survey", 7, False)
    assert (dict(kept.tally), kept.abstain) == ({"low": 3, "middle": 2, "high": 1}, 1)
    view = workshop.view(Audience.FACILITATOR)
    assert [item.waiting for item in view.items] == [6, 7]
    assert workshop.undo().said == "Undone: vote of First and Second things."
    assert [item.waiting for item in workshop.view(Audience.ROOM).items] == [0, 0]
    assert workshop.redo().said == "Done again: vote of First and Second things."
    state = workshop.state
    workshop.close()
    again = reopened(workshop, to_read=True)
    assert again.state == state
    (workshop.folder / "session.toml").unlink()
    assert reopened(workshop, to_read=True).state == state


def test_the_reveal_is_an_act_and_so_is_its_undo(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(SurveyAct((one(some(3, 2)),), people=5))
    said = workshop.do(VoteAct("one", (), reveal=True)).said
    assert said == "The votes gathered before on First things are shown."
    assert workshop.view(Audience.ROOM).item("one").rounds[0].counts == (3, 2, 0)
    assert workshop.undo().said == "Undone: reveal of the votes gathered before on First."
    assert workshop.view(Audience.ROOM).item("one").waiting == 5
    workshop.close()


def test_the_rooms_own_vote_is_the_second_round_and_reveals_the_first(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(SurveyAct((one(some(3, 2)),), people=5))
    workshop.do(VoteAct("one", (1, 1, 1)))
    item = workshop.view(Audience.ROOM).item("one")
    assert [(vote.n, vote.method) for vote in item.rounds] == [(1, "survey"), (2, "paper")]
    assert item.waiting == 0
    workshop.undo()
    assert workshop.view(Audience.ROOM).item("one").waiting == 5
    workshop.close()


@pytest.mark.parametrize("act", [VoteAct("one", (), reveal=True), VoteAct("two", (), reveal=True)])
def test_there_is_nothing_to_reveal_twice(tmp_path: Path, act: VoteAct) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(SurveyAct((one(some(3, 2)),), people=5))
    workshop.do(VoteAct("one", (), reveal=True))
    with pytest.raises(Refused, match="wait to be shown"):
        workshop.do(act)
    workshop.close()


def test_a_reveal_takes_no_counts() -> None:
    with pytest.raises(Refused, match="leave the counts out"):
        vote_outcome(a_scene(), VoteAct("one", (1, 2, 3), reveal=True))


def test_an_item_with_a_vote_is_passed_over_and_the_rest_kept(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(VoteAct("one", (1, 2, 3)))
    act = SurveyAct((one(some(3)), one(some(3), "two")), people=3)
    assert voted_already(workshop.scene, act) == ("one",)
    receipt = workshop.do(act)
    assert receipt.said.startswith("Kept: first votes of 3 people on 1 item.")
    assert receipt.warnings[0] == "A vote is recorded already for First: not kept."
    assert [len(workshop.state.pillar[name].rounds) for name in ("one", "two")] == [1, 1]
    workshop.close()


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ((), "recorded already for First, so nothing was kept. Undo it first."),
        ((one(some(1), "two"),), "for First, and only one person voted on the rest, so nothing"),
    ],
)
def test_where_no_item_is_left_nothing_of_a_survey_is_kept(
    tmp_path: Path, rest: tuple[ItemCounts, ...], said: str
) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(VoteAct("one", (1, 2, 3)))
    with pytest.raises(Refused, match=said):
        workshop.do(SurveyAct((one(some(3)), *rest), people=3))
    assert "two" not in workshop.state.pillar
    workshop.close()


def test_one_vote_is_somebodys_vote_and_is_not_kept() -> None:
    kept = survey_outcome(a_scene(), SurveyAct((one(some(1)), one(some(2), "two")), people=3))
    assert [change.at[1] for change in kept.changes] == ["two"]
    assert kept.warnings[0].startswith("Only one person voted on First: not kept")
    for answer in (some(1), some(0, cannot_say=1), some(0, abstain=1)):
        with pytest.raises(Refused, match="would be that person's vote"):
            survey_outcome(a_scene(), SurveyAct((one(answer),), people=1))


def test_nobody_voting_is_an_answer_too() -> None:
    kept = survey_outcome(a_scene(), SurveyAct((one(some(0, cannot_say=4)),), people=4))
    assert kept.changes[0].new["cannot_say"] == 4


def test_groups_too_few_to_count_apart_join_the_rest() -> None:
    item = one(some(6, 2), families=some(3), health=some(1), council=some(2, 2))
    kept = survey_outcome(a_scene(), SurveyAct((item,), people=8))
    assert list(kept.changes[0].new["groups"]) == ["council"]
    (said,) = kept.warnings
    assert said.endswith("where they are too few to be counted apart: Families, Health.")


def test_comments_are_private_notes() -> None:
    item = ItemCounts("one", some(2), comments=("A word.",))
    kept = survey_outcome(a_scene(), SurveyAct((item,), people=2))
    assert kept.changes[1].at == ("pillar", "one", "notes")
    assert kept.changes[1].new == {"text": "A word.", "private": True}
    assert kept.warnings[0].startswith("1 comment is kept as a private note. Read what it says")


COUNTS = st.tuples(*[st.integers(0, 4)] * 3)


@given(st.dictionaries(st.sampled_from(("families", "health", "council")), COUNTS), COUNTS)
def test_no_groups_kept_let_one_vote_be_read_or_subtracted(
    groups: dict[str, tuple[int, int, int]], others: tuple[int, int, int]
) -> None:
    room = [sum(level) for level in zip(others, *groups.values(), strict=True)]
    item = ItemCounts("one", some(*room), {name: some(*each) for name, each in groups.items()})
    try:
        kept = survey_outcome(a_scene(), SurveyAct((item,), people=sum(room)))
    except Refused:
        assert sum(room) <= 1
        return
    stored = kept.changes[0].new.get("groups", {})
    votes = [sum(tally["tally"].values()) for tally in stored.values()]
    assert all(count >= 2 for count in votes)
    assert not stored or sum(room) - sum(votes) != 1
    assert tiny().voices.keys() >= stored.keys()


OLD = one(some(4, 3), families=some(3), health=some(1, 3))


@pytest.mark.parametrize(
    "again",
    [
        one(some(4, 3, 1), families=some(3), health=some(1, 3)),
        one(some(4, 3, abstain=1), families=some(3), health=some(1, 3)),
        one(some(3, 4), families=some(3), health=some(1, 3)),
        one(some(5, 3, 1), families=some(4), health=some(1, 3)),
        one(some(6, 3, 1), families=some(5), health=some(1, 3)),
        one(some(5, 3), families=some(3)),
    ],
)
def test_a_survey_taken_in_again_shows_nobodys_vote_beside_the_one_that_was_undone(
    tmp_path: Path, again: ItemCounts
) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(SurveyAct((OLD,), people=7))
    workshop.undo()
    with pytest.raises(Refused, match="votes on First were taken in before and undone"):
        workshop.do(SurveyAct((again, one(some(3, 3), "two")), people=8))
    workshop.close()
    workshop = reopened(workshop)
    with pytest.raises(Refused, match="how one person voted"):
        workshop.do(SurveyAct((again,), people=8))
    workshop.close()
    added = [event for event in workshop.history() if event.at[-1:] == ("rounds",)]
    assert [event.new["present"] for event in added if event.op == "add"] == [7]


@pytest.mark.parametrize(
    "again",
    [
        OLD,
        one(some(6, 3), families=some(5), health=some(1, 3)),
        one(some(4, 3, 2), families=some(3), health=some(1, 3)),
        one(some(1, 1, 7)),
    ],
)
def test_a_survey_undone_may_be_taken_in_again_as_it_was_or_with_two_answers_more(
    tmp_path: Path, again: ItemCounts
) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(SurveyAct((OLD,), people=7))
    workshop.undo()
    workshop.do(SurveyAct((again,), people=9))
    assert workshop.view(Audience.ROOM).item("one").waiting == again.counts.votes
    workshop.close()
