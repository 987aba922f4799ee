"""The vote: a count that was left half typed, and one that is one person's vote."""

from pathlib import Path

from maturity.judgement.view import Audience
from maturity.session.acts.votes import VoteAct
from tui.rooms import NARROW, Seen, a_room, press, walk


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


def test_one_persons_vote_is_not_kept_and_the_field_says_what_to_do(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=1)
    before = workshop.state

    async def look(seen: Seen) -> None:
        assert "one person's answer" in seen.text
        assert "Record a level and its because instead" in seen.text
        await press(seen.pilot, "enter", "enter")
        assert "Not kept yet. delete empties the field." in seen.text
        assert seen.workshop.state == before

    walk(workshop, look, "v", '"1 0 0', size=NARROW)


def test_a_group_of_one_is_told_to_join_another(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, '"Health', "tab", '"1 0 0', "enter")
        await seen.pilot.pause()
        assert "Put this group with another" in seen.text

    workshop = a_room(tmp_path, voters=6)
    workshop.do(VoteAct("one", (4, 2, 0)))
    walk(workshop, look, "v", "h", "G")


def test_the_way_of_voting_says_the_keys_that_reach_it_from_where_the_typist_is(
    tmp_path: Path,
) -> None:
    async def look(seen: Seen) -> None:
        assert "Way of voting (tab twice):" in seen.text
        await press(seen.pilot, "tab", "tab")
        assert "Way of voting (p or s):" in seen.text
        await press(seen.pilot, "s")
        assert "Way of voting (tab):" in seen.text
        assert "Hands are public" in seen.text
        assert "now: count the hands; type the counts" in seen.text
        await press(seen.pilot, '"2 1 3', "tab", "p")
        assert "Hands are public" not in seen.text
        assert "2 1 3" not in seen.text

    walk(a_room(tmp_path, voters=6), look, "v", size=NARROW)
