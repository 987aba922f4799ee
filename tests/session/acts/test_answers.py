"""What the room does with a challenge prompt."""

from pathlib import Path

import pytest

from builders import a_workshop, reopened
from maturity.framework import PROMPT_CODES
from maturity.session.acts.act import Refused
from maturity.session.acts.answers import AnswerAct
from maturity.session.acts.ratings import RateAct
from maturity.session.state import Answer
from session.acts.kept import done, kept, outcome


def test_an_answer_is_kept_with_the_level_it_was_given_at() -> None:
    state = done(RateAct("one", "middle"), AnswerAct("one", "CH01", "The forum says so."))
    one = state.pillar["one"]
    assert one.answers == {
        "felt-by-families": Answer(
            outcome="answered", text="The forum says so.", level_then="middle"
        )
    }
    assert one.rating == done(RateAct("one", "middle")).pillar["one"].rating
    assert not state.actions
    unrated = kept(AnswerAct("two", "felt-by-families", "Yes.")).pillar["two"]
    assert unrated.answers["felt-by-families"].level_then is None
    assert unrated.rating is None


@pytest.mark.parametrize("prompt", ["CH09", "ch09", "family-gap", " Family-Gap "])
def test_a_prompt_goes_by_its_id_or_its_code(prompt: str) -> None:
    assert list(kept(AnswerAct("one", prompt, "x")).pillar["one"].answers) == ["family-gap"]
    assert PROMPT_CODES["family-gap"] == "CH09"


def test_accepting_makes_an_action_of_the_item_once() -> None:
    act = AnswerAct("one", "CH01", "Ask the forum.", outcome="accepted")
    state = kept(act)
    (action,) = state.actions.values()
    assert (action.text, action.item, action.owners) == ("Ask the forum.", "one", ())
    assert "no owner" in outcome(act).said
    assert outcome(act, state).changes == ()


def test_parking_needs_no_words() -> None:
    answer = kept(AnswerAct("one", "CH08", outcome="parked")).pillar["one"].answers
    assert answer["split-not-recorded"] == Answer(outcome="parked")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (AnswerAct("one", "CH01"), "Say the answer in a line"),
        (AnswerAct("one", "CH01", "  "), "Say the answer in a line"),
        (AnswerAct("one", "CH01", outcome="accepted"), "what will be done"),
        (AnswerAct("one", "CH01", outcome="dismissed"), "Say why"),
        (AnswerAct("one", "CH13", "x"), r'no prompt called "CH13".*felt-by-families \(CH01\)'),
        (AnswerAct("one", "", "x"), 'no prompt called ""'),
        (AnswerAct("one", "not-discussed", "x"), 'does not ask "not-discussed"'),
        (AnswerAct("lens", "CH01", "x"), "is not rated on its own"),
        (AnswerAct("nobody", "CH01", "x"), "nobody"),
    ],
)
def test_what_cannot_be_is_refused(act: AnswerAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act)


def test_an_accepted_prompt_and_its_action_are_undone_as_one(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(AnswerAct("one", "CH01", "Ask the forum.", outcome="accepted"))
    assert workshop.state.actions
    workshop.undo()
    assert not workshop.state.actions
    assert "one" not in workshop.state.pillar
    workshop.redo()
    state = workshop.state
    assert len(state.actions) == len(state.pillar["one"].answers) == 1
    workshop.close()
    assert reopened(workshop, to_read=True).state == state
