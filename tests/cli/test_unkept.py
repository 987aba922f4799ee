"""A different view that was typed on the screen and never kept is told when a paper leaves."""

import json

import pytest

from cli.conftest import Bench
from maturity.laptop import unkept_file
from maturity.tui.unkept import hold
from maturity.tui.voices import DissentDraft

SAID = (
    "First: a different view was typed on this laptop and not kept, so no paper has it. "
    "Open the room: d on that item reads it back."
)


def held(maturity: Bench, *items: str) -> None:
    drafts = {item: DissentDraft(reason="Waiting-canary.") for item in items}
    hold(maturity.desk.laptop.folder, maturity.status()["session"]["id"], drafts)


@pytest.mark.parametrize("paper", ["report", "highlights"])
def test_a_view_that_waits_is_told_first_and_its_words_stay_where_they_are(
    maturity: Bench, paper: str
) -> None:
    held(maturity, "one")
    ran = maturity(paper, "northmere", "--format", "txt", "-o", "paper.txt")
    assert (ran.status, ran.err.splitlines()[0]) == (0, SAID.partition(". ")[0] + ".")
    assert SAID in " ".join(ran.err.split())
    assert "Waiting-canary" not in ran.err
    told = json.loads(maturity(paper, "northmere", "--json").out)["notices"][0]
    assert told == {"code": "view-not-kept", "item": "one", "message": SAID}


def test_nothing_is_told_where_none_waits(maturity: Bench) -> None:
    held(maturity, "one")
    held(maturity)
    assert "not kept" not in maturity("report", "northmere").err


def test_an_item_that_is_gone_and_a_damaged_file_are_told_as_well(maturity: Bench) -> None:
    held(maturity, "gone")
    assert "A different view was typed on this laptop" in maturity("report", "northmere").err
    file = unkept_file(maturity.desk.laptop.folder, maturity.status()["session"]["id"])
    file.write_bytes(b"x = [\xff")
    ran = maturity("report", "northmere")
    assert (ran.status, "could not be read" in ran.err) == (0, True)
