"""Which session a person means, and where a new one goes."""

from pathlib import Path

import pytest

from maturity.session.fs import RealFs
from maturity.session.opening import NoSession
from maturity.sessions import (
    copy_of_sample,
    find_session,
    free_folder,
    session_names,
    sessions_folder,
    sync_service,
)


def a_session(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "session.toml").touch()
    return folder


def test_the_environment_names_the_folder_then_the_one_beside_us_then_documents(
    tmp_path: Path,
) -> None:
    documents = tmp_path / "documents"
    named = sessions_folder({"MATURITY_SESSIONS": "/named"}, tmp_path, lambda: documents)
    assert named == Path("/named")
    assert sessions_folder({}, tmp_path, lambda: documents) == documents / "maturity sessions"
    (tmp_path / "sessions").mkdir()
    assert sessions_folder({}, tmp_path, lambda: documents) == tmp_path / "sessions"
    assert sessions_folder({}, tmp_path / "none").name == "maturity sessions"


def test_a_session_goes_by_its_folder_or_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here = a_session(tmp_path / "here")
    named = a_session(tmp_path / "sessions" / "northmere")
    sessions = tmp_path / "sessions"
    assert find_session("here", sessions) == Path("here")
    assert find_session(str(here), sessions) == here
    assert find_session("northmere", sessions) == named


def test_a_session_whose_snapshot_is_lost_is_still_one(tmp_path: Path) -> None:
    (tmp_path / "northmere" / "journal").mkdir(parents=True)
    assert find_session("northmere", tmp_path) == tmp_path / "northmere"


def test_an_unknown_session_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(NoSession, match="There is none there yet"):
        find_session("ghost", tmp_path)
    a_session(tmp_path / "b")
    a_session(tmp_path / "a")
    a_session(tmp_path / ".c.copying")
    with pytest.raises(NoSession, match=r"Sessions there: a, b\.$"):
        find_session("ghost", tmp_path)


@pytest.mark.parametrize("asked", ["", "  ", "a\0b"])
def test_no_name_at_all_is_told(tmp_path: Path, asked: str) -> None:
    with pytest.raises(NoSession, match="Name a session"):
        find_session(asked, tmp_path)


def test_a_file_and_an_empty_folder_are_no_sessions(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").touch()
    with pytest.raises(NoSession, match="is a file"):
        find_session(str(tmp_path / "paper.docx"), tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoSession, match="No readable session was found in"):
        find_session("empty", tmp_path)


def test_a_missing_folder_holds_no_sessions(tmp_path: Path) -> None:
    assert session_names(tmp_path / "none") == ()


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    assert free_folder(tmp_path, "North mere!").name == "north-mere"
    a_session(tmp_path / "north-mere")
    a_session(tmp_path / "north-mere-2")
    assert free_folder(tmp_path, "North mere!").name == "north-mere-3"


def test_the_sample_is_copied_whole_without_its_lock_and_a_copy_is_kept(tmp_path: Path) -> None:
    sample = a_session(tmp_path / "sample")
    (sample / "journal").mkdir()
    (sample / "journal" / "a.jsonl").write_bytes(b"line")
    (sample / ".lock.json").touch()
    target = tmp_path / "sessions" / "demo"
    assert copy_of_sample(RealFs(), sample, target) is True
    assert (target / "journal" / "a.jsonl").read_bytes() == b"line"
    assert not (target / ".lock.json").exists()
    (target / "session.toml").write_bytes(b"changed")
    assert copy_of_sample(RealFs(), sample, target) is False
    assert (target / "session.toml").read_bytes() == b"changed"


def test_what_stands_in_the_place_of_the_copy_is_left_alone(tmp_path: Path) -> None:
    sample = a_session(tmp_path / "sample")
    (tmp_path / "demo").mkdir()
    assert copy_of_sample(RealFs(), sample, tmp_path / "demo") is True
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").touch()
    with pytest.raises(NoSession, match="holds something else"):
        copy_of_sample(RealFs(), sample, tmp_path / "other")
    (tmp_path / ".third.copying").mkdir()
    with pytest.raises(NoSession, match="cut off"):
        copy_of_sample(RealFs(), sample, tmp_path / "third")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/a/OneDrive - Northmere Council/s", "OneDrive"),
        ("/home/a/Dropbox/s", "Dropbox"),
        ("/home/a/Google Drive/s", "Google Drive"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/s", "iCloud"),
        ("/home/a/iCloudDrive/s", "iCloud"),
        ("/home/a/sessions/s", ""),
    ],
)
def test_a_folder_of_a_sync_service_is_known_by_its_name(folder: str, service: str) -> None:
    assert sync_service(Path(folder)) == service
