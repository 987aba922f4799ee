"""Evidence in the Room: found, linked with what it shows, and a family's account."""

from pathlib import Path

from textual.pilot import Pilot

from maturity.evidence.typed import typed_card
from maturity.judgement.view import Audience
from maturity.tui.app import MaturityApp
from maturity.tui.panes.cards import in_reading_order
from maturity.tui.places import Place
from tui.rooms import Seen, a_room, press, walk
from tui.screen_rows import drive, screen_text
from tui.screen_rows import press as drive_press
from tui.sessions import SIZES


def test_what_is_found_is_linked_with_what_it_shows(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.add_account("two", "Waiting times fell in the spring.")

    async def look(seen: Seen) -> None:
        assert "Waiting times fell" in seen.text
        await press(seen.pilot, "down", "x", '"Waits fell.', "enter")
        (link,) = seen.item().links
        assert (link.stance, link.shows) == ("challenges", "Waits fell.")
        await press(seen.pilot, "escape", "escape", "e")
        assert "CHALLENGES" in seen.text

    walk(workshop, look, "slash", '"waiti')


def test_what_an_excerpt_is_linked_as_is_chosen_with_the_question(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.add_account("two", "Waiting times fell in the spring.")

    async def look(seen: Seen) -> None:
        assert "Supports:" in seen.text
        assert "enter links it; words say what it shows" in seen.text
        await press(seen.pilot, "up")
        assert "Context:" in seen.text
        await press(seen.pilot, "up", '"Not for all.')
        assert "Challenges:" in seen.text
        await press(seen.pilot, "enter")
        (link,) = seen.item().links
        assert (link.stance, link.shows) == ("challenges", "Not for all.")
        assert "enter links the row marked >" in seen.text
        await press(seen.pilot, "escape", "e", "enter", "down", "enter")
        assert [one.stance for one in seen.item().links] == ["context"]

    walk(workshop, look, "slash", '"wai', "enter")


def test_words_that_may_identify_a_child_are_covered_in_the_question_too(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.add_account("two", "My son waited for a year.")

    async def look(seen: Seen) -> None:
        assert "Supports:" in seen.text
        assert "waited" not in seen.text
        assert "hidden, h shows" in seen.text

    walk(workshop, look, "slash", '"wai', "enter")


def test_arrows_leave_a_familys_account_as_it_is(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Supports" not in seen.text
        await press(seen.pilot, "enter")
        assert [(one.quote, one.stance) for one in seen.item().links] == [
            ("We hear late.", "context")
        ]
        told = [one.message for one in seen.app._notifications]
        assert told[-1].endswith("(context). enter on its card: supports or challenges.")
        await press(seen.pilot, "e", "enter", "up", "enter")
        assert [one.stance for one in seen.item().links] == ["challenges"]

    walk(a_room(tmp_path), look, "f", '"We hear late.', "down", "up")


def test_one_letter_does_not_search_yet(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert "Two letters begin the search" in seen.text

    walk(a_room(tmp_path), look, "slash", '"w')


def test_a_family_voice_is_read_first(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    document, excerpt = typed_card("A plan was written.", "para 1")
    workshop.shelf.add(document, (excerpt,))
    workshop.link("one", excerpt.id)
    workshop.add_account("one", "We heard too late.")

    async def look(seen: Seen) -> None:
        assert seen.text.index("We heard too late.") < seen.text.index("A plan was written.")

    walk(workshop, look, "e")


def test_an_account_is_off_the_item_after_one_undo(tmp_path: Path) -> None:
    async def look(seen: Seen) -> None:
        assert [link.quote for link in seen.item().links] == ["We hear late."]
        await press(seen.pilot, "u")
        assert seen.item().links == ()

    walk(a_room(tmp_path), look, "f", '"We hear late.', "enter")


@SIZES
def test_what_a_link_shows_is_asked_in_sight_after_prepare_was_open(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_room(tmp_path)
    for number in range(9):
        workshop.add_account("two", f"Waiting times fell in the spring of year {number}.")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        app.go_to(Place.ROOM)
        await drive_press(app, pilot, "e", "slash", '"waiting', "enter")
        assert "What does it show?" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


def test_the_account_just_taken_is_the_card_in_hand(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    for words in ("We were asked twice.", "Nobody rang us."):
        workshop.add_account("one", words)
    first = in_reading_order(workshop.view(Audience.FACILITATOR).item("one").links)[0]

    async def look(seen: Seen) -> None:
        assert "enter keeps it as evidence" in seen.text
        await press(seen.pilot, '"We hear late.', "enter", "enter")
        assert '"We hear late."' in seen.text.split("What does it show?")[0]
        assert first.quote not in seen.text.split("What does it show?")[0]

    walk(workshop, look, "e", "f")


def test_after_a_search_the_cards_take_the_keys_again(tmp_path: Path) -> None:
    workshop = a_room(tmp_path)
    workshop.add_account("one", "We were asked twice.")

    async def look(seen: Seen) -> None:
        assert "Take this card off" not in seen.text
        await press(seen.pilot, "delete")
        assert "Take this card off" in seen.text
        await press(seen.pilot, "y")
        assert [one.message for one in seen.app._notifications] == ["Unlinked from First things."]

    walk(workshop, look, "e", "slash", '"asked', "escape")
