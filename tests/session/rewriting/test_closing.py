"""The end of retention: counts by voice group go from every byte, the rest as it was asked."""

import contextlib
import errno
import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from builders import BrokenFs, Ticking, a_typist, a_workshop, reopened
from maturity.session.acts.act import Change, Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.page import SetAct
from maturity.session.acts.votes import VoteAct
from maturity.session.fs import Fs, RealFs
from maturity.session.rewriting.closing import Closing, Wanted, closing, kept_until
from maturity.session.rewriting.folder import gather
from maturity.session.state import SessionState
from maturity.workshop import Workshop
from session.opened import opened, state_of
from session.rewriting.canary import Died, DyingFs, left_by_stops

BY = "2028-04-01 by Ash"
SAID = {"families": "Families tended to rate lower."}
FIRST = "2028-04-01 by Ash: counts by voice group dropped, 1 of 3 excerpts kept"


def wanted(workshop: Workshop, *, linked_only: bool = False, fs: Fs | None = None) -> Closing:
    files = gather(fs or RealFs(), workshop.folder)
    return closing(files, workshop.state, Wanted(BY, linked_only, SAID))


def closed(folder: Path, *, linked_only: bool = False, opening: str = "eeeeeeee") -> Closing:
    workshop = opened(folder, opening, may_be_closed=True)
    try:
        found = wanted(workshop, linked_only=linked_only)
        workshop.rewrite(found.plan)
    finally:
        workshop.close()
    return found


def with_counts(folder: Path) -> list[str]:
    """The files in which the counts of the group stand: two of low and two of middle."""
    found = []
    for path in folder.rglob("*"):
        raw = path.read_bytes() if path.is_file() and path.name[:5] != ".lock" else b""
        texts = [raw.decode(one, "ignore") for one in ("utf-8", "utf-16")]
        told = ("".join(text.split()).replace('"', "") for text in texts)
        if any("low:2,middle:2" in text or "low=2" in text for text in told):
            found.append(path.name)
    return found


def test_counts_by_group_stand_in_no_byte_afterwards_and_the_room_s_do(full: Path) -> None:
    assert len(with_counts(full)) >= 4
    found = closed(full)
    assert with_counts(full) == []
    assert found.on_counts.startswith("Counts by voice group are dropped")
    state = state_of(full)
    (kept,) = state.pillar["one"].rounds.values()
    assert (dict(kept.tally), dict(kept.groups)) == ({"low": 3, "middle": 4, "high": 5}, {})
    assert state.session.gap_words == SAID
    assert state.session.closed == "2028-04-01 by Ash: counts by voice group dropped"


def test_a_closed_session_is_read_and_not_changed(full: Path) -> None:
    closed(full)
    workshop = opened(full)
    assert workshop.recovered == ()
    with pytest.raises(Refused, match=r"not changed\. This session was closed \(2028-04-01 by Ash"):
        workshop.do(NoteAct("one", "Late."))
    with pytest.raises(Refused, match="This session was closed"):
        workshop.undo()
    workshop.close()


