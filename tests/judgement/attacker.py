"""An attacker from outside the room: what he can be certain of, after all he may read.

A room is a world: how each voice group voted on each item, and whose counts were typed. The
attacker knows the room's totals and how many of each group voted. He goes through every world with
those totals and sizes, and keeps those in which he would have read the very same. He is certain of
a person's vote on an item exactly where that person's group has all its votes on one level, the
same level, in every world that he keeps. Where the room itself stood on one level he may be.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from types import MappingProxyType

from maturity.framework import Framework, parse
from maturity.session.state import GroupTally, ItemState, Person, Round, SessionState

Tally = tuple[int, ...]
LEVELS = ("low", "middle", "high")


@dataclass(frozen=True, slots=True)
class World:
    """How each group voted on each item, by group, and the groups whose counts were typed."""

    votes: tuple[Mapping[str, Tally], ...]
    typed: tuple[str, ...]


@cache
def framework_of(items: int, levels: int, rate: str = "pillars") -> Framework:
    """So many rated items on a scale of so many levels, and three groups that vote."""
    return parse(framework_file(items, levels, rate), "tiny.toml")


def framework_file(items: int, levels: int, rate: str = "pillars") -> bytes:
    """The file of such a framework."""
    names = LEVELS[:levels]
    lines = [
        '[framework]\nformat = 1\nid = "tiny"\ntitle = "Tiny"\nversion = "1.0"\norigin = "own"',
        f'notice = "For tests."\nrate = "{rate}"\nlevels = {list(names)}'.replace("'", '"'),
        *(f'[level.{name}]\nlabel = "{name.title()}"' for name in names),
        '[voice]\nfamilies = { label = "Families", families = true }',
        'health = { label = "Health" }\ncouncil = { label = "Council" }',
    ]
    kind, within = "pillar", ""
    if rate == "criteria":
        kind, within = "criterion", '\npillar = "whole"'
        lines.append('[pillar.whole]\ntitle = "The whole"')
    for number in range(items):
        lines.append(
            f'[{kind}.p{number}]\ntitle = "Pillar {number}"{within}\nquestion = "How well?"'
        )
        lines += [f'level.{name} = "Words."' for name in names]
    return "\n".join(lines).encode()


def state_of(world: World, kind: str = "pillar") -> SessionState:
    """The session of a world, with everybody on the register."""
    items = {f"p{n}": _voted(f"e.{n}", votes, world.typed) for n, votes in enumerate(world.votes)}
    people = {
        f"{group} {number}": Person(name=f"{group} {number}", group=group, state="present")
        for group, tally in world.votes[0].items()
        for number in range(sum(tally))
    }
    of_kind = {kind: MappingProxyType(items), "people": MappingProxyType(people)}
    return SessionState.model_construct(**of_kind)


def _voted(entry: str, votes: Mapping[str, Tally], typed: Sequence[str]) -> ItemState:
    room = map(sum, zip(*votes.values(), strict=True))
    groups = {name: GroupTally(tally=_by_level(votes[name])) for name in typed}
    one = Round(n=1, tally=_by_level(tuple(room)), groups=MappingProxyType(groups))
    return ItemState(rounds=MappingProxyType({entry: one}))


def _by_level(tally: Tally) -> Mapping[str, int]:
    return MappingProxyType(dict(zip(LEVELS, tally, strict=False)))


def tallies(room: Tally, size: int) -> Iterator[Tally]:
    """Every way in which so many of the room's votes may lie."""
    for tally in product(*(range(min(count, size) + 1) for count in room)):
        if sum(tally) == size:
            yield tally


def splits(room: Tally, sizes: Mapping[str, int]) -> Iterator[dict[str, Tally]]:
    """Every way in which the votes of a room may be shared out among its groups."""
    (group, size), *others = sizes.items()
    if not others:
        yield {group: room}
        return
    for tally in tallies(room, size):
        left = tuple(have - used for have, used in zip(room, tally, strict=True))
        for rest in splits(left, dict(others)):
            yield {group: tally, **rest}


def worlds(rooms: Sequence[Tally], sizes: Mapping[str, int]) -> Iterator[World]:
    """Every world with these totals and sizes, whoever's counts were typed."""
    groups = tuple(sizes)
    typed = [some for n in range(len(groups) + 1) for some in combinations(groups, n)]
    for votes in product(*(tuple(splits(room, sizes)) for room in rooms)):
        yield from (World(votes, some) for some in typed)


@dataclass(frozen=True, slots=True)
class Attack:
    """What came of an attack: how many different things there were to read, and what is certain."""

    readings: int
    certain: tuple[tuple[object, int, str], ...]


def attack(
    rooms: Sequence[Tally], every: Iterator[World], read: Callable[[World], object]
) -> Attack:
    """Whose votes the attacker is certain of in any world: what he read, the item, the group."""
    held: dict[object, dict[tuple[int, str], set[int]]] = {}
    for world in every:
        seen = held.setdefault(read(world), {})
        for item, votes in enumerate(world.votes):
            for group, tally in votes.items():
                levels = seen.setdefault((item, group), set())
                levels.update(level for level, count in enumerate(tally) if count)
    of_one_mind = {item for item, room in enumerate(rooms) if sum(map(bool, room)) <= 1}
    certain = tuple(
        (reading, item, group)
        for reading, seen in held.items()
        for (item, group), levels in seen.items()
        if len(levels) == 1 and item not in of_one_mind
    )
    return Attack(len(held), certain)
