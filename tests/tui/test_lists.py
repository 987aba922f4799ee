"""What the screens say of people, evidence and sessions, apart from any screen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_workshop
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.judgement.view import Audience, VoiceView
from maturity.session.acts.people import PersonAct
from maturity.tui.rows.heads import heads
from maturity.tui.rows.mapping import gaps, has_gap, rows
from maturity.tui.rows.roll import named_people, preview, register_sentence, warnings_of

VOICES = (
    VoiceView("health", "Health", "", core=False, families=False, votes=True, invited=0, present=0),
)
TODAY = date(2026, 3, 23)


def test_names_are_read_as_an_invitation_writes_them() -> None:
    people = named_people("Ash Reed, Head, Inclusion, Elm School\n\nBo Fenn\tHealth", VOICES)
    assert [(one.name, one.role, one.organisation, one.group) for one in people] == [
        ("Ash Reed", "Head, Inclusion", "Elm School", ""),
        ("Bo Fenn", "", "", "health"),
    ]
    assert preview(people, ["bo fenn"]) == (
        "2 people, 1 without a group, 1 on the register already"
    )


@pytest.mark.parametrize(
    ("line", "role", "organisation", "group"),
    [
        ("Ash Reed, SENCO", "SENCO", "", ""),
        ("Ash Reed, Elm School", "", "Elm School", ""),
        ("Ash Reed, Northmere Council, health", "", "Northmere Council", "health"),
        ("Ash Reed, Council officer", "Council officer", "", ""),
        ("Ash Reed, Family", "Family", "", ""),
        ("Ash Reed, Forum chair, Health", "Forum chair", "", "health"),
        ("Ash Reed, Barnside", "", "Barnside", ""),
        ("Ash Reed, Head, Barnside", "Head", "Barnside", ""),
    ],
)
def test_one_part_alone_is_a_role_an_organisation_or_a_group(
    line: str, role: str, organisation: str, group: str
) -> None:
    others = "Bo Fenn, Nurse, Barnside\nCal Moor, Barnside"
    person = named_people(f"{line}\n{others}", VOICES)[0]
    assert (person.role, person.organisation, person.group) == (role, organisation, group)


def test_a_group_may_be_named_for_one_person() -> None:
    voice = replace(VOICES[0], id="parent-carers", label="Parent carers")
    (person,) = named_people("Ash Reed, parent carer", (voice,))
    assert (person.group, person.role) == ("parent-carers", "")


@given(st.text(max_size=300))
def test_any_pasted_list_is_read_and_every_person_has_a_name(typed: str) -> None:
    assert all(person.name for person in named_people(typed, VOICES))


def test_the_register_counts_voters_observers_and_missing_voices(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.do(PersonAct("Ash Reed", group="health"))
    workshop.do(PersonAct("Bo Fenn", group="health", observer=True))
    workshop.do(PersonAct("Cal Moor", apologies=True))
    view = workshop.view(Audience.ROOM)
    assert register_sentence(view) == ("3 invited: 2 here, 1 apologies. 1 voter, 1 observer.")
    assert warnings_of(view) == ("nobody yet from Families (a core voice)",)
    workshop.close()


def test_the_grid_never_calls_undated_evidence_old(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    for text, day in (("An old card.", "2020-01-01"), ("A card of unknown age.", None)):
        document, excerpt = typed_card(text, "")
        workshop.add_document(ReadDocument(document, (excerpt,), "", ()), date=day)
        workshop.link("one", excerpt.id)
        row = rows(workshop.view(Audience.ROOM), TODAY)[0]
        assert row.is_old is (day is not None)
    assert has_gap(row)
    assert gaps(workshop.view(Audience.ROOM), (row,)) == (
        "no family voice: 1   no date: 1 (F shows which, and sets it)   2 of 2 excerpts linked"
    )
    workshop.close()


def test_a_folder_of_anything_gives_heads_and_no_error(tmp_path: Path) -> None:
    for name, raw in (("a", b"\xff\xfe"), ("b", b"session = 3"), ("c", b"[session]\ntitle = 4")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "session.toml").write_bytes(raw)
    (tmp_path / "d" / "journal").mkdir(parents=True)
    found = {head.folder.name: head for head in heads(tmp_path)}
    assert sorted(found) == ["a", "b", "c", "d"]
    assert all(found[name].problem for name in "abd")
    assert found["c"].title == "4"
    assert heads(tmp_path / "nowhere") == ()
