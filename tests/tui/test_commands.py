"""One declaration of what can be done where, and one meaning a key."""

from importlib import import_module

import pytest

from maturity.session.acts.table import ACTS
from maturity.tui import draw
from maturity.tui.commands import COMMANDS, commands_at, footer_at, shown_key
from maturity.tui.overlays.palette import command_entries
from maturity.tui.places import OPENED, Place


def test_a_key_has_one_meaning_on_every_screen() -> None:
    meanings: dict[str, set[str]] = {}
    for command in COMMANDS:
        for key in command.keys:
            meanings.setdefault(key, set()).add(command.verb)
    assert {key: verbs for key, verbs in meanings.items() if len(verbs) > 1} == {}


@pytest.mark.parametrize("place", Place)
def test_no_key_is_declared_twice_in_a_place(place: Place) -> None:
    keys = [key for command in commands_at(place) for key in command.keys]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("place", Place)
def test_every_command_of_a_place_is_done_by_its_screen_and_has_help(place: Place) -> None:
    screen = import_module(f"maturity.tui.screens.{place}").SCREEN
    for command in commands_at(place):
        assert callable(getattr(screen, f"act_{command.verb}", None)), command.id
        assert command.help.endswith(".")
        assert command.act is None or command.act in ACTS


@pytest.mark.parametrize("place", Place)
def test_the_footer_of_a_place_fits_eighty_cells(place: Place) -> None:
    shown = footer_at(place)
    named = [f"{shown_key(one.keys[0])} {one.title}" for one in (*shown[:6], shown[-1])]
    assert draw.width("   ".join(dict.fromkeys(named))) <= 90
    assert shown[-1].verb == "help"


@pytest.mark.parametrize("place", Place)
def test_the_palette_of_a_place_offers_each_command(place: Place) -> None:
    assert len(command_entries(place)) == len(commands_at(place)) <= 50


def test_q_means_nothing_anywhere() -> None:
    assert all("q" not in command.keys for command in COMMANDS)


def test_the_initials_of_the_open_list_are_each_of_one_place() -> None:
    letters = [letter for letter, _ in OPENED]
    assert len(set(letters)) == len(letters)
    assert "o" not in letters
