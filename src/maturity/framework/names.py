"""Rules about names: ids are well formed and given once, and what is named exists."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from maturity.framework.model import BUILT_IN_PROMPTS
from maturity.framework.tables import Finding, Tables
from maturity.frozen import dataclass
from maturity.text import slug
from maturity.tomlfile import Path, nearest, one_of, visible

__all__ = ["findings"]

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID_CAP: Final = 40
_KEYED: Final = ("level", "pillar", "criterion", "group", "source", "voice", "tag", "retired")
_TABLES_IN_ITEMS: Final = frozenset({"level", "improve", "practice"})
# Windows keeps these for devices: a file of that name cannot be made there.
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name of another block, and where it is written."""

    kind: str
    name: str
    path: Path
    at_key: bool = False


def findings(tables: Tables) -> Iterator[Finding]:
    """Every fault in the names of a framework."""
    yield from _own_id(tables)
    yield from _ids_with_dots(tables)
    yield from _id_in_block(tables)
    yield from _ids_shared(tables)
    yield from _unknown_names(tables)


def _own_id(tables: Tables) -> Iterator[Finding]:
    own = tables.setting("framework", "id")
    if not isinstance(own, str) or not own.strip():
        return
    path = ("framework", "id")
    if own.lower() in _DEVICES:
        yield Finding(
            113,
            path,
            f'"{own}" cannot be the name of a file on Windows.',
            f'write another id, such as "{own.lower()}-framework".',
        )
    else:
        yield from _shape(own, path, at_key=False)


def _shape(name: str, path: Path, *, at_key: bool) -> Iterator[Finding]:
    if _ID.fullmatch(name) and len(name) <= _ID_CAP:
        return
    said = visible(name, cap=60)
    why = (
        f"is longer than {_ID_CAP} characters"
        if len(name) > _ID_CAP
        else "is not made of small letters, digits and single hyphens"
    )
    near = slug(name, longest=_ID_CAP)
    yield Finding(113, path, f'the id "{said}" {why}.', f'write "{near}".', at_key=at_key)


def _ids_with_dots(tables: Tables) -> Iterator[Finding]:
    for kind, name, block in tables.items():
        for part, inside in block.items():
            if isinstance(inside, dict) and part not in _TABLES_IN_ITEMS and "title" in inside:
                dotted = visible(f"{name}.{part}", cap=60)
                yield Finding(
                    113,
                    (kind, name, part),
                    f'the id "{dotted}" has a dot in it, which begins a table inside a table.',
                    f'write [{kind}.{slug(dotted)}] and below it: code = "{dotted}".',
                    at_key=True,
                    silences=(kind, name),
                )


def _id_in_block(tables: Tables) -> Iterator[Finding]:
    for kind in _KEYED:
        for name, block in tables.blocks(kind).items():
            yield from _shape(name, (kind, name), at_key=True)
            if "id" in block:
                yield Finding(
                    110,
                    (kind, name, "id"),
                    'the name "id" is not known here: the id is the word in the heading.',
                    "take this line out.",
                    at_key=True,
                )


def _ids_shared(tables: Tables) -> Iterator[Finding]:
    for name in tables.blocks("criterion"):
        if name in tables.blocks("pillar"):
            yield Finding(
                112,
                ("criterion", name),
                f'"{visible(name, cap=60)}" is the id of a pillar and of a criterion.',
                "give one of them another id.",
                at_key=True,
            )


def _unknown_names(tables: Tables) -> Iterator[Finding]:
    blocks = tables.blocks("level")
    for at, name in enumerate(tables.listed_levels):
        if name not in blocks:
            yield _unknown(_Mention("level", name, ("framework", "levels", at)), blocks)
    known: dict[str, Iterable[str]] = {
        "level": tables.known_levels,
        "prompt": BUILT_IN_PROMPTS,
        **{kind: tables.blocks(kind) for kind in ("pillar", "group", "tag")},
    }
    for mention in _mentions(tables):
        if mention.name.strip() and mention.name not in known[mention.kind]:
            yield _unknown(mention, known[mention.kind])


def _mentions(tables: Tables) -> Iterator[_Mention]:
    """Every place where one block names another."""
    for kind, id_, block in tables.items():
        yield from _levels_mentioned((kind, id_), block)
        yield from _listed("tag", block.get("tags"), (kind, id_, "tags"))
        for name in ("pillar", "group") if kind == "criterion" else ():
            given = block.get(name)
            if isinstance(given, str):
                yield _Mention(name, given, (kind, id_, name))
    for name in tables.blocks("prompt"):
        yield _Mention("prompt", name, ("prompt", name), at_key=True)
    after = tables.setting("agenda", "break_after")
    yield from _listed("pillar", after, ("agenda", "break_after"))


def _levels_mentioned(item: Path, block: Mapping[str, Any]) -> Iterator[_Mention]:
    for table in ("level", "improve"):
        inside = block.get(table)
        for name in inside if isinstance(inside, dict) else ():
            yield _Mention("level", name, (*item, table, name), at_key=True)
    yield from _listed("level", block.get("levels"), (*item, "levels"))
    practices = block.get("practice")
    for at, practice in enumerate(practices if isinstance(practices, list) else ()):
        given = practice.get("level") if isinstance(practice, dict) else None
        if isinstance(given, str):
            yield _Mention("level", given, (*item, "practice", at, "level"))


def _listed(kind: str, value: Any, path: Path) -> Iterator[_Mention]:
    for at, name in enumerate(value if isinstance(value, list) else ()):
        if isinstance(name, str):
            yield _Mention(kind, name, (*path, at))


def _unknown(mention: _Mention, known: Iterable[str]) -> Finding:
    names = list(known)
    kind = mention.kind
    near = nearest(mention.name, names)
    if not names:
        mend = f"add [{kind}.{slug(mention.name)}] to this file, or take this out."
    elif near:
        mend = f'write "{near}" ({kind}s here: {one_of(names)}).'
    else:
        mend = f"write one of the {kind}s here: {one_of(names)}."
    said = visible(mention.name, cap=60)
    what = f'there is no {kind} called "{said}".'
    return Finding(114, mention.path, what, mend, at_key=mention.at_key)
