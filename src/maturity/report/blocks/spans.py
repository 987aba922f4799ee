"""Words in runs, and the rules that every block of a paper keeps."""

import re
from typing import TypeAlias

from maturity.frozen import dataclass

__all__ = [
    "BadBlock",
    "Span",
    "Spans",
    "has_words",
    "is_words",
    "require",
    "require_anchor",
    "require_words",
]

_ANCHOR = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ADDRESS = re.compile(r"(https://|mailto:)[^\s<>\"]+")


class BadBlock(ValueError):
    """A block breaks a rule of papers: a fault of the content, never of what people typed."""


def require(holds: bool, fault: str) -> None:  # noqa: FBT001 - the condition is the whole point
    """Raise `BadBlock` with the fault unless the rule holds."""
    if not holds:
        raise BadBlock(fault)


def is_words(text: str) -> bool:
    """Whether there is something to read in `text`."""
    return bool(text.strip())


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text within a paragraph.

    `link` is the anchor of a block in the same paper, or an https or mailto address.
    """

    text: str
    strong: bool = False
    link: str | None = None

    def __post_init__(self) -> None:
        """Refuse a span without text and a link that leads nowhere a paper may lead."""
        require(bool(self.text), "a span has no text")
        if self.link is not None and not (self.is_outside or _ANCHOR.fullmatch(self.link)):
            raise BadBlock(f"{self.link!r} is neither an anchor nor an https or mailto address")

    @property
    def is_outside(self) -> bool:
        """Whether the link leaves the paper."""
        return self.link is not None and _ADDRESS.fullmatch(self.link) is not None


Spans: TypeAlias = tuple[Span, ...]


def has_words(spans: Spans) -> bool:
    """Whether there is something to read in any of `spans`."""
    # The first nearly always has some, and hundreds of thousands of cells are asked.
    return bool(spans) and (is_words(spans[0].text) or any(is_words(one.text) for one in spans))


def require_words(spans: Spans, where: str) -> None:
    """Raise `BadBlock` unless there is something to read in `spans`."""
    if not has_words(spans):
        raise BadBlock(f"{where} has no words")


def require_anchor(anchor: str) -> None:
    """Raise `BadBlock` for what cannot be an anchor."""
    require(bool(_ANCHOR.fullmatch(anchor)), f"{anchor!r} cannot be an anchor")
