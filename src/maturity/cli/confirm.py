"""`confirm`: the board's answer to an item, typed, or all of them read from its paper."""

from pathlib import Path
from typing import Any

import click

from maturity.cli.desk import Desk, json_option
from maturity.cli.factory import act_command, item_may_be_missing

__all__ = ["confirm_command"]

_typed = act_command("confirm", metavars={"minute": "REF", "body": "FORUM"})

_GOES_WITH_BOTH = frozenset(("session", "on", "minute", "body", "by"))
_ONLY_READ = ("yes", "as_json")


@click.pass_context
def _confirm(context: click.Context, /, file: str | None, **values: Any) -> None:
    only_read = {name: values.pop(name) for name in _ONLY_READ}
    if file is None:
        if any(only_read.values()):
            raise click.UsageError("--yes and --json go with --from.")
        if values["item"] is None:
            raise click.UsageError("Name the ITEM that was answered, or give --from PAPER.docx.")
        context.invoke(_typed, **values)
        return
    if any(value for name, value in values.items() if name not in _GOES_WITH_BOTH):
        raise click.UsageError("--from brings every answer itself: give no item and no answer.")
    # reads a file in another process, which no typed answer pays for
    from maturity.cli.returned import Wished, take_returned  # noqa: PLC0415 see above

    desk = context.ensure_object(Desk).typed_by(values["by"])
    meeting = (values["on"], values["minute"], values["body"])
    wished = Wished(Path(file), *meeting, is_sure=only_read["yes"], as_json=only_read["as_json"])
    take_returned(desk, values["session"], wished)


_PAPERS = """
  maturity confirm northmere --from board-paper.docx --on 2026-04-16

With --from the answers are read from the Word paper as it came back. All that was found is shown
first, and each thing that is not plain is asked; the room's own ratings stay as they are.
"""

confirm_command = click.Command(
    "confirm",
    params=[
        *map(item_may_be_missing, _typed.params),
        click.Option(
            ["--from", "file"],
            metavar="PAPER.docx",
            help="Read every answer from the board's copy of the paper.",
        ),
        click.Option(
            ["--yes"],
            is_flag=True,
            help="With --from: record what was read, unless something has to be asked.",
        ),
        json_option(),
    ],
    callback=_confirm,
    help=f"{_typed.help}{_PAPERS}",
    short_help=_typed.short_help,
)
