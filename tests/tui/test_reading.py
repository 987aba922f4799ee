"""A session that is only read asks for nothing, and says why in one line."""

from itertools import groupby
from pathlib import Path

from textual.pilot import Pilot

from builders import a_workshop
from maturity.tui.app import MaturityApp
from maturity.tui.commands import COMMANDS, Command
from maturity.tui.places import SESSION, Place
from maturity.tui.widgets.thought import Thought
from tui.rooms import Seen, a_room, walk
from tui.rooms import press as press_in_room
from tui.screen_rows import NARROW, drive, press, screen_rows, screen_text
from tui.sessions import a_session

WHY = (
    "Read only, as it stood when it was opened here: another window has this session. Close it "
    "there to change it."
)
CUES = (
    "enter reveals", "type the counts", "type every count", "how many chose each", "(n)", "(w)",
    "enter keeps", "enter records", "Not kept", "Typing", "n note", "p park", "j here", "l link",
    "delete remove", "w because", "i import", "n one more", "n add", "who will do what by when",
    "Does anyone want", "what does it show",
)  # fmt: skip


def first_place(command: Command) -> Place:
    return min(command.where & SESSION)


def test_nothing_on_a_screen_that_is_only_read_asks_for_a_change(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.add_account("one", "We hear late.")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        def check(where: str) -> None:
            text = screen_text(app)
            assert WHY in text, where
            assert "Read only" in screen_rows(app)[0]
            assert screen_rows(app)[-2].strip().startswith("now: to read only"), where
            assert [cue for cue in CUES if cue in text] == [], where

        assert app.sitting is not None
        for place in sorted(SESSION):
            app.go_to(place)
            await press(app, pilot)
            check(place)
        app.go_to(Place.ROOM)
        await press(app, pilot)
        for step in "revtads":
            await press(app, pilot, step)
            check(step)

    async def read(app: MaturityApp, pilot: Pilot[int]) -> None:
        app.begin(workshop, Place.RULES, to_read=True)
        await press(app, pilot)
        await look(app, pilot)

    drive(tmp_path / "sessions", read, size=NARROW)
    workshop.close()


def test_a_vote_that_never_was_is_said_and_no_way_of_voting_offered(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)

    async def read(app: MaturityApp, pilot: Pilot[int]) -> None:
        app.begin(workshop, Place.ROOM, to_read=True)
        await press(app, pilot, "v")
        assert "No vote yet." in screen_text(app)
        assert "Way of voting" not in screen_text(app)

    drive(tmp_path / "sessions", read)
    workshop.close()


def test_every_key_that_would_change_something_answers_with_one_sentence(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    before = workshop.state

    async def read(app: MaturityApp, pilot: Pilot[int]) -> None:
        app.begin(workshop, Place.RULES, to_read=True)
        await press(app, pilot)
        changing = sorted((one for one in COMMANDS if one.changes), key=first_place)
        for place, commands in groupby(changing, key=first_place):
            app.go_to(place)
            await press(app, pilot)
            for command in commands:
                app.clear_notifications()
                await pilot.press(command.keys[0])
                assert [one.message for one in app._notifications] == [WHY], command.id
        for keys in (["v", "v"], ["v", "3"], ["a", "2", "enter"], ["t", "enter"], ["d", "enter"]):
            app.go_to(Place.ROOM)
            await press(app, pilot, *keys, "escape")
            assert "enter reveals" not in screen_text(app)
        for place in (Place.ROLL, Place.CLOSE):
            app.go_to(place)
            await press(app, pilot)
            app.clear_notifications()
            await press(app, pilot, "enter")
            assert [one.message for one in app._notifications] == [WHY], place
        assert workshop.state is before

    drive(tmp_path / "sessions", read)
    workshop.close()


def test_words_that_were_refused_are_never_called_kept(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        long = "word " * 5_000
        await press_in_room(seen.pilot, "w")
        seen.screen.query_one("#because", Thought).load_text(long)
        await press_in_room(seen.pilot, "escape")
        assert "Not kept yet - ! says why" in seen.rows[0]
        assert "the limit is 20,000" in seen.text
        seen.screen.query_one("#because", Thought).load_text("Short.")
        await press_in_room(seen.pilot, "w", "escape")
        assert "Saved " in seen.rows[0]

    walk(a_room(tmp_path), look)
