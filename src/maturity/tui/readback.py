"""The read-back: one row an item, in an order the room chooses, and what still lacks a word."""

from collections.abc import Callable
from enum import StrEnum

from maturity.judgement.agreement import AgreementWord
from maturity.judgement.view import Disclosed, ItemView
from maturity.judgement.words import agreement_label

__all__ = ["Order", "agreement_of", "lacks", "level_of", "most_needed", "ordered"]


class Order(StrEnum):
    """An order of the rows, by the words it is named with."""

    FRAMEWORK = "in framework order"
    SPLIT = "widest split first"
    LOWEST = "lowest level first"

    @property
    def following(self) -> "Order":
        """The order after this one."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


_WIDEST = (AgreementWord.SPLIT, AgreementWord.MIXED, AgreementWord.TOGETHER)
_LAST = 99


def _split(item: ItemView) -> int:
    word = item.latest.word if item.latest else ""
    return _WIDEST.index(AgreementWord(word)) if word in _WIDEST else _LAST


def _lowest(item: ItemView) -> int:
    return item.rating.level.position if item.rating.level else _LAST


_KEYS: dict[Order, Callable[[ItemView], int]] = {Order.SPLIT: _split, Order.LOWEST: _lowest}


def ordered(view: Disclosed, order: Order) -> tuple[ItemView, ...]:
    """The items in an order; those that have nothing to order them by stand last."""
    key = _KEYS.get(order)
    return view.items if key is None else tuple(sorted(view.items, key=key))


def level_of(item: ItemView) -> str:
    """An item's answer as it is read out: "2 Developing", "parked", "not yet"."""
    level = item.rating.level
    if level is not None:
        return f"{level.position} {level.label}"
    if item.parked is not None:
        return "parked"
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
