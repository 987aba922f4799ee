"""`answer`, as somebody types it, and the prompts that `status` tells."""

import json

import pytest

from cli.conftest import Bench

NORTHMERE = ("answer", "northmere", "one")


def test_status_tells_the_first_three_prompts_that_are_open(maturity: Bench) -> None:
    maturity("vote", "northmere", "one", "4", "4", "4")
    maturity("rate", "northmere", "one", "high", "--because", "Better than before.")
    prompts = maturity.item()["prompts"]
    assert [prompt["code"] for prompt in prompts] == ["CH01", "CH08", "CH03"]
    assert list(prompts[0]) == ["id", "code", "text", "outcome", "answer"]
    assert prompts[1] == {
        "id": "split-not-recorded",
        "code": "CH08",
        "text": "Who sees this differently, and why?",
        "outcome": None,
        "answer": None,
    }
    lines = maturity("status", "northmere").out.splitlines()
    assert "    Prompt CH08: Who sees this differently, and why? The room was split." in lines


@pytest.mark.parametrize(
    ("flags", "outcome", "said"),
    [
        ((), "answered", "the answer is kept"),
        (("--accept",), "accepted", "accepted, and an action is made of it"),
        (("--park",), "parked", "parked"),
        (("--dismiss",), "dismissed", "dismissed, with the reason"),
    ],
)
def test_an_answer_of_each_kind_is_kept_and_told(
    maturity: Bench, flags: tuple[str, ...], outcome: str, said: str
) -> None:
    maturity("rate", "northmere", "one", "middle")
    ran = maturity(*NORTHMERE, "CH01", "The forum says so.", *flags)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"First things, CH01: {said}")
    prompt, *_ = maturity.item()["prompts"]
    assert (prompt["outcome"], prompt["answer"]) == (outcome, "The forum says so.")
    actions = maturity.status()["actions"]
    assert [action["text"] for action in actions] == ["The forum says so."] * bool(
        outcome == "accepted"
    )
    line = (
        "    Prompt CH01: Would families say this? What would they point to? "
        f"{outcome.capitalize()}: The forum says so."
    )
    assert line in maturity("status", "northmere").out.splitlines()


def test_an_answer_comes_back_when_the_level_is_another(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "middle")
    maturity(*NORTHMERE, "felt-by-families", "The forum says so.")
    maturity("rate", "northmere", "one", "high")
    first = maturity.item()["prompts"][0]
    assert (first["code"], first["outcome"]) == ("CH01", None)
    assert first["answer"] == "The forum says so."
    out = maturity("status", "northmere").out
    assert "Before the level changed, answered: The forum says so." in out
    maturity("rate", "northmere", "one", "middle")
    assert maturity.item()["prompts"][0]["outcome"] == "answered"


def test_the_private_prompt_says_whose_it_is(maturity: Bench) -> None:
    maturity("vote", "northmere", "one", "4", "4", "4", "--present", "12")
    maturity("vote", "northmere", "one", "3", "0", "0", "--group", "families")
    lines = maturity("status", "northmere").out.splitlines()
    private = "    Prompt CH09 (for you alone): Families in the room see this lower."
    assert any(line.startswith(private) for line in lines)


def test_parking_needs_no_words_and_dismissing_does(maturity: Bench) -> None:
    assert maturity(*NORTHMERE, "CH08", "--park").status == 0
    line = "    Prompt CH08: Who sees this differently, and why? Parked"
    assert line in maturity("status", "northmere").out.splitlines()
    ran = maturity(*NORTHMERE, "CH08", "--dismiss")
    assert (ran.status, ran.err) == (1, "Say why the question does not help here.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("CH01", "x", "--park", "--dismiss"), "Choose one: --accept, --park or --dismiss."),
        (("CH99", "x"), 'There is no prompt called "CH99".'),
        (("not-discussed", "x"), 'This framework does not ask "not-discussed".'),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    maturity: Bench, words: tuple[str, ...], said: str
) -> None:
    ran = maturity(*NORTHMERE, *words)
    assert ran.status == 1
    assert ran.err.startswith(said)
    assert maturity.item()["prompts"] == []
    assert json.loads(maturity("history", "northmere", "one", "--json").out) == []


def test_undo_takes_the_answer_and_its_action_back_together(maturity: Bench) -> None:
    maturity(*NORTHMERE, "CH01", "Ask the forum.", "--accept")
    assert maturity("undo", "northmere").status == 0
    assert maturity.status()["actions"] == []
    assert maturity.item()["prompts"] == []
