"""The read-back: one row an item, in an order the room chooses, and what still lacks a word."""

from collections.abc import Callable
from enum import StrEnum

from maturity.judgement.agreement import AgreementWord
from maturity.judgement.timing.talk_words import median_words
from maturity.judgement.triage import triage
from maturity.judgement.view import Disclosed, DissentView, ItemView
from maturity.judgement.words import agreement_label
from maturity.session.acts.dissents import read_back_words

__all__ = [
    "Order",
    "agreement_of",
    "lacks",
    "level_of",
    "most_needed",
    "ordered",
    "sentence_of",
    "views_of",
]


class Order(StrEnum):
    """An order of the rows, by the words it is named with."""

    SPLIT = "the widest split first"
    LOWEST = "the lowest level first"
    FRAMEWORK = "in framework order"

    @property
    def following(self) -> "Order":
        """The order after this one."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


_LAST = 99


def _split(item: ItemView) -> int:
    """The hottest first; an item that nobody voted on has no spread to read."""
    return -triage(item).heat if item.latest is not None else _LAST


def _lowest(item: ItemView) -> int:
    return item.rating.level.position if item.rating.level else _LAST


def _as_they_stand(_item: ItemView) -> int:
    return 0


_KEYS: dict[Order, Callable[[ItemView], int]] = {
    Order.SPLIT: _split,
    Order.LOWEST: _lowest,
    Order.FRAMEWORK: _as_they_stand,
}


def ordered(view: Disclosed, order: Order) -> tuple[ItemView, ...]:
    """The items in an order, the parked ones first: they come back at the end.

    Those that have nothing to order them by stand last.
    """
    key = _KEYS[order]
    return tuple(sorted(view.items, key=lambda item: (item.parked is None, key(item))))


def level_of(item: ItemView) -> str:
    """An item's answer as it is read out: "2 Developing", "parked", "not yet"."""
    level = item.rating.level
    said = f"{level.position} {level.label}" if level is not None else ""
    if item.parked is not None:
        return f"parked at {said}" if said else "parked"
    if said:
        return said
    return item.rating.said if item.is_rated else "not yet"


def agreement_of(item: ItemView) -> str:
    """How far the room agreed, and how many different views are kept."""
    latest = item.latest
    said = []
    if latest is not None and latest.word:
        said.append(agreement_label(AgreementWord(latest.word)).lower())
    if item.dissents:
        said.append(f"{len(item.dissents)} dissent")
    return ", ".join(said) or "-"


def sentence_of(item: ItemView) -> str:
    """A row as it is read aloud, from left to right."""
    said = f"{item.title}: {level_of(item)}"
    if item.rating.confidence:
        said += f", with {item.rating.confidence} confidence"
    if item.latest is not None and item.latest.word:
        said += f"; the room was {agreement_label(AgreementWord(item.latest.word)).lower()}"
    if item.since:
        said += f"; since last time: {item.since[:1].lower()}{item.since[1:]}"
    if item.parked is not None:
        said += f"; not settled{median_words(item)}"
    if item.parked:
        said += f"; {item.parked}"
    if item.rating.because:
        return f"{said}; because: {item.rating.because}"
    if item.rating.next_step:
        return f"{said}; what would settle it: {item.rating.next_step}"
    return said if said.endswith(".") else f"{said}."


def views_of(item: ItemView) -> tuple[str, ...]:
    """The different views kept of a row, each in a line."""
    return tuple(map(_view_said, item.dissents))


def _view_said(view: DissentView) -> str:
    if view.withheld:
        return view.withheld.reason
    if view.status == "withdrawn":
        return "A different view was withdrawn."
    words = read_back_words(view.who, view.level.label if view.level else "", view.reason, "")
    heard = " They feel heard." if view.heard else ""
    answer = f" The room's answer: {view.answer}" if view.answer else " No answer yet."
    return f"A different view: {' '.join(words)}{answer}{heard}"


def lacks(item: ItemView) -> bool:
    """Whether a row is unfinished: no answer yet, or a level without its because."""
    has_word = bool(item.rating.because or item.rating.next_step)
    return not has_word if item.is_rated else item.parked is None


def most_needed(view: Disclosed) -> str:
    """What is still wanted, in a friendly line."""
    rated = [item for item in view.items if item.is_rated]
    wordless = sum(lacks(item) for item in rated)
    ownerless = sum(not action.owners for action in view.actions)
    said = []
    if off := sum(item.is_off_median and not item.rating.because for item in rated):
        said.append(f"{off} off the votes without a because")
    if wordless:
        said.append(f"{wordless} still {_need(wordless)} a because")
    if ownerless:
        noun = "action has" if ownerless == 1 else "actions have"
        said.append(f"{ownerless} {noun} no owner")
    said.append(f"{len(rated)} of {len(view.items)} rated")
    parked = sum(item.parked is not None for item in view.items)
    if parked:
        said.append(f"{parked} parked")
    return "   ".join(said)


def _need(count: int) -> str:
    return "needs" if count == 1 else "need"
