"""Search over excerpts, in memory: BM25 with a glossary, live prefixes and repaired typing."""

import heapq
import math
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field

from maturity.evidence.chunk import shown_texts
from maturity.evidence.model import Excerpt
from maturity.evidence.search.query import Asked, Families, Term, Vocabulary, asked
from maturity.evidence.search.tokens import Token, Tokens
from maturity.frozen import dataclass

__all__ = ["Hit", "Index"]

K1 = 1.2
B = 0.5
NEXT_TO_EACH_OTHER = 0.5
FROM_ABOVE = 0.4
"""What a word of a heading or lead-in counts beside one of the text: else a list of names under
"Attendance" would stand before what a paper says about attendance."""
_SLICE = 50
_DEEPEST = 100
_APART = 10_000_000
"""Places between a text and what stands above it: more than a text has, so that no phrase
reaches across."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An excerpt that was found.

    `value` orders the hits of one search and means nothing beside another's. `matched` are the
    words as they stand in the excerpt or above it, `why` says for each how it came to be found:
    "coproduction (typed)", "parent carer forum (glossary: PCF)".
    """

    excerpt: Excerpt
    document: str
    title: str
    value: float
    matched: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(slots=True)
class _Postings:
    """Where one stem occurs: excerpt numbers, at how many places in each, and at which.

    `amounts` are the places as they count: those of headings count less.
    """

    numbers: "array[int]" = field(default_factory=lambda: array("I"))
    counts: "array[int]" = field(default_factory=lambda: array("I"))
    amounts: "array[float]" = field(default_factory=lambda: array("f"))
    starts: "array[int]" = field(default_factory=lambda: array("I"))
    places: "array[int]" = field(default_factory=lambda: array("I"))

    def add(self, number: int, places: Sequence[int]) -> None:
        self.starts.append(len(self.places))
        self.places.extend(places)
        self.counts.append(len(places))
        below = sum(place < _APART for place in places)
        self.amounts.append(below + FROM_ABOVE * (len(places) - below))
        self.numbers.append(number)

    def places_in(self, at: int) -> "array[int]":
        return self.places[self.starts[at] : self.starts[at] + self.counts[at]]


@dataclass(frozen=True, slots=True)
class _Kept:
    """One excerpt that can be found, with the document it is of and the words it is shown after."""

    excerpt: Excerpt
    document: str
    title: str
    before: str


