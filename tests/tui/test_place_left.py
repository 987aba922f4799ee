"""Where a session opens again after an end that nobody announced, such as a closed lid."""

from pathlib import Path

import pytest

from maturity.laptop import Place, read
from tui.rooms import Seen, a_room, press, walk


def test_the_item_and_the_step_are_kept_while_nothing_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.tui.app._IDLE_SECONDS", 0.01)

    async def look(seen: Seen) -> None:
        await press(seen.pilot, "n", '"A line.', "enter")
        wanted = Place("two", "t")
        session = seen.workshop.state.session.id
        for _ in range(100):
            laptop, _ = read(seen.app.laptop.folder)
            if laptop.places.get(session) == wanted:
                break
            await seen.pilot.pause()
        assert laptop.places[session] == wanted

    walk(a_room(tmp_path), look, ".", "t")
