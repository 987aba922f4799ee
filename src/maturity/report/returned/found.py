"""Where a paper that came back has its answers: by control, by binding, by the words of a table.

An editor may lose the tags of controls, their data or the controls themselves. Each place is
looked for in that order, and the first that is there answers.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final, Self

from maturity.evidence.answers.returned import (
    Returned,
    ReturnedControl,
    ReturnedTable,
    Shown,
    XmlPart,
)
from maturity.frozen import dataclass
from maturity.judgement.view import ItemView
from maturity.report.answers import (
    ANSWERS_ANCHOR,
    ANSWERS_CAPTION,
    COLUMNS,
    NAMESPACE,
    PARTS,
    STORE,
    Part,
    tag,
    value_path,
)
from maturity.report.phrases import item_name, item_short

__all__ = [
    "Answered",
    "Found",
    "Origin",
    "answers_in",
    "called",
    "cells_by",
    "folded",
    "origin",
    "table_of",
]

_SESSION = "maturity session"
_FINGERPRINT = "maturity framework fingerprint"
_REFERENCE = re.compile(r"Paper reference: (\S+), \S+, \d+\.")
_ITEM = re.compile(r"/paper\[1\]/item\[(\d{1,6})\]")
_ROOT: Final = "/paper[1]"


def folded(text: str) -> str:
    """Words as they are compared: without regard to white space and case."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class Origin:
    """Which session a paper was made from; `fingerprint` is empty where it does not say."""

    session: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: the words shown, and the value in the data of the file.

    Either is None where there is no such place. `is_tracked` says that words were both put in
    and struck out.
    """

    shown: str | None = None
    data: str | None = None
    is_tracked: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """What a paper says of one item.

    `rating` is the room's rating and `given` the board's answer as they were when the paper was
    made, None where the data are lost; `printed` is that rating in words, None without its table.
    """

    parts: Mapping[Part, Found]
    rating: str | None = None
    given: str | None = None
    printed: str | None = None


def origin(returned: Returned) -> Origin | None:
    """Which session a paper names: in its data, else in its properties, else in its words."""
    data = _data(returned)
    named = dict(data.values[0].attributes) if data is not None and data.values else {}
    if named.get("session"):
        return Origin(named["session"], named.get("fingerprint", ""))
    properties = dict(returned.properties)
    if properties.get(_SESSION):
        return Origin(properties[_SESSION], properties.get(_FINGERPRINT, ""))
    for words in returned.paragraphs:
        if said := _REFERENCE.search(words):
            return Origin(said[1], "")
    return None


def answers_in(returned: Returned, items: Iterable[ItemView]) -> dict[str, Answered]:
    """What a paper says of each item, by its id."""
    places = _Places.of(returned)
    rows = cells_by(table_of(returned, ANSWERS_ANCHOR, ANSWERS_CAPTION), COLUMNS["item"])
    items = tuple(items)
    names = [called(item) for item in items]
    count = Counter(name for both in names for name in both)
    return {
        item.id: places.answered(item, _row(rows, [name for name in both if count[name] == 1]))
        for item, both in zip(items, names, strict=True)
    }


def called(item: ItemView) -> frozenset[str]:
    """What a row may call an item, folded: as tables do, or by its whole name."""
    return frozenset({folded(item_short(item)), folded(item_name(item))})


def _row(rows: Mapping[str, Mapping[str, Shown]], names: Iterable[str]) -> Mapping[str, Shown]:
    return next((rows[name] for name in names if name in rows), {})


def table_of(returned: Returned, anchor: str, caption: str) -> ReturnedTable | None:
    """The table with the bookmark of `anchor`, else the one with the words of its caption."""
    name = anchor.replace("-", "_")  # as the writer of Word files names its bookmarks
    marked = (table for table in returned.tables if name in table.bookmarks)
    called = (table for table in returned.tables if folded(table.caption).endswith(folded(caption)))
    return next(marked, None) or next(called, None)


def cells_by(table: ReturnedTable | None, header: str) -> dict[str, dict[str, Shown]]:
    """The cells of each row by the words of their column; rows by those under `header`.

    A row whose name stands twice is left out: nobody can say which is meant.
    """
    if table is None or not table.rows:
        return {}
    heads = [folded(cell.text) for cell in table.rows[0]]
    rows = [dict(zip(heads, row, strict=False)) for row in table.rows[1:]]
    named = [(folded(row[folded(header)].text), row) for row in rows if folded(header) in row]
    count = Counter(name for name, _ in named)
    return {name: row for name, row in named if count[name] == 1}


def _data(returned: Returned) -> XmlPart | None:
    """The part that has the answers: by its own id, else by its namespace."""
    ours = [part for part in returned.xml if part.namespace == NAMESPACE]
    by_id = (part for part in ours if part.store.casefold() == STORE.casefold())
    return next(by_id, None) or next(iter(ours), None)


@dataclass(frozen=True, slots=True)
class _Places:
    """The controls of a paper by tag and by binding, and its data by path and by item."""

    by_tag: Mapping[str, ReturnedControl]
    by_path: Mapping[str, ReturnedControl]
    texts: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, tuple[int, Mapping[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, returned: Returned) -> Self:
        # the first of two copies answers, so the list is gone through from its end
        backwards = returned.controls[::-1]
        ours = [one for one in backwards if one.store.casefold() == STORE.casefold()]
        data = _data(returned)
        values = data.values if data is not None else ()
        items = {}
        for one in values[::-1]:
            said, named = _ITEM.fullmatch(one.path), dict(one.attributes)
            if said and "key" in named:
                items[named["key"]] = (int(said[1]), named)
        return cls(
            by_tag={one.tag: one for one in backwards if one.tag},
            by_path={one.path: one for one in ours},
            texts={one.path: one.text for one in values},
            items=items,
        )

    def answered(self, item: ItemView, row: Mapping[str, Shown]) -> Answered:
        place, named = self.items.get(item.id, (0, {}))
        parts: dict[Part, Found] = {
            part: self._found(tag(prefix, item.id), place, part, row)
            for prefix, part in PARTS.items()
        }
        printed = row.get(folded(COLUMNS["rating"]))
        return Answered(
            parts=parts,
            rating=named.get("provisional"),
            given=named.get("given"),
            printed=printed.text if printed is not None else None,
        )

    def _found(self, name: str, place: int, part: Part, row: Mapping[str, Shown]) -> Found:
        path = value_path(place, part).replace("m:", "") if place else ""
        control = self.by_tag.get(name) or self.by_path.get(path)
        shown = control.shown if control is not None else row.get(folded(COLUMNS[part]))
        data = self.texts.get(path)
        if shown is None:
            return Found(None, data)
        return Found(shown.text, data, is_tracked=shown.is_inserted and shown.is_deleted)
