"""The search of the Room on its way to a link: its letters, and which row is in hand."""

from pathlib import Path

from maturity.evidence.typed import typed_card
from maturity.workshop import Workshop
from tui.rooms import Seen, a_room, press, walk

TEXTS = ("Waiting times fell.", "Letters come late.", "Letters are kinder.")


def to_find(tmp_path: Path) -> Workshop:
    """A room with three excerpts to find."""
    workshop = a_room(tmp_path)
    for text in TEXTS:
        document, excerpt = typed_card(text, "para 1")
        workshop.shelf.add(document, (excerpt,))
    return workshop


def test_after_a_link_six_keys_make_the_next_one(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        await press(seen.pilot, "slash", '"let', "enter", "enter")
        assert [one.quote[:7] for one in seen.item().links] == ["Waiting", "Letters"]

    walk(to_find(tmp_path), look, "slash", '"wai', "enter", "enter")


def test_a_new_search_puts_the_question_of_the_last_one_away(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Supports:" in seen.text
        await press(seen.pilot, "tab", "tab", "slash", '"kin')
        assert "Letters are kinder." in seen.text
        assert "Waiting times fell." not in seen.text
        assert "Supports:" not in seen.text

    walk(to_find(tmp_path), look, "slash", '"wai', "enter")
