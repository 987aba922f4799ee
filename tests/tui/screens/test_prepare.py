"""Prepare: evidence is imported, found, linked and described."""

from pathlib import Path

from textual.pilot import Pilot

from builders import a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.judgement.view import Audience
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from tui.screen_rows import drive, press, screen_text
from tui.sessions import SIZES, a_session


def test_what_may_belong_to_the_row_is_suggested_and_its_link_keeps_the_words_why(
    tmp_path: Path,
) -> None:
    workshop = a_session(tmp_path)
    document, excerpt = typed_card("The second visit was to a lighthouse at low tide.", "Notes p1")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot)
        assert "SUGGESTED FOR First" in screen_text(app)
        assert "matched: low, tide" in screen_text(app)
        await press(app, pilot, "down")
        assert "SUGGESTED FOR Second things" in screen_text(app)
        assert "matched: visit, lighthouse" in screen_text(app)
        await press(app, pilot, "l", "enter")
        (link,) = workshop.state.pillar["two"].links.values()
        assert (link.suggested, link.matched) == (True, ("visit", "lighthouse"))
        assert "no suggestion: too few words in common" in screen_text(app)
        await press(app, pilot, "up", "slash", '"second', "enter", "l", "enter")
        (link,) = workshop.state.pillar["one"].links.values()
        assert (link.suggested, link.matched) == (False, ())

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


@SIZES
def test_words_that_may_identify_a_child_are_covered_until_h_and_settled_before_any_fact(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    document, excerpt = typed_card("My son waited for the second visit.", "Notes p1")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "slash", '"waited', "enter")
        assert "may identify a child: hidden" in screen_text(app)
        assert "My son" not in screen_text(app)
        await press(app, pilot, "h")
        assert "My son waited" in screen_text(app)
        await press(app, pilot, "h", "w")
        assert "My son" not in screen_text(app)
        await press(app, pilot, '"redact', "enter", "enter")
        privacy = workshop.state.excerpts[excerpt.id].privacy
        assert privacy is not None
        assert privacy.choice == "redact"

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


@SIZES
def test_an_excerpt_is_linked_and_the_figure_of_its_row_changes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "no evidence: 2" in screen_text(app)
        await press(app, pilot, "slash", '"letters')
        assert "Letters come late" in screen_text(app)
        assert "enter links the excerpt in hand" not in screen_text(app)
        await press(app, pilot, "enter")
        assert "enter links the excerpt in hand to First, x as a challenge" in screen_text(app)
        assert "enter shows what was found" not in screen_text(app)
        await press(app, pilot, "x", '"Answers are slow.', "enter")
        (link,) = workshop.view(Audience.ROOM).item("one").links
        assert (link.stance, link.shows) == ("challenges", "Answers are slow.")
        await press(app, pilot, "escape")
        assert "no evidence: 1" in screen_text(app)
        await press(app, pilot, "space", "f", '"We rang for weeks.', "enter", "enter")
        (link,) = workshop.view(Audience.ROOM).item("two").links
        assert link.facts.kind == "family-experience"
        assert "1 of 2 excerpts linked" not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


def test_a_document_is_imported_by_its_path_and_its_facts_are_set(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    paper = tmp_path / "minutes.txt"
    paper.write_text("The forum reported that half of all families waited too long for a plan.\n")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "i imports a document" in screen_text(app)
        await press(app, pilot, "i", f'"{paper}', *["enter"] * 4)
        (document,) = workshop.view(Audience.ROOM).documents
        assert document.excerpts == 1
        await press(app, pilot, "w", '"data', "enter", '"12 January 2026', *["enter"] * 4)
        facts = workshop.view(Audience.ROOM).documents[0].facts
        assert (facts.kind, facts.date) == ("data", "2026-01-12")
        await press(app, pilot, "i", '"no such file.txt', *["enter"] * 4)
        assert "Your session is untouched." in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


def test_every_file_of_a_folder_is_imported_and_what_was_not_read_is_named(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    papers = tmp_path / "papers"
    (papers / "older").mkdir(parents=True)
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (papers / name).write_text(f"The forum of {name[0]} said that letters come late.\n")
    (papers / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "i", f'"{papers}', "enter", '"data', *["enter"] * 3)
        documents = workshop.view(Audience.ROOM).documents
        assert len(documents) == 2
        assert {one.facts.kind for one in documents} == {"data"}
        assert "Not read, 1: logo.png:" in screen_text(app)
        await press(app, pilot, "i", f'"{papers}', *["enter"] * 3, '"a.txt', "enter")
        assert "papers is a folder" in screen_text(app)
        await press(app, pilot, "i", f'"{papers / "older"}', *["enter"] * 4)
        assert "The folder older holds no file." in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


def test_a_familys_account_takes_no_side_and_is_told_how_to(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f", '"We waited 18 months.', "enter", "enter")
        told = [one.message for one in app._notifications]
        said = "Linked to First things (context). l or x on it links it as supporting or"
        assert told[-1].startswith(said)
        (link,) = workshop.state.pillar["one"].links.values()
        assert link.stance == "context"

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


def test_what_has_no_evidence_is_not_said_to_be_in_hand_when_another_is(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.add_account("one", "Letters come late.")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "comma")
        assert "Second things has no evidence; space goes to it" in screen_text(app)
        await press(app, pilot, "space")
        assert (
            "Second things has no evidence; enter shows what was found, l links it"
            in screen_text(app)
        )

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)
