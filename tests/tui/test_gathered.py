"""Votes gathered before the sitting on the screen, and the confidence that is suggested."""

from pathlib import Path

import pytest

from maturity.judgement.view import Audience
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.surveys import SurveyAct
from maturity.survey.counts import Counts, ItemCounts
from maturity.workshop import Workshop
from tui.rooms import NARROW, WIDE, Seen, a_room, everything_drawn, press, walk

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
TALLY = {"low": 83, "middle": 7, "high": 61}


def gathered(tmp_path: Path) -> Workshop:
    """A room of twelve that answered a survey before, as 151 people of the area did."""
    workshop = a_room(tmp_path, voters=12)
    workshop.do(SurveyAct((ItemCounts("one", Counts(TALLY)),), people=151))
    return workshop


@SIZES
def test_before_the_reveal_only_how_many_votes_are_in_is_drawn(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(seen: Seen) -> None:
        assert "Votes in: 151, gathered before. Nobody here has seen them." in seen.text
        assert "151 in" in seen.text or "v151 in" in seen.text
        assert "enter reveals the votes gathered before" in seen.rows[-2]
        for step in "vtadsre":
            await press(seen.pilot, step)
            drawn = everything_drawn(seen.screen)
            assert "83" not in drawn
            assert "61" not in drawn
            assert "split" not in drawn

    walk(gathered(tmp_path), look, "v", size=size)


def test_private_things_shown_do_not_show_them_either(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Votes in: 151" in seen.text
        assert "83" not in everything_drawn(seen.screen)

    walk(gathered(tmp_path), look, "v", "h")


def test_large_says_that_votes_are_being_gathered(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.screen.large_lines()[1] == "Votes are being gathered."

    walk(gathered(tmp_path), look, "v")


@SIZES
def test_enter_reveals_them_with_the_sentences_of_any_vote(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(seen: Seen) -> None:
        assert "Round 1 (gathered before)" in seen.text
        assert "83 of 151 said Low. 7 said Middle, 61 said High." in seen.text
        assert "The room is split" in seen.text
        assert "v opens another round" in seen.rows[-2]
        await press(seen.pilot, "u")
        assert "Votes in: 151" in seen.text

    walk(gathered(tmp_path), look, "v", "enter", size=size)


def test_the_rooms_vote_is_the_second_and_shows_the_first_beside_it(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Round 2: how many chose each" in seen.text
        assert "83" not in everything_drawn(seen.screen)
        await press(seen.pilot, '"1 11', "enter")
        rounds = seen.workshop.view(Audience.ROOM).item("one").rounds
        assert [(one.n, one.method) for one in rounds] == [(1, "survey"), (2, "paper")]
        assert "Round 1 (gathered before)" in seen.text
        assert "The room went from split to together." in seen.text

    walk(gathered(tmp_path), look, "v", "v")


def test_a_number_opens_the_rooms_own_vote(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Round 2: how many chose each" in seen.text
        await press(seen.pilot, "delete", "escape")
        assert "Round 2" not in seen.text
        assert "Votes in: 151" in seen.text

    walk(gathered(tmp_path), look, "r", "3")


def test_space_stops_at_votes_that_wait(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert seen.screen.sitting.step == "v"

    walk(gathered(tmp_path), look, "r", "space")


@SIZES
def test_a_confidence_is_suggested_once_there_is_a_level_and_only_c_sets_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    said = "Suggested: low, because no evidence is linked and there is no vote to go by"

    async def look(seen: Seen) -> None:
        assert "Suggested" not in seen.text
        seen.screen.do(RateAct("one", "middle"))
        await seen.pilot.pause()
        assert "Suggested: low, because no evidence is linked" in seen.text
        assert f"{said}; c sets it." in everything_drawn(seen.screen)
        assert not seen.workshop.view(Audience.ROOM).item("one").rating.confidence
        await press(seen.pilot, "escape", "c", "h")
        assert seen.workshop.view(Audience.ROOM).item("one").rating.confidence == "high"
        assert f"{said}." in everything_drawn(seen.screen)

    walk(a_room(tmp_path), look, "a", size=size)
