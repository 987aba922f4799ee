"""A different view: read back, kept, mended, answered and withdrawn."""

from pathlib import Path

import pytest

from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.people import PersonAct
from maturity.tui.widgets.chrome import Now
from tui.rooms import NARROW, WIDE, Seen, a_room, everything_drawn, press, walk


def test_a_view_is_read_back_with_its_place_and_a_warning_before_it_is_kept(
    tmp_path: Path,
) -> None:
    async def look(seen: Seen) -> None:
        assert "Health would say something else." in seen.text
        assert "It will stand in the board's paper only." in seen.text
        assert "Only one person is in this group" in seen.text
        assert "Not kept yet" in seen.text
        assert seen.item().dissents == ()
        await press(seen.pilot, "enter", "1", "enter", '"Not where we live.')
        assert seen.item().dissents[0].reason == ""
        assert '"Not where we live."' in seen.text
        await press(seen.pilot, "enter")
        assert "READ THIS ALOUD" in seen.text
        assert "Health would say Low." in seen.text
        assert seen.item().dissents[0].reason == ""
        await press(seen.pilot, "enter")
        assert seen.item().dissents[0].reason == "Not where we live."
        await press(seen.pilot, '"A visit.', "enter", "enter")
        (kept,) = seen.item().dissents
        assert (kept.reason, kept.change) == ("Not where we live.", "A visit.")

    workshop = a_room(tmp_path)
    workshop.do(PersonAct("Ira Holt", group="health"))
    walk(workshop, look, "d", "down")


