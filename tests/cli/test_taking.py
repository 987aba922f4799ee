"""`evidence take`, on minutes made here."""

from pathlib import Path

import pytest

from cli.conftest import Bench

MINUTES = """<h1>Minutes of 27 January 2026</h1><h2>Present</h2>
<ul><li>Ash Birch, Officer, Northmere Council</li><li>Ada Beck, Adviser</li></ul>
<h2>1. Plans</h2><p>Actions:</p><ul><li>AB - Send the paper within two weeks.</li>
<li>Ash Birch - Ring the mother of child A, whose son waits.</li></ul>"""


@pytest.fixture
def minutes(maturity: Bench) -> str:
    Path("minutes.html").write_text(MINUTES, "utf-8")
    maturity("evidence", "add", "northmere", "minutes.html")
    return "minutes"


def test_what_a_paper_names_is_listed_and_nothing_is_taken(maturity: Bench, minutes: str) -> None:
    ran = maturity("evidence", "take", "northmere", minutes)
    assert ran.out == (
        "People:\n"
        "  1  Ash Birch, Officer, Northmere Council\n"
        "  2  Ada Beck, Adviser\n"
        "Actions:\n"
        "  1  Send the paper within two weeks. (AB; within two weeks)\n"
        "  2  [may identify a child: maturity evidence show shows it], para 8\n"
    )
    assert ran.err == '"AB" could be 2 people: Ash Birch, Ada Beck.\nChoose one.\n'
    assert maturity.status()["people"] == []


def test_people_and_then_one_action_are_taken(maturity: Bench, minutes: str) -> None:
    ran = maturity("evidence", "take", "northmere", minutes, "people")
    assert ran.out == "2 people put on the register, as invited.\n"
    assert maturity("evidence", "take", "northmere", minutes).out.count("(on the register)") == 2
    ran = maturity("evidence", "take", "northmere", minutes, "actions", "--only", "1")
    assert ran.out == "1 action taken.\n"
    assert "(there already)" in maturity("evidence", "take", "northmere", minutes).out


def test_a_paper_that_names_nobody_or_is_lost_says_so(maturity: Bench) -> None:
    Path("paper.md").write_text("# A paper\n\nThe helpline is open.\n", "utf-8")
    maturity("evidence", "add", "northmere", "paper.md")
    ran = maturity("evidence", "take", "northmere", "paper")
    assert ran.out == "It names no people and no actions that can be taken.\n"
    for file in (maturity.sessions / "northmere" / "evidence").iterdir():
        file.unlink()
    ran = maturity("evidence", "take", "northmere", "paper")
    assert ran.status == 1
    assert "The evidence file of this document is missing." in ran.err
