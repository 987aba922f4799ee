"""What the board's answer on paper is called, for the side that asks and the side that reads it.

A paper asks in controls, and keeps the same values in a custom XML part of the Word file. Both
sides take every name, path and word from here, so that they cannot drift apart. The part is:

    <m:paper session fingerprint body n>
      <m:item key provisional given><m:decision/><m:reason/><m:minute/></m:item> ...
    </m:paper>

An item's key is its id, `provisional` is `printed_rating`, and `given` the decision that stood in
the paper when it was made: "deferred" where the board had put the item off, else "not-yet". An
answer that still equals `given` is no new answer.
"""

import hashlib
from collections import Counter
from typing import Final, Literal, TypeAlias

from maturity.judgement.view import ItemView

__all__ = [
    "ACTIONS_ANCHOR",
    "ACTIONS_CAPTION",
    "AGREED",
    "AGREED_COLUMN",
    "ANSWERS_ANCHOR",
    "ANSWERS_CAPTION",
    "COLUMNS",
    "DEFERRED",
    "EMPTY",
    "LONGEST_NAME",
    "NAMESPACE",
    "NOT_YET",
    "PARTS",
    "PREFIXES",
    "STORE",
    "TICKS",
    "Part",
    "choices",
    "item_path",
    "level_value",
    "printed_rating",
    "tag",
    "value_path",
]

NAMESPACE: Final = "urn:maturity:board-paper:1"
"""Of every element in the custom XML part."""

STORE: Final = "{6D9F3C52-8A41-4E0B-B7C6-2F15D0A94E37}"
"""The custom XML part's own id, the same in every paper; a control's binding names it."""

PREFIXES: Final = f"xmlns:m='{NAMESPACE}'"
"""What a binding says of the prefix in its path."""

LONGEST_NAME: Final = 64
"""Characters that Word allows in the tag and in the title of a control."""

Part: TypeAlias = Literal["decision", "reason", "minute"]

PARTS: Final[dict[str, Part]] = {"confirm": "decision", "reason": "reason", "minute": "minute"}
"""The bound controls of an item: the prefix of the tag, and the element that has the value."""

AGREED: Final = "agreed"
"""The prefix of the tick beside an action; it is bound to nothing, its id is the action's."""

NOT_YET: Final = "not-yet"
DEFERRED: Final = "deferred"
EMPTY: Final[dict[Part, str]] = {
    "decision": "Not yet confirmed",
    "reason": "No reason given yet",
    "minute": "No reference given yet",
}
"""The words of an answer that is not given; a text that says so is read back as empty."""

_NOT_REACHED = "not-reached"
_CANNOT_SAY: Final = ("cannot-say", "Cannot say yet")
_NOT_APPLICABLE: Final = ("not-applicable", "Not applicable")
_DEFERRED: Final = (DEFERRED, "Deferred")
_TAKEN: Final = frozenset(
    {NOT_YET, DEFERRED, _NOT_REACHED, _CANNOT_SAY[0], _NOT_APPLICABLE[0]},
)
_LEVEL = "level."
_NO_LEVEL = "no level"

TICKS: Final = (("no", "☐"), ("yes", "☒"))
"""The values of a tick and the signs that show them."""

ANSWERS_ANCHOR: Final = "answers"
ANSWERS_CAPTION: Final = "The board's decision on each rating"
COLUMNS: Final[dict[Part | Literal["item", "rating"], str]] = {
    "item": "Item",
    "rating": "Provisional level",
    "decision": "Decision",
    "reason": "Reason for change",
    "minute": "Minute reference",
}
"""The header words of the table of decisions, in its order."""

ACTIONS_ANCHOR: Final = "actions-table"
ACTIONS_CAPTION: Final = "Actions"
AGREED_COLUMN: Final = "Agreed"


def tag(prefix: str, id_: str) -> str:
    """The tag of a control: its prefix, a dot and the id of what it is about.

    One over 64 characters, or of other than ASCII, which programs that save it may write in
    another way, has the first 16 hexadecimal digits of the id's SHA-256 instead.
    """
    whole = f"{prefix}.{id_}"
    if len(whole) <= LONGEST_NAME and whole.isascii() and whole.isprintable():
        return whole
    return f"{prefix}.{hashlib.sha256(id_.encode(errors='surrogatepass')).hexdigest()[:16]}"


def item_path(place: int) -> str:
    """Where the custom XML part has the item at `place`, counted from 1 in the paper's order."""
    return f"/m:paper[1]/m:item[{place}]"


def value_path(place: int, part: Part) -> str:
    """Where the custom XML part has one answer to that item; a control is bound to it."""
    return f"{item_path(place)}/m:{part}[1]"


def level_value(level: str) -> str:
    """The value kept for a level: its id, after "level." where the id means another answer.

    No id holds a full stop, so that `value.removeprefix("level.")` is the id again.
    """
    return f"{_LEVEL}{level}" if level in _TAKEN else level


def choices(item: ItemView, not_reached: str) -> tuple[tuple[str, str], ...]:
    """What the board may decide: the value kept for each answer and the words shown for it.

    `not_reached` is the framework's word for it. No two answers show the same words: levels of one
    name add their ids, and words that a level's name has taken say that they are no level.
    """
    labels = Counter(level.label.casefold() for level in item.levels)
    taken = {label for label, number in labels.items() if number > 1}
    levels = [
        (level_value(level.id), _apart(level.label, level.id, taken)) for level in item.levels
    ]
    others = [
        (_NOT_REACHED, not_reached),
        _CANNOT_SAY,
        *((_NOT_APPLICABLE,) if item.may_not_apply else ()),
        _DEFERRED,
    ]
    return (
        (NOT_YET, _apart(EMPTY["decision"], _NO_LEVEL, taken)),
        *levels,
        *((value, _apart(words, _NO_LEVEL, taken)) for value, words in others),
    )


def _apart(words: str, otherwise: str, taken: set[str]) -> str:
    """`words`, with `otherwise` in brackets where they are taken; what is returned is then too."""
    while words.casefold() in taken:
        words = f"{words} ({otherwise})"
    taken.add(words.casefold())
    return words


def printed_rating(item: ItemView) -> str:
    """The room's rating as the custom XML part names it: a level's value, else the state.

    A paper is stale for an item where this is no longer what it was when the paper was made.
    """
    level = item.rating.level
    return level_value(level.id) if level else item.rating.state
