"""`framework list` and `framework check`: the frameworks at hand, and what is wrong with one."""

from pathlib import Path
from typing import Any

import click

from maturity.cli.desk import Desk
from maturity.cli.new import framework_folders
from maturity.cli.speech import described, say, say_json
from maturity.framework import shown
from maturity.framework.catalogue import Entry, catalogue
from maturity.framework.checking import check
from maturity.tomlfile import Message, file_bytes, render

__all__ = ["framework_command"]


@click.group(
    "framework",
    help=described(
        "List the frameworks at hand, and check the file of one.",
        "maturity framework check our-framework.toml",
    ),
    short_help="List frameworks, and check one.",
)
def framework_command() -> None:
    """What a partnership rates itself against."""


def _row(entry: Entry) -> dict[str, Any]:
    framework = entry.framework
    return {
        "id": entry.id,
        "title": framework.title if framework else "",
        "version": framework.version if framework else "",
        "status": framework.meta.status if framework else "broken",
        "items": len(framework.items) if framework else 0,
        "fingerprint": entry.fingerprint,
        "file": str(entry.file),
    }


@framework_command.command(
    "list",
    help=described(
        "List the frameworks that come with the program, and those in ./frameworks.",
        "maturity framework list",
    ),
    short_help="List the frameworks at hand.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
def _list(*, as_json: bool) -> None:
    entries = catalogue(framework_folders())
    if as_json:
        say_json([_row(entry) for entry in entries])
        return
    for entry in entries:
        if entry.framework is None:
            at = f"{entry.fault.file}:{entry.fault.line}" if entry.fault else str(entry.file)
            say(f"{entry.id}  broken ({at}): maturity framework check {entry.file}")
            continue
        row = _row(entry)
        count = f"{row['items']} {'item' if row['items'] == 1 else 'items'}"
        say(
            f"{row['id']}  {row['title']}, {row['version']} ({row['status']}), {count}, "
            f"fingerprint {shown(row['fingerprint'])}"
        )


@framework_command.command(
    "check",
    help=described(
        "Say what is wrong with framework files, line by line, and how to mend it.",
        "maturity framework check our-framework.toml",
    ),
    short_help="Say what is wrong with a framework file.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
@click.pass_context
def _check(context: click.Context, files: tuple[str, ...], *, as_json: bool) -> None:
    desk: Desk = context.obj
    messages: list[Message] = []
    for file in files:
        found = check(file_bytes(Path(file)), file, today=desk.today)
        messages += found
        if not as_json:
            for message in found:
                click.echo(render(message), err=message.severity == "error")
            if not found:
                say(f"{file}: nothing is wrong.")
    if as_json:
        say_json([message.as_json() for message in messages])
    if any(message.severity == "error" for message in messages):
        context.exit(1)
