"""Words that must not be kept: in no byte afterwards, whatever happens on the way."""

import contextlib
import hashlib
import json
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Ticking, a_change, a_typist, a_workshop, reopened
from evidence.papers import read
from maturity.evidence.asking.client import ReadDocument
from maturity.judgement.view import Audience
from maturity.session.acts.act import Change, Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.chain import line_up
from maturity.session.events import canonical, line_of
from maturity.session.fs import RealFs
from maturity.session.kinds import put
from maturity.session.opening import look
from maturity.session.rewriting.erasing import entry_named, erasing, with_texts
from maturity.session.rewriting.folder import gather
from maturity.session.rewriting.journals import new_journals
from maturity.session.rewriting.left import left_standing
from maturity.session.rewriting.matching import Words
from maturity.session.rewriting.target import Target
from maturity.session.snapshot import from_bytes
from maturity.shipped import sample_session
from maturity.workshop import Workshop
from session.opened import opened, state_of
from session.rewriting.canary import (
    MARK,
    NAME,
    PAPER,
    a_full_session,
    erased,
    found_in,
    unkept,
    where,
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_full_session(tmp_path_factory.mktemp("full"))


@pytest.fixture
def full(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "northmere"))


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


def test_four_thousand_lines_are_done_in_two_seconds(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    for part in range(40):
        changes = [
            Change("add", ("pillar", "one", "notes"), {"text": f"{NAME} {part} {number}"})
            for number in range(100)
        ]
        workshop._store.commit(changes, "note")
    workshop.close()
    started = time.process_time()
    erased(workshop.folder)
    assert time.process_time() - started < 2
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


OPERATIONS = ("note", "named", "rate", "undo", "redo", "snapshot", "again", "erase")


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(OPERATIONS), min_size=4, max_size=14))
def test_whatever_came_before_and_comes_after_the_words_stay_away(
    tmp_path_factory: pytest.TempPathFactory, operations: list[str]
) -> None:
    workshop = a_workshop(tmp_path_factory.mktemp("any"))
    is_named = False
    for number, name in enumerate(operations):
        if name in {"erase", "again"}:
            workshop.close()
            workshop = reopened(workshop, f"{number:08}")
            assert workshop.recovered == ()
        if name == "erase":
            workshop.rewrite(found_in(workshop).plan)
            is_named = False
            assert where(workshop.folder) == []
        elif name != "again":
            is_named |= name == "named"
            _done(workshop, name, number)
    state = workshop.state
    workshop.close()
    assert state_of(workshop.folder) == state
    assert from_bytes((workshop.folder / "session.toml").read_bytes()).folded.state == state
    (workshop.folder / "session.toml").unlink()
    assert reopened(workshop, "99999999", to_read=True).state == state
    assert is_named or where(workshop.folder) == []


def _done(workshop: Workshop, name: str, number: int) -> None:
    steps = {
        "note": lambda: workshop.do(NoteAct("one", f"Note {number}.")),
        "named": lambda: workshop.do(RateAct("one", because=f"{number} for {NAME}.")),
        "rate": lambda: workshop.do(RateAct("one", "low", because=f"Because {number}.")),
        "undo": workshop.undo,
        "redo": workshop.redo,
        "snapshot": workshop.snapshot,
    }
    with contextlib.suppress(Refused):
        steps[name]()


