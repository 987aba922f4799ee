"""The items an excerpt may belong to, with the words why. Nothing is linked by it."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from maturity.evidence.model import Excerpt
from maturity.evidence.search.beside import ALONE, Beside
from maturity.evidence.search.index import FROM_ABOVE, B
from maturity.evidence.search.nearness import Texts, Words, joined, pairs_of
from maturity.evidence.search.query import GLOSSARY, TYPED, Families
from maturity.evidence.search.tokens import NO_REASON, Token, Tokens
from maturity.framework import Framework, Item
from maturity.frozen import dataclass

__all__ = ["NONE", "PLACE", "Suggester", "Suggestion", "suggested_for"]

NONE = "No suggestion: too few words in common."
"""What is said where an excerpt shares too little with every item."""

PLACE = "where it stands"
"""What is said beside the words where they alone would not have made the suggestion."""

FURTHER_UP = 0.5
"""What a heading counts of the one below it."""

LENT = 1.2
"""What the excerpts beside one lend it together, in words that a single text alone has."""

FARTHER_OFF = 0.8
"""What an excerpt beside one counts of the next nearer one."""

PLAIN = 0.3
"""What a word counts that is no reason by itself: "twice" may tip a choice, and never makes one."""

_MOST = 2
_FEWEST_STEMS = 2
_MOST_WORDS = 6
_TELLING = 0.4
"""What a word must count beside the most telling one to be shown with it."""
_REMEMBERED = 512
"""Enough for headings, and for what stands beside, which are asked for again soon after."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that an excerpt may belong to.

    `value` orders the items of one excerpt, and `by_words` the excerpts of one item: it is the part
    that its own words give, with those of the heading it stands under. `matched` are the words that
    count most, as they stand there, those of the excerpt first and the most telling first. Numbers
    and words that any paper has are not shown. `is_by_place` where `by_words` alone would not do.
    """

    item: str
    value: float
    matched: tuple[str, ...]
    by_words: float
    is_by_place: bool = False

    @property
    def reasons(self) -> tuple[str, ...]:
        """What to say it was suggested by."""
        return (*self.matched, PLACE) if self.is_by_place else self.matched


class Suggester:
    """The texts of a framework, ready to be compared with any number of excerpts.

    An item is as near as two readings of it together: the nearest of its own text and those of its
    criteria, and all of them read as one. The first finds the very matter, the second the field.

    Where an excerpt stands only orders the items that share words with it: the headings further up
    count less and less, and each excerpt beside it lends what it would be suggested for itself.
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
        self._texts, self._wholes = Texts(texts), Texts(wholes)
        remembered = lru_cache(_REMEMBERED)
        self._above: Callable[[str], Words] = remembered(self._read)
        self._words: Callable[[Excerpt], Words] = remembered(self._words_of)
        self._in_place: Callable[[Excerpt], tuple[float, ...]] = remembered(self._in_place_of)

    def of(self, excerpt: Excerpt, beside: Beside = ALONE) -> tuple[Suggestion, ...]:
        """The two nearest items, the nearest first; fewer where too few words are shared."""
        words = self._words(excerpt)
        shared = self._shared(words)
        enough = [row for row, stems in enumerate(shared) if self._is_enough(stems)]
        if not enough:
            return ()
        by_words = self._near(words)
        lent = self._lent(beside)
        values = [one + more for one, more in zip(self._in_place(excerpt), lent, strict=True)]
        alone = _nearest(enough, by_words)
        return tuple(
            Suggestion(
                item=self._items[row],
                value=values[row],
                matched=self._telling(shared[row], words),
                by_words=by_words[row],
                is_by_place=row not in alone,
            )
            for row in _nearest(enough, values)
        )

    def _near(self, words: Words) -> tuple[float, ...]:
        """How near every item is."""
        values = [0.0] * len(self._items)
        for number, value in self._texts.near(words).items():
            owner = self._owners[number]
            values[owner] = max(values[owner], value)
        for number, value in self._wholes.near(words).items():
            values[number] = (values[number] + value) / 2
        return tuple(values)

    def _in_place_of(self, excerpt: Excerpt) -> tuple[float, ...]:
        """How near every item is, told by the headings further up as well."""
        further = [
            (self._above(heading), FROM_ABOVE * FURTHER_UP**up)
            for up, heading in enumerate(reversed(excerpt.heading_path[:-1]), 1)
        ]
        return self._near(joined([(self._words(excerpt), 1.0), *further]))

    def _lent(self, beside: Beside) -> list[float]:
        """What the excerpts beside one lend to every item; many lend no more than one."""
        lent = [0.0] * len(self._items)
        whole = sum(FARTHER_OFF**steps for steps, _ in beside)
        for steps, one in beside:
            values = self._in_place(one)
            most = max(values, default=0.0) or 1.0
            weight = LENT * self._texts.rarest * FARTHER_OFF**steps / whole
            for row, value in enumerate(values):
                lent[row] += weight * value / most
        return lent

    def _shared(self, words: Words) -> Sequence[Mapping[str, float]]:
        """For every item the stems that a text of it shares, with what each counts at most."""
        shared: list[dict[str, float]] = [{} for _ in self._items]
        for stem in words.weights:
            for number, value in self._texts.counting(stem):
                stems = shared[self._owners[number]]
                stems[stem] = max(stems.get(stem, 0.0), value)
        return shared

    def _is_enough(self, stems: Iterable[str]) -> bool:
        found = tuple(stems)
        return len(found) >= _FEWEST_STEMS and any(map(self._is_reason, found))

    def _is_reason(self, stem: str) -> bool:
        return stem not in self._plain and not stem[0].isdigit()

    def _telling(self, stems: Mapping[str, float], words: Words) -> tuple[str, ...]:
        """The words to show, which are at least one where `_is_enough`."""
        reasons = {stem: n for stem, n in stems.items() if self._is_reason(stem)}
        least = _TELLING * max(reasons.values())
        telling = [stem for stem, n in reasons.items() if n >= least]
        telling.sort(key=lambda stem: (stem not in words.own, -reasons[stem] * words.weights[stem]))
        return tuple(dict.fromkeys(words.said[stem] for stem in telling))[:_MOST_WORDS]

    def _words_of(self, excerpt: Excerpt) -> Words:
        """The words of an excerpt, of the heading it stands under, and of what leads in to it."""
        above = (*excerpt.heading_path[-1:], *filter(None, (excerpt.context,)))
        read = [(self._above(text), FROM_ABOVE) for text in above]
        return joined([(self._read(excerpt.text), TYPED), *read])

    def _read(self, text: str) -> Words:
        weights: dict[str, float] = {}
        pairs: dict[tuple[str, str], float] = {}
        said: dict[str, str] = {}
        tokens = list(self._tokens.of(text))
        for token in tokens:
            weights[token.stem] = 1.0 if self._is_reason(token.stem) else PLAIN
            said.setdefault(token.stem, token.raw)
        for meant, named in self._meant(tokens):
            for token in meant:
                weights[token.stem] = max(weights.get(token.stem, 0.0), GLOSSARY / len(meant))
                said.setdefault(token.stem, named)
            for pair in pairs_of(meant):
                pairs[pair] = GLOSSARY
        pairs.update(dict.fromkeys(pairs_of(tokens), 1.0))
        return Words(weights, pairs, said, frozenset(weights))

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


def _nearest(rows: Iterable[int], values: Sequence[float]) -> list[int]:
    return heapq.nsmallest(_MOST, rows, key=lambda row: -values[row])


def suggested_for(
    suggester: Suggester, placed: Sequence[tuple[Excerpt, Beside]], most: int
) -> Mapping[str, tuple[tuple[Excerpt, Suggestion], ...]]:
    """For each item the excerpts that it is suggested for, the nearest first, `most` of them.

    Each excerpt comes with what stands beside it. A long one is not nearer for being long. Takes
    long with many: call it off the screen.
    """
    mean = sum(len(excerpt.text) for excerpt, _ in placed) / (len(placed) or 1) or 1.0
    found: dict[str, list[tuple[float, int, Suggestion]]] = {}
    for number, (excerpt, beside) in enumerate(placed):
        length = max(1.0, 1 - B + B * len(excerpt.text) / mean)
        for suggestion in suggester.of(excerpt, beside):
            row = (-suggestion.by_words / length, number, suggestion)
            found.setdefault(suggestion.item, []).append(row)
    return {
        item: tuple(
            (placed[number][0], suggestion)
            for _, number, suggestion in heapq.nsmallest(most, rows, key=lambda row: row[:2])
        )
        for item, rows in found.items()
    }
