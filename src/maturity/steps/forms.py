"""The questions of a step: a form asks its fields and builds one act from the answers."""

from collections.abc import Callable, Mapping
from enum import Enum

from maturity.frozen import dataclass
from maturity.judgement.view import ItemView

__all__ = ["Answers", "Ask", "Build", "Field", "Form"]

Answers = Mapping[str, str]
Build = Callable[[ItemView, Answers, int | None], object]
"""Makes the act of a form from the item, the answers typed, and the voters here, if known."""


class Ask(Enum):
    """How an answer is given."""

    TEXT = "words, one line or more"
    CHOICE = "one of the choices"
    LEVEL = "a level of the item, by number or name"
    COUNTS = "a count for each level, lowest first"
    GROUP = "a voice group, a role, or nobody in particular"
    ACTION = "an action in one line"
    EXCERPT = "an excerpt, found by its words"
    LENS = "one of the item's criteria"
    PROMPT = "one of the item's open prompts"
    WAITING = "whether to show the votes that were gathered before"


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form; `choices` pairs a value with the words for it."""

    name: str
    label: str
    ask: Ask = Ask.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Questions that together make one act; `build` is given the item and the answers typed.

    Forms whose first field asks for an excerpt have no act of their own: the workshop makes the
    link, since it knows the words of the excerpt.
    """

    act: str
    title: str
    fields: tuple[Field, ...]
    build: Build | None = None
