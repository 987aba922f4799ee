"""Where the room goes next: the steps of an item, then the next item that needs it."""

from collections.abc import Sequence

from maturity.frozen import dataclass
from maturity.judgement.timing.talk_time import rated_items
from maturity.judgement.triage import hottest_first, is_settled
from maturity.judgement.view import Disclosed, ItemView
from maturity.steps.loop import STEPS, next_step

__all__ = ["Onward", "onward"]

_FIRST = STEPS[0].key
_VOTE = "v"
_UNTIL_THE_VOTE = frozenset("rev")


@dataclass(frozen=True, slots=True)
class Onward:
    """An item and one of its steps, by key; `why` says how another item came to be next."""

    item: str
    step: str
    why: str = ""


def onward(view: Disclosed, item: ItemView, key: str) -> Onward | None:
    """What comes after a step of an item; None after the last thing of all.

    Where criteria are rated a pillar is voted on in silence first, and talked about then, the
    hottest criterion first. Everywhere else items follow each other as the framework has them.
    """
    items = rated_items(view)
    block = [one for one in items if one.pillar == item.pillar and item.pillar]
    step = next_step(item, key)
    if block and key in _UNTIL_THE_VOTE and (step is None or step.key not in _UNTIL_THE_VOTE):
        found = _silently(block, item, key)
        if found is not None:
            return found
    if step is not None:
        return Onward(item.id, step.key)
    return (_hottest(block, item.id) if block else None) or _following(view, items, item)


def _silently(block: Sequence[ItemView], item: ItemView, key: str) -> Onward | None:
    """The next vote of the pillar; from the last one to the talk that is needed most."""
    at = [one.id for one in block].index(item.id)
    for one in block[at + 1 :]:
        if not one.rounds and not is_settled(one):
            return Onward(one.id, _FIRST, "to the next vote, talk follows: {}")
    # whoever came back for a second vote, or to read once more, stays with the item
    has_just_voted = key == _VOTE and len(item.rounds) == 1 and not item.notes
    return _hottest(block) if has_just_voted and _are_in(block) else None


def _are_in(block: Sequence[ItemView]) -> bool:
    return all(one.rounds or is_settled(one) for one in block)


def _hottest(block: Sequence[ItemView], but: str = "") -> Onward | None:
    open_items = [one for one in block if one.id != but and one.rounds and not is_settled(one)]
    if not open_items:
        return None
    by_id = {one.id: one for one in open_items}
    hottest = by_id[hottest_first(open_items)[0].item]
    step = next_step(hottest, _VOTE)
    return Onward(hottest.id, step.key if step else _FIRST, "to the talk of the hottest here: {}")


def _following(view: Disclosed, items: Sequence[ItemView], item: ItemView) -> Onward | None:
    """The next item in order; of criteria the next pillar that has one not settled.

    After the last of all, what is parked. Who leaves that again stays away from what is settled.
    """
    ids, rated = [one.id for one in view.items], {one.id for one in items}
    after = view.items[ids.index(item.id) + 1 :]
    waiting = [one for one in after if one.id in rated and not is_settled(one)]
    if not waiting and (item.parked is not None or item.pillar or not after):
        return _parked(after if item.parked is not None else items)
    if not item.pillar:
        return Onward(after[0].id, _FIRST)
    block = [one for one in items if one.pillar == waiting[0].pillar]
    hottest = _hottest(block) if _are_in(block) else None
    return hottest or Onward(waiting[0].id, _FIRST)


def _parked(items: Sequence[ItemView]) -> Onward | None:
    """The first of these that was set aside, at the talk it was parked for."""
    found = next((one for one in items if one.parked is not None), None)
    return Onward(found.id, "t", "back to what is parked: {}") if found else None
