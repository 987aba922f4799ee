"""Rules about what must be there: texts for every level, something to rate, no placeholder."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from maturity.framework.tables import Finding, Tables
from maturity.tomlfile import Path, one_of, visible

__all__ = ["findings"]

_FEWEST_LEVELS: Final = 2
_MOST_LEVELS: Final = 7
_MOST_ITEMS: Final = 5_000
# Small letters are left alone: "todo" is Spanish for "all".
_PLACEHOLDER: Final = re.compile(r"\bTODO\b|\b[xX]{3,}\b")


def findings(tables: Tables) -> Iterator[Finding]:
    """Every gap in a framework."""
    yield from _levels_listed(tables)
    yield from _nothing_to_rate(tables)
    yield from _needed_because(tables)
    yield from _item_levels(tables)
    yield from _texts(tables)
    if _may_hold_placeholders(tables.data):
        yield from _placeholders((), tables.data)


def _levels_listed(tables: Tables) -> Iterator[Finding]:
    listed = tables.listed_levels
    path = ("framework", "levels")
    if isinstance(tables.setting("framework", "levels"), list) and not (
        _FEWEST_LEVELS <= len(listed) <= _MOST_LEVELS
    ):
        yield Finding(
            117,
            path,
            f"a framework has {_FEWEST_LEVELS} to {_MOST_LEVELS} levels, and this lists"
            f" {len(listed)}.",
            "list them lowest first.",
        )
    for at, name in enumerate(listed):
        if name in listed[:at]:
            yield Finding(
                117,
                (*path, at),
                f'the level "{visible(name, cap=60)}" is listed twice.',
                "take one of them out.",
            )
    for name in tables.blocks("level") if listed else ():
        if name not in listed:
            yield Finding(
                117,
                ("level", name),
                f'the level "{visible(name, cap=60)}" has a block but is not listed.',
                "put it in its place in levels, under [framework], or take the block out.",
                at_key=True,
            )


def _nothing_to_rate(tables: Tables) -> Iterator[Finding]:
    kind = "pillar" if tables.rates_pillars else "criterion"
    if not tables.data.get(kind) and "framework" in tables.data:
        yield Finding(
            111,
            ("framework", "rate"),
            f"there is no {kind} in this file, so there is nothing to rate.",
            f"add a heading [{kind}.its-id] with a title.",
            at_key=True,
        )
    count = sum(1 for _ in tables.items())
    if count > _MOST_ITEMS:
        yield Finding(
            140,
            ("criterion",),
            f"there are {count:,} pillars and criteria, and the limit is {_MOST_ITEMS:,}.",
            "split this framework into several files.",
        )


def _needed_because(tables: Tables) -> Iterator[Finding]:
    """What is required only in the company of something else."""
    if tables.setting("framework", "origin") == "own" and not tables.setting("framework", "notice"):
        yield Finding(
            111,
            ("framework", "origin"),
            '"notice" is missing, and origin = "own" needs it.',
            'add a line: notice = "Our own wording. It is not a national standard.".',
        )
    pillars = tables.blocks("pillar")
    for name, block in tables.blocks("criterion").items():
        if pillars and "pillar" not in block:
            yield Finding(
                111,
                ("criterion", name),
                '"pillar" is missing.',
                f'add a line: pillar = "..." (pillars here: {one_of(pillars)}).',
            )
        if tables.rates_pillars and "practice" in block:
            yield Finding(
                110,
                ("criterion", name, "practice"),
                'practices are for rate = "criteria"; in this framework pillars are rated.',
                "write them as evidence, or as level texts.",
                at_key=True,
            )
    used = {str(block.get("pillar")) for block in tables.blocks("criterion").values()}
    for name in () if tables.rates_pillars else pillars:
        if name not in used:
            yield Finding(
                118,
                ("pillar", name),
                f'the pillar "{visible(name, cap=60)}" has no criteria, and criteria are rated.',
                f'add a criterion with pillar = "{name}", or take the pillar out.',
            )


def _item_levels(tables: Tables) -> Iterator[Finding]:
    for kind, name, block in tables.items():
        own = block.get("levels")
        if isinstance(own, list) and len(own) < _FEWEST_LEVELS:
            yield Finding(
                117,
                (kind, name, "levels"),
                f"an item has at least {_FEWEST_LEVELS} levels.",
                "list more of them, or take this line out to have them all.",
            )


def _texts(tables: Tables) -> Iterator[Finding]:
    for kind, name, block in tables.items():
        if not set(tables.texts_of(block)) <= set(tables.known_levels):
            continue  # the level that is not known is told already, and may be the one missing
        gap = _gap(tables, kind, name, block)
        if gap is not None:
            yield Finding(115, (kind, name), *gap)


def _gap(tables: Tables, kind: str, name: str, block: Mapping[str, Any]) -> tuple[str, str] | None:
    own = tables.texts_of(block)
    missing = [each for each in tables.levels_of(block) if each not in own]
    if own and missing:
        first = missing[0]
        return (
            f"there is no text for {one_of(missing)}.",
            f'add a line: level.{first} = "...".',
        )
    if kind == "pillar" and tables.rates_pillars:
        return _gap_of_pillar(tables, name, block)
    if kind == "criterion" and not tables.rates_pillars and not own:
        return _gap_of_criterion(tables, block)
    return None


def _gap_of_pillar(tables: Tables, name: str, block: Mapping[str, Any]) -> tuple[str, str] | None:
    criteria = [each for each in tables.blocks("criterion").values() if each.get("pillar") == name]
    if criteria and all(tables.is_complete(each) for each in criteria):
        return None
    if not tables.is_complete(block):
        return (
            "this pillar is rated: it needs its own level texts, or criteria that all have theirs.",
            f"add a question, and a text for each of: {one_of(tables.levels_of(block))}.",
        )
    if block.get("question"):
        return None
    return 'this pillar is rated, and has no "question".', 'add a line: question = "...".'


def _gap_of_criterion(tables: Tables, block: Mapping[str, Any]) -> tuple[str, str] | None:
    levels = tables.blocks("level")
    silent = [each for each in tables.levels_of(block) if not levels.get(each, {}).get("meaning")]
    if not silent or block.get("practice"):
        return None
    return (
        f"this criterion has no level texts, and {one_of(silent)} has no meaning to serve instead.",
        f'add level.{silent[0]} = "..." and so on here, or a meaning to [level.{silent[0]}].',
    )


def _may_hold_placeholders(data: Mapping[str, Any]) -> bool:
    """A quick look at all texts at once, which most files pass."""
    texts: list[str] = []
    waiting: list[Any] = [data]
    for value in waiting:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    whole = "\n".join(texts)
    return "TODO" in whole or "xxx" in whole.casefold()


def _placeholders(path: Path, value: Any) -> Iterator[Finding]:
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _placeholders((*path, name), inside)
    elif isinstance(value, list):
        for at, inside in enumerate(value):
            yield from _placeholders((*path, at), inside)
    elif isinstance(value, str) and (found := _PLACEHOLDER.search(value)) is not None:
        yield Finding(
            119, path, f'"{found[0]}" is a placeholder.', "write what belongs here, or take it out."
        )
