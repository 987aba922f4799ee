"""Words that must not be kept: in no byte afterwards, whatever happens on the way."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Ticking, a_change, a_typist, a_workshop, reopened
from evidence.papers import read
from maturity.evidence.asking.client import ReadDocument
from maturity.session.acts.act import Change, Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.chain import line_up
from maturity.session.events import line_of
from maturity.session.fs import RealFs
from maturity.session.kinds import put
from maturity.session.opening import look
from maturity.session.rewriting.erasing import entry_named, erasing, with_texts
from maturity.session.rewriting.folder import gather
from maturity.session.rewriting.journals import new_journals
from maturity.session.rewriting.target import Target
from maturity.session.snapshot import from_bytes
from maturity.workshop import Workshop
from session.opened import opened, state_of
from session.rewriting.canary import (
    MARK,
    NAME,
    PAPER,
    erased,
    found_in,
    unkept,
    where,
)


def test_the_words_stand_in_no_byte_of_any_file_afterwards(full: Path, tmp_path: Path) -> None:
    waiting = unkept(tmp_path)
    before = where(full, waiting)
    assert len(before) >= 9
    erased(full, waiting)
    assert where(full, waiting) == []
    (torn,) = (full / "recovered").glob("*.torn")
    assert torn.read_text("utf-8") == MARK
    again = opened(full)
    assert again.recovered == ()
    assert not again.read_only
    assert again.evidence_notices == ()
    again.close()
    assert where(full, waiting) == []


def test_ids_order_and_everything_else_stay(full: Path) -> None:
    def record(folder: Path) -> list[tuple[object, ...]]:
        events = line_up(look(RealFs(), folder).journals).events
        return [
            (event.id, event.n, event.t, event.by, event.act, event.op, event.at, event.sees)
            for event in sorted(events, key=lambda event: event.order)
        ]

    lines, state = record(full), opened(full, "cccccccc", to_read=True).state
    erased(full)
    assert record(full)[: len(lines)] == lines
    new = state_of(full)
    assert new.pillar["one"].rating == state.pillar["one"].rating
    assert new.pillar["one"].because == "The charter is in draft."
    assert [note.text for note in new.pillar["one"].notes.values()] == [
        MARK,
        MARK,
        "Kept in the first part.",
        MARK,
    ]
    assert new.pillar["two"].notes == state.pillar["two"].notes
    (link,) = new.pillar["one"].links.values()
    assert link.quote.endswith(f"and {MARK} waited for two terms for hers.")
    assert link.shows == "late plans"


def test_undo_never_brings_erased_words_back(full: Path) -> None:
    erased(full)
    workshop = Workshop.open(full, a_typist("cccccccc"), Ticking(), wait_seconds=0)
    for _ in range(30):
        try:
            workshop.undo()
        except Refused:
            break
    for _ in range(30):
        try:
            workshop.redo()
        except Refused:
            break
    history = " ".join(f"{event.old} {event.new}" for event in workshop.history())
    assert "Brien" not in history
    assert MARK in history
    workshop.close()
    assert where(full) == []


def test_a_document_added_again_does_not_bring_its_words_back(full: Path) -> None:
    erased(full)
    workshop = opened(full)
    document, excerpts = read(PAPER, "board.txt")
    said = workshop.add_document(ReadDocument(document, excerpts, "board.txt", ())).said
    assert said.startswith("Already added")
    assert MARK in workshop.shelf.find(excerpts[0].id)[1].text
    assert workshop.shelf.search("terms")[0].excerpt.id == excerpts[0].id
    assert not workshop.shelf.search("brien")
    workshop.close()
    assert where(full) == []


def test_one_entry_goes_with_all_that_it_ever_said(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    entry = workshop.do(NoteAct("one", "First words of the note.", tag="gap")).entry
    workshop.do(NoteAct("one", "Second words of the note.", id=entry))
    workshop.do(NoteAct("one", "Another note."))
    workshop.do(NoteAct("one", None, id=entry, remove=True))
    workshop.snapshot()
    workshop.close()
    workshop = reopened(workshop)
    files = gather(RealFs(), workshop.folder)
    journals = new_journals(files, lambda event: event, lambda _: False)
    assert entry_named(journals, entry) == ("pillar", "one", "notes", entry)
    target = with_texts(Target(MARK, entry=entry_named(journals, entry)), journals)
    workshop.rewrite(erasing(files, target, "").plan)
    workshop.undo()
    (back,) = (note for note in workshop.state.pillar["one"].notes.values() if note.tag)
    assert (back.text, back.tag) == (MARK, "gap")
    workshop.close()
    raw = b"".join(path.read_bytes() for path in workshop.folder.rglob("*") if path.is_file())
    assert b"words of the note" not in raw
    assert b"Another note." in raw


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("zz", 'No entry has the id, or begins with "zz"'),
        ("", "No entry"),
        ("9d07be41.2", "That line is no entry"),
        ("9d07be41", "More than one entry begins"),
    ],
)
def test_an_entry_that_is_not_there_is_said(tmp_path: Path, asked: str, said: str) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", "A note."))
    workshop.do(NoteAct("one", "Another."))
    workshop.close()
    journals = new_journals(gather(RealFs(), workshop.folder), lambda event: event, lambda _: False)
    with pytest.raises(Refused, match=said):
        entry_named(journals, asked)


def test_what_is_not_there_touches_nothing(full: Path) -> None:
    workshop = opened(full)
    found = found_in(workshop, words="Nobody Here")
    assert found.plan.touches_nothing
    assert (found.places, found.copies, found.waiting) == (0, (), 0)
    workshop.close()


def test_a_damaged_record_is_only_read(full: Path) -> None:
    journal = min((full / "journal").glob("*.jsonl"))
    raw = journal.read_bytes()
    journal.write_bytes(raw.replace(b"Northmere", b"Southmere", 1))
    workshop = opened(full)
    assert workshop.read_only
    before = where(full)
    with pytest.raises(Refused, match="is damaged"):
        workshop.rewrite(found_in(workshop).plan)
    workshop.close()
    assert where(full) == before


def test_any_number_of_lines_is_done_at_once(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    changes = [
        Change("add", ("pillar", "one", "notes"), {"text": f"{NAME} {number}"})
        for number in range(400)
    ]
    workshop._store.commit(changes, "note")
    workshop.close()
    erased(workshop.folder)
    assert where(workshop.folder) == []


def test_the_line_that_tells_of_it_names_the_lines_and_never_the_words(full: Path) -> None:
    erased(full)
    events = line_up(look(RealFs(), full).journals).events
    begun, done = (event for event in events if event.op == "erase")
    told = {name.partition("/")[0] for name in begun.new.pop("files")}
    assert told == {"backups", "evidence", "recovered", "session.toml"}
    assert begun.new == {
        "because": "names a child",
        "text": "because, different view, document, link, note, words of evidence",
    }
    named = {event.id for event in events if MARK.encode() in line_of(event)}
    assert set((begun.of or "").split()) == named
    assert done.via == ("finish", begun.id)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(a_change(), min_size=1, max_size=6), st.integers(0, 5))
def test_any_session_without_the_words_is_the_same_but_for_the_mark(
    tmp_path_factory: pytest.TempPathFactory,
    changes: list[tuple[tuple[str, ...], object]],
    place: int,
) -> None:
    workshop = a_workshop(tmp_path_factory.mktemp("any"))
    for number, (at, new) in enumerate(changes):
        if number == place % len(changes):
            workshop.do(NoteAct("one", f"With {NAME}."))
        workshop._store.commit([Change("set", at, new)], "test")
    state = workshop.state
    workshop.close()
    erased(workshop.folder)
    new_state = state_of(workshop.folder)
    (note,) = new_state.pillar["one"].notes.values()
    assert note.text == MARK
    (entry,) = state.pillar["one"].notes
    back = put(new_state, ("pillar", "one", "notes", entry, "text"), f"With {NAME}.")
    assert back == state
    raw = (workshop.folder / "session.toml").read_bytes()
    assert from_bytes(raw).folded.state == new_state
    assert where(workshop.folder) == []
