"""A view whose every typed word is a mark of its own, to see which of them reach a paper."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

_NAMES_AND_KINDS = frozenset(
    [
        "id",
        "kind",
        "state",
        "stance",
        "tag",
        "word",
        "reach",
        "status",
        "who_kind",
        "date",
        "due_on",
        "closed",
        "rate",
        "language",
        "confidence",
        "excerpt",
        "document",
        "pillar",
        "item",
        "chosen_by",
        "method",
        "audience",
        "fingerprint",
        "pillars",
    ]
)
"""Fields that hold ids, dates and fixed words, which a mark would make meaningless."""


def marked(view: Any, marks: dict[str, str]) -> Any:
    """`view` with a mark for each typed text; `marks` receives the field that each stands in."""
    numbers = count(1)

    def mark(value: Any, where: str) -> Any:
        if isinstance(value, str) and value:
            name = f"canary{next(numbers):05d}"
            marks[name] = where
            return name
        if isinstance(value, tuple):
            return tuple(mark(one, where) for one in value)
        return walk(value)

    def walk(value: Any) -> Any:
        if not is_dataclass(value) or isinstance(value, type):
            return value
        owner = type(value).__name__
        changed = {
            field.name: mark(getattr(value, field.name), f"{owner}.{field.name}")
            for field in fields(value)
            if field.name not in _NAMES_AND_KINDS
        }
        return replace(value, **changed)

    return walk(view)


def found(text: str, marks: dict[str, str]) -> Iterator[str]:
    """The fields whose marks stand in `text`."""
    return (where for name, where in marks.items() if name in text)
