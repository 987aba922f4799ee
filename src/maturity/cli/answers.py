"""`answer`: what the room does with a challenge prompt."""

from collections.abc import Mapping
from typing import Any, Literal

import click

from maturity.cli.desk import Desk
from maturity.cli.factory import act_command
from maturity.session.acts.act import Refused
from maturity.session.acts.answers import AnswerAct

__all__ = ["answer_command"]

_Outcome = Literal["accepted", "parked", "dismissed"]
_FLAGS: Mapping[str, tuple[_Outcome, str]] = {
    "accept": ("accepted", "Make an action of it: TEXT says what will be done."),
    "park": ("parked", "Leave it open for later."),
    "dismiss": ("dismissed", "Set it aside: TEXT says why."),
}


def _answer(values: dict[str, Any], _desk: Desk) -> AnswerAct:
    asked = [outcome for flag, (outcome, _) in _FLAGS.items() if values.pop(flag)]
    if len(asked) > 1:
        raise Refused("Choose one: --accept, --park or --dismiss.")
    return AnswerAct(**values, outcome=asked[0] if asked else "answered")


answer_command = act_command(
    "answer",
    _answer,
    extra=[
        click.Option([f"--{flag}"], is_flag=True, default=False, help=said)
        for flag, (_, said) in _FLAGS.items()
    ],
    without=["outcome"],
)
