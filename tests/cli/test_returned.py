"""`confirm --from`: a returned paper shown, asked about and recorded, or refused in words."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import answered_papers
from answered_papers import answered
from cli.conftest import Bench, Ran
from maturity.evidence.answers.returned import Returned
from maturity.evidence.asking import process
from maturity.evidence.asking.client import Refusal
from maturity.evidence.limits import LIMITS
from maturity.evidence.readers.word_returned import read

DAY = ("--on", "2026-04-16")
VALUES = {"Low": "low", "Middle": "middle", "High": "high", "Deferred": "deferred"}
BOTH = {
    "one": {"decision": "Middle", "minute": "6.1"},
    "two": {"decision": "High", "reason": "The charter is agreed."},
}
LISTED = """The board's answers in this paper:
  1. First things: confirmed as Middle. Minute 6.1.
  2. Second things: amended to High. Reason: The charter is agreed.
"""


def here(path: Path) -> Returned | Refusal:
    """Read in this process: a process of its own for each test would take most of its time."""
    return read(path.read_bytes(), path.name, LIMITS)


@pytest.fixture
def paper(maturity: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> bytes:
    monkeypatch.setattr("maturity.cli.returned.read_returned", here)
    maturity("rate", "northmere", "one", "middle", "--because", "Named leads.")
    maturity("rate", "northmere", "two", "low", "--because", "Rarely.")
    maturity("action", "northmere", "Finish the charter")
    assert maturity("report", "northmere", "-o", str(tmp_path / "sent.docx")).status == 0
    return (tmp_path / "sent.docx").read_bytes()


@pytest.fixture
def confirm(maturity: Bench, tmp_path: Path) -> Callable[..., Ran]:
    def run(raw: bytes, *words: str) -> Ran:
        (tmp_path / "back.docx").write_bytes(raw)
        return maturity("confirm", "northmere", "--from", str(tmp_path / "back.docx"), *DAY, *words)

    return run


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Somebody sits at the terminal and types these lines."""

    def sit(*lines: str) -> None:
        keyboard = io.StringIO("".join(f"{line}\n" for line in lines))
        monkeypatch.setattr(sys, "stdin", keyboard)
        monkeypatch.setattr("maturity.cli.returned.is_attended", lambda: True)

    return sit


def test_what_was_read_is_shown_before_anything_is_recorded(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran]
) -> None:
    ran = confirm(answered(paper, BOTH, VALUES))
    assert (ran.status, ran.out) == (0, LISTED)
    assert ran.err == "Nothing is recorded yet.\nAdd --yes to record it.\n"
    assert maturity.item()["board"] is None


def test_a_paper_in_which_the_board_answered_nothing_has_nothing_to_record(
    paper: bytes, confirm: Callable[..., Ran]
) -> None:
    ran = confirm(paper)
    assert (ran.status, ran.err) == (0, "Nothing in this paper is new.\n")


def test_with_yes_all_answers_are_recorded_and_no_rating_moves(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran]
) -> None:
    before = maturity.item("two")["rating"]
    ran = confirm(answered(paper, BOTH, VALUES), "--yes", "--minute", "7", "--body", "SIB")
    assert ran.out.endswith("Recorded from the paper: 1 confirmed, 1 amended.\n")
    board = maturity.item("two")["board"]
    assert (board["outcome"], board["level"], board["note"], board["minute"], board["body"]) == (
        "amended",
        "high",
        "The charter is agreed.",
        "7",
        "SIB",
    )
    assert maturity.item()["board"]["minute"] == "6.1"
    assert maturity.item("two")["rating"] == {**before, "state": "amended"}
    assert (
        maturity("undo", "northmere").out == "Undone: board's answer of First and Second things.\n"
    )


def test_the_same_paper_twice_records_nothing_new(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran]
) -> None:
    confirm(answered(paper, BOTH, VALUES), "--yes")
    told = maturity("history", "northmere").out
    ran = confirm(answered(paper, BOTH, VALUES), "--yes")
    assert ran.out.endswith("Nothing in this paper is new.\n")
    assert "confirmed as Middle; the session has that already" in ran.out
    assert maturity("history", "northmere").out == told


