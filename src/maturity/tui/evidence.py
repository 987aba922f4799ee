"""Evidence on its way into a session: reading a file, finding an excerpt.

What searches is loaded only where it searches: a screen is drawn before the stemmer is read.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from maturity.evidence.asking.client import ReadDocument, Refusal, read_document
from maturity.evidence.model import Excerpt
from maturity.frozen import dataclass
from maturity.judgement.view import ItemView
from maturity.session.acts.act import Refused
from maturity.session.acts.evidence import FactsAct
from maturity.text import clean_line
from maturity.tui.typed_path import path_of
from maturity.workshop import Receipt, Workshop

if TYPE_CHECKING:
    from maturity.evidence.search.suggest import Suggestion

__all__ = [
    "FACTS",
    "IMPORT",
    "KINDS",
    "Found",
    "Read",
    "Suggestions",
    "facts_of_act",
    "files_at",
    "find",
    "keep",
    "may_search",
    "read_file",
    "reading",
    "suggested",
    "suggestions",
]

FACTS = {
    "kind": "Kind",
    "date": "Date it speaks of",
    "cohort": "Cohort (which children it covers): whole, subset, pilot or unknown",
    "agency": "Agency (the organisation it comes from)",
    "owner": "Who keeps it",
}
"""What is asked of a document, by the names of its facts."""

IMPORT = {
    "path": "File, or a folder: every file in it",
    "kind": "Kind (may stay empty)",
    "date": "Date (may stay empty)",
    "replaces": "Older version it replaces: how its title begins (may stay empty)",
}
"""What is asked of a file before it is read."""

KINDS = (
    "Kinds: activity, process, output, outcome, family-experience, young-voice, external-view, "
    "data. Every excerpt of the document has these facts unless it has its own."
)
"""What helps to answer."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    name: get_args(get_args(FactsAct.__annotations__[name])[0])
    for name in ("kind", "cohort", "privacy")
}
"""The words that a fact may be, by its name, for those that are not free text."""

_MOST = 12
_MOST_FILES = 40
"""More files than these are somebody's downloads, and no evidence for a workshop."""
_MOST_KEPT = 200
"""Suggestions kept for an item: those that are linked meanwhile leave room for others."""


