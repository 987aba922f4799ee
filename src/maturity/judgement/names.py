"""Names of people taken out of everything a public reader may see."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
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
    """`value`, a tree of frozen records, tuples, mappings and texts, with each name replaced.

    What holds no name is given as it is, and not made anew.
    """
    cleaned: Any = _Cleaner(pattern).without(value)
    return cleaned  # type: ignore[no-any-return]  # a record comes back as its own type


class _Cleaner:
    """Takes the names out of one tree; a text that stands in it many times is looked at once."""

    def __init__(self, pattern: Names) -> None:
        self._pattern = pattern
        self._texts: dict[str, str] = {}

    def without(self, value: Any) -> Any:
        if type(value) is str:
            return self._text(value)
        if isinstance(value, tuple):
            made = tuple(map(self.without, value))
            return value if all(map(is_, made, value)) else made
        kind: Any = type(value)
        named = _named_in(kind)
        if named:
            return self._record(value, named)
        return self._mapping(value) if isinstance(value, Mapping) else value

    def _text(self, text: str) -> str:
        cleaned = self._texts.get(text)
        if cleaned is None:
            cleaned = self._texts[text] = self._pattern.sub(A_PERSON, text)
        return cleaned

    def _record(self, value: Any, named: tuple[str, ...]) -> Any:
        changed = {}
        for name in named:
            inner = getattr(value, name)
            cleaned = self.without(inner)
            if cleaned is not inner:
                changed[name] = cleaned
        if not changed:
            return value
        is_part = isinstance(value, Part)
        return value.model_copy(update=changed) if is_part else replace(value, **changed)

    def _mapping(self, value: Mapping[Any, Any]) -> Mapping[Any, Any]:
        made = {key: self.without(one) for key, one in value.items()}
        return value if all(map(is_, made.values(), value.values())) else MappingProxyType(made)


@cache
def _named_in(kind: Any) -> tuple[str, ...]:
    """The names of the parts of a kind of record; none of what is no record."""
    if issubclass(kind, Part):
        return tuple(kind.model_fields)
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