def test_json_tells_each_result_by_its_stable_keys(
    paper: bytes, confirm: Callable[..., Ran]
) -> None:
    ran = confirm(answered(paper, {"two": {"decision": "Deferred"}}, VALUES), "--json")
    assert json.loads(ran.out) == [
        {
            "item": "one",
            "result": "not_yet",
            "state": None,
            "level": None,
            "reason": None,
            "minute": None,
            "told": None,
        },
        {
            "item": "two",
            "result": "deferred",
            "state": None,
            "level": None,
            "reason": None,
            "minute": None,
            "told": "A deferral needs the board's reason.",
        },
    ]


def test_json_stays_json_when_the_answers_are_recorded(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran]
) -> None:
    ran = confirm(answered(paper, BOTH, VALUES), "--yes", "--json")
    assert [one["result"] for one in json.loads(ran.out)] == ["confirmed", "amended"]
    assert (ran.status, maturity.item()["board"]["minute"]) == (0, "6.1")
    again = confirm(answered(paper, BOTH, VALUES), "--yes", "--json")
    assert json.loads(again.out) == json.loads(ran.out)
    assert again.err == "Nothing in this paper is new.\n"


def test_yes_records_nothing_while_something_has_to_be_asked(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran]
) -> None:
    both = {**BOTH, "two": {"decision": "High"}}
    ran = confirm(answered(paper, both, VALUES), "--yes", "--json")
    assert ran.status == 1
    assert "Nothing was recorded: 1 item has a question (Second things)." in ran.err
    assert [one["result"] for one in json.loads(ran.out)] == ["confirmed", "amended"]
    assert maturity.item()["board"] is None
    ran = confirm(answered(paper, both, VALUES))
    assert (ran.status, ran.err.splitlines()[0]) == (
        0,
        "Nothing is recorded yet: 1 item has a question (Second things).",
    )