class Index:
    """Excerpts of any number of documents, found by their words; it only ever grows.

    One thread may add while another searches: a search sees the excerpts published so far.
    """

    def __init__(
        self, families: Sequence[Sequence[str]] = (), *, language: str = "english"
    ) -> None:
        """An empty index; `families` are the spellings of the glossary that mean the same.

        `language` is a name that snowballstemmer knows.
        """
        self._tokens = Tokens(language)
        self._families = Families(families, self._tokens)
        self._postings: dict[str, _Postings] = {}
        self._kept: list[_Kept] = []
        self._lengths = array("I")
        self._total = 0
        self._published = 0
        self._norms: list[float] = []
        self._stems: dict[str, str] = {}
        self._ordered: tuple[int, list[str]] = (0, [])

    def __len__(self) -> int:
        """How many excerpts can be found so far."""
        return self._published

    def add(self, document_id: str, title: str, excerpts: Sequence[Excerpt]) -> None:
        """Add the excerpts of a document after all that are here; found in slices as it goes."""
        texts = shown_texts(excerpts)
        for start in range(0, len(excerpts), _SLICE):
            end = start + _SLICE
            for excerpt, text in zip(excerpts[start:end], texts[start:end], strict=True):
                before = text[: len(text) - len(excerpt.text)]
                self._put(_Kept(excerpt, document_id, title, before))
            self._published = len(self._kept)

    def _put(self, kept: _Kept) -> None:
        number = len(self._kept)
        places: dict[str, list[int]] = {}
        length = 0
        for token in self._read(kept):
            places.setdefault(token.stem, []).append(token.place)
            self._stems[token.word] = token.stem
            length += 1
        for ref in kept.excerpt.plan_refs:
            places.setdefault(f"{ref.plan} {ref.number}".casefold(), []).append(0)
        for stem, found in places.items():
            postings = self._postings.get(stem)
            if postings is None:
                postings = self._postings[stem] = _Postings()
            postings.add(number, found)
        self._lengths.append(length)
        self._total += length
        self._kept.append(kept)

    def _read(self, kept: _Kept) -> Iterator[Token]:
        """The words of an excerpt, then those of its headings and of what it hangs on."""
        excerpt = kept.excerpt
        yield from self._tokens.of(excerpt.text)
        above = (*excerpt.heading_path, excerpt.context or "", kept.before)
        for line, words in enumerate(above, 1):
            for token in self._tokens.of(words):
                yield Token(
                    token.raw, token.word, token.stem, token.place + min(line, _DEEPEST) * _APART
                )

    def search(
        self, query: str, limit: int = 10, allows: Callable[[str, str], bool] | None = None
    ) -> tuple[Hit, ...]:
        """The `limit` best excerpts for any text, the best first; equal ones as they were added.

        `allows` is asked which excerpts of which documents may be found, both by id. Words in
        quotes must occur, in order.
        """
        published = self._published
        if not published or limit < 1:
            return ()
        words = asked(query, self._vocabulary(), self._families)
        values = self._values(words, published)
        for phrase in words.phrases:
            held = self._with_phrase(phrase, published)
            values = {number: values.get(number, 0.0) for number in held}
        if allows is not None:
            values = {n: v for n, v in values.items() if self._allowed(n, allows)}
        best = heapq.nsmallest(limit, values.items(), key=lambda found: (-found[1], found[0]))
        return tuple(self._hit(number, value, words.terms) for number, value in best)

    def _allowed(self, number: int, allows: Callable[[str, str], bool]) -> bool:
        kept = self._kept[number]
        return allows(kept.excerpt.id, kept.document)

    def _vocabulary(self) -> Vocabulary:
        known = list(self._stems)
        if len(known) != self._ordered[0]:
            self._ordered = (len(known), sorted(known))
        return Vocabulary(self._tokens, self._frequency, self._stems, self._ordered[1])

    def _frequency(self, stem: str) -> int:
        postings = self._postings.get(stem)
        return len(postings.numbers) if postings is not None else 0

    def _idf(self, stem: str, published: int) -> float:
        frequency = min(self._frequency(stem), published)
        return math.log(1 + (published - frequency + 0.5) / (frequency + 0.5))

    def _values(self, words: Asked, published: int) -> dict[int, float]:
        """BM25 (Robertson and Zaragoza, 2009) with a weight a term, and the words that meet."""
        norms = self._norms_of(published)
        values: defaultdict[int, float] = defaultdict(float)
        for term in words.terms:
            postings = self._postings[term.stem]
            most = term.weight * self._idf(term.stem, published) * (K1 + 1)
            end = bisect_left(postings.numbers, published)
            for number, amount in zip(postings.numbers[:end], postings.amounts[:end], strict=True):
                values[number] += most * amount / (amount + norms[number])
        for pair in dict.fromkeys(words.pairs):
            rarer = min(self._idf(pair.one, published), self._idf(pair.two, published))
            meeting = NEXT_TO_EACH_OTHER * pair.weight * rarer
            for number in self._with_phrase(((pair.one, 0), (pair.two, 1)), published):
                values[number] += meeting
        return values

    def _norms_of(self, published: int) -> list[float]:
        """What the length of each excerpt takes from its value, kept while nothing is added."""
        if len(self._norms) != published:
            mean = (self._total / len(self._lengths)) or 1.0
            fixed, by_length = K1 * (1 - B), K1 * B / mean
            self._norms = [fixed + by_length * length for length in self._lengths[:published]]
        return self._norms

    def _with_phrase(self, phrase: Sequence[tuple[str, int]], published: int) -> list[int]:
        """The excerpts in which the stems stand as far apart as the phrase has them."""
        found = [self._postings.get(stem) for stem, _ in phrase]
        postings = [one for one in found if one is not None]
        if len(postings) < len(phrase):
            return []
        shared = set(postings[0].numbers)
        for one in postings[1:]:
            shared.intersection_update(one.numbers)
        rows = [
            {number: at for at, number in enumerate(one.numbers) if number in shared}
            for one in postings
        ]
        return [
            number
            for number in sorted(shared)
            if number < published and self._stands(number, phrase, postings, rows)
        ]

    @staticmethod
    def _stands(
        number: int,
        phrase: Sequence[tuple[str, int]],
        postings: Sequence[_Postings],
        rows: Sequence[Mapping[int, int]],
    ) -> bool:
        begins: set[int] | None = None
        for (_, offset), one, row in zip(phrase, postings, rows, strict=True):
            here = {place - offset for place in one.places_in(row[number])}
            begins = here if begins is None else begins & here
            if not begins:
                return False
        return True

    def _hit(self, number: int, value: float, terms: Sequence[Term]) -> Hit:
        kept = self._kept[number]
        by_stem = {term.stem: term for term in terms}
        raws: dict[str, None] = {}
        stems: dict[str, None] = {}
        for token in self._read(kept):
            if token.stem in by_stem:
                raws.setdefault(token.raw)
                stems.setdefault(token.stem)
        for ref in kept.excerpt.plan_refs:
            if (stem := f"{ref.plan} {ref.number}".casefold()) in by_stem:
                raws.setdefault(ref.raw)
                stems.setdefault(stem)
        return Hit(
            excerpt=kept.excerpt,
            document=kept.document,
            title=kept.title,
            value=value,
            matched=tuple(raws),
            why=tuple(dict.fromkeys(by_stem[stem].why for stem in stems)),
        )
