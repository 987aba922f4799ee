"""A session from nothing to a dissent, through `do`, and back from the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import Ticking, a_typist
from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.votes import VoteAct
from maturity.shipped import frameworks_folder
from maturity.workshop import NewSession, Workshop

FRAMEWORK = frameworks_folder() / "send-local-area.toml"


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    made = Workshop.create(
        tmp_path / "northmere",
        NewSession("Northmere", "Northmere", "b3a10f", period="spring 2026", date="2026-03-23"),
        a_typist(),
        Ticking(),
        framework=FRAMEWORK.read_bytes(),
        file=FRAMEWORK.name,
    )
    yield made
    made.close()


def test_what_was_done_is_there_after_opening_again(workshop: Workshop) -> None:
    workshop.do(PersonAct("Bo Fenn", group="parent-carers"))
    workshop.do(VoteAct("leadership", (3, 9, 2), present=14))
    workshop.do(RateAct("leadership", "developing", because="Named leads."))
    workshop.do(
        DissentAct("leadership", from_="parent-carers", level="emerging", reason="Not here.")
    )
    before = workshop.state
    workshop.close()
    again = Workshop.open(workshop.folder, a_typist("aaaaaaaa"), Ticking())
    assert again.state == before
    assert again.recovered == ()
    item = again.view(Audience.FACILITATOR).item("leadership")
    assert item.rating.said == "Developing"
    assert item.rounds[0].said.startswith("9 of 14 said Developing.")
    assert item.dissents[0].who == "Parent carers"
    again.close()


def test_undo_takes_back_one_action_and_redo_does_it_again(workshop: Workshop) -> None:
    workshop.do(RateAct("leadership", "developing", because="Named leads."))
    rated = workshop.state
    assert workshop.undo().said == "Undone: rating of Leadership."
    assert "leadership" not in workshop.state.pillar
    workshop.redo()
    assert workshop.state == rated
    with pytest.raises(Refused, match="nothing to redo"):
        workshop.redo()


def test_counts_that_do_not_add_up_are_refused_with_the_mend(workshop: Workshop) -> None:
    workshop.do(PersonAct("Bo Fenn", group="parent-carers"))
    workshop.do(PersonAct("Ash Reed", group="mainstream"))
    with pytest.raises(Refused, match="--present 3"):
        workshop.do(VoteAct("leadership", (1, 1, 1)))
    assert workshop.do(VoteAct("leadership", (1, 0))).said.startswith("Round 1 of")


def test_a_name_is_never_the_label_of_a_dissent(workshop: Workshop) -> None:
    workshop.do(PersonAct("Bo Fenn", group="parent-carers"))
    with pytest.raises(Refused, match="never by name"):
        workshop.do(DissentAct("leadership", from_="Bo Fenn", reason="No."))


def test_private_notes_and_noted_views_stay_from_the_board(workshop: Workshop) -> None:
    workshop.do(NoteAct("families", "secret-canary", private=True))
    workshop.do(
        DissentAct("families", from_="A school leader", reason="noted-canary", reach="noted")
    )
    for audience in (Audience.ROOM, Audience.BOARD, Audience.PUBLIC):
        shown = repr(workshop.view(audience))
        assert "secret-canary" not in shown
        assert "noted-canary" not in shown
    assert "secret-canary" in repr(workshop.view(Audience.FACILITATOR))
