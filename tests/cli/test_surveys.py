"""`vote --from`: a survey of a form kept as counts, and every way in which it may be wrong."""

import json
from pathlib import Path

import pytest

from cli.conftest import Bench
from maturity.framework import load
from maturity.shipped import frameworks_folder
from maturity.survey.columns import from_toml

HEADER = "Start,E-mail,Name,Group,How well do we do the first things?,Why?,Second things"
ROWS = (
    "1,isla@x.org,Isla Reed,Families,Low,We wait,Low",
    "2,bo@x.org,Bo Fenn,Health,Middle,Isla Reed said so,",
    "3,cal@x.org,Cal Moor,Families,2,,Cannot say",
)
PEOPLE = ("Isla", "Reed", "Bo Fenn", "Cal", "Moor", "@x.org")


@pytest.fixture
def survey(maturity: Bench) -> Path:
    path = maturity.sessions.parent / "survey.csv"
    path.write_text("\n".join((HEADER, *ROWS)), "utf-8")
    return path


def every_file(maturity: Bench) -> str:
    files = [path for path in maturity.sessions.parent.rglob("*") if path.is_file()]
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def test_a_survey_is_kept_as_counts_that_the_room_has_not_seen(
    maturity: Bench, survey: Path
) -> None:
    ran = maturity("vote", "northmere", "--from", str(survey))
    assert ran.status == 0
    assert ran.out.splitlines()[:3] == [
        "3 people answered:",
        "  First things: 3 votes",
        "  Second things: 1 vote",
    ]
    assert "Kept: first votes of 3 people on 1 item. The room sees none of them" in ran.out
    assert "Only one person voted on Second things: not kept" in ran.err
    assert (maturity.item()["waiting"], maturity.item()["rounds"]) == (3, [])
    told = maturity("status", "northmere").out
    assert "Vote: 3 votes gathered before the sitting, unseen until they are revealed." in told
    assert "said Middle" not in told
    assert "unseen until revealed" in maturity("history", "northmere").out
    maturity("undo", "northmere")
    maturity("redo", "northmere")
    for line in json.loads(maturity("history", "northmere", "one", "--json").out):
        assert not {"tally", "groups", "present"} & {*(line["from"] or ()), *(line["to"] or ())}


def test_the_reveal_shows_it_and_the_next_vote_is_the_rooms(maturity: Bench, survey: Path) -> None:
    maturity("vote", "northmere", "--from", str(survey))
    assert maturity("vote", "northmere", "one", "--reveal").status == 0
    (first,) = maturity.item()["rounds"]
    assert (first["method"], first["present"]) == ("survey", 3)
    assert first["tally"] == {"low": 1, "middle": 2, "high": 0}
    assert maturity("vote", "northmere", "one", "0", "3", "0").status == 0
    assert [one["n"] for one in maturity.item()["rounds"]] == [1, 2]


def test_one_undo_takes_the_whole_survey_back(maturity: Bench, survey: Path) -> None:
    survey.write_text(survey.read_text("utf-8") + "\n4,,,,Low,,Low\n", "utf-8")
    maturity("vote", "northmere", "--from", str(survey))
    assert [item["waiting"] for item in maturity.status()["items"]] == [4, 2]
    assert maturity("undo", "northmere").status == 0
    assert [item["waiting"] for item in maturity.status()["items"]] == [0, 0]


def test_the_columns_are_remembered_without_anybodys_name(maturity: Bench, survey: Path) -> None:
    columns = survey.with_name("map.toml")
    columns.write_text('[item]\none = "Second things"\n', "utf-8")
    assert maturity("vote", "northmere", "--from", str(survey), "--columns", str(columns)).status
    survey.write_text(survey.read_text("utf-8") + "\n4,,,,Low,,Low\n", "utf-8")
    ran = maturity("vote", "northmere", "--from", str(survey), "--columns", str(columns))
    assert ran.status == 0
    (kept,) = (maturity.sessions.parent / "settings" / "surveys").iterdir()
    assert 'one = "Second things"' in kept.read_text("utf-8")
    assert not any(name in kept.read_text("utf-8") for name in PEOPLE)
    maturity("undo", "northmere")
    again = maturity("vote", "northmere", "--from", str(survey))
    assert "  First things: 2 votes" in again.out


