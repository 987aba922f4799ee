"""A paper for anyone is told of where it may still name somebody."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from accessibility.views import full_view

from maturity.evidence.model import MinutedPerson
from maturity.evidence.typed import typed_card
from maturity.judgement.view import Audience
from maturity.report.content import board_paper, public_edition
from maturity.report.naming import known_names, names_in
from maturity.report.notices import notices
from maturity.report.paper import Reference

AS_OF = datetime(2026, 3, 14, 16, 20, tzinfo=UTC)
VIEW = full_view(audience=Audience.PUBLIC)


def told(story: str, *names: str) -> list[str]:
    view = replace(VIEW, page=replace(VIEW.page, story=story))
    found = notices(view, public_edition(view, as_of=AS_OF), names)
    return [one.message for one in found if one.code == "may-name-person"]


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("As Zed said, letters come late.", "Zed"),
        ("Mx Quarrel asked for more.", "Quarrel"),
        ("Zed Quarrel asked.", "Zed Quarrel"),
        ("Zed and Quarrel asked.", "Zed, Quarrel"),
    ],
)
def test_a_part_of_a_known_name_is_told_with_its_place(story: str, found: str) -> None:
    assert told(story, "Zed Quarrel", "Dr Uma Vole") == [
        f"Summary: this text may name a person ({found}). Read it before sharing."
    ]


@pytest.mark.parametrize("story", ["a quarrel in zedland", "Zedland", "The Dr came.", "UV and U."])
def test_other_words_are_no_names(story: str) -> None:
    assert told(story, "Zed Quarrel", "Dr Uma UV Vole", "") == []


def test_words_in_tables_are_read_too() -> None:
    item = VIEW.items[0]
    rating = replace(item.rating, because="Zed leads it.")
    view = replace(VIEW, items=(replace(item, rating=rating), *VIEW.items[1:]))
    paper = public_edition(view, as_of=AS_OF)
    places = [where for where, _ in names_in(paper, ["Zed Quarrel"])]
    assert places == ["Summary", f"{VIEW.items[0].title}, Rating"]


def test_the_paper_of_the_board_is_not_told_of_names() -> None:
    view = full_view()
    paper = board_paper(view, as_of=AS_OF, reference=Reference("s", "f", "b", 1))
    names = [person.name for person in view.people]
    assert "may-name-person" not in {one.code for one in notices(view, paper, names)}


def test_names_come_from_the_register_and_from_the_people_of_documents() -> None:
    document, excerpt = typed_card("A card.", "p1")
    line = "Zed Quarrel, Chair"
    person = MinutedPerson(line=line, name="Zed Quarrel", presence="present", ref="para 2")
    listed = document.model_copy(update={"people": (person,)})
    assert known_names(["Uma Vole", " "], [(listed, (excerpt,))]) == ("Uma Vole", "Zed Quarrel")
