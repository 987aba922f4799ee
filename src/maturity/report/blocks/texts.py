"""The blocks that are read line by line: headings, paragraphs, lists and callouts."""

from typing import Literal, TypeAlias

from maturity.frozen import dataclass
from maturity.report.blocks.spans import Spans, is_words, require, require_anchor, require_words

__all__ = [
    "Callout",
    "CalloutKind",
    "Contents",
    "Heading",
    "ListBlock",
    "ListKind",
    "Paragraph",
    "Role",
]

Role: TypeAlias = Literal["body", "lead", "meta"]
ListKind: TypeAlias = Literal["bullet", "number", "letter"]
CalloutKind: TypeAlias = Literal["banner", "decision", "dissent", "notice", "evidence"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that is listed in the contents when its level is shallow enough."""

    level: int
    text: str
    anchor: str
    new_page: bool = False

    def __post_init__(self) -> None:
        """Refuse an empty heading and a level outside 1 to 4."""
        require(self.level in range(1, 5), f"heading level {self.level} is not 1 to 4")
        require(is_words(self.text), "a heading is empty")
        require_anchor(self.anchor)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in sentences."""

    spans: Spans
    role: Role = "body"

    def __post_init__(self) -> None:
        """Refuse a paragraph without words."""
        require_words(self.spans, "a paragraph")


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with the format's own numbering; each list starts again at its first mark."""

    kind: ListKind
    items: tuple[Spans, ...]

    def __post_init__(self) -> None:
        """Refuse an empty list and an item without words."""
        require(bool(self.items), "a list has no items")
        for item in self.items:
            require_words(item, "an item of a list")


@dataclass(frozen=True, slots=True)
class Callout:
    """Paragraphs set apart from the text; `lead` opens the first of them in strong words."""

    kind: CalloutKind
    lead: str
    paragraphs: tuple[Spans, ...]

    def __post_init__(self) -> None:
        """Refuse a callout that lacks a lead or a paragraph."""
        require(is_words(self.lead), "a callout has no lead")
        require(bool(self.paragraphs), "a callout has no paragraphs")
        for paragraph in self.paragraphs:
            require_words(paragraph, "a paragraph of a callout")


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the paper's headings, down to level `depth`, on a page that it begins or not."""

    depth: int = 2
    new_page: bool = True

    def __post_init__(self) -> None:
        """Refuse a depth at which nothing would be listed."""
        require(self.depth in range(1, 5), f"contents of depth {self.depth}")
