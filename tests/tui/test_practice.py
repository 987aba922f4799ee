"""The practice on the screen: run by its own words alone, then gone."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import a_workshop
from maturity.session.acts.people import PersonAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.tui.screens.home import HomeScreen
from tui.screen_rows import NARROW, WIDE, drive, press, screen_rows, screen_text

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where practices are made."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@SIZES
def test_a_practice_is_run_by_the_words_on_the_screen_and_leaves_nothing(
    tmp_path: Path, scratch: Path, size: tuple[int, int]
) -> None:
    steps = (
        ("1 of 7: read the question", ("space",)),
        ("2 of 7: read the cards", ("space",)),
        ("Alone? Type 3 5 1 and enter.", ("3", "space", "5", "space", "1", "enter")),
        ("read the sentence aloud. Nobody has to say which card was theirs", ("space",)),
        ("Alone? n, a few words, enter.", ("n", '"Nobody at the desk', "enter")),
        ("the line is kept. n keeps another", ("space",)),
        ("A number lights a level, enter records it.", ("2", "enter")),
        ("w: one sentence why", ("w", '"Most are met by day.', "enter")),
        ("c: how far the evidence can be trusted", ("c", "m", "space")),
        ("enter on a group, the level it holds, its words", ("down", "enter", "1", "enter")),
        ("its words. You read them back", ('"Not at night.', "enter", "enter", "escape", "space")),
        ("turn the sign round two weeks, enter", ("n", '"turn the sign round two weeks', "enter")),
        ("Then space: the practice is over", ("escape",)),
        ("n types it; p parks; space: practice over", ("space",)),
    )

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "Practice (made-up area) thrown away on close" in screen_text(app)
        await press(app, pilot, "enter")
        for words, keys in steps:
            assert "PRACTICE - NOT KEPT" in screen_rows(app)[0]
            assert words in screen_text(app)
            await press(app, pilot, *keys)
        assert app.sitting is not None
        item = app.sitting.item
        assert (item.rating.said, item.rating.confidence) == ("Developing", "medium")
        assert item.dissents[0].reason == "Not at night."
        assert app.sitting.view.actions[0].text == "turn the sign round"
        assert app.sitting.workshop.folder.parent.parent == scratch
        assert "Is the practice over?" in screen_text(app)
        await press(app, pilot, "y")
        assert isinstance(app.screen, HomeScreen)

    drive(tmp_path, look, size=size)
    assert not list(scratch.iterdir())
    assert not (tmp_path / "settings" / "unkept").exists()


def test_the_roll_call_ends_in_a_practice_of_the_room_and_comes_back_to_the_session(
    tmp_path: Path, scratch: Path
) -> None:
    workshop = a_workshop(tmp_path)
    for name in ("Ash Reed", "Bo Fenn", "Cal Moor"):
        workshop.do(PersonAct(name, group="health"))
    before = len(workshop.history())

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "Practise first, on a made-up pillar?" in screen_text(app)
        await press(app, pilot, "y")
        assert "PRACTICE - NOT KEPT" in screen_rows(app)[0]
        assert app.sitting is not None
        people = app.sitting.view.people
        assert [person.name for person in people] == ["Person 1", "Person 2", "Person 3"]
        await press(app, pilot, "v", "1", "space", "1", "space", "1", "enter", "P", "y")
        assert "PROVISIONAL" in screen_rows(app)[0]
        assert app.sitting is not None
        assert app.sitting.workshop is workshop
        assert not app.sitting.item.rounds
        assert len(workshop.history()) == before
        await press(app, pilot, "o", "l", "space")
        assert " ROOM " in screen_rows(app)[0]

    drive(tmp_path, look, "space", workshop=workshop, place=Place.ROLL)
    assert not list(scratch.iterdir())


def test_the_way_of_voting_is_on_the_ground_rules_and_in_the_vote(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "By card, or with heads down" in screen_text(app)
        assert "Hands are public." in screen_text(app)
        await press(app, pilot, "v")
        assert "By hands. Ask for cards" in screen_text(app)
        await press(app, pilot, "o", "r", "v")
        assert "*show of hands" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.RULES)
