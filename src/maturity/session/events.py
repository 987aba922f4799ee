"""One line of the journal: what changed, who typed it, and the chain that finds accidents.

`h` is the first 16 hex digits of SHA-256 over the line before's `h` and this line without its
own. It finds accidents, not malice.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from maturity.frozen import dataclass
from maturity.session.kinds import Path
from maturity.text import inspect

__all__ = [
    "FIRST",
    "LONGEST_LINE_READ",
    "LONGEST_LINE_WRITTEN",
    "Event",
    "Parsed",
    "Problem",
    "canonical",
    "chained",
    "encode",
    "line_of",
    "parse",
]

FIRST = "0" * 16
"""What stands for the line before the first."""

LONGEST_LINE_WRITTEN = 64 * 1024
LONGEST_LINE_READ = 256 * 1024
DEEPEST = 20
LARGEST_NUMBER = 2**53

_ID = re.compile(r"[^.\s]{1,64}\.[1-9][0-9]{0,9}")
_TIME = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z")
_LOST = b"\x00" * 8
_OPS = frozenset({"open", "set", "add", "retract", "restore", "import", "erase"})
_WITH_NEW = frozenset({"set", "add", "restore", "import"})
_PLAIN_KEYS = ("id", "n", "t", "by", "dev", "room", "act", "op", "of", "grp")
_OPEN_KEYS = (
    "app",
    "framework",
    "framework_id",
    "framework_version",
    "schema",
    "session",
    "snapshot",
    "migrated",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One change. `at` is its path; `old` and `new` its values; `sees` the heads it knew of.

    `via` tells undo, redo and other second-hand changes from typed ones; `details` holds what
    only an `open` line says. Times are UTC and for people: order is (`n`, opening).
    """

    id: str
    n: int
    t: str
    by: str
    dev: str
    act: str
    op: str
    at: Path = ()
    old: Any = None
    new: Any = None
    of: str | None = None
    sees: tuple[str, ...] = ()
    grp: str | None = None
    end: bool = False
    via: tuple[str, ...] = ()
    room: str | None = None
    details: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    p: str = FIRST
    h: str = ""

    @property
    def opening(self) -> str:
        """The run of the program that wrote this line."""
        return self.id.partition(".")[0]

    @property
    def s(self) -> int:
        """The number of this line within its opening, from 1."""
        return int(self.id.partition(".")[2])

    @property
    def action(self) -> str:
        """The id shared by the lines of one action."""
        return self.grp or self.id

    @property
    def order(self) -> tuple[int, str, int]:
        """Where the fold puts this event; ids are never compared as text."""
        return (self.n, self.opening, self.s)


@dataclass(frozen=True, slots=True)
class Problem:
    """Bytes of a journal that could not be taken as they stand."""

    line: int
    what: str
    torn: bool
    raw: bytes


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a journal file says, and what in it could not be read."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]


def canonical(table: Mapping[str, Any]) -> bytes:
    """`table` as the one JSON text it has: sorted keys, no spaces, UTF-8."""
    text = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def _table(event: Event) -> dict[str, Any]:
    table: dict[str, Any] = {"v": 1, "s": event.s, "p": event.p, **event.details}
    for name in _PLAIN_KEYS:
        value = getattr(event, name)
        if value is not None:
            table[name] = value
    if event.op != "open":
        table["at"] = list(event.at)
    if event.op in {"set", "retract"}:
        table["old"] = event.old
        table["sees"] = list(event.sees)
    if event.op in _WITH_NEW or (event.op == "erase" and event.new is not None):
        table["new"] = event.new
    if event.end:
        table["end"] = True
    if event.via:
        table["via"] = list(event.via)
    return table


def _hash(table: Mapping[str, Any]) -> str:
    """The chain value of a line; `table` holds `p` and no `h`."""
    return hashlib.sha256(table["p"].encode("ascii") + canonical(table)).hexdigest()[:16]


def chained(event: Event, before: str) -> Event:
    """`event` with its place in the chain: `before` is the `h` of the line before it."""
    linked = replace(event, p=before)
    return replace(linked, h=_hash(_table(linked)))


def encode(event: Event) -> bytes:
    """The journal line of a chained event, with its line end.

    Raises `ValueError` with the length when it is over the limit of a line.
    """
    line = line_of(event)
    if len(line) > LONGEST_LINE_WRITTEN:
        raise ValueError(
            f"This would take {len(line):,} bytes in the journal and the limit is "
            f"{LONGEST_LINE_WRITTEN:,}. Split it into shorter texts."
        )
    return line + b"\n"


def line_of(event: Event) -> bytes:
    """The line of a chained event, however long, without its end."""
    return canonical(_table(event) | {"h": event.h})


