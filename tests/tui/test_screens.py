"""Every screen but the Room by keys alone, on a small and on a large terminal."""

import asyncio
from pathlib import Path

import pytest
from rich.segment import Segments
from textual.pilot import Pilot
from textual.widgets import Static

from builders import TINY, Ticking, a_typist, a_workshop
from maturity.evidence.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.judgement.view import Audience
from maturity.laptop import Laptop
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import ParkAct, RateAct
from maturity.session.acts.votes import VoteAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import OPENED, SESSION, Place
from maturity.tui.screens.base import BaseScreen
from maturity.tui.screens.home import HomeScreen
from maturity.tui.widgets.rows import Rows
from maturity.workshop import Workshop
from tui.screen_rows import NARROW, WIDE, drive, press, press_until, screen_rows, screen_text

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


def a_session(tmp_path: Path) -> Workshop:
    workshop = a_workshop(tmp_path)
    workshop.do(PersonAct("Ash Reed", role="Adviser", group="health", initials="AR"))
    workshop.do(PersonAct("Bo Fenn", group="families", present=False))
    workshop.do(VoteAct("one", (2, 5, 1), present=8))
    workshop.do(RateAct("one", "middle", because="Named leads in every team.", confidence="high"))
    workshop.do(DissentAct("one", from_="Families", level="low", reason="Not where we live."))
    workshop.do(ActionAct("Share the table", owner=("AR",), due="two weeks", item="one"))
    document, excerpt = typed_card("Letters come late, the forum said.", "Forum minutes p2")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()), kind="family-experience")
    return workshop


async def at(app: MaturityApp, pilot: Pilot[int], place: Place) -> None:
    app.go_to(place)
    await press(app, pilot)


@SIZES
def test_every_screen_has_its_name_the_standing_and_the_saved_time_in_row_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION):
            await at(app, pilot, place)
            rows = screen_rows(app)
            assert place.named.upper() in rows[0]
            assert "PROVISIONAL" in rows[0]
            assert "Saved " in rows[0]
            assert rows[-1].endswith("? help")
            assert any(row.strip().startswith("now: ") for row in rows)
            assert all(len(row) <= size[0] for row in rows)

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.RULES, size=size)


def test_a_window_too_small_says_so_and_that_the_work_is_saved(tmp_path: Path) -> None:
    words = "Please make this window larger (80 by 24 is enough). Your work is saved."

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION):
            await at(app, pilot, place)
            assert words in screen_text(app)

    workshop = a_session(tmp_path)
    drive(tmp_path, look, workshop=workshop, place=Place.RULES, size=(50, 12))


