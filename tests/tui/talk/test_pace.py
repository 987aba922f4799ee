"""The line of time: its words are those of the pacing module, its figures the session's."""

from datetime import timedelta
from pathlib import Path

from builders import Ticking, a_typist, a_workshop
from maturity.judgement.view import Audience
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.page import SetAct
from maturity.session.acts.votes import VoteAct
from maturity.shipped import frameworks_folder
from maturity.tui.talk.pace import begun_at, time_line
from maturity.workshop import NewSession, Workshop


def test_without_a_start_the_clock_is_off(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    view = workshop.view(Audience.ROOM)
    line = time_line(workshop, view, view.items[0], workshop.now, is_short=False)
    workshop.close()
    assert line.endswith("clock off")


def test_the_line_says_how_far_behind_and_when_it_would_finish(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(SetAct("agenda.started", "08:00"))
    view = workshop.view(Audience.ROOM)
    item = view.items[0]
    line = time_line(workshop, view, item, workshop.now, is_short=False)
    short = time_line(workshop, view, item, workshop.now, is_short=True)
    workshop.close()
    assert line.startswith("Pillar 1 of 2 - 77 min each; 3")
    assert "behind; finishing 1" in line
    assert short.startswith("1/2; 77 each; 3")


def test_late_in_an_item_a_second_vote_is_asked_for(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(VoteAct("one", (1, 2, 3)))
    view = workshop.view(Audience.ROOM)
    begun = workshop.now - timedelta(minutes=70)
    line = time_line(workshop, view, view.items[0], begun, is_short=False)
    early = time_line(workshop, view, view.items[0], workshop.now, is_short=False)
    workshop.close()
    assert line.endswith("time for a second vote?")
    assert "second vote" not in early


def test_an_item_begins_with_its_first_word_of_the_day(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    untouched = begun_at(workshop, "two")
    receipt = workshop.do(NoteAct("one", "First word."))
    workshop.do(NoteAct("one", "Second word."))
    begun = begun_at(workshop, "one")
    workshop.close()
    assert begun.isoformat()[11:19] == receipt.at[11:19]
    assert untouched < begun


def test_rated_criteria_are_counted_within_their_pillar(tmp_path: Path) -> None:
    shipped = frameworks_folder() / "data-practice.toml"
    workshop = Workshop.create(
        tmp_path / "practice",
        NewSession("Practice", "Northmere", "b3a10f"),
        a_typist(),
        Ticking(),
        framework=shipped.read_bytes(),
        file=shipped.name,
    )
    view = workshop.view(Audience.ROOM)
    line = time_line(workshop, view, view.items[4], workshop.now, is_short=False)
    workshop.close()
    assert line.startswith("Pillar 2 of 3, criterion 2 of 3 - 10 min each")
