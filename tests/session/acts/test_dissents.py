"""A different view: kept in its own words, by group or role, and never by name."""

from dataclasses import replace

import pytest

from maturity.session.acts.act import Refused
from maturity.session.acts.dissents import DissentAct, small_group_warning
from maturity.session.acts.people import PersonAct
from maturity.session.state import Dissent, SessionState
from session.acts.kept import done, kept, outcome


def only(state: SessionState) -> Dissent:
    (dissent,) = state.pillar["one"].dissent.values()
    return dissent


def an_id(state: SessionState) -> str:
    (entry,) = state.pillar["one"].dissent
    return entry


def test_a_view_is_kept_for_the_board_unless_it_says_otherwise() -> None:
    act = DissentAct("one", from_="health", level="high", reason="Why.")
    view = only(kept(act))
    assert (view.from_, view.from_kind, view.level) == ("Health", "group", "high")
    assert (view.reach, view.status) == ("board", "open")
    assert outcome(act).said.endswith("It will stand in the board's paper only.")


def test_a_view_of_nobody_in_particular() -> None:
    view = only(kept(DissentAct("one", reason="Why.")))
    assert (view.from_, view.from_kind) == ("someone in the room", "none")


@pytest.mark.parametrize("label", ["Bo Fenn", "bo fenn", "Bo Fenn (forum)", "the view of Bo Fenn."])
def test_a_name_on_the_register_is_refused(label: str) -> None:
    with pytest.raises(Refused, match="never by name"):
        outcome(DissentAct("one", from_=label, reason="x"), done(PersonAct("Bo Fenn")))


@pytest.mark.parametrize("label", ["Bo", "fenn", "Fenn, Bo"])
def test_part_of_a_name_on_the_register_is_refused(label: str) -> None:
    with pytest.raises(Refused, match="never by name"):
        outcome(DissentAct("one", from_=label, reason="x"), done(PersonAct("Bo Anders Fenn")))


def test_a_role_is_kept_where_a_name_has_its_word_too() -> None:
    state = done(PersonAct("Chair Fenn", role="Chair"))
    assert only(kept(DissentAct("one", from_="chair", reason="x"), state)).from_kind == "role"


@pytest.mark.parametrize(
    ("people", "warned"),
    [(0, False), (1, True), (4, True), (5, False)],
)
def test_a_small_group_is_warned_of(
    people: int,
    warned: bool,  # noqa: FBT001 one case of the table
) -> None:
    state = done(*(PersonAct(f"P {n}", group="health") for n in range(people)))
    warnings = outcome(DissentAct("one", from_="Health", reason="x"), state).warnings
    assert any("could be recognised" in warning for warning in warnings) is warned


def test_a_role_that_one_person_has_is_warned_of() -> None:
    state = done(PersonAct("Bo Fenn", role="SENCO"))
    act = DissentAct("one", from_="senco", reason="x")
    assert "Only one person is" in outcome(act, state).warnings[0]
    assert only(kept(act, state)).from_kind == "role"


def test_a_view_is_answered_and_the_answer_taken_back() -> None:
    state = kept(DissentAct("one", reason="x"))
    entry = an_id(state)
    answered = kept(DissentAct(None, id=entry, answer="Seen.", heard=True), state)
    assert (only(answered).status, only(answered).heard) == ("answered", True)
    taken = only(kept(DissentAct(None, id=entry, answer=""), answered))
    assert (taken.status, taken.answer) == ("open", None)


