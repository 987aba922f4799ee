"""`vote`, `rate`, `seen` and `park`: what the room says of an item."""

from pathlib import Path
from typing import Any

import click

from maturity.cli.desk import Desk
from maturity.cli.factory import act_command, item_may_be_missing

__all__ = ["park_command", "rate_command", "seen_command", "vote_command"]

rate_command = act_command("rate")
seen_command = act_command("seen", metavars={"item": "CRITERION"})
park_command = act_command("park")

_typed = act_command("vote")


@click.pass_context
def _vote(context: click.Context, /, file: str | None, columns: str | None, **values: Any) -> None:
    if file is None:
        if columns is not None:
            raise click.UsageError("--columns goes with --from.")
        if values["item"] is None:
            raise click.UsageError("Name the ITEM voted on, or give --from FILE.")
        context.invoke(_typed, **values)
        return
    _need_nothing_else(context)
    # reads a file in another process, which no other vote pays for
    from maturity.cli.surveys import import_survey  # noqa: PLC0415 see above

    desk = context.ensure_object(Desk).typed_by(values["by"])
    map_file = None if columns is None else Path(columns)
    import_survey(desk, values["session"], Path(file), map_file)


def _need_nothing_else(context: click.Context) -> None:
    """Refuse what belongs to a vote that is typed."""
    alone = {"session", "by", "file", "columns"}
    typed = click.core.ParameterSource.COMMANDLINE
    for name, value in context.params.items():
        if name not in alone and value and context.get_parameter_source(name) is typed:
            raise click.UsageError("--from brings every count itself: give no item or count.")


_SURVEYS = """
  maturity vote northmere --from survey.csv

Columns are found by their headers: an item's question, title or short name. The last answer of a
person counts; an empty cell is no vote. Where your survey says it otherwise, write MAP.toml:

\b
  who = ["Email"]                      # tells people apart; never kept
  voice = "Which group are you from?"
  [item]
  leadership = "Words of the header"
  [comment]
  leadership = "Why?"                  # kept as private notes, without names
  [answer]
  "Getting there" = "developing"       # or "cannot-say", or "abstain"
  [group]
  "A parent" = "parent-carers\"
"""

vote_command = click.Command(
    "vote",
    params=[
        *map(item_may_be_missing, _typed.params),
        click.Option(
            ["--from", "file"],
            metavar="FILE",
            help="Take first votes from a survey (.csv or .xlsx): counts are kept, people are not.",
        ),
        click.Option(
            ["--columns"],
            metavar="MAP.toml",
            help="With --from: which column holds what; remembered for this session.",
        ),
    ],
    callback=_vote,
    help=f"{_typed.help}{_SURVEYS}",
    short_help=_typed.short_help,
)
