"""The one table of paths: what may stand where in a session, and in which shape.

It is read off the classes of `state.py`. Fold, validation, snapshot and history walk it.
"""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from maturity.session.parts import Part, Shape
from maturity.session.state import SessionState

__all__ = [
    "KINDS",
    "BadValue",
    "Kind",
    "Path",
    "copied",
    "is_collection",
    "kind_of",
    "plain",
    "put",
    "take",
    "validated",
]

Path = tuple[str, ...]
ANY = "*"


class BadValue(ValueError):
    """A path or a value that no session can hold; says which and why."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A path pattern (`*` stands for any id or name), its shape, and the type of its value."""

    pattern: Path
    shape: Literal["register", "entry"]
    value: Any
    optional: bool


@cache
def _file_names(model: type[Part]) -> Mapping[str, str]:
    """Names as files have them, to names as Python has them (`from` is no name in Python)."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _split(annotation: Any) -> tuple[Any, Shape | None]:
    """The bare type of a field and its shape; None for a plain register."""
    if typing.get_origin(annotation) is typing.Annotated:
        for mark in annotation.__metadata__:
            if isinstance(mark, Shape):
                return typing.get_args(annotation)[0], mark
    return annotation, None


@cache
def _hints(model: type[Part]) -> Mapping[str, Any]:
    """The annotation of each field; pydantic has resolved them, so they are not read again."""
    return {
        name: typing.Annotated[field.annotation, *field.metadata]
        if field.metadata
        else field.annotation
        for name, field in model.model_fields.items()
    }


def _walk(model: type[Part], at: Path) -> Iterator[Kind]:
    hints = _hints(model)
    for file_name, name in _file_names(model).items():
        yield from _walk_field(hints[name], (*at, file_name), model, name)


def _walk_field(annotation: Any, at: Path, model: type[Part], name: str) -> Iterator[Kind]:
    bare, shape = _split(annotation)
    if shape is None:
        optional = not model.model_fields[name].is_required()
        yield Kind(at, "register", annotation, optional)
    elif shape is Shape.GROUP:
        yield from _walk(bare, at)
    else:
        inner = typing.get_args(bare)[1]
        if shape is Shape.REGISTERS:
            yield Kind((*at, ANY), "register", inner, optional=True)
            return
        if shape is Shape.ENTRIES:
            yield Kind(at, "entry", inner, optional=True)
        yield from _walk(inner, (*at, ANY))


def _table() -> tuple[Kind, ...]:
    return tuple(kind for kind in _walk(SessionState, ()) if kind.pattern[0] != "framework")


KINDS: tuple[Kind, ...] = _table()
"""Every path of a session. `framework` is derived from the journals and is not among them."""


@cache
def _by_ends() -> Mapping[tuple[int, str, str], tuple[Kind, ...]]:
    """The kinds by length, first and last part of their pattern: each leaves one or two to try."""
    ends: dict[tuple[int, str, str], list[Kind]] = {}
    for kind in KINDS:
        key = (len(kind.pattern), kind.pattern[0], kind.pattern[-1])
        ends.setdefault(key, []).append(kind)
    return {key: tuple(kinds) for key, kinds in ends.items()}


def _found(path: Path) -> Kind | None:
    if not path:
        return None
    for last in (path[-1], ANY):
        for kind in _by_ends().get((len(path), path[0], last), ()):
            if all(want in (ANY, part) for want, part in zip(kind.pattern, path, strict=True)):
                return kind
    return None


def kind_of(path: Path) -> Kind:
    """The kind of value that stands at `path`.

    Raises `BadValue` when no session has such a path.
    """
    kind = _found(path)
    if kind is None:
        raise BadValue(f"A session has nothing called {'/'.join(path)}.")
    return kind


def is_collection(path: Path) -> bool:
    """Whether entries stand under `path`, each added by an event of its own."""
    kind = _found(path)
    return kind is not None and kind.shape == "entry"


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(kind.value)


def validated(path: Path, value: Any) -> Any:
    """`value` as the frozen value that stands at `path`; None clears a register that may be clear.

    Raises `BadValue` with what is wrong, for people.
    """
    kind = kind_of(path)
    if value is None and kind.shape == "register" and kind.optional:
        return None
    try:
        return _adapter(kind).validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        inside = "/".join([*path, *(str(part) for part in first["loc"])])
        raise BadValue(f"{inside}: {first['msg']}") from error


def take(state: Any, path: Path) -> Any:
    """What stands at `path`: a value, or None when nothing does."""
    node = state
    for part in path:
        if isinstance(node, Part):
            name = _file_names(type(node)).get(part)
            node = getattr(node, name) if name else None
        elif isinstance(node, Mapping):
            node = node.get(part)
        else:
            return None
    return node


def copied(mapping: Mapping[Any, Any]) -> dict[Any, Any]:
    """A dictionary of its own; `dict` would read a read-only one item by item."""
    return mapping.copy() if isinstance(mapping, MappingProxyType) else dict(mapping)


def put(state: SessionState, path: Path, value: Any) -> SessionState:
    """`state` with `value` at `path`; None takes away what stands there.

    The value must have come from `validated`. Only the tables on the way are made anew.
    """
    changed = _put(state, path, value, SessionState)
    assert isinstance(changed, SessionState)  # noqa: S101 a table of paths starts at the state
    return changed


def _put(node: Any, path: Path, value: Any, annotation: Any) -> Any:
    head, rest = path[0], path[1:]
    if isinstance(node, Part):
        return _put_field(node, head, rest, value)
    inner = typing.get_args(_split(annotation)[0])[1]
    entries = copied(node)
    if rest:
        child = entries.get(head)
        entries[head] = _put(inner() if child is None else child, rest, value, inner)
        if Shape.BRANCH is _split(annotation)[1] and entries[head] == inner():
            del entries[head]
    elif value is None:
        entries.pop(head, None)
    else:
        entries[head] = value
    return MappingProxyType(entries)


def _put_field(node: Part, head: str, rest: Path, value: Any) -> Part:
    name = _file_names(type(node))[head]
    field = type(node).model_fields[name]
    if rest:
        value = _put(getattr(node, name), rest, value, _hints(type(node))[name])
    elif value is None:
        value = field.get_default(call_default_factory=True)
    return node.model_copy(update={name: value})


def plain(value: Any) -> Any:
    """`value` as tables, lists, text, whole numbers and truths: what JSON and TOML can hold.

    Fields at their default are left out; entries become lists of tables with their id first.
    """
    if isinstance(value, Part):
        return _plain_part(value)
    if isinstance(value, Mapping):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    return value


def _plain_part(part: Part) -> dict[str, Any]:
    result: dict[str, Any] = {}
    hints = _hints(type(part))
    for file_name, name in _file_names(type(part)).items():
        value, field = getattr(part, name), type(part).model_fields[name]
        if not field.is_required() and value == field.get_default(call_default_factory=True):
            continue
        shape = _split(hints[name])[1]
        if shape is Shape.ENTRIES:
            result[file_name] = [{"id": key} | plain(entry) for key, entry in value.items()]
        elif shape is Shape.BRANCH:
            tables = ((key, plain(table)) for key, table in value.items())
            if kept := {key: table for key, table in tables if table}:
                result[file_name] = kept
        else:
            result[file_name] = plain(value)
    return result
