"""What is said of a laptop, from facts that are handed in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from maturity.readiness.facts import Folder, LaptopFacts, Reading, Terminal
from maturity.readiness.laptop import laptop_lines
from maturity.readiness.line import Line, State

MB = 1024 * 1024
HERE = Path("/here/sessions")
ALL = tuple(Reading(kind) for kind in ("Word", "Excel", "PDF"))
WELL = LaptopFacts(
    program="0.1.0",
    python="3.12.1",
    missing=(),
    sessions=Folder(HERE, is_there=True, free_bytes=12 * 1024 * MB),
    own=Folder(Path("/here/own"), is_there=True),
    kept_in=HERE,
    service="",
    paper_fault="",
    readings=ALL,
    terminal=Terminal(is_one=True, columns=120, rows=40, name="xterm-256color", colours=256),
    now=datetime(2026, 3, 22, 16, 5, tzinfo=UTC),
    installed=date(2026, 3, 2),
)


def line(what: str, **found: object) -> Line:
    lines = {one.what: one for one in laptop_lines(replace(WELL, **found))}  # type: ignore[arg-type]  # one field a test
    return lines[what]


def test_a_laptop_that_is_ready_says_so_of_each_matter() -> None:
    assert [(one.what, one.state, one.says, one.mend) for one in laptop_lines(WELL)] == [
        (what, State.READY, says, "")
        for what, says in (
            (
                "sessions-folder",
                f"Sessions are kept in {HERE}. A file was written, locked and removed there.",
            ),
            ("space", "12 GB are free on that disk."),
            ("program", "maturity 0.1.0 on Python 3.12.1, with every library it needs."),
            ("paper", "A Word paper was written, opened again and removed."),
            ("documents", "Word, Excel and PDF documents can be read as evidence."),
            ("terminal", "This window has 120 columns and 40 rows; 80 by 24 is enough."),
            ("letters", "This window can show every letter and line."),
            ("colours", "This window shows 256 colours. NO_COLOR is not set."),
            ("sync", f"{HERE} lies in no folder that is named after a sync service."),
            ("own-folder", f"Settings, and views not kept yet, stand in {Path('/here/own')}."),
            ("clock", "The clock of this laptop says Sunday 22 March 2026, 16:05."),
        )
    ]


AGAIN = "Install maturity again (the README says how, without internet too)"
SET_CLOCK = "Set its date and time: both stand in the record, and dates on every paper."
LARGER = "Make it at least 80 by 24: a larger window, or smaller letters."


def of_window(columns: int, rows: int, name: str = "") -> dict[str, object]:
    return {"terminal": Terminal(is_one=True, columns=columns, rows=rows, name=name)}


TOLD: list[tuple[str, dict[str, object], State, str, str]] = [
    (
        "sessions-folder",
        {"sessions": Folder(HERE, is_there=True, fault="Permission denied")},
        State.WILL_NOT_WORK,
        f"Nothing can be saved in the sessions folder {HERE} (Permission denied).",
        "Make it a folder you can write to, or set MATURITY_SESSIONS to one.",
    ),
    (
        "sessions-folder",
        {"sessions": Folder(HERE, is_there=False)},
        State.READY,
        f"The sessions folder {HERE} is not there yet; the first session makes it.",
        "",
    ),
    (
        "space",
        {"sessions": Folder(HERE, is_there=True, free_bytes=None)},
        State.LOOK,
        "That disk does not say how much room it has.",
        "Make sure that it is not full.",
    ),
    (
        "space",
        {"sessions": Folder(HERE, is_there=True, free_bytes=18 * MB)},
        State.WILL_NOT_WORK,
        "That disk is nearly full (18 MB left).",
        "Make room on it.",
    ),
    (
        "space",
        {"sessions": Folder(HERE, is_there=True, free_bytes=20 * MB)},
        State.LOOK,
        "That disk is nearly full (20 MB left).",
        "Make room on it.",
    ),
    (
        "space",
        {"sessions": Folder(HERE, is_there=True, free_bytes=200 * MB)},
        State.READY,
        "200 MB are free on that disk.",
        "",
    ),
    (
        "program",
        {"missing": ("textual (the screen)", "rapidfuzz (search)")},
        State.WILL_NOT_WORK,
        "Not installed: textual (the screen), rapidfuzz (search).",
        f"{AGAIN}.",
    ),
    (
        "paper",
        {"paper_fault": "the library lxml does not load"},
        State.WILL_NOT_WORK,
        "No Word paper can be written (the library lxml does not load).",
        (
            f"{AGAIN}, or ask who looks after this laptop what it forbids. Until then: "
            "maturity report SESSION --format html"
        ),
    ),
    (
        "documents",
        {"readings": (Reading("Word", "R37"), Reading("Excel", "R37"), Reading("PDF", "R37"))},
        State.WILL_NOT_WORK,
        (
            "This laptop does not allow the reader to start, so Word, Excel and PDF documents "
            "cannot be read."
        ),
        (
            "Save them as text and add that, or ask who looks after this laptop to let Python "
            "start a program."
        ),
    ),
    (
        "documents",
        {"readings": (Reading("Word"), Reading("Excel"), Reading("PDF", "R23"))},
        State.WILL_NOT_WORK,
        "PDF documents cannot be read on this installation.",
        "Install pypdfium2, or save them as .docx.",
    ),
    (
        "documents",
        {"readings": (Reading("Word", "R35"), Reading("Excel"), Reading("PDF", "R23"))},
        State.WILL_NOT_WORK,
        "Word and PDF documents cannot be read here (R23, R35).",
        f"{AGAIN}; until then save them as text and add that.",
    ),
    (
        "documents",
        {"readings": (Reading("Word"), Reading("Excel", "R35"), Reading("PDF"))},
        State.WILL_NOT_WORK,
        "Excel documents cannot be read here (R35).",
        f"{AGAIN}; until then save them as text and add that.",
    ),
    (
        "terminal",
        {"terminal": Terminal(is_one=False)},
        State.LOOK,
        "This is no terminal window, so nothing is known of its size and letters.",
        "Type maturity doctor in the window that you will use on the day.",
    ),
    (
        "terminal",
        of_window(79, 24),
        State.LOOK,
        "This window has 79 columns and 24 rows, too few for the whole screen.",
        LARGER,
    ),
    (
        "terminal",
        of_window(80, 23),
        State.LOOK,
        "This window has 80 columns and 23 rows, too few for the whole screen.",
        LARGER,
    ),
    (
        "terminal",
        of_window(59, 40),
        State.WILL_NOT_WORK,
        "This window has 59 columns and 40 rows, too few for any screen.",
        LARGER,
    ),
    (
        "terminal",
        of_window(120, 14),
        State.WILL_NOT_WORK,
        "This window has 120 columns and 14 rows, too few for any screen.",
        LARGER,
    ),
    (
        "terminal",
        of_window(80, 24),
        State.READY,
        "This window has 80 columns and 24 rows; 80 by 24 is enough.",
        "",
    ),
    (
        "terminal",
        of_window(120, 40, "dumb"),
        State.LOOK,
        "TERM says dumb, as a window does that cannot draw a screen.",
        (
            "Try maturity demo in it, or use another window. Without a screen: maturity run "
            "SESSION --plain"
        ),
    ),
    (
        "letters",
        {"terminal": Terminal(is_one=True, columns=80, rows=24, lacking="ascii")},
        State.LOOK,
        (
            "Text on the screen passes ascii, so lines are drawn as letters and a letter that it "
            "lacks as a question mark. Papers are not affected."
        ),
        "Set the language of the terminal to one with UTF-8, such as LANG=en_GB.UTF-8.",
    ),
    (
        "colours",
        {"terminal": Terminal(is_one=True, columns=80, rows=24, is_without_colour=True)},
        State.READY,
        "NO_COLOR is set, so nothing is coloured. Nothing is said by colour alone.",
        "",
    ),
    (
        "colours",
        {"terminal": Terminal(is_one=True, columns=80, rows=24, colours=16)},
        State.READY,
        "This window shows 16 colours; themes look plainer. NO_COLOR is not set.",
        "",
    ),
    (
        "colours",
        {"terminal": Terminal(is_one=True, columns=80, rows=24, colours=256**3)},
        State.READY,
        "This window shows every colour. NO_COLOR is not set.",
        "",
    ),
    (
        "sync",
        {"service": "OneDrive"},
        State.LOOK,
        f"{HERE} lies in a folder of OneDrive.",
        "Keep the session in a folder that is not synchronised while the workshop runs.",
    ),
    (
        "own-folder",
        {"own": Folder(HERE, is_there=False, fault="Not a directory")},
        State.LOOK,
        (
            f"Nothing can be kept in this laptop's own folder {HERE} (Not a directory): neither "
            "who types, nor a different view that is half typed."
        ),
        "Set MATURITY_HOME to a folder you can write to.",
    ),
    (
        "clock",
        {"now": datetime(2000, 1, 1, 0, 4, tzinfo=UTC)},
        State.LOOK,
        (
            "The clock of this laptop says Saturday 1 January 2000, 00:04, before the program "
            "came to it (2 March 2026)."
        ),
        SET_CLOCK,
    ),
    (
        "clock",
        {"now": datetime(2046, 1, 1, 9, tzinfo=UTC)},
        State.LOOK,
        (
            "The clock of this laptop says Monday 1 January 2046, 09:00, 20 years or more after "
            "the program came to it."
        ),
        SET_CLOCK,
    ),
    (
        "clock",
        {"now": datetime(2026, 3, 1, 9, tzinfo=UTC)},
        State.READY,
        "The clock of this laptop says Sunday 1 March 2026, 09:00.",
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
    assert line(what, **found) == Line(what, state, says, mend)


def test_whatever_is_not_ready_says_what_to_do() -> None:
    for what, found, state, _, _ in TOLD:
        assert (line(what, **found).mend == "") == (state is State.READY)


def test_of_no_terminal_there_is_one_line() -> None:
    lines = list(laptop_lines(replace(WELL, terminal=Terminal(is_one=False))))
    assert {"letters", "colours"}.isdisjoint(one.what for one in lines)
    assert len(lines) == len(list(laptop_lines(WELL))) - 2
