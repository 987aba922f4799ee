"""Data classes with slots that are made without compiling anything, so that a start is not slow.

The standard library writes the methods of each data class as text and compiles it: for the classes
of the first screen that took as long as drawing it. These have the same methods as closures.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, make_dataclass
from inspect import get_annotations
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, get_origin

__all__ = ["dataclass"]

_NOTHING: Final[Any] = object()
_ASKED_FOR: Final = ("__dataclass_fields__", "__dataclass_params__")
_OF_THE_CLASS: Final[Any] = ClassVar


class _Theirs:
    """What the standard library keeps of a data class, worked out when somebody asks for it.

    `replace` and `fields` do, and a data class of the standard library below one of ours.
    """

    def __init__(self, name: str, *, frozen: bool) -> None:
        self.name = name
        self.frozen = frozen

    def __get__(self, _instance: object, kind: Any) -> Any:
        """As the standard library has it."""
        plan = [
            (name, hint, *(() if said is _NOTHING else (said,)))
            for name, (hint, said) in kind.__quick_fields__.items()
        ]
        found = getattr(make_dataclass(kind.__name__, plan, frozen=self.frozen), self.name)
        setattr(kind, self.name, found)
        return found


def _quick(cls: type, *, frozen: bool) -> type:
    """`cls` with slots and the methods of a data class."""
    own = {
        name: (hint, cls.__dict__.get(name, _NOTHING))
        for name, hint in get_annotations(cls).items()
        if get_origin(hint) is not _OF_THE_CLASS
    }
    fields: dict[str, tuple[Any, Any]] = getattr(cls, "__quick_fields__", {}) | own
    slots = tuple(name for name in own if name not in getattr(cls, "__quick_fields__", {}))
    left_out = {"__dict__", "__weakref__", *own}
    body = {name: value for name, value in cls.__dict__.items() if name not in left_out}
    body |= {"__slots__": slots, "__quick_fields__": fields}
    body |= {name: _Theirs(name, frozen=frozen) for name in _ASKED_FOR}
    body |= {"__match_args__": tuple(fields), "__setstate__": _set_state, **_methods(fields)}
    body |= {"__setattr__": _refuse, "__delattr__": _refuse} if frozen else {"__hash__": None}
    made = type(cls)(cls.__name__, cls.__bases__, {**body, **_written(cls)})
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init(made, fields)  # type: ignore[misc]  # what a data class is
    return made


def _written(cls: type) -> dict[str, Any]:
    """The methods that the class has written itself, which stay."""
    names = ("__repr__", "__eq__", "__hash__")
    return {name: said for name in names if (said := cls.__dict__.get(name)) is not None}


def _asked(said: Any, what: str) -> bool:
    """Whether a field takes part in `repr` or `compare`."""
    return not isinstance(said, Field) or bool(getattr(said, what))


def _methods(fields: dict[str, tuple[Any, Any]]) -> dict[str, Any]:
    compared = [name for name, (_, said) in fields.items() if _asked(said, "compare")]
    shown = [name for name, (_, said) in fields.items() if _asked(said, "repr")]
    values: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda _: ()

    def eq(self: Any, other: object) -> Any:
        if other.__class__ is self.__class__:
            return self is other or values(self) == values(other)
        return NotImplemented

    def as_hash(self: Any) -> int:
        return hash(values(self))

    def as_repr(self: Any) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({said})"

    return {"__eq__": eq, "__hash__": as_hash, "__repr__": as_repr}


def _init(made: Any, fields: dict[str, tuple[Any, Any]]) -> Callable[..., None]:
    # the slots themselves, which are set even where the class refuses
    puts = [getattr(made, name).__set__ for name in fields]
    defaults = {name: _default(said) for name, (_, said) in fields.items()}
    names, count, after = tuple(fields), len(fields), getattr(made, "__post_init__", None)
    ends = _ends(fields)

    def init(self: Any, *given: Any, **named: Any) -> None:
        missing = count - len(given)
        if named or not 0 <= missing <= len(ends):
            given = _completed(made, names, defaults, given, named)
        elif missing:
            given += ends[-missing:]
        for put, value in zip(puts, given, strict=True):
            put(self, value)
        if after is not None:
            after(self)

    return init


def _ends(fields: dict[str, tuple[Any, Any]]) -> tuple[Any, ...]:
    """The defaults of the last fields that have one value each, which most calls leave out."""
    ends: list[Any] = []
    for _, said in reversed(fields.values()):
        value = said.default if isinstance(said, Field) else said
        if value is _NOTHING or value is MISSING:
            break
        ends.insert(0, value)
    return tuple(ends)


def _default(said: Any) -> Callable[[], Any] | None:
    if isinstance(said, Field):
        if said.default_factory is not MISSING:
            return said.default_factory
        said = _NOTHING if said.default is MISSING else said.default
    return None if said is _NOTHING else lambda: said


def _completed(
    made: type,
    names: tuple[str, ...],
    defaults: dict[str, Callable[[], Any] | None],
    given: tuple[Any, ...],
    named: dict[str, Any],
) -> tuple[Any, ...]:
    """All values in order: those given by place, then by name, then by default."""
    values = list(given)
    for name in names[len(given) :]:
        if name in named:
            values.append(named.pop(name))
            continue
        default = defaults[name]
        if default is None:
            raise TypeError(f"{made.__qualname__}() needs {name}")
        values.append(default())
    if named or len(values) > len(names):
        said = ", ".join(named) or f"more than {len(names)} values"
        raise TypeError(f"{made.__qualname__}() does not take {said}")
    return tuple(values)


def _refuse(self: object, name: str, _value: object = None) -> None:
    raise FrozenInstanceError(f"cannot change {type(self).__qualname__}.{name}")


def _set_state(self: Any, state: tuple[None, dict[str, Any]]) -> None:
    for name, value in state[1].items():
        object.__setattr__(self, name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool) -> Callable[[type], type]:
        """A decorator like that of the standard library, for classes with slots."""
        assert slots  # noqa: S101 without slots the standard library is as quick to write
        return lambda cls: _quick(cls, frozen=frozen)
