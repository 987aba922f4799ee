"""`page` and `set`: the words that only people can write, and the settings of a session."""

import click

from maturity.cli.desk import Desk, by_option, receive, session_argument
from maturity.cli.factory import act_command, help_of
from maturity.cli.speech import say
from maturity.framework import Framework
from maturity.session.acts.act import Refused
from maturity.session.acts.page import SETTINGS, SetAct
from maturity.session.acts.table import ACTS
from maturity.session.kinds import plain, take
from maturity.session.state import SessionState

__all__ = ["page_command", "set_command"]

page_command = act_command("page")


@click.pass_obj
def _set(desk: Desk, session: str, key: str | None, value: str | None, by: str | None) -> None:
    desk = desk.typed_by(by)
    if key is not None and value is not None:
        with desk.opened(session) as workshop:
            receive(workshop.do(SetAct(key, value)))
        return
    with desk.opened(session, to_read=True) as workshop:
        rows = _settings(workshop.state, workshop.framework)
        if key is not None and key not in {name for name, _, _ in rows}:
            raise Refused(f'There is no setting called "{key}". maturity set SESSION lists them.')
        for name, told, stands in rows:
            if key in (None, name):
                say(f"{name} = {stands}  ({told})" if stands else f"{name}  ({told})")


def _settings(state: SessionState, framework: Framework) -> list[tuple[str, str, str]]:
    """Every setting by its name: what it is, and how it stands."""
    rows = [
        (name, told, _shown(plain(take(state, at)))) for name, (told, at, _) in SETTINGS.items()
    ]
    for word in type(framework.wording).model_fields:
        name = f"house.{word}"
        own = state.settings.get(name)
        usual = getattr(framework.wording, word)
        rows.append((name, f"our own word for: {usual or word}", _shown(own)))
    return rows


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)


set_command = click.Command(
    "set",
    params=[
        session_argument(),
        click.Argument(["key"], required=False, metavar="[KEY]"),
        click.Argument(["value"], required=False, metavar="[VALUE]"),
        by_option(),
    ],
    callback=_set,
    help=help_of(
        ACTS["set"],
        [("KEY", "the setting"), ("VALUE", "its value; empty clears it")],
    ),
    short_help=ACTS["set"].help,
)
