"""`person`, `dissent`, `note`, `action`, `kloe`, `decision` and `risk`: lines that are kept.

Each adds a line; `--id` changes one and `--remove` takes one out. The other aliases set fields.
"""

import typing
from typing import Any

import click

from maturity.cli.desk import Desk
from maturity.cli.factory import Build, act_command
from maturity.session.acts.act import Refused
from maturity.session.acts.actions import DeliveryAct
from maturity.session.acts.table import ACTS

__all__ = [
    "action_command",
    "decision_command",
    "dissent_command",
    "kloe_command",
    "note_command",
    "person_command",
    "risk_command",
]


def _id_option(name: str, said: str, nargs: int = 1) -> click.Option:
    metavar = "ID" if nargs == 1 else "ID TEXT"
    return click.Option([f"--{name}"], metavar=metavar, nargs=nargs, default=None, help=said)


_REMOVE = "Take this one out; undo brings it back."


def _entry(name: str) -> Build:
    """The act of an entry, with `--remove ID` as its id and its flag."""
    act = ACTS[name].act

    def build(values: dict[str, Any], _desk: Desk) -> object:
        remove = values.pop("remove")
        if remove is not None:
            values |= {"id": remove, "remove": True}
        return act(**values)

    return build


def _note(values: dict[str, Any], desk: Desk) -> object:
    """With `--id` the one word left is the new text, since the item is known."""
    if values["id"] is not None and values["text"] is None:
        values |= {"item": None, "text": values["item"]}
    return _entry("note")(values, desk)


def _dissent(values: dict[str, Any], desk: Desk) -> object:
    answered, withdrawn = values.pop("answer"), values.pop("withdraw")
    if answered is not None:
        values |= {"id": answered[0], "answer": answered[1]}
    if withdrawn is not None:
        values |= {"id": withdrawn, "withdraw": True}
    return _entry("dissent")(values, desk)


def _action(values: dict[str, Any], desk: Desk) -> object:
    agreed, status = values.pop("agreed"), values.pop("status")
    on, note = values.pop("on"), values.pop("note")
    if status is not None:
        if not values["text"]:
            raise Refused("Say which action: its id comes last. maturity status SESSION lists it.")
        return DeliveryAct(values["text"], status, on, note)
    if on is not None or note is not None:
        raise Refused("A date and a note go with a delivery status: --status amber --on DATE ID.")
    if agreed is not None:
        values |= {"id": agreed, "agreed": True}
    return _entry("action")(values, desk)


def _kloe(values: dict[str, Any], desk: Desk) -> object:
    closed, on = values.pop("close"), values.pop("on")
    if closed is not None:
        values |= {"id": closed, "closed": on or desk.today.isoformat()}
    elif on is not None:
        raise Refused("A date goes with closing: --close ID --finding TEXT --on DATE.")
    return _entry("kloe")(values, desk)


_STATUSES = click.Choice(typing.get_args(typing.get_type_hints(DeliveryAct)["status"]))

person_command = act_command("person")
note_command = act_command("note", _note, extra=[_id_option("remove", _REMOVE)], without=["remove"])
dissent_command = act_command(
    "dissent",
    _dissent,
    extra=[
        _id_option("answer", "The room's one-line answer to this one.", nargs=2),
        _id_option("withdraw", "They take this one back: the words go, a mark stays."),
        _id_option("remove", _REMOVE),
    ],
    without=["answer", "withdraw", "remove"],
)
action_command = act_command(
    "action",
    _action,
    extra=[
        _id_option("agreed", "The board agreed this one."),
        click.Option(
            ["--status"], type=_STATUSES, help="How far the action with the id TEXT has come."
        ),
        click.Option(["--on"], metavar="DATE", help="The date of that status; today if left out."),
        click.Option(["--note"], metavar="TEXT", help="A line beside that status."),
        _id_option("remove", _REMOVE),
    ],
    without=["agreed", "remove"],
)
kloe_command = act_command(
    "kloe",
    _kloe,
    extra=[
        _id_option("close", "Close this one with what was found."),
        click.Option(["--on"], metavar="DATE", help="The day it was closed; today if left out."),
        _id_option("remove", _REMOVE),
    ],
    without=["closed", "remove"],
)
decision_command = act_command(
    "decision", _entry("decision"), extra=[_id_option("remove", _REMOVE)], without=["remove"]
)
risk_command = act_command(
    "risk", _entry("risk"), extra=[_id_option("remove", _REMOVE)], without=["remove"]
)
