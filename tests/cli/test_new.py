"""`new`, and what it refuses."""

from pathlib import Path

import pytest

from cli.conftest import Bench


def test_a_session_is_made_and_its_folder_printed(maturity: Bench) -> None:
    ran = maturity(
        "new", "Spring at sea", "--framework", "tiny.toml", "--area", "Northmere",
        "--period", "spring 2026", "--date", "23 March 2026", "--minutes", "90",
    )  # fmt: skip
    assert ran.status == 0
    folder = Path(ran.out.strip())
    assert folder.name == "spring-at-sea"
    assert (folder / "session.toml").is_file()
    again = maturity("new", "Spring at sea", "--framework", "tiny.toml", "--area", "N")
    assert Path(again.out.strip()).name == "spring-at-sea-2"
    assert maturity("status", "spring-at-sea").status == 0


def test_what_fits_is_said_beside_the_path(maturity: Bench) -> None:
    made = maturity("new", "Long", "--framework", "tiny.toml", "--area", "N")
    assert made.err == "2 items, 77 minutes each, in a sitting of 210 minutes.\n"
    short = maturity(
        "new", "Short", "--framework", "data-practice", "--area", "N", "--minutes", "45"
    )
    assert Path(short.out.strip()).name == "short"
    assert "so no time is left" not in short.err
    assert "You can rate everything or discuss about 1 split, not both." in short.err


def test_a_length_of_ninety_minutes_is_held_online(maturity: Bench) -> None:
    maturity("new", "Online", "--framework", "tiny.toml", "--area", "N", "--minutes", "90")
    with maturity.desk.opened("online", to_read=True) as workshop:
        agenda = workshop.state.agenda
        assert (agenda.opening_minutes, agenda.closing_minutes) == (10, 10)
        assert agenda.break_minutes == 0
    maturity("new", "Half", "--framework", "tiny.toml", "--area", "N", "--minutes", "180")
    with maturity.desk.opened("half", to_read=True) as workshop:
        assert workshop.state.agenda.opening_minutes is None


def test_a_shipped_framework_goes_by_its_id(maturity: Bench) -> None:
    ran = maturity("new", "Data", "--framework", "data-practice", "--area", "N", "--dir", "here")
    assert (ran.status, ran.out) == (0, "here\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--framework", "ghost"], 'There is no framework called "ghost".\n'),
        (["--framework", "ghost.toml"], 'There is no framework file "ghost.toml".\n'),
        (["--framework", "tiny.toml", "--date", "spring"], '"spring" is not a day.\n'),
        (["--framework", "tiny.toml", "--dir", "sessions"], "sessions is there already.\n"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_made(
    maturity: Bench, words: list[str], said: str
) -> None:
    ran = maturity("new", "A title", "--area", "N", *words)
    assert ran.status == 1
    assert ran.err.startswith(said)
    assert [one.name for one in maturity.sessions.iterdir()] == ["northmere"]


def test_a_framework_with_a_mistake_is_told_by_its_line(maturity: Bench) -> None:
    good = Path("tiny.toml").read_text("utf-8")
    Path("bad.toml").write_text(good.replace('rate = "pillars"', 'rate = "pilars"'), "utf-8")
    ran = maturity("new", "A title", "--area", "N", "--framework", "bad.toml")
    assert ran.status == 1
    assert ran.err.startswith("bad.toml:9:8: F116 ")
    assert "Mend:" in ran.err


def test_a_session_needs_a_title_an_area_and_a_framework(maturity: Bench) -> None:
    assert maturity("new", "  ", "--framework", "tiny.toml", "--area", "N").status == 1
    assert maturity("new", "A title", "--area", "N").status == 2


def test_a_folder_of_a_sync_service_is_warned_of(maturity: Bench) -> None:
    ran = maturity(
        "new", "T", "--framework", "tiny.toml", "--area", "N", "--dir", "OneDrive - Northmere/t"
    )
    assert ran.status == 0
    assert ran.err.startswith("This session lies in a folder of OneDrive.\n")
