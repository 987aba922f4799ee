"""The one table of paths: what may stand where in a session, and in which shape.

It is read off the classes of `state.py`. Fold, validation, snapshot and history walk it.
"""

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal

from maturity.frozen import dataclass
from maturity.records import first_fault, read
from maturity.session.parts import Part, Shape
from maturity.session.state import SessionState

__all__ = [
    "KINDS",
    "BadValue",
    "Fresh",
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
_ALWAYS: Final = object()


class BadValue(ValueError):
    """A path or a value that no session can hold; says which and why."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A path pattern (`*` stands for any id or name), its shape, and the type of its value."""

    pattern: Path
    shape: Literal["register", "entry"]
    value: Any
    optional: bool


def _split(annotation: Any) -> tuple[Any, Shape | None]:
    """The bare type of a field and its shape; None for a plain register."""
    if typing.get_origin(annotation) is typing.Annotated:
        for mark in annotation.__metadata__:
            if isinstance(mark, Shape):
                return typing.get_args(annotation)[0], mark
    return annotation, None


def _walk(model: type[Part], at: Path) -> Iterator[Kind]:
    for file_name, name in model.file_names.items():
        yield from _walk_field(model.model_fields[name].hint, (*at, file_name), model, name)


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


def validated(path: Path, value: Any) -> Any:
    """`value` as the frozen value that stands at `path`; None clears a register that may be clear.

    Raises `BadValue` with what is wrong, for people.
    """
    kind = kind_of(path)
    if value is None and kind.shape == "register" and kind.optional:
        return None
    try:
        return read(kind.value, value)
    except ValueError as error:
        at, said = first_fault(error)
        inside = "/".join([*path, *(str(part) for part in at)])
        raise BadValue(f"{inside}: {said}") from error


def take(state: Any, path: Path) -> Any:
    """What stands at `path`: a value, or None when nothing does."""
    node = state
    for part in path:
        if isinstance(node, Part):
            name = type(node).file_names.get(part)
            node = getattr(node, name) if name else None
        elif isinstance(node, Mapping):
            node = node.get(part)
        else:
            return None
    return node


def copied(mapping: Mapping[Any, Any]) -> dict[Any, Any]:
    """A dictionary of its own; `dict` would read a read-only one item by item."""
    return mapping.copy() if isinstance(mapping, MappingProxyType) else dict(mapping)


class Fresh:
    """Tables and parts made in one go of many changes, which nobody else holds yet.

    Only these may be changed where they stand; to make anew a table of thousands for each of
    thousands of changes takes longer than all the rest of a fold.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        """Nothing is made yet."""
        self._made: dict[int, tuple[Any, dict[Any, Any]]] = {}

    def of(self, node: Any) -> tuple[Any, dict[Any, Any]]:
        """`node`, or a copy of it where somebody else may hold it; and what to write in for it."""
        found = self._made.get(id(node))
        if found is None:
            if isinstance(node, Part):
                copy: Any = node.model_copy(update={})
                found = copy, copy.__dict__
            else:
                entries = copied(node)
                found = MappingProxyType(entries), entries
            # held here, so that no other value can come by its id
            self._made[id(found[0])] = found
        return found


def put(state: SessionState, path: Path, value: Any, fresh: Fresh | None = None) -> SessionState:
    """`state` with `value` at `path`; None takes away what stands there.

    The value must have come from `validated`. Only the tables on the way are made anew, and of
    them none that is `fresh`.
    """
    changed = _put(state, path, value, SessionState, fresh or Fresh())
    assert isinstance(changed, SessionState)  # noqa: S101 a table of paths starts at the state
    return changed


def _put(node: Any, path: Path, value: Any, annotation: Any, fresh: Fresh) -> Any:
    head, rest = path[0], path[1:]
    changed, inside = fresh.of(node)
    if isinstance(node, Part):
        name = type(node).file_names[head]
        field = type(node).model_fields[name]
        if rest:
            value = _put(inside[name], rest, value, field.hint, fresh)
        inside[name] = field.default() if value is None else value
        return changed
    inner, shape = _inside(annotation)
    if rest:
        child = inside.get(head)
        inside[head] = _put(inner() if child is None else child, rest, value, inner, fresh)
        # every register of a branch is empty by default, so only a cleared one can leave nothing
        if value is None and shape is Shape.BRANCH and inside[head] == inner():
            del inside[head]
    elif value is None:
        inside.pop(head, None)
    else:
        inside[head] = value
    return changed


@cache
def _inside(annotation: Any) -> tuple[Any, Shape | None]:
    """The type of what stands in the tables of a field, and the field's shape."""
    bare, shape = _split(annotation)
    return typing.get_args(bare)[1], shape


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
    kind: Any = type(part)
    values = part.__dict__
    for file_name, name, default, shape in _plan(kind):
        value = values[name]
        if value is default or value == default:
            continue
        if shape is Shape.ENTRIES:
            result[file_name] = [{"id": key} | plain(entry) for key, entry in value.items()]
        elif shape is Shape.BRANCH:
            tables = ((key, plain(table)) for key, table in value.items())
            if kept := {key: table for key, table in tables if table}:
                result[file_name] = kept
        else:
            result[file_name] = plain(value)
    return result


@cache
def _plan(kind: Any) -> tuple[tuple[str, str, Any, Shape | None], ...]:
    """Of each field: its name in files, its name, what is left out of it, and its shape."""
    fields = (
        (file_name, kind.model_fields[name], name) for file_name, name in kind.file_names.items()
    )
    return tuple(
        (
            file_name,
            name,
            _ALWAYS if field.is_required() else field.default(),
            _split(field.hint)[1],
        )
        for file_name, field, name in fields
    )
