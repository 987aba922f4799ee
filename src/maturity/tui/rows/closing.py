"""The lists of Close as data: the rows of each, what a row lacks, and the acts that change it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from maturity.frozen import dataclass
from maturity.judgement.timing.talk_words import middle_of
from maturity.judgement.view import ActionView, DecisionView, Disclosed, PageView
from maturity.judgement.wording import NO_RISKS
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.decisions import DecisionAct, RiskAct
from maturity.session.acts.kloes import KloeAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.page import PageAct
from maturity.session.acts.ratings import ParkAct

__all__ = ["LISTS", "NONE", "List", "Row", "page_act", "page_text"]

NONE = "none"
"""The key of the row that records that the room was asked for risks and there are none."""

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: its key, its item, its cells, and whether it lacks something."""

    key: str
    item: str
    cells: tuple[str, ...]
    gap: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """One list: its name, its column heads, and how its lines are added, changed and removed.

    `fields` are asked when a line is changed, labels by name; `start` gives what stands there;
    `done` is said where no line lacks anything.
    """

    name: str
    heads: tuple[str, ...]
    add: str
    rows: Callable[[Disclosed], tuple[Row, ...]]
    fields: Mapping[str, str]
    start: Callable[[Disclosed, str], Answers]
    change: Callable[[str, Answers], object] | None = None
    new: Callable[[str, str], object] | None = None
    remove: Callable[[str], object] | None = None
    done: str = "nothing is missing here; right goes to the next list"

    @property
    def shows_item(self) -> bool:
        """Whether its lines belong to items."""
        return self.heads[0] == "Item"


def _actions(view: Disclosed) -> tuple[Row, ...]:
    return tuple(
        Row(
            one.id,
            one.item,
            (
                one.text,
                ", ".join(one.owners) or "owner missing !",
                _due(one),
                ", ".join(one.plan) or "-",
            ),
            gap=not one.owners or not one.due,
        )
        for one in view.actions
    )


def _due(one: ActionView) -> str:
    """The day first and short, since a narrow table keeps the beginning of a cell."""
    if not one.due_on:
        return one.due or "date missing !"
    day = date.fromisoformat(one.due_on)
    return f'{day.day} {day:%b %y} "{one.due}"'


def _kloes(view: Disclosed) -> tuple[Row, ...]:
    return tuple(
        Row(
            one.id,
            one.item,
            (
                one.text,
                one.forum or "forum missing !",
                f"closed {one.closed}" if one.closed else "open",
            ),
            gap=not one.forum,
        )
        for one in view.kloes
    )


def _risks(view: Disclosed) -> tuple[Row, ...]:
    if view.risks:
        return _decided(view.risks)
    said = "recorded" if view.session.no_risks else "not yet !"
    return (Row(NONE, "", (NO_RISKS, said, ""), gap=not view.session.no_risks),)


def _decided(rows: tuple[DecisionView, ...]) -> tuple[Row, ...]:
    return tuple(Row(one.id, one.item, (one.text, one.to or "-", one.due or "-")) for one in rows)


def _parked(view: Disclosed) -> tuple[Row, ...]:
    parked = [
        Row(item.id, item.id, (f"not settled: {middle_of(item)}", item.parked or "no reason yet"))
        for item in view.items
        if item.parked is not None
    ]
    later = [
        Row(f"{item.id} {note.id}", item.id, ("for later", note.text))
        for item in view.items
        for note in item.notes
        if note.tag == "later"
    ]
    return (*parked, *later)


_PAGE = {
    "story": "The overall story, in one sentence",
    "families": "What families and young people told us (up to 3 lines)",
    "difference": "What would most change children's experience (up to 3 lines)",
    "ask": "What the board is asked for, a line each",
    "bring": "What people should bring, a line each",
    "for_families": "What this means for families, in plain words",
    "implications": "Cost, legal and equality implications (may stay empty)",
}
_MAY_STAY_EMPTY = frozenset({"implications", "bring"})
_LISTED = frozenset({"families", "difference", "ask", "bring"})


def page_text(page: PageView, name: str) -> str:
    """What stands under a name of page 1, a line each where it is a list."""
    value = page.asks if name == "ask" else getattr(page, name)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def page_act(name: str, text: str) -> PageAct:
    """The act that writes one of the page 1 words."""
    value: Any = tuple(text.splitlines()) if name in _LISTED else text
    return PageAct(**{name: value})


