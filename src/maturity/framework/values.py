"""The kinds of value a framework file may hold, each checked and cleaned as it is read."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Final, TypeVar

from maturity.records import After, Before, Bounds
from maturity.text import CAP, TextTooLong, clean

__all__ = [
    "LIST_CAP",
    "Code",
    "Date",
    "Flag",
    "Id",
    "Ids",
    "Line",
    "Lines",
    "ReadOnly",
    "Short",
    "Statements",
    "Text",
    "Word",
    "nothing",
]

LIST_CAP: Final = 100


def _fault(kind: str, said: str, context: dict[str, Any] | None = None) -> ValueError:
    # a value at fault goes on to pydantic, which no sound file needs
    from pydantic_core import PydanticCustomError  # noqa: PLC0415 see above

    return PydanticCustomError(kind, said, context)


def _cleaned(raw: str, cap: int) -> str:
    try:
        text = clean(raw, cap=cap)
    except TextTooLong:
        raise _fault("too_long", "too long", {"max_length": cap}) from None
    if not text:
        raise _fault("empty", "is empty")
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise _fault("not_one_line", "must stand on one line", {"mend": "write it on one line."})
    return text


def _line_within(cap: int) -> After:
    return After(lambda raw: _one_line(_cleaned(raw, cap)))


_LINE_CAP: Final = 200

Line = Annotated[str, _line_within(_LINE_CAP)]
Short = Annotated[str, _line_within(16)]
Code = Annotated[str, _line_within(20)]
Word = Annotated[str, _line_within(60)]
Text = Annotated[str, After(lambda raw: _cleaned(raw, CAP))]
Id = Line
Flag = Annotated[bool, Bounds(strict=True)]
Date = Annotated[date, Bounds(strict=True)]
Lines = Annotated[tuple[Line, ...], Bounds(max_length=LIST_CAP)]
Ids = Annotated[tuple[Id, ...], Bounds(max_length=LIST_CAP)]

_Value = TypeVar("_Value")
ReadOnly = Annotated[Mapping[str, _Value], After(MappingProxyType)]
"""A table of the file by name, in file order; nobody can change it afterwards."""


def _statements(value: Any) -> Any:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list):
        raise _fault("string_type", "must be text")
    if len(value) < 2:  # noqa: PLR2004 - one statement is a text
        raise _fault(
            "too_few",
            "a list of statements has two or more",
            {"mend": "write one text in quotes, or two or more in [ ]."},
        )
    return [_one_statement(each) for each in value]


def _one_statement(value: Any) -> Any:
    if isinstance(value, str) and len(_one_line(value)) > _LINE_CAP:
        raise _fault("too_long", "too long", {"max_length": _LINE_CAP})
    return value


Statements = Annotated[tuple[Text, ...], Bounds(max_length=LIST_CAP), Before(_statements)]
"""A text, as a list of one, or two or more statements."""

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def nothing() -> Mapping[str, Any]:
    """An empty read-only table, as the default of a field."""
    return _NOTHING
