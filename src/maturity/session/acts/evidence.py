"""Documents, the facts people add to them, and links from excerpts to items."""

from collections.abc import Iterable, Iterator
from typing import Literal

from maturity.evidence.messages import sentence
from maturity.evidence.model import Document, Excerpt
from maturity.evidence.same import SAME_BY_CHANCE, are_same_words, letters_of
from maturity.frozen import dataclass
from maturity.session.acts.act import (
    NOTHING_DIFFERENT,
    Change,
    Outcome,
    Refused,
    Scene,
    item_path,
    item_state,
    line,
    prose,
    quoted,
    registers,
    told,
)
from maturity.session.acts.when import iso_date
from maturity.session.kinds import Path
from maturity.session.state import Link

__all__ = [
    "DocumentAct",
    "FactsAct",
    "LinkAct",
    "UnlinkAct",
    "document_outcome",
    "facts_outcome",
    "link_outcome",
    "unlink_outcome",
]

Kind = Literal[
    "activity",
    "process",
    "output",
    "outcome",
    "family-experience",
    "young-voice",
    "external-view",
    "data",
]

_HOW_TO_SET = "To change that: maturity evidence set SESSION DOCUMENT."


@dataclass(frozen=True, slots=True)
class DocumentAct:
    """Take a document that was read into the session."""

    document: Document
    excerpts: tuple[Excerpt, ...]
    file: str
    file_sha256: str
    kind: Kind | None = told("what kind of evidence it is")
    date: str | None = told("the day the evidence speaks of")


def document_outcome(scene: Scene, act: DocumentAct) -> Outcome:
    """Record the document; its excerpts are on the disk already when this is committed."""
    read = act.document
    known = scene.state.documents.get(read.id)
    if known is not None:
        given = [name for name in ("kind", "date") if getattr(act, name) is not None]
        left = (f"Its {' and '.join(given)} stayed as before. {_HOW_TO_SET}",) if given else ()
        return Outcome((), f'Already added as "{known.title}".', left)
    new: dict[str, object] = {
        "sha256": read.id,
        "title": quoted(read.title),
        "file": line(act.file),
        "file_sha256": act.file_sha256,
        "media": read.media,
        "size": read.size,
        "reader": f"{read.reader} {read.reader_version}",
        "counts": {"excerpts": read.counts.excerpts}
        | {skipped.reason: skipped.count for skipped in read.counts.skipped},
        "warnings": [notice.sentence for notice in read.warnings],
    }
    if act.kind is not None:
        new["kind"] = act.kind
    if day := iso_date(scene, act.date):
        new["date"] = day
    count = len(act.excerpts)
    said = f'"{read.title}" is added: {count} {"excerpt" if count == 1 else "excerpts"}.'
    later = _after_workshop(scene, (*_speaks_of(act), *_given(act.date, day)))
    return Outcome((Change("import", ("documents", read.id), new),), said, later)


def _given(typed: str | None, day: str | None) -> tuple[tuple[str, str], ...]:
    return ((typed or "", day),) if day else ()


def _speaks_of(act: DocumentAct) -> Iterator[tuple[str, str]]:
    """The days that a document says it speaks of, as written; those to come are no such days."""
    dates = [one.date for one in act.document.dates if one.kind != "next_meeting"]
    points = (point for excerpt in act.excerpts for point in excerpt.status_history)
    for date in (*dates, *(point.date for point in points)):
        if date is not None and date.start is not None:
            yield date.raw, date.start.isoformat()


