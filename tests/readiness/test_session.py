"""What is said of a session, from facts that are handed in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from maturity.readiness.facts import Folder, SessionFacts
from maturity.readiness.line import Line, State
from maturity.readiness.session import session_lines

HERE = Path("/here/sessions/northmere")
DAMAGE = "Part of the record is damaged."
WELL = SessionFacts(
    date(2026, 3, 22),
    folder=Folder(HERE, is_there=True),
    title="Northmere, spring 2026",
    framework="SEND local area 0.1",
    documents=3,
    time="7 items, 20 minutes each, in a sitting of 210 minutes.",
    held_on=date(2026, 3, 23),
    starts="At half past nine",
    is_placed=True,
    people=14,
    items=7,
    keep_until=date(2028, 3, 31),
)
_SET_DATE = "maturity set SESSION date YYYY-MM-DD"


def lines(**found: object) -> dict[str, Line]:
    return {one.what: one for one in session_lines(replace(WELL, **found))}  # type: ignore[arg-type]  # one field a test


def test_a_session_that_is_ready_says_so_of_each_matter() -> None:
    assert [(one.what, one.state, one.says, one.mend) for one in session_lines(WELL)] == [
        (what, State.READY, says, "")
        for what, says in (
            ("session", '"Northmere, spring 2026" opens. Its framework is SEND local area 0.1.'),
            ("session-folder", f"The session lies in {HERE}, which takes files."),
            ("changes", "The session is open nowhere else on this laptop."),
            ("record", "Every line of the record was read: none is damaged or missing."),
            ("date", "The workshop is tomorrow, Monday 23 March 2026."),
            ("invitation", "The pack says when it starts and where to come."),
            ("register", "14 people are on the register."),
            ("evidence", "All evidence of the session is here: 3 documents."),
            ("links", "Every item has evidence linked."),
            ("time", "7 items, 20 minutes each, in a sitting of 210 minutes."),
            ("keep-until", "The session is to be kept until 31 March 2028."),
        )
    ]


TOLD: list[tuple[str, dict[str, object], State, str, str]] = [
    (
        "session-folder",
        {"folder": Folder(HERE, is_there=True, fault="Read-only file system")},
        State.WILL_NOT_WORK,
        f"Nothing can be saved in {HERE} (Read-only file system).",
        "Copy the session to a folder you can write to.",
    ),
    (
        "changes",
        {"read_only": DAMAGE, "found": (DAMAGE,), "held": "Already open in another window."},
        State.WILL_NOT_WORK,
        f"The session can be read and exported, not changed. {DAMAGE}",
        "Settle this before the day: only a session that can be changed takes a vote.",
    ),
    (
        "changes",
        {"held": "Already open in another window since 09:30 (Ash)."},
        State.LOOK,
        "Already open in another window since 09:30 (Ash).",
        "Close it there before you open it here.",
    ),
    (
        "record",
        {"found": ("One thing.", "Another.")},
        State.LOOK,
        "One thing. Another.",
        "Open the session before the day and read what it says of this.",
    ),
    (
        "evidence",
        {"lost": ("1 evidence file is missing or changed (SEF).",)},
        State.LOOK,
        "1 evidence file is missing or changed (SEF).",
        "maturity evidence add SESSION FILE",
    ),
    (
        "evidence",
        {"documents": 0},
        State.LOOK,
        "The session has no evidence yet.",
        "Add what you have: maturity evidence add SESSION FILE",
    ),
    (
        "evidence",
        {"documents": 1},
        State.READY,
        "All evidence of the session is here: 1 document.",
        "",
    ),
    ("date", {"held_on": None}, State.LOOK, "The session has no date.", _SET_DATE),
    (
        "date",
        {"held_on": date(2026, 3, 21)},
        State.LOOK,
        "The date of the session, 21 March 2026, has passed.",
        f"If the workshop is still to come: {_SET_DATE}",
    ),
    (
        "date",
        {"held_on": date(2026, 3, 22)},
        State.READY,
        "The workshop is today, Sunday 22 March 2026.",
        "",
    ),
    (
        "date",
        {"held_on": date(2026, 3, 24)},
        State.READY,
        "The workshop is in 2 days, Tuesday 24 March 2026.",
        "",
    ),
    (
        "invitation",
        {"starts": ""},
        State.LOOK,
        "Nobody is told when the workshop starts.",
        "maturity set SESSION starts WORDS",
    ),
    (
        "invitation",
        {"starts": "", "is_placed": False},
        State.LOOK,
        "Nobody is told when the workshop starts, nor where it is or how to join.",
        "maturity set SESSION starts WORDS; the same with place WORDS (or joining WORDS)",
    ),
    (
        "register",
        {"people": 0, "unasked": ("Families",)},
        State.LOOK,
        "Nobody is on the register.",
        "maturity person SESSION NAME --group VOICE",
    ),
    ("register", {"people": 1}, State.READY, "1 person is on the register.", ""),
    (
        "voices",
        {"unasked": ("Parents and carers", "Health")},
        State.LOOK,
        "Nobody on the register is of these groups: Parents and carers; Health.",
        "maturity person SESSION NAME --group VOICE",
    ),
    (
        "links",
        {"bare": 3},
        State.LOOK,
        "Of 7 items, 3 have no evidence linked.",
        "maturity link SESSION ITEM EXCERPT",
    ),
    (
        "time",
        {"time": "7 items, 5 minutes each: too short.", "fits": False},
        State.LOOK,
        "7 items, 5 minutes each: too short.",
        (
            "More time: maturity set SESSION minutes N. An item without talk: maturity park "
            "SESSION ITEM --undiscussed"
        ),
    ),
    (
        "keep-until",
        {"keep_until": date(2026, 3, 21)},
        State.LOOK,
        "The session was to be kept until 21 March 2026, which has passed.",
        "Decide whether it is needed; nothing is deleted by itself.",
    ),
    (
        "keep-until",
        {"keep_until": date(2026, 3, 22)},
        State.READY,
        "The session is to be kept until 22 March 2026.",
        "",
    ),
]


@pytest.mark.parametrize(
    ("what", "found", "state", "says", "mend"),
    TOLD,
    ids=[f"{one[0]}-{number}" for number, one in enumerate(TOLD)],
)
def test_each_matter_has_its_sentence_and_what_to_do(
    what: str, found: dict[str, object], state: State, says: str, mend: str
) -> None:
    assert lines(**found)[what] == Line(what, state, says, mend)


def test_a_session_that_does_not_open_has_one_line() -> None:
    nowhere = SessionFacts(date(2026, 3, 22), fault="There is no session called that.")
    assert list(session_lines(nowhere)) == [
        Line("session", State.WILL_NOT_WORK, "There is no session called that.")
    ]


def test_what_makes_it_read_only_is_said_once() -> None:
    assert "record" not in lines(read_only=DAMAGE, found=(DAMAGE,))
    assert lines(read_only=DAMAGE, found=("Another.", DAMAGE))["record"].says == "Another."


def test_what_is_missing_altogether_is_said_once() -> None:
    assert "voices" not in lines(people=0, unasked=("Health",))
    assert "links" not in lines(documents=0, bare=7)


def test_a_session_without_a_day_to_be_kept_until_says_nothing_of_it() -> None:
    assert "keep-until" not in lines(keep_until=None)


def test_of_a_closed_session_nothing_is_said_of_a_day_to_come() -> None:
    closed = "This session was closed (23 April 2026)."
    assert list(lines(read_only=closed, is_closed=True, people=0, starts="")) == [
        *("session", "session-folder", "changes", "keep-until"),
    ]
