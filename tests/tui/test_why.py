"""An excerpt found and linked in a few keys, and on demand why it was found."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import a_workshop
from evidence.papers import read
from maturity.evidence.asking.client import ReadDocument
from maturity.session.acts.act import Refused
from maturity.tui.app import MaturityApp
from maturity.tui.overlays.why import why_lines
from maturity.tui.places import Place
from maturity.workshop import Workshop
from tui.rooms import Seen, walk
from tui.screen_rows import NARROW, drive, press, screen_text

PAPER = (
    "# Notes\n\nMy son waits for school.\n\n"
    "The second visit was mostly to a lighthouse at low tide.\n\nThe end.\n"
)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    opened = a_workshop(tmp_path)
    opened.add_document(ReadDocument(*read(PAPER), "notes.md", ()))
    return opened


def test_prepare_says_by_which_words_and_which_two_items(
    workshop: Workshop, tmp_path: Path
) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "slash", '"visit mostl', "enter", "W")
        text = screen_text(app)
        assert "visit (typed)" in text
        assert "mostly (begins with mostl)" in text
        assert "before: [may identify a child: hidden, h shows]" in text
        assert "after: The end." in text
        assert "Second things: visit, lighthouse" in text
        await press(app, pilot, "escape", "h", "W")
        assert "before: My son waits for school." in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=NARROW)


def test_prepare_says_which_words_a_suggestion_shares_with_the_item(
    workshop: Workshop, tmp_path: Path
) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "W")
        assert "lighthouse (shared with Second things)" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


def test_the_room_says_why_too_and_what_to_do_first(workshop: Workshop) -> None:
    async def look(seen: Seen) -> None:
        assert "WHY IT WAS FOUND" in seen.text
        assert "second (typed)" in seen.text

    walk(workshop, look, "/", '"second', "down", "W")


def test_an_excerpt_whose_file_is_lost_is_refused_in_words(workshop: Workshop) -> None:
    with pytest.raises(Refused, match="The evidence file it stands in is missing"):
        why_lines(workshop, "ffffffffffff", (), is_private=False)


def test_a_sentence_that_is_named_is_linked_with_six_keys(workshop: Workshop) -> None:
    async def look(seen: Seen) -> None:
        (link,) = seen.workshop.state.pillar["one"].links.values()
        assert link.quote.startswith("The second visit")

    # one to search, three letters, one to take the first that was found, one to keep it
    walk(workshop, look, "/", '"mos', "enter", "enter")
