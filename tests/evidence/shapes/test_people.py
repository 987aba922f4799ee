"""Lines that name people, and initials looked up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.evidence.model import MinutedPerson
from maturity.evidence.shapes.people import OWNER, opens_with_name, owners_of, people_of


def one(line: str) -> MinutedPerson:
    (found,) = people_of([(line, "para 1", "present")])
    return found


@pytest.mark.parametrize(
    ("line", "title", "name", "role", "organisation"),
    [
        ("Jo Fenn", None, "Jo Fenn", None, None),
        ("Cllr Jo Fenn, Member, Moor Council", "Cllr", "Jo Fenn", "Member", "Moor Council"),
        ("Dr. Jo Fenn, NHS Northmere", "Dr.", "Jo Fenn", None, "NHS Northmere"),
        ("Jo Fenn, Head of Care, Moor School", None, "Jo Fenn", "Head of Care", "Moor School"),
        ("Jo Fenn, DfE Lead", None, "Jo Fenn", "DfE Lead", None),
        ("Jo Fenn (Officer)", None, "Jo Fenn", "Officer", None),
        ("Jo Fenn \u2013 Officer", None, "Jo Fenn", "Officer", None),
    ],
)  # fmt: skip
def test_a_line_is_taken_apart(
    line: str, title: str | None, name: str, role: str | None, organisation: str | None
) -> None:
    person = one(line)
    assert (person.title, person.name, person.role, person.organisation) == (
        title,
        name,
        role,
        organisation,
    )
    assert person.line == line


def test_an_organisation_is_known_when_two_lines_end_with_it() -> None:
    lines = ("Jo Fenn, Officer, Lantern", "Ash Wold, Lantern", "Kit Kemp, Adviser, Beacon")
    people = people_of([(line, "para 1", "present") for line in lines])
    assert [person.organisation for person in people] == ["Lantern", "Lantern", None]


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Jo Fenn", ("JF",)),
        ("Jo Fenn-Wold", ("JF", "JFW")),
        ("Jo Ann Fenn", ("JF", "JAF")),
        ("Jo", ()),
        ("Jo Fenn (JFN)", ("JFN", "JF")),
    ],
)
def test_a_name_answers_to_its_initials(name: str, initials: tuple[str, ...]) -> None:
    assert one(name).initials == initials


@pytest.mark.parametrize(
    ("line", "is_name"),
    [
        ("Jo Fenn, Officer", True),
        ("Jo de Fenn", True),
        ("J. Fenn (JF)", True),
        ("The chair welcomed everyone", False),
        ("Jo", False),
        ("no apologies", False),
    ],
)
def test_a_name_is_told_from_a_sentence(line: str, is_name: bool) -> None:  # noqa: FBT001 - a table's column
    assert opens_with_name(line) is is_name


def test_nothing_is_told_where_minutes_name_nobody() -> None:
    owners, told = owners_of("JF", ())
    assert (owners[0].result, told) == ("unknown", ())


def test_a_full_name_is_an_owner() -> None:
    owners, _ = owners_of("Jo Fenn and Kit Kemp", [one("Jo Fenn")])
    assert [(owner.as_written, owner.person) for owner in owners] == [
        ("Jo Fenn", "Jo Fenn"),
        ("Kit Kemp", None),
    ]


@given(st.text(max_size=60))
def test_any_line_names_somebody_or_nobody(line: str) -> None:
    people = people_of([(line, "para 1", "apologies")])
    owners, told = owners_of(line, people)
    assert all(owner.result in {"resolved", "ambiguous", "unknown", "everyone"} for owner in owners)
    assert all(note.sentence for note in told)


def test_looking_for_owners_takes_no_time_over_capitals() -> None:
    assert OWNER.match("A" * 20_000 + "!") is None
