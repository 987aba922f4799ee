"""How papers say things: typed text as blocks, dates, counts and levels in words."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from maturity.judgement.view import (
    ActionView,
    BoardView,
    DecisionView,
    ItemView,
    LevelView,
    RatingView,
)
from maturity.report.blocks import (
    Block,
    LevelMark,
    ListBlock,
    ListKind,
    Paragraph,
    Span,
    Spans,
    spans_of,
)
from maturity.words.calendar import said_date

__all__ = [
    "LONGEST_FIRST",
    "NO_DATE",
    "NO_OWNER",
    "action_said",
    "before_board",
    "counted",
    "dated",
    "day_said",
    "decision_said",
    "due_words",
    "ended",
    "first_sentence",
    "item_anchor",
    "item_name",
    "item_short",
    "joined",
    "level_cell",
    "level_label",
    "level_words",
    "linked",
    "listed",
    "owners_said",
    "plain",
    "prose",
    "provisional_cell",
    "rating_cell",
    "sentence",
    "who_inside",
    "within",
    "word_count",
    "words",
]

NO_OWNER: Final = "No owner"
NO_DATE: Final = "No date"
LONGEST_FIRST: Final = 110
"""Characters of a first sentence that stand alone on page 1."""

_SENTENCE = re.compile(r"(.+?[.!?])(?=\s|$)", re.DOTALL)
_MARKS: Final[tuple[tuple[ListKind, re.Pattern[str]], ...]] = (
    ("bullet", re.compile(r"[-•*·\u2013]\s+(?=\S)")),
    ("number", re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")),
    ("letter", re.compile(r"\(?[a-z]\)\s+(?=\S)")),
)
_COMMON: Final = ("A ", "An ", "The ", "Someone ")
_NOT_SETTLED: Final = "Not settled"
_WITHOUT_LEVEL: Final = {"contested": "Contested"}


def words(text: str) -> Spans:
    """`text` as the words of a cell or paragraph."""
    return (Span(text),)


def plain(text: str, otherwise: str) -> Spans:
    """Typed text on one line, or what is said where nothing was typed."""
    return words(" ".join(text.split()) or otherwise)


def linked(text: str, anchor: str) -> Spans:
    """Words that lead to another part of the paper."""
    return (Span(text, link=anchor),)


def sentence(text: str) -> Paragraph:
    """A paragraph of body text."""
    return Paragraph(words(text))


def listed(kind: ListKind, texts: Iterable[str], otherwise: str) -> Block:
    """A list of typed lines, or one sentence where there are none."""
    items = tuple(words(_unmarked(" ".join(text.split()))) for text in texts)
    return ListBlock(kind, items) if items else sentence(otherwise)


def _unmarked(text: str) -> str:
    for _, mark in _MARKS:
        text = mark.sub("", text, count=1) if mark.match(text) else text
    return text


def prose(text: str, otherwise: str) -> tuple[Block, ...]:
    """Typed text of any length: paragraphs, and real lists where lines start with a mark.

    A mark that was typed becomes the list's own, which a screen reader announces.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks: list[Block] = []
    for line in lines:
        kind, item = _typed_mark(line)
        last = blocks[-1] if blocks else None
        if kind is None:
            blocks.append(sentence(item))
        elif isinstance(last, ListBlock) and last.kind == kind:
            blocks[-1] = ListBlock(kind, (*last.items, words(item)))
        else:
            blocks.append(ListBlock(kind, (words(item),)))
    return tuple(blocks) or (sentence(otherwise),)


def _typed_mark(line: str) -> tuple[ListKind | None, str]:
    for kind, mark in _MARKS:
        found = mark.match(line)
        if found:
            return kind, line[found.end() :]
    return None, line


def first_sentence(text: str) -> tuple[str, bool]:
    """The first sentence where it is short enough for a narrow column, else all of the text.

    Also whether something was left for later. Text of 110 characters without an end stays whole.
    """
    whole = " ".join(text.split())
    found = _SENTENCE.match(whole)
    if found is None or len(found[1]) > LONGEST_FIRST:
        return whole, False
    return found[1], len(found[1]) < len(whole)


def counted(number: int, thing: str, many: str = "") -> str:
    """A number with its thing: "1 action", "3 actions"."""
    return f"{number} {thing if number == 1 else many or f'{thing}s'}"


