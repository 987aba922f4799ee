"""An item typed faster than it is handled, and a step that is slow to come: nothing is lost."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from maturity.judgement.view import Audience
from maturity.tui.widgets.box import Box
from tui.rooms import Seen, a_room, press_at_once, walk


async def drained(seen: Seen) -> None:
    """Wait until every key that was sent has been handled."""
    for _ in range(2000):
        await seen.pilot.pause()
        if seen.app._in_hand is None and not seen.app._waiting:
            break
    else:
        pytest.fail(f"still waiting: {seen.app._waiting}")
    await seen.pilot.pause()


def test_an_item_typed_without_a_breath_loses_nothing(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        press_at_once(
            seen.pilot,
            *("f", '"We hear late.', "enter"),
            *("v", '"3 7', "enter"),
            *("n", '"Two figures disagree', "tab", "g"),
            *("a", "2", "enter", "w", '"Named leads.', "enter", "c", "m"),
            *("s", "n", '"share the table @P1 two weeks', "enter"),
        )
        await drained(seen)
        view = seen.workshop.view(Audience.FACILITATOR)
        item = view.item("one")
        assert [link.quote for link in item.links] == ["We hear late."]
        assert [one.counts for one in item.rounds] == [(3, 7, 2)]
        assert [(note.text, note.tag) for note in item.notes] == [("Two figures disagree", "gap")]
        assert (item.rating.said, item.rating.because) == ("Middle", "Named leads.")
        assert item.rating.confidence == "medium"
        assert [(one.text, one.owners) for one in view.actions] == [("share the table", ("P1",))]

    walk(a_room(tmp_path, voters=12), look)


def test_a_vote_typed_while_its_step_is_slow_to_come_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = asyncio.Event()
    mount = Box.mount

    async def slowly(box: Box, *widgets: Any, **rest: Any) -> None:
        await shown.wait()
        await mount(box, *widgets, **rest)

    async def look(seen: Seen) -> None:
        monkeypatch.setattr(Box, "mount", slowly)
        press_at_once(seen.pilot, '"3 7', "enter")
        # as the clock of the program would look for half a second, too long for the old limit
        for _ in range(50):
            await asyncio.sleep(0)
            await seen.app._look()
        assert seen.workshop.view(Audience.ROOM).item("one").rounds == ()
        shown.set()
        await drained(seen)
        (one,) = seen.workshop.view(Audience.ROOM).item("one").rounds
        assert one.counts == (3, 7, 2)

    walk(a_room(tmp_path, voters=12), look)