@SIZES
def test_home_lists_sessions_and_the_ones_it_cannot_read(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    a_session(tmp_path).close()
    (tmp_path / "broken" / "journal").mkdir(parents=True)
    (tmp_path / "broken" / "session.toml").write_text("x = [")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        text = screen_text(app)
        assert "Northmere" in text
        assert "1 rated" in text
        assert "broken" in text
        assert "! Its session.toml is damaged" in text
        app.screen.query_one(Rows).point_at("northmere")
        await press(app, pilot, "enter")
        assert app.sitting is not None
        assert app.sitting.view.session.title == "Northmere"

    drive(tmp_path, look, size=size)


def test_home_opens_a_session_where_it_was_left(tmp_path: Path) -> None:
    a_session(tmp_path).close()

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "SUMMARY" in screen_text(app)
        await press(app, pilot, "down", "o", "h")
        assert isinstance(app.screen, HomeScreen)
        await press(app, pilot, "enter")
        assert "SUMMARY" in screen_text(app)
        assert app.sitting is not None
        assert app.sitting.item.id == "two"

    drive(tmp_path, look, "enter", "o", "s")


def test_home_says_who_has_a_session_open_and_offers_to_read_it(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "Already open in another window" in screen_text(app)
        await press(app, pilot, "y")
        assert "Read only" in screen_rows(app)[0]
        await press(app, pilot, "o", "l", "j")
        assert "! " in screen_text(app)

    drive(tmp_path, look, "enter")
    workshop.close()


@SIZES
def test_a_new_session_needs_an_area_and_a_framework(tmp_path: Path, size: tuple[int, int]) -> None:
    frameworks = tmp_path / "frameworks"
    frameworks.mkdir()
    (frameworks / "tiny.toml").write_bytes(TINY)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "ctrl+enter")
        assert "Type the area first" in screen_text(app)
        await press(app, pilot, '"Northmere', "tab", '"spring 2026', "tab", '"23 March 2026')
        assert "Monday 23 March 2026" in screen_text(app)
        await press(app, pilot, "ctrl+enter")
        assert "Choose a framework" in screen_text(app)
        await press(app, pilot, "tab", "down")
        await press_until(app, pilot, "down", "(*) A tiny framework")
        assert "2 items, 77 minutes each" in screen_text(app)
        await press(app, pilot, "escape", "enter")
        assert "PREPARE" in screen_text(app)
        assert app.sitting is not None
        session = app.sitting.view.session
        assert (session.title, session.date) == ("Northmere, spring 2026", "2026-03-23")

    drive(tmp_path / "sessions", look, "n", size=size)


@SIZES
def test_the_key_that_makes_a_session_is_one_that_every_terminal_sends(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    frameworks = tmp_path / "frameworks"
    frameworks.mkdir()
    (frameworks / "tiny.toml").write_bytes(TINY)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert screen_rows(app)[-1].startswith("ctrl+s make the session")
        assert "ctrl+enter" not in screen_text(app)
        await press(app, pilot, '"Northmere', "tab", "tab", "tab", "home")
        await press_until(app, pilot, "down", "(*) A tiny framework")
        await press(app, pilot, "ctrl+s")
        assert app.sitting is not None
        assert app.sitting.view.session.title == "Northmere"

    drive(tmp_path / "sessions", look, "n", size=size)


@SIZES
def test_the_roll_is_called_one_key_a_person(tmp_path: Path, size: tuple[int, int]) -> None:
    workshop = a_workshop(tmp_path)
    pasted = '"Ash Reed, SENCO, Elm School\nBo Fenn, Families\n\nCal Moor, Head of Team, Health'

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "nobody yet" not in screen_text(app)
        await press(app, pilot, "i", pasted)
        assert "3 people, 1 without a group" in screen_text(app)
        assert "Voice groups: Families, " in screen_text(app)
        await press(app, pilot, "tab", "enter")
        people = {person.name: person for person in workshop.view(Audience.ROOM).people}
        assert people["Ash Reed"].role == "SENCO"
        assert people["Cal Moor"].group == "health"
        assert "3 invited: 0 here, 3 not yet" in screen_text(app)
        assert "! nobody yet from Families (a core voice)" in screen_text(app)
        await press(app, pilot, "j", "j", "A", "home", "O")
        states = [(one.state, one.observer) for one in workshop.view(Audience.ROOM).people]
        assert states == [("present", True), ("present", False), ("apologies", False)]
        assert "here, observes" in screen_text(app)
        assert "1 without a voice group; enter on the row names it" in screen_text(app)
        await press(app, pilot, "home", "down", "J")
        assert "left 09:" in screen_text(app)
        await press(app, pilot, "u")
        assert workshop.view(Audience.ROOM).people[1].left == ""

    drive(tmp_path, look, workshop=workshop, place=Place.ROLL, size=size)


def test_what_may_belong_to_the_row_is_suggested_and_its_link_keeps_the_words_why(
    tmp_path: Path,
) -> None:
    workshop = a_session(tmp_path)
    document, excerpt = typed_card("The second visit was mostly about things to do.", "Notes p1")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot)
        assert "SUGGESTED FOR First" in screen_text(app)
        assert "matched: things, do, mostly" in screen_text(app)
        await press(app, pilot, "down")
        assert "SUGGESTED FOR Second things" in screen_text(app)
        assert "matched: second, things, do, mostly" in screen_text(app)
        await press(app, pilot, "l", "enter")
        (link,) = workshop.state.pillar["two"].links.values()
        assert (link.suggested, link.matched) == (True, ("second", "things", "do", "mostly"))
        assert "no suggestion: too few words in common" in screen_text(app)
        await press(app, pilot, "up", "slash", '"second', "enter", "l", "enter")
        (link,) = workshop.state.pillar["one"].links.values()
        assert (link.suggested, link.matched) == (False, ())

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


@SIZES
def test_words_that_may_identify_a_child_are_covered_until_h_and_settled_with_the_facts(
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
        await press(app, pilot, "h", "w", "tab", "tab", "tab", "tab", "enter")
        assert "My son" not in screen_text(app)
        await press(app, pilot, '"redact', "enter", "enter")
        privacy = workshop.state.excerpts[excerpt.id].privacy
        assert privacy is not None
        assert privacy.choice == "redact"

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE, size=size)


def test_one_who_comes_once_it_has_begun_is_late(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "space", "j")
        assert "late, 09:" in screen_text(app)

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.ROLL)