def _after_workshop(scene: Scene, days: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What to say of days after the workshop: kept, but no evidence can speak of them yet."""
    held = scene.state.session.date or scene.now.date().isoformat()
    later = dict.fromkeys(raw for raw, day in days if day > held)
    return tuple(sentence("W21", raw=raw) for raw in later)


@dataclass(frozen=True, slots=True)
class FactsAct:
    """Add what people know of a document or an excerpt; excerpts inherit their document's."""

    target: str = told("the document or excerpt, by id or a unique beginning", positional=True)
    kind: Kind | None = told("what kind of evidence it is")
    date: str | None = told("the day the evidence speaks of")
    period: str | None = told("the period it covers")
    cohort: Literal["whole", "subset", "pilot", "unknown"] | None = told("which children it covers")
    cohort_note: str | None = told("which subset")
    voice: str | None = told("whose voice it is: a voice group")
    agency: str | None = told("the organisation it comes from")
    owner: str | None = told("who keeps the document or section")
    approved: str | None = told("the day it was approved")
    refresh_due: str | None = told("the day its refresh is due")
    privacy: Literal["redact", "keep"] | None = told("whether words that may identify are printed")
    because: str | None = told("why its words may be kept, or must be covered")
    also: tuple[str, ...] = told("another document or excerpt it holds for", default=())


def facts_outcome(scene: Scene, act: FactsAct, excerpts: tuple[str, ...] = ()) -> Outcome:
    """Set the facts that were given on documents, or on excerpts out of `excerpts`."""
    paths = [_target(scene, target, excerpts) for target in (act.target, *act.also)]
    given = {
        "kind": act.kind,
        "date": iso_date(scene, act.date),
        "period": line(act.period),
        "cohort": act.cohort,
        "cohort_note": line(act.cohort_note),
        "voice": line(act.voice),
        "agency": line(act.agency),
        "owner": line(act.owner),
        "approved": iso_date(scene, act.approved),
        "refresh_due": iso_date(scene, act.refresh_due),
        "privacy": _privacy(act),
    }
    changes = tuple(change for path in paths for change in registers(scene, path, given))
    facts = ", ".join(dict.fromkeys(change.at[-1].replace("_", " ") for change in changes))
    where = f" in {len(paths)} places" if act.also else ""
    return Outcome(
        changes,
        f"Kept: {facts}{where}." if changes else NOTHING_DIFFERENT,
        _after_workshop(scene, _given(act.date, iso_date(scene, act.date))),
    )


def _privacy(act: FactsAct) -> dict[str, str] | None:
    """What is decided on a mark of personal data; words are only kept with a reason."""
    because = prose(act.because) or ""
    if act.privacy is None:
        if because:
            raise Refused("--because goes with --privacy: say redact or keep.")
        return None
    if act.privacy == "keep" and not because:
        raise Refused("Say why these words may be printed: --privacy keep --because TEXT")
    return {"choice": act.privacy} | ({"because": because} if because else {})


def _target(scene: Scene, asked: str, excerpts: tuple[str, ...]) -> Path:
    if not asked:
        raise Refused("Say which document or excerpt, by its id.")
    documents = [name for name in scene.state.documents if name.startswith(asked)]
    if len(documents) == 1:
        return ("documents", documents[0])
    found = [name for name in excerpts if name.startswith(asked)]
    if asked in found or len(found) == 1:
        return ("excerpts", asked if asked in found else found[0])
    problem = "No" if not documents and not found else "More than one"
    raise Refused(f'{problem} document or excerpt begins with "{asked}".')


@dataclass(frozen=True, slots=True)
class LinkAct:
    """Tie an excerpt to an item, with its stance and what it shows."""

    item: str = told("the item", positional=True)
    excerpt: Excerpt = told("the excerpt, by id or a unique beginning", positional=True)
    document: str = told("the document it stands in", positional=True)
    stance: Literal["supports", "challenges", "context"] = told(
        "whether it supports, challenges, or only gives context", default="supports"
    )
    shows: str | None = told("what it shows, in one sentence")
    matched: tuple[str, ...] = ()
    """The words why, where the link began as a suggestion."""


def link_outcome(scene: Scene, act: LinkAct) -> Outcome:
    """Add the link with a copy of the words; the same excerpt again changes its stance."""
    path = item_path(scene, act.item)
    title = scene.framework.item(path[1]).title
    for key, kept in item_state(scene, path).links.items():
        is_twin = _is_twin(kept, act)
        if kept.excerpt == act.excerpt.id or is_twin:
            given = {"stance": act.stance, "shows": prose(act.shows)}
            changes = registers(scene, (*path, "links", key), given)
            whose = f' It is one card with the same words in "{kept.document_title}".'
            said = f"Changed the link to {title}." if changes else "Linked already."
            return Outcome(changes, f"{said}{whose}" if is_twin else said)
    document = scene.state.documents.get(act.document)
    new: dict[str, object] = {
        "excerpt": act.excerpt.id,
        "document": act.document,
        "document_title": document.title if document else "",
        "stance": act.stance,
        "quote": quoted(act.excerpt.text),
        "ref": act.excerpt.ref,
    }
    if shows := prose(act.shows):
        new["shows"] = shows
    if "personal_data" in act.excerpt.flags:
        new["personal_data"] = True
    if act.matched:
        new |= {"suggested": True, "matched": list(act.matched)}
    said = f"Linked to {title} ({act.stance})."
    return Outcome((Change("add", (*path, "links"), new),), said, _near(scene, path, act))


def _is_twin(kept: Link, act: LinkAct) -> bool:
    """Whether a link has the same words out of another document: Word and PDF, or a copy.

    Two documents that say the same are one piece of evidence; a few words may be anybody's.
    """
    if kept.document == act.document:
        return False
    return are_same_words(act.excerpt.text, kept.quote)


def _near(scene: Scene, path: Path, act: LinkAct) -> tuple[str, ...]:
    """A card of another document that says nearly the same: people see whether it is one."""
    kept = item_state(scene, path).links
    others = {key: one.quote for key, one in kept.items() if one.document != act.document}
    if not others or len(letters_of(act.excerpt.text)) < SAME_BY_CHANCE:
        return ()
    # compares texts, which few commands need
    from maturity.evidence.alike import nearest_text  # noqa: PLC0415 see above

    near = nearest_text(act.excerpt.text, others)
    if near is None:
        return ()
    title = kept[near].document_title
    return (f'Nearly the same words are linked here from "{title}": they count as two cards.',)


@dataclass(frozen=True, slots=True)
class UnlinkAct:
    """Take a link off an item."""

    item: str = told("the item", positional=True)
    excerpt: str = told("the excerpt, by id or a unique beginning", positional=True)


def unlink_outcome(scene: Scene, act: UnlinkAct) -> Outcome:
    """Retract the link; undo brings it back."""
    path = item_path(scene, act.item)
    title = scene.framework.item(path[1]).title
    links = item_state(scene, path).links
    found = [key for key, kept in links.items() if kept.excerpt.startswith(act.excerpt)]
    if not act.excerpt or len(found) != 1:
        raise Refused(f'{title} has no one link to an excerpt that begins with "{act.excerpt}".')
    return Outcome((Change("retract", (*path, "links"), of=found[0]),), f"Unlinked from {title}.")
