"""Erasing after anything that came before, and past what guests and earlier runs left."""

import contextlib
import hashlib
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_workshop, reopened
from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.events import canonical
from maturity.session.fs import RealFs
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
    erased,
    found_in,
    unkept,
    where,
)

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
