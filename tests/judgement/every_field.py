"""A session with a word of its own in every field that can hold words, to see who is shown which.

A field added to the state is filled by itself, so that somebody has to say who may read it.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from maturity.session import item_state as of_item
from maturity.session import state as of_session
from maturity.session.parts import IsoDate, IsoTime, Part
from maturity.session.state import SessionState

__all__ = ["Marks", "a_marked_session"]

REACHES = ("public", "board", "noted")
KINDS_OF_WHO = ("group", "role", "none")
CHOICES = (None, "redact", "keep")


class Marks:
    """The words that were put in, each by the field it stands in: "Note.text"."""

    def __init__(self) -> None:
        """None is put in yet."""
        self.fields: dict[str, str] = {}

    def mark(self, field: str) -> str:
        """A new word for a field."""
        word = f"canary{len(self.fields):05d}x"
        self.fields[word] = field
        return word

    def found(self, text: str) -> set[str]:
        """The fields of which a word stands in a text."""
        return {field for word, field in self.fields.items() if word in text}

    def filled(self, model: type[Part], called: str = "", **given: object) -> Any:
        """A part with a word in each field that can hold one, but for those that are given."""
        label = called or model.__name__
        values = {
            name: given[name] if name in given else self._value(field.hint, f"{label}.{name}")
            for name, field in model.model_fields.items()
        }
        return model.model_construct(**values)

    def _value(self, hint: Any, field: str) -> Any:
        for is_this, make in _SHAPES:
            if is_this(hint):
                return make(self, hint, field)
        raise AssertionError(f"{field} is of a new kind: {hint}")


def _of_first(marks: Marks, hint: Any, field: str) -> Any:
    kinds = [one for one in get_args(hint) if one is not type(None)]
    return marks._value(kinds[0], field)


def _of_each(marks: Marks, hint: Any, field: str) -> Any:
    return (_of_first(marks, hint, field),)


def _is_part(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Part)


def _is_mapping(hint: Any) -> bool:
    origin = get_origin(hint)
    return isinstance(origin, type) and issubclass(origin, Mapping)


_SHAPES: tuple[tuple[Callable[[Any], bool], Callable[[Marks, Any, str], Any]], ...] = (
    (lambda hint: hint == IsoDate, lambda *_: "2026-03-20"),
    (lambda hint: hint == IsoTime, lambda *_: "2026-03-23T09:00Z"),
    (lambda hint: hint is str, lambda marks, _, field: marks.mark(field)),
    (lambda hint: hint is int, lambda *_: 3),
    (lambda hint: hint is bool, lambda *_: False),
    (_is_part, lambda marks, hint, _: marks.filled(hint)),
    (_is_mapping, lambda *_: MappingProxyType({})),
    (lambda hint: get_origin(hint) is Annotated, _of_first),
    (lambda hint: get_origin(hint) in (Union, UnionType), _of_first),
    (lambda hint: get_origin(hint) is Literal, lambda _, hint, __: get_args(hint)[0]),
    (lambda hint: get_origin(hint) is tuple, _of_each),
)


def a_marked_session() -> tuple[SessionState, Marks]:
    """A session of the tiny framework in which everything was typed that can be, and its words."""
    marks = Marks()
    filled, facts = marks.filled, dict[str, object]()
    lists = {
        name: MappingProxyType({f"{name}.1": filled(model, item="one")})
        for name, model in (
            ("kloes", of_session.Kloe),
            ("decisions", of_session.Decision),
            ("risks", of_session.Risk),
        )
    }
    statuses = MappingProxyType({"status.1": filled(of_session.Delivery)})
    owners = (marks.mark("Action.owners"), "Ottoline Reedbed")
    action = filled(of_session.Action, item="one", owners=owners, statuses=statuses)
    state = SessionState.model_construct(
        session=filled(of_session.SessionInfo),
        framework=filled(of_session.Pin),
        settings=MappingProxyType(
            {name: marks.mark(f"settings.{name}") for name in (*_SETTINGS, "anything")}
        ),
        page=filled(of_session.Page),
        people=MappingProxyType(_people(marks)),
        pillar=MappingProxyType({name: _item(marks, name, facts) for name in ("one", "two")}),
        actions=MappingProxyType({"action.1": action}),
        documents=MappingProxyType(
            {"document": filled(of_session.Document, replaced_by=None, privacy=None)}
        ),
        excerpts=MappingProxyType(facts),
        **lists,
    )
    return state, marks


_SETTINGS = ("place", "starts", "joining", "house.board", "house.forum", "marking")


def _people(marks: Marks) -> dict[str, object]:
    alone = {"group": "health", "state": "present"}
    named = {"name": "Ottoline Reedbed", "initials": "OQR", "role": "Deputy for reeds"}
    return {
        "person.1": marks.filled(of_session.Person, **alone),
        "person.2": marks.filled(of_session.Person, **alone, **named),
    }


def _item(marks: Marks, name: str, facts: dict[str, object]) -> object:
    filled, is_settled = marks.filled, name == "one"
    links = {}
    for is_marked in (False, True):
        for choice in CHOICES:
            excerpt = f"{name}.{is_marked}.{choice}"
            called = "covered " if is_marked or choice == "redact" else ""
            decided = filled(of_session.Privacy, choice=choice) if choice else None
            facts[excerpt] = filled(of_session.Facts, f"{called}Facts", privacy=decided)
            links[f"link.{excerpt}"] = filled(
                of_item.Link, f"{called}Link", excerpt=excerpt, document="document",
                personal_data=is_marked,
            )  # fmt: skip
    dissents = {
        f"dissent.{reach}.{kind}": filled(
            of_item.Dissent, f"{reach} {kind} Dissent", reach=reach, from_kind=kind, level="low"
        )
        for reach in REACHES
        for kind in KINDS_OF_WHO
    }
    last = tuple(
        filled(of_item.LastDissent, f"{reach} {kind} LastDissent", reach=reach, from_kind=kind)
        for reach in REACHES[:2]
        for kind in KINDS_OF_WHO
    )
    notes = {
        f"note.{is_private}": filled(
            of_item.Note, "private Note" if is_private else "", private=is_private
        )
        for is_private in (False, True)
    }
    return filled(
        of_item.ItemState,
        rating=of_item.Rating(state="provisional", level="low"),
        aim=filled(of_item.Aim, level="high"),
        seen=None,
        parked=None if is_settled else filled(of_item.Parked, parked=True),
        rounds=MappingProxyType({"round.1": _round(is_settled=is_settled)}),
        dissent=MappingProxyType(dissents),
        notes=MappingProxyType(notes),
        links=MappingProxyType(links),
        board=filled(of_item.Board, state="provisional", level="high", seen=None),
        last=filled(
            of_item.Last, level="low", state="provisional", dissent=last,
            aim=filled(of_item.Aim, "LastAim", level="high"),
        ),
    )  # fmt: skip


def _round(*, is_settled: bool) -> object:
    """Of a room that is large enough for the public, or too small."""
    low, high = (4, 5) if is_settled else (1, 2)
    return of_item.Round(n=1, tally=MappingProxyType({"low": low, "high": high}))
