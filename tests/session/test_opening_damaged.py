"""Opening a session with bytes lost, added or altered: nothing is lost in silence."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_workshop, reopened
from maturity.session.acts.act import Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.opening import NoSession
from maturity.session.state import SessionState
from maturity.workshop import Workshop
from session.opened import opened, state_of, the_journal


@pytest.mark.parametrize("tail", [b'{"act":"no', b"\x00" * 64, b"\x00" * 9 + b'"v":1}\n'])
def test_a_torn_tail_is_kept_and_said_once(folder: Path, tail: bytes) -> None:
    state = state_of(folder)
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes() + tail)
    workshop = opened(folder)
    (kept,) = (folder / "recovered").iterdir()
    assert kept.read_bytes() == tail.removesuffix(b"\n")
    said = (
        "The last moment before 09:01 was cut off while saving and is kept in "
        f"recovered/{kept.name}. Everything shown as saved is here."
    )
    assert workshop.recovered == (said,)
    assert (workshop.state, workshop.read_only) == (state, "")
    workshop.do(NoteAct("one", "And on."))
    workshop.close()
    again = opened(folder, "bbbbbbbb")
    assert again.recovered == ()
    again.close()


def test_tries_that_were_all_cut_off_are_said_in_one_sentence(folder: Path) -> None:
    first = the_journal(folder)
    tries = [first.with_name(first.name.replace("-1.", f"-{number}.")) for number in (2, 3)]
    for journal in tries:
        journal.write_bytes(b'{"act":"no')
    (said,) = opened(folder).recovered
    kept = sorted(one.name for one in (folder / "recovered").iterdir())
    assert len(kept) == len(tries)
    assert said == (
        "The last moment before 09:01 was cut off while saving and is kept in "
        f"recovered/{kept[0]}, recovered/{kept[1]}. Everything shown as saved is here."
    )


def test_an_action_without_its_last_line_never_happened(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    before = workshop.state
    workshop.do(RateAct("one", "low", because="Two lines."))
    workshop.close()
    journal = the_journal(workshop.folder)
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-1]))
    (workshop.folder / "session.toml").unlink()
    again = reopened(workshop)
    assert again.state == before
    assert "cut off while saving" in again.recovered[1]
    again.close()


def test_a_damaged_line_that_the_snapshot_covers_costs_nothing(folder: Path) -> None:
    state = state_of(folder)
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes().replace(b"A note.", b"A nose."))
    workshop = opened(folder)
    assert workshop.state == state
    number = next(
        number
        for number, line in enumerate(journal.read_bytes().splitlines(), 1)
        if b"A nose." in line
    )
    said = (
        f"Part of the record between 09:00 and 09:01 is damaged ({journal.name}, line {number}). "
        "Please check what was agreed then."
    )
    assert (workshop.recovered, workshop.read_only) == ((said,), said)
    with pytest.raises(Refused, match=r"Nothing was recorded.*damaged"):
        workshop.do(NoteAct("one", "No."))
    workshop.close()


def test_a_damaged_line_without_a_snapshot_leaves_the_rest(folder: Path) -> None:
    (folder / "session.toml").unlink()
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes().replace(b"A note.", b"A nose."))
    workshop = opened(folder)
    assert "is damaged" in workshop.read_only
    assert workshop.state.pillar["one"].because == "Named leads."
    assert not workshop.state.pillar["two"].notes
    workshop.close()


def test_a_first_line_taken_out_is_noticed(folder: Path) -> None:
    (folder / "session.toml").unlink()
    journal = the_journal(folder)
    journal.write_bytes(journal.read_bytes().partition(b"\n")[2])
    workshop = opened(folder)
    assert f"({journal.name}, line 1)" in workshop.read_only
    assert workshop.state.pillar["one"].because == "Named leads."
    workshop.close()


Whole = tuple[Path, dict[Path, bytes], SessionState]


@pytest.fixture
def whole(tmp_path: Path) -> Whole:
    """A session of a few actions with its journal, its snapshot and its state."""
    workshop = a_workshop(tmp_path)
    for level in ("low", "middle", "high"):
        workshop.do(RateAct("one", level, because=f"Because it is {level}."))
    workshop.close()
    folder = workshop.folder
    files = {path: path.read_bytes() for path in (the_journal(folder), folder / "session.toml")}
    return folder, files, workshop.state


def tried(folder: Path) -> Workshop | None:
    try:
        return opened(folder, to_read=True)
    except NoSession:
        return None


def restored(files: dict[Path, bytes]) -> None:
    for path, raw in files.items():
        path.write_bytes(raw)


SAME_FOLDER = (HealthCheck.function_scoped_fixture,)


@settings(max_examples=120, deadline=None, suppress_health_check=SAME_FOLDER)
@given(data=st.data())
def test_a_flipped_byte_is_reported_or_harmless(whole: Whole, data: st.DataObject) -> None:
    folder, files, state = whole
    restored(files)
    path = data.draw(st.sampled_from(sorted(files)))
    raw = bytearray(files[path])
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(raw)
    workshop = tried(folder)
    assert workshop is not None
    assert workshop.recovered or workshop.state == state
    # the other file is whole, so not even a reported byte may cost a rating
    assert workshop.state.pillar == state.pillar


@settings(max_examples=60, deadline=None, suppress_health_check=SAME_FOLDER)
@given(data=st.data())
def test_a_journal_cut_anywhere_is_told_or_made_up_for_by_the_snapshot(
    whole: Whole, data: st.DataObject
) -> None:
    folder, files, state = whole
    restored(files)
    journal = the_journal(folder)
    journal.write_bytes(files[journal][: data.draw(st.integers(0, len(files[journal])))])
    workshop = tried(folder)
    assert workshop is not None
    assert workshop.state == state
    (folder / "session.toml").unlink()
    alone = tried(folder)
    if alone is not None:
        # whole actions from the beginning, and nothing else
        one = alone.state.pillar.get("one")
        shown = (one.rating and one.rating.level, one.because) if one else (None, None)
        assert shown in {
            (None, None),
            *((level, f"Because it is {level}.") for level in ("low", "middle", "high")),
        }
