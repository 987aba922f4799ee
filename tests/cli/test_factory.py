"""Every command is made from the act table, and its help is fit to read."""

import dataclasses
from collections.abc import Iterator

import click
import pytest

from cli.conftest import Bench
from maturity.cli.start import app
from maturity.session.acts.table import ACTS

OFFERED = [
    "demo", "new", "run", "status", "person", "vote", "rate", "seen", "park", "dissent", "note",
    "action", "kloe", "decision", "risk", "answer", "page", "set", "link", "unlink", "undo", "redo",
    "history", "evidence", "preread", "report", "highlights", "confirm", "erase", "close",
    "framework", "doctor",
]  # fmt: skip
UNDER = {
    "evidence": ["add", "set", "list", "show", "search", "suggest", "take"],
    "framework": ["list", "check"],
}
# Words of acts that a command says in another way: `--remove ID`, `--close ID --on DATE`.
ALIASED = {"closed": "close", "from_": "from", "outcome": "accept"}


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(app)
    for name in app.list_commands(context):
        command = app.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            for under in command.list_commands(context):
                found = command.get_command(context, under)
                assert found is not None
                yield f"{name} {under}", found


ALL = dict(commands())


def test_what_is_not_built_is_absent() -> None:
    context = click.Context(app)
    assert app.list_commands(context) == OFFERED
    assert app.get_command(context, "approve") is None
    for name, under in UNDER.items():
        assert sorted(one.split()[1] for one in ALL if one.startswith(f"{name} ")) == sorted(under)


@pytest.mark.parametrize("name", ALL)
def test_a_help_text_has_one_worked_example_that_names_its_command(
    maturity: Bench, name: str
) -> None:
    ran = maturity(*name.split(), "--help")
    assert ran.status == 0
    assert ran.out.count("Example:") == 1
    assert f"  maturity {name}" in ran.out
    assert "\\b" not in ran.out
    assert ALL[name].short_help


@pytest.mark.parametrize("name", [name for name in ACTS if name in ALL])
def test_a_command_has_every_field_of_its_act(name: str) -> None:
    offered = {param.name for param in ALL[name].params} | {
        option.strip("-").replace("-", "_") for param in ALL[name].params for option in param.opts
    }
    for field in dataclasses.fields(ACTS[name].act):
        if "help" in field.metadata and field.name != "document":
            assert ALIASED.get(field.name, field.name) in offered, field.name


def test_every_option_says_what_it_is_for() -> None:
    for name, command in ALL.items():
        for param in command.params:
            if isinstance(param, click.Option):
                assert param.help, (name, param.name)


def test_choices_are_those_of_the_act() -> None:
    (method,) = [param for param in ALL["vote"].params if param.name == "method"]
    assert isinstance(method.type, click.Choice)
    assert list(method.type.choices) == ["paper", "hands", "survey", "phone"]


def test_wrong_syntax_is_clicks_own(maturity: Bench) -> None:
    for words in (("vote", "northmere", "one", "--colour"), ("ghost",), ("rate",)):
        ran = maturity(*words)
        assert ran.status == 2
        assert "Usage: maturity" in ran.err


def test_a_count_is_shown_as_a_number_and_a_next_step_as_words(maturity: Bench) -> None:
    assert "--cannot-say N " in maturity("vote", "--help").out
    assert "--cannot-say NEXT_STEP" in maturity("rate", "--help").out