def test_withdrawing_empties_the_words_and_leaves_a_mark() -> None:
    act = DissentAct("one", from_="health", reason="a", change="b", answer="c", reply="d")
    state = kept(act)
    view = only(kept(DissentAct(None, id=an_id(state), withdraw=True), state))
    assert (view.reason, view.change, view.answer, view.reply) == (None,) * 4
    assert view.status == "withdrawn"


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (DissentAct("one"), "needs a level, a reason, or whose it is"),
        (DissentAct(None), "which item"),
        (DissentAct("one", withdraw=True, reason="x"), "which view is withdrawn"),
        (DissentAct(None, id="9d07"), "No dissent is kept yet"),
        (DissentAct("one", remove=True, reason="x"), "Say which dissent"),
        (DissentAct("one", level="fourth"), "fourth"),
    ],
)
def test_what_cannot_be_is_refused(act: DissentAct, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        outcome(act)


def test_that_a_view_exists_may_be_all_that_is_kept() -> None:
    assert only(kept(DissentAct("one", reach="noted"))).reason is None


def test_an_empty_or_unclear_id_changes_nothing() -> None:
    state = done(DissentAct("one", reason="x"), DissentAct("two", reason="y"))
    for entry, problem in (("", "No dissent"), ("9d07", "More than one"), ("zz", "No dissent")):
        with pytest.raises(Refused, match=problem):
            outcome(DissentAct(None, id=entry, heard=True), state)


@pytest.mark.parametrize(
    ("present", "warning"),
    [
        (0, None),
        (
            1,
            (
                "Only one person is in this group, so their view could be recognised. "
                "Record it as a wider group?"
            ),
        ),
        (
            3,
            (
                "Only 3 people here are in this group, so their view could be recognised. "
                "Record it as a wider group?"
            ),
        ),
        (
            4,
            (
                "Only 4 people here are in this group, so their view could be recognised. "
                "Record it as a wider group?"
            ),
        ),
        (5, None),
    ],
)
def test_a_small_group_is_warned(present: int, warning: str | None) -> None:
    assert small_group_warning(present) == warning


def test_a_view_is_read_back_as_it_is_kept() -> None:
    act = DissentAct("one", from_="health", level="low", reason="Not here.", change="A visit.")
    assert outcome(act).said == (
        'A different view on First things is kept. Health would say Low. "Not here." What would '
        'change it: "A visit." It will stand in the board\'s paper only.'
    )
    noted = outcome(DissentAct("one", reason="No.", reach="noted")).said
    assert noted.endswith("It will only be noted that a different view exists.")


def test_a_group_may_be_widened_to_someone_in_the_room() -> None:
    state = kept(DissentAct("one", from_="health", reason="No."))
    entry = an_id(state)
    view = only(kept(DissentAct(None, id=entry, from_="Someone in the room"), state))
    assert (view.from_, view.from_kind) == ("someone in the room", "none")
    view = only(kept(DissentAct(None, id=entry, reason="No!"), state))
    assert (view.from_, view.from_kind) == ("Health", "group")


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (DissentAct(None, answer="We go."), "The room's answer is kept."),
        (DissentAct(None, reply="Good."), "Their line to the answer is kept."),
        (DissentAct(None, heard=True), "Kept: they feel heard."),
        (DissentAct(None, withdraw=True), "journal still holds them."),
    ],
)
def test_what_was_done_with_a_view_is_said(deed: DissentAct, said: str) -> None:
    state = kept(DissentAct("one", from_="health", reason="No."))
    assert outcome(replace(deed, id=an_id(state)), state).said.endswith(said)


@pytest.mark.parametrize(
    "deed",
    [
        DissentAct(None, answer="We heard it."),
        DissentAct(None, reply="Good."),
        DissentAct(None, reason="Again."),
        DissentAct(None, heard=True),
    ],
)
def test_a_view_that_was_withdrawn_never_speaks_again(deed: DissentAct) -> None:
    state = kept(DissentAct("one", from_="health", reason="No."))
    entry = an_id(state)
    state = kept(DissentAct(None, id=entry, withdraw=True), state)
    with pytest.raises(Refused, match="record it as a new one"):
        outcome(replace(deed, id=entry), state)
    assert not outcome(DissentAct(None, id=entry, withdraw=True), state).changes
    assert outcome(DissentAct(None, id=entry, remove=True), state).changes


def test_a_view_that_changed_is_read_back_whole_with_where_it_stands() -> None:
    state = kept(DissentAct("one", from_="health", level="low", reason="No.", change="A visit."))
    moved = DissentAct(None, id=an_id(state), reach="public")
    assert outcome(moved, state).said == (
        'The different view is changed. Health would say Low. "No." What would change it: '
        '"A visit." It will stand in any paper.'
    )
    mended = DissentAct(None, id=an_id(state), reason="Not here.", level="")
    assert outcome(mended, state).said == (
        'The different view is changed. Health would say something else. "Not here." What would '
        'change it: "A visit." It will stand in the board\'s paper only.'
    )
    assert outcome(DissentAct(None, id=an_id(state), remove=True), state).said.startswith("Removed")
