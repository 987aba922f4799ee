"""What somebody typed into the search, taken apart and widened to the words it may mean."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from maturity.evidence.search.tokens import Token, Tokens
from maturity.frozen import dataclass
from maturity.words.references import find_plan_refs

__all__ = ["Asked", "Families", "Pair", "Term", "Vocabulary", "asked"]

TYPED, TYPO, PREFIX, GLOSSARY = 1.0, 0.7, 0.6, 0.5
"""How much a word counts by the way it came to be searched for."""

_LONGEST_QUERY = 500
_MOST_WORDS = 32
_QUOTED = re.compile(r"[\"\u201c\u201d]([^\"\u201c\u201d]+)[\"\u201c\u201d]")
_SHORTEST_PREFIX = 2
_MOST_COMPLETIONS = 40
_SHORTEST_TYPO = 4
_LONG_WORD = 8
_MOST_REPAIRS = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A stem to look for, how much it counts, and why in words."""

    stem: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stems that count for more where one follows the other, and for how much."""

    one: str
    two: str
    weight: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A query ready to be looked up: its terms, the words that must stand together, the pairs.

    A phrase holds stems and how far each stands from the first.
    """

    terms: tuple[Term, ...]
    phrases: tuple[tuple[tuple[str, int], ...], ...]
    pairs: tuple[Pair, ...]


@dataclass(slots=True)
class Vocabulary:
    """Every word of the documents in order, and how many excerpts have its stem."""

    tokens: Tokens
    frequency: Callable[[str], int]
    stems: dict[str, str]
    ordered: list[str] = field(default_factory=list)

    def has(self, stem: str) -> bool:
        """Whether any excerpt has this stem."""
        return self.frequency(stem) > 0

    def completions(self, start: str) -> tuple[str, ...]:
        """The most frequent words that begin so and are longer."""
        found = []
        for at in range(bisect_left(self.ordered, start), len(self.ordered)):
            word = self.ordered[at]
            if not word.startswith(start):
                break
            if word != start:
                found.append(word)
        found.sort(key=lambda word: (-self.frequency(self.stems[word]), word))
        return tuple(found[:_MOST_COMPLETIONS])

    def repairs(self, word: str) -> tuple[str, ...]:
        """The known words that a mistyped one is nearest to, with the same first letter."""
        # 3 MiB, which only a word that no paper holds is worth
        from rapidfuzz import process  # noqa: PLC0415 see above
        from rapidfuzz.distance import OSA  # noqa: PLC0415 see above

        first = bisect_left(self.ordered, word[0])
        last = bisect_left(self.ordered, word[0] + "\U0010ffff")
        found = process.extract(
            word,
            self.ordered[first:last],
            scorer=OSA.distance,
            score_cutoff=2 if len(word) >= _LONG_WORD else 1,
            limit=None,
        )
        nearest = sorted(
            ((distance, -self.frequency(self.stems[near]), near) for near, distance, _ in found)
        )
        return tuple(near for _, _, near in nearest[:_MOST_REPAIRS])


