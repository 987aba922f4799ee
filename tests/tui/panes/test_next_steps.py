"""Next steps: lines that become actions, and an item that is parked."""

from pathlib import Path

import pytest

from maturity.judgement.view import Audience
from maturity.session.acts.people import PersonAct
from maturity.words.action_line import read_action
from tui.rooms import NARROW, WIDE, Seen, a_room, press, walk


def test_an_action_line_is_understood_before_it_is_kept(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.do(PersonAct("Rae North", initials="RN", role="health adviser", group="health"))

    async def look(seen: Seen) -> None:
        assert "owner RN (health adviser)" in seen.text
        assert 'by Monday 6 April 2026 ("two weeks")' in seen.text
        assert "plan LAIP 3.11" in seen.text
        assert seen.workshop.view(Audience.ROOM).actions == ()

    walk(workshop, look, "s", "n", '"share waits table @RN two weeks >LAIP 3.11')


def test_two_people_with_the_same_initials_are_both_offered(tmp_path: Path) -> None:
    from maturity.tui.panes.next_steps import understood  # noqa: PLC0415 beside its one use

    workshop = a_room(tmp_path)
    workshop.do(PersonAct("Ann Bell", initials="AB", role="nurse", group="health"))
    workshop.do(PersonAct("Abe Boyd", initials="AB", role="officer", group="council"))
    said = understood(read_action("ring them @AB", lambda _: None), workshop.view(Audience.ROOM))
    workshop.close()
    assert "2 people have these initials (nurse or officer)" in said


def test_an_item_is_parked_with_a_reason_and_taken_up_again(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "p", '"No data.', "enter")
        await seen.app.workers.wait_for_complete()
        assert seen.item().parked == "No data."
        (said,) = (one.message for one in seen.app._notifications)
        assert said == "First things is parked; it comes back at the end."
        await press(seen.pilot, "p")
        await seen.app.workers.wait_for_complete()
        assert seen.item().parked is None
        (said,) = (one.message for one in seen.app._notifications)
        assert said == "First things is no longer parked."

    walk(a_room(tmp_path), look)


def test_after_an_action_is_kept_space_goes_on_as_the_screen_says(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        (action,) = seen.workshop.view(Audience.ROOM).actions
        assert action.text == "mend the sign"
        assert seen.screen.sitting.item.id == "two"

    walk(a_room(tmp_path), look, "s", "n", '"mend the sign', "enter", "space")


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_at_the_last_item_no_next_one_is_promised(tmp_path: Path, size: tuple[int, int]) -> None:
    async def look(seen: Seen) -> None:
        assert "p parks; space: the next item" in seen.text
        await press(seen.pilot, ".", "s")
        assert seen.screen.sitting.item.id == "two"
        assert "p parks; last one; o s: summary" in seen.text
        assert "the next item" not in seen.text
        await press(seen.pilot, "space")
        assert seen.screen.sitting.item.id == "two"

    walk(a_room(tmp_path), look, "s", size=size)