def test_a_reason_is_asked_and_all_is_recorded_once(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    typed("Charter agreed.", "y")
    ran = confirm(answered(paper, {**BOTH, "two": {"decision": "High"}}, VALUES))
    assert "Second things: An amendment needs the board's reason." in ran.out
    assert "Record 2 answers? y records, enter records nothing: " in ran.out
    assert maturity.item("two")["board"]["note"] == "Charter agreed."


def test_an_item_left_is_not_recorded(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    typed("", "y")
    confirm(answered(paper, {**BOTH, "two": {"decision": "High"}}, VALUES))
    assert maturity.item()["board"]["outcome"] == "confirmed"
    assert maturity.item("two")["board"] is None


def test_the_shown_words_are_taken_for_all(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    typed("a", "y")
    ran = confirm(answered(paper, BOTH, VALUES, keeps_data=True))
    assert 'the paper shows "Middle", its data say "Not yet confirmed"' in ran.out
    assert ran.out.count("Which counts: ") == 1
    assert maturity.item()["board"]["outcome"] == "confirmed"
    assert maturity.item("two")["board"]["outcome"] == "amended"


def test_the_words_of_one_item_are_taken(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    raw = answered(paper, {"one": {"decision": "Middle"}}, VALUES, keeps_data=True)
    for said in ("d", "", "x"):
        typed(said, "y")
        assert confirm(raw).out.endswith("Nothing in this paper is new.\n")
        assert maturity.item()["board"] is None
    typed("s", "y")
    confirm(raw)
    assert maturity.item()["board"]["level"] == "middle"


def test_a_tracked_change_and_a_rating_changed_since_are_asked_about(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    maturity("rate", "northmere", "one", "high")
    typed("y", "s", "y", "Charter agreed.", "y")
    ran = confirm(answered_papers.with_tracked(paper, "one", "Middle"))
    for said in ("Words were both put in and struck out", "Which counts", "has changed since"):
        assert said in ran.out
    assert maturity.item()["board"]["outcome"] == "amended"


def test_an_action_ticked_and_a_comment_are_kept_where_somebody_takes_them(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    action = maturity.status()["actions"][0]["id"]
    raw = answered_papers.with_comment(
        answered_papers.ticked(paper, action), "First things", "Why?"
    )
    ran = confirm(raw)
    assert "  Ticked as agreed: Finish the charter\n" in ran.out
    assert '  Comment by Chair on "First things": Why?\n' in ran.out
    typed("y", "nowhere", "two", "y")
    ran = confirm(raw)
    assert ran.out.endswith(
        "Recorded from the paper: 1 action agreed, 1 remark kept as a private note.\n"
    )
    assert [one["text"] for one in maturity.item("two")["notes"]] == [
        'Comment from the board on "First things": Why?'
    ]


def test_nothing_new_and_nothing_wanted_record_nothing(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    typed()
    assert confirm(paper).out.endswith("Nothing in this paper is new.\n")
    typed("n")
    assert confirm(answered(paper, BOTH, VALUES)).out.endswith("Nothing was recorded.\n")
    assert maturity.item()["board"] is None


def test_an_answer_that_cannot_be_read_is_told_after_the_others(
    maturity: Bench, paper: bytes, confirm: Callable[..., Ran]
) -> None:
    raw = answered(paper, {**BOTH, "two": {"decision": "High-ish"}}, VALUES)
    ran = confirm(raw, "--yes")
    assert ran.status == 0
    assert 'Second things: Cannot read: "High-ish".' in ran.err
    assert maturity.item()["board"]["outcome"] == "confirmed"


@pytest.mark.parametrize("words", [("one",), ("--note", "Why."), ("--defer",)])
def test_an_item_or_an_answer_does_not_go_with_a_paper(
    paper: bytes, confirm: Callable[..., Ran], words: tuple[str, ...]
) -> None:
    ran = confirm(paper, *words)
    assert (ran.status, "--from brings every answer itself" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name the ITEM that was answered"),
        (("one", "middle", "--yes"), "--yes and --json go with --from."),
    ],
)
def test_what_belongs_to_a_paper_needs_one(
    maturity: Bench, words: tuple[str, ...], said: str
) -> None:
    ran = maturity("confirm", "northmere", *words, *DAY)
    assert (ran.status, said in ran.err) == (2, True)


def test_the_day_is_asked_for(maturity: Bench, paper: bytes, tmp_path: Path) -> None:
    (tmp_path / "back.docx").write_bytes(paper)
    ran = maturity("confirm", "northmere", "--from", str(tmp_path / "back.docx"))
    assert (ran.status, ran.err) == (1, "Say the day the board met: --on 2026-04-16.\n")


def test_a_paper_of_another_session_is_refused(paper: bytes, confirm: Callable[..., Ran]) -> None:
    parts = {
        name: body.decode().replace("northmere-b3a10f", "northmere-c4b21e")
        for name, body in answered_papers.parts_of(paper).items()
        if name.endswith(".xml")
    }
    ran = confirm(answered_papers.changed(paper, parts))
    assert ran.status == 1
    assert ran.err.startswith("This paper was made from another session, so nothing was read.")


def test_a_real_file_goes_through_a_process_of_its_own(
    maturity: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes.txt").write_text("Plain words.")
    asked = ("confirm", "northmere", "--from", str(tmp_path / "notes.txt"), *DAY)
    ran = maturity(*asked)
    assert (ran.status, "This is not a Word file." in ran.err) == (3, True)
    assert "The board's answers can be typed" in ran.err
    monkeypatch.setattr(process, "WORKER", (str(tmp_path / "nothing"),))
    assert maturity("report", "northmere", "-o", str(tmp_path / "sent.docx")).status == 0
    ran = maturity("confirm", "northmere", "--from", str(tmp_path / "sent.docx"), *DAY)
    assert (ran.status, "does not allow the reader to start" in ran.err) == (3, True)
