"""A newer version of a document takes the place of an older one."""

from pathlib import Path

import pytest

from builders import a_workshop
from evidence.papers import read
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.model import Excerpt
from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused
from maturity.session.acts.evidence import FactsAct, UnlinkAct
from maturity.session.acts.replacing import document_named, replacement
from maturity.session.state import Link
from maturity.workshop import Workshop

LATE = "Plans are late in four of ten cases and nobody tells the families why."
OPEN = "The helpline is open on Mondays, and most of those who ring it ring again."
LUNCH = "A lunch was held."
OLD, OLDER = read(f"A paper\n\n- {LATE}\n\n- {OPEN}\n\n- {LUNCH}\n")
NEW, NEWER = read(f"A paper, once more\n\n- {OPEN}\n\n- {LATE.replace('four', 'three')}\n")


def excerpt(text: str, among: tuple[Excerpt, ...] = OLDER) -> str:
    return next(one.id for one in among if text in one.text)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A session in which every excerpt of the older version is linked."""
    opened = a_workshop(tmp_path)
    opened.add_document(ReadDocument(OLD, OLDER, "old.md", ()), kind="data", date="2026-01-27")
    opened.link("one", excerpt(LATE), "challenges", "Families wait.")
    opened.link("two", excerpt(OPEN))
    opened.link("two", excerpt(LUNCH))
    opened.do(FactsAct(excerpt(LATE), cohort="pilot"))
    return opened


def links(workshop: Workshop, item: str) -> list[Link]:
    return list(workshop.state.pillar[item].links.values())


def replaced(workshop: Workshop) -> tuple[str, ...]:
    read_new = ReadDocument(NEW, NEWER, "new.md", ())
    receipt = workshop.add_document(read_new, replaces=OLD.id)
    return (receipt.said, *receipt.warnings)


def test_links_follow_the_words_and_what_is_not_as_it_was_is_listed(workshop: Workshop) -> None:
    said, *listed = replaced(workshop)
    assert said.endswith(
        'It replaces "A paper". Of its 4 excerpts: 0 same, 1 moved, 1 changed, 2 gone.'
    )
    places = {one.text: one.ref for one in (*OLDER, *NEWER)}
    assert listed == [
        f"First: {places[LATE]} is changed, now {places[LATE.replace('four', 'three')]}.",
        f"Second things: {OLDER[2].ref} is moved, now {NEWER[1].ref}.",
        f"Second things: {places[LUNCH]} is gone; its link keeps the older words.",
    ]
    (late,) = links(workshop, "one")
    assert (late.excerpt, late.document) == (excerpt("three", NEWER), NEW.id)
    assert late.quote == LATE.replace("four", "three")
    assert (late.stance, late.shows) == ("challenges", "Families wait.")
    assert late.document_title == "A paper, once more"
    assert [link.document for link in links(workshop, "two")] == [NEW.id, OLD.id]


def test_facts_follow_and_the_dates_of_the_older_version_do_not(workshop: Workshop) -> None:
    replaced(workshop)
    document = workshop.state.documents[NEW.id]
    assert (document.kind, document.date) == ("data", None)
    assert workshop.state.excerpts[excerpt("three", NEWER)].cohort == "pilot"


def test_the_older_version_is_not_found_any_more_until_undo_brings_it_back(
    workshop: Workshop,
) -> None:
    replaced(workshop)
    assert {hit.document for hit in workshop.shelf.search("plans late")} == {NEW.id}
    assert [document.id for document, _ in workshop.shelf.current] == [NEW.id]
    workshop.undo()
    assert {hit.document for hit in workshop.shelf.search("plans late")} == {OLD.id, NEW.id}
    assert links(workshop, "one")[0].quote == LATE


def test_an_older_version_that_nothing_cites_is_not_listed(workshop: Workshop) -> None:
    replaced(workshop)
    assert [one.id for one in workshop.view(Audience.BOARD).documents] == [OLD.id, NEW.id]
    workshop.do(UnlinkAct("two", excerpt(LUNCH)))
    assert [one.id for one in workshop.view(Audience.BOARD).documents] == [NEW.id]


def test_the_same_text_in_another_form_is_told_once_and_both_are_kept(workshop: Workshop) -> None:
    again = read(f"A paper\n\n* {LATE}\n\n* {OPEN}\n\n* {LUNCH}\n")
    read_again = ReadDocument(*again, "again.md", ())
    (told,) = workshop.add_document(read_again).warnings
    assert told.startswith('Same text as "A paper" (')
    assert f"--replaces {OLD.id[:12]}" in told
    assert workshop.add_document(read_again).warnings == ()
    assert len(workshop.state.documents) == 2
    then = workshop.add_document(read_again, replaces=OLD.id)
    assert then.said.startswith("Already added")
    assert {link.document for link in links(workshop, "two")} == {again[0].id}


@pytest.mark.parametrize(
    ("asked", "sentence"), [("", "No document"), ("nothing", "No document"), ("A", "More than")]
)
def test_the_older_document_must_be_one_of_those_here(
    workshop: Workshop, asked: str, sentence: str
) -> None:
    workshop.add_document(ReadDocument(NEW, NEWER, "new.md", ()))
    with pytest.raises(Refused, match=sentence):
        document_named(workshop.scene, asked)


@pytest.mark.parametrize("asked", [OLD.id[:8], "A paper", "old.md"])
def test_a_document_is_named_by_id_title_or_file(workshop: Workshop, asked: str) -> None:
    assert document_named(workshop.scene, asked) == OLD.id


def test_a_document_does_not_replace_itself_and_needs_the_older_words(workshop: Workshop) -> None:
    with pytest.raises(Refused, match="this very document"):
        replacement(workshop.scene, workshop.shelf, OLD.id, OLD.id)
    with pytest.raises(Refused, match="evidence file of the older document is missing"):
        replacement(workshop.scene, workshop.shelf, "gone", OLD.id)
