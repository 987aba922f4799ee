"""A practice: made up, complete enough to learn on, and gone when it is over."""

from pathlib import Path

from builders import Ticking, a_typist
from maturity import practice as module
from maturity.framework.checking import check
from maturity.judgement.view import Audience
from maturity.practice import HEADING, Practice, begin
from maturity.report.content import public_edition
from maturity.steps import STEPS


def a_practice(tmp_path: Path, *room: str) -> Practice:
    return begin(a_typist(), Ticking(), room, inside=tmp_path)


def test_a_practice_is_one_pillar_with_evidence_and_people_made_up(tmp_path: Path) -> None:
    practice = a_practice(tmp_path)
    view = practice.workshop.view(Audience.ROOM)
    (item,) = view.items
    practice.throw_away()
    assert "(made up)" in view.session.area
    assert len(view.people) == 9
    assert {link.stance for link in item.links} == {"supports", "challenges"}
    assert {"family-experience", "activity"} <= {str(link.facts.kind) for link in item.links}
    assert all(link.facts.date == "2026-03-23" for link in item.links)


def test_nothing_of_a_practice_is_left_when_it_is_thrown_away(tmp_path: Path) -> None:
    practice = a_practice(tmp_path)
    assert list(tmp_path.iterdir())
    practice.throw_away()
    assert not list(tmp_path.iterdir())


def test_a_practice_of_the_room_has_its_groups_and_no_names(tmp_path: Path) -> None:
    practice = a_practice(tmp_path, "Parent carers", "Parent carers", "Schools", "")
    view = practice.workshop.view(Audience.ROOM)
    practice.throw_away()
    assert [person.name for person in view.people] == [f"Person {n}" for n in (1, 2, 3, 4)]
    here = {voice.label: voice.present for voice in view.voices if voice.present}
    assert here == {"Parent carers": 2, "Schools": 1}


def test_every_step_says_what_to_do_and_more_to_somebody_alone(tmp_path: Path) -> None:
    alone, room = a_practice(tmp_path), a_practice(tmp_path, "Schools")
    for number, step in enumerate(STEPS, 1):
        assert alone.says(step.key).startswith(f"PRACTICE, step {number} of 7: ")
        assert alone.says(step.key).startswith(room.says(step.key))
    assert "Alone? Type 3 5 1 and enter." in alone.says("v")
    assert "Alone" not in room.says("v")
    assert not alone.says("summary")
    assert alone.says("v", is_done=True) == room.says("v", is_done=True)
    assert "3 5 1" not in alone.says("v", is_done=True)
    assert alone.says("r", is_done=True) == alone.says("r")
    alone.throw_away()
    room.throw_away()


def test_the_counts_offered_to_somebody_alone_are_the_people_made_up(tmp_path: Path) -> None:
    practice = a_practice(tmp_path)
    view = practice.workshop.view(Audience.ROOM)
    hint = practice.says("v").partition("Alone? Type ")[2]
    counts = [int(word) for word in hint.split() if word.isdecimal()]
    practice.throw_away()
    assert len(counts) == len(view.framework.levels)
    assert sum(counts) == len(view.people)


def test_a_paper_of_a_practice_carries_its_heading_on_every_page(tmp_path: Path) -> None:
    practice = a_practice(tmp_path)
    view = practice.workshop.view(Audience.PUBLIC)
    paper = public_edition(view, as_of=Ticking()())
    practice.throw_away()
    assert paper.marking == HEADING == "PRACTICE - NOT KEPT"


def test_the_pillar_of_a_practice_is_a_framework_without_a_mistake() -> None:
    file = Path(module.__file__).parent / "framework.toml"
    assert check(file.read_bytes(), file.name) == ()
