"""Names of people taken out of everything a public reader may see."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from maturity.session.parts import Part
from maturity.words.names import Names

__all__ = ["A_PERSON", "names_pattern", "without_names"]

A_PERSON = "[a named person]"
"""What stands where a name stood."""

T = TypeVar("T")


def names_pattern(names: Iterable[str]) -> Names | None:
    """Finds whole names of two words or more, in any case and spelling; None without such a name.

    A single word is left alone: it may be any word ("Reed" grows by the river).
    """
    whole = [name for name in names if " " in name.strip()]
    return Names(whole) if whole else None


def without_names(value: T, pattern: Names) -> T:
    """`value`, a tree of frozen records, tuples, mappings and texts, with each name replaced."""
    cleaned: Any = _without(value, pattern)
    return cleaned  # type: ignore[no-any-return]  # a record comes back as its own type


def _without(value: Any, pattern: Names) -> Any:
    if type(value) is str:
        return pattern.sub(A_PERSON, value)
    if isinstance(value, tuple):
        return tuple(_without(one, pattern) for one in value)
    if isinstance(value, Mapping):
        return MappingProxyType({key: _without(one, pattern) for key, one in value.items()})
    if isinstance(value, Part):
        named = {name: _without(getattr(value, name), pattern) for name in type(value).model_fields}
        return value.model_copy(update=named)
    if is_dataclass(value) and not isinstance(value, type):
        inner = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _without(one, pattern) for name, one in inner.items()})
    return value
