"""Agree: nothing private is there to be shown, whatever letter comes too late."""

from pathlib import Path

from maturity.judgement.view import Audience
from maturity.session.acts.ratings import RateAct
from tui.rooms import Seen, a_room, press, press_at_once, walk


def test_the_letter_of_high_confidence_shows_nothing_private_where_it_comes_too_late(
    tmp_path: Path,
) -> None:
    workshop = a_room(tmp_path)
    workshop.do(RateAct("one", "low"))

    async def look(seen: Seen) -> None:
        await press(seen.pilot, "h")
        assert not seen.screen.sitting.is_private
        assert "PRIVATE SHOWN" not in seen.text
        await press(seen.pilot, "c", "h", "h")
        assert seen.workshop.view(Audience.ROOM).item("one").rating.confidence == "high"
        assert not seen.screen.sitting.is_private
        press_at_once(seen.pilot, "v", "c", "h")
        await press(seen.pilot, "escape")
        assert not seen.screen.sitting.is_private

    walk(workshop, look, "a")
