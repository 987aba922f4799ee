"""Who will do what by when, and how far it has come."""

import pytest

from maturity.session.acts.act import Refused
from maturity.session.acts.actions import ActionAct, DeliveryAct
from maturity.session.acts.page import SetAct
from maturity.session.state import Action, SessionState
from session.acts.kept import done, kept, outcome


def only(state: SessionState) -> Action:
    (action,) = state.actions.values()
    return action


def test_an_action_keeps_the_words_of_its_date_and_the_day_they_name() -> None:
    act = ActionAct(
        "Finish the charter", owner=("Forum co-chair", " "), due="two weeks", item="1", plan=("P1",)
    )
    action = only(kept(act))
    assert (action.due, action.due_on) == ("two weeks", "2026-04-06")
    assert (action.owners, action.item, action.plan) == (("Forum co-chair",), "one", ("P1",))


def test_what_is_missing_is_said_and_not_refused() -> None:
    assert outcome(ActionAct("Finish")).warnings == (
        "It has no owner yet.",
        "It has no date yet.",
    )
    assert outcome(ActionAct("Finish", owner=("AC",), due="May")).warnings == ()


def test_the_board_is_a_date_once_its_day_is_set() -> None:
    state = kept(SetAct("board_date", "2026-04-16"))
    assert only(kept(ActionAct("Finish", due="next board"), state)).due_on == "2026-04-16"
    named = kept(SetAct("house.board", "Partnership"), state)
    assert only(kept(ActionAct("Finish", due="Partnership"), named)).due_on == "2026-04-16"


def test_an_action_is_changed_and_removed_by_its_id() -> None:
    state = kept(ActionAct("Finish", owner=("AC",), due="two weeks"))
    (entry,) = state.actions
    changed = only(kept(ActionAct(None, id=entry, agreed=True, due=""), state))
    assert (changed.agreed, changed.due, changed.due_on) == (True, None, None)
    assert (changed.text, changed.owners) == ("Finish", ("AC",))
    assert kept(ActionAct(None, id=entry, remove=True), state) == SessionState()


def test_delivery_is_a_dated_status_today_when_no_date_is_given() -> None:
    state = kept(ActionAct("Finish"))
    (entry,) = state.actions
    state = done_more(state, DeliveryAct(entry, "red"), DeliveryAct(entry, "amber", "2026-06-01"))
    assert [(one.status, one.on) for one in only(state).statuses.values()] == [
        ("red", "2026-03-23"),
        ("amber", "2026-06-01"),
    ]


def done_more(state: SessionState, *acts: object) -> SessionState:
    for act in acts:
        state = kept(act, state)
    return state


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (ActionAct(None), "needs a line of text"),
        (ActionAct("x", item="nobody"), "nobody"),
        (ActionAct(None, remove=True), "Say which action"),
        (ActionAct(None, id=""), "No action"),
        (DeliveryAct("zz", "red"), "No action"),
        (DeliveryAct("", "red"), "No action"),
    ],
)
def test_what_cannot_be_is_refused(act: object, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act, done(ActionAct("Only one")) if "No action" in sentence else None)
