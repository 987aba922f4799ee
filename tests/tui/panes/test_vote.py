"""The vote: a count that was left half typed."""

from pathlib import Path

from maturity.judgement.view import Audience
from tui.rooms import Seen, a_room, press, walk


def test_delete_empties_a_begun_count_as_soon_as_the_vote_is_seen_again(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "delete empties it" in seen.text
        await press(seen.pilot, "delete", '"4 6 2', "enter")
        (one,) = seen.workshop.view(Audience.ROOM).item("one").rounds
        assert one.counts == (4, 6, 2)

    walk(a_room(tmp_path, voters=12), look, "v", '"83', "escape", "r", "v")


def test_a_count_left_by_escape_says_which_key_goes_back_to_it(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "v goes into it, where delete empties it" in seen.text
        await press(seen.pilot, "v")
        assert "go on with it, or delete empties it" in seen.text
        await press(seen.pilot, "delete", "escape")
        assert "a count is begun" not in seen.text

    walk(a_room(tmp_path, voters=12), look, "v", '"83', "escape")
