"""The lists of a session as an audience may see them."""

from types import MappingProxyType
from typing import Any

import pytest

from builders import tiny
from maturity.judgement import lists
from maturity.judgement.view import Audience
from maturity.session.state import (
    Action,
    Decision,
    Delivery,
    Document,
    ItemState,
    Kloe,
    Link,
    Person,
    SessionState,
)


def with_people(*people: Person, **more: Any) -> SessionState:
    entries = {f"p.{number}": person for number, person in enumerate(people)}
    return SessionState(people=entries, **more)


def test_times_are_shown_as_the_clock_says_them() -> None:
    state = with_people(Person(name="A", arrived="2026-03-23T09:40:00"))
    (person,) = lists.people(state, Audience.BOARD)
    assert (person.arrived, person.left) == ("09:40", "")


def test_groups_count_who_was_asked_and_who_came() -> None:
    state = with_people(
        Person(name="A", group="health", state="present"),
        Person(name="B", group="health", state="apologies"),
        Person(name="C", group="youth", state="present"),
        Person(name="D"),
    )
    rows = {voice.id: voice for voice in lists.voices(state, tiny())}
    assert [*rows] == ["families", "health", "council", "watchers", "youth"]
    assert (rows["health"].invited, rows["health"].present) == (2, 1)
    assert rows["families"].wider == "Someone from a family"
    assert rows["health"].wider == "Someone in the room"
    assert (rows["families"].core, rows["watchers"].votes, rows["youth"].votes) == (
        True,
        False,
        True,
    )


def an_action(day: str, *statuses: tuple[Any, str]) -> Action:
    kept = {
        f"s.{number}": Delivery(status=status, on=on)
        for number, (status, on) in enumerate(statuses)
    }
    return Action(text=day or "none", due_on=day or None, statuses=kept)


def test_actions_stand_by_date_those_without_one_last() -> None:
    days = ("", "2026-06-01", "2026-04-01")
    state = SessionState(actions={f"a.{day}": an_action(day) for day in days})
    shown = lists.actions(state, Audience.BOARD)
    assert [action.due_on for action in shown] == ["2026-04-01", "2026-06-01", ""]


@pytest.mark.parametrize(
    ("statuses", "shown"),
    [
        ((), ""),
        ((("red", "2026-05-01"), ("amber", "2026-04-01")), "Red"),
        ((("red", "2026-05-01"), ("green", "2026-05-01")), "Green"),
    ],
)
def test_the_newest_status_is_shown_the_later_typed_of_one_day(
    statuses: tuple[tuple[str, str], ...], shown: str
) -> None:
    state = SessionState(actions={"a": an_action("", *statuses)})
    assert lists.actions(state, Audience.BOARD)[0].status == shown


def test_public_owners_are_roles_and_forums() -> None:
    owners = ("Bo Fenn", "bf", "SENCO", "Data group", "Stranger")
    state = with_people(
        Person(name="Bo Fenn", initials="BF", role="SENCO"),
        actions={"a": Action(text="x", owners=owners, forum="Data group")},
    )
    assert lists.actions(state, Audience.PUBLIC)[0].owners == (
        "SENCO",
        "SENCO",
        "SENCO",
        "Data group",
        "A named person",
    )
    assert lists.actions(state, Audience.BOARD)[0].owners == owners


def test_open_enquiries_come_first() -> None:
    state = SessionState(
        kloes={"a": Kloe(text="done", closed="2026-03-01"), "b": Kloe(text="open")}
    )
    assert [kloe.text for kloe in lists.kloes(state)] == ["open", "done"]


def test_decisions_stand_as_typed() -> None:
    rows = lists.decisions({"b": Decision(text="B", to="Board"), "a": Decision(text="A")}.items())
    assert [(row.id, row.text, row.to, row.due) for row in rows] == [
        ("b", "B", "Board", ""),
        ("a", "A", "", ""),
    ]


def test_documents_say_how_often_they_are_used() -> None:
    links = {"l": Link(excerpt="e", document="d"), "m": Link(excerpt="f", document="d")}
    document = Document(
        sha256="d", title="T", kind="data", counts=MappingProxyType({"excerpts": 4})
    )
    state = SessionState(
        documents={"d": document},
        pillar={"one": ItemState(links=links)},
        criterion={"lens": ItemState(links=links)},
    )
    (row,) = lists.documents(state, Audience.PUBLIC)
    assert (row.links, row.excerpts, row.facts.kind) == (4, 4, "data")


def test_all_statuses_of_an_action_are_shown_by_date_and_in_public_without_notes() -> None:
    kept = {
        "b.1": Delivery(status="green", on="2026-04-01", as_written="Apr-26", note="Bo Fenn said"),
        "a.1": Delivery(status="amber", on="2025-12-01", as_written="Dec-25", means="Late"),
    }
    state = SessionState(actions={"a": Action(text="x", statuses=kept)})
    (board,) = lists.actions(state, Audience.BOARD)
    assert [(one.status, one.as_written, one.means, one.note) for one in board.statuses] == [
        ("Amber", "Dec-25", "Late", ""),
        ("Green", "Apr-26", "", "Bo Fenn said"),
    ]
    (public,) = lists.actions(state, Audience.PUBLIC)
    assert [one.note for one in public.statuses] == ["", ""]
