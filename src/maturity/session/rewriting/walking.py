"""Every text that people wrote within a value of a session or of an evidence file.

The types of the fields say which values are texts: dates, counts, choices and names of things,
by which the parts of a session find each other, are none and are passed over.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from maturity.records import Bounds, Record
from maturity.session.parts import Shape

__all__ = ["Change", "Path", "rewritten"]

Path = tuple[str, ...]
Change = Callable[[Path, str], str]
"""Gives the text that is to stand at a path in the place of another."""

_NAMES_OF_THINGS: Final = frozenset(
    {
        # of a session
        "board_date",
        "break_after",
        "dissent_seen",
        "document",
        "excerpt",
        "file_sha256",
        "fingerprint",
        "group",
        "id",
        "item",
        "keep_until",
        "level",
        "level_then",
        "media",
        "outcome",
        "previous",
        "rating_seen",
        "reader",
        "replaced_by",
        "rule",
        "said",
        "seen",
        "session",
        "sha256",
        "state",
        "version",
        "voice",
        "voting",
        # of an evidence file
        "code",
        "encoding",
        "precision",
    }
)


def rewritten(hint: Any, value: Any, change: Change, at: Path = ()) -> Any:
    """`value`, of the type `hint`, as tables of a file have it, with every text changed.

    `at` is the path of the value; entries in a list have their id in the path of their texts.
    """
    return _reader(hint)(value, change, at)


_Reader = Callable[[Any, Change, Path], Any]


def _same(value: Any, _change: Change, _at: Path) -> Any:
    return value


@cache
def _reader(hint: Any) -> _Reader:
    """What to do with a value of a type; the value is left alone where it is not of that type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        marks = hint.__metadata__
        if any(isinstance(one, Bounds) and "pattern" in one.bounds for one in marks):
            return _same
        if Shape.ENTRIES in marks:
            return _entries(get_args(arguments[0])[1])
        return _reader(arguments[0])
    if isinstance(hint, type) and issubclass(hint, Record):
        return _record(hint)
    if hint is str:
        return _text
    return _inside(origin, arguments)


def _inside(origin: Any, arguments: tuple[Any, ...]) -> _Reader:
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is tuple:
        return _several(arguments[0])
    if origin is Mapping:
        return _table(arguments[1])
    return _same


def _text(value: Any, change: Change, at: Path) -> Any:
    if not isinstance(value, str) or at[-1] in _NAMES_OF_THINGS:
        return value
    return change(at, value)


def _record(kind: type[Record]) -> _Reader:
    def table(value: Any, change: Change, at: Path) -> Any:
        if not isinstance(value, Mapping):
            return value
        fields = kind.model_fields
        return {
            name: (
                _reader(fields[kind.file_names[name]].hint)(inner, change, (*at, name))
                if name in kind.file_names
                else inner
            )
            for name, inner in value.items()
        }

    return table


def _union(arguments: Iterable[Any]) -> _Reader:
    readers = [_reader(one) for one in arguments if get_origin(one) is not Literal]

    def first_that_differs(value: Any, change: Change, at: Path) -> Any:
        for reader in readers:
            found = reader(value, change, at)
            if found != value:
                return found
        return value

    return first_that_differs


def _several(hint: Any) -> _Reader:
    def several(value: Any, change: Change, at: Path) -> Any:
        if not isinstance(value, list | tuple):
            return value
        return [_reader(hint)(inner, change, at) for inner in value]

    return several


def _table(hint: Any) -> _Reader:
    def table(value: Any, change: Change, at: Path) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {name: _reader(hint)(inner, change, (*at, name)) for name, inner in value.items()}

    return table


def _entries(hint: Any) -> _Reader:
    by_name = _table(hint)

    def entries(value: Any, change: Change, at: Path) -> Any:
        if isinstance(value, Mapping):
            return by_name(value, change, at)
        if not isinstance(value, list):
            return value
        return [
            _reader(hint)(inner, change, (*at, str(inner.get("id"))))
            if isinstance(inner, Mapping)
            else inner
            for inner in value
        ]

    return entries
