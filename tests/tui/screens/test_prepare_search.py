"""The search of Prepare: it ends with `escape`, and each begins afresh."""

from pathlib import Path

from textual.pilot import Pilot

from builders import a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.workshop import Workshop
from tui.screen_rows import drive, press, screen_text
from tui.sessions import SIZES

LATE = "Letters come late, the forum said."
VISIT = "The second visit was to a lighthouse at low tide."


def to_search(tmp_path: Path) -> Workshop:
    """A session with an excerpt that no item suggests, and one that an item does."""
    workshop = a_workshop(tmp_path)
    for text in (LATE, VISIT):
        document, excerpt = typed_card(text, "Notes p1")
        workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    return workshop


@SIZES
def test_what_was_searched_for_is_not_linked_after_the_search_was_left(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = to_search(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "slash", '"letters', "enter", "escape", "down", "l")
        assert VISIT in screen_text(app)
        await press(app, pilot, "enter")
        (link,) = workshop.state.pillar["two"].links.values()
        assert link.suggested

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


def test_the_next_search_holds_no_letters_of_the_last(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "slash", '"letters', "enter", "slash", '"lighthouse')
        assert VISIT in screen_text(app)
        assert LATE not in screen_text(app)

    drive(tmp_path, look, workshop=to_search(tmp_path), place=Place.PREPARE)


def test_without_evidence_it_is_said_how_to_import_some(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot)
        assert "No evidence yet. i imports a document, or all of a folder." in screen_text(app)
        assert "no suggestion" not in screen_text(app)
        await press(app, pilot, "slash", '"letters')
        assert "nothing holds these words" not in screen_text(app)

    drive(tmp_path, look, workshop=a_workshop(tmp_path), place=Place.PREPARE, size=(200, 40))


def test_at_80_columns_it_is_said_that_enter_shows_what_was_found(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot)
        assert "First has no evidence; enter shows what was found, l links it" in screen_text(app)

    drive(tmp_path, look, workshop=to_search(tmp_path), place=Place.PREPARE, size=(80, 24))
