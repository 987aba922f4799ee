"""Evidence on its way into a session: reading a file, typing an account, finding an excerpt."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from maturity.evidence.client import ReadDocument, Refusal, read_document
from maturity.evidence.model import Excerpt
from maturity.evidence.typed import typed_card
from maturity.judgement.view import ItemView
from maturity.session.acts.act import Refused
from maturity.session.acts.evidence import FactsAct
from maturity.text import clean_line
from maturity.workshop import Receipt, Workshop

__all__ = ["Found", "Read", "account", "facts_of_act", "find", "keep", "read_file"]

_MOST = 12


@dataclass(frozen=True, slots=True)
class Found:
    """An excerpt that was found; `stance` says how it is linked to the item, if it is."""

    excerpt: Excerpt
    document: str
    title: str
    stance: str


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read away from the screen, or the sentence that says why not."""

    document: ReadDocument | None
    sha256: str
    refusal: str


def find(workshop: Workshop, item: ItemView, typed: str) -> tuple[Found, ...]:
    """The excerpts that fit the words typed best; those of the item's title where none are."""
    stances = {link.excerpt: link.stance for link in item.links}
    return tuple(
        Found(hit.excerpt, hit.document, hit.title, stances.get(hit.excerpt.id, ""))
        for hit in workshop.shelf.search(typed or f"{item.title} {item.short}", limit=_MOST)
    )


def read_file(typed: str) -> Read:
    """Read the file at a path as people type it. Takes a while: call it away from the screen."""
    path = Path(clean_line(typed).strip("\"'")).expanduser()
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
    facts = {name: clean_line(typed.get(name, "")) for name in ("kind", "date")}
    given = {name: text for name, text in facts.items() if text}
    return workshop.add_document(read.document, read.sha256, **given)


def account(workshop: Workshop, item: str, typed: Mapping[str, str]) -> Receipt:
    """Keep a family's account as a card of its own, dated today, and link it to the item."""
    try:
        document, excerpt = typed_card(typed["text"], typed.get("ref", ""))
    except ValueError as problem:
        raise Refused(str(problem)) from problem
    read = ReadDocument(document, (excerpt,), "", ())
    today = workshop.now.date().isoformat()
    workshop.add_document(read, kind="family-experience", date=today)
    return workshop.link(item, excerpt.id)


def facts_of_act(document: str, changed: Mapping[str, str]) -> FactsAct:
    """The act that says these facts of a document; what each may be is checked when recorded."""
    given: dict[str, Any] = dict(changed)
    return FactsAct(document, **given)
