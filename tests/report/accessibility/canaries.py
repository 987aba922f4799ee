"""A view whose every typed word is a mark of its own, to see which of them reach a paper."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
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
        "on",
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
        "voice",
    ]
)
"""Fields that hold ids, dates and fixed words, which a mark would make meaningless."""


def replaced(view: Any, make: Callable[[str], str]) -> Any:
    """`view` with each typed text as `make` gives it, from the name of the field it stands in."""

    def changed(value: Any, where: str) -> Any:
        if isinstance(value, str):
            return make(where) if value else value
        if isinstance(value, tuple):
            return tuple(changed(one, where) for one in value)
        return walk(value)

    def walk(value: Any) -> Any:
        if not is_dataclass(value) or isinstance(value, type):
            return value
        owner = type(value).__name__
        texts = {
            field.name: changed(getattr(value, field.name), f"{owner}.{field.name}")
            for field in fields(value)
            if field.name not in _NAMES_AND_KINDS
        }
        return replace(value, **texts)

    return walk(view)


def marked(view: Any, marks: dict[str, str]) -> Any:
    """`view` with a mark for each typed text; `marks` receives the field that each stands in."""

    def mark(where: str) -> str:
        name = f"canary{len(marks):05d}"
        marks[name] = where
        return name

    return replaced(view, mark)


def found(text: str, marks: dict[str, str]) -> Iterator[str]:
    """The fields whose marks stand in `text`."""
    return (where for name, where in marks.items() if name in text)
