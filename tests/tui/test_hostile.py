"""Hostile text in every field and every loaded value: shown as it stands, and the program lives."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.board import ConfirmAct
from maturity.session.acts.decisions import DecisionAct, RiskAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.kloes import KloeAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.page import PageAct, SetAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import ParkAct, RateAct
from maturity.tui.app import MaturityApp
from maturity.tui.places import SESSION, Place
from maturity.workshop import Workshop
from tui.screen_rows import NARROW, drive, press, screen_rows, screen_text

HOSTILE = " ".join(
    (
        "[/] [/bold] [A] ratings [/A]",
        "x [b] y [@click=app.quit]go[/]",
        "\x1b]0;taken\x07 over \x1b[2J \u202e back",
        "wide \u5bb6 \u5bb6 " + "thirtylettersandmoreinoneword" * 3,
    )
)


def a_hostile_session(tmp_path: Path, text: str) -> Workshop:
    workshop = a_workshop(tmp_path)
    acts = (
        SetAct("title", text),
        SetAct("house.board", text),
        PersonAct(text, role=text, organisation=text, group=text),
        RateAct("one", "middle", because=text),
        ParkAct("two", because=text),
        NoteAct("one", text, tag="later"),
        DissentAct("one", from_="a teacher", reason=text),
        ActionAct(text, owner=(text,), due=text, item="one", plan=(text,)),
        KloeAct(text, forum=text),
        DecisionAct(text, to=text),
        RiskAct(text, to=text),
        ConfirmAct("one", "high", on="2026-04-16", note=text, minute=text, body=text),
        PageAct(story=text, families=(text,), ask=(text,)),
    )
    for act in acts:
        workshop.do(act)
    document, excerpt = typed_card(f"evidence {text}", text)
    workshop.add_document(ReadDocument(document, (excerpt,), text, ()))
    workshop.link("one", excerpt.id, shows=text)
    return workshop


def holds_nothing_a_terminal_obeys(app: MaturityApp) -> bool:
    drawn = "".join(screen_rows(app))
    return not any(character in drawn for character in "\x1b\x07\u202e")


def test_loaded_text_is_drawn_as_it_stands_on_every_screen(tmp_path: Path) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        for place in sorted(SESSION):
            app.go_to(place)
            await press(app, pilot)
            for keys in ((), ("down",), ("z", "escape"), ("colon", "escape")):
                await press(app, pilot, *keys)
                assert holds_nothing_a_terminal_obeys(app)
            if place is Place.CLOSE:
                await press(app, pilot, *["right"] * 6)
            if place in {Place.CLOSE, Place.SUMMARY}:
                assert "[/] [/bold]" in screen_text(app)
        assert app.is_running

    drive(tmp_path, look, workshop=a_hostile_session(tmp_path, HOSTILE), place=Place.RULES)


def test_a_session_with_a_hostile_title_is_listed(tmp_path: Path) -> None:
    a_hostile_session(tmp_path, HOSTILE).close()

    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        assert holds_nothing_a_terminal_obeys(app)
        await press(app, pilot, "k", "escape", "enter")
        assert holds_nothing_a_terminal_obeys(app)

    drive(tmp_path, look)


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        (Place.NEW, ()),
        (Place.ROLL, ("i",)),
        (Place.ROLL, ("n",)),
        (Place.PREPARE, ("slash",)),
        (Place.PREPARE, ("i",)),
        (Place.SUMMARY, ("w",)),
        (Place.CLOSE, ("n",)),
        (Place.RULES, ("colon",)),
    ],
)
def test_text_pasted_into_a_field_is_gated(
    tmp_path: Path, place: Place, keys: tuple[str, ...]
) -> None:
    async def look(app: MaturityApp, pilot: Pilot[int]) -> None:
        if place is Place.NEW:
            await press(app, pilot, "o", "h", "n")
        await press(app, pilot, *keys, f'"{HOSTILE}\nand a second line')
        assert holds_nothing_a_terminal_obeys(app)
        await press(app, pilot, "tab", "enter", "enter", "escape", "escape")
        assert holds_nothing_a_terminal_obeys(app)
        assert app.is_running

    start = Place.RULES if place is Place.NEW else place
    drive(tmp_path, look, workshop=a_workshop(tmp_path), place=start, size=NARROW)
