"""The answers of a returned paper, kept in one step that touches nothing of the room's."""

from pathlib import Path

import pytest

from builders import a_workshop, reopened
from maturity.session.acts.act import Refused
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.board import ConfirmAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.returned import ReturnedAct
from maturity.session.acts.votes import VoteAct
from maturity.session.kinds import plain
from maturity.workshop import Workshop

DAY = "2026-04-16"
ANSWERS = (
    ConfirmAct("one", "middle", on=DAY, minute="6.1"),
    ConfirmAct("two", "high", on=DAY, note="The charter is agreed."),
)


def rated(tmp_path: Path) -> Workshop:
    workshop = a_workshop(tmp_path)
    for act in (
        RateAct("one", "middle", because="Named leads."),
        RateAct("two", "low"),
        VoteAct("two", (9, 2, 1)),
        DissentAct("two", from_="families", level="low", reason="Not where we live."),
        ActionAct("Finish the charter"),
    ):
        workshop.do(act)
    return workshop


def test_all_answers_are_one_step_and_one_undo(tmp_path: Path) -> None:
    workshop = rated(tmp_path)
    before = workshop.state
    receipt = workshop.do(ReturnedAct(ANSWERS))
    assert receipt.said == "Recorded from the paper: 1 confirmed, 1 amended."
    boards = [workshop.state.pillar[name].board for name in ("one", "two")]
    assert [board and board.outcome for board in boards] == ["confirmed", "amended"]
    assert {event.grp for event in workshop.history()[-2:]} == {workshop.history()[-2].id}
    workshop.undo()
    assert workshop.state == before
    workshop.close()


def test_ratings_votes_and_dissent_are_never_touched(tmp_path: Path) -> None:
    workshop = rated(tmp_path)
    before = {name: plain(item) for name, item in workshop.state.pillar.items()}
    workshop.do(ReturnedAct(ANSWERS))
    after = {name: plain(item) for name, item in workshop.state.pillar.items()}
    assert after != before
    for name, item in after.items():
        assert {key: said for key, said in item.items() if key != "board"} == before[name]
    state = workshop.state
    workshop.close()
    again = reopened(workshop)
    assert again.state == state
    again.close()


def test_the_same_answers_twice_record_nothing_new(tmp_path: Path) -> None:
    workshop = rated(tmp_path)
    workshop.do(ReturnedAct(ANSWERS))
    events = len(workshop.history())
    assert workshop.do(ReturnedAct(ANSWERS)).said == "Nothing in this paper is new."
    assert len(workshop.history()) == events
    workshop.close()


def test_agreed_actions_and_remarks_are_kept_with_the_answers(tmp_path: Path) -> None:
    workshop = rated(tmp_path)
    (action,) = workshop.state.actions
    note = NoteAct("two", "The board asks for the age of late cases.")
    receipt = workshop.do(ReturnedAct(ANSWERS[:1], (action,), (note, note)))
    assert receipt.said == (
        "Recorded from the paper: 1 confirmed, 1 action agreed, 2 remarks kept as private notes."
    )
    assert workshop.state.actions[action].agreed
    assert len(workshop.state.pillar["two"].notes) == 2
    workshop.close()


def test_one_answer_that_cannot_be_leaves_all_unrecorded(tmp_path: Path) -> None:
    workshop = rated(tmp_path)
    before = workshop.state
    with pytest.raises(Refused, match="An amendment needs the board's reason"):
        workshop.do(ReturnedAct((*ANSWERS[:1], ConfirmAct("two", "high", on=DAY))))
    assert workshop.state is before
    workshop.close()
