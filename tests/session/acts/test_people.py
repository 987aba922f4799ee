"""The register."""

from dataclasses import replace

import pytest

from maturity.session.acts.act import Refused
from maturity.session.acts.people import PersonAct, initials
from maturity.session.state import Person, SessionState
from session.acts.kept import done, kept, outcome


def only(state: SessionState) -> Person:
    (person,) = state.people.values()
    return person


def test_the_same_name_again_changes_the_entry() -> None:
    state = done(
        PersonAct("Bo  Fenn", role="Forum co-chair", group="Families"),
        PersonAct("bo fenn", apologies=True),
    )
    person = only(state)
    assert (person.name, person.group, person.state) == ("Bo Fenn", "families", "apologies")
    assert person.initials == "BF"


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (PersonAct("A"), "present"),
        (PersonAct("A", present=False), "invited"),
        (PersonAct("A", apologies=True), "apologies"),
        (PersonAct("A", arrived="9.40"), "present"),
    ],
)
def test_somebody_new_is_here_unless_it_is_said_otherwise(act: PersonAct, state: str) -> None:
    assert only(kept(act)).state == state


def test_a_change_of_role_leaves_attendance_alone() -> None:
    assert only(done(PersonAct("A", apologies=True), PersonAct("A", role="x"))).state == "apologies"


@pytest.mark.parametrize("typed", ["09:40", "9:40", "9.40", " 09.40 "])
def test_a_time_is_on_the_day_of_the_sitting(typed: str) -> None:
    assert only(kept(PersonAct("A", arrived=typed))).arrived == "2026-03-23T09:40:00"


@pytest.mark.parametrize("typed", ["24:00", "9:60", "nine", "\u00b2:30", "1:2:3", "9" * 9, "9:5"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"is not a time\. Write it as 09:40"):
        outcome(PersonAct("A", left=typed))


def test_an_empty_field_clears() -> None:
    person = only(done(PersonAct("A", role="x", left="12:10"), PersonAct("A", role="", left="")))
    assert (person.role, person.left) == (None, None)


def test_off_the_register_and_nobody_there() -> None:
    assert done(PersonAct("A"), PersonAct("a", remove=True)) == SessionState()
    with pytest.raises(Refused, match='Nobody called "A"'):
        outcome(PersonAct("A", remove=True))
    with pytest.raises(Refused, match="needs a name"):
        outcome(PersonAct(" \u200b "))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ash Reed", "AR"),
        ("Cllr Ash Cole-James", "ACJ"),
        ("Dr. Bo Fenn", "BF"),
        ("Ash", "A"),
        ("Mr", ""),
        ("Ash Reed-", "AR"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_group_of_the_sessions_own_is_kept_as_typed() -> None:
    assert only(kept(PersonAct("A", group="Early years/other"))).group == "Early years/other"


@pytest.mark.parametrize(
    ("typed", "group"), [("fam", "families"), ("Famil", "families"), ("fa", "fa"), ("", None)]
)
def test_the_beginning_of_one_voice_group_stands_for_it(typed: str, group: str | None) -> None:
    assert only(kept(PersonAct("Ada Lund", group=typed))).group == group


def test_a_beginning_that_two_voice_groups_share_stands_for_neither() -> None:
    first = PersonAct("Ada Lund", group="Schools, north")
    state = done(first, PersonAct("Bo Fenn", group="Schools, south"), PersonAct("C", group="scho"))
    assert [person.group for person in state.people.values()][-1] == "scho"


def test_a_new_voice_group_is_said_once_since_it_may_be_a_slip() -> None:
    act = PersonAct("Ada Lund", group="famlies")
    (said,) = outcome(act).warnings
    assert said.startswith('"famlies" is a new voice group. Groups so far: Families, ')
    assert outcome(replace(act, name="Bo Fenn"), kept(act)).warnings == ()
    assert outcome(PersonAct("Ada Lund", group="Families")).warnings == ()
