"""The same text twice: a newer version of a document, or one document in two forms."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from rapidfuzz import fuzz, process

from maturity.evidence.model import Excerpt
from maturity.evidence.same import letters_of

__all__ = ["Match", "NearCopy", "matches", "near_copy", "nearest_text"]

ALIKE = 90
"""In percent: texts that share more than this are one text, and so are documents."""

_WORTH_COMPARING = 50
_FEWEST = 3
_FEWEST_WORDS = 50
_SAME_WORDS = 97
_WORD = re.compile(r"[^\W_]+")

_Named = TypeVar("_Named", int, str)
How = Literal["same", "moved", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Match:
    """An excerpt of the older version, and what stands for it in the newer one, if anything.

    `moved` has the same words at another place, `changed` nearly the same words.
    """

    old: Excerpt
    new: Excerpt | None
    how: How


@dataclass(frozen=True, slots=True)
class NearCopy:
    """A document whose text is nearly that of another; `percent` is how much of both is alike."""

    document: str
    percent: int


def matches(old: Sequence[Excerpt], new: Sequence[Excerpt]) -> tuple[Match, ...]:
    """One match for every excerpt of `old`, in its order; each of `new` stands for one at most.

    The same words come first, then those that are more than 90 percent alike (the normalised
    indel similarity of rapidfuzz), under the same headings before any others.
    """
    found = _same(old, new)
    taken = {id(excerpt) for excerpt in found.values()}
    free = [excerpt for excerpt in new if id(excerpt) not in taken]
    for only_same_heading in (True, False):
        for at, excerpt in enumerate(old):
            if at not in found and free:
                near = _nearest(excerpt, free, only_same_heading=only_same_heading)
                if near is not None:
                    found[at] = free.pop(near)
    return tuple(_match(excerpt, found.get(at)) for at, excerpt in enumerate(old))


def _same(old: Sequence[Excerpt], new: Sequence[Excerpt]) -> dict[int, Excerpt]:
    """By the place in `old`, the excerpts of `new` with the same words: the nearest place first."""
    by_words: dict[str, list[Excerpt]] = {}
    for excerpt in new:
        by_words.setdefault(letters_of(excerpt.text), []).append(excerpt)
    found: dict[int, Excerpt] = {}
    for same_place in (_is_at_same_place, _has_same_headings, _is_any):
        for at, excerpt in enumerate(old):
            if at in found:
                continue
            there = by_words.get(letters_of(excerpt.text), [])
            place = next((n for n, one in enumerate(there) if same_place(excerpt, one)), None)
            if place is not None:
                found[at] = there.pop(place)
    return found


def _is_at_same_place(old: Excerpt, new: Excerpt) -> bool:
    return old.ref == new.ref and _has_same_headings(old, new)


def _has_same_headings(old: Excerpt, new: Excerpt) -> bool:
    return old.heading_path == new.heading_path


def _is_any(_old: Excerpt, _new: Excerpt) -> bool:
    return True


def _nearest(old: Excerpt, free: Sequence[Excerpt], *, only_same_heading: bool) -> int | None:
    texts = {
        at: one.text
        for at, one in enumerate(free)
        if not only_same_heading or _has_same_headings(old, one)
    }
    return nearest_text(old.text, texts)


def nearest_text(text: str, others: Mapping[_Named, str]) -> _Named | None:
    """The name of the text that is most like this one, where that is over 90 percent."""
    best = process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=ALIKE)
    if best is None or best[1] <= ALIKE:
        return None
    name: _Named = best[2]
    return name


def _match(old: Excerpt, new: Excerpt | None) -> Match:
    if new is None:
        return Match(old, None, "gone")
    if letters_of(old.text) != letters_of(new.text):
        return Match(old, new, "changed")
    return Match(old, new, "same" if _is_at_same_place(old, new) else "moved")


def near_copy(
    excerpts: Sequence[Excerpt], others: Iterable[tuple[str, Sequence[Excerpt]]]
) -> NearCopy | None:
    """The document of `others`, by its id, that is most like these excerpts, if over 90 percent."""
    copies = list(_copies(excerpts, others))
    return max(copies, key=lambda copy: copy.percent, default=None)


def _copies(
    excerpts: Sequence[Excerpt], others: Iterable[tuple[str, Sequence[Excerpt]]]
) -> Iterator[NearCopy]:
    keys = {letters_of(excerpt.text) for excerpt in excerpts}
    words = _words(excerpts)
    for document, theirs in others:
        shared = [excerpt for excerpt in theirs if letters_of(excerpt.text) in keys]
        percent = _excerpts_alike(excerpts, theirs, len(shared))
        if percent <= ALIKE:
            percent = _words_alike(words, _words(theirs), _words(shared))
        if percent > ALIKE:
            yield NearCopy(document, int(percent))


def _excerpts_alike(ours: Sequence[Excerpt], theirs: Sequence[Excerpt], shared: int) -> float:
    """In percent of both, the excerpts that have a match; 0 where too few are the same."""
    both = len(ours) + len(theirs)
    if min(len(ours), len(theirs)) < _FEWEST or 200 * shared / both < _WORTH_COMPARING:
        return 0
    return 200 * sum(match.new is not None for match in matches(theirs, ours)) / both


def _words_alike(ours: Counter[str], theirs: Counter[str], shared: Counter[str]) -> float:
    """In percent of both, the words they share; 0 where hardly a paragraph is the same.

    A PDF cuts tables and paragraphs where Word does not, so its excerpts are other ones; the
    words stay. Nearly all of them in common need no paragraph beside them.
    """
    least = min(ours.total(), theirs.total())
    if least < _FEWEST_WORDS:
        return 0
    percent = 200 * (ours & theirs).total() / (ours.total() + theirs.total())
    has_paragraphs = 100 * shared.total() / least >= _WORTH_COMPARING
    return percent if has_paragraphs or percent >= _SAME_WORDS else 0


def _words(excerpts: Iterable[Excerpt]) -> Counter[str]:
    return Counter(word for one in excerpts for word in _WORD.findall(one.text.casefold()))
