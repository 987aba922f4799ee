"""Reading a value as the type an annotation says, quickly where it is sound.

What is whole and plain is read by the few lines here. Where they are not sure of a value, pydantic
is loaded and its word is final: its faults become the messages a person reads. Loading it costs as
much processor time as reading a whole session, so a start with sound files does without.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema

__all__ = [
    "After",
    "Before",
    "Bounds",
    "Reader",
    "Unsure",
    "adapter",
    "first_fault",
    "read",
    "reader_of",
]

Reader = Callable[[Any], Any]


class Unsure(ValueError):
    """A value that plain reading leaves to pydantic."""


class After:
    """In an annotation: a function of a value that has been read; `ValueError` refuses it."""

    __slots__ = ("check",)

    def __init__(self, check: Callable[[Any], Any]) -> None:
        """Pass what was read through `check`."""
        self.check = check

    def around(self, inner: Reader) -> Reader:
        """`inner` with this after it."""
        check = self.check
        return lambda value: check(inner(value))

    def __get_pydantic_core_schema__(
        self, source: Any, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """The same, for pydantic."""
        from pydantic_core import core_schema  # noqa: PLC0415 only where a value is in doubt

        return core_schema.no_info_after_validator_function(self.check, handler(source))


class Before(After):
    """In an annotation: a function of a value as the file has it."""

    __slots__ = ()

    def around(self, inner: Reader) -> Reader:
        """`inner` with this before it."""
        check = self.check
        return lambda value: inner(check(value))

    def __get_pydantic_core_schema__(
        self, source: Any, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """The same, for pydantic."""
        from pydantic_core import core_schema  # noqa: PLC0415 only where a value is in doubt

        return core_schema.no_info_before_validator_function(self.check, handler(source))


class Bounds:
    """In an annotation: bounds of a value, named as `pydantic.Field` names them.

    Plain reading knows `ge`, `le`, `lt`, `max_length` and `pattern`, and is strict in any case.
    """

    __slots__ = ("bounds",)

    def __init__(self, **bounds: Any) -> None:
        """Hold a value to `bounds`."""
        self.bounds = bounds

    __is_annotated_types_grouped_metadata__ = True

    def __iter__(self) -> Iterator[Any]:
        """The same, for pydantic."""
        from pydantic import Field as FieldInfo  # noqa: PLC0415 only where a value is in doubt

        yield from FieldInfo(**self.bounds).metadata

    def around(self, inner: Reader) -> Reader:
        """`inner`, unsure of what is out of bounds."""
        tests = [_BOUNDS[name](bound) for name, bound in self.bounds.items() if name in _BOUNDS]

        def within(value: Any) -> Any:
            found = inner(value)
            if all(test(found) for test in tests):
                return found
            raise Unsure

        return within


# exact types are all that plain reading takes, so `strict` asks nothing more of it
_BOUNDS: Final[Mapping[str, Callable[[Any], Callable[[Any], bool]]]] = MappingProxyType(
    {
        "ge": lambda bound: lambda value: bool(value >= bound),
        "le": lambda bound: lambda value: bool(value <= bound),
        "lt": lambda bound: lambda value: bool(value < bound),
        "max_length": lambda bound: lambda value: len(value) <= bound,
        "pattern": lambda bound: lambda value: re.fullmatch(bound, value) is not None,
    }
)


def read(hint: Any, value: Any) -> Any:
    """`value` as the type `hint` says.

    Raises `pydantic.ValidationError`, which is a `ValueError`.
    """
    try:
        return reader_of(hint)(value)
    except ValueError:
        return adapter(hint).validate_python(value)


def first_fault(error: ValueError) -> tuple[tuple[Any, ...], str]:
    """Where in a value the first fault is, and what it is, of what `read` raised."""
    first = error.errors()[0]  # type: ignore[attr-defined]  # pydantic's own, not loaded to be named
    return first["loc"], first["msg"]


@cache
def adapter(hint: Any) -> "TypeAdapter[Any]":
    """What pydantic makes of a type."""
    from pydantic import TypeAdapter  # noqa: PLC0415 only where a value is in doubt

    return TypeAdapter(hint)


@cache
def reader_of(hint: Any) -> Reader:
    """Plain reading of a type; it raises `ValueError` wherever it is not sure."""
    own: Reader | None = getattr(hint, "read_plainly", None)
    if own is not None:
        return own
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        reader = reader_of(arguments[0])
        for mark in hint.__metadata__:
            if hasattr(mark, "around"):
                reader = mark.around(reader)
        return reader
    if origin is None:
        return _exact(hint)
    return _PARTS.get(origin, _never)(arguments)


def _exact(kind: Any) -> Reader:
    def text(value: Any) -> Any:
        if type(value) is not str:
            raise Unsure
        if not value.isascii():
            value.encode()  # half a character is no text
        return value

    def same(value: Any) -> Any:
        if type(value) is kind:
            return value
        raise Unsure

    return text if kind is str else same


def _choice(arguments: tuple[Any, ...]) -> Reader:
    def choice(value: Any) -> Any:
        if type(value) is str and value in arguments:
            return value
        raise Unsure

    return choice


def _one_of(arguments: tuple[Any, ...]) -> Reader:
    readers = [reader_of(kind) for kind in arguments if kind is not type(None)]
    may_be_none = len(readers) < len(arguments)
    if may_be_none and len(readers) == 1:
        (only,) = readers
        return lambda value: None if value is None else only(value)

    def one_of(value: Any) -> Any:
        if value is None and may_be_none:
            return None
        for reader in readers[:-1]:
            try:
                return reader(value)
            except ValueError:
                continue
        return readers[-1](value)

    return one_of


def _several(arguments: tuple[Any, ...]) -> Reader:
    reader = reader_of(arguments[0])

    def several(value: Any) -> Any:
        kind = type(value)
        if kind is list or kind is tuple:
            return tuple([reader(inner) for inner in value]) if value else ()
        raise Unsure

    return several if arguments[1:] == (Ellipsis,) else _never(arguments)


def _table(arguments: tuple[Any, ...]) -> Reader:
    names, inside = (reader_of(kind) for kind in arguments)

    def table(value: Any) -> Any:
        if type(value) is dict:
            return {names(name): inside(inner) for name, inner in value.items()}
        raise Unsure

    return table


def _never(_arguments: tuple[Any, ...]) -> Reader:
    def never(_value: Any) -> Any:
        raise Unsure

    return never


_PARTS: Final[Mapping[Any, Callable[[tuple[Any, ...]], Reader]]] = MappingProxyType(
    {
        Literal: _choice,
        Union: _one_of,
        UnionType: _one_of,
        tuple: _several,
        Mapping: _table,
    }
)