def ended(text: str) -> str:
    """Typed text on one line, closed as a sentence."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?")) else f"{line}."


def within(said: str) -> str:
    """A sentence as it goes on after a colon."""
    return said[:1].lower() + said[1:]


def who_inside(who: str) -> str:
    """Whose view it is as it stands inside a line; what may be a name keeps its capital."""
    return within(who) if who.startswith(_COMMON) else who


def word_count(blocks: Iterable[Block]) -> int:
    """How many words stand outside tables."""
    return sum(len(span.text.split()) for span in spans_of(blocks))


def joined(parts: Sequence[str]) -> str:
    """Parts as a sentence lists them: "a, b and c"."""
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last


def owners_said(owners: Iterable[str]) -> str:
    """The owners of an action, each label once: two people may hold one role."""
    return joined(tuple(dict.fromkeys(owners)) or (NO_OWNER,))


def dated(iso: str | None) -> str:
    """An ISO date as it is said, or that there is none."""
    return said_date(date.fromisoformat(iso)) if iso else NO_DATE


def due_words(due: str, due_on: str) -> str:
    """When something is due: the day, and the words it was typed in where they say more."""
    if not due_on:
        return due or NO_DATE
    day = dated(due_on)
    return day if due in {"", due_on, day} else f"{day} ({due})"


def day_said(day: str) -> str:
    """A day as it is said where it was typed as a date, else the words typed."""
    try:
        return dated(day)
    except ValueError:
        return day


def action_said(action: ActionView) -> str:
    """An action in a list: what, who, and by when."""
    owner, due = owners_said(action.owners), due_words(action.due, action.due_on)
    by = owner if owner == NO_OWNER else f"Owner: {owner}"
    when = due if due == NO_DATE else f"Due {due}"
    return f"{' '.join(action.text.split()).rstrip('.')}. {by}. {when}."


def decision_said(row: DecisionView, goes: str = "For") -> str:
    """A decision or risk in a list: its words, where it `goes` and by when."""
    to = f"{goes} {row.to}." if row.to else ""
    by = f"By {due_words(row.due, row.due_on)}." if row.due or row.due_on else ""
    return " ".join(part for part in (ended(row.text), to, by) if part)


def item_anchor(item_id: str) -> str:
    """The anchor of an item's own part of the paper."""
    return f"item-{item_id}"


def item_name(item: ItemView) -> str:
    """The item's title, after its code where that cannot be taken for a section of the paper."""
    return item.title if item.kind == "pillar" else f"{item.code} {item.title}".strip()


def item_short(item: ItemView) -> str:
    """The item as tables and page 1 name it: a pillar by its short name."""
    return item.short if item.kind == "pillar" else item_name(item)


def level_cell(level: LevelView) -> Spans | LevelMark:
    """A level as a cell shows it: word, dots and fill; the word alone on a scale of one."""
    if level.of == 1:
        return words(level.label)
    return LevelMark(level.label, level.position, level.of, level.position - 1)


def rating_cell(item: ItemView) -> Spans | LevelMark:
    """What a table says of an item's level; the board's answer stands before the room's rating.

    There are no dots for what is not settled, nor where the two are not the same.
    """
    board = item.board
    if board is None:
        return provisional_cell(item)
    since = "; changed since" if board.is_changed_since else ""
    if board.outcome == "confirmed" and board.level is not None and not since:
        return level_cell(board.level)
    return words(f"{board.said or before_board(item, board)} ({board.outcome}{since})")


def before_board(item: ItemView, board: BoardView) -> str:
    """The room's rating as the board had it in its paper."""
    is_same = item.parked is not None and not board.is_changed_since
    return _NOT_SETTLED if is_same else board.before


def provisional_cell(item: ItemView) -> Spans | LevelMark:
    """What a table says of the room's rating; no dots for what is not settled."""
    if item.parked is not None:
        return words(_NOT_SETTLED)
    if item.rating.level is None or item.rating.state in _WITHOUT_LEVEL:
        return words(_said(item.rating))
    return level_cell(item.rating.level)


def level_label(item: ItemView) -> str:
    """The word alone of an item's rating."""
    cell = rating_cell(item)
    if isinstance(cell, LevelMark):
        return cell.word
    return "".join(span.text for span in cell)


def level_words(item: ItemView) -> str:
    """What a sentence says of an item's rating: its word, and dots where there is a level.

    What the board changed has both levels.
    """
    board, cell = item.board, rating_cell(item)
    if isinstance(cell, LevelMark):
        return cell.shown
    if board is None:
        return level_label(item)
    before = before_board(item, board)
    was = f" from {before}" if board.outcome == "amended" else ""
    since = f"; since then {item.rating.said}" if board.is_changed_since else ""
    return f"{board.said or before}, {board.outcome}{was}{since}"


def _said(rating: RatingView) -> str:
    return _WITHOUT_LEVEL.get(rating.state, rating.said)
