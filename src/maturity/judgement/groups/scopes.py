"""How a voice group voted beside the rest of the room, over a scope: the items of one finding."""

from collections.abc import Iterator, Sequence

from maturity.framework import Framework, Item
from maturity.frozen import dataclass
from maturity.judgement.rounds import counts_of, in_order
from maturity.session.kinds import take
from maturity.session.state import ItemState, SessionState
from maturity.session.voters import known_groups

__all__ = ["Scope", "Side", "is_through", "scopes", "sides", "voices_held", "voted_items"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The items that a finding about a group speaks of; `pillar` is empty for all rated pillars."""

    pillar: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The votes of a group in round `n` of an item, and those of everyone else, lowest first."""

    item: str
    n: int
    group: tuple[int, ...]
    others: tuple[int, ...]

    @property
    def room(self) -> tuple[int, ...]:
        """The votes of the whole room in that round."""
        return tuple(one + rest for one, rest in zip(self.group, self.others, strict=True))


def scopes(framework: Framework) -> tuple[Scope, ...]:
    """All rated pillars together, or the rated criteria of each pillar by itself."""
    if framework.meta.rate == "pillars":
        return (Scope("", framework.items),)
    return tuple(Scope(pillar, framework.criteria_of(pillar)) for pillar in framework.pillars)


def voted_items(state: SessionState, framework: Framework, scope: Scope) -> tuple[str, ...]:
    """Ids of the items of a scope on which the room has voted."""
    return tuple(item.id for item in scope.items if _kept(state, framework, item).rounds)


def is_through(
    state: SessionState, whole: SessionState, framework: Framework, scope: Scope
) -> bool:
    """Whether the room is through with every item of a scope: voted on, rated or set aside.

    An item whose votes wait in the `whole` session, unseen in `state`, is still to come.
    """
    return all(
        _is_dealt_with(_kept(state, framework, item), _kept(whole, framework, item))
        for item in scope.items
    )


def _is_dealt_with(seen: ItemState, kept: ItemState) -> bool:
    if len(seen.rounds) != len(kept.rounds):
        return False
    is_answered = bool(seen.rounds) or seen.rating is not None
    return is_answered or seen.parked is not None or seen.discussed is False


def voices_held(state: SessionState, framework: Framework, scope: Scope) -> tuple[str, ...]:
    """Voice groups with counts of their own somewhere in the scope, families first."""
    held = {
        voice
        for item in scope.items
        for kept in _kept(state, framework, item).rounds.values()
        for voice in kept.groups
    }
    known = known_groups(state, framework)
    named = [*(voice for voice in known if voice in held), *sorted(held.difference(known))]
    return tuple(sorted(named, key=lambda voice: not _is_family(framework, voice)))


def sides(state: SessionState, framework: Framework, scope: Scope, voice: str) -> tuple[Side, ...]:
    """One side an item of the scope, from the latest round that holds the group's counts.

    An item is left out where a hand edit gave the group more votes than the room.
    """
    return tuple(_sides(state, framework, scope.items, voice))


def _sides(
    state: SessionState, framework: Framework, items: Sequence[Item], voice: str
) -> Iterator[Side]:
    for item in items:
        levels = framework.levels_of(item)
        rounds = in_order(_kept(state, framework, item).rounds)
        held = [kept for _, kept in rounds if voice in kept.groups]
        if held:
            kept = held[-1]
            group = tuple(kept.groups[voice].tally.get(level, 0) for level in levels)
            room = counts_of(kept, levels)
            others = tuple(whole - part for whole, part in zip(room, group, strict=True))
            if min(others) >= 0:
                yield Side(item.id, kept.n, group, others)


def _kept(state: SessionState, framework: Framework, item: Item) -> ItemState:
    found = take(state, (framework.kind_of(item.id), item.id))
    return found if isinstance(found, ItemState) else ItemState()


def _is_family(framework: Framework, voice: str) -> bool:
    known = framework.voices.get(voice)
    return known is not None and known.families