@SIZES
def test_an_excerpt_is_linked_and_the_figure_of_its_row_changes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "no evidence: 2" in screen_text(app)
        await press(app, pilot, "slash", '"letters')
        assert "Letters come late" in screen_text(app)
        await press(app, pilot, "enter", "x", '"Answers are slow.', "enter")
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


@SIZES
def test_the_summary_reads_back_and_a_level_is_recorded_in_place(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        text = screen_text(app)
        assert "1 First 2 Middle high" in text
        assert "Named leads in every team." in text
        assert 'Someone from a family would say Low. "Not where we live." No answer yet.' in text
        assert "1 of 2 rated" in text
        await press(app, pilot, "3", "enter")
        assert workshop.view(Audience.ROOM).item("one").rating.said == "Middle"
        await press(app, pilot, "o", "s", "space", "a", "3")
        assert not workshop.view(Audience.ROOM).item("two").is_rated
        await press(app, pilot, "enter")
        assert workshop.view(Audience.ROOM).item("two").rating.said == "High"
        await press(app, pilot, "w", '"We saw it.', "tab", "enter")
        assert workshop.view(Audience.ROOM).item("two").rating.because == "We saw it."
        assert "every row is finished" in screen_text(app)
        await press(app, pilot, "b")
        assert "Read aloud, the lowest level first." in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY, size=size)


@SIZES
def test_close_takes_a_line_for_each_list(tmp_path: Path, size: tuple[int, int]) -> None:
    workshop = a_session(tmp_path)
    workshop.do(ParkAct("two", because="No data yet."))
    workshop.do(NoteAct("one", "Ask about transport.", tag="later"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "n", '"finish the charter @AR two weeks >LAIP 3.11')
        assert "enter keeps: finish the charter | AR (Ash Reed) | Mon 6 April 2026" in (
            screen_text(app)
        )
        await press(app, pilot, "enter", "escape")
        view = workshop.view(Audience.ROOM)
        found = next(one for one in view.actions if one.text == "finish the charter")
        assert (found.owners, found.plan, found.item) == (("AR",), ("LAIP 3.11",), "one")
        await press(app, pilot, "right", "n", '"How old are the late cases?', "enter", "escape")
        assert workshop.view(Audience.ROOM).kloes[0].text == "How old are the late cases?"
        await press(app, pilot, "right")
        assert "None (the room was asked)" in screen_text(app)
        assert "enter records that there are none" in screen_text(app)
        await press(app, pilot, "n", '"None.', "enter", "escape")
        assert workshop.view(Audience.ROOM).risks == ()
        assert workshop.view(Audience.ROOM).session.no_risks
        await press(app, pilot, "right", "n", '"Share the dashboard', "enter", "escape")
        assert workshop.view(Audience.ROOM).decisions[0].text == "Share the dashboard"
        await press(app, pilot, "delete", "y")
        assert workshop.view(Audience.ROOM).decisions == ()
        await press(app, pilot, "u", "right")
        assert workshop.view(Audience.ROOM).decisions[0].text == "Share the dashboard"
        assert "No data yet." in screen_text(app)
        assert "Ask about transport." in screen_text(app)
        await press(app, pilot, "w", "enter", '"Steadier than before.', "escape")
        assert workshop.view(Audience.ROOM).page.story == "Steadier than before."
        await press(app, pilot, "down", "enter", '"Kinder.\nNot quicker.', "tab", "enter")
        assert workshop.view(Audience.ROOM).page.families == ("Kinder.", "Not quicker.")
        assert "2 of 7" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE, size=size)


def test_an_action_is_changed_without_losing_the_day_it_was_due(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    before = workshop.view(Audience.ROOM).actions[0]

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", '" with schools', *["enter"] * 4)
        (after,) = workshop.view(Audience.ROOM).actions
        assert after.text == "Share the table with schools"
        assert (after.due_on, after.owners) == (before.due_on, before.owners)

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE)


