"""Sections 5 to 7: what will be done, what is still asked, and what is escalated."""

from collections.abc import Iterable

from maturity.judgement.board import standing
from maturity.judgement.view import ActionView, Audience, Disclosed, KloeView
from maturity.judgement.wording import NO_RISKS, RISKS_NOT_RECORDED
from maturity.report.answers import (
    ACTIONS_ANCHOR,
    ACTIONS_CAPTION,
    AGREED,
    AGREED_COLUMN,
    TICKS,
)
from maturity.report.blocks import Block, Cell, Column, Control, Heading, Paragraph, Span, Table
from maturity.report.phrases import (
    dated,
    due_words,
    owners_said,
    plain,
    sentence,
    words,
)

__all__ = ["actions", "kloes", "risks"]

_ACTIONS = (
    Column("Ref", 12, row_header=True),
    Column("Action", 56),
    Column("Owner", 30),
    Column("Due", 28),
    Column("Plan and forum", 28),
    Column("Status", 20),
)
_WITH_TICKS = (
    Column("Ref", 12, row_header=True),
    Column("Action", 45),
    Column("Owner", 27),
    Column("Due", 28),
    Column("Plan and forum", 26),
    Column("Status", 19),
    Column(AGREED_COLUMN, 17),
)
_KLOES = (
    Column("Ref", 12, row_header=True),
    Column("Question", 43),
    Column("Plan and forum", 28),
    Column("Finding, learning and impact", 60),
    Column("Closed", 31),
)
_RISKS = (
    Column("Ref", 12, row_header=True),
    Column("Risk", 94),
    Column("Escalated to", 38),
    Column("By", 30),
)


def actions(view: Disclosed) -> tuple[Block, ...]:
    """Section 5: every action, by the day it is due; the board may tick those it agrees."""
    heading = Heading(1, "5 Actions", "actions", new_page=True)
    if not view.actions:
        return (heading, sentence("No action was recorded."))
    ticks = view.audience is Audience.BOARD and standing(view).is_provisional
    rows = tuple(
        (
            words(f"A{number}"),
            plain(action.text, "Not said"),
            words(owners_said(action.owners)),
            words(due_words(action.due, action.due_on)),
            words(_goes_to(action.plan, action.forum)),
            words(action.status or "No status"),
            *((_agreed(action, number),) if ticks else ()),
        )
        for number, action in enumerate(view.actions, 1)
    )
    summary = "One row for each action: owner, date, plan reference and delivery status."
    columns = _WITH_TICKS if ticks else _ACTIONS
    table = Table(ACTIONS_ANCHOR, ACTIONS_CAPTION, summary, columns, rows)
    return (heading, table, *_initials(view))


def _initials(view: Disclosed) -> Iterable[Block]:
    """Where the people are whose initials stand for an owner."""
    known = {person.initials for person in view.people if person.initials}
    if any(owner in known for action in view.actions for owner in action.owners):
        link = Span("Annex B", link="attendance")
        yield Paragraph((Span("Initials are those of people named in "), link, Span(".")))


def _agreed(action: ActionView, number: int) -> Cell:
    (no, _), (yes, _) = TICKS
    label = f"A{number} agreed by the board"
    return Control(f"{AGREED}.{action.id}", label, "tick", TICKS, yes if action.agreed else no)


def _goes_to(plan: Iterable[str], forum: str) -> str:
    return "; ".join(part for part in (*plan, forum) if part) or "None given"


def kloes(view: Disclosed) -> tuple[Block, ...]:
    """Section 6: key lines of enquiry, open ones first."""
    heading = Heading(1, "6 Key lines of enquiry", "kloes")
    if not view.kloes:
        return (heading, sentence("None recorded."))
    rows = tuple(
        (
            words(f"K{number}"),
            plain(kloe.text, "Not said"),
            words(_goes_to(kloe.plan, kloe.forum)),
            plain(_learned(kloe), "Nothing recorded yet"),
            words(dated(kloe.closed) if kloe.closed else "Not yet closed"),
        )
        for number, kloe in enumerate(view.kloes, 1)
    )
    summary = "One row for each line of enquiry, open ones first, with what was learned."
    return (heading, Table("kloes-table", "Key lines of enquiry", summary, _KLOES, rows))


def _learned(kloe: KloeView) -> str:
    parts = {"Finding": kloe.finding, "Learning": kloe.learning, "Impact": kloe.impact}
    return " ".join(f"{name}: {text.rstrip('.')}." for name, text in parts.items() if text)


def risks(view: Disclosed) -> tuple[Block, ...]:
    """Section 7: risks, or that there are none only where the room was asked."""
    heading = Heading(1, "7 Risks and escalations", "risks")
    open_kloes = sum(not kloe.closed for kloe in view.kloes)
    still = sentence(f"Key lines of enquiry still open: {open_kloes}.") if open_kloes else None
    if not view.risks:
        said = sentence(NO_RISKS if view.session.no_risks else RISKS_NOT_RECORDED)
        return (heading, said, still) if still else (heading, said)
    rows = tuple(
        (
            words(f"R{number}"),
            plain(risk.text, "Not said"),
            plain(risk.to, "Nobody named"),
            words(due_words(risk.due, risk.due_on)),
        )
        for number, risk in enumerate(view.risks, 1)
    )
    summary = "One row for each risk, with whom it goes to and by when."
    table = Table("risks-table", "Risks and escalations", summary, _RISKS, rows)
    return (heading, table, still) if still else (heading, table)
