"""Minutes: people, decisions, actions and dates, from the labels and headings they stand under."""

import datetime as dt

import pytest

from evidence.papers import HIGHLIGHTS, SCRUTINY, minutes_html, read, wordpress
from maturity.evidence.model import Document, MinutedPerson


@pytest.fixture(scope="module")
def board() -> Document:
    return read(wordpress(minutes_html()))[0]


def person(document: Document, name: str) -> MinutedPerson:
    (found,) = [person for person in document.people if person.name == name]
    return found


def minuted(*lines: str, head: str = "Attendance") -> Document:
    bullets = "".join(f"<li>{line}</li>" for line in lines)
    return read(f"<h1>Minutes</h1><h2>{head}</h2><ul>{bullets}</ul>")[0]


def acted(action: str, *people: str, away: str = "Hal Snow, Headteacher") -> Document:
    present = "".join(f"<li>{line}</li>" for line in people)
    return read(
        f"<h1>Minutes of 27 January 2026</h1><h2>Present</h2><ul>{present}</ul><h2>Apologies</h2>"
        f"<ul><li>{away}</li></ul><h2>1. Plans</h2><p>Actions:</p><ul><li>{action}</li></ul>"
    )[0]


def test_everybody_present_and_away_is_found(board: Document) -> None:
    presence = [person.presence for person in board.people]
    assert (presence.count("present"), presence.count("apologies")) == (24, 6)


def test_decisions_and_actions_are_found_between_the_articles_too(board: Document) -> None:
    assert [decision.text for decision in board.decisions] == [
        "A session will be held.",
        "Reading will be sent.",
        "The paper needs work.",
        "The meeting is moved by a week.",
        "Other places too.",
    ]
    assert len(board.actions) == 7
    assert {action.agenda_item for action in board.actions} == {
        "2. Vision \u2013 Robin Quill",
        "3. Our approach",
        "4. Evidence",
        "5. Dates",
    }


def test_the_dates_of_the_meeting_and_of_the_next_are_kept_apart(board: Document) -> None:
    dates = {date.kind: date.date.start for date in board.dates[:2]}
    assert dates == {"meeting": dt.date(2026, 1, 27), "next_meeting": dt.date(2026, 3, 10)}


def test_a_person_is_told_apart_from_role_and_organisation(board: Document) -> None:
    beck = person(board, "Dora Beck")
    assert beck.title == "Councillor"
    assert beck.role == "Cabinet member for inclusion"
    assert beck.organisation == "Northmere County Council"
    assert person(board, "Kit Kemp").role == "Director, Inclusion"
    assert person(board, "Lena Drew").organisation == "Moor Clinics Trust"
    assert person(board, "Ros Shore").role == "CEO Learning Trust"
    assert person(board, "Jules Bonny").organisation is None


def test_the_chair_and_who_takes_the_minutes_are_marked(board: Document) -> None:
    assert [p.name for p in board.people if p.is_chair] == ["Robin Quill"]
    assert [p.name for p in board.people if p.takes_minutes] == ["Alma Brant"]
    assert person(board, "Alma Brant").line == "Alma Brant, Adviser (minutes)"


def test_a_double_name_answers_to_both_initials(board: Document) -> None:
    assert person(board, "Avery Carr-Jolly").initials == ("AC", "ACJ")


def test_several_owners_and_a_role_with_initials_are_resolved(board: Document) -> None:
    first, second, *_ = board.actions
    assert [(o.as_written, o.person) for o in first.owners] == [("Chair (RQ)", "Robin Quill")]
    assert first.task == "find a new day for the workshop."
    assert [o.person for o in second.owners] == ["Mina Cole", "Kit Kemp", "Robin Quill"]
    assert board.actions[2].task == "Prepare the reading."


def test_everyone_stays_words_and_a_name_in_the_task_is_no_owner(board: Document) -> None:
    action = board.actions[3]
    assert [(o.as_written, o.result, o.person) for o in action.owners] == [
        ("All Board Members", "everyone", None)
    ]
    assert action.due is not None
    assert (action.due.raw, action.due.start) == ("within two weeks", dt.date(2026, 2, 10))


def test_initials_of_two_people_are_never_picked(board: Document) -> None:
    (owner,) = board.actions[6].owners
    assert (owner.result, owner.person) == ("ambiguous", None)
    assert owner.candidates == ("Alma Brant", "Asa Birch")
    assert [warning.sentence for warning in board.warnings] == [
        '"AB" could be 2 people: Alma Brant, Asa Birch. Choose one.'
    ]


def test_initials_of_nobody_there_are_told() -> None:
    document = acted("<b>XY</b> - Write.", "Kit Kemp, Director")
    assert document.warnings[0].sentence == '"XY" is not in the attendance or the apologies.'


def test_an_owner_who_was_away_is_told() -> None:
    document = acted("HS to write.", "Kit Kemp, Director")
    assert document.actions[0].owners[0].is_absent
    assert document.actions[0].owners[0].person == "Hal Snow"
    assert document.warnings[0].sentence == '"HS" sent apologies and was given an action.'


