"""`link` and `unlink`: evidence tied to an item."""

from typing import Any

import click

from maturity.cli.desk import Desk, by_option, receive, session_argument
from maturity.cli.factory import act_command, help_of, parameters
from maturity.cli.speech import tell_cleaning
from maturity.session.acts.evidence import LinkAct
from maturity.session.acts.table import ACTS

__all__ = ["link_command", "unlink_command"]


@click.pass_obj
def _link(desk: Desk, /, session: str, by: str | None, **values: Any) -> None:
    desk = desk.typed_by(by)
    with desk.opened(session) as workshop:
        receive(workshop.link(**values))
    tell_cleaning(values.values())


# The workshop makes this act: it alone knows the words of an excerpt.
link_command = click.Command(
    "link",
    params=[session_argument(), *parameters(LinkAct, without=["document"]), by_option()],
    callback=_link,
    help=help_of(
        ACTS["link"],
        [("ITEM", "the item"), ("EXCERPT", "the excerpt, by id or a unique beginning")],
    ),
    short_help=ACTS["link"].help,
)

unlink_command = act_command("unlink")
