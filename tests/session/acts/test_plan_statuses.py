"""The delivery statuses of a plan, taken with its actions at their dates."""

from collections import Counter
from pathlib import Path

import pytest

from builders import a_scene, a_workshop, reopened
from evidence.papers import rag_plan, read
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.model import Document, Excerpt
from maturity.session.acts.evidence import FactsAct
from maturity.session.acts.taking import TakeAct, takable
from maturity.session.state import Action
from maturity.workshop import Workshop

Paper = tuple[Document, tuple[Excerpt, ...]]
SIMPLE = """Action\tLead\tRAG\tNotes
Write the charter\tRobin Quill\t{}\t-
Ask the forum\tJo Fenn\tG\t-
Count late plans\tKit Kemp\tA\t-
"""
LATER = ("\tAAGG\t", "\tAAGGB\t")


@pytest.fixture(scope="module")
def plan() -> Paper:
    return read(rag_plan())


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return a_workshop(tmp_path)


def _by_text(workshop: Workshop) -> dict[str, Action]:
    return {action.text: action for action in workshop.state.actions.values()}


def test_actions_come_with_every_status_at_its_date(workshop: Workshop, plan: Paper) -> None:
    receipt = workshop.do(TakeAct(*plan, "actions"))
    assert receipt.said == "10 actions taken, with 40 delivery statuses."
    kept = [one for action in workshop.state.actions.values() for one in action.statuses.values()]
    assert Counter(one.status for one in kept) == {"green": 29, "amber": 11}
    assert {one.as_written for one in kept} == {"Dec-23", "Jan-24", "Apr-25", "Dec-25"}
    asked = _by_text(workshop)["B. Ask families what matters."]
    assert [(one.on, one.status, one.means) for one in asked.statuses.values()] == [
        ("2023-12-01", "amber", "Under way"),
        ("2024-01-01", "amber", "Under way"),
        ("2025-04-01", "green", "Done"),
        ("2025-12-01", "green", "Done"),
    ]


def test_a_note_stands_with_the_status_it_led_up_to(workshop: Workshop, plan: Paper) -> None:
    workshop.do(TakeAct(*plan, "actions"))
    asked = _by_text(workshop)["B. Ask families what matters."]
    assert [one.note for one in asked.statuses.values()] == [
        None,
        None,
        "Feb 2025: Sub groups met. Apr 25: Minutes sent.",
        "Dec 2025: Completed",
    ]


def test_the_statuses_are_seen_before_they_are_taken(plan: Paper) -> None:
    row = next(one for one in takable(a_scene(), *plan).actions if one.text.startswith("B. Ask"))
    assert row.history == "Dec-23 Amber, Jan-24 Amber, Apr-25 Green, Dec-25 Green"
    assert row.standing == ""


def test_one_undo_takes_actions_and_statuses_back(workshop: Workshop, plan: Paper) -> None:
    workshop.do(TakeAct(*plan, "actions"))
    taken = workshop.state.actions
    workshop.undo()
    assert not workshop.state.actions
    workshop.redo()
    assert workshop.state.actions == taken


def test_taking_a_plan_twice_changes_nothing(workshop: Workshop, plan: Paper) -> None:
    workshop.do(TakeAct(*plan, "actions"))
    before = workshop.state
    assert workshop.do(TakeAct(*plan, "actions")).said == (
        "0 actions taken. 10 were there already."
    )
    assert workshop.state is before
    assert {one.standing for one in takable(workshop.scene, *plan).actions} == {"there already"}


def test_a_later_version_adds_only_its_new_statuses(workshop: Workshop) -> None:
    early, late = SIMPLE.format("A"), SIMPLE.format("G")
    workshop.do(TakeAct(*_dated(workshop, early, "2026-01-31"), "actions"))
    later = _dated(workshop, late, "2026-04-30")
    assert {one.standing for one in takable(workshop.scene, *later).actions} == {
        "there already, 1 new status"
    }
    assert workshop.do(TakeAct(*later, "actions")).said == (
        "0 actions taken. 3 were there already. 3 delivery statuses added to them."
    )
    charter = _by_text(workshop)["Write the charter"]
    assert [(one.on, one.status) for one in charter.statuses.values()] == [
        ("2026-01-31", "amber"),
        ("2026-04-30", "green"),
    ]
    workshop.undo()
    assert len(_by_text(workshop)["Write the charter"].statuses) == 1


def _dated(workshop: Workshop, text: str, day: str) -> Paper:
    """A plan that was added, and whose day somebody settled."""
    paper = read(text)
    workshop.add_document(ReadDocument(*paper, "plan.txt", ()))
    workshop.do(FactsAct(paper[0].id, date=day))
    return paper


def test_a_plan_that_rewrites_its_past_is_told_and_changes_nothing(workshop: Workshop) -> None:
    workshop.do(TakeAct(*_dated(workshop, SIMPLE.format("A"), "2026-01-31"), "actions"))
    before = workshop.state.actions
    rewritten = _dated(workshop, SIMPLE.format("G") + " ", "2026-01-31")
    (row, *_) = takable(workshop.scene, *rewritten).actions
    assert row.doubts == (
        "Row 2: 2026-01-31 is kept as Amber and the plan now says Green. What is kept stays.",
    )
    workshop.do(TakeAct(*rewritten, "actions"))
    assert workshop.state.actions == before


def test_statuses_without_any_date_are_left_and_said(workshop: Workshop) -> None:
    receipt = workshop.do(TakeAct(*read(SIMPLE.format("A")), "actions"))
    assert receipt.said == "3 actions taken."
    assert [said[:41] for said in receipt.warnings] == ["Some statuses have no date, so they are n"]
    assert not any(action.statuses for action in workshop.state.actions.values())


def test_an_action_of_the_same_number_with_a_word_changed_is_the_same(workshop: Workshop) -> None:
    workshop.do(TakeAct(*read(rag_plan()), "actions"))
    reworded = rag_plan().replace("Write the strategy with them", "Write a strategy with them")
    assert reworded != rag_plan()
    assert all(one.is_known for one in takable(workshop.scene, *read(reworded)).actions)
    elsewhere = read(rag_plan().replace("Write the strategy with them", "Count the late plans"))
    assert [
        one.text for one in takable(workshop.scene, *elsewhere).actions if not one.is_known
    ] == ["C. Count the late plans."]


def test_what_is_no_single_status_is_not_taken(workshop: Workshop) -> None:
    paper = _dated(workshop, SIMPLE.format("G/A"), "2026-01-31")
    assert workshop.do(TakeAct(*paper, "actions")).said == (
        "3 actions taken, with 2 delivery statuses."
    )
    assert not _by_text(workshop)["Write the charter"].statuses


def test_taken_statuses_are_read_back_from_the_disk(workshop: Workshop, plan: Paper) -> None:
    workshop.do(TakeAct(*plan, "actions"))
    actions = workshop.state.actions
    workshop.close()
    again = reopened(workshop)
    assert again.state.actions == actions
    again.close()


def test_endless_notes_do_not_keep_a_plan_from_being_taken(workshop: Workshop) -> None:
    long = rag_plan().replace("Sub groups met.", "Sub groups met. " * 1_500)
    workshop.do(TakeAct(*read(long.replace("Minutes sent.", "Minutes sent. " * 1_500)), "actions"))
    asked = _by_text(workshop)["B. Ask families what matters."]
    notes = [one.note for one in asked.statuses.values() if one.note]
    assert len(notes[0]) == 2_000
    assert notes[0].endswith("…")
    assert notes[-1] == "Dec 2025: Completed"
