"""How near the words of one text are to other texts: BM25 with the constants of search."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from maturity.evidence.search.index import K1, NEXT_TO_EACH_OTHER, B
from maturity.evidence.search.tokens import Token
from maturity.frozen import dataclass

__all__ = ["Texts", "Words", "joined", "pairs_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """What is asked with: the weight of each stem and each pair, and whose words they are.

    `said` gives for each stem the words that stand for it; `own` are the stems of the first text.
    """

    weights: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]
    said: Mapping[str, str]
    own: frozenset[str]


class Texts:
    """Texts to compare words with, each of several parts."""

    def __init__(self, texts: Sequence[Sequence[Sequence[Token]]]) -> None:
        """Work out once what every word of every text counts."""
        self.rarest = math.log(1 + (len(texts) - 0.5) / 1.5)
        """What a word counts that only one text has."""
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
            for pair in {pair for part in text for pair in pairs_of(part)}:
                rarer = NEXT_TO_EACH_OTHER * min(idf[pair[0]], idf[pair[1]])
                self._meetings.setdefault(pair, (rarer, []))[1].append(number)

    def near(self, words: Words) -> Mapping[int, float]:
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


def joined(read: Sequence[tuple[Words, float]]) -> Words:
    """Several texts as one, each with what its words count; of a word in two the higher holds."""
    weights: dict[str, float] = {}
    pairs: dict[tuple[str, str], float] = {}
    said: dict[str, str] = {}
    for words, counts in read:
        for stem, weight in words.weights.items():
            weights[stem] = max(weights.get(stem, 0.0), weight * counts)
            said.setdefault(stem, words.said[stem])
        for pair, weight in words.pairs.items():
            pairs[pair] = max(pairs.get(pair, 0.0), weight * counts)
    return Words(weights, pairs, said, read[0][0].own)


def pairs_of(tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
    """The stems of words that stand side by side."""
    for one, two in pairwise(tokens):
        if two.place == one.place + 1:
            yield one.stem, two.stem