@dataclass(frozen=True, slots=True)
class Found:
    """An excerpt that was found, by which of its words, and how it is linked to the item, if it is.

    `is_suggested`: by the words it shares with the item, not by words that somebody typed. `why`
    says of each word how it found the excerpt.
    """

    excerpt: Excerpt
    document: str
    title: str
    stance: str
    matched: tuple[str, ...]
    is_suggested: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read away from the screen, or the sentence that says why not."""

    document: ReadDocument | None
    sha256: str
    refusal: str


def reading(workshop: Workshop) -> str:
    """How far the search has come ("Reading 3,200 of 10,000"); empty once all can be found.

    Only asked for once the shelf was opened away from the screen: opening it takes long.
    """
    progress = workshop.shelf.progress
    return "" if progress is None else f"Reading {progress[0]:,} of {progress[1]:,}"


def may_search(workshop: Workshop) -> bool:
    """Whether a search can be answered at once: something can be found, or there is nothing."""
    progress = workshop.shelf.progress
    return progress is None or progress[0] > 0


Suggestions = Mapping[str, tuple[Found, ...]]
"""By the id of an item."""


def find(workshop: Workshop, item: ItemView, typed: str) -> tuple[Found, ...]:
    """The excerpts that fit the words typed best."""
    stances = {link.excerpt: link.stance for link in item.links}
    return tuple(
        Found(
            excerpt=hit.excerpt,
            document=hit.document,
            title=hit.title,
            stance=stances.get(hit.excerpt.id, ""),
            matched=hit.matched,
            why=hit.why,
        )
        for hit in workshop.shelf.search(typed, limit=_MOST)
    )


def suggestions(workshop: Workshop) -> Suggestions:
    """For each item the excerpts that may belong to it, and the search made ready beside it.

    Takes long with many excerpts: call it away from the screen.
    """
    from maturity.evidence.search.suggest import suggested_for  # noqa: PLC0415 see top

    shelf = workshop.shelf
    bool(shelf.index)
    pairs = list(shelf.to_place)
    documents = {one.id: document for document, one in pairs}
    placed = [(one, shelf.beside(one, document)) for document, one in pairs]
    names = {item.id: item.short or item.title for item in workshop.framework.items}
    by_item = suggested_for(workshop.suggester, placed, _MOST_KEPT)
    return {
        item: tuple(
            Found(
                excerpt=one,
                document=documents[one.id].id,
                title=documents[one.id].title,
                stance="",
                matched=found.reasons,
                is_suggested=True,
                why=tuple(_shared(word, found, names[item]) for word in found.reasons),
            )
            for one, found in rows
        )
        for item, rows in by_item.items()
    }


def _shared(reason: str, found: "Suggestion", name: str) -> str:
    return f"{reason} (shared with {name})" if reason in found.matched else reason


def suggested(found: Suggestions, item: ItemView) -> tuple[Found, ...]:
    """The excerpts suggested for an item that are not linked to it yet."""
    linked = {link.excerpt for link in item.links}
    return tuple(one for one in found.get(item.id, ()) if one.excerpt.id not in linked)[:_MOST]


def files_at(typed: Mapping[str, str]) -> tuple[Path, ...]:
    """The file at a path as people type it; of a folder every file in it, by name.

    Raises `Refused` for a folder without files or with too many, and where an older version is
    named beside a folder. What the system hides is left out.
    """
    path = path_of(typed["path"])
    if not path.is_dir():
        return (path,)
    files = sorted(one for one in path.iterdir() if one.is_file() and one.name[0] not in ".~")
    if not files or len(files) > _MOST_FILES:
        held = f"{len(files)} files, more than {_MOST_FILES}" if files else "no file"
        raise Refused(f"The folder {path.name} holds {held}. Name a file in it.")
    if typed.get("replaces", "").strip():
        raise Refused(f"{path.name} is a folder; one file takes the place of an older version.")
    return tuple(files)


def read_file(path: Path) -> Read:
    """Read a file. Takes a while: call it away from the screen."""
    found = read_document(path)
    if isinstance(found, Refusal):
        return Read(None, "", f"{path.name}: {found.sentence}")
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as problem:
        return Read(None, "", f"{path.name}: {problem.strerror or 'it cannot be read'}.")
    return Read(found, sha256, "")


def keep(workshop: Workshop, read: Read, typed: Mapping[str, str]) -> Receipt:
    """Take a document that was read into the session. Raises `Refused` where it was not read."""
    if read.document is None:
        raise Refused(f"{read.refusal} Your session is untouched.")
    facts = {name: clean_line(_one_of(name, typed.get(name, ""))) for name in ("kind", "date")}
    given: dict[str, str] = {name: text for name, text in facts.items() if text}
    if older := clean_line(typed.get("replaces", "")):
        # compares texts, which only an import needs
        from maturity.session.acts.replacing import document_named  # noqa: PLC0415 see above

        given["replaces"] = document_named(workshop.scene, older)
    return workshop.add_document(read.document, read.sha256, **given)


def facts_of_act(target: str, changed: Mapping[str, str]) -> FactsAct:
    """The act that says these facts of a document or an excerpt, by its id, as they were typed.

    Raises `Refused` where a fact that is one of a few words is none of them, and for a choice on
    personal data that lacks its reason; the rest is checked when recorded.
    """
    given: dict[str, Any] = {name: _one_of(name, text) for name, text in changed.items()}
    if given.get("privacy") == "keep" and not given.get("because", "").strip():
        raise Refused("Say why these words may be printed, to keep them.")
    if given.get("because", "").strip() and not given.get("privacy"):
        raise Refused("Say redact or keep as well: that is what the reason is for.")
    return FactsAct(target, **given)


def _one_of(name: str, text: str) -> str:
    """A fact as it is kept: of a few words the one that is meant, else as it was typed."""
    words = _WORDS.get(name, ())
    said = "-".join(clean_line(text).casefold().split())
    if not words or not said:
        return text
    if said not in words:
        *most, last = words
        raise Refused(f'{name.title()}: "{text}" is none of {", ".join(most)} or {last}.')
    return said
