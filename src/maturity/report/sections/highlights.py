"""The highlight report: four headings on a side or two, for a group that steers between boards."""

from collections.abc import Iterable, Iterator

from maturity.judgement.agreement import AgreementWord
from maturity.judgement.board import standing
from maturity.judgement.view import Disclosed, DissentView, ItemView, KloeView
from maturity.judgement.wording import NO_RISKS, RISKS_NOT_RECORDED
from maturity.report.blocks import Block, Heading
from maturity.report.phrases import (
    action_said,
    dated,
    day_said,
    decision_said,
    ended,
    level_label,
    listed,
    sentence,
    who_inside,
)

__all__ = ["highlight_parts"]

_NONE = "None recorded."
_STATES = frozenset(("provisional", "confirmed"))
_TALKED_OF = {"challenge": "", "gap": "a gap. "}


def highlight_parts(view: Disclosed) -> tuple[Block, ...]:
    """Highlights, challenges, actions and risks, each a numbered list or the words for none."""
    return (
        Heading(1, "Highlights", "highlights"),
        listed("number", _highlights(view), _NONE),
        Heading(1, "Challenges", "challenges"),
        listed("number", _challenges(view), _NONE),
        Heading(1, "Actions/Priorities", "actions"),
        listed("number", map(action_said, view.actions), _NONE),
        Heading(1, "Risk/Escalations", "risks"),
        *_risks(view),
    )


def _highlights(view: Disclosed) -> Iterator[str]:
    session, framework = view.session, view.framework
    held = f"was held on {dated(session.date)}" if session.date else "has no date yet"
    is_to_come = session.board_date and not standing(view).counts
    meets = f" The {session.board} meets on {day_said(session.board_date)}." if is_to_come else ""
    yield f"The workshop {held}. It was planned for {session.minutes} minutes.{meets}"
    yield f"The framework is {framework.title}, edition {framework.version} ({framework.standing})."
    if view.items:
        yield f"The levels: {'; '.join(map(_level, view.items))}."
    sources = [document.title or document.file for document in view.documents]
    if sources:
        yield f"Data sources presented: {'; '.join(sources)}."
    yield from map(_kloe, view.kloes)
    for decision in view.decisions:
        yield f"Decision: {decision_said(decision)}"


def _level(item: ItemView) -> str:
    """An item's level in words; a level that the board left as it is says that it did."""
    said = level_label(item)
    state = "confirmed" if item.board else item.rating.state
    is_told = said.endswith(")") or item.parked is not None or state not in _STATES
    return f"{item.short}, {said}{'' if is_told else f' ({state})'}"


def _kloe(kloe: KloeView) -> str:
    where = "; ".join(part for part in (*kloe.plan, kloe.forum) if part)
    said = f"Key line of enquiry{f' ({where})' if where else ''}: {ended(kloe.text)}"
    if not kloe.closed:
        return said
    finding = f" {ended(kloe.finding)}" if kloe.finding else ""
    return f"{said} Closed on {dated(kloe.closed)}.{finding}"


def _challenges(view: Disclosed) -> Iterator[str]:
    for item in view.items:
        yield from (f"{item.short}: {one}" for one in _of_item(item))


def _of_item(item: ItemView) -> Iterator[str]:
    for note in item.notes:
        if note.tag in _TALKED_OF:
            yield f"{_TALKED_OF[note.tag]}{ended(note.text)}"
    if item.parked is not None:
        yield ended(f"not settled. {item.parked}".strip())
    elif item.rating.state == "cannot-say":
        yield "the room cannot say yet."
    if item.latest is not None and item.latest.word == AgreementWord.SPLIT:
        yield f"the room was split. {item.latest.said}".strip()
    yield from map(_dissent, item.dissents)


def _dissent(dissent: DissentView) -> str:
    if dissent.withheld is not None:
        return dissent.withheld.reason
    if dissent.status == "withdrawn":
        return "A different view was recorded and later withdrawn."
    holds = f" ({dissent.level.label})" if dissent.level else ""
    who, why = who_inside(dissent.who), ended(dissent.reason or "no reason written")
    return f"a different view, {who}{holds}: {why}"


def _risks(view: Disclosed) -> Iterable[Block]:
    none = NO_RISKS if view.session.no_risks else RISKS_NOT_RECORDED
    said = (decision_said(risk, "Escalated to") for risk in view.risks)
    yield listed("number", said, none)
    still = sum(not kloe.closed for kloe in view.kloes)
    if still:
        yield sentence(f"Key lines of enquiry still open: {still}.")
