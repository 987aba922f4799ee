"""People and actions of minutes and plans, taken into a session."""

from pathlib import Path

import pytest

from builders import a_scene, a_workshop, reopened
from evidence.papers import minutes_html, rag_plan, read, wordpress
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.model import Document, Excerpt
from maturity.session.acts.act import Refused
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.taking import TakeAct, takable, takable_documents, take_outcome
from maturity.workshop import Workshop

Paper = tuple[Document, tuple[Excerpt, ...]]
MEETING = """<h1>Minutes of 27 January 2026</h1><h2>Present</h2>
<ul><li>Ash Birch, Officer</li><li>Ada Beck, Adviser</li></ul>
<h2>Apologies</h2><ul><li>Hal Snow, Headteacher</li></ul>
<h2>1. Plans</h2><p>Actions:</p><ul><li>AB - Send the paper within two weeks.</li>
<li>HS - Count the late cases.</li><li>QZ - Ask the forum.</li>
<li>Ash Birch - Ring the mother of child A, whose son waits.</li></ul>"""


@pytest.fixture(scope="module")
def board() -> Paper:
    return read(wordpress(minutes_html()))


@pytest.fixture(scope="module")
def meeting() -> Paper:
    return read(MEETING)


@pytest.fixture(scope="module")
def plan() -> Paper:
    return read(rag_plan())


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return a_workshop(tmp_path)


def test_everybody_minuted_is_invited_in_one_step(workshop: Workshop, board: Paper) -> None:
    workshop.do(PersonAct("Mina Cole", group="council"))
    receipt = workshop.do(TakeAct(*board, "people"))
    assert receipt.said == "29 people put on the register, as invited. 1 was there already."
    by_name = {person.name: person for person in workshop.state.people.values()}
    assert len(by_name) == 30
    chair = by_name["Robin Quill"]
    assert (chair.role, chair.initials, chair.state) == ("Independent Chair", "RQ", "invited")
    assert by_name["Lou Eames"].organisation == "Moor Clinics Trust"
    assert by_name["Mina Cole"].state == "present"
    workshop.undo()
    assert [person.name for person in workshop.state.people.values()] == ["Mina Cole"]


def test_actions_keep_their_owners_and_the_day_that_two_weeks_ended(
    workshop: Workshop, board: Paper
) -> None:
    receipt = workshop.do(TakeAct(*board, "actions"))
    assert receipt.said == "7 actions taken."
    by_text = {action.text: action for action in workshop.state.actions.values()}
    assert by_text["Arrange the session."].owners == ("Mina Cole", "Kit Kemp", "Robin Quill")
    everyone = by_text["Write to Kit within two weeks."]
    assert (everyone.owners, everyone.due) == (("All Board Members",), "within two weeks")
    assert everyone.due_on == "2026-02-10"
    # several people there are AB, and none was picked
    assert by_text["Look for other places."].owners == ("AB",)
    assert [warning for warning in receipt.warnings if '"AB" could be' in warning]
    assert workshop.do(TakeAct(*board, "actions")).said == "0 actions taken. 7 were there already."


def test_owners_who_are_not_certain_stay_as_written_and_are_said(meeting: Paper) -> None:
    first, second, third, _ = takable(a_scene(), *meeting).actions
    assert first.owners == ("AB",)
    assert first.doubts == ('"AB" could be 2 people: Ash Birch, Ada Beck. Choose one.',)
    assert (second.owners, second.doubts) == (
        ("Hal Snow",),
        ('"HS" sent apologies and was given an action.',),
    )
    assert third.doubts == ('"QZ" is not in the attendance or the apologies.',)


def test_initials_nobody_minuted_are_looked_up_on_the_register(
    workshop: Workshop, meeting: Paper
) -> None:
    workshop.do(PersonAct("Quin Zest"))
    assert takable(workshop.scene, *meeting).actions[2].owners == ("Quin Zest",)
    workshop.do(PersonAct("Quill Zander"))
    third = takable(workshop.scene, *meeting).actions[2]
    assert third.owners == ("QZ",)
    assert third.doubts == ('"QZ" could be 2 people: Quin Zest, Quill Zander. Choose one.',)


def test_what_may_identify_a_child_is_only_taken_alone(workshop: Workshop, meeting: Paper) -> None:
    receipt = workshop.do(TakeAct(*meeting, "actions"))
    assert receipt.said == "3 actions taken."
    assert receipt.warnings[-1] == (
        "Left out, as they may identify a child: 4. Read each, and take it alone."
    )
    assert workshop.do(TakeAct(*meeting, "actions", (4,))).said == "1 action taken."
    assert not workshop.do(TakeAct(*meeting, "actions")).warnings


def test_the_rows_of_a_plan_are_actions_with_their_leads(workshop: Workshop, plan: Paper) -> None:
    found = takable(workshop.scene, *plan).actions
    assert len(found) == 10
    assert {row.history.split()[-1] for row in found} == {"Green"}
    workshop.do(TakeAct(*plan, "actions"))
    by_text = {action.text: action for action in workshop.state.actions.values()}
    written = by_text["C. Write the strategy with them."]
    assert (written.owners, written.plan) == (("Robin Quill", "Jo Fenn"), ("1.2 C",))
    assert by_text["B. Ask families what matters."].owners == ()


def test_one_is_taken_by_its_number_and_what_is_there_already_stays(
    workshop: Workshop, meeting: Paper
) -> None:
    workshop.do(ActionAct("count the late cases"))
    assert takable(workshop.scene, *meeting).actions[1].is_known
    assert workshop.do(TakeAct(*meeting, "people", (3,))).said == (
        "1 person put on the register, as invited."
    )
    with pytest.raises(Refused, match="There is no number 4 in its list of people: 1 to 3"):
        workshop.do(TakeAct(*meeting, "people", (4,)))


def test_somebody_named_twice_is_one_person(workshop: Workshop) -> None:
    twice = MEETING.replace("<li>Ada Beck, Adviser</li>", "<li>Ash Birch, Chair</li>")
    said = workshop.do(TakeAct(*read(twice), "people")).said
    assert said == "2 people put on the register, as invited. 1 was there already."
    assert len(workshop.state.people) == 2


def test_a_paper_that_names_nobody_has_nothing_to_take(board: Paper) -> None:
    plain = read("# A paper\n\nThe helpline is open.\n")
    assert list(takable_documents([plain, board])) == [board]
    with pytest.raises(Refused, match='"A paper" names no people'):
        take_outcome(a_scene(), TakeAct(*plain, "people"))


def test_a_taken_action_is_read_back_from_the_disk(workshop: Workshop, board: Paper) -> None:
    workshop.add_document(ReadDocument(*board, "minutes.html", ()))
    workshop.do(TakeAct(*board, "actions"))
    workshop.close()
    again = reopened(workshop)
    assert len(again.state.actions) == 7
    again.close()
