"""`demo`, `run` and home: the commands that open a screen, or walk its steps line by line.

The only module that imports the screen, and only when one is opened.
"""

import gc
import sys
from pathlib import Path

import click

from maturity.cli.desk import Desk, by_option, session_argument
from maturity.cli.speech import described, is_attended, say, warn
from maturity.session.acts.act import Refused
from maturity.sessions import copy_of_sample
from maturity.shipped import sample_session

__all__ = ["demo_command", "open_home", "run_command"]


def _need_terminal() -> None:
    """Refuse to draw a screen into a file or a pipe."""
    if not is_attended():
        raise Refused(
            "The screen needs a terminal window. Without one: maturity run SESSION --plain, or "
            "maturity --help for every command."
        )


def _collect_again() -> None:
    """Collect what a walk throws away, and look no more through what its start has made."""
    gc.freeze()
    gc.enable()


def open_home(desk: Desk) -> int:
    """Open the home screen over the sessions folder; gives the exit status."""
    _need_terminal()
    # a second of processor time, which only a screen is worth
    from maturity.tui import run_home  # noqa: PLC0415 see above

    desk.keep_laptop()
    return run_home(desk.named_laptop, desk.sessions)


def _open_room(desk: Desk, folder: Path) -> int:
    _need_terminal()
    # the same
    from maturity.tui import run_room  # noqa: PLC0415 see above

    desk = desk.with_laptop(desk.laptop.opened(folder))
    desk.keep_laptop()
    return run_room(folder, desk.named_laptop)


def _practise(desk: Desk, *, plain: bool) -> int:
    """Practise on the screen or line by line; gives the exit status."""
    if not plain:
        _need_terminal()
        # the same
        from maturity.tui import run_practice  # noqa: PLC0415 see above

        return run_practice(desk.named_laptop, desk.sessions)
    # the walk, and what is practised on
    from maturity.cli.plain import walk  # noqa: PLC0415 see above
    from maturity.practice import begin  # noqa: PLC0415 see above

    practice = begin(desk.typist, desk.clock)
    _collect_again()
    try:
        say(f"{practice.heading}. Nine people, three cards of evidence and one pillar, made up.")
        walk(practice.workshop, sys.stdin.readline, say, "the practice is thrown away")
    finally:
        practice.throw_away()
    return 0


@click.pass_context
def _run(context: click.Context, session: str, by: str | None, *, plain: bool) -> None:
    desk: Desk = context.obj.typed_by(by)
    if not plain:
        context.exit(_open_room(desk, desk.folder(session)))
    # the walk and its steps, which no other command takes
    from maturity.cli.plain import walk  # noqa: PLC0415 see above

    with desk.opened(session) as workshop:
        _collect_again()
        walk(workshop, sys.stdin.readline, say)


run_command = click.Command(
    "run",
    params=[
        session_argument(),
        click.Option(
            ["--plain"],
            is_flag=True,
            help="Question by question in plain text, for screen readers.",
        ),
        by_option(),
    ],
    callback=_run,
    help=described(
        "Open the room: read, weigh evidence, vote, talk and agree, item by item.",
        "maturity run northmere --plain",
    ),
    short_help="Open the room of a session.",
)


@click.command(
    "demo",
    help=described(
        "Copy the sample session, made for an invented area called Northmere, and open it. "
        "A copy that is there already is kept as you left it.",
        "maturity demo --no-open",
        "maturity demo --practice",
    ),
    short_help="Copy the sample session and open it.",
)
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help='Where to copy it; "demo" in the sessions folder if left out.',
)
@click.option("--no-open", is_flag=True, help="Only copy it, and print where it is.")
@click.option(
    "--practice",
    is_flag=True,
    help="Practise on one made-up pillar instead, which is thrown away when it is over.",
)
@click.option(
    "--plain",
    is_flag=True,
    help="With --practice: question by question in plain text, for screen readers.",
)
@click.pass_context
def demo_command(
    context: click.Context, folder: Path | None, *, no_open: bool, practice: bool, plain: bool
) -> None:
    """Copy the sample session and open the room on the copy, or practise."""
    desk: Desk = context.obj
    if practice:
        if folder is not None or no_open:
            raise Refused("A practice is kept nowhere: leave out --dir and --no-open.")
        context.exit(_practise(desk, plain=plain))
    if plain:
        raise Refused("--plain goes with --practice. For the copy: maturity run demo --plain")
    target = folder or desk.sessions / "demo"
    if not copy_of_sample(desk.fs, sample_session(), target):
        warn(f"The copy that is there already is used: {target}")
    if no_open:
        say(str(target))
        return
    context.exit(_open_room(desk, desk.folder(str(target.absolute()))))
