"""Print how well search and suggestions find, and how fast, on the labelled sets beside this file.

Run by hand: python benchmarks/finding.py
"""

import random
import re
import time
import tomllib
from collections.abc import Sequence
from itertools import accumulate, cycle, islice
from pathlib import Path
from typing import Any

from maturity.evidence.model import Excerpt, excerpt_id
from maturity.evidence.search.beside import beside
from maturity.evidence.search.index import Index
from maturity.evidence.search.suggest import Suggester
from maturity.evidence.shelf import families_of
from maturity.framework import Framework
from maturity.framework.loading import load
from maturity.shipped import frameworks_folder

SETS = ("labelled.toml", "labelled_second.toml", "labelled_third.toml")
DEPTH = 5
TYPED = ((3, 0), (2, 1))
"""What six keys leave when one opens the search, one takes what is marked and one keeps the link:
three letters and the first found, or two and `down` to the second."""
SIZES = (10_000, 100_000)
QUERIES = 40
SHOWN = 12
MADE_WORDS = 12_000


def an_excerpt(number: int, text: str) -> Excerpt:
    """A paragraph with these words."""
    ref = f"para {number}"
    return Excerpt(id=excerpt_id("0" * 64, ref, text), shape="paragraph", ref=ref, text=text)


def search_places(index: Index, queries: Sequence[dict[str, Any]]) -> list[tuple[float, float]]:
    """For each query the part of its answers within `DEPTH`, and one over the first one's place."""
    found = []
    for query in queries:
        wanted = set(query["found"])
        places = [
            place
            for place, hit in enumerate(index.search(query["words"], limit=50), 1)
            if hit.title in wanted
        ]
        recalled = sum(place <= DEPTH for place in places) / min(len(wanted), DEPTH)
        found.append((recalled, 1 / places[0] if places else 0.0))
        if recalled < 1:
            print(f"  not within {DEPTH}: {query['words']}")
    return found


def in_six_keys(index: Index, rows: Sequence[dict[str, Any]]) -> float:
    """How many excerpts have a word whose first letters bring them where a key takes them."""
    reached = 0
    for row in rows:
        words = {word.casefold() for word in re.findall(r"\w+", row["text"])}
        asked = {(word[:size], down) for word in words for size, down in TYPED if len(word) >= size}
        found = (index.search(begun, limit=down + 1)[down:] for begun, down in asked)
        reached += any(hits and hits[0].title == row["id"] for hits in found)
    return reached / len(rows)


def searched(index: Index, labelled: dict[str, Any]) -> None:
    """Print recall, mean reciprocal rank and what six keys reach, for one labelled set."""
    found = search_places(index, labelled["query"])
    recall = sum(one for one, _ in found) / len(found)
    reciprocal = sum(one for _, one in found) / len(found)
    print(f"search recall@{DEPTH}     {recall:.3f}  (0.90)   MRR {reciprocal:.3f}  (0.93)")
    print(f"linked in six keys  {in_six_keys(index, labelled['excerpt']):.3f}")


def suggested(suggester: Suggester, rows: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """How often the item is the first suggestion, and one of the two; of what belongs anywhere."""
    first = second = 0
    rows = [row for row in rows if row["item"]]
    for number, row in enumerate(rows):
        items = [one.item for one in suggester.of(an_excerpt(number, row["text"]))]
        wanted = row["item"] if isinstance(row["item"], list) else [row["item"]]
        first += bool(set(items[:1]) & set(wanted))
        second += bool(set(items) & set(wanted))
    return first / len(rows), second / len(rows)


def relevance(framework: Framework, name: str) -> None:
    """Print what search and suggestions find in one labelled set."""
    labelled = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    print(f"{name}: {len(labelled['excerpt'])} excerpts, {len(labelled['query'])} queries")
    families = families_of(framework.glossary)
    index = Index(families)
    for number, row in enumerate(labelled["excerpt"]):
        # one document an excerpt, titled with its id, which is not searched
        index.add(f"{number:064x}", row["id"], [an_excerpt(number, row["text"])])
    if labelled["query"]:
        searched(index, labelled)
    first, two = suggested(Suggester(framework, families), labelled["excerpt"])
    print(f"suggestion top-two  {two:.3f}  (0.93)   first {first:.3f}")


def made_up(size: int) -> list[str]:
    """Texts of words that nobody uses, with frequencies as words have them."""
    chance = random.Random(4)  # noqa: S311 texts, not secrets
    words = [
        "".join(
            chance.choice("bcdfghlmnprstw") + chance.choice("aeiou")
            for _ in range(chance.randint(2, 5))
        )
        for _ in range(MADE_WORDS)
    ]
    weights = list(accumulate(1 / (place + 3) for place in range(MADE_WORDS)))
    return [
        " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(8, 45)))
        for _ in range(size)
    ]


def speed(size: int) -> None:
    """Print how long `size` excerpts take to index, and every key of some queries to answer."""
    texts = made_up(size)
    excerpts = [an_excerpt(number, text) for number, text in enumerate(texts)]
    index = Index()
    begun = time.process_time()
    index.add("0" * 64, "made up", excerpts)
    indexed = time.process_time() - begun
    chance = random.Random(5)  # noqa: S311 which texts are asked for
    keys = []
    for text in chance.sample(texts, QUERIES):
        query = " ".join(text.split()[:4])
        for end in range(2, len(query) + 1):
            begun = time.process_time()
            index.search(query[:end], limit=SHOWN)
            keys.append(time.process_time() - begun)
    keys.sort()
    median, slow = keys[len(keys) // 2] * 1000, keys[int(len(keys) * 0.99)] * 1000
    print(
        f"{size:>7,} excerpts   indexed {indexed:5.2f} s   key: median {median:5.1f} ms   "
        f"p99 {slow:5.1f} ms"
    )


def suggesting(framework: Framework, size: int) -> None:
    """Print how long a suggestion takes among `size` excerpts of one document, by its place too."""
    path = Path(__file__).with_name(SETS[0])
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["excerpt"]
    excerpts = [
        # a heading of its own for every dozen, below the title
        an_excerpt(number, row["text"]).model_copy(
            update={"heading_path": (framework.meta.title, f"Heading {number // 12}")}
        )
        for number, row in enumerate(islice(cycle(rows), size))
    ]
    suggester = Suggester(framework, families_of(framework.glossary))
    begun = time.process_time()
    for at, excerpt in enumerate(excerpts):
        suggester.of(excerpt, beside(excerpts, at))
    each = (time.process_time() - begun) / size * 1000
    print(f"{size:>7,} excerpts   a suggestion {each:.2f} ms  (1)")


def main() -> None:
    """Measure and print."""
    framework = load(frameworks_folder() / "send-local-area.toml")
    for name in SETS:
        relevance(framework, name)
    for size in SIZES:
        speed(size)
    suggesting(framework, SIZES[0])


if __name__ == "__main__":
    main()
