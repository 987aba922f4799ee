"""A view that few people could hold: when it is warned of, and what it may go by instead."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_workshop
from maturity.judgement.recognised import people_here, recognisable, voice_called, wider_name
from maturity.judgement.view import Audience, Disclosed
from maturity.session.acts.people import PersonAct


def a_view(tmp_path: Path, people: Iterable[PersonAct]) -> Disclosed:
    workshop = a_workshop(tmp_path)
    for person in people:
        workshop.do(person)
    view = workshop.view(Audience.ROOM)
    workshop.close()
    return view


def of_health(count: int) -> list[PersonAct]:
    return [PersonAct(f"Person {number}", group="health") for number in range(count)]


@pytest.mark.parametrize(("here", "is_warned"), [(0, False), (1, True), (4, True), (5, False)])
@pytest.mark.parametrize("who", ["Health", "health", "HEALTH"])
def test_a_group_of_four_or_fewer_is_warned_of(
    tmp_path: Path,
    here: int,
    is_warned: bool,  # noqa: FBT001 one case of the table
    who: str,
) -> None:
    view = a_view(tmp_path, of_health(here))
    assert (recognisable(who, view) is not None) == is_warned
    assert wider_name(who, view) == ("someone in the room" if is_warned else "")


def test_whoever_left_is_not_here(tmp_path: Path) -> None:
    view = a_view(tmp_path, [*of_health(5), PersonAct("Person 4", left="09:10")])
    voice = voice_called("health", view)
    assert voice is not None
    assert people_here(voice, view) == 4
    assert "Only 4 people" in (recognisable("health", view) or "")


def test_a_group_goes_by_the_wider_name_of_the_framework(tmp_path: Path) -> None:
    view = a_view(tmp_path, of_health(1))
    voices = tuple(replace(voice, wider="A health colleague") for voice in view.voices)
    named = replace(view, voices=voices)
    assert wider_name("health", named) == "A health colleague"
    assert wider_name("A health colleague", named) == ""


def test_a_role_that_one_person_has_goes_by_someone_in_the_room(tmp_path: Path) -> None:
    view = a_view(tmp_path, [PersonAct("Bo Fenn", role="Head of a special school")])
    assert wider_name("head of a special school", view) == "someone in the room"
    assert wider_name("A school leader", view) == ""
    assert wider_name("someone in the room", view) == ""
