"""Evidence on its way into a session, as Prepare takes it."""

from pathlib import Path

import pytest

from builders import THIRD_PILLAR, TINY, a_later_workshop, a_workshop
from maturity.evidence.model import Excerpt
from maturity.evidence.search.index import Index
from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused
from maturity.tui.evidence import (
    find,
    keep,
    may_search,
    read_file,
    reading,
    suggested,
    suggestions,
)
from maturity.tui.overlays.why import why_lines

PAPER = "The helpline opened in October, as planned.\n\nThe second visit is mostly late.\n"


def test_a_newer_version_takes_the_place_of_the_one_that_is_named(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    for name, text in (("old.md", PAPER), ("new.md", PAPER.replace("October", "November"))):
        (tmp_path / name).write_text(text, "utf-8")
    keep(workshop, read_file(tmp_path / "old.md"), {"kind": "data"})
    item = workshop.view(Audience.ROOM).item("one")
    (first,) = find(workshop, item, "helpline")
    workshop.link("one", first.excerpt.id)
    newer = read_file(tmp_path / "new.md")
    with pytest.raises(Refused, match='begins with "nothing"'):
        keep(workshop, newer, {"replaces": "nothing"})
    receipt = keep(workshop, newer, {"replaces": "old.md"})
    assert "It replaces" in receipt.said
    item = workshop.view(Audience.ROOM).item("one")
    assert "November" in item.links[0].quote
    (found,) = find(workshop, item, "helpline")
    assert (found.stance, found.matched) == ("supports", ("helpline",))
    assert not found.is_suggested


def test_a_kind_is_taken_as_people_type_it_and_one_that_is_none_is_said(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    (tmp_path / "old.md").write_text(PAPER, "utf-8")
    read = read_file(tmp_path / "old.md")
    with pytest.raises(Refused, match='"banana" is none of activity'):
        keep(workshop, read, {"kind": "banana"})
    keep(workshop, read, {"kind": "Young voice"})
    (document,) = workshop.state.documents.values()
    assert document.kind == "young-voice"


def test_what_is_linked_is_not_suggested_any_more(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    (tmp_path / "old.md").write_text(PAPER, "utf-8")
    keep(workshop, read_file(tmp_path / "old.md"), {})
    found = suggestions(workshop)
    (row,) = suggested(found, workshop.view(Audience.ROOM).item("two"))
    assert row.is_suggested
    assert row.matched == ("visit",)
    workshop.link("two", row.excerpt.id, matched=row.matched)
    assert suggested(found, workshop.view(Audience.ROOM).item("two")) == ()


def test_it_is_said_where_a_suggestion_is_by_its_place(tmp_path: Path) -> None:
    workshop = a_later_workshop(tmp_path / "three", (), TINY + THIRD_PILLAR)
    paper = "At low tides we read the log of the lighthouse, a chart and the bell.\n"
    (tmp_path / "alone.md").write_text(paper, "utf-8")
    keep(workshop, read_file(tmp_path / "alone.md"), {})
    third = workshop.view(Audience.ROOM).item("three")
    assert suggested(suggestions(workshop), third) == ()
    (tmp_path / "placed.md").write_text(f"{paper}\nThe harbour bell is broken.\n", "utf-8")
    keep(workshop, read_file(tmp_path / "placed.md"), {})
    by_words, by_place = suggested(suggestions(workshop), third)
    assert by_words.matched == ("harbour", "bell", "broken")
    assert by_place.matched == ("chart", "bell", "where it stands")
    shared = ("chart (shared with Third things)", "bell (shared with Third things)")
    assert by_place.why == (*shared, "where it stands")
    lines = why_lines(workshop, by_place.excerpt.id, by_place.why, is_private=True)
    assert "Third things: chart, bell, where it stands" in lines


def test_a_story_of_one_child_is_said_to_be_covered(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    receipt = workshop.add_account("one", "My son waited for a year.")
    assert receipt.warnings == ("1 excerpt may identify a child. It is covered until you show it.",)
    assert workshop.add_account("one", "We waited for a year.").warnings == ()
    workshop.add_account("one", "My daughter waits too.", "Helpline")
    quotes = [link.quote for link in workshop.view(Audience.ROOM).item("one").links]
    assert [quote.startswith("May identify a child") for quote in quotes] == [True, False, True]


def test_how_far_the_search_has_come_is_said_until_all_can_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = a_workshop(tmp_path)
    (tmp_path / "old.md").write_text(PAPER, "utf-8")
    keep(workshop, read_file(tmp_path / "old.md"), {})
    assert (reading(workshop), may_search(workshop)) == ("Reading 0 of 2", False)
    said = []
    whole = Index.add

    def watched(index: Index, document: str, title: str, excerpts: tuple[Excerpt, ...]) -> None:
        said.append((reading(workshop), may_search(workshop)))
        whole(index, document, title, excerpts)
        said.append((reading(workshop), may_search(workshop)))

    monkeypatch.setattr(Index, "add", watched)
    assert len(find(workshop, workshop.view(Audience.ROOM).item("one"), "helpline")) == 1
    assert said == [("Reading 0 of 2", False), ("Reading 2 of 2", True)]
    assert (reading(workshop), may_search(workshop)) == ("", True)
