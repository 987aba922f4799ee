"""How an item stood last time, where the room reads it and where it is asked who differs."""

from pathlib import Path

from maturity.session.acts.people import PersonAct
from tui.rooms import Seen, a_room, press, walk
from tui.sessions import SIZES, after_another


@SIZES
def test_level_and_aim_of_last_time_stand_under_what_is_read(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(seen: Seen) -> None:
        assert "Last time (23 March 2026): Low." in seen.text
        assert "Aim set then: Middle: Answer in a week." in seen.text
        assert "Not where we live." not in seen.text
        await press(seen.pilot, "v")
        # beside the vote it would lead it
        assert "Last time" not in seen.text
        await press(seen.pilot, "full_stop", "r")
        assert "Last time" not in seen.text

    walk(after_another(tmp_path), look, "r", size=size)


@SIZES
def test_a_view_that_had_no_answer_is_asked_after_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = after_another(tmp_path, "[@click=app.quit]go[/] \x1b[31m")
    workshop.do(PersonAct("Bo Fenn", group="health"))

    async def look(seen: Seen) -> None:
        assert "Unanswered last time, A forum: [@click=app.quit]go[/]" in seen.text
        assert "\x1b" not in seen.text

    walk(workshop, look, "d", size=size)


def test_without_a_session_before_nothing_is_said_of_one(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        for step in "rd":
            await press(seen.pilot, step)
            assert "ast time" not in seen.text

    walk(a_room(tmp_path), look)


@SIZES
def test_a_level_that_moved_asks_what_changed(tmp_path: Path, size: tuple[int, int]) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "3", "enter")
        assert "It was Low last time: what changed?" in seen.text

    walk(after_another(tmp_path), look, "a", size=size)
