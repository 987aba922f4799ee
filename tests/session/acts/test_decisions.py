"""Decisions, and risks; "none" counts only when the room was asked."""

import pytest

from maturity.session.acts.act import Refused
from maturity.session.acts.decisions import DecisionAct, RiskAct
from maturity.session.state import SessionState
from session.acts.kept import done, kept, outcome


def test_a_decision_has_words_an_item_a_forum_and_a_date() -> None:
    state = kept(DecisionAct("Share it", item="one", to="Board", due="two weeks"))
    (decision,) = state.decisions.values()
    assert (decision.item, decision.to, decision.due_on) == ("one", "Board", "2026-04-06")


def test_none_is_kept_once_and_a_risk_takes_it_back() -> None:
    none = kept(RiskAct(None, none=True))
    assert none.session.no_risks
    assert outcome(RiskAct(None, none=True), none).changes == ()
    state = kept(RiskAct("Posts stay vacant"), none)
    assert not state.session.no_risks
    assert len(state.risks) == 1
    with pytest.raises(Refused, match="Risks are recorded"):
        outcome(RiskAct(None, none=True), state)


def test_they_are_changed_and_removed_by_their_ids() -> None:
    state = done(DecisionAct("x"), RiskAct("y"))
    (decision,), (risk,) = state.decisions, state.risks
    state = kept(DecisionAct("z", id=decision), state)
    assert state.decisions[decision].text == "z"
    state = kept(DecisionAct(None, id=decision, remove=True), state)
    assert kept(RiskAct(None, id=risk, remove=True), state) == SessionState()


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (DecisionAct(None), "needs its words"),
        (RiskAct(""), "needs its words; --none"),
        (RiskAct("Posts stay vacant", none=True), "None, and a risk"),
        (RiskAct(None, none=True, item="one"), "None, and a risk"),
        (DecisionAct("x", item="nobody"), "nobody"),
        (RiskAct(None, id="zz", remove=True), "No risk"),
    ],
)
def test_what_cannot_be_is_refused(act: object, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act)
