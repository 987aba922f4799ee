"""`m` in the Room: what a talk may take, and record, two more minutes, or park."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from builders import Ticking, a_typist
from judgement.timed import FOUR_CRITERIA
from maturity.judgement.view import Audience
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.page import SetAct
from maturity.session.acts.votes import VoteAct
from maturity.tui.talk.clock import TalkClock
from maturity.workshop import NewSession, Workshop
from tui.rooms import NARROW, WIDE, Seen, a_room, press, walk

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


def _begun(tmp_path: Path, started: str = "09:00") -> Workshop:
    """A room whose first item is split, in a sitting of 210 minutes looked at from 09:30."""
    workshop = a_room(tmp_path)
    workshop.do(VoteAct("one", (6, 0, 6)))
    workshop.do(SetAct("agenda.started", started))
    return workshop


@SIZES
def test_minutes_say_what_the_talk_may_take_and_who_else_waits(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(seen: Seen) -> None:
        assert "MINUTES: 1 FIRST" in seen.text
        assert "This needs talking about: the room is split." in seen.text
        assert "1 other item still needs talk, hottest first: 2 Second things" in seen.text
        for offer in ("a Record", "m 2 more minutes, from 2 Second things", "p Park with dissent"):
            assert offer in seen.text
        await press(seen.pilot, "escape")
        assert "MINUTES" not in seen.text
        assert seen.screen.sitting.item.id == "one"

    walk(_begun(tmp_path), look, "m", size=size)


def test_record_leads_to_the_level_and_sets_none(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.screen.sitting.step == "a"
        assert not seen.screen.sitting.item.is_rated

    walk(_begun(tmp_path), look, "m", "a")


def test_park_with_dissent_parks_and_goes_to_the_dissent(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.screen.sitting.item.parked == "no figures yet"
        assert seen.screen.sitting.step == "d"

    walk(_begun(tmp_path), look, "m", "p", '"no figures yet', "enter")


def test_two_more_minutes_are_lent_and_not_recorded(tmp_path: Path) -> None:
    workshop = _begun(tmp_path)
    events = len(workshop.history())

    async def look(seen: Seen) -> None:
        talk, item = seen.screen.sitting.talk, seen.screen.sitting.item
        before = talk.time(seen.workshop, item)
        await press(seen.pilot, "m", "m")
        after = talk.time(seen.workshop, item)
        said = [one.message for one in seen.app._notifications]
        assert said == ["2 more minutes, from 2 Second things."]
        assert before is not None
        assert after is not None
        assert after.may == pytest.approx(before.may + 2, abs=0.5)
        assert len(seen.workshop.history()) == events
        assert seen.screen.sitting.item.id == "one"

    walk(workshop, look)


@SIZES
def test_late_in_the_day_more_minutes_stand_behind_a_second_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(seen: Seen) -> None:
        assert "All the time left is needed for the other items" in seen.text
        assert "2 more minutes" not in seen.text
        assert "m more minutes all the same" in seen.text
        await press(seen.pilot, "m")
        assert "m 2 more minutes, from 2 Second things" in seen.text
        await press(seen.pilot, "m")
        assert "MINUTES" not in seen.text

    workshop = _begun(tmp_path, "07:00")
    workshop.do(SetAct("agenda.minutes", "150"))
    walk(workshop, look, "m", size=size)


@SIZES
def test_a_talk_over_its_share_is_said_and_nothing_moves_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = _begun(tmp_path, "07:00")
    workshop.do(SetAct("agenda.minutes", "150"))

    async def look(seen: Seen) -> None:
        assert "over its share" not in seen.text
        for _ in range(60):
            seen.workshop.now  # noqa: B018 each look at the clock moves it by ten seconds
        seen.screen.draw_time()
        await seen.pilot.pause()
        assert "now: over its share of time (m); " in seen.text
        assert seen.screen.sitting.item.id == "one"
        await press(seen.pilot, "a", "2", "enter")
        assert "over its share" not in seen.text

    walk(workshop, look, size=size)


def test_with_the_clock_off_the_sitting_is_begun(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.do(SetAct("date", "2026-03-20"))

    async def look(seen: Seen) -> None:
        assert "clock off" not in seen.text
        assert seen.workshop.state.agenda.started == "2026-03-23T08:45:00"
        await press(seen.pilot, "m")
        assert "Once its votes are in" in seen.text

    walk(workshop, look, "m", '"08:45', "enter")


def test_empty_is_just_now(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        started = seen.workshop.state.agenda.started
        assert started is not None
        assert started.startswith("2026-03-23T09:0")

    walk(a_room(tmp_path), look, "m", "enter")


def test_a_short_sitting_keeps_to_the_widest_by_one_key(tmp_path: Path) -> None:
    workshop = _begun(tmp_path)
    workshop.do(VoteAct("two", (0, 9, 0)))
    workshop.do(SetAct("agenda.minutes", "70"))

    async def look(seen: Seen) -> None:
        assert "There is time to talk about 1 of 2." in seen.text
        assert "k Keep to 1 First" in seen.text
        await press(seen.pilot, "k")
        discussed = {item.id: item.discussed for item in seen.workshop.view(Audience.ROOM).items}
        assert discussed == {"one": True, "two": False}
        await press(seen.pilot, "m")
        assert "There is time" not in seen.text

    walk(workshop, look, "m")


def test_space_goes_through_a_pillar_of_criteria_votes_first_and_then_the_hottest(
    tmp_path: Path,
) -> None:
    workshop = Workshop.create(
        tmp_path / "criteria",
        NewSession("Northmere", "Northmere", "b3a10f", date="2026-03-23"),
        a_typist(),
        Ticking(),
        framework=FOUR_CRITERIA,
        file="tiny.toml",
    )

    async def look(seen: Seen) -> None:
        assert "space goes on to the next vote, talk follows: b" in seen.text
        await press(seen.pilot, "space")
        assert (seen.screen.sitting.item.id, seen.screen.sitting.step) == ("b", "r")
        await press(seen.pilot, "v", '"0 9 0', "enter")
        assert "space goes on to the talk of the hottest here: A lens" in seen.text
        await press(seen.pilot, "space")
        assert (seen.screen.sitting.item.id, seen.screen.sitting.step) == ("lens", "t")

    walk(workshop, look, "v", '"6 0 6', "enter")


def test_the_talk_goes_on_where_it_was_when_the_session_is_opened_again(tmp_path: Path) -> None:
    workshop = _begun(tmp_path)
    workshop.do(NoteAct("one", "Two figures disagree."))
    clock = TalkClock()
    item = workshop.view(Audience.ROOM).item("one")
    events = workshop.history("one")
    shown = datetime.fromisoformat(events[-1].t) - datetime.fromisoformat(events[0].t)
    clock.look(workshop, item)
    time = clock.time(workshop, item)
    assert time is not None
    assert time.taken is not None
    assert shown > timedelta(0)
    assert time.taken * timedelta(minutes=1) >= shown
    workshop.close()
