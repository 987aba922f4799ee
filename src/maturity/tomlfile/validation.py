"""What a pydantic model refused, said with a place and a mend.

pydantic knows neither lines nor columns: its `loc` is followed to the longest beginning that the
index of the text knows, which also drops the tags it adds for unions.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from maturity.frozen import dataclass
from maturity.tomlfile.message import Message, Path, Source, in_file_order, visible
from maturity.tomlfile.spelling import nearest, one_of

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from maturity.tomlfile.positions import Place, Positions

__all__ = ["block_of", "from_pydantic", "names_at"]

_NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})

_IN_A_BLOCK: Final = 2
# These hold settings; every other heading is followed by the id of one thing.
_SETTINGS: Final = frozenset({"framework", "agenda", "evidence", "report", "wording", "session"})

_BOUNDS: Final = {"ge": "at least", "gt": "above", "le": "at most", "lt": "below"}

_WRONG_TYPE: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "string_type": ("must be text", 'put it in straight quotes: "...".'),
        "int_type": ("must be a whole number", "write a whole number, without quotes."),
        "bool_type": ("must be true or false", "write true or false, without quotes."),
        "date_type": ("must be a date", "write it as 2026-09-01, without quotes."),
        "date_from_datetime_inexact": ("must be a date", "leave the time of day out."),
        "tuple_type": ("must be a list", 'put it in square brackets: ["...", "..."].'),
        "list_type": ("must be a list", 'put it in square brackets: ["...", "..."].'),
        "dict_type": ("must be a table", "give it a heading of its own, or write { name = ... }."),
        "mapping_type": ("must be a table", "give it a heading of its own."),
        "model_type": ("must be a table", "give it a heading of its own, or write { name = ... }."),
    }
)


@dataclass(frozen=True, slots=True)
class _Fault:
    """One thing pydantic refused, with what is needed to speak of it."""

    details: "ErrorDetails"
    source: Source
    path: Path
    place: "Place"
    names: tuple[str, ...]
    refused: Mapping[str, str]

    @property
    def name(self) -> str:
        """The name at fault as written below its heading; for a part of a list, the list's."""
        inside = self.path[1 if _SETTINGS.intersection(self.path[:1]) else _IN_A_BLOCK :]
        names = [str(part) for part in inside or self.path if isinstance(part, str)]
        return visible(".".join(names), cap=60) or "the file"

    @property
    def given(self) -> str:
        """The value at fault, short enough for a sentence."""
        return visible(str(self.details["input"])[:200], cap=60)

    def limits(self) -> Mapping[str, Any]:
        """The bounds that were broken, as pydantic names them."""
        return self.details.get("ctx", {})

    def say(self, number: int, what: str, mend: str, *, at_key: bool = False) -> Message:
        span = self.place.key if at_key else self.place.value
        return self.source.message(number, span, what=what, mend=mend, where=block_of(self.path))


def from_pydantic(
    error: "ValidationError",
    positions: "Positions",
    source: Source,
    model: type[Any],
    *,
    refused: Mapping[str, str] = _NO_NAMES,
    silenced: "Iterable[Path]" = (),
) -> tuple[Message, ...]:
    """What `model` refused in the data of `source`, in file order.

    `refused` are names a person may expect but this format does not have, each with the reason.
    Nothing is said of what stands under a `silenced` path: it has been told otherwise.
    Codes 110 (unknown name), 111 (missing or empty), 116 (wrong type or choice), 140 (too long).
    """
    messages = []
    for details in error.errors(include_url=False):
        path = details["loc"]
        if any(path[: len(top)] == top for top in silenced):
            continue
        _, place = positions.nearest(path)
        names = tuple(names_at(model, path[:-1]))
        fault = _Fault(details, source, path, place, names, refused)
        speak = _SPEAKERS.get(details["type"], _other)
        messages.append(speak(fault))
    return in_file_order(messages)


def block_of(path: Path) -> str:
    """The block that `path` stands in, as a message names it: in pillar "leadership"."""
    if len(path) < _IN_A_BLOCK:
        return ""
    kind, name = (visible(str(part), cap=60) for part in path[:_IN_A_BLOCK])
    return f"in [{kind}]" if kind in _SETTINGS else f'in {kind} "{name}"'


