"""Undo and redo: one action at a time, of this laptop, without ever shortening the record."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Ticking, a_typist, a_workshop, reopened
from maturity.session.acts.act import Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import ParkAct, RateAct
from maturity.session.acts.votes import VoteAct
from maturity.session.state import SessionState
from maturity.workshop import Workshop

ACTS = (
    RateAct("one", "low"),
    RateAct("one", "high", because="Because."),
    RateAct("two", because="Typing."),
    RateAct("one", clear=True),
    NoteAct("one", "A note."),
    PersonAct("Bo Fenn", group="health", present=True),
    PersonAct("Bo Fenn", remove=True),
    VoteAct("two", (1, 2, 0), present=3),
    ParkAct("two", because="Later."),
)


def because(workshop: Workshop) -> str | None:
    one = workshop.state.pillar.get("one")
    return one.because if one else None


def test_each_undo_goes_one_action_further_back(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    start = workshop.state
    for level in ("low", "middle", "high"):
        workshop.do(RateAct("one", level))
    for level in ("middle", "low"):
        workshop.undo()
        rating = workshop.state.pillar["one"].rating
        assert rating is not None
        assert rating.level == level
    workshop.undo()
    assert workshop.state == start
    workshop.close()


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(ACTS), min_size=1, max_size=8))
def test_all_undone_and_done_again_is_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, acts: list[object]
) -> None:
    # more than a minute apart, so that typing in one box stays several actions
    workshop = a_workshop(tmp_path_factory.mktemp("undo"), clock=Ticking(70))
    workshop.do(NoteAct("two", "The first."))
    states: list[SessionState] = [workshop.state]
    for act in acts:
        before = len(workshop.history())
        try:
            workshop.do(act)
        except Refused:
            continue
        if len(workshop.history()) > before:
            states.append(workshop.state)
    lengths = [len(workshop.history())]
    for state in reversed(states[:-1]):
        workshop.undo()
        assert workshop.state == state
        lengths.append(len(workshop.history()))
    for state in states[1:]:
        workshop.redo()
        assert workshop.state == state
        lengths.append(len(workshop.history()))
    assert lengths == sorted(lengths)
    workshop.close()
    assert reopened(workshop, to_read=True).state == states[-1]


def test_steady_typing_in_one_box_is_one_action(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    for text in ("The", "The charter", "The charter is drafted."):
        workshop.do(RateAct("one", because=text))
    assert len([event for event in workshop.history() if event.at[-1] == "because"]) == 3
    workshop.undo()
    assert because(workshop) is None
    workshop.redo()
    assert because(workshop) == "The charter is drafted."
    workshop.close()


def test_a_pause_of_a_minute_ends_an_action(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path, clock=Ticking(61))
    workshop.do(RateAct("one", because="The"))
    workshop.do(RateAct("one", because="The charter"))
    workshop.undo()
    assert because(workshop) == "The"
    workshop.close()


def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(RateAct("one", "low"))
    rated = workshop.state
    workshop.close()
    again = reopened(workshop, "aaaaaaaa")
    again.undo()
    assert "one" not in again.state.pillar
    again.close()
    third = reopened(workshop, "bbbbbbbb")
    third.redo()
    assert third.state == rated
    third.close()


def another(workshop: Workshop) -> Workshop:
    return Workshop.open(
        workshop.folder,
        a_typist("eeeeeeee", "Bo", "bbbbbb"),
        Ticking(),
        wait_seconds=0,
    )


def test_another_laptop_keeps_what_it_changed_since(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(RateAct("one", "low"))
    workshop.close()
    other = another(workshop)
    with pytest.raises(Refused, match="nothing to undo on this laptop"):
        other.undo()
    other.do(RateAct("one", "high"))
    other.close()
    again = reopened(workshop)
    with pytest.raises(Refused, match=r"Rating of one was changed again at 09:\d\d \(Bo\)"):
        again.undo()
    again.close()


def test_a_new_action_ends_what_could_be_done_again(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(RateAct("one", "low"))
    workshop.undo()
    workshop.do(NoteAct("one", "Something else."))
    with pytest.raises(Refused, match="nothing to redo"):
        workshop.redo()
    workshop.close()


def test_an_entry_with_changes_of_its_own_comes_back_whole(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    entry = workshop.do(NoteAct("one", "A note.")).entry
    workshop.do(NoteAct(None, None, id=entry, tag="gap"))
    whole = workshop.state
    workshop.do(NoteAct(None, None, id=entry, remove=True))
    workshop.undo()
    assert workshop.state == whole
    workshop.redo()
    workshop.close()
    again = reopened(workshop)
    again.undo()
    assert again.state == whole
    again.close()
