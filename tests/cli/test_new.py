"""`new`, and what it refuses."""

import json
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


def test_a_session_after_another_begins_with_how_it_stood(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "low", "--aim", "high", "--aim-text", "Answer in a week.")
    maturity("dissent", "northmere", "one", "--from", "Families", "--reason", "Not for us.")
    made = maturity(
        "new", "Autumn", "--framework", "tiny.toml", "--area", "N", "--after", "northmere"
    )
    assert made.status == 0
    assert made.err.startswith(
        "Last time was Northmere (23 March 2026): 1 item was rated; 1 can be compared.\n"
    )
    maturity("rate", "autumn", "one", "middle")
    one, two = json.loads(maturity("status", "autumn", "--json").out)["items"]
    assert two["last"] is None
    assert one["last"].pop("session").startswith("northmere-")
    assert one["last"] == {
        "on": "2026-03-23",
        "state": "provisional",
        "level": "low",
        "said": "Low",
        "aim": {"level": "high", "text": "Answer in a week."},
        "carry": "kept",
        "since": "Up from Low",
        "dissent": [
            {
                "from": "Someone from a family", "level": None, "reason": "Not for us.",
                "change": None, "reach": "board",
            }
        ],
    }  # fmt: skip
    assert one["flags"] == ["moved"]
    assert "last time's rating of First: low" in maturity("history", "autumn").out


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("northmere", 'Nothing was rated in "Northmere"'),
        ("ghost", 'There is no session called "ghost"'),
        ("", "Name a session"),
        ("tiny.toml", '"tiny.toml" is a file.'),
    ],
)
def test_a_last_time_that_cannot_be_read_is_told_and_nothing_is_made(
    maturity: Bench, after: str, said: str
) -> None:
    ran = maturity("new", "Autumn", "--framework", "tiny.toml", "--area", "N", "--after", after)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(said)
    assert [one.name for one in maturity.sessions.iterdir()] == ["northmere"]


@pytest.mark.parametrize(
    ("day", "status", "said"),
    [
        ("2026-03-22", 1, '"Northmere" is on 23 March 2026, later than the new session (22 March'),
        ("2026-03-23", 0, "Last time was Northmere (23 March 2026): 1 item was rated; 1 can be"),
    ],
)
def test_a_last_time_that_is_later_is_refused_and_one_of_the_same_day_told(
    maturity: Bench, day: str, status: int, said: str
) -> None:
    maturity("rate", "northmere", "one", "low")
    made = ("new", "Autumn", "--framework", "tiny.toml", "--area", "N", "--date", day)
    ran = maturity(*made, "--after", "northmere")
    assert ran.status == status
    assert ran.err.startswith(said)
    assert ("Both are on the same day" in ran.err) is (status == 0)
    assert (maturity.sessions / "autumn").exists() is (status == 0)
