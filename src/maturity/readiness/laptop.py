"""What is said of a laptop: facts in, lines out."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from maturity.readiness.facts import Folder, LaptopFacts, Reading, Terminal
from maturity.readiness.line import Line, State
from maturity.words.calendar import said_date, said_day

__all__ = ["laptop_lines"]

_MB: Final = 1024 * 1024
_NEARLY_FULL: Final = 20 * _MB
_GETTING_FULL: Final = 200 * _MB
_COLUMNS, _ROWS = 80, 24
_LEAST_COLUMNS, _LEAST_ROWS = 60, 15
_FEW_COLOURS, _MANY_COLOURS = 16, 256
_YEARS: Final = 20
_AGAIN = "Install maturity again (the README says how, without internet too)"


def laptop_lines(facts: LaptopFacts) -> Iterator[Line]:
    """One line for each matter; those of a terminal only where there is one."""
    yield _sessions(facts.sessions)
    yield _space(facts.sessions.free_bytes)
    yield _program(facts)
    yield _paper(facts.paper_fault)
    yield _documents(facts.readings)
    yield from _terminal(facts.terminal)
    yield _sync(facts)
    yield _own(facts.own)
    yield _clock(facts.now, facts.installed)


def _sessions(folder: Folder) -> Line:
    what = "sessions-folder"
    if folder.fault:
        return Line(
            what,
            State.WILL_NOT_WORK,
            f"Nothing can be saved in the sessions folder {folder.path} ({folder.fault}).",
            "Make it a folder you can write to, or set MATURITY_SESSIONS to one.",
        )
    if not folder.is_there:
        return Line(
            what,
            State.READY,
            f"The sessions folder {folder.path} is not there yet; the first session makes it.",
        )
    tried = "A file was written, locked and removed there."
    return Line(what, State.READY, f"Sessions are kept in {folder.path}. {tried}")


def _space(free: int | None) -> Line:
    what = "space"
    if free is None:
        return Line(
            what,
            State.LOOK,
            "That disk does not say how much room it has.",
            "Make sure that it is not full.",
        )
    said = f"{free // _MB} MB" if free < 1024 * _MB else f"{free // (1024 * _MB)} GB"
    if free >= _GETTING_FULL:
        return Line(what, State.READY, f"{said} are free on that disk.")
    state = State.WILL_NOT_WORK if free < _NEARLY_FULL else State.LOOK
    return Line(what, state, f"That disk is nearly full ({said} left).", "Make room on it.")


def _sync(facts: LaptopFacts) -> Line:
    what = "sync"
    if not facts.service:
        return Line(
            what,
            State.READY,
            f"{facts.kept_in} lies in no folder that is named after a sync service.",
        )
    return Line(
        what,
        State.LOOK,
        f"{facts.kept_in} lies in a folder of {facts.service}.",
        "Keep the session in a folder that is not synchronised while the workshop runs.",
    )


def _program(facts: LaptopFacts) -> Line:
    what = "program"
    if facts.missing:
        return Line(
            what,
            State.WILL_NOT_WORK,
            f"Not installed: {', '.join(facts.missing)}.",
            f"{_AGAIN}.",
        )
    said = f"maturity {facts.program} on Python {facts.python}, with every library it needs."
    return Line(what, State.READY, said)


def _paper(fault: str) -> Line:
    what = "paper"
    if fault:
        return Line(
            what,
            State.WILL_NOT_WORK,
            f"No Word paper can be written ({fault}).",
            f"{_AGAIN}, or ask who looks after this laptop what it forbids. Until then: "
            "maturity report SESSION --format html",
        )
    return Line(what, State.READY, "A Word paper was written, opened again and removed.")


_NO_PROCESS, _NO_PDF_LIBRARY = "R37", "R23"


def _documents(readings: tuple[Reading, ...]) -> Line:
    what = "documents"
    refused = [one for one in readings if one.code]
    if not refused:
        kinds = _listed([one.kind for one in readings])
        return Line(what, State.READY, f"{kinds} documents can be read as evidence.")
    codes = {one.code for one in refused}
    if _NO_PROCESS in codes:
        return Line(
            what,
            State.WILL_NOT_WORK,
            "This laptop does not allow the reader to start, so Word, Excel and PDF documents "
            "cannot be read.",
            "Save them as text and add that, or ask who looks after this laptop to let Python "
            "start a program.",
        )
    if codes == {_NO_PDF_LIBRARY}:
        return Line(
            what,
            State.WILL_NOT_WORK,
            "PDF documents cannot be read on this installation.",
            "Install pypdfium2, or save them as .docx.",
        )
    return Line(
        what,
        State.WILL_NOT_WORK,
        f"{_listed([one.kind for one in refused])} documents cannot be read here "
        f"({', '.join(sorted(codes))}).",
        f"{_AGAIN}; until then save them as text and add that.",
    )


def _listed(kinds: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))


def _terminal(terminal: Terminal) -> Iterator[Line]:
    if not terminal.is_one:
        yield Line(
            "terminal",
            State.LOOK,
            "This is no terminal window, so nothing is known of its size and letters.",
            "Type maturity doctor in the window that you will use on the day.",
        )
        return
    yield _window(terminal)
    yield _letters(terminal.lacking)
    yield _colours(terminal)


def _window(terminal: Terminal) -> Line:
    what = "terminal"
    if terminal.name == "dumb":
        return Line(
            what,
            State.LOOK,
            "TERM says dumb, as a window does that cannot draw a screen.",
            "Try maturity demo in it, or use another window. Without a screen: maturity run "
            "SESSION --plain",
        )
    size = f"This window has {terminal.columns} columns and {terminal.rows} rows"
    if terminal.columns >= _COLUMNS and terminal.rows >= _ROWS:
        return Line(what, State.READY, f"{size}; {_COLUMNS} by {_ROWS} is enough.")
    is_blank = terminal.columns < _LEAST_COLUMNS or terminal.rows < _LEAST_ROWS
    return Line(
        what,
        State.WILL_NOT_WORK if is_blank else State.LOOK,
        f"{size}, too few for {'any' if is_blank else 'the whole'} screen.",
        f"Make it at least {_COLUMNS} by {_ROWS}: a larger window, or smaller letters.",
    )


def _letters(lacking: str) -> Line:
    what = "letters"
    if not lacking:
        return Line(what, State.READY, "This window can show every letter and line.")
    return Line(
        what,
        State.LOOK,
        f"Text on the screen passes {lacking}, so lines are drawn as letters and a letter that "
        "it lacks as a question mark. Papers are not affected.",
        "Set the language of the terminal to one with UTF-8, such as LANG=en_GB.UTF-8.",
    )


def _colours(terminal: Terminal) -> Line:
    what = "colours"
    if terminal.is_without_colour:
        return Line(
            what,
            State.READY,
            "NO_COLOR is set, so nothing is coloured. Nothing is said by colour alone.",
        )
    many = f"{terminal.colours} colours" if terminal.colours <= _MANY_COLOURS else "every colour"
    less = "; themes look plainer" if terminal.colours <= _FEW_COLOURS else ""
    return Line(what, State.READY, f"This window shows {many}{less}. NO_COLOR is not set.")


def _own(folder: Folder) -> Line:
    what = "own-folder"
    if folder.fault:
        return Line(
            what,
            State.LOOK,
            f"Nothing can be kept in this laptop's own folder {folder.path} ({folder.fault}): "
            "neither who types, nor a different view that is half typed.",
            "Set MATURITY_HOME to a folder you can write to.",
        )
    return Line(what, State.READY, f"Settings, and views not kept yet, stand in {folder.path}.")


def _clock(now: datetime, installed: date) -> Line:
    what, today = "clock", now.date()
    said = f"The clock of this laptop says {said_day(today)}, {now:%H:%M}"
    mend = "Set its date and time: both stand in the record, and dates on every paper."
    if (installed - today).days > 1:
        came = said_date(installed)
        return Line(what, State.LOOK, f"{said}, before the program came to it ({came}).", mend)
    if today.year - installed.year >= _YEARS:
        came = f"{_YEARS} years or more after the program came to it"
        return Line(what, State.LOOK, f"{said}, {came}.", mend)
    return Line(what, State.READY, f"{said}.")
