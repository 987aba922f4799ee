"""Where each item came from in an earlier framework, and how far what was said of it still holds.

Names are followed one step back, by `was`, within one framework; in another, only an item of the
same name and wording is the same.
"""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

from maturity.framework.fingerprint import plain, wording_of
from maturity.framework.model import Item, Level
from maturity.framework.whole import Framework, ItemKind
from maturity.frozen import dataclass

__all__ = ["Carries", "Move", "moves_between"]

Carries = Literal["kept", "to-confirm", "history"]

_NO_LEVELS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Move:
    """What an item was before. Only a level of one that is `kept` may be compared with another.

    It is `to-confirm` where its wording changed, and `history` where it was split or merged, or
    has another scale. `levels` gives the level now for each level then, unless it is history.
    """

    kind: ItemKind
    old_ids: tuple[str, ...]
    new_id: str
    carries: Carries
    levels: Mapping[str, str] = _NO_LEVELS


def moves_between(old: Framework, new: Framework) -> tuple[Move, ...]:
    """The moves of every pillar and criterion of `new` that `old` had in some form."""
    return (
        *_moves(old, new, "pillar", old.pillars, new.pillars),
        *_moves(old, new, "criterion", old.criteria, new.criteria),
    )


def _moves(
    old: Framework,
    new: Framework,
    kind: ItemKind,
    before: Mapping[str, Any],
    now: Mapping[str, Any],
) -> tuple[Move, ...]:
    is_of_old = old.id == new.id
    origins = {name: _origins(item, before, is_of_old=is_of_old) for name, item in now.items()}
    claims = Counter(old_id for found in origins.values() for old_id in found)
    moves = []
    for name, found in origins.items():
        if len(found) == 1 and claims[found[0]] == 1:
            carries, levels = _carried(old, before[found[0]], new, now[name])
            moves.append(Move(kind, found, name, carries, levels))
        elif found:
            moves.append(Move(kind, found, name, "history"))
    return tuple(moves)


def _origins(item: Item, before: Mapping[str, Item], *, is_of_old: bool) -> tuple[str, ...]:
    named = (item.was or (item.id,)) if is_of_old else (item.id,)
    return tuple(old_id for old_id in named if old_id in before)


def _carried(
    old: Framework, before: Item, new: Framework, now: Item
) -> tuple[Carries, Mapping[str, str]]:
    levels = _levels(old, before, new, now)
    if not levels:
        return "history", _NO_LEVELS
    is_of_old = old.id == new.id
    is_same_scale = all(
        _is_same_level(old.levels[was], new.levels[is_now], is_of_old=is_of_old)
        for was, is_now in levels.items()
    )
    is_same = _wording(old, before, levels) == _wording(new, now, _NO_LEVELS)
    if is_same_scale and (is_same or (is_of_old and now.meaning_unchanged)):
        return "kept", levels
    return ("to-confirm", levels) if is_of_old else ("history", _NO_LEVELS)


def _levels(old: Framework, before: Item, new: Framework, now: Item) -> Mapping[str, str]:
    """The level now for each level then; none where the levels are not the same ones in order."""
    is_of_old = old.id == new.id
    levels = {_old_level(new.levels[name], old, is_of_old): name for name in new.levels_of(now)}
    return MappingProxyType(levels) if tuple(levels) == old.levels_of(before) else _NO_LEVELS


def _old_level(
    level: Level,
    old: Framework,
    is_of_old: bool,  # noqa: FBT001 one fact of three
) -> str:
    if level.id in old.levels or not is_of_old or len(level.was) != 1:
        return level.id
    return level.was[0]


def _is_same_level(before: Level, now: Level, *, is_of_old: bool) -> bool:
    """The words of a level decide, unless the newer version says that its meaning is unchanged."""
    words = [
        (plain(level.label), plain(level.meaning), level.statements) for level in (before, now)
    ]
    return words[0] == words[1] or (is_of_old and now.meaning_unchanged)


def _wording(framework: Framework, item: Item, levels: Mapping[str, str]) -> list[Any]:
    """The words of an item without its id, and those of its criteria where they are all it has.

    `levels` renames the levels of the earlier framework.
    """
    rows = [item]
    if framework.meta.rate == "pillars" and item.id in framework.pillars and not item.level:
        rows += sorted(framework.criteria_of(item.id), key=lambda one: one.id)
    whole = [wording_of(framework, row) for row in rows]
    named = [row.pop("id") for row in whole]
    return [named[1:], *(_renamed(row, levels) for row in whole)]


def _renamed(row: dict[str, Any], levels: Mapping[str, str]) -> dict[str, Any]:
    def name(level: str) -> str:
        return levels.get(level, level)

    return {
        **row,
        "levels": [name(level) for level in row["levels"]],
        "text": {name(level): said for level, said in row["text"].items()},
        "practices": [{**one, "level": name(one["level"])} for one in row["practices"]],
    }
