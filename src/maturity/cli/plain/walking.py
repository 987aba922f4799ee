"""The items of a session one after the other, each through its seven steps."""

from collections.abc import Callable, Sequence

from maturity.cli.plain.filling import YES, fill, has_something
from maturity.cli.plain.walker import KEYS, Leave, Walker
from maturity.framework import NotKnown
from maturity.judgement.triage import hottest_first, is_settled
from maturity.judgement.view import Audience, ItemView
from maturity.steps import STEPS, Step, step_of
from maturity.workshop import Workshop

__all__ = ["walk"]

_KEPT = "everything recorded is kept"

_AGAIN = frozenset({"action", "answer", "dissent", "kloe", "link", "note", "seen"})
"""Acts of which an item may have several, so their form is offered again."""

_REVEALING = "vote"
"""The act after which the room is read what it agreed."""

_TALK = STEPS.index(step_of("t"))


def walk(
    workshop: Workshop,
    read: Callable[[], str],
    say: Callable[[str], None],
    fate: str = _KEPT,
) -> None:
    """Go through the items of an open session, step by step, until the person leaves.

    `read`, `say` and `fate` are those of `Walker`.
    """
    walker = Walker(workshop, read, say, fate)
    say(workshop.state.session.title)
    say(KEYS.format(fate=fate))
    if workshop.read_only:
        say(workshop.read_only)
    say("The register, the settings and the paper have commands of their own: maturity --help")
    ids = [item.id for item in workshop.view(Audience.ROOM).items]
    at = 0
    try:
        while at < len(ids):
            at = _offer_item(walker, ids, at)
    except Leave:
        say(f"Left. {fate.capitalize()}.")
        return
    say(f"That was the last item. {fate.capitalize()}.")


def _offer_item(walker: Walker, ids: Sequence[str], at: int) -> int:
    """Walk the item at this place, or go where the person says; gives the next place."""
    item = walker.item(ids[at])
    walker.say("")
    walker.say(f"Item {at + 1} of {len(ids)}: {item.title}. {item.rating.said}.")
    answer = walker.ask(
        "Begin? Type y, or another item's name or number. Empty goes to the next item.",
        f"Items: {', '.join(ids)}.",
    )
    if not answer:
        return at + 1
    if answer.casefold() not in YES:
        return _named(walker, ids, at, answer)
    if block := _silent_block(walker, item):
        _take_block(walker, block)
        return ids.index(block[-1]) + 1
    for step in STEPS:
        _take(walker, item.id, step)
    return at + 1


def _named(walker: Walker, ids: Sequence[str], at: int, answer: str) -> int:
    if answer.isdecimal() and 1 <= int(answer) <= len(ids):
        return int(answer) - 1
    try:
        return ids.index(walker.workshop.framework.find_item(answer).id)
    except (NotKnown, ValueError) as unknown:
        walker.say(str(unknown) if isinstance(unknown, NotKnown) else "That is not rated itself.")
        return at


def _silent_block(walker: Walker, item: ItemView) -> list[str]:
    """The criteria of a pillar that still vote, from this one on; none where pillars are rated."""
    items = walker.workshop.view(Audience.ROOM).items
    ids = [one.id for one in items]
    alike = [one for one in items[ids.index(item.id) :] if one.pillar == item.pillar != ""]
    waiting = [one.id for one in alike if not one.rounds and not is_settled(one)]
    return waiting if len(waiting) > 1 and item.id in waiting else []


def _take_block(walker: Walker, block: Sequence[str]) -> None:
    """Vote on all of a pillar before anybody talks, then talk, the hottest criterion first."""
    walker.say("This pillar votes on every criterion first; talk follows, the hottest first.")
    for item_id in block:
        walker.say("")
        walker.say(f"To vote on: {walker.item(item_id).title}.")
        for step in STEPS[:_TALK]:
            _take(walker, item_id, step)
    for hot in hottest_first(walker.item(item_id) for item_id in block):
        walker.say("")
        walker.say(f"To talk about: {walker.item(hot.item).title}.")
        for step in STEPS[_TALK:]:
            _take(walker, hot.item, step)


def _take(walker: Walker, item_id: str, step: Step) -> None:
    walker.say("")
    walker.say(f"{step.name}: {step.title}.")
    for line in step.shows(walker.item(item_id)):
        walker.say(line)
    for form in () if walker.workshop.read_only else step.forms:
        while has_something(walker, item_id, form) and fill(walker, item_id, form):
            if form.act == _REVEALING:
                for line in step.shows(walker.item(item_id)):
                    walker.say(line)
            if form.act not in _AGAIN:
                break
