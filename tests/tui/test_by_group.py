"""Votes by voice group on the screen: the facilitator's for a minute, and words for the room."""

import shutil
from pathlib import Path

import pytest

from builders import Ticking, a_typist
from judgement.attacker import World, framework_of, state_of
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience
from maturity.session.acts.votes import VoteAct
from maturity.shipped import sample_session
from maturity.tui import draw
from maturity.tui.panes.by_group import by_group
from maturity.workshop import Workshop
from tui.rooms import NARROW, WIDE, Seen, a_room, everything_drawn, press, walk
from tui.screen_rows import screen_text

VOTES = {"families": (3, 0, 1), "health": (0, 12, 0), "council": (2, 3, 2)}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_counts_of_groups_are_in_no_widget_until_h_and_go_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_room(tmp_path, voters=6)
    workshop.do(VoteAct("one", (3, 2, 1)))
    workshop.do(VoteAct("one", (2, 0, 0), group="families"))
    canary = "Round 1 by voice group"

    async def look(seen: Seen) -> None:
        assert canary not in everything_drawn(seen.screen)
        await press(seen.pilot, "h")
        assert "Round 1 by voice group, for you alone:" in seen.text
        assert "Families 2 0 0" in seen.text
        assert "Everyone else 1 2 1" in seen.text
        assert "G takes one voice group's counts" in seen.text
        await press(seen.pilot, "z")
        assert canary not in screen_text(seen.app)
        await press(seen.pilot, "escape", "a", "v", "escape")
        assert canary not in everything_drawn(seen.screen)
        await press(seen.pilot, "h")
        assert canary in seen.text
        seen.screen.hide_private()
        await seen.pilot.pause()
        assert canary not in everything_drawn(seen.screen)

    walk(workshop, look, "v", size=size)


def test_a_groups_counts_are_typed_on_the_private_screen_alone(tmp_path: Path) -> None:
    workshop = a_room(tmp_path, voters=6)

    async def look(seen: Seen) -> None:
        def groups() -> list[tuple[str, tuple[int, ...]]]:
            (vote,) = workshop.view(Audience.FACILITATOR).item("one").rounds
            return [(one.who, one.counts) for one in vote.groups]

        def told() -> str:
            return "".join(one.message for one in seen.app._notifications)

        await press(seen.pilot, "h", "G")
        assert "typed once the room has voted" in told()
        workshop.do(VoteAct("one", (3, 2, 1)))
        await press(seen.pilot, "h", "G")
        assert "while h shows private things" in told()
        await press(seen.pilot, "h")
        await press(seen.pilot, "G", '"families', "enter", '"2 0 0', "enter")
        assert groups() == [("Families", (2, 0, 0))]
        assert "Families 2 0 0" in seen.text
        await press(seen.pilot, "G", '"Health', "enter", '"1 0', "enter")
        assert groups() == [("Families", (2, 0, 0))]
        await press(seen.pilot, "G", '"Health', "enter", '"1 0 0', "enter")
        assert "That would show how one person voted." in seen.text
        await press(seen.pilot, "G", "escape")
        assert groups() == [("Families", (2, 0, 0))]

    walk(workshop, look, "v")


def test_the_table_stands_in_columns_and_has_nobody_twice() -> None:
    framework = framework_of(1, 3)
    state = state_of(World((VOTES,), ("families", "health")))
    item = disclose(state, framework, Audience.FACILITATOR).items[0]
    said, head, *rows = (draw.line(one).plain for one in by_group(item))
    assert said == "Round 1 by voice group, for you alone:"
    assert head == "               Low  Middle  High"
    assert rows == [
        "Families         3       0     1",
        "Health           0      12     0",
        "Everyone else    2       3     2",
    ]
    whole = state_of(World((VOTES,), tuple(VOTES)))
    item = disclose(whole, framework, Audience.FACILITATOR).items[0]
    assert "Everyone else" not in draw.para(*by_group(item)).plain
    for audience in (Audience.ROOM, Audience.BOARD, Audience.PUBLIC):
        assert by_group(disclose(state, framework, audience).items[0]) == ()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_summary_says_what_a_group_tended_to_say_and_no_number(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    shutil.copytree(sample_session(), tmp_path / "sample")
    workshop = Workshop.open(tmp_path / "sample", a_typist(), Ticking())

    async def look(seen: Seen) -> None:
        await press(seen.pilot, "o", "s")
        text = screen_text(seen.app)
        assert "Parent carers tended to rate lower than the rest of the room across these" in text
        assert "times in 10" not in text

    walk(workshop, look, size=size)
