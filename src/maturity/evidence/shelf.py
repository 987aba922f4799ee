"""The documents of one session, as their evidence files hold them, and a search over all of them.

The index is built when somebody searches first, so a command that never searches pays nothing.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from maturity.evidence.model import Document, Excerpt
from maturity.evidence.search.beside import Beside, beside
from maturity.evidence.search.filters import Filters, Known, filters_in
from maturity.evidence.store import from_bytes
from maturity.framework import NotKnown
from maturity.framework.model import Term

if TYPE_CHECKING:
    from maturity.evidence.search.index import Hit, Index

__all__ = ["NoExcerpt", "Shelf", "families_of"]


class NoExcerpt(NotKnown):
    """No excerpt, or more than one, has the id asked for."""


class Shelf:
    """Documents with their excerpts, in the order in which they were added."""

    def __init__(self, families: tuple[tuple[str, ...], ...] = ()) -> None:
        """An empty shelf; `families` are words of the glossary that mean the same."""
        self._families = families
        self._documents: dict[str, tuple[Document, tuple[Excerpt, ...]]] = {}
        self._places: dict[str, dict[str, int]] = {}
        self._index: Index | None = None
        self._is_whole = False
        self._adding = threading.RLock()
        self.known = Known()
        """What the session knows at this moment; whoever holds the shelf keeps it so."""

    def put(self, raw: bytes) -> Document:
        """Add the document in the bytes of an evidence file. Raises `EvidenceFault`."""
        document, excerpts = from_bytes(raw)
        self.add(document, excerpts)
        return document

    def add(self, document: Document, excerpts: tuple[Excerpt, ...]) -> None:
        """Add a document that was read; the same one again changes nothing."""
        with self._adding:
            if document.id in self._documents:
                return
            self._documents[document.id] = (document, excerpts)
            if self._index is not None:
                self._index.add(document.id, document.title, excerpts)

    def __iter__(self) -> Iterator[tuple[Document, tuple[Excerpt, ...]]]:
        """Documents with their excerpts, those of this moment."""
        return iter(tuple(self._documents.values()))

    @property
    def current(self) -> tuple[tuple[Document, tuple[Excerpt, ...]], ...]:
        """The documents that no newer version stands for, with their excerpts."""
        return tuple(pair for pair in self if pair[0].id not in self.known.withdrawn)

    @property
    def to_place(self) -> Iterator[tuple[Document, Excerpt]]:
        """The excerpts that say something an item may need, with their documents.

        Without those that only name who was at a meeting, or lead in to what follows them.
        """
        for document, excerpts in self.current:
            names = {person.ref for person in document.people}
            for excerpt in excerpts:
                if excerpt.ref not in names and not excerpt.text.endswith(":"):
                    yield document, excerpt

    def document(self, document_id: str) -> Document | None:
        """A document by its id."""
        found = self._documents.get(document_id)
        return found[0] if found else None

    @property
    def excerpt_ids(self) -> tuple[str, ...]:
        """The ids of all excerpts."""
        return tuple(excerpt.id for _, excerpts in self for excerpt in excerpts)

    def near_copy(self, document: Document, excerpts: tuple[Excerpt, ...]) -> tuple[str, ...]:
        """The sentence that says of which document here this is nearly a copy, if it is of one."""
        # loads the comparison of texts, which only an import needs
        from maturity.evidence.alike import near_copy  # noqa: PLC0415 see above

        others = [(one.id, theirs) for one, theirs in self.current if one.id != document.id]
        copy = near_copy(excerpts, others)
        if copy is None:
            return ()
        title = self._documents[copy.document][0].title
        said = (
            f'Same text as "{title}" ({copy.percent} %): both are kept. To keep this one alone, '
            f"add it again with --replaces {copy.document[:12]}."
        )
        return (said,)

    def find(self, asked: str) -> tuple[Document, Excerpt]:
        """The excerpt with this id, or the one whose id begins so. Raises `NoExcerpt`."""
        found = [
            (document, excerpt)
            for document, excerpts in self
            for excerpt in excerpts
            if excerpt.id.startswith(asked)
        ]
        exact = [pair for pair in found if pair[1].id == asked]
        if asked and len(exact or found) == 1:
            return (exact or found)[0]
        problem = "More than one excerpt begins" if found else "No excerpt begins"
        raise NoExcerpt(f'{problem} with "{asked}". Search for its words to see its id.')

    def neighbours(
        self, excerpt: Excerpt, document: Document
    ) -> tuple[Excerpt | None, Excerpt | None]:
        """The excerpts before and after one in its document; None at an end."""
        excerpts = self._documents[document.id][1]
        at = self._place(excerpt, document)
        before = excerpts[at - 1] if at else None
        after = excerpts[at + 1] if at + 1 < len(excerpts) else None
        return before, after

    def beside(self, excerpt: Excerpt, document: Document) -> Beside:
        """What stands beside an excerpt of a document, under the same headings."""
        return beside(self._documents[document.id][1], self._place(excerpt, document))

    def _place(self, excerpt: Excerpt, document: Document) -> int:
        if document.id not in self._places:
            excerpts = self._documents[document.id][1]
            self._places[document.id] = {one.id: place for place, one in enumerate(excerpts)}
        return self._places[document.id][excerpt.id]

    def search(self, words: str, limit: int = 10) -> "tuple[Hit, ...]":
        """The excerpts that fit best, the same ones in the same order for the same words.

        Filters among the words (`p:` `d:` `kind:` `since:`) keep to what passes them; filters alone
        list it as it stands. A document that a newer version stands for is not found.
        """
        filters = filters_in(words)
        if filters.is_any and not filters.words.strip():
            return self._listed(filters, limit)
        may_be_all = not filters.is_any and not self.known.withdrawn
        allows = None if may_be_all else self._allows(filters)
        return self.index.search(filters.words, limit, allows)

    def _allows(self, filters: Filters) -> Callable[[str, str], bool]:
        titles = {document.id: document.title for document, _ in self.current}
        allows = filters.allows(self.known, titles)
        return lambda excerpt, document: document in titles and allows(excerpt, document)

    def _listed(self, filters: Filters, limit: int) -> "tuple[Hit, ...]":
        # loads the stemmer, which light commands must not pay for
        from maturity.evidence.search.index import Hit  # noqa: PLC0415 see above

        allows = self._allows(filters)
        found = (
            Hit(excerpt, document.id, document.title, 0.0, (), ())
            for document, excerpts in self.current
            for excerpt in excerpts
            if allows(excerpt.id, document.id)
        )
        return tuple(islice(found, limit))

    @property
    def index(self) -> "Index":
        """The search index, filled when first asked for; another thread sees what is in so far."""
        if self._index is None:
            with self._adding:
                if self._index is None:
                    self._fill()
        index = self._index
        assert index is not None  # noqa: S101 filled above
        return index

    def _fill(self) -> None:
        # loads the stemmer, which light commands must not pay for
        from maturity.evidence.search.index import Index  # noqa: PLC0415 see above

        index = Index(self._families)
        # there before it is whole, so that a search need not wait
        self._index = index
        for document, excerpts in self:
            index.add(document.id, document.title, excerpts)
        self._is_whole = True

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many excerpts can be found so far, and of how many; None once all can."""
        if self._is_whole:
            return None
        total = sum(len(excerpts) for _, excerpts in self)
        return (0 if self._index is None else len(self._index)), total


def families_of(glossary: Mapping[str, Term]) -> tuple[tuple[str, ...], ...]:
    """Families of words that mean the same: each term, what it is short for, other spellings."""
    families = ((name, *filter(None, (term.long, *term.also))) for name, term in glossary.items())
    return tuple(family for family in families if len(family) > 1)