def test_a_run_that_has_recorded_something_rewrites_nothing(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", f"With {NAME}."))
    before = where(workshop.folder)
    with pytest.raises(Refused, match="Open it again first"):
        workshop.rewrite(found_in(workshop).plan)
    assert where(workshop.folder) == before != []
    workshop.close()


@pytest.mark.parametrize("words", ["the", "families", "board"])
def test_words_that_stand_everywhere_leave_a_session_that_opens(tmp_path: Path, words: str) -> None:
    folder = Path(shutil.copytree(sample_session(), tmp_path / "northmere"))
    before = state_of(folder)
    workshop = opened(folder, "eeeeeeee")
    found = found_in(workshop, words=words)
    assert found.places > 50
    workshop.rewrite(found.plan)
    workshop.close()
    again = opened(folder, to_read=True)
    assert (again.recovered, len(tuple(again.shelf)), again.evidence_notices) == ((), 3, ())
    assert found_in(again, words=words).places == 0
    after = again.state
    assert {name: item.rating for name, item in after.pillar.items()} == {
        name: item.rating for name, item in before.pillar.items()
    }
    for audience in Audience:
        again.view(audience)


def test_a_comment_that_somebody_wrote_into_the_snapshot_goes_too(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", "A note."))
    workshop.close()
    file = workshop.folder / "session.toml"
    file.write_text(f"# ring the mother of {NAME}\n{file.read_text('utf-8')}", "utf-8")
    erased(workshop.folder)
    assert where(workshop.folder) == []
    assert opened(workshop.folder, to_read=True).recovered == ()


@pytest.mark.parametrize("name", ["journal", "evidence", "backups", "recovered"])
def test_a_folder_that_leads_elsewhere_is_said_and_nothing_is_touched(
    full: Path, tmp_path: Path, name: str
) -> None:
    (full / name).rename(tmp_path / "elsewhere")
    (full / name).symlink_to(tmp_path / "elsewhere")
    workshop = opened(full)
    before = where(full, tmp_path / "elsewhere")
    with pytest.raises(Refused, match=rf"{name} is no folder, but leads elsewhere"):
        found_in(workshop)
    assert where(full, tmp_path / "elsewhere") == before
    workshop.close()


def test_what_a_guest_typed_like_a_mark_is_no_mark(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    forged = f"[erased 2026-03-24 by Ash: {NAME} hit me]"
    entry = workshop.do(NoteAct("one", forged)).entry
    workshop.close()
    for opening in ("eeeeeeee", "ffffffff"):
        workshop = opened(workshop.folder, opening)
        files = gather(RealFs(), workshop.folder)
        journals = new_journals(files, lambda event: event, lambda _: False)
        target = Target(MARK, entry=entry_named(journals, entry))
        found = erasing(files, with_texts(target, journals), "names a child")
        assert found.plan.touches_nothing == (opening == "ffffffff")
        if not found.plan.touches_nothing:
            workshop.rewrite(found.plan)
        workshop.close()
        assert where(workshop.folder) == []


def test_what_looks_like_a_mark_does_not_call_an_erasing_finished(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", f"[erased {NAME}]"))
    workshop.close()
    workshop = opened(workshop.folder)
    plan = found_in(workshop).plan
    workshop._store.commit(plan.begin, plan.act)  # the machine stops here
    workshop.close()
    workshop = opened(workshop.folder, "ffffffff")
    assert found_in(workshop, words="Somebody Else").settles == ()
    workshop.close()


def test_what_writing_left_beside_the_settings_goes_too(full: Path, tmp_path: Path) -> None:
    waiting = unkept(tmp_path)
    left = waiting.with_name(f".{waiting.name}-0a1b2c3d")
    left.write_bytes(waiting.read_bytes()[:-9])
    other = waiting.with_name(".fedcba9876543210.toml-0a1b2c3d")
    other.write_text("of another session", "utf-8")
    erased(full, waiting)
    assert where(full, waiting.parent) == []
    assert not left.exists()
    assert other.exists()


def test_what_a_stranger_s_line_holds_elsewhere_is_named(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", "Nothing of the kind."))
    workshop.close()
    (journal,) = (workshop.folder / "journal").iterdir()
    *lines, last = journal.read_bytes().splitlines()
    table = json.loads(last) | {"beside": NAME}
    del table["h"]
    table["h"] = hashlib.sha256(table["p"].encode() + canonical(table)).hexdigest()[:16]
    journal.write_bytes(b"".join(line + b"\n" for line in (*lines, canonical(table))))
    workshop = opened(workshop.folder)
    found = found_in(workshop)
    workshop.close()
    assert found.plan.touches_nothing
    assert found.stays == (f"journal/{journal.name}",)
    files = gather(RealFs(), workshop.folder)
    (said,) = left_standing(files, found.record, Words(NAME), found.stays)
    assert (
        said == f"choices, dates or names of things that are the same letters ({found.stays[0]})."
    )
    assert left_standing(files, found.record, Words(NAME), 10 * found.stays)[0].endswith("2 more).")


def test_nothing_stays_of_a_whole_session(full: Path) -> None:
    workshop = opened(full)
    found = found_in(workshop)
    workshop.close()
    assert not found.plan.touches_nothing
    assert found.stays == ()
