"""Who is here and who votes, at one moment."""

from datetime import datetime

import pytest

from builders import tiny
from maturity.session.state import Person, SessionState
from maturity.session.voters import (
    group_label,
    in_group,
    is_here,
    is_voter,
    known_groups,
    voters,
)

NOON = datetime(2026, 3, 23, 12, 0)  # noqa: DTZ001 the clock on the wall


@pytest.mark.parametrize(
    ("person", "here"),
    [
        (Person(name="A", state="present"), True),
        (Person(name="A"), False),
        (Person(name="A", state="apologies"), False),
        (Person(name="A", state="present", arrived="2026-03-23T12:00:00"), True),
        (Person(name="A", state="present", arrived="2026-03-23T12:00:01"), False),
        (Person(name="A", state="present", left="2026-03-23T12:00:00"), False),
        (Person(name="A", state="present", left="2026-03-23T12:00:01"), True),
    ],
)
def test_who_is_here(person: Person, here: bool) -> None:  # noqa: FBT001 one case of the table
    assert is_here(person, NOON) is here
    assert is_voter(person, tiny(), NOON) is here


@pytest.mark.parametrize(
    ("group", "votes"), [("families", True), ("watchers", False), ("others", True), (None, True)]
)
def test_groups_that_only_watch_do_not_vote(
    group: str | None,
    votes: bool,  # noqa: FBT001 one case of the table
) -> None:
    person = Person(name="A", state="present", group=group)
    assert is_voter(person, tiny(), NOON) is votes
    assert not is_voter(person.model_copy(update={"observer": True}), tiny(), NOON)


def test_groups_are_the_frameworks_then_the_sessions_own() -> None:
    people = {
        "1": Person(name="A", state="present", group="youth/early"),
        "2": Person(name="B", state="present", group="health"),
    }
    state = SessionState(people=people)
    groups = known_groups(state, tiny())
    assert groups == ("families", "health", "council", "watchers", "youth/early")
    assert group_label(tiny(), "health") == "Health"
    assert group_label(tiny(), "youth/early") == "youth/early"
    assert [person.name for person in in_group(state, "health", NOON)] == ["B"]
    assert len(voters(state, tiny(), NOON)) == 2
