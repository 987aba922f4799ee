"""What is refused is asked for again: nothing typed is lost, and the reason stands over it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.session.acts.act import Refused
from maturity.tui.app import MaturityApp
from maturity.tui.evidence import facts_of_act
from maturity.tui.places import Place
from maturity.workshop import Workshop
from tui.screen_rows import drive, press, screen_text
from tui.sessions import SIZES


def with_a_story(tmp_path: Path) -> tuple[Workshop, str, str]:
    """A session, its document, and the excerpt of it that may identify a child."""
    workshop = a_workshop(tmp_path)
    document, excerpt = typed_card("My son waited for the second visit.", "Notes p1")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()))
    return workshop, document.id, excerpt.id


@SIZES
@pytest.mark.parametrize("key", ["F", "w"])
def test_a_kind_that_is_none_costs_no_word(tmp_path: Path, size: tuple[int, int], key: str) -> None:
    workshop, document, _ = with_a_story(tmp_path)
    first = {"F": ("F", "enter"), "w": ("w",)}[key]
    last = {"F": 2, "w": 3}[key]

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *first, '"banana', "enter", '"12 January 2026')
        await press(app, pilot, "enter", *["enter"] * last)
        assert '! Kind: "banana" is none of activity, process' in screen_text(app)
        assert "12 January 2026" in screen_text(app)
        assert not workshop.state.documents[document].kind
        await press(app, pilot, "ctrl+u", '"Family experience', *["enter"] * (last + 2))
        facts = workshop.state.documents[document]
        assert (facts.kind, facts.date) == ("family-experience", "2026-01-12")
        await press(app, pilot, "escape")
        assert "banana" not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


def test_nothing_is_wrong_any_more_once_what_was_refused_is_left(tmp_path: Path) -> None:
    workshop, document, _ = with_a_story(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "F", "enter", '"banana', *["enter"] * 4)
        await press(app, pilot, "escape", "escape")
        assert "is none of" not in screen_text(app)
        assert not workshop.state.documents[document].kind

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


@SIZES
def test_what_may_identify_a_child_is_asked_first_and_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop, _, excerpt = with_a_story(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "slash", '"waited', "enter", "w")
        assert "redact or keep" in screen_text(app)
        await press(app, pilot, '"keep', "enter", "enter")
        assert "! Say why these words may be printed, to keep them." in screen_text(app)
        await press(app, pilot, "tab", '"They asked for it.', "enter")
        privacy = workshop.state.excerpts[excerpt].privacy
        assert privacy is not None
        assert (privacy.choice, privacy.because) == ("keep", "They asked for it.")
        assert "Date it speaks of" not in screen_text(app)
        await press(app, pilot, "w")
        assert "Now: keep." in screen_text(app)
        await press(app, pilot, "enter", "enter")
        assert "Date it speaks of" in screen_text(app)
        await press(app, pilot, "escape", "w", "escape")
        assert "Date it speaks of" not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


def test_a_fact_of_a_few_words_is_known_as_people_type_it() -> None:
    assert facts_of_act("d", {"kind": " Young  voice ", "owner": "Ash"}).kind == "young-voice"
    assert facts_of_act("d", {"kind": "", "cohort": "Whole"}).cohort == "whole"
    with pytest.raises(Refused, match='"some" is none of whole, subset, pilot or unknown'):
        facts_of_act("d", {"cohort": "some"})
    with pytest.raises(Refused, match="Say redact or keep"):
        facts_of_act("d", {"because": "They asked for it."})