def parse(raw: bytes) -> Parsed:
    """The events of a journal file, in file order, and every problem found. Never raises.

    A last line without its end or with a run of NULs, which a power cut leaves and no line of
    ours holds, is torn, and so is a last action without its last line: it was being written when
    the machine stopped and was never acknowledged.
    """
    lines = raw.split(b"\n")
    tail = lines.pop()
    events: list[Event] = []
    problems: list[Problem] = []
    before = FIRST
    for number, line in enumerate(lines, 1):
        event = _parse_line(line)
        if isinstance(event, str):
            torn = number == len(lines) and not tail and _LOST in line
            problems.append(Problem(number, event, torn=torn, raw=line))
            continue
        if events and event.p != before:
            problems.append(Problem(number, "a line before it is missing", torn=False, raw=line))
        before = event.h
        events.append(event)
    if tail:
        problems.append(Problem(len(lines) + 1, "cut off while saving", torn=True, raw=tail))
    return Parsed(*_without_unfinished(events, problems))


def _without_unfinished(
    events: Sequence[Event], problems: Sequence[Problem]
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Leave out a last action whose last line never arrived."""
    if not events or events[-1].grp is None or events[-1].end:
        return tuple(events), tuple(problems)
    action = events[-1].action
    kept = [event for event in events if event.action != action]
    cut = [event for event in events if event.action == action]
    raw = b"\n".join(line_of(event) for event in cut)
    torn = Problem(len(kept) + 1, "cut off while saving", torn=True, raw=raw)
    return tuple(kept), (*problems, torn)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a name stands twice")
    return table


def _depth(value: Any, limit: int = DEEPEST) -> bool:
    if limit == 0:
        return False
    if isinstance(value, dict):
        return all(_depth(inner, limit - 1) for inner in value.values())
    if isinstance(value, list):
        return all(_depth(inner, limit - 1) for inner in value)
    return True


def _is_deep(line: bytes, table: dict[str, Any]) -> bool:
    return line.count(b"[") + line.count(b"{") > DEEPEST and not _depth(table)


def _is_clean(line: bytes) -> bool:
    """Whether a line can hold nothing that the gate would take out, without looking closer."""
    return line.isascii() and b"\\" not in line and b"\x7f" not in line


def _parse_line(line: bytes) -> Event | str:
    """The event of one line, or what is wrong with it."""
    if len(line) > LONGEST_LINE_READ:
        return "longer than any line of a journal"
    try:
        table = json.loads(line.decode("utf-8"), object_pairs_hook=_no_duplicates)
    except (ValueError, RecursionError) as error:
        return f"not a journal line ({error})"
    if not isinstance(table, dict) or table.get("v") != 1 or _is_deep(line, table):
        return "not a journal line of this version"
    stated = table.pop("h", None)
    if not isinstance(table.get("p"), str) or not table["p"].isascii() or stated != _hash(table):
        return "its contents and its check value differ"
    return _event(table if _is_clean(line) else _gated(table), str(stated))


def _event(table: dict[str, Any], h: str) -> Event | str:
    names = {name: table.get(name) for name in _PLAIN_KEYS}
    required = ("id", "t", "by", "dev", "act", "op")
    if not all(isinstance(names[name], str) for name in required) or names["op"] not in _OPS:
        return "a part of it is missing"
    n, at = names["n"], table.get("at", [])
    if type(n) is not int or not 0 < n < LARGEST_NUMBER or not _ID.fullmatch(str(names["id"])):
        return "its number is damaged"
    if not _is_time(str(names["t"])):
        return "its time is damaged"
    lists = (at, table.get("sees", []), table.get("via", []))
    optional = (names[name] for name in ("room", "of", "grp"))
    if not all(map(_is_names, lists)) or not all(isinstance(x, str | None) for x in optional):
        return "a part of it is damaged"
    details = {name: table[name] for name in _OPEN_KEYS if name in table}
    return Event(
        **{name: value for name, value in names.items() if value is not None},
        at=tuple(at),
        old=table.get("old"),
        new=table.get("new"),
        sees=tuple(lists[1]),
        end=table.get("end") is True,
        via=tuple(lists[2]),
        details=MappingProxyType(details),
        p=table["p"],
        h=h,
    )


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _is_time(text: str) -> bool:
    """Whether a line's time can be read, so that nobody further on has to ask."""
    if not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _gated(value: Any) -> Any:
    """A value of a line as it may be shown: a stranger's journal may hold what ours never does."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else inspect(value).text
    if isinstance(value, dict):
        return {_gated(name): _gated(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_gated(inner) for inner in value]
    return value
