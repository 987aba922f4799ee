"""`undo`, `redo` and `history`, over several runs of the program."""

import json

from cli.conftest import Bench


def test_undo_and_redo_reach_back_over_runs(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "low")
    ran = maturity("undo", "northmere")
    assert (ran.status, ran.out) == (0, "Undone: rating of First.\n")
    assert maturity.item()["rating"]["state"] == "unrated"
    assert maturity("redo", "northmere").status == 0
    assert maturity.item()["rating"]["level"] == "low"


def test_with_nothing_to_take_back_it_says_so(maturity: Bench) -> None:
    ran = maturity("redo", "northmere")
    assert (ran.status, ran.err) == (1, "There is nothing to redo.\n")


def test_the_making_of_a_session_is_never_undone(maturity: Bench) -> None:
    ran = maturity("undo", "northmere")
    assert (ran.status, ran.err) == (1, "There is nothing to undo on this laptop.\n")
    assert maturity.status()["session"]["title"] == "Northmere"


def test_history_tells_who_changed_what_from_what(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "low", "--by", "Bo")
    maturity("rate", "northmere", "one", "middle")
    maturity("note", "northmere", "two", "Elsewhere.")
    rows = json.loads(maturity("history", "northmere", "one", "--json").out)
    assert [list(row) for row in rows] == 2 * [
        ["id", "at", "by", "room", "item", "what", "from", "to", "via"]
    ]
    assert [row["by"] for row in rows] == ["Bo", "Ash"]
    assert rows[1]["item"] == "one"
    assert rows[1]["what"] == "rating of First"
    assert (rows[1]["from"]["level"], rows[1]["to"]["level"]) == ("low", "middle")
    told = maturity("history", "northmere").out.splitlines()
    assert told[-1].endswith("Ash  note of Second things: Elsewhere.")
    assert told[-2].endswith("Ash  rating of First: low to middle")


def test_history_of_an_item_leaves_out_what_shares_its_name(maturity: Bench) -> None:
    maturity("note", "northmere", "one", "Here.")
    maturity("page", "northmere", "--story", "one")
    assert len(json.loads(maturity("history", "northmere", "one", "--json").out)) == 1


def test_an_undone_action_says_how_it_was_changed(maturity: Bench) -> None:
    maturity("note", "northmere", "one", "Here.")
    maturity("undo", "northmere")
    (_, undone) = json.loads(maturity("history", "northmere", "one", "--json").out)
    assert undone["via"].startswith("undo ")
    assert maturity("history", "northmere", "ghost").status == 1
