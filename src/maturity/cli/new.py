"""`new`: make a session folder."""

import os
from pathlib import Path

import click

from maturity.cli.desk import Desk, close, complete_session, warn_of_sync
from maturity.cli.speech import described, say, warn
from maturity.earlier import last_time
from maturity.framework import Framework
from maturity.framework.catalogue import catalogue, find
from maturity.judgement.carry import Carried
from maturity.judgement.timing.pacing import plan_of
from maturity.judgement.timing.timebox import form_of, new_time_box
from maturity.session.acts.act import Refused
from maturity.session.acts.page import SetAct
from maturity.sessions import find_session, free_folder
from maturity.shipped import frameworks_folder
from maturity.text import TITLE_CAP, clean_line
from maturity.tomlfile import TomlFault
from maturity.words.dates import parse_date_text
from maturity.workshop import NewSession, Workshop

__all__ = ["framework_folders", "new_command"]


def framework_folders() -> tuple[Path, ...]:
    """Where frameworks are looked for: ./frameworks, then those that come with the program."""
    beside, shipped = Path("frameworks"), frameworks_folder()
    return (shipped,) if beside.resolve() == shipped else (beside, shipped)


def _complete_framework(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[str]:
    return [one.id for one in catalogue(framework_folders()) if one.id.startswith(incomplete)]


def _day(desk: Desk, typed: str | None) -> str:
    if typed is None:
        return desk.today.isoformat()
    day = parse_date_text(clean_line(typed), desk.today).day
    if day is None:
        raise Refused(f'"{typed}" is not a day. Write it as 2026-03-23 or 23 March 2026.')
    return day.isoformat()


def _carried(desk: Desk, after: str | None, framework: Framework | None, day: str) -> Carried:
    """What comes from the session before, read before anything is made."""
    if after is None or framework is None:
        return Carried((), "")
    return last_time(desk.fs, find_session(after, desk.sessions), framework, day=day)


@click.command(
    "new",
    help=described(
        "Make a session folder for a workshop, and print where it is.",
        'maturity new "Northmere 2026" --framework send-local-area --area Northmere',
    ),
    short_help="Make a session folder for a workshop.",
)
@click.argument("title", metavar="TITLE")
@click.option(
    "--framework",
    required=True,
    metavar="ID_OR_FILE",
    shell_complete=_complete_framework,
    help="What to rate against: the id of a framework, or a file.",
)
@click.option("--area", required=True, metavar="NAME", help="The area, as on the paper.")
@click.option("--period", default="", metavar="TEXT", help="The period, such as spring 2026.")
@click.option("--date", metavar="YYYY-MM-DD", help="The day of the workshop; today if left out.")
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to make; one named after the title, in the sessions folder, if left out.",
)
@click.option(
    "--minutes",
    type=click.IntRange(30, 1000),
    metavar="N",
    help="Length of the whole sitting; the framework's own if left out.",
)
@click.option(
    "--after",
    metavar="SESSION",
    shell_complete=complete_session,
    help="The session before it: its levels, aims and unanswered views stand beside the new ones.",
)
@click.option("--by", metavar="NAME", help="Who typed it.")
@click.pass_obj
def new_command(
    desk: Desk,
    /,
    *,
    title: str,
    framework: str,
    area: str,
    period: str,
    date: str | None,
    folder: Path | None,
    minutes: int | None,
    after: str | None,
    by: str | None,
) -> None:
    """Check what was typed, then make the session."""
    desk = desk.typed_by(by)
    titled, called = clean_line(title, cap=TITLE_CAP), clean_line(area, cap=TITLE_CAP)
    if not titled or not called:
        raise Refused("A session needs a title and an area.")
    day = _day(desk, date)
    entry = find(framework, framework_folders())
    if entry.framework is None and entry.fault is not None:
        raise TomlFault((entry.fault,))
    place = folder or free_folder(desk.sessions, titled)
    if place.exists():
        raise Refused(f"{place} is there already. Name another folder with --dir.")
    carried = _carried(desk, after, entry.framework, day)
    warn_of_sync(place)
    desk.keep_laptop()
    workshop = Workshop.create(
        place,
        NewSession(
            titled, called, os.urandom(3).hex(), clean_line(period, cap=TITLE_CAP), day, minutes
        ),
        desk.typist,
        desk.clock,
        framework=entry.file.read_bytes(),
        file=entry.file.name,
        carried=carried.changes,
        fs=desk.fs,
    )
    form = form_of(workshop.framework, minutes) if minutes else None
    for key, value in form.settings.items() if form else ():
        workshop.do(SetAct(key, value))
    close(workshop)
    say(str(place))
    if carried.said:
        warn(carried.said)
    warn(plan_of(workshop.framework, new_time_box(workshop.framework, minutes)).sentence)
