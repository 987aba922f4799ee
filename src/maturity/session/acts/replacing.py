"""A newer version of a document: links and facts follow the words, the older one is set aside."""

from collections.abc import Iterable, Iterator, Mapping

from maturity.evidence.alike import Match, matches
from maturity.evidence.model import Document, Excerpt
from maturity.evidence.shelf import Shelf
from maturity.frozen import dataclass
from maturity.session.acts.act import Change, Outcome, Refused, Scene, quoted, register, registers
from maturity.session.kinds import plain
from maturity.session.state import Document as KnownDocument
from maturity.session.state import Facts, Link

__all__ = ["ReplaceAct", "document_named", "replace_outcome", "replacement"]

_FOLLOW = ("kind", "cohort", "cohort_note", "voice", "agency", "owner")
"""Facts of a document that hold for its newer version too; its dates are its own."""

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class ReplaceAct:
    """Let a document that is in the session stand in the place of an older one."""

    old: str
    new: Document
    matches: tuple[Match, ...]


def document_named(scene: Scene, asked: str) -> str:
    """The id of the one document whose id, title or file begins so. Raises `Refused`."""
    found = [
        name
        for name, document in scene.state.documents.items()
        if asked and any(text.startswith(asked) for text in (name, document.title, document.file))
    ]
    if len(found) != 1:
        problem = "More than one" if found else "No"
        raise Refused(
            f'{problem} document begins with "{asked}". maturity evidence list SESSION names them.'
        )
    return found[0]


def replacement(scene: Scene, shelf: Shelf, old: str, new: str) -> Outcome:
    """The changes that let the document `new` of the shelf stand for `old`, both by id.

    Raises `Refused` where the excerpts of the older one are missing.
    """
    documents = {document.id: (document, excerpts) for document, excerpts in shelf}
    if old not in documents:
        raise Refused("The evidence file of the older document is missing. Add it again first.")
    newer, excerpts = documents[new]
    return replace_outcome(scene, ReplaceAct(old, newer, matches(documents[old][1], excerpts)))


def replace_outcome(scene: Scene, act: ReplaceAct) -> Outcome:
    """Move links and facts of excerpts that have a match; say what moved, changed or is gone."""
    known = scene.state.documents[act.old]
    if act.old == act.new.id:
        raise Refused(f'"{known.title}" is this very document, so it cannot replace itself.')
    by_old = {match.old.id: match for match in act.matches}
    changes = (
        *register(scene, ("documents", act.old, "replaced_by"), act.new.id),
        *_facts_follow(scene, known, act.new.id),
        *(change for match in act.matches for change in _excerpt_facts(scene, match)),
        *_links_follow(scene, act, by_old),
    )
    return Outcome(
        changes, f'It replaces "{known.title}". {_told(act.matches)}', _named(scene, by_old)
    )


def _facts_follow(scene: Scene, known: KnownDocument, new: str) -> Iterator[Change]:
    stands = scene.state.documents.get(new)
    for name in _FOLLOW:
        if stands is not None and getattr(stands, name) is None:
            yield from registers(scene, ("documents", new), {name: getattr(known, name)})


def _excerpt_facts(scene: Scene, match: Match) -> Iterator[Change]:
    facts = scene.state.excerpts.get(match.old.id)
    if facts is None or match.new is None:
        return
    given = {name: plain(getattr(facts, name)) for name in Facts.model_fields}
    yield from registers(scene, ("excerpts", match.new.id), given)


def _linked(scene: Scene) -> Iterator[tuple[tuple[str, ...], Link]]:
    for kind, items in (("pillar", scene.state.pillar), ("criterion", scene.state.criterion)):
        for item, kept in items.items():
            for entry, link in kept.links.items():
                yield (kind, item, "links", entry), link


def _links_follow(scene: Scene, act: ReplaceAct, by_old: Mapping[str, Match]) -> Iterator[Change]:
    for path, link in _linked(scene):
        match = by_old.get(link.excerpt)
        if link.document == act.old and match is not None and match.new is not None:
            yield from registers(scene, path, _place(act.new, match.new))


def _place(document: Document, excerpt: Excerpt) -> dict[str, object]:
    return {
        "excerpt": excerpt.id,
        "document": document.id,
        "document_title": quoted(document.title),
        "quote": quoted(excerpt.text),
        "ref": excerpt.ref,
        "personal_data": "personal_data" in excerpt.flags,
    }


def _told(matches: Iterable[Match]) -> str:
    how = [match.how for match in matches]
    counts = (f"{how.count(one)} {one}" for one in ("same", "moved", "changed", "gone"))
    return f"Of its {len(how)} excerpts: {', '.join(counts)}."


def _named(scene: Scene, by_old: Mapping[str, Match]) -> tuple[str, ...]:
    """Every linked excerpt that is not as it was, for somebody to look at."""
    said: dict[str, None] = {}
    for path, link in _linked(scene):
        match = by_old.get(link.excerpt)
        if match is None or match.how == "same":
            continue
        item = scene.framework.item(path[1])
        now = f", now {match.new.ref}" if match.new else "; its link keeps the older words"
        said[f"{item.short or item.title}: {match.old.ref} is {match.how}{now}."] = None
    rest = len(said) - _MOST_NAMED
    more = (f"And {rest} more; maturity status SESSION lists the links.",) if rest > 0 else ()
    return (*tuple(said)[:_MOST_NAMED], *more)