def test_columns_that_fit_no_longer_are_looked_for_anew(maturity: Bench, survey: Path) -> None:
    maturity("vote", "northmere", "--from", str(survey))
    maturity("undo", "northmere")
    survey.write_text("First things\nLow\nHigh\n", "utf-8")
    ran = maturity("vote", "northmere", "--from", str(survey))
    assert ran.status == 0
    assert "remembered do not fit this file" in ran.err


def test_a_damaged_memory_is_said_and_passed_over(maturity: Bench, survey: Path) -> None:
    maturity("vote", "northmere", "--from", str(survey))
    maturity("undo", "northmere")
    (kept,) = (maturity.sessions.parent / "settings" / "surveys").iterdir()
    kept.write_text("[item", "utf-8")
    ran = maturity("vote", "northmere", "--from", str(survey))
    assert ran.status == 0
    assert "could not be read, so they were looked for anew" in ran.err


def test_comments_are_kept_where_the_map_asks_and_name_nobody(
    maturity: Bench, survey: Path
) -> None:
    columns = survey.with_name("map.toml")
    question = "How well do we do the first things?"
    columns.write_text(
        f'who = ["E-mail", "Name"]\n[item]\none = "{question}"\n[comment]\none = "Why?"\n', "utf-8"
    )
    ran = maturity("vote", "northmere", "--from", str(survey), "--columns", str(columns))
    assert "  First things: 3 votes, 2 comments" in ran.out
    notes = [note["text"] for note in maturity.item()["notes"]]
    assert notes == ["We wait", "[a person] said so"]
    survey.unlink()
    assert not any(name in every_file(maturity) for name in PEOPLE)


@pytest.mark.parametrize(
    ("content", "status", "first"),
    [
        ("", 3, "The file is empty."),
        ("Colour\nred\n", 1, "No column of this file asks about an item of this framework."),
        ("First things\nSo so\n", 1, 'The answers under "First things" are not the levels here'),
        ("First things\nLow\nSo so\n", 1, "1 answer is no level here, so nothing was recorded"),
        ("First things\nLow\n=cmd|' /C calc'!A0\n", 1, "1 answer is no level here"),
        (
            "First things\n" + "Low\n" * 99 + "\x1b]0;x\x07\u202ehi\n",
            1,
            "1 answer is no level here",
        ),
        ("First things,1. First things\nLow,Low\n", 1, "Two columns may hold the answers"),
        ("First things\n\n", 1, "There is no answer below the headers of this file."),
        ("First things,Second things\n", 1, "There is no answer below the headers"),
        ("First things\nLow\n", 1, "Only one person answered"),
    ],
)
def test_a_survey_that_cannot_be_counted_says_why_and_keeps_nothing(
    maturity: Bench, survey: Path, content: str, status: int, first: str
) -> None:
    survey.write_text(content, "utf-8")
    before = every_file(maturity)
    ran = maturity("vote", "northmere", "--from", str(survey))
    assert ran.status == status
    assert first in ran.err
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err
    assert maturity.item()["waiting"] == 0
    assert every_file(maturity).count('"act":"vote"') == before.count('"act":"vote"')


def test_a_file_that_is_not_there_is_a_file_that_could_not_be_read(maturity: Bench) -> None:
    ran = maturity("vote", "northmere", "--from", "ghost.csv")
    assert ran.status == 3
    assert ran.err.startswith("ghost.csv: There is no file of this name.")


def test_a_map_with_a_mistake_is_told_by_line_and_column(maturity: Bench, survey: Path) -> None:
    columns = survey.with_name("map.toml")
    columns.write_text('[item]\nghost = "Q"\n', "utf-8")
    ran = maturity("vote", "northmere", "--from", str(survey), "--columns", str(columns))
    assert ran.status == 1
    assert "map.toml:2:1: C114 There is no item called" in ran.err
    assert maturity("vote", "northmere", "--from", str(survey), "--columns", "no.toml").status == 1


