"""The items an excerpt may belong to, with the words why. Nothing is linked by it."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from maturity.evidence.index import FROM_ABOVE, K1, NEXT_TO_EACH_OTHER, B
from maturity.evidence.model import Excerpt
from maturity.evidence.query import GLOSSARY, TYPED, Families
from maturity.evidence.tokens import NO_REASON, Token, Tokens
from maturity.framework import Framework, Item
from maturity.frozen import dataclass

__all__ = ["NONE", "Suggester", "Suggestion", "suggested_for"]

NONE = "No suggestion: too few words in common."
"""What is said where an excerpt shares too little with every item."""

PLAIN = 0.3
"""What a word counts that is no reason by itself: "twice" may tip a choice, and never makes one."""

_MOST = 2
_FEWEST_STEMS = 2
_MOST_WORDS = 6
_TELLING = 0.4
"""What a word must count beside the most telling one to be shown with it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that an excerpt may belong to.

    `value` orders the items of one excerpt; `matched` are the words of the excerpt that count most,
    as they stand in it, the most telling first. Numbers and words that any paper has are not shown.
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


class _Texts:
    """Texts to compare words with, each of several parts: BM25 with the constants of search."""

    def __init__(self, texts: Sequence[Sequence[Sequence[Token]]]) -> None:
        """Work out once what every word of every text counts."""
        self._values: dict[str, list[tuple[int, float]]] = {}
        self._meetings: dict[tuple[str, str], tuple[float, list[int]]] = {}
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
                self._values.setdefault(stem, []).append((number, value))
        for number, text in enumerate(texts):
            for pair in {pair for part in text for pair in _pairs(part)}:
                rarer = NEXT_TO_EACH_OTHER * min(idf[pair[0]], idf[pair[1]])
                self._meetings.setdefault(pair, (rarer, []))[1].append(number)

    def near(self, words: _Words) -> Mapping[int, float]:
        """How near each text is that shares any word, by its number."""
        values: defaultdict[int, float] = defaultdict(float)
        for stem, weight in words.weights.items():
            for number, value in self._values.get(stem, ()):
                values[number] += weight * value
        for pair, weight in words.pairs.items():
            rarer, numbers = self._meetings.get(pair, (0.0, ()))
            for number in numbers:
                values[number] += weight * rarer
        return values

    def counting(self, stem: str) -> Sequence[tuple[int, float]]:
        """The numbers of the texts that have a stem, with what it counts in each."""
        return self._values.get(stem, ())


class Suggester:
    """The texts of a framework, ready to be compared with any number of excerpts.

    An item is as near as two readings of it together: the nearest of its own text and those of its
    criteria, and all of them read as one. The first finds the very matter, the second the field.
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
        self._owners: list[int] = []
        # what the framework is about as a whole tells none of its items from another
        plain = (*NO_REASON, framework.meta.title)
        self._plain = frozenset(token.stem for word in plain for token in self._tokens.of(word))
        texts, wholes = [], []
        for number, item in enumerate(framework.items):
            own = [
                [list(self._tokens.of(part)) for part in _parts(framework, one)]
                for one in (item, *framework.criteria_of(item.id))
            ]
            texts += own
            wholes.append([part for text in own for part in text])
            self._owners += [number] * len(own)
        self._texts, self._wholes = _Texts(texts), _Texts(wholes)

    def of(self, excerpt: Excerpt) -> tuple[Suggestion, ...]:
        """The two nearest items, the nearest first; fewer where too few words are shared."""
        words = self._words(excerpt)
        found = [_Found() for _ in self._items]
        for number, value in self._texts.near(words).items():
            one = found[self._owners[number]]
            one.best = max(one.best, value)
        for number, value in self._wholes.near(words).items():
            found[number].best = (found[number].best + value) / 2
        for stem in words.weights:
            for number, value in self._texts.counting(stem):
                stems = found[self._owners[number]].stems
                stems[stem] = max(stems.get(stem, 0.0), value)
        rows = [row for row, one in enumerate(found) if self._is_enough(one)]
        nearest = heapq.nsmallest(_MOST, rows, key=lambda row: -found[row].best)
        return tuple(self._suggestion(self._items[row], found[row], words) for row in nearest)

    def _is_enough(self, found: _Found) -> bool:
        return len(found.stems) >= _FEWEST_STEMS and any(map(self._is_reason, found.stems))

    def _is_reason(self, stem: str) -> bool:
        return stem not in self._plain and not stem[0].isdigit()

    def _suggestion(self, item: str, found: _Found, words: _Words) -> Suggestion:
        reasons = {stem: n for stem, n in found.stems.items() if self._is_reason(stem)}
        least = _TELLING * max(reasons.values())
        telling = [stem for stem, n in reasons.items() if n >= least]
        stems = sorted(telling, key=lambda stem: -reasons[stem] * words.weights[stem])
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
                weight = counts if self._is_reason(token.stem) else counts * PLAIN
                weights[token.stem] = max(weights.get(token.stem, 0.0), weight)
                said.setdefault(token.stem, token.raw)
            for meant, named in self._meant(tokens):
                for token in meant:
                    shared = counts * GLOSSARY / len(meant)
                    weights[token.stem] = max(weights.get(token.stem, 0.0), shared)
                    said.setdefault(token.stem, named)
                for pair in _pairs(meant):
                    pairs[pair] = max(pairs.get(pair, 0.0), counts * GLOSSARY)
            for pair in _pairs(tokens):
                pairs[pair] = max(pairs.get(pair, 0.0), counts)
        return _Words(weights, pairs, said)

    def _meant(self, tokens: Sequence[Token]) -> Iterator[tuple[list[Token], str]]:
        """What the glossary has words stand for, with those words; of a reason only."""
        for member, named in self._families.others(tokens):
            if any(self._is_reason(token.stem) for token in self._tokens.of(named)):
                yield list(self._tokens.of(member)), named


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