def test_a_chair_whose_initials_are_anothers_is_not_picked() -> None:
    document = acted("Chair (KK) to write.", "Robin Quill, Chair", "Kit Kemp, Director")
    (owner,) = document.actions[0].owners
    assert (owner.result, owner.candidates) == ("ambiguous", ("Robin Quill", "Kit Kemp"))


def test_an_action_without_an_owner_has_none() -> None:
    document = acted("Forum to be asked by 3 March 2026.", "Kit Kemp, Director")
    (action,) = document.actions
    assert (action.owners, action.owners_as_written) == ((), None)
    assert action.due is not None
    assert action.due.start == dt.date(2026, 3, 3)


def test_people_in_one_paragraph_are_told_apart() -> None:
    document = read("Minutes\n\nPresent: Jo Fenn (Chair); Ash Wold, Officer\n\nApologies: None.")[0]
    assert [(p.name, p.role, p.is_chair) for p in document.people] == [
        ("Jo Fenn", "Chair", True),
        ("Ash Wold", "Officer", False),
    ]


@pytest.mark.parametrize(
    "head", ["Attendance", "Present:", "Attendees", "In attendance", "PRESENT"]
)
def test_the_attendance_goes_by_many_names(head: str) -> None:
    assert [person.name for person in minuted("Jo Fenn, Officer", head=head).people] == ["Jo Fenn"]


def test_a_vice_chair_or_co_chair_is_not_the_chair() -> None:
    document = minuted("Jo Fenn, Co-chair of Forum", "Ash Wold, Vice chair", "Kit Kemp, Chair")
    assert [person.name for person in document.people if person.is_chair] == ["Kit Kemp"]


def test_a_highlight_report_has_actions_and_an_explicit_none() -> None:
    document, excerpts = read(HIGHLIGHTS)
    assert document.explicit_none == ("Risk/Escalations",)
    assert [(a.owners, a.due.raw if a.due else None) for a in document.actions] == [
        ((), "in the next board cycle"),
        ((), "ahead of the improvement board"),
    ]
    assert [ref.number for ref in excerpts[1].plan_refs] == ["4.30", "3.11", "3.14", "3.16"]
    assert document.people == ()
    assert document.warnings == ()


def test_a_line_may_say_when_the_meeting_was() -> None:
    document, _ = read(SCRUTINY)
    assert [(d.kind, d.date.start) for d in document.dates] == [("meeting", dt.date(2023, 2, 28))]


def test_dates_after_the_next_meeting_are_not_of_the_next_meeting() -> None:
    document, _ = read("Minutes\n\nNext meeting: 3 March 2026\n\nPublished on 9 March 2026 by us.")
    assert [d.date.raw for d in document.dates if d.kind == "next_meeting"] == ["3 March 2026"]


def test_a_next_meeting_may_stand_under_its_heading() -> None:
    document, _ = read(
        "<h1>Minutes</h1><h2>Date of next meeting</h2><p>3 March 2026</p><p>Ends.</p>"
    )
    assert [d.date.raw for d in document.dates if d.kind == "next_meeting"] == ["3 March 2026"]


def test_a_sentence_below_the_attendance_names_nobody() -> None:
    document, _ = read(
        "Minutes\n\nPresent:\n\nJo Fenn (JF), Officer\n\nAsh Wold - Chair\n\n"
        "The chair welcomed everyone and thanked them."
    )
    assert [(p.name, p.role, p.initials) for p in document.people] == [
        ("Jo Fenn", "Officer", ("JF",)),
        ("Ash Wold", "Chair", ("AW",)),
    ]


def test_a_table_may_hold_the_attendance_and_the_actions() -> None:
    document, _ = read(
        "<h1>Minutes of 27 January 2026</h1><h2>Present</h2><table>"
        "<tr><th>Name</th><th>Role</th><th>Organisation</th></tr>"
        "<tr><td>Jo Fenn</td><td>Officer</td><td>Northmere County Council</td></tr>"
        "<tr><td>Ash Wold</td><td>Nurse</td><td>NHS Northmere</td></tr></table>"
        "<h2>Actions</h2><table><tr><th>Action</th><th>Owner</th><th>By when</th></tr>"
        "<tr><td>Write the paper</td><td>JF</td><td>3 March</td></tr>"
        "<tr><td>Send it</td><td>Ash Wold / JF</td><td>TBC</td></tr></table>"
    )
    assert [(p.name, p.role, p.organisation) for p in document.people] == [
        ("Jo Fenn", "Officer", "Northmere County Council"),
        ("Ash Wold", "Nurse", "NHS Northmere"),
    ]
    first, second = document.actions
    assert (first.task, first.owners[0].person) == ("Write the paper", "Jo Fenn")
    assert first.due is not None
    assert first.due.start == dt.date(2026, 3, 3)
    assert [owner.person for owner in second.owners] == ["Ash Wold", "Jo Fenn"]


def test_what_follows_an_action_said_with_its_label_is_no_action() -> None:
    document, _ = read(
        "<h1>Minutes</h1><h2>1. Plans</h2><p>Action: Jo to write.</p>"
        "<p>Members then spoke of waits.</p><p>Action: Ash to ask.</p><ul><li>and to say</li></ul>"
    )
    assert [action.task for action in document.actions] == [
        "Jo to write.",
        "Ash to ask.",
        "and to say",
    ]
