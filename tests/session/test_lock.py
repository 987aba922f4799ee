"""The advice that a session is open."""

import json
from pathlib import Path

import pytest

from maturity.session.lock import AlreadyOpen, said_holder, take_lock

SINCE = "2026-03-23T09:30:00Z"


def test_a_held_session_says_by_whom_and_since_when(tmp_path: Path) -> None:
    lock = take_lock(tmp_path, "Ash", SINCE, wait_seconds=0)
    with pytest.raises(AlreadyOpen) as caught:
        take_lock(tmp_path, "Bo", SINCE, wait_seconds=0)
    assert str(caught.value) == "Already open in another window since 09:30 (Ash)."
    lock.release()
    take_lock(tmp_path, "Bo", SINCE, wait_seconds=0).release()


@pytest.mark.parametrize("details", ["", "[]", "{}", '{"since": 5}', "\x00"])
def test_details_that_say_nothing_still_refuse(tmp_path: Path, details: str) -> None:
    lock = take_lock(tmp_path, "Ash", SINCE, wait_seconds=0)
    lock.details.write_text(details)
    with pytest.raises(AlreadyOpen, match="Already open in another window"):
        take_lock(tmp_path, "Bo", SINCE, wait_seconds=0)
    lock.release()


def test_the_details_name_host_and_process_and_go_with_the_lock(tmp_path: Path) -> None:
    lock = take_lock(tmp_path, "Ash", SINCE, wait_seconds=0)
    facts = json.loads(lock.details.read_text())
    assert facts.keys() == {"host", "process", "person", "since"}
    lock.release()
    assert not lock.details.exists()


def test_the_lock_is_one_whoever_takes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = take_lock(tmp_path, "Ash", SINCE, wait_seconds=0)
    monkeypatch.setattr("maturity.session.lock._at_once", lambda _path: None)
    with pytest.raises(AlreadyOpen, match="Ash"):
        take_lock(tmp_path, "Bo", SINCE, wait_seconds=0)
    quick.release()
    slow = take_lock(tmp_path, "Bo", SINCE, wait_seconds=0)
    monkeypatch.undo()
    with pytest.raises(AlreadyOpen, match="Bo"):
        take_lock(tmp_path, "Ash", SINCE, wait_seconds=0)
    slow.release()
    take_lock(tmp_path, "Ash", SINCE, wait_seconds=0).release()


def test_a_lock_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="lock"):
        take_lock(tmp_path, "Ash", SINCE, wait_seconds=0)
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_takes_no_details_is_not_left_locked(tmp_path: Path) -> None:
    (tmp_path / ".lock.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        take_lock(tmp_path, "Ash", SINCE, wait_seconds=0)
    (tmp_path / ".lock.json").rmdir()
    take_lock(tmp_path, "Bo", SINCE, wait_seconds=0).release()


@pytest.mark.parametrize("is_slow", [False, True], ids=["usual", "waited for"])
def test_who_holds_a_session_is_said_without_taking_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_slow: bool
) -> None:
    assert said_holder(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []
    lock = take_lock(tmp_path, "Ash", SINCE, wait_seconds=0)
    if is_slow:
        monkeypatch.setattr("maturity.session.lock._at_once", lambda _path: None)
    for _ in range(2):
        assert said_holder(tmp_path) == "Already open in another window since 09:30 (Ash)."
    lock.release()
    assert said_holder(tmp_path) == ""
    take_lock(tmp_path, "Bo", SINCE, wait_seconds=0).release()
