"""`run --plain`: the steps as questions and answers, ending where the commands end."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cli.conftest import Bench, Ran
from maturity.session.kinds import plain
from maturity.steps import STEPS


@pytest.fixture
def walked(maturity: Bench, monkeypatch: pytest.MonkeyPatch) -> "Walk":
    return Walk(maturity, monkeypatch)


class Walk:
    """Answers typed one after the other."""

    def __init__(self, maturity: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nothing is typed yet."""
        self.maturity = maturity
        self.monkeypatch = monkeypatch

    def __call__(self, answers: Sequence[str], session: str = "northmere") -> Ran:
        """Walk with these answers, after which there are no more."""
        typed = "".join(f"{answer}\n" for answer in answers)
        self.monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return self.maturity("run", session, "--plain")


def test_leaving_at_once_records_nothing(walked: Walk) -> None:
    ran = walked(["q"])
    assert ran.status == 0
    assert ran.out.endswith("Left. Everything recorded is kept.\n")
    assert "Item 1 of 2: First things. Not rated." in ran.out
    assert walked.maturity.item()["rating"]["state"] == "unrated"


def test_no_more_answers_is_leaving(walked: Walk) -> None:
    assert walked([]).out.endswith("Left. Everything recorded is kept.\n")
    assert walked(["y"]).status == 0


def test_empty_answers_lead_to_the_end_and_record_nothing(walked: Walk) -> None:
    before = json.loads(walked.maturity("history", "northmere", "--json").out)
    ran = walked(["y", *[""] * 40, "y", *[""] * 40])
    assert ran.out.endswith("That was the last item. Everything recorded is kept.\n")
    for step in STEPS:
        assert f"\n{step.name}: {step.title}.\n" in ran.out
    assert json.loads(walked.maturity("history", "northmere", "--json").out) == before


def test_a_question_mark_explains_and_asks_again(walked: Walk) -> None:
    ran = walked(["?", "y", "?", "q"])
    assert "Items: one, two." in ran.out
    assert "Keep the level the room saw on a criterion used as a lens." in ran.out


def test_another_item_goes_by_name_or_number(walked: Walk) -> None:
    ran = walked(["two", "1", "ghost", "q"])
    assert ran.out.count("Item 2 of 2: Second things.") == 1
    assert ran.out.count("Item 1 of 2: First things.") == 3
    assert 'There is no item called "ghost".' in ran.out


def test_votes_gathered_before_are_shown_when_asked_for_and_read_out(walked: Walk) -> None:
    Path("survey.csv").write_text("First things\n" + "Low\n" * 5 + "High\n" * 5, "utf-8")
    assert walked.maturity("vote", "northmere", "--from", "survey.csv").status == 0
    unseen = walked(["y", "", "", "", "", "q"])
    assert "10 votes gathered before the sitting, unseen until they are revealed." in unseen.out
    assert "5 of 10" not in unseen.out
    assert walked.maturity.item()["waiting"] == 10
    seen = walked(["y", "", "", "1", "q"])
    assert "Votes gathered before:\n1 show them to the room\n" in seen.out
    assert "5 of 10 said Low and 5 said High." in seen.out
    assert "The room is split: 5 say Low, 5 say High." in seen.out
    assert "show them to the room" not in walked(["y", "", "", "q"]).out


def test_the_room_is_read_what_it_agreed_once_it_has_voted(walked: Walk) -> None:
    ran = walked(["y", "", "", "0 10 0", "", "q"])
    assert "The room is together on Middle. Anyone want to add something" in ran.out


ANSWERS = [
    "y",
    "1", "middle", "",  # a lens, seen as, no other
    "",  # no evidence
    "3 9 2", "",  # a vote, on paper
    "Two dashboards.", "2", "",  # a note, a gap, no other
    "ch08", "", "Nobody today.",  # the one prompt that is open, answered
    "9", "Middle", "", "Named leads.", "high", "",  # a level, not cannot say, because, confidence
    "y", "A school leader", "1", "Not me.", "", "", "n",  # a dissent, read back and not meant
    "A school leader", "1", "Not us.", "", "", "", "",  # said again, kept, no other
    "Finish it", "BF; Chair", "two weeks", "LAIP 3.11", "",  # an action, no other
    "Why?", "", "",  # an enquiry, no other
    "y", "3", "One more year.",  # the aim
    "q",
]  # fmt: skip
COMMANDS = [
    ("seen", "lens", "middle"),
    ("vote", "one", "3", "9", "2"),
    ("note", "one", "Two dashboards.", "--tag", "gap"),
    ("answer", "one", "CH08", "Nobody today."),
    ("rate", "one", "middle"),
    ("rate", "one", "--because", "Named leads."),
    ("rate", "one", "--confidence", "high"),
    ("dissent", "one", "--from", "A school leader", "--level", "1", "--reason", "Not us."),
    ("action", "Finish it", "--owner", "BF", "--owner", "Chair", "--due", "two weeks",
     "--item", "one", "--plan", "LAIP 3.11"),
    ("kloe", "Why?", "--item", "one"),
    ("rate", "one", "--aim", "high", "--aim-text", "One more year."),
]  # fmt: skip


def without_ids(value: object) -> object:
    if isinstance(value, dict):
        return {name: without_ids(inner) for name, inner in value.items() if name != "id"}
    return [without_ids(inner) for inner in value] if isinstance(value, list) else value


