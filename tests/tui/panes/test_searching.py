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


def _in_hand(seen: Seen) -> str:
    """The row of the screen that is marked as in hand, from its mark on."""
    (row,) = (row for row in seen.rows if "> Letters" in row)
    return row.partition("> ")[2]


def test_the_first_row_is_marked_at_once_and_down_takes_the_second(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        first = _in_hand(seen)
        await press(seen.pilot, "down")
        assert _in_hand(seen) != first
        second = _in_hand(seen)
        await press(seen.pilot, "enter", "enter")
        assert [link.quote for link in seen.item().links] == [second]

    walk(to_find(tmp_path), look, "slash", '"le', size=(80, 24))


def test_the_first_row_is_challenged_without_going_down(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        first = _in_hand(seen)
        await press(seen.pilot, "tab", "x", "enter")
        assert [(link.quote, link.stance) for link in seen.item().links] == [(first, "challenges")]

    walk(to_find(tmp_path), look, "slash", '"le')


def test_a_row_says_that_it_is_linked_as_soon_as_it_is(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "linked (" not in seen.text
        await press(seen.pilot, "enter")
        assert seen.text.count("para 1 linked (supports)") == 1
        assert "> Waiting" in seen.text
        await press(seen.pilot, "escape", "slash", '"wai')
        assert "para 1 linked (supports) matched" in seen.text

    walk(to_find(tmp_path), look, "slash", '"wai', "enter")


def test_what_was_found_is_uncovered_by_h_and_covered_again(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.add_account("two", "My son waited for a year.")

    async def look(seen: Seen) -> None:
        await press(seen.pilot, "tab")
        assert "My son" not in seen.text
        await press(seen.pilot, "h")
        assert "My son waited" in seen.text
        await press(seen.pilot, "h")
        assert "My son" not in seen.text

    walk(workshop, look, "slash", '"wai')
