"""What has the focus in the Room is in sight, whatever the size of the window."""

from pathlib import Path

import pytest
from textual.widget import Widget
from textual.widgets import Input, TextArea

from maturity.evidence.typed import typed_card
from maturity.tui.widgets.field import Field
from maturity.workshop import Workshop
from tui.rooms import Seen, a_room, press, walk

EVERY = [
    *[(80, 24), (80, 36), (100, 24), (100, 29), (100, 30)],
    *[(100, 43), (120, 40), (200, 60)],
]
OPENINGS = {
    "search": ("slash", '"waiting'),
    "link": ("slash", '"waiting', "enter"),
    "card": ("e", "enter"),
    "account": ("f",),
    "account in a search": ("slash", '"waiting', "tab", "f"),
    "note": ("n",),
    "because": ("a", "2", "enter", "w"),
    "different view": ("d", "n"),
    "next step": ("s", "n"),
    "vote": ("v", "3"),
}


def much_found(tmp_path: Path) -> Workshop:
    """A room with more cards, and more to find, than any window holds."""
    workshop = a_room(tmp_path)
    texts = [f"Waiting times fell in year {number}. {'And so on. ' * 20}" for number in range(30)]
    for text in texts[:12]:
        workshop.add_account("one", text)
    for text in texts[12:]:
        document, excerpt = typed_card(text, "para 1")
        workshop.shelf.add(document, (excerpt,))
    return workshop


def in_sight(widget: Widget) -> bool:
    """Whether all of a field is drawn; of a list, the row in hand."""
    drawn = widget.screen.find_widget(widget)
    if isinstance(widget, Input | TextArea):
        return drawn.visible_region == drawn.region and bool(drawn.region.area)
    return bool(drawn.visible_region.area)


@pytest.mark.parametrize("keys", OPENINGS.values(), ids=OPENINGS)
def test_what_has_the_focus_stays_in_sight_at_every_size(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async def look(seen: Seen) -> None:
        lost = []
        for size in EVERY:
            await seen.pilot.resize_terminal(*size)
            await seen.pilot.pause()
            assert seen.screen.focused is not None
            if not in_sight(seen.screen.focused):
                lost.append((size, seen.screen.focused.id))
        assert lost == []

    walk(much_found(tmp_path), look, *keys, size=EVERY[0])


@pytest.mark.parametrize("size", [(100, 30), (100, 43)])
def test_what_a_link_shows_is_typed_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async def look(seen: Seen) -> None:
        assert in_sight(seen.screen.query_one("#answer", Field))
        await press(seen.pilot, '"Waits fell.')
        assert "Supports:" in seen.text
        assert "Waits fell." in seen.text

    walk(much_found(tmp_path), look, "slash", '"waiting', "enter", size=size)
