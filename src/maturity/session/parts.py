"""What every value of a session is built from: frozen, strict, and marked by shape."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from maturity.records import After, Before, Bounds, Record
from maturity.text import CAP, inspect

__all__ = [
    "Branch",
    "Count",
    "Entries",
    "Flag",
    "Group",
    "IsoDate",
    "IsoTime",
    "Line",
    "Part",
    "Registers",
    "Shape",
    "Text",
    "Whole",
    "nothing",
]

T = TypeVar("T")


class Part(Record):
    """A value that goes to a file: frozen, no unknown fields, no floats."""


class Shape(Enum):
    """How a field of the state is recorded; a plain field is one register."""

    GROUP = "a table whose fields are registers"
    BRANCH = "tables by id, whose fields are registers; made by the first of them"
    ENTRIES = "tables by the id of the event that added them, whose fields are registers"
    REGISTERS = "registers by name"


def nothing() -> Mapping[str, Any]:
    """An empty read-only mapping, the default of every collection."""
    return MappingProxyType({})


def _read_only(value: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(value))


def _by_id(value: Any) -> Any:
    """Entries stand in a file as a list of tables with an id each, and in memory by that id."""
    if not isinstance(value, list):
        return value
    entries = {}
    for row in value:
        if not isinstance(row, Mapping) or not isinstance(row.get("id"), str):
            raise ValueError("each table needs an id")  # noqa: TRY004 pydantic reports a ValueError
        entries[row["id"]] = {name: field for name, field in row.items() if name != "id"}
    return entries


def _gate(value: str) -> str:
    return value if value.isascii() and value.isprintable() else inspect(value).text


Branch = Annotated[Mapping[str, T], After(_read_only), Shape.BRANCH]
Entries = Annotated[Mapping[str, T], Before(_by_id), After(_read_only), Shape.ENTRIES]
Registers = Annotated[Mapping[str, T], After(_read_only), Shape.REGISTERS]
Group = Annotated[T, Shape.GROUP]

Whole = Annotated[int, Bounds(strict=True, ge=0, lt=2**53)]
Count = Annotated[int, Bounds(strict=True, ge=0, le=10_000)]
Flag = Annotated[bool, Bounds(strict=True)]
Line = Annotated[str, After(_gate), Bounds(max_length=CAP)]
Text = Line
IsoDate = Annotated[str, Bounds(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z?$"
IsoTime = Annotated[str, Bounds(pattern=_MOMENT)]
