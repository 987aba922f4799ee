"""Annexes: who came, what words mean, and what changed between the room and the board."""

from collections.abc import Iterable

from maturity.judgement.view import Audience, BoardView, Disclosed, ItemView, PersonView
from maturity.report.blocks import Block, Cell, Column, Heading, Table
from maturity.report.phrases import (
    NO_DATE,
    before_board,
    counted,
    day_said,
    item_anchor,
    item_short,
    linked,
    plain,
    sentence,
    words,
)

__all__ = ["attendance", "changes", "glossary"]

_PEOPLE = (
    Column("Name", 46, row_header=True),
    Column("Role", 48),
    Column("Organisation", 44),
    Column("Attendance", 36),
)
_VOICES = (
    Column("Voice group", 90, row_header=True),
    Column("Invited", 42),
    Column("Present", 42),
)
_WORDS = (Column("Word", 44, row_header=True), Column("What it stands for", 130))
_CHANGE_COLUMNS = (
    Column("Item", 36, row_header=True),
    Column("From", 25),
    Column("To", 25),
    Column("Outcome", 28),
    Column("Who, when, minute", 30),
    Column("Reason", 30),
)
_CHANGES = "One row for each answer: the rating as the board had it, what it decided, and why."
_STATES = {"present": "Present", "apologies": "Apologies", "invited": "No answer recorded"}


def attendance(view: Disclosed) -> tuple[Block, ...]:
    """Annex B: names for the board, without voice groups; counts by voice group in public."""
    heading = Heading(1, "Annex B Attendance and apologies", "attendance")
    if view.audience is Audience.PUBLIC:
        return (heading, *_voices(view))
    if not view.people:
        return (heading, sentence("Nobody was recorded."))
    rows = tuple(
        (
            plain(person.name, "Not named"),
            plain(person.role, "Not recorded"),
            plain(person.organisation, "Not recorded"),
            words(_came(person)),
        )
        for person in sorted(view.people, key=_present_first)
    )
    summary = "One row for each person on the register, those present first."
    return (heading, Table("people", "Attendance and apologies", summary, _PEOPLE, rows))


def _present_first(person: PersonView) -> int:
    return list(_STATES).index(person.state)


def _came(person: PersonView) -> str:
    said = [_STATES[person.state]]
    if person.observer:
        said.append("observer")
    if person.deputy_for:
        said.append(f"for {person.deputy_for}")
    if person.arrived:
        said.append(f"from {person.arrived}")
    if person.left:
        said.append(f"until {person.left}")
    return ", ".join(said)


def _voices(view: Disclosed) -> tuple[Block, ...]:
    asked = [voice for voice in view.voices if voice.invited or voice.present]
    if not asked:
        return (sentence("Nobody was recorded."),)
    rows = tuple(
        (words(voice.label), words(str(voice.invited)), words(str(voice.present)))
        for voice in asked
    )
    summary = "One row for each voice group: how many were asked and how many came."
    return (Table("voices", "Attendance by voice group", summary, _VOICES, rows),)


def glossary(used: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    """Annex C: each word of the framework's glossary that the paper uses, and its meaning."""
    heading = Heading(1, "Annex C Glossary", "glossary")
    rows = tuple((words(name), words(meaning)) for name, meaning in used)
    if not rows:
        return (heading, sentence("No word of the framework's glossary stands in this paper."))
    summary = "One row for each abbreviation or term, by the alphabet."
    return (heading, Table("glossary-table", "Words used in this paper", summary, _WORDS, rows))


def changes(view: Disclosed) -> tuple[Block, ...]:
    """Annex D: from provisional to what the board decided, a row for each answer it gave."""
    heading = Heading(1, "Annex D Record of changes", "changes")
    rows = tuple(_change(item, item.board, view.session.board) for item in view.items if item.board)
    if not rows:
        said = "The board has not answered yet, so no level has changed from provisional."
        return (heading, sentence(said))
    return (
        heading,
        Table("answers-given", "What the board decided", _CHANGES, _CHANGE_COLUMNS, rows),
        sentence("The room's ratings, its votes and every different view stand as they were."),
    )


def _change(item: ItemView, board: BoardView, house: str) -> tuple[Cell, ...]:
    who = [
        board.body or house,
        day_said(board.on) if board.on else NO_DATE,
        f"minute {board.minute or 'not given'}",
    ]
    return (
        linked(item_short(item), item_anchor(item.id)),
        words(before_board(item, board)),
        words(board.said or "Not decided"),
        words(_outcome(item, board)),
        words(", ".join(who)),
        plain(board.note, "None given"),
    )


def _outcome(item: ItemView, board: BoardView) -> str:
    """The outcome, how many views the board had before it, and whether the rating moved since."""
    said = [f"{board.outcome.capitalize()}."]
    if board.views:
        said.append(f"{counted(board.views, 'different view')} open.")
    if board.is_changed_since:
        said.append(f"The rating has changed since the board saw it: {item.rating.said}.")
    return " ".join(said)