def test_counts_stay_where_the_setting_says_so(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(VoteAct("one", (3, 4, 5), present=12))
    workshop.do(VoteAct("one", (2, 2, 0), group="families"))
    workshop.do(SetAct("keep_group_tallies", "yes"))
    workshop.close()
    found = closed(workshop.folder)
    assert "are kept, as the setting" in found.on_counts
    state = state_of(workshop.folder)
    (kept,) = state.pillar["one"].rounds.values()
    assert list(kept.groups) == ["families"]
    assert state.session.gap_words is None
    assert state.session.closed == "2028-04-01 by Ash: counts by voice group kept"


def test_linked_excerpts_alone_are_kept_and_links_hold(full: Path) -> None:
    before = state_of_any(full)
    (link,) = before.pillar["one"].links.values()
    found = closed(full, linked_only=True)
    assert found.on_evidence[0].startswith("1 of 3 excerpts are linked and kept")
    workshop = opened(full, to_read=True)
    assert workshop.evidence_notices == ()
    ((document, excerpts),) = tuple(workshop.shelf)
    assert [excerpt.id for excerpt in excerpts] == [link.excerpt]
    assert (document.counts.excerpts, document.people, document.page_texts) == (1, (), ())
    assert workshop.evidence_notices == ()
    assert "1 of 3 excerpts kept" in str(workshop.state.session.closed)
    again = closed(full, linked_only=True, opening="eeeeee02")
    assert (again.plan.first, again.plan.journals) == ((), ())


def test_a_document_without_a_link_keeps_its_title_and_no_words(full: Path) -> None:
    workshop = opened(full)
    workshop._store.commit(_unlinked(workshop), "unlink")
    workshop.close()
    found = closed(full, linked_only=True)
    first, second = found.on_evidence
    assert first.startswith("0 of 3 excerpts are linked and kept; the others go, with the people,")
    assert second == "1 document without a link keeps its title alone."
    (file,) = (full / "evidence").iterdir()
    assert b"Helpline" not in file.read_bytes()
    ((document, excerpts),) = tuple(opened(full, to_read=True).shelf)
    assert (document.title, excerpts) == ("Northmere board paper", ())


def _unlinked(workshop: Workshop) -> list[Change]:
    (link,) = workshop.state.pillar["one"].links
    return [Change("retract", ("pillar", "one", "links"), of=link)]


def test_an_evidence_file_that_cannot_be_read_goes_whole(full: Path) -> None:
    (file,) = (full / "evidence").iterdir()
    file.write_bytes(file.read_bytes()[:-10])
    found = closed(full, linked_only=True)
    assert found.on_evidence[-1].startswith("1 evidence file that cannot be read")
    assert not file.exists()


def state_of_any(folder: Path) -> SessionState:
    return opened(folder, "cccccccc", to_read=True).state


def test_a_machine_that_stops_anywhere_leaves_a_session_that_opens_and_can_be_closed(
    made: Path, tmp_path: Path
) -> None:
    for root in left_by_stops(partial(stopped_at, made), tmp_path, least=20):
        finished(root / "northmere")


def stopped_at(made: Path, root: Path, number: int) -> DyingFs | None:
    folder = Path(shutil.copytree(made, root / "northmere"))
    fs = DyingFs(root)
    workshop = Workshop.open(folder, a_typist("eeeeeeee"), Ticking(), wait_seconds=0, fs=fs.as_fs())
    fs.stop_at(number)
    try:
        workshop.rewrite(wanted(workshop, linked_only=True).plan)
        workshop.close()
    except Died:
        workshop._store._let_go()
        return fs
    assert with_counts(root) == []
    return None


def recovered(folder: Path) -> str:
    return " ".join(opened(folder, "cccccccc", to_read=True).recovered)


def finished(folder: Path) -> None:
    before = opened(folder, "f0000000", may_be_closed=True)
    assert not before.read_only, before.read_only
    was_begun = "Closing this session was begun" in " ".join(before.recovered)
    is_whole = before.state.session.closed is None
    before.close()
    assert was_begun or is_whole or with_counts(folder) == []
    said = closed(folder, opening="f0100000").closed if was_begun else ""
    assert not was_begun or "Closing this session was begun" in recovered(folder)
    closed(folder, linked_only=True, opening="f1111111")
    assert with_counts(folder) == []
    after = opened(folder, "f2222222", to_read=True)
    assert after.recovered == ()
    assert after.state.session.gap_words == SAID
    assert str(after.state.session.closed).startswith(FIRST), said
    assert [len(excerpts) for _, excerpts in after.shelf] == [1]


@pytest.mark.parametrize("method", ["create_new", "append", "replace", "remove", "flush_folder"])
def test_a_disk_that_fails_once_is_told_and_closing_can_be_done_again(
    made: Path, tmp_path: Path, method: str
) -> None:
    for at in range(1, 60):
        folder = Path(shutil.copytree(made, tmp_path / str(at) / "northmere"))
        fs = BrokenFs(method, error=errno.EIO)
        workshop = Workshop.open(
            folder, a_typist("eeeeeeee"), Ticking(), wait_seconds=0, fs=fs.as_fs()
        )
        found = wanted(workshop, linked_only=True)
        fs.at, fs.calls = at, 0
        with contextlib.suppress(OSError):
            workshop.rewrite(found.plan)
        with contextlib.suppress(OSError):
            workshop.close()
        if fs.calls < at:
            break
        finished(folder)
    assert at > 1


@pytest.mark.parametrize(
    ("day", "said"),
    [("2028-03-31", "past"), ("2028-04-01", "not past yet"), ("2029-01-01", "not past yet")],
)
def test_the_day_until_which_it_is_kept_is_told_and_never_acted_on(
    tmp_path: Path, day: str, said: str
) -> None:
    workshop = a_workshop(tmp_path)
    assert "No day is set" in kept_until(workshop.state, date(2028, 4, 1))
    workshop.do(SetAct("keep_until", day))
    told = kept_until(workshop.state, date(2028, 4, 1))
    assert told == f"The session is to be kept until {day}, which is {said}."
    workshop.close()
    again = reopened(workshop)
    assert not again.read_only
    again.close()
