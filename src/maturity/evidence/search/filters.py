"""Filters typed among the words of a search: `p:` an item, `d:` a document, `kind:`, `since:`."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from maturity.words.dates import find_dates

__all__ = ["Filters", "Known", "filters_in"]

_FILTER = re.compile(r"(?<!\S)(p|d|kind|since):(?:\"([^\"]*)\"?|(\S*))", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

Allows = Callable[[str, str], bool]
"""Whether an excerpt of a document, both by id, may be found."""


def _nothing(_excerpt: str, _document: str) -> tuple[str, str]:
    return "", ""


@dataclass(frozen=True, slots=True)
class Known:
    """What a search may ask of a session, as values: the shelf knows the documents alone.

    `items` are the names of each item by its id, `linked` the excerpts linked to it. `facts` gives
    kind and ISO date of an excerpt of a document, each empty where nobody has said it.
    """

    withdrawn: frozenset[str] = frozenset()
    items: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    linked: Callable[[str], Collection[str]] = frozenset
    facts: Callable[[str, str], tuple[str, str]] = _nothing


@dataclass(frozen=True, slots=True)
class Filters:
    """The words of a query without its filters, and the filters; one that is unfinished is none."""

    words: str
    items: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str = ""

    @property
    def is_any(self) -> bool:
        """Whether there is any filter at all."""
        return bool(self.items or self.documents or self.kinds or self.since)

    def allows(self, known: Known, titles: Mapping[str, str]) -> Allows:
        """What passes every filter; `titles` are those of the documents, by id.

        Of several filters of one sort one is enough. What has no date or kind passes none of it.
        """
        tests = list(self._tests(known, titles))
        return lambda excerpt, document: all(test(excerpt, document) for test in tests)

    def _tests(self, known: Known, titles: Mapping[str, str]) -> Iterator[Allows]:
        if self.items:
            linked = {
                excerpt
                for item, names in known.items.items()
                if _is_named(names, self.items)
                for excerpt in known.linked(item)
            }
            yield lambda excerpt, _document: excerpt in linked
        if self.documents:
            named = {
                document
                for document, title in titles.items()
                if any(part in title.casefold() for part in self.documents)
            }
            yield lambda _excerpt, document: document in named
        if self.kinds:
            yield lambda excerpt, document: known.facts(excerpt, document)[0].startswith(self.kinds)
        if self.since:
            yield lambda excerpt, document: known.facts(excerpt, document)[1] >= self.since


def _is_named(names: Iterable[str], asked: Iterable[str]) -> bool:
    """Whether a name is what was asked, or has a word that begins so; a code is asked for whole."""
    plain = [name.casefold() for name in names]
    return any(
        one == name or (one[:1].isalpha() and f" {one}" in f" {name}")
        for one in asked
        for name in plain
    )


def filters_in(query: str) -> Filters:
    """Take a query apart. Any text is a query."""
    found: dict[str, list[str]] = {}
    for filter_ in _FILTER.finditer(query):
        value = (filter_[2] or filter_[3] or "").strip().casefold()
        if value:
            found.setdefault(filter_[1].casefold(), []).append(value)
    return Filters(
        words=_FILTER.sub("", query),
        items=tuple(found.get("p", ())),
        documents=tuple(found.get("d", ())),
        kinds=tuple(found.get("kind", ())),
        since=max(map(_first_day, found.get("since", ())), default=""),
    )


def _first_day(said: str) -> str:
    """The first day of a date as people write it, as ISO text; empty while it is none."""
    if iso := _ISO.fullmatch(said):
        year, month, day = (int(part or 1) for part in iso.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return ""
    dates = find_dates(said.title())
    return dates[0].start.isoformat() if dates and dates[0].start else ""
