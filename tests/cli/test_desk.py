"""What a command has at hand, from this laptop and from the environment."""

from pathlib import Path

import pytest

from cli.conftest import Bench
from maturity.cli.desk import desk_of_this_laptop
from maturity.cli.start import run
from maturity.laptop import Laptop, keep, read


@pytest.mark.usefixtures("maturity")
def test_who_types_is_the_environments_then_the_laptops_then_the_facilitator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk_of_this_laptop().by == "facilitator"
    keep(Laptop(tmp_path / "settings", "4fa1c2", typist="Ash"))
    assert desk_of_this_laptop().by == "Ash"
    monkeypatch.setenv("MATURITY_BY", "\x1b[1mBo ")
    assert desk_of_this_laptop().by == "[1mBo"


def test_a_writing_command_names_the_laptop_once(
    maturity: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = maturity.sessions.parent / "settings"
    assert run(["note", "northmere", "one", "A line."]) == 0
    first, _ = read(settings)
    assert run(["note", "northmere", "one", "Another."]) == 0
    assert read(settings)[0].device == first.device
    assert run(["undo", "northmere"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Undone: note of First."


def test_broken_settings_are_told_and_nothing_stops(
    maturity: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = maturity.sessions.parent / "settings"
    settings.mkdir()
    (settings / "laptop.toml").write_bytes(b"device = ")
    assert run(["status", "northmere"]) == 0
    assert capsys.readouterr().err.startswith("This laptop's settings could not be read (")


def test_settings_that_cannot_be_kept_are_told_and_nothing_stops(maturity: Bench) -> None:
    (maturity.sessions.parent / "settings").write_bytes(b"a file in the way")
    ran = maturity("note", "northmere", "one", "A line.")
    assert ran.status == 0
    assert ran.err.startswith("This laptop's settings could not be kept (")


def test_a_snapshot_that_fails_is_told_and_the_record_stands(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_store: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("maturity.session.store.SessionStore.snapshot", fail)
        ran = maturity("note", "northmere", "one", "A line.")
    assert ran.status == 0
    assert ran.err.startswith(
        "session.toml could not be brought up to date (No space left on device).\n"
    )
    again = maturity("status", "northmere")
    assert again.err.startswith("Recovered 1 change made up to ")
    assert "A line." in again.out


def test_a_session_in_a_synchronised_folder_is_warned_of_each_time(maturity: Bench) -> None:
    words = ("--framework", "tiny.toml", "--area", "N", "--dir", "Dropbox/here")
    maturity("new", "Here", *words)
    ran = maturity("status", "Dropbox/here")
    assert ran.status == 0
    assert ran.err.startswith("This session lies in a folder of Dropbox.\n")
