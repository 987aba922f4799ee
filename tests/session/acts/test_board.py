"""What the board decided: its outcome worked out, and nothing of the room's ever changed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_workshop, reopened
from maturity.session.acts.act import Refused
from maturity.session.acts.board import ConfirmAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.votes import VoteAct
from maturity.session.state import Board, SessionState
from session.acts.kept import done, kept, outcome

DAY = "2026-04-16"


def answer(state: SessionState, item: str = "one") -> Board:
    board = state.pillar[item].board
    assert board is not None
    return board


def rated() -> SessionState:
    return done(
        RateAct("one", "middle", because="Why."),
        VoteAct("one", (3, 9, 2)),
        DissentAct("one", from_="families", level="low", reason="Not where we live."),
    )


@pytest.mark.parametrize("level", ["middle", "Middle", "2"])
def test_the_rooms_level_is_confirmed(level: str) -> None:
    board = answer(kept(ConfirmAct("one", level, on="16 April 2026", minute="6.1"), rated()))
    assert (board.outcome, board.level, board.on, board.minute) == (
        "confirmed",
        "middle",
        DAY,
        "6.1",
    )


def test_any_other_answer_is_an_amendment_with_its_reason() -> None:
    board = answer(kept(ConfirmAct("one", "high", on=DAY, note="Charter agreed."), rated()))
    assert (board.outcome, board.level, board.note) == ("amended", "high", "Charter agreed.")
    board = answer(kept(ConfirmAct("one", not_reached=True, on=DAY, note="No."), rated()))
    assert (board.outcome, board.state, board.level) == ("amended", "not-reached", None)


@pytest.mark.parametrize(
    ("rate", "act"),
    [
        (RateAct("one", not_reached=True), ConfirmAct("one", not_reached=True, on=DAY)),
        (RateAct("one", cannot_say="Ask."), ConfirmAct("one", cannot_say=True, on=DAY)),
        (RateAct("one", not_applicable="None."), ConfirmAct("one", not_applicable=True, on=DAY)),
    ],
)
def test_an_answer_without_a_level_is_confirmed_by_the_same(rate: object, act: object) -> None:
    assert answer(done(rate, act)).outcome == "confirmed"


def test_where_the_room_gave_nothing_every_answer_is_an_amendment() -> None:
    with pytest.raises(Refused, match="amendment needs"):
        outcome(ConfirmAct("one", "low", on=DAY))
    assert answer(kept(ConfirmAct("one", "low", on=DAY, note="Seen."))).outcome == "amended"


def test_an_answer_put_off_has_its_reason_and_no_level() -> None:
    board = answer(kept(ConfirmAct("one", defer=True, on=DAY, note="Data in June."), rated()))
    assert (board.outcome, board.state, board.level) == ("deferred", None, None)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (ConfirmAct("one", on=DAY), "Say what the board decided"),
        (ConfirmAct("one", "middle"), "Say the day"),
        (ConfirmAct("one", "middle", on="June"), "not a day"),
        (ConfirmAct("one", "high", on=DAY, note=" "), "amendment needs"),
        (ConfirmAct("one", defer=True, on=DAY), "deferral needs"),
        (ConfirmAct("one", "middle", on=DAY, defer=True), "Choose one"),
        (ConfirmAct("one", "middle", clear=True), "Choose one"),
        (ConfirmAct("two", not_applicable=True, on=DAY, note="x"), "does not allow"),
        (ConfirmAct("one", "fourth", on=DAY), "fourth"),
        (ConfirmAct("lens", "low", on=DAY), "not rated on its own"),
    ],
)
def test_what_cannot_be_is_refused_in_words(act: object, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act, rated())


def test_the_views_open_at_that_moment_are_kept_with_the_answer() -> None:
    state = rated()
    (first,) = state.pillar["one"].dissent
    answered = kept(DissentAct(None, id=first, answer="We heard."), state)
    assert answer(kept(ConfirmAct("one", "2", on=DAY), state)).dissent_seen == (first,)
    assert answer(kept(ConfirmAct("one", "2", on=DAY), answered)).dissent_seen == ()


def test_one_detail_changes_without_the_rest() -> None:
    state = done(RateAct("one", "low"), ConfirmAct("one", "high", on=DAY, note="So."))
    before = answer(state)
    after = answer(kept(ConfirmAct("one", minute="6.2"), kept(RateAct("one", "middle"), state)))
    assert after == before.model_copy(update={"minute": "6.2"})


def test_another_answer_keeps_the_day_and_asks_for_its_own_reason() -> None:
    state = done(RateAct("one", "low"), ConfirmAct("one", "high", on=DAY, note="So.", minute="6"))
    with pytest.raises(Refused, match="deferral needs"):
        outcome(ConfirmAct("one", defer=True), state)
    board = answer(kept(ConfirmAct("one", "low"), state))
    assert (board.outcome, board.on, board.minute, board.note) == ("confirmed", DAY, "6", None)


def test_an_answer_is_taken_back() -> None:
    state = done(RateAct("one", "low"), ConfirmAct("one", "low", on=DAY))
    assert kept(ConfirmAct("one", clear=True), state).pillar["one"].board is None
    assert outcome(ConfirmAct("two", clear=True), state).changes == ()


ANSWERS = st.sampled_from(
    (
        ConfirmAct("one", "low", on=DAY, note="So."),
        ConfirmAct("one", "middle", on=DAY, note="So."),
        ConfirmAct("one", defer=True, on=DAY, note="So."),
        ConfirmAct("one", not_reached=True, on=DAY, note="So."),
        ConfirmAct("one", minute="6.1", on=DAY),
        ConfirmAct("one", clear=True),
    )
)


@given(st.lists(ANSWERS, max_size=6))
def test_nothing_the_room_said_ever_changes(answers: list[ConfirmAct]) -> None:
    before = state = rated()
    for act in answers:
        try:
            state = kept(act, state)
        except Refused:
            continue
        assert state.pillar["one"].model_copy(update={"board": None}) == before.pillar["one"]


def test_the_record_names_the_outcome_and_the_rating_that_was_seen(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(RateAct("one", "low"))
    (rating,) = workshop.history("one")
    workshop.do(ConfirmAct("one", "low", on=DAY))
    workshop.do(ConfirmAct("one", "high", note="More was shown."))
    workshop.do(ConfirmAct("one", defer=True, note="Later."))
    assert [event.act for event in workshop.history("one")[1:]] == ["confirm", "amend", "defer"]
    board = answer(workshop.state)
    assert board.rating_seen == (rating.id,)
    assert board.seen == workshop.state.pillar["one"].rating
    assert workshop.undo().said == "Undone: board's answer of First."
    assert answer(workshop.state).outcome == "amended"
    state = workshop.state
    workshop.close()
    assert reopened(workshop, to_read=True).state == state
    (workshop.folder / "session.toml").unlink()
    assert reopened(workshop, to_read=True).state == state