def names_at(model: type[Any], path: Iterable[str | int]) -> list[str]:
    """The names a table at `path` of `model` may hold; none where any name will do."""
    kind: Any = model
    for step in path:
        kind = _inside(kind, step)
    kind = _model_in(kind)
    if kind is None:
        return []
    return [info.alias or name for name, info in kind.model_fields.items()]


def _inside(kind: Any, step: str | int) -> Any:
    table = _model_in(kind)
    if table is not None:
        for name, info in table.model_fields.items():
            if step in {name, info.alias}:
                return info.annotation
        return None
    arguments = [each for each in get_args(kind) if each is not Ellipsis]
    return arguments[-1] if arguments and isinstance(get_origin(kind), type) else None


def _model_in(kind: Any) -> type[Any] | None:
    if isinstance(kind, type) and hasattr(kind, "model_fields"):
        return kind
    if isinstance(get_origin(kind), type):
        return None
    return next((found for each in get_args(kind) if (found := _model_in(each))), None)


def _unknown(fault: _Fault) -> Message:
    name = str(fault.path[-1])
    reason = fault.refused.get(name)
    shown = visible(name, cap=60)
    if reason is not None:
        return fault.say(
            110, f'"{shown}" is not in format 1: {reason}.', "take it out.", at_key=True
        )
    near = nearest(name, fault.names)
    mend = f'write "{near}".' if near else f"take it out, or use one of: {one_of(fault.names)}."
    return fault.say(110, f'the name "{shown}" is not known here.', mend, at_key=True)


def _missing(fault: _Fault) -> Message:
    name = visible(str(fault.path[-1]), cap=60)
    mend = f'add a line: {name} = "...".' if fault.path[:-1] else f"add a heading [{name}]."
    return fault.say(111, f'"{name}" is missing.', mend)


def _empty(fault: _Fault) -> Message:
    return fault.say(111, f"{fault.name} is empty.", "write something, or take the line out.")


def _choice(fault: _Fault) -> Message:
    expected = str(fault.limits().get("expected", ""))
    choices = [each for each in expected.replace(" or ", ", ").replace("'", "").split(", ") if each]
    near = nearest(fault.given, choices)
    start = f'write "{near}" (choices' if near else "write one of these (choices"
    mend = f"{start}: {one_of(choices)})."
    return fault.say(116, f'"{fault.given}" is not one of the choices.', mend)


def _bound(fault: _Fault) -> Message:
    limits = fault.limits()
    said = " and ".join(f"{_BOUNDS[name]} {limits[name]}" for name in _BOUNDS if name in limits)
    return fault.say(116, f"{fault.name} must be {said}.", f"write a number that is {said}.")


def _too_long(fault: _Fault) -> Message:
    cap = fault.limits()["max_length"]
    if isinstance(fault.details["input"], str | bytes):
        return fault.say(140, f"{fault.name} is over {cap:,} characters.", "make it shorter.")
    return fault.say(140, f"{fault.name} holds more than {cap:,}.", "take some out.")


def _wrong_type(fault: _Fault) -> Message:
    what, mend = _WRONG_TYPE[fault.details["type"]]
    if isinstance(fault.details["input"], int | float) and "text" in what:
        mend = f'put it in straight quotes: "{fault.given}".'
    elif isinstance(fault.details["input"], list) and "table" in what:
        mend = f"write one pair of brackets and an id: [{fault.name}.its-id]."
    return fault.say(116, f"{fault.name} {what}.", mend)


def _other(fault: _Fault) -> Message:
    said = visible(fault.details["msg"].removeprefix("Value error, "), cap=200).rstrip(".")
    mend = str(fault.limits().get("mend", "change it as this says."))
    return fault.say(116, f"{fault.name}: {said}.", mend)


_SPEAKERS: Final[Mapping[str, Callable[[_Fault], Message]]] = MappingProxyType(
    {
        "extra_forbidden": _unknown,
        "missing": _missing,
        "empty": _empty,
        "literal_error": _choice,
        "enum": _choice,
        "greater_than_equal": _bound,
        "less_than_equal": _bound,
        "greater_than": _bound,
        "less_than": _bound,
        "too_long": _too_long,
        "string_too_long": _too_long,
        **dict.fromkeys(_WRONG_TYPE, _wrong_type),
    }
)
