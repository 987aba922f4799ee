"""The `maturity` command itself: finds the command asked for, and says faults to the person."""

import io
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from maturity import __version__
from maturity.cli.desk import Desk, desk_of_this_laptop
from maturity.cli.exits import STOPPED
from maturity.cli.faults import Unread, said_of, unexpected
from maturity.cli.speech import described, warn

__all__ = ["app", "run"]

_WRONG = 1

_COMMANDS = {
    "demo": "open",
    "new": "new",
    "run": "open",
    "status": "status",
    "person": "entries",
    "vote": "votes",
    "rate": "votes",
    "seen": "votes",
    "park": "votes",
    "dissent": "entries",
    "note": "entries",
    "action": "entries",
    "kloe": "entries",
    "decision": "entries",
    "risk": "entries",
    "answer": "answers",
    "page": "page",
    "set": "page",
    "link": "links",
    "unlink": "links",
    "undo": "history",
    "redo": "history",
    "history": "history",
    "evidence": "evidence",
    "preread": "report",
    "report": "report",
    "highlights": "report",
    "confirm": "confirm",
    "erase": "erase",
    "close": "closing",
    "framework": "framework",
    "doctor": "doctor",
}
"""The module of each command, in the order in which help lists them."""


class _Commands(click.Group):
    """Loads the module of a command when it is asked for, so that each one stays light."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's own signature
        """The commands in the order of a workshop."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 click's own signature
        """The command of that name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"maturity.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.command(
    cls=_Commands,
    help=described(
        "Run a maturity self-assessment workshop, and write its paper for the board.\n\n"
        "Without a command the home screen opens. Each thing the screen can do is also one line "
        "here, which works with a screen reader. SESSION is the folder of a session, or its name "
        "in the sessions folder.",
        "maturity demo --no-open",
        "maturity status demo",
    ),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="maturity %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Set out what a command works with, and open home where none is named."""
    if not isinstance(context.obj, Desk):
        context.obj = desk_of_this_laptop()
    if context.invoked_subcommand is None:
        # the screen, which no other command may pay for
        from maturity.cli.open import open_home  # noqa: PLC0415 see above

        context.exit(open_home(context.obj))


def run(args: Sequence[str] | None = None, desk: Desk | None = None) -> int:
    """Run one command line (the program's own where None) and say any fault; gives the status.

    `desk` stands in for the one of this laptop.
    """
    for stream in (sys.stdout, sys.stderr):
        # a console of an older Windows shows a question mark sooner than it ends the program
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if sys.stdin is None:
        # started without any: what asks then reads the end of the input, as from an empty pipe
        sys.stdin = io.StringIO()
    try:
        status = app.main(
            args=None if args is None else list(args),
            prog_name="maturity",
            standalone_mode=False,
            obj=desk,
        )
    except click.Abort:
        warn("Stopped. What was recorded before is kept.")
        return STOPPED
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except Unread as unread:
        return unread.status
    except Exception as error:  # noqa: BLE001 the one place where no fault may pass as a traceback
        said = said_of(error)
        warn(said or unexpected(error))
        return _WRONG if said else 70
    return status if isinstance(status, int) else 0
