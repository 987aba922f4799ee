"""The items an excerpt may belong to, with the words why. Nothing is linked by it."""

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from maturity.evidence.index import FROM_ABOVE, K1, NEXT_TO_EACH_OTHER, B
from maturity.evidence.model import Excerpt
from maturity.evidence.query import GLOSSARY, TYPED, Families
from maturity.evidence.tokens import Token, Tokens
from maturity.framework import Framework, Item
from maturity.frozen import dataclass

__all__ = ["NONE", "Suggester", "Suggestion", "suggested_for"]

NONE = "No suggestion: too few words in common."
"""What is said where an excerpt shares too little with every item."""

_MOST = 2
_FEWEST_STEMS = 2
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that an excerpt may belong to.

    `value` orders the items of one excerpt; `matched` are the words of the excerpt that count most,
    as they stand in it, the most telling first.
    """

    item: str
    value: float
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """What an excerpt asks with: the weight of each stem and each pair, and whose words they are.

    `said` gives for each stem the words of the excerpt that stand for it.
    """

    weights: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]
    said: Mapping[str, str]


@dataclass(slots=True)
class _Found:
    """How well one item fits: its best text, and what each stem counts that a text of it shares."""

    best: float = 0.0
    stems: dict[str, float] = field(default_factory=dict)


class Suggester:
    """The texts of a framework, ready to be compared with any number of excerpts.

    An item is as near as the nearest of its own text and those of its criteria.
    """

    def __init__(
        self,
        framework: Framework,
        families: Sequence[Sequence[str]] = (),
        *,
        language: str = "english",
    ) -> None:
        """`families` are the spellings of the glossary that mean the same."""
        self._tokens = Tokens(language)
        self._families = Families(families, self._tokens)
        self._items = tuple(item.id for item in framework.items)
        self._owners: list[str] = []
        self._parts: dict[str, list[tuple[int, float]]] = {}
        self._meetings: dict[tuple[str, str], tuple[float, list[int]]] = {}
        self._learn(framework)

    def _learn(self, framework: Framework) -> None:
        """Work out once what every word of every text counts: BM25 with the constants of search."""
        texts = []
        for item in framework.items:
            for one in (item, *framework.criteria_of(item.id)):
                texts.append([list(self._tokens.of(part)) for part in _parts(framework, one)])
                self._owners.append(item.id)
        counts = [Counter(token.stem for part in text for token in part) for text in texts]
        mean = sum(count.total() for count in counts) / (len(counts) or 1) or 1.0
        frequency = Counter(stem for count in counts for stem in count)
        idf = {
            stem: math.log(1 + (len(counts) - n + 0.5) / (n + 0.5)) for stem, n in frequency.items()
        }
        for number, count in enumerate(counts):
            fixed = K1 * (1 - B + B * count.total() / mean)
            for stem, n in count.items():
                value = idf[stem] * n * (K1 + 1) / (n + fixed)
                self._parts.setdefault(stem, []).append((number, value))
        for number, text in enumerate(texts):
            for pair in {pair for part in text for pair in _pairs(part)}:
                rarer = NEXT_TO_EACH_OTHER * min(idf[pair[0]], idf[pair[1]])
                self._meetings.setdefault(pair, (rarer, []))[1].append(number)

    def of(self, excerpt: Excerpt) -> tuple[Suggestion, ...]:
        """The two nearest items, the nearest first; fewer where too few words are shared."""
        words = self._words(excerpt)
        values: dict[int, float] = {}
        found = {item: _Found() for item in self._items}
        for stem, weight in words.weights.items():
            for number, value in self._parts.get(stem, ()):
                values[number] = values.get(number, 0.0) + weight * value
                stems = found[self._owners[number]].stems
                stems[stem] = max(stems.get(stem, 0.0), weight * value)
        for pair, weight in words.pairs.items():
            rarer, numbers = self._meetings.get(pair, (0.0, ()))
            for number in numbers:
                values[number] += weight * rarer
        for number, value in values.items():
            one = found[self._owners[number]]
            one.best = max(one.best, value)
        enough = [item for item in self._items if len(found[item].stems) >= _FEWEST_STEMS]
        nearest = heapq.nsmallest(_MOST, enough, key=lambda item: -found[item].best)
        return tuple(self._suggestion(item, found[item], words) for item in nearest)

    @staticmethod
    def _suggestion(item: str, found: _Found, words: _Words) -> Suggestion:
        stems = sorted(found.stems, key=lambda stem: -found.stems[stem])
        matched = dict.fromkeys(words.said[stem] for stem in stems)
        return Suggestion(item, found.best, tuple(matched)[:_MOST_WORDS])

    def _words(self, excerpt: Excerpt) -> _Words:
        weights: dict[str, float] = {}
        pairs: dict[tuple[str, str], float] = {}
        said: dict[str, str] = {}
        # headings further up are mostly the title, which says the same of every excerpt
        above = (*excerpt.heading_path[-1:], excerpt.context or "")
        for text, counts in ((excerpt.text, TYPED), *((text, FROM_ABOVE) for text in above)):
            tokens = list(self._tokens.of(text))
            for token in tokens:
                weights[token.stem] = max(weights.get(token.stem, 0.0), counts)
                said.setdefault(token.stem, token.raw)
            for member, named in self._families.others(tokens):
                meant = list(self._tokens.of(member))
                for token in meant:
                    shared = counts * GLOSSARY / len(meant)
                    weights[token.stem] = max(weights.get(token.stem, 0.0), shared)
                    said.setdefault(token.stem, named)
                for pair in _pairs(meant):
                    pairs[pair] = max(pairs.get(pair, 0.0), counts * GLOSSARY)
            for pair in _pairs(tokens):
                pairs[pair] = max(pairs.get(pair, 0.0), counts)
        return _Words(weights, pairs, said)


def _parts(framework: Framework, item: Item) -> Iterator[str]:
    """Title, question, level texts, and what would be evidence or what families would notice."""
    yield item.title
    yield framework.question_of(item)
    for texts in item.level.values():
        yield from texts
    yield from item.evidence
    yield item.impact or ""


def _pairs(tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
    for one, two in pairwise(tokens):
        if two.place == one.place + 1:
            yield one.stem, two.stem


def suggested_for(
    suggester: Suggester, excerpts: Sequence[Excerpt], most: int
) -> Mapping[str, tuple[tuple[Excerpt, Suggestion], ...]]:
    """For each item the excerpts that it is suggested for, the nearest first, `most` of them.

    A long excerpt is not nearer for being long. Takes long with many: call it off the screen.
    """
    mean = sum(len(excerpt.text) for excerpt in excerpts) / (len(excerpts) or 1) or 1.0
    found: dict[str, list[tuple[float, int, Suggestion]]] = {}
    for number, excerpt in enumerate(excerpts):
        length = max(1.0, 1 - B + B * len(excerpt.text) / mean)
        for suggestion in suggester.of(excerpt):
            row = (-suggestion.value / length, number, suggestion)
            found.setdefault(suggestion.item, []).append(row)
    return {
        item: tuple(
            (excerpts[number], suggestion)
            for _, number, suggestion in heapq.nsmallest(most, rows, key=lambda row: row[:2])
        )
        for item, rows in found.items()
    }