def test_an_item_with_a_vote_is_left_out_and_the_rest_kept(maturity: Bench, survey: Path) -> None:
    survey.write_text(survey.read_text("utf-8") + "\n4,,,,Low,,Low\n", "utf-8")
    maturity("vote", "northmere", "one", "1", "2", "3")
    ran = maturity("vote", "northmere", "--from", str(survey))
    assert ran.status == 0
    assert ran.out.splitlines()[1:3] == [
        "  First things: not kept, a vote is recorded already (undo it first)",
        "  Second things: 2 votes",
    ]
    assert "Kept: first votes of 4 people on 1 item." in ran.out
    assert "A vote is recorded already for First: not kept." in ran.err
    assert [item["waiting"] for item in maturity.status()["items"]] == [0, 2]
    again = maturity("vote", "northmere", "--from", str(survey))
    assert again.status == 1
    assert "recorded already for First, Second things, so nothing was kept." in again.err


def test_the_columns_that_were_not_read_are_named(maturity: Bench, survey: Path) -> None:
    ran = maturity("vote", "northmere", "--from", str(survey))
    assert 'Not read: "Start", "Why?"\n' in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ("vote", "northmere"),
        ("vote", "northmere", "one", "1", "2", "--from", "s.csv"),
        ("vote", "northmere", "--from", "s.csv", "--abstain", "2"),
        ("vote", "northmere", "one", "--columns", "map.toml"),
    ],
)
def test_typed_counts_and_a_survey_do_not_go_together(
    maturity: Bench, words: tuple[str, ...]
) -> None:
    ran = maturity(*words)
    assert ran.status == 2
    assert "Usage: maturity vote" in ran.err


@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "windows-1252", "utf-16"])
def test_a_survey_is_read_as_spreadsheets_write_it(
    maturity: Bench, survey: Path, mark: str, encoding: str
) -> None:
    lines = ["First things,Name", "Low,Zo\u00eb", "High,Ren\u00e9"]
    survey.write_bytes("\r\n".join(lines).replace(",", mark).encode(encoding))
    ran = maturity("vote", "northmere", "--from", str(survey))
    assert (ran.status, maturity.item()["waiting"]) == (0, 2)


def test_a_workbook_is_read_too(maturity: Bench, survey: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the Excel reader's library is not here")
    book = openpyxl.Workbook()
    for row in (("Name", "First things"), ("Ash", 2), ("Bo", "High"), ("=cmd()", "Low")):
        book.active.append(row)
    book.save(survey.with_suffix(".xlsx"))
    ran = maturity("vote", "northmere", "--from", str(survey.with_suffix(".xlsx")))
    assert (ran.status, maturity.item()["waiting"]) == (0, 3)


def test_empty_rows_above_the_headers_are_passed_over(maturity: Bench, survey: Path) -> None:
    survey.write_text(",\n\nFirst things,Name\nLow,Bo\nSo so,Cal\n", "utf-8")
    assert "row 5, one" in maturity("vote", "northmere", "--from", str(survey)).err
    survey.write_text(",\n\nFirst things,Name\nLow,Bo\nHigh,Cal\n", "utf-8")
    assert maturity("vote", "northmere", "--from", str(survey)).status == 0
    assert maturity.item()["waiting"] == 2


def test_ten_thousand_answers_are_kept(maturity: Bench, survey: Path) -> None:
    rows = "\n".join(f"p{number}@x.org,Low" for number in range(10_000))
    survey.write_text(f"E-mail,First things\n{rows}\n", "utf-8")
    assert maturity("vote", "northmere", "--from", str(survey)).status == 0
    assert maturity.item()["waiting"] == 10_000


def test_the_map_that_help_shows_is_one(maturity: Bench) -> None:
    shown = maturity("vote", "--help").out.partition("write MAP.toml:\n\n")[2]
    block = shown.partition("\n\n")[0]
    framework = load(frameworks_folder() / "send-local-area.toml")
    columns = from_toml(block.encode(), "help", framework)
    assert (columns.who, columns.voice) == (("Email",), "Which group are you from?")
    assert columns.items == {"leadership": "Words of the header"}
    assert columns.comments == {"leadership": "Why?"}
    assert columns.answers == {"getting there": "developing"}
    assert columns.groups == {"a parent": "parent-carers"}


def test_columns_that_are_no_file_are_told_and_not_waited_for(
    maturity: Bench, survey: Path
) -> None:
    columns = str(survey.with_name("maps"))
    survey.with_name("maps").mkdir()
    ran = maturity("vote", "northmere", "--from", str(survey), "--columns", columns)
    assert ran.status == 1
    assert "(it is no ordinary file)" in ran.err
