"""The challenge prompts that look at what follows: actions, key lines of enquiry and risks."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from typing import Final

from maturity.judgement.context import PromptContext, day_of
from maturity.judgement.prompts.claims import completed_on
from maturity.judgement.prompts.facts import DoneBeforeProof, LoopOpen, OrphanAction, OrphanPart
from maturity.session.state import Action, Delivery, Person

__all__ = ["done_before_proof", "loop_open", "orphan_action"]

_DONE: Final = frozenset({"green", "blue"})
_CODE: Final = r"\d+(?:\.\d+)+"


def _newest(action: Action) -> Delivery | None:
    # of two on one day, the one typed later
    return max(tuple(action.statuses.values())[::-1], key=lambda kept: kept.on, default=None)


def _called_done(action: Action) -> tuple[Delivery, ...]:
    """The statuses since an action was last called done, oldest first; none where it is not."""
    by_day = sorted(action.statuses.values(), key=lambda kept: kept.on)
    since = tuple(takewhile(lambda kept: kept.status in _DONE, reversed(by_day)))
    return since[::-1]


def done_before_proof(context: PromptContext) -> DoneBeforeProof | None:
    """An action is Green or Blue before its date of completion, or while the level is lowest."""
    for entry, action in context.actions:
        since = _called_done(action)
        done = day_of(since[0].on) if since else None
        if done is None:
            continue
        completed = _completed(context, action, since)
        if (completed and done < completed) or context.is_lowest:
            return DoneBeforeProof(entry, done, completed)
    return None


def _completed(context: PromptContext, action: Action, since: Iterable[Delivery]) -> date | None:
    """The latest of the days of completion that the notes and the linked plan rows give."""
    codes = {code for ref in action.plan for code in re.findall(_CODE, ref)}
    rows = (
        card.link.quote
        for card in context.cards
        if codes & set(re.findall(_CODE, f"{card.link.ref}\n{card.link.quote}"))
    )
    days = (completed_on(text) for text in (*(kept.note or "" for kept in since), *rows))
    return max((day for day in days if day), default=None)


def orphan_action(context: PromptContext) -> OrphanAction | None:
    """An action without an owner or a date, or whose owner is not somebody here to take it."""
    for entry, action in context.actions:
        missing = tuple(dict.fromkeys(_missing(context, action)))
        if missing:
            return OrphanAction(entry, missing)
    return None


def _missing(context: PromptContext, action: Action) -> Iterator[OrphanPart]:
    if not action.owners:
        yield "owner"
    if not action.due and not action.due_on:
        yield "due"
    if context.state.people:
        bodies = context.around.bodies
        for owner in action.owners:
            yield from _owner_missing(context, owner.casefold().strip(), bodies)


def _owner_missing(
    context: PromptContext, owner: str, bodies: frozenset[str]
) -> Iterator[OrphanPart]:
    """What is wrong with one owner; a role, a forum or a group needs no person behind it."""
    if owner in bodies:
        return
    people = [one for one in context.state.people.values() if owner in _names(one)]
    if not people:
        yield "not on the register"
    elif len(people) > 1:
        yield "several people"
    elif people[0].state == "apologies":
        yield "apologies"


def _names(person: Person) -> set[str]:
    first, _, _ = person.name.partition(" ")
    return {name.casefold() for name in (person.name, first, person.initials) if name}


def loop_open(context: PromptContext) -> LoopOpen | None:
    """A question is still open, or no risk is seen, where the item or its actions say otherwise."""
    open_here = tuple(entry for entry, kloe in context.kloes if kloe.closed is None)
    anywhere = context.around.open_kloes
    red = tuple(entry for entry, action in context.actions if _is_red(action))
    no_risks = context.state.session.no_risks
    is_at_an_end = context.is_top or context.is_lowest or bool(red)
    if is_at_an_end and (open_here or no_risks):
        return LoopOpen(open_here, red)
    return LoopOpen(anywhere, red) if no_risks and anywhere else None


def _is_red(action: Action) -> bool:
    newest = _newest(action)
    return newest is not None and newest.status == "red"