@SIZES
def test_a_paper_is_made_and_its_place_is_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "No overall sentence was written for page 1." in screen_text(app)
        await press(app, pilot, "enter", "down", "down", "enter")
        names = sorted(path.name for path in (workshop.folder / "exports").iterdir())
        assert names == [
            "northmere-spring-2026-board-paper-provisional.docx",
            "northmere-spring-2026-public-edition-provisional.docx",
        ]
        assert "made: northmere-spring-2026-public-edition-provisional.docx" in screen_text(app)
        assert "k shows where it is kept" in screen_text(app)
        assert len(app.laptop.papers) == 2
        await press(app, pilot, *("down", "enter") * 2, "down", "down", "enter")
        made = {path.suffix for path in (workshop.folder / "exports").iterdir()}
        assert made == {".docx", ".html", ".txt"}

    drive(tmp_path, look, workshop=workshop, place=Place.EXPORT, size=size)


def test_the_row_in_hand_is_marked_by_more_than_its_colour(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        marked = [row for row in screen_rows(app) if row.lstrip().startswith("> ")]
        assert ["First" in row for row in marked] == [True]
        await press(app, pilot, "down")
        marked = [row for row in screen_rows(app) if row.lstrip().startswith("> ")]
        assert ["Second" in row for row in marked] == [True]

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.SUMMARY)


def test_undo_and_redo_say_what_they_did(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        before = workshop.state
        await press(app, pilot, "u")
        assert workshop.state != before
        await press(app, pilot, "U")
        assert workshop.state == before
        await press(app, pilot, "U")
        assert "There is nothing to redo." in screen_text(app)
        await press(app, pilot, "exclamation_mark")
        assert "WHAT IS WRONG" in screen_text(app)
        await press(app, pilot, "escape", "escape")
        assert "There is nothing to redo." not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.RULES)


def test_letters_are_text_in_a_field_and_escape_leaves_it(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        before = workshop.state
        await press(app, pilot, "n", "u", "o", "d", "question_mark", "escape")
        assert workshop.state == before
        assert isinstance(app.screen.focused, Rows)
        await press(app, pilot, "question_mark")
        assert "HELP: CLOSE" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE)


def test_a_command_that_cannot_be_done_says_why(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)

    async def look(app: MaturityApp, _pilot: Pilot[int]) -> None:
        assert [notice.message for notice in app._notifications] == [
            "Nobody is on the register yet. i pastes names; n adds one."
        ]

    drive(tmp_path, look, "j", workshop=workshop, place=Place.ROLL)


def test_the_palette_goes_to_an_item_and_to_a_screen(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "colon", '"go to second', "enter")
        assert app.sitting is not None
        assert app.sitting.item.id == "two"
        await press(app, pilot, "ctrl+p", '"open close', "enter")
        assert "CLOSE" in screen_rows(app)[0]

    drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.SUMMARY)


def test_a_fault_shows_one_sentence_and_nothing_that_was_typed(tmp_path: Path) -> None:
    shown: list[str] = []

    async def look(app: MaturityApp, _pilot: Pilot[int]) -> None:
        app._handle_exception(ZeroDivisionError("typed-canary"))
        for drawn in app._exit_renderables:
            assert isinstance(drawn, Segments)
            shown.extend(segment.text for segment in drawn.segments)

    with pytest.raises(ZeroDivisionError):
        drive(tmp_path, look, workshop=a_session(tmp_path), place=Place.RULES)
    said = " ".join("".join(shown).split())
    assert said.endswith("Everything that was saved is safe: open the session again to go on.")
    assert "typed-canary" not in said


def test_the_palette_runs_what_it_finds(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "colon", '"apologies', "enter")
        (_, bo) = app.sitting.view.people if app.sitting else (None, None)
        assert bo is not None
        assert bo.state == "apologies"

    drive(tmp_path, look, "down", workshop=a_session(tmp_path), place=Place.ROLL)


def test_no_digit_lights_or_records_a_level_outside_a_level_field(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    before = workshop.state

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION - {Place.ROOM}):
            await at(app, pilot, place)
            await press(app, pilot, *"0123")
            assert workshop.state == before

    drive(tmp_path, look, workshop=workshop, place=Place.RULES)