def _page(view: Disclosed) -> tuple[Row, ...]:
    return tuple(
        Row(name, "", (label, text.replace("\n", "; ") or "-"), gap=not text and not may_be_empty)
        for name, label in _PAGE.items()
        for text, may_be_empty in ((page_text(view.page, name), name in _MAY_STAY_EMPTY),)
    )


def _nothing(_view: Disclosed, _key: str) -> Answers:
    return {}


def _started(rows: str, *names: str) -> Callable[[Disclosed, str], Answers]:
    """What stands in a line now, under the names of its fields."""

    def start(view: Disclosed, key: str) -> Answers:
        found = next((one for one in getattr(view, rows) if one.id == key), None)
        values = {name: getattr(found, name, "") for name in names}
        return {
            name: "; ".join(value) if isinstance(value, tuple) else str(value)
            for name, value in values.items()
        }

    return start


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _change_action(key: str, given: Answers) -> ActionAct:
    return ActionAct(
        given["text"],
        owner=_parts(given["owners"]),
        due=given["due"],
        plan=_parts(given["plan"]),
        id=key,
    )


def _change_kloe(key: str, given: Answers) -> KloeAct:
    return KloeAct(
        given["text"],
        plan=_parts(given["plan"]),
        forum=given["forum"],
        finding=given["finding"],
        learning=given["learning"],
        impact=given["impact"],
        closed=given["closed"] or None,
        id=key,
    )


def _take_off(key: str) -> ParkAct | NoteAct:
    """Take an item up again, or a note for later out."""
    item, _, note = key.partition(" ")
    return NoteAct(None, None, id=note, remove=True) if note else ParkAct(item, clear=True)


def _change_decision(key: str, given: Answers) -> DecisionAct:
    return DecisionAct(given["text"], to=given["to"], due=given["due"], id=key)


_KLOE = {
    "text": "The question to look into",
    "forum": "Who will look into it",
    "plan": "Plan reference, such as LAIP 4.30",
    "finding": "What was found",
    "learning": "What was learned",
    "impact": "What changed because of it",
    "closed": "The day it was closed, once something was found",
}
_ACTION = {
    "text": "What will be done",
    "owners": "Who: initials, role or name; several with ;",
    "due": "By when, as people say it",
    "plan": "Plan reference, such as LAIP 3.11",
}
_DECISION = {"text": "The decision", "to": "The forum it goes to", "due": "By when"}
_RISK = {"text": "The risk, or what is escalated", "to": "The forum it goes to", "due": "By when"}

LISTS: tuple[List, ...] = (
    List(
        "Actions",
        ("Item", "Action", "Who", "By when", "Plan"),
        "who will do what by when: share the table @RN two weeks >LAIP 3.11",
        _actions,
        _ACTION,
        _started("actions", *_ACTION),
        change=_change_action,
        remove=lambda key: ActionAct(None, id=key, remove=True),
    ),
    List(
        "KLOEs",
        ("Item", "Question", "Who looks into it", "State"),
        "the question to look into",
        _kloes,
        _KLOE,
        _started("kloes", *_KLOE),
        change=_change_kloe,
        new=lambda text, item: KloeAct(text, item=item),
        remove=lambda key: KloeAct(None, id=key, remove=True),
        done="enter closes a question: what was found, and the day; right: next list",
    ),
    List(
        "Risks",
        ("Item", "Risk or escalation", "To", "By when"),
        "a risk, or what is escalated",
        _risks,
        _RISK,
        _started("risks", *_RISK),
        change=lambda key, given: RiskAct(given["text"], to=given["to"], due=given["due"], id=key),
        new=lambda text, item: RiskAct(text, item=item),
        remove=lambda key: RiskAct(None, id=key, remove=True),
    ),
    List(
        "Decisions",
        ("Item", "Decision", "To", "By when"),
        "what the room decided",
        lambda view: _decided(view.decisions),
        _DECISION,
        _started("decisions", *_DECISION),
        change=_change_decision,
        new=lambda text, item: DecisionAct(text, item=item),
        remove=lambda key: DecisionAct(None, id=key, remove=True),
    ),
    List(
        "Parked",
        ("Item", "", "Why"),
        "worth saying, but not now",
        _parked,
        {},
        _nothing,
        new=lambda text, item: NoteAct(item, text, tag="later"),
        remove=_take_off,
        done="nothing is asked here; enter on a row opens it in the Room",
    ),
    List("Page 1 words", ("Words", "What stands there"), "", _page, {}, _nothing),
)
"""The lists in the order in which `left` and `right` go through them."""
