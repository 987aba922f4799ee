"""`doctor`: whether this laptop, and a session, are ready for the workshop."""

import locale
import os
import platform
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

import click

import maturity
from maturity.cli.desk import Desk, complete_session, json_option
from maturity.cli.faults import said_of
from maturity.cli.speech import described, is_attended, say, say_json
from maturity.readiness.facts import LaptopFacts, SessionFacts, Terminal
from maturity.readiness.laptop import laptop_lines
from maturity.readiness.line import Line, State, ordered, summed_up
from maturity.readiness.looking import session_facts
from maturity.readiness.session import session_lines
from maturity.readiness.trying import folder_at, missing_libraries, paper_fault, readings
from maturity.session.opening import NoSession
from maturity.sessions import find_session, sync_service

__all__ = ["doctor_command"]

_WRONG = 1
_INDENT = " " * 15
_WIDEST = 100
_LINES = "\u2500\u2502\u2022"
_TRUE_COLOUR = frozenset(("truecolor", "24bit"))


@click.pass_context
def _doctor(context: click.Context, session: str | None, *, as_json: bool) -> None:
    of_session, of_laptop = _lines(context.obj, session)
    lines = ordered((*of_session, *of_laptop))
    if as_json:
        say_json([line.as_json() for line in lines])
    else:
        told = ordered((*of_session, *_shortened(of_laptop))) if of_session else lines
        for row in _rows(told):
            say(row)
        say(summed_up(lines))
    if any(line.state is State.WILL_NOT_WORK for line in lines):
        context.exit(_WRONG)


def _lines(desk: Desk, session: str | None) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What is said of the session, if one was named, and what of the laptop."""
    facts, folder = _session(desk, session) if session is not None else (None, None)
    of_session = () if facts is None else tuple(session_lines(facts))
    return of_session, tuple(laptop_lines(_laptop(desk, (folder or desk.sessions).absolute())))


def _shortened(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The laptop beside a session, which must both fit a window: all that is ready in one line."""
    ready = sum(line.state is State.READY for line in lines)
    yield from (line for line in lines if line.state is not State.READY)
    if ready:
        which = f"{ready} things are" if ready > 1 else "1 thing is"
        said = f"Of the laptop itself, {which} ready too; maturity doctor alone names them."
        yield Line("laptop", State.READY, said)


def _session(desk: Desk, asked: str) -> tuple[SessionFacts, Path | None]:
    try:
        folder = find_session(asked, desk.sessions)
        return session_facts(desk.fs, folder, desk.typist, desk.clock), folder
    except (NoSession, OSError) as problem:
        return SessionFacts(desk.today, fault=said_of(problem)), None


def _laptop(desk: Desk, kept_in: Path) -> LaptopFacts:
    name = f".maturity-{desk.typist.opening}"
    return LaptopFacts(
        program=maturity.__version__,
        python=platform.python_version(),
        missing=missing_libraries(),
        sessions=folder_at(desk.fs, desk.sessions.absolute(), name),
        own=folder_at(desk.fs, desk.laptop.folder.absolute(), name),
        kept_in=kept_in,
        service=sync_service(kept_in),
        paper_fault=paper_fault(desk.fs, desk.typist, desk.clock),
        readings=readings(desk.fs),
        terminal=_terminal(os.environ) if is_attended() else Terminal(is_one=False),
        now=desk.clock(),
        installed=_installed(desk),
    )


def _installed(desk: Desk) -> date:
    came = Path(maturity.__file__).stat().st_mtime
    return datetime.fromtimestamp(came, desk.clock().tzinfo).date()


def _terminal(environ: Mapping[str, str]) -> Terminal:
    columns, rows = shutil.get_terminal_size()
    return Terminal(
        is_one=True,
        columns=columns,
        rows=rows,
        name=environ.get("TERM", ""),
        lacking=next(filter(_lacks_lines, _encodings(sys.__stderr__)), ""),
        colours=_colours(environ),
        is_without_colour=bool(environ.get("NO_COLOR")),
    )


def _encodings(stream: TextIO | None) -> Iterator[str]:
    """What the letters of a screen pass, which is drawn on the standard error."""
    if stream is not None:
        yield stream.encoding
    if os.name != "nt":
        # a Windows console takes every letter, whatever its code page
        yield locale.getencoding()


def _lacks_lines(encoding: str) -> bool:
    try:
        _LINES.encode(encoding)
    except UnicodeEncodeError:
        return True
    except LookupError:
        return False
    return False


def _colours(environ: Mapping[str, str]) -> int:
    if environ.get("COLORTERM", "").casefold() in _TRUE_COLOUR or "WT_SESSION" in environ:
        return 256**3
    return 256 if "256color" in environ.get("TERM", "") else 16


def _rows(lines: Iterable[Line]) -> Iterator[str]:
    """One row a matter, broken to the width of the window where there is one."""
    # a program without a console has no output at all
    is_window = sys.stdout is not None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, _WIDEST) if is_window else sys.maxsize
    for line in lines:
        yield from textwrap.wrap(
            f"{line.says} {line.mend}".rstrip(),
            width,
            initial_indent=f"{line.state:<{len(_INDENT)}}",
            subsequent_indent=_INDENT,
            break_long_words=False,
            break_on_hyphens=False,
        )


doctor_command = click.Command(
    "doctor",
    params=[
        click.Argument(
            ["session"], metavar="[SESSION]", required=False, shell_complete=complete_session
        ),
        json_option(),
    ],
    callback=_doctor,
    help=described(
        "Say whether this laptop is ready for the workshop: where sessions are kept, whether "
        "documents can be read and a Word paper written, and the window. With SESSION, whether "
        "that one is ready too. Nothing is changed, and what would stop the day comes first.",
        "maturity doctor",
        "maturity doctor northmere",
    ),
    short_help="Say whether this laptop is ready for the workshop.",
)