def test_nothing_private_is_in_any_widget_until_it_is_asked_for(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.do(NoteAct("one", "private-canary", private=True))
    workshop.do(DissentAct("one", from_="A teacher", reason="noted-canary", reach="noted"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION):
            await at(app, pilot, place)
            await press(app, pilot, "z")
            for screen in app.screen_stack:
                for widget in screen.walk_children():
                    held = f"{getattr(widget, 'content', '')} {getattr(widget, 'value', '')}"
                    held += str(widget.render()) if isinstance(widget, Static) else ""
                    assert "canary" not in held
            assert "canary" not in screen_text(app)
            await press(app, pilot, "escape")

    drive(tmp_path, look, workshop=workshop, place=Place.RULES)


@SIZES
def test_a_notice_covers_neither_what_to_do_now_nor_the_keys(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        before = screen_rows(app)
        app.notify("Said", markup=False)
        app.notify("Said again", markup=False)
        await press(app, pilot)
        rows = screen_rows(app)
        assert rows[-2:] == before[-2:]
        assert sum("Said" in row for row in rows) == 2
        assert len([row for row, was in zip(rows, before, strict=True) if row != was]) == 2

    workshop = a_session(tmp_path)
    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY, size=size, notices=True)


def test_what_has_no_evidence_is_not_said_to_be_in_hand_when_another_is(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.add_account("one", "Letters come late.")

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "comma")
        assert "Second things has no evidence; space goes to it" in screen_text(app)
        await press(app, pilot, "space")
        assert "Second things has no evidence; l links what is found" in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.PREPARE)


def test_escape_out_of_a_text_that_nobody_changed_changes_nothing(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    before = len(workshop.history("two"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "w", "escape")
        assert isinstance(app.screen, BaseScreen)
        assert len(workshop.history("two")) == before
        assert not screen_text(app).count("! ")

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY)


@SIZES
def test_the_summary_begins_with_what_is_parked_and_cuts_no_because(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    because = "Named leads in every team. " + "Challenge is heard and answered. " * 4
    workshop.do(RateAct("one", because=because))
    workshop.do(ParkAct("two", because="Waiting for the figures."))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert "Read aloud, parked first, then the widest split first." in screen_text(app)
        rows = [row for row in screen_rows(app) if "parked  " in row or "2 Middle  " in row]
        assert ["parked" in row for row in rows] == [True, False]
        await press(app, pilot, "down")
        assert because.strip() in screen_text(app)
        assert "First things: 2 Middle, with high confidence; the room was" in screen_text(app)
        assert "..." not in screen_text(app)

    drive(tmp_path, look, workshop=workshop, place=Place.SUMMARY, size=size)


@SIZES
def test_a_row_of_close_stands_in_full_under_the_table(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workshop = a_session(tmp_path)
    long = "Write to every family that asked in the spring, and say what became of their question"
    workshop.do(ActionAct(long, owner=("AR",), due="two weeks", plan=("LAIP 3.11",), item="two"))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        app.screen.query_one(Rows).move_cursor(row=1)
        await press(app, pilot)
        assert f"Action: {long}" in screen_text(app)
        assert "Plan: LAIP 3.11" in screen_text(app)
        await press(app, pilot, "d")
        assert app.sitting is not None
        assert (app.sitting.item.id, app.sitting.step) == ("two", "d")
        assert "space goes back to Close" in screen_text(app) or "enter on a group" in screen_text(
            app
        )
        await press(app, pilot, "escape", "escape")
        assert " CLOSE " in screen_rows(app)[0]

    drive(tmp_path, look, workshop=workshop, place=Place.CLOSE, size=size)


def test_what_is_parked_for_later_is_added_and_taken_off_in_close(tmp_path: Path) -> None:
    workshop = a_session(tmp_path)
    workshop.do(ParkAct("two", because="Waiting for the figures."))

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "n", '"Ask about trains.', "enter", "escape")
        (note,) = workshop.view(Audience.ROOM).item("one").notes
        assert (note.text, note.tag) == ("Ask about trains.", "later")
        app.screen.query_one(Rows).point_at("two")
        await press(app, pilot, "delete", "y")
        assert workshop.view(Audience.ROOM).item("two").parked is None
        app.screen.query_one(Rows).point_at(f"one {note.id}")
        await press(app, pilot, "delete", "y")
        assert workshop.view(Audience.ROOM).item("one").notes == ()

    drive(tmp_path, look, *["right"] * 4, workshop=workshop, place=Place.CLOSE)


def test_a_session_that_the_program_begins_in_goes_on_to_every_screen_and_home(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        laptop = Laptop(tmp_path / "settings", "4fa1c2")
        app = MaturityApp(laptop, tmp_path, a_typist("aa07be41"), Ticking(), a_workshop(tmp_path))
        async with app.run_test(size=WIDE) as pilot:
            for letter, place in OPENED:
                await press(app, pilot, "o", letter)
                assert f" {place.named.upper()} " in f"{screen_rows(app)[0]} "

    asyncio.run(run())
