"""Commands made from the act table: names, help, choices and flags are read off the acts."""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import click

from maturity.cli.desk import Desk, by_option, receive, session_argument
from maturity.cli.speech import described, tell_cleaning
from maturity.session.acts.act import ActSpec
from maturity.session.acts.table import ACTS

__all__ = ["Build", "act_command", "help_of", "item_may_be_missing", "parameters"]

Build = Callable[[dict[str, Any], Desk], object]
"""Makes the act from the values that were typed, by the names of its fields."""

_METAVARS = {
    "aim": "LEVEL",
    "also": "EXCERPT_OR_DOCUMENT",
    "approved": "DATE",
    "arrived": "WHEN",
    "cannot_say": "NEXT_STEP",
    "counts": "N N N",
    "date": "DATE",
    "deputy_for": "NAME",
    "due": "WHEN",
    "forum": "FORUM",
    "from_": "WHO",
    "group": "VOICE",
    "id": "ID",
    "initials": "AB",
    "item": "ITEM",
    "left": "WHEN",
    "level": "LEVEL",
    "not_applicable": "REASON",
    "on": "DATE",
    "owner": "WHO",
    "plan": "REF",
    "refresh_due": "DATE",
    "target": "EXCERPT_OR_DOCUMENT",
    "to": "FORUM",
    "voice": "VOICE",
}


@dataclasses.dataclass(frozen=True, slots=True)
class _Kind:
    """What a field of an act takes: one value or several, of which type, and whether it must."""

    type: "click.ParamType[Any] | type"
    several: bool
    must: bool


def _kind(annotation: Any) -> _Kind:
    inner = typing.get_args(annotation)
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        (bare,) = (one for one in inner if one is not types.NoneType)
        found = _kind(bare)
        return dataclasses.replace(found, must=False)
    if typing.get_origin(annotation) is Literal:
        return _Kind(click.Choice(inner), several=False, must=True)
    if typing.get_origin(annotation) is tuple:
        return _Kind(_kind(inner[0]).type, several=True, must=True)
    return _Kind(annotation if annotation in (int, bool) else str, several=False, must=True)


def parameters(
    act: type, *, without: Sequence[str] = (), metavars: Mapping[str, str] | None = None
) -> list[click.Parameter]:
    """The arguments, then the options, of an act: every field with a help sentence of its own."""
    hints = typing.get_type_hints(act)
    names = _METAVARS | dict(metavars or {})
    arguments: list[click.Parameter] = []
    options: list[click.Parameter] = []
    for field in dataclasses.fields(act):
        if "help" not in field.metadata or field.name in without:
            continue
        kind = _kind(hints[field.name])
        metavar = names.get(field.name)
        if field.metadata["positional"]:
            arguments.append(_argument(field, kind, metavar))
        else:
            options.append(_option(field, kind, metavar))
    return [*arguments, *options]


def _argument(field: "dataclasses.Field[Any]", kind: _Kind, metavar: str | None) -> click.Argument:
    must = kind.must and field.default is dataclasses.MISSING and not kind.several
    return click.Argument(
        [field.name],
        type=kind.type,
        nargs=-1 if kind.several else 1,
        required=must,
        metavar=_shown(metavar or field.name.upper(), must=must),
    )


def _shown(metavar: str, *, must: bool) -> str:
    return metavar if must else f"[{metavar}]"


def _option(field: "dataclasses.Field[Any]", kind: _Kind, metavar: str | None) -> click.Option:
    name = f"--{field.name.strip('_').replace('_', '-')}"
    said = f"{field.metadata['help'][0].upper()}{field.metadata['help'][1:]}."
    if kind.type is bool:
        both = f"{name}/--not-{name[2:]}"
        names = [name if kind.must else both, field.name]
        return click.Option(names, is_flag=True, default=False if kind.must else None, help=said)
    return click.Option(
        [name, field.name],
        type=kind.type,
        multiple=kind.several,
        default=() if kind.several else None if field.default is None else field.default,
        show_default=isinstance(field.default, str),
        metavar=_shape(kind, metavar),
        help=said,
    )


def _shape(kind: _Kind, metavar: str | None) -> str | None:
    """What a value looks like; one name may be a number in one act and words in another."""
    if isinstance(kind.type, click.Choice):
        return None
    return "N" if kind.type is int else metavar or "TEXT"


def _given(act: type, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values typed, with a list that was left out as the act itself leaves it out."""
    defaults = {field.name: field.default for field in dataclasses.fields(act)}
    return {
        name: defaults[name] if value == () and defaults.get(name) is None else value
        for name, value in values.items()
    }


def help_of(spec: ActSpec, arguments: Sequence[tuple[str, str]] = ()) -> str:
    """The help text of a command: what it does, its arguments, and one worked example."""
    longest = max((len(word) for word, _ in arguments), default=0)
    rows = "\n".join(f"  {word.ljust(longest)}  {said}" for word, said in arguments)
    listed = f"\n\n\b\n{rows}" if rows else ""
    return described(f"{spec.help}{listed}", f"maturity {spec.name} {spec.example}")


def _told(act: type, params: Sequence[click.Parameter]) -> list[tuple[str, str]]:
    said = {field.name: field.metadata.get("help", "") for field in dataclasses.fields(act)}
    return [
        (str(param.metavar), said[str(param.name)])
        for param in params
        if isinstance(param, click.Argument)
    ]


def act_command(
    name: str,
    build: Build | None = None,
    *,
    extra: Sequence[click.Parameter] = (),
    without: Sequence[str] = (),
    metavars: Mapping[str, str] | None = None,
) -> click.Command:
    """The command of the act called `name`: it opens the session, does the act, says what came.

    `extra` are aliases that `build` turns into fields; `without` are fields that they replace.
    """
    spec = ACTS[name]
    own = parameters(spec.act, without=without, metavars=metavars)

    def make(values: dict[str, Any], desk: Desk) -> object:
        return build(values, desk) if build else spec.act(**values)

    @click.pass_obj
    def perform(desk: Desk, /, session: str, by: str | None, **values: Any) -> None:
        desk = desk.typed_by(by)
        act = make(_given(spec.act, values), desk)
        with desk.opened(session) as workshop:
            receive(workshop.do(act))
        tell_cleaning(values.values())

    return click.Command(
        name.rsplit(maxsplit=1)[-1],
        params=[session_argument(), *own, *extra, by_option()],
        callback=perform,
        help=help_of(spec, _told(spec.act, own)),
        short_help=spec.help,
    )


def item_may_be_missing(param: click.Parameter) -> click.Parameter:
    """The parameter as a command has it that may take every item from a file instead."""
    if param.name == "item":
        return click.Argument(["item"], required=False, metavar="[ITEM]")
    return param
