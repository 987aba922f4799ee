"""What all acts are made from."""

import pytest

from builders import a_scene
from maturity.session.acts.act import (
    Change,
    Refused,
    entry_outcome,
    find_entry,
    item_path,
    line,
    prose,
    register,
)
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from session.acts.kept import done, kept

RATING = ("pillar", "one", "rating")


def test_nothing_given_an_empty_text_and_words() -> None:
    assert (line(None), line("  "), line(" a\nb ")) == (None, "", "a b")
    assert (prose(None), prose("\u200b"), prose(" a\nb ")) == (None, "", "a\nb")


def test_an_item_is_found_by_id_or_code_of_either_kind() -> None:
    assert item_path(a_scene(), "1") == ("pillar", "one")
    assert item_path(a_scene(), "lens") == ("criterion", "lens")
    with pytest.raises(Refused, match="nobody"):
        item_path(a_scene(), "nobody")


def test_a_value_that_stands_there_already_is_no_change() -> None:
    scene = a_scene(kept(RateAct("one", "low")))
    same = {"state": "provisional", "level": "low", "chosen_by": "room"}
    assert register(scene, RATING, same) == ()
    assert register(scene, RATING, same | {"level": "high"}) != ()
    assert register(scene, RATING, None) == (Change("set", RATING),)
    assert register(scene, ("page", "families"), ()) == ()
    assert register(scene, ("pillar", "two", "rating"), "") == ()


def test_a_value_that_cannot_be_is_left_to_be_refused_when_recorded() -> None:
    assert register(a_scene(), RATING, "x") == (Change("set", RATING, "x"),)


def test_an_entry_is_found_by_its_whole_id_before_a_longer_one() -> None:
    state = done(*(NoteAct("one", f"note {number}") for number in range(12)))
    notes = ("pillar", "one", "notes")
    scene = a_scene(state)
    entry = min(state.pillar["one"].notes, key=len)
    assert find_entry(scene, (notes,), entry, "note") == (*notes, entry)
    for asked in ("", "zz"):
        with pytest.raises(Refused, match=f'No note has the id "{asked}"'):
            find_entry(scene, (notes,), asked, "note")
    with pytest.raises(Refused, match="More than one note"):
        find_entry(scene, (notes,), "9d07be41", "note")


def test_a_refusal_shows_no_control_characters_of_what_was_typed() -> None:
    assert str(Refused('There is no "\x1b[31mred\u202e".')) == 'There is no "[31mred".'


def test_removing_needs_an_id() -> None:
    with pytest.raises(Refused, match="Say which note to remove"):
        entry_outcome(
            a_scene(), "note", (("pillar", "one", "notes"),), {}, entry=None, remove=True, says=""
        )