class Families:
    """Words of the glossary that mean the same: any of them finds the others."""

    def __init__(self, families: Sequence[Sequence[str]], tokens: Tokens) -> None:
        """Families of spellings, each of one word or several."""
        self._members: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        self._tokens = tokens
        for family in families:
            members = tuple(dict.fromkeys(word for word in family if any(tokens.of(word))))
            for member in members:
                self._members.setdefault(self._stems(member), []).append(members)
        self._longest = max(map(len, self._members), default=0)

    def _stems(self, words: str) -> tuple[str, ...]:
        return tuple(token.stem for token in self._tokens.of(words))

    def widened(self, typed: Sequence[Token]) -> Iterator[Term]:
        """The words of the other members of each family that the typed words name in full."""
        for member, said in self.others(typed):
            stems = self._stems(member)
            for stem in stems:
                yield Term(stem, GLOSSARY / len(stems), f"{member} (glossary: {said})")

    def pairs(self, typed: Sequence[Token]) -> Iterator[Pair]:
        """The words of those members that stand side by side in them."""
        for member, _ in self.others(typed):
            for one, two in pairwise(self._tokens.of(member)):
                if two.place == one.place + 1:
                    yield Pair(one.stem, two.stem, GLOSSARY)

    def others(self, typed: Sequence[Token]) -> Iterator[tuple[str, str]]:
        """Each other member of a family that the typed words name, with the words that name it."""
        stems = [token.stem for token in typed]
        for start in range(len(stems)):
            for end in range(start + 1, min(len(stems), start + self._longest) + 1):
                named = tuple(stems[start:end])
                said = " ".join(token.raw for token in typed[start:end])
                for family in self._members.get(named, ()):
                    yield from ((m, said) for m in family if self._stems(m) != named)


def asked(query: str, vocabulary: Vocabulary, families: Families) -> Asked:
    """The terms of a query; each counts by its best reason. Any text is a query."""
    text = query[:_LONGEST_QUERY]
    tokens = list(vocabulary.tokens.of(text))[:_MOST_WORDS]
    plan_refs = {f"{ref.plan} {ref.number}".casefold() for ref in find_plan_refs(text)}
    found: dict[str, Term] = {}
    for term in (
        *(Term(ref, TYPED, f"{ref} (typed)") for ref in plan_refs if vocabulary.has(ref)),
        *_typed(tokens, vocabulary),
        *families.widened(tokens),
        *_completed(tokens, vocabulary, is_open=text[-1:].isalnum()),
        *(() if tokens else _grown(text.casefold(), text, vocabulary)),
    ):
        if vocabulary.has(term.stem) and term.weight > _weight(found.get(term.stem)):
            found[term.stem] = term
    phrases = tuple(_phrase(vocabulary.tokens, words) for words in _QUOTED.findall(text))
    return Asked(
        terms=tuple(found.values()),
        phrases=tuple(filter(None, phrases)),
        pairs=(
            *(
                Pair(one.stem, two.stem, TYPED)
                for one, two in pairwise(tokens)
                if two.place == one.place + 1
            ),
            *families.pairs(tokens),
        ),
    )


def _weight(term: Term | None) -> float:
    return term.weight if term is not None else 0.0


def _typed(tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Term]:
    for token in tokens:
        if vocabulary.has(token.stem):
            yield Term(token.stem, TYPED, f"{token.raw} (typed)")
        elif _may_be_mistyped(token, vocabulary):
            for near in vocabulary.repairs(token.word):
                yield Term(vocabulary.stems[near], TYPO, f"{near} (like {token.raw})")


def _may_be_mistyped(token: Token, vocabulary: Vocabulary) -> bool:
    if len(token.word) < _SHORTEST_TYPO or not token.word.isalpha():
        return False
    return not vocabulary.completions(token.word)


def _completed(tokens: Sequence[Token], vocabulary: Vocabulary, *, is_open: bool) -> Iterator[Term]:
    """What the last word may grow into, and each earlier one that is no word of the documents."""
    begun = [token for token in tokens[:-1] if not vocabulary.has(token.stem)]
    begun += tokens[-1:] if is_open else []
    for token in begun:
        yield from _grown(token.word, token.raw, vocabulary)


def _grown(begun: str, raw: str, vocabulary: Vocabulary) -> Iterator[Term]:
    if len(begun) >= _SHORTEST_PREFIX and begun.isalpha():
        for word in vocabulary.completions(begun):
            yield Term(vocabulary.stems[word], PREFIX, f"{word} (begins with {raw})")


def _phrase(tokens: Tokens, words: str) -> tuple[tuple[str, int], ...]:
    found = list(tokens.of(words))[:_MOST_WORDS]
    return tuple((token.stem, token.place - found[0].place) for token in found)