def test_enter_on_a_group_is_a_stub_and_undo_takes_it_back(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert len(seen.item().dissents) == 1
        await press(seen.pilot, "escape", "u")
        assert seen.item().dissents == ()

    walk(a_room(tmp_path, voters=12), look, "d", "down", "enter")


def test_words_typed_where_a_view_may_stand_are_no_commands(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=12)

    async def look(seen: Seen) -> None:
        kept = len(workshop.history())
        assert "now: a, b or n: where it may stand" in seen.text
        await press(seen.pilot, "u", "s", "Z", "1")
        assert "now: a, b or n: where it may stand" in seen.text
        assert len(workshop.history()) == kept
        await press(seen.pilot, "a")
        assert "It will stand in any paper." in seen.text
        await press(seen.pilot, "escape", "u")
        assert len(workshop.history()) > kept

    walk(workshop, look, "d", "down", "enter", "1", "tab")


def test_a_kept_view_is_answered_replied_to_heard_and_withdrawn(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=12)
    workshop.do(DissentAct("one", from_="health", reason="Not here."))

    async def look(seen: Seen) -> None:
        await press(seen.pilot, "shift+tab", "enter", "a", '"We shall visit.', "enter")
        assert seen.item().dissents[0].answer == "We shall visit."
        await press(seen.pilot, "enter", "r", '"Good.', "enter")
        assert seen.item().dissents[0].reply == "Good."
        await press(seen.pilot, "enter", "f")
        assert seen.item().dissents[0].heard
        await press(seen.pilot, "enter", "w", "y")
        await seen.pilot.pause()
        assert seen.item().dissents[0].status == "withdrawn"
        assert "Not here." not in seen.text

    walk(workshop, look, "d")


def test_what_may_be_done_with_a_view_is_said_while_it_may_be_done(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=12)
    workshop.do(DissentAct("one", from_="health", reason="Not here."))

    async def look(seen: Seen) -> None:
        await press(seen.pilot, "shift+tab", "enter")
        assert "a letter says what to do with this view" in seen.text
        assert "f they feel heard" in seen.text
        await press(seen.pilot, "a")
        assert "enter keeps it; escape leaves it out" in seen.text

    walk(workshop, look, "d")


def test_the_words_of_a_noted_view_are_in_no_widget(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=12)
    workshop.do(DissentAct("one", from_="health", reason="noted-canary", reach="noted"))

    async def look(seen: Seen) -> None:
        assert "noted-canary" not in everything_drawn(seen.screen)
        assert "A different view was noted." in seen.text
        await press(seen.pilot, "h")
        assert "noted-canary" in seen.text

    walk(workshop, look, "d")


def test_another_group_begins_another_view(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert [view.who for view in seen.item().dissents] == ["Families"]
        await press(seen.pilot, "escape", "d", "down", "down", "down", "enter")
        assert [view.who for view in seen.item().dissents] == ["Families", "Health"]
        await press(seen.pilot, "2", "enter", '"Late.', "enter", "enter", "escape")
        first, second = seen.item().dissents
        assert (first.reason, second.reason) == ("", "Late.")

    walk(a_room(tmp_path, voters=12), look, "d", "down", "enter")


def test_the_words_of_a_kept_view_can_be_mended(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=12)
    workshop.do(DissentAct("one", from_="health", level="low", reason="Not her"))

    async def look(seen: Seen) -> None:
        await press(seen.pilot, '"e.', "enter", "enter")
        (view,) = seen.item().dissents
        assert (view.who, view.reason) == ("Health", "Not here.")
        assert view.level is not None
        assert view.level.id == "low"

    walk(workshop, look, "d", "shift+tab", "enter", "e", "end")


def test_a_noted_view_leaves_the_fields_once_it_is_kept(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.item().dissents[0].reason == "noted-canary"
        await press(seen.pilot, "escape", "t")
        assert "noted-canary" not in everything_drawn(seen.screen)
        await press(seen.pilot, "d", "full_stop", "comma")
        assert "noted-canary" not in everything_drawn(seen.screen)

    keys = ("d", "down", "enter", "tab", "n", "tab", '"noted-canary', "enter", "enter")
    walk(a_room(tmp_path, voters=12), look, *keys)


def test_a_view_that_was_undone_is_kept_anew_with_its_words(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "escape", "u", "u", "u")
        assert seen.item().dissents == ()
        seen.screen.set_focus(seen.screen.query_one("#reason"))
        await press(seen.pilot, "enter", "enter")
        assert seen.item().dissents[0].reason == "Words."

    walk(
        a_room(tmp_path, voters=12),
        look,
        "d",
        "down",
        "enter",
        "1",
        "enter",
        '"Words.',
        "enter",
        "enter",
    )


def test_the_view_read_back_is_of_the_group_that_enter_keeps(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "d", "down", "enter")
        assert "a number is the level they hold" in seen.text
        await press(seen.pilot, "enter", '"Not here.', "enter", "enter", "escape", "r", "d")
        assert "> Someone in the room" in seen.text
        assert "Someone in the room would say something else." in seen.text
        (kept,) = seen.item().dissents
        assert kept.reason == "Not here."
        await press(seen.pilot, "enter")
        assert seen.item().dissents == (kept,)

    walk(a_room(tmp_path, voters=6), look)


def test_a_view_withdrawn_while_it_is_in_the_form_leaves_the_form_empty(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "enter", "1", "enter", '"Gone-canary.', "enter", "enter")
        assert [view.reason for view in seen.item().dissents] == ["Gone-canary."]
        seen.screen.query_one("#kept").focus()
        await press(seen.pilot, "enter", "w", "y")
        await seen.pilot.pause()
        assert seen.item().dissents[0].status == "withdrawn"
        assert "Gone-canary" not in everything_drawn(seen.screen)
        await press(
            seen.pilot, "escape", "d", "down", "enter", "2", "enter", '"New.', "enter", "enter"
        )
        assert [view.reason for view in seen.item().dissents] == ["", "New."]

    walk(a_room(tmp_path, voters=12), look, "d", "down")


def test_a_group_is_as_many_as_are_in_the_room_still(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Health 1 here" in " ".join(seen.text.split())
        assert "Only one person is in this group" in seen.text

    workshop = a_room(tmp_path)
    workshop.do(PersonAct("Ira Holt", group="health"))
    workshop.do(PersonAct("Rae North", group="health", left="08:30"))
    walk(workshop, look, "d", "down")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_many_kept_views_never_hide_whose_view_is_asked_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_room(tmp_path, voters=12)
    for number in range(9):
        workshop.do(DissentAct("one", from_="health", reason=f"View {number}. " + "Words. " * 40))

    async def look(seen: Seen) -> None:
        assert "From (enter keeps it)" in seen.text
        assert "> Someone in the room" in seen.text

    walk(workshop, look, "d", size=size)


def test_words_for_a_screen_that_is_just_going_away_do_not_close_the_program(
    tmp_path: Path,
) -> None:
    async def look(seen: Seen) -> None:
        await seen.screen.query_one(Now).remove()
        await press(seen.pilot, "tab", "tab")
        seen.screen.now("Nobody reads this.")
        assert seen.app.is_running

    walk(a_room(tmp_path), look, "d")
