"""Facts of documents and cards, mended many at a time in a grid of Prepare."""

from pathlib import Path

from textual.pilot import Pilot

from builders import a_workshop
from evidence.papers import read
from maturity.evidence.asking.client import ReadDocument
from maturity.judgement.view import Audience
from maturity.session.acts.evidence import FactsAct
from maturity.tui.app import MaturityApp
from maturity.tui.overlays.facts_grid import facts_rows, undated
from maturity.tui.places import Place
from maturity.workshop import Workshop
from tui.screen_rows import drive, press, screen_text
from tui.sessions import SIZES

PAPER, CARDS = read("# Notes\n\n- My son waits.\n\n- Plans are late.\n\n- Calls are answered.\n")


def a_session(tmp_path: Path) -> Workshop:
    workshop = a_workshop(tmp_path)
    workshop.add_document(ReadDocument(PAPER, CARDS, "notes.md", ()), kind="data")
    for card in CARDS:
        workshop.link("one", card.id)
    workshop.link("two", CARDS[1].id)
    return workshop


@SIZES
def test_facts_are_set_on_all_that_are_marked_and_one_undo_takes_them_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "F")
        assert "3 cards: 3 have no date, 3 have no cohort, 3 have no agency" in screen_text(app)
        assert "My son" not in screen_text(app)
        await press(app, pilot, "down", "down", "space", "space", "enter")
        assert "Facts of 2 rows" in screen_text(app)
        await press(app, pilot, "tab", "tab", '"pilot', "enter", '"Council', "enter")
        facts = [workshop.state.excerpts[card.id] for card in CARDS[1:]]
        assert [(one.kind, one.cohort, one.agency) for one in facts] == [
            (None, "pilot", "Council")
        ] * 2
        assert CARDS[0].id not in workshop.state.excerpts
        assert "3 cards: 3 have no date, 1 have no cohort, 1 have no agency" in screen_text(app)
        await press(app, pilot, "escape", "u")
        assert all(one.cohort is None for one in workshop.state.excerpts.values())

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


def test_with_nothing_marked_the_row_in_hand_is_set_and_a_mark_can_be_taken_off(
    tmp_path: Path,
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "F", "space", "up", "space", "up", "enter")
        assert "Facts of 1 row" in screen_text(app)
        await press(app, pilot, '"output', *["enter"] * 4)
        assert workshop.state.documents[PAPER.id].kind == "output"
        await press(app, pilot, "enter", "escape", "escape")
        assert workshop.state.documents[PAPER.id].kind == "output"

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


def test_without_evidence_there_is_nothing_to_mend(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "F")
        assert "No evidence yet. i imports a document." in screen_text(app)

    drive(tmp_path, look, workshop=a_workshop(tmp_path), place=Place.PREPARE, notices=True)


def test_a_card_of_two_items_is_one_row_and_a_replaced_document_is_none(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    rows = facts_rows(workshop.view(Audience.ROOM))
    assert [row.id for row in rows] == [PAPER.id, *(card.id for card in CARDS)]
    assert {row.facts.kind for row in rows} == {"data"}
    newer = read("# Notes again\n\n- Plans are late.\n")
    workshop.add_document(ReadDocument(*newer, "new.md", ()), replaces=PAPER.id)
    assert [row.id for row in facts_rows(workshop.view(Audience.ROOM)) if row.is_document] == [
        newer[0].id
    ]
    workshop.close()


def test_no_fact_is_called_known_of_cards_that_are_not_there(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.add_document(ReadDocument(PAPER, CARDS, "notes.md", ()))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "F")
        assert "Nothing is linked yet." in screen_text(app)
        assert "every fact is known" not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


@SIZES
def test_the_key_named_beside_the_cards_without_a_date_begins_at_their_document(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    workshop.do(FactsAct(PAPER.id, date="2026-01-12"))
    later, cards = read("# Account\n\n- Nobody rang.\n", "account")
    workshop.add_document(ReadDocument(later, cards, "account.md", ()))
    workshop.link("two", cards[0].id)
    assert undated(facts_rows(workshop.view(Audience.ROOM))) == later.id

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "no date: 1 (F shows which, and sets it)" in " ".join(screen_text(app).split())
        await press(app, pilot, "F", "enter", "tab", '"12 January 2026', *["enter"] * 3)
        assert workshop.state.documents[later.id].date == "2026-01-12"
        assert undated(facts_rows(workshop.view(Audience.ROOM))) == ""
        await press(app, pilot, "escape")
        assert "no date:" not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)
