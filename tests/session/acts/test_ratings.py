"""What the room says of an item: a level, or why there is none."""

import pytest

from maturity.session.acts.act import Refused
from maturity.session.acts.ratings import ParkAct, RateAct, SeenAct
from maturity.session.state import ItemState, SessionState
from session.acts.kept import done, kept, outcome


def one(state: SessionState) -> ItemState:
    return state.pillar.get("one", ItemState())


@pytest.mark.parametrize("level", ["middle", "Middle", "2"])
def test_a_level_is_named_by_id_label_or_number(level: str) -> None:
    rating = one(kept(RateAct("one", level))).rating
    assert rating is not None
    assert (rating.state, rating.level, rating.chosen_by) == ("provisional", "middle", "room")


def test_only_what_was_given_changes() -> None:
    state = done(RateAct("one", "low", because="Why."), RateAct("one", confidence="high"))
    item = one(kept(RateAct("one", "high"), state))
    assert (item.because, item.confidence) == ("Why.", "high")
    assert outcome(RateAct("one", "low"), state).changes == ()


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (RateAct("one", "low", not_reached=True), "Choose one"),
        (RateAct("one", cannot_say="x", not_applicable="y"), "Choose one"),
        (RateAct("one", cannot_say="  "), "What would settle it"),
        (RateAct("one", not_applicable=""), "Say why"),
        (RateAct("two", not_applicable="Because."), "does not allow"),
        (RateAct("one", "fourth"), "fourth"),
        (RateAct("one", "4"), "4"),
        (RateAct("one", ""), "no level called"),
        (RateAct("one", aim="fourth"), "fourth"),
        (RateAct("lens", "low"), "not rated on its own"),
        (SeenAct("one", "low"), "is rated itself"),
        (SeenAct("lens", "fourth"), "fourth"),
        (ParkAct("lens"), "not rated on its own"),
    ],
)
def test_what_cannot_be_is_refused_in_words(act: object, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act)


def test_cannot_say_keeps_the_next_step_until_there_is_a_level() -> None:
    state = kept(RateAct("one", cannot_say="Ask the data group by May."))
    assert one(state).next_step == "Ask the data group by May."
    assert one(kept(RateAct("one", chosen_by="chair"), state)).next_step is not None
    rated = one(kept(RateAct("one", "low"), state))
    assert rated.next_step is None


def test_who_chose_stays_until_somebody_else_does() -> None:
    state = done(RateAct("one", "low", chosen_by="chair"), RateAct("one", "high"))
    rating = one(state).rating
    assert rating is not None
    assert rating.chosen_by == "chair"


def test_an_item_that_does_not_apply_keeps_the_reason() -> None:
    item = one(kept(RateAct("one", not_applicable="No such school here.")))
    assert item.rating is not None
    assert (item.rating.state, item.because) == ("not-applicable", "No such school here.")


def test_an_aim_has_a_level_and_words_each_on_its_own() -> None:
    state = done(RateAct("one", aim="high"), RateAct("one", aim_text="More time."))
    aim = one(state).aim
    assert aim is not None
    assert (aim.level, aim.text) == ("high", "More time.")
    assert one(done(RateAct("one", aim="high"), RateAct("one", aim=""))).aim is None


def test_clearing_takes_the_rating_and_leaves_the_words() -> None:
    item = one(done(RateAct("one", "low", because="Why."), RateAct("one", clear=True)))
    assert (item.rating, item.because) == (None, "Why.")


def test_parked_and_not_discussed_and_back() -> None:
    state = done(ParkAct("one", because="Waiting."), ParkAct("one", undiscussed=True))
    item = one(state)
    assert item.parked is not None
    assert (item.parked.because, item.discussed) == ("Waiting.", False)
    item = one(kept(ParkAct("one", clear=True), state))
    assert (item.parked, item.discussed) == (None, None)


def test_a_lens_is_seen_and_cleared() -> None:
    state = kept(SeenAct("1.1", "middle"))
    assert state.criterion["lens"].seen == "middle"
    assert kept(SeenAct("lens", ""), state) == SessionState()
