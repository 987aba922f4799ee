"""`confirm`: the board's answer, as somebody types it."""

import pytest

from cli.conftest import Bench

DAY = ("--on", "2026-04-16")


def test_the_level_of_the_room_is_confirmed(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "middle", "--because", "Named leads.")
    ran = maturity("confirm", "northmere", "one", "2", *DAY, "--minute", "6.1")
    assert (ran.status, ran.out) == (0, "First things: confirmed as Middle.\n")
    item = maturity.item()
    assert item["board"] == {
        "outcome": "confirmed",
        "state": None,
        "level": "middle",
        "body": None,
        "on": "2026-04-16",
        "minute": "6.1",
        "note": None,
        "changed_since": False,
    }
    assert (item["rating"]["state"], item["rating"]["level"]) == ("confirmed", "middle")


def test_another_level_is_an_amendment_and_the_rating_stays(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "middle")
    ran = maturity("confirm", "northmere", "one", "high", *DAY)
    assert ran.status == 1
    assert "An amendment needs the board's reason: --note TEXT." in ran.err
    assert maturity.item()["board"] is None
    ran = maturity("confirm", "northmere", "one", "high", *DAY, "--note", "Charter agreed.")
    said = "First things: amended from Middle to High; the room's rating stays as it was.\n"
    assert (ran.status, ran.out) == (0, said)
    rating = maturity.item()["rating"]
    assert (rating["state"], rating["level"]) == ("amended", "middle")


@pytest.mark.parametrize(
    ("flag", "outcome", "state"),
    [
        ("--defer", "deferred", None),
        ("--not-reached", "amended", "not-reached"),
        ("--cannot-say", "amended", "cannot-say"),
        ("--not-applicable", "amended", "not-applicable"),
    ],
)
def test_the_other_answers(maturity: Bench, flag: str, outcome: str, state: str | None) -> None:
    maturity("rate", "northmere", "one", "middle")
    assert maturity("confirm", "northmere", "one", flag, *DAY, "--note", "So.").status == 0
    board = maturity.item()["board"]
    assert (board["outcome"], board["state"], board["level"]) == (outcome, state, None)


def test_no_day_and_no_answer_are_asked_for(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "middle")
    ran = maturity("confirm", "northmere", "one", "middle")
    assert (ran.status, ran.err.splitlines()[0]) == (
        1,
        "Say the day the board met: --on 2026-04-16.",
    )
    ran = maturity("confirm", "northmere", "one", *DAY)
    assert ran.err.startswith("Say what the board decided: a level, --defer")


def test_an_answer_is_undone(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "middle")
    maturity("confirm", "northmere", "one", "middle", *DAY)
    assert maturity("undo", "northmere").out == "Undone: board's answer of First.\n"
    assert maturity.item()["board"] is None
    assert maturity.item()["rating"]["state"] == "provisional"


def test_status_and_history_say_it_in_a_line(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "middle")
    maturity("confirm", "northmere", "one", "high", *DAY, "--note", "Agreed.", "--minute", "6.2")
    maturity("rate", "northmere", "one", "low")
    said = (
        "    The board, 2026-04-16, minute 6.2: amended High: Agreed. The rating has changed since."
    )
    assert said in maturity("status", "northmere").out.splitlines()
    told = maturity("history", "northmere", "one").out.splitlines()
    assert told[1].endswith("board's answer of First: amended high")
    maturity("confirm", "northmere", "one", "--defer", "--note", "Later.")
    told = maturity("history", "northmere", "one").out.splitlines()
    assert told[-1].endswith("board's answer of First: amended high to deferred")