def test_the_walk_and_the_commands_end_in_an_equal_state(walked: Walk) -> None:
    maturity = walked.maturity
    words = ("--framework", "tiny.toml", "--area", "Northmere", "--date", "2026-03-23")
    assert maturity("new", "Other", *words).status == 0
    ran = walked(ANSWERS)
    assert ran.out.endswith("Left. Everything recorded is kept.\n")
    assert '"9" is not one of them.' in ran.out
    for name, *rest in COMMANDS:
        assert maturity(name, "other", *rest).status == 0, name
    states = [
        without_ids(json.loads(maturity("status", session, "--json").out))
        for session in ("northmere", "other")
    ]
    for state in states:
        assert isinstance(state, dict)
        state.pop("session")
    assert states[0] == states[1]
    assert plain(states[0])


def test_a_sum_that_is_off_is_recorded_when_typed_again(walked: Walk) -> None:
    walked.maturity("person", "northmere", "Bo Fenn", "--group", "families")
    ran = walked(["y", "", "", "1 1 1", "1 1 1", "", "q"])
    assert "These add up to 3: 2 more than the 1 voter here." in ran.out
    (round_,) = walked.maturity.item()["rounds"]
    assert (round_["present"], round_["tally"]["low"]) == (3, 1)


def test_one_persons_vote_is_said_and_asked_again(walked: Walk) -> None:
    walked.maturity("person", "northmere", "Bo Fenn", "--group", "families")
    ran = walked(["y", "", "", "1 0 0", "1 0 0", "", "q"])
    assert ran.out.count("These counts are one person's answer") == 2
    assert "Type the same again" not in ran.out
    assert walked.maturity.item()["rounds"] == []


def test_evidence_is_found_by_its_words_and_linked(walked: Walk) -> None:
    Path("paper.md").write_text("Families in the north wait longer.\n", "utf-8")
    walked.maturity("evidence", "add", "northmere", "paper.md")
    ran = walked(["y", "", "submarine", "families", "1", "2", "They wait.", "", "q"])
    assert "Nothing was found." in ran.out
    (link,) = walked.maturity.item()["links"]
    assert (link["stance"], link["shows"]) == ("challenges", "They wait.")


def test_a_refusal_is_said_and_the_form_asked_once_more(walked: Walk) -> None:
    walked.maturity("person", "northmere", "Bo Fenn")
    answers = ["y", "", "", "", "", "", "", "", "", "", "y", "Bo Fenn", "", "No.", "", "", "", "q"]
    ran = walked(answers)
    assert "never by name" in ran.out
    assert "Nothing was recorded. Once more, or leave it empty." in ran.out


TO_DISSENT = ("y", *[""] * 9, "y")


def test_a_view_few_people_could_hold_is_offered_a_wider_name_before_it_is_kept(
    walked: Walk,
) -> None:
    walked.maturity("person", "northmere", "Bo Fenn", "--group", "families", "--role", "SENCO")
    ran = walked([*TO_DISSENT, "1", "", "No.", "", "", "1", "", "", "q"])
    warned = ran.out.index("Only one person is in this group")
    assert "1 as Someone from a family\n2 as Families" in ran.out
    assert ran.out.count("could be recognised") == 1
    assert warned < ran.out.index("A different view on")
    assert ran.out.count('Someone from a family would say something else. "No."') == 1
    (kept,) = walked.maturity.item()["dissent"]
    assert (kept["from"], kept["from_kind"]) == ("Someone from a family", "role")


def test_a_role_that_one_person_has_is_warned_of_before_it_is_kept(walked: Walk) -> None:
    walked.maturity("person", "northmere", "Bo Fenn", "--group", "families", "--role", "SENCO")
    ran = walked([*TO_DISSENT, "senco", "", "No.", "", "", "", "", "", "q"])
    assert ran.out.index("Only one person is in this group") < ran.out.index("A different view on")
    assert walked.maturity.item()["dissent"][0]["from"] == "senco"


def test_what_is_private_is_not_read_out(walked: Walk) -> None:
    walked.maturity("note", "northmere", "one", "secret-canary", "--private")
    walked.maturity("dissent", "northmere", "one", "--reason", "noted-canary", "--reach", "noted")
    ran = walked(["y", *[""] * 40])
    assert "canary" not in ran.out
    assert "A different view was noted." in ran.out


def test_a_session_that_is_only_read_says_so_first_and_asks_for_nothing(
    walked: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kinds: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("maturity.session.store.take_lock", refuse)
    ran = walked(["y", "q"])
    assert ran.status == 0
    why = "This folder cannot be written to. You can read and export, not change."
    assert ran.out.splitlines()[2] == why
    assert "Vote: Private vote, revealed together." in ran.out
    assert "How many chose each level" not in ran.out
    assert ran.out.count("Item 2 of 2") == 1


def test_the_walk_moves_no_cursor_and_draws_no_colour(walked: Walk) -> None:
    assert "\x1b" not in walked(ANSWERS).out


def test_a_pillar_of_criteria_votes_first_and_talks_hottest_first(walked: Walk) -> None:
    made = walked.maturity("new", "Ours", "--framework", "data-practice", "--area", "Northmere")
    session = Path(made.out.splitlines()[0]).name
    votes = [("", counts, "") for counts in ("0 9 0 0 0", "5 0 0 0 4", "1 3 3 2 0")]
    ran = walked(["y", *(answer for typed in votes for answer in typed), *[""] * 60], session)
    heads = [line for line in ran.out.splitlines() if line.startswith("To ")]
    assert heads == [
        "To vote on: Knowing why we collect it.",
        "To vote on: Getting it right at the start.",
        "To vote on: Looking after people's details.",
        "To talk about: Getting it right at the start.",
        "To talk about: Looking after people's details.",
        "To talk about: Knowing why we collect it.",
    ]
    assert "Item 4 of 9" in ran.out
