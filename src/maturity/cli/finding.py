"""`evidence list|show|search|suggest`: what is there, what it says, and where it may belong."""

from typing import TYPE_CHECKING, Any

import click

from maturity.cli.desk import Desk, json_option, session_argument
from maturity.cli.speech import counted, described, say, say_json, warn
from maturity.evidence.model import Document, Excerpt
from maturity.evidence.shelf import NoExcerpt
from maturity.session.acts.act import Refused
from maturity.workshop import Workshop

if TYPE_CHECKING:
    from maturity.evidence.search.suggest import Suggestion

__all__ = ["FINDING"]

COVERED_IN_LISTS = "[may identify a child: maturity evidence show shows it]"
"""What stands where the words would, but for the one command that asks for them."""

_NO_EVIDENCE = "No evidence yet. Add a document: maturity evidence add SESSION FILE"
_ALL_PLACED = "Nothing is left to place: every excerpt is linked, or belongs to no item."


def _excerpt(
    document: str,
    title: str,
    excerpt: Excerpt,
    matched: tuple[str, ...] = (),
    value: float | None = None,
) -> dict[str, Any]:
    return {
        "id": excerpt.id,
        "document": document,
        "title": title,
        "heading_path": list(excerpt.heading_path),
        "ref": excerpt.ref,
        "text": excerpt.text,
        "score": value,
        "matched": list(matched),
    }


@click.pass_obj
def _list(desk: Desk, session: str, *, as_json: bool) -> None:
    with desk.opened(session, to_read=True) as workshop:
        documents = workshop.state.documents
        if as_json:
            rows = [
                {
                    "id": name,
                    "title": one.title,
                    "file": one.file,
                    "excerpts": one.counts.get("excerpts", 0),
                }
                for name, one in documents.items()
            ]
            say_json({"documents": rows})
            return
        for name, one in documents.items():
            said = f" ({one.file})" if one.file else ""
            count = counted(one.counts.get("excerpts", 0), "excerpt")
            say(f"{name[:12]}  {one.title}{said}: {count}")
        if not documents:
            say("No documents yet. Add one: maturity evidence add SESSION FILE")


@click.pass_obj
def _show(desk: Desk, session: str, excerpt: str, *, as_json: bool) -> None:
    with desk.opened(session, to_read=True) as workshop:
        try:
            document, found = workshop.shelf.find(excerpt)
        except NoExcerpt as unknown:
            raise Refused(str(unknown)) from unknown
        before, after = workshop.shelf.neighbours(found, document)
        if as_json:
            around = {"before": before.text if before else "", "after": after.text if after else ""}
            say_json(_excerpt(document.id, document.title, found) | around)
            return
        for line in _shown(document.title, found):
            say(line)
        # compiles many patterns, which no other command needs
        from maturity.evidence.privacy import SAID, signs_of  # noqa: PLC0415 see above

        if signs := signs_of(found):
            say(f"May identify a child: {', '.join(SAID[sign] for sign in signs)}.")
        if before:
            say(f"Before it: {_covered(before)}")
        if after:
            say(f"After it: {_covered(after)}")


def _shown(title: str, excerpt: Excerpt) -> list[str]:
    place = ", ".join((title, *excerpt.heading_path, excerpt.ref))
    return [f"{excerpt.id}  {place}", f"    {excerpt.text}"]


def _covered(excerpt: Excerpt) -> str:
    return COVERED_IN_LISTS if "personal_data" in excerpt.flags else excerpt.text


def _listed(title: str, excerpt: Excerpt) -> list[str]:
    """An excerpt in a list, which may be on a wall: what may identify a child is shown alone."""
    if "personal_data" in excerpt.flags:
        return [f"{excerpt.id}  {title}, {excerpt.ref}", f"    {COVERED_IN_LISTS}"]
    return _shown(title, excerpt)


@click.pass_obj
def _search(desk: Desk, session: str, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    with desk.opened(session, to_read=True) as workshop:
        hits = workshop.shelf.search(" ".join(words), limit=limit)
        for notice in workshop.evidence_notices:
            warn(notice)
    if as_json:
        say_json(
            [_excerpt(hit.document, hit.title, hit.excerpt, hit.matched, hit.value) for hit in hits]
        )
        return
    for hit in hits:
        for line in _listed(hit.title, hit.excerpt):
            say(line)
        if hit.matched and "personal_data" not in hit.excerpt.flags:
            say(f"    Matched: {', '.join(hit.matched)}")
            say(f"    Found by: {', '.join(hit.why)}")
    if not hits:
        say("Nothing was found. Try fewer or other words.")


@click.pass_obj
def _suggest(desk: Desk, session: str, excerpt: str | None, *, as_json: bool) -> None:
    # loads the stemmer, which light commands must not pay for
    from maturity.evidence.search.suggest import NONE  # noqa: PLC0415 see above

    with desk.opened(session, to_read=True) as workshop:
        rows = [
            (document, one, workshop.suggester.of(one, workshop.shelf.beside(one, document)))
            for document, one in _asked_about(workshop, excerpt)
        ]
        for notice in workshop.evidence_notices:
            warn(notice)
        titles = {item.id: item.title for item in workshop.framework.items}
        has_evidence = bool(workshop.state.documents)
    if as_json:
        say_json([_suggested(one, found) for _, one, found in rows])
        return
    for document, one, found in rows:
        for line in _listed(document.title, one):
            say(line)
        for suggestion in found:
            say(f"    {titles[suggestion.item]}: {', '.join(suggestion.reasons)}")
        if not found:
            say(f"    {NONE}")
    if not rows:
        say(_ALL_PLACED if has_evidence else _NO_EVIDENCE)


def _asked_about(workshop: Workshop, excerpt: str | None) -> list[tuple[Document, Excerpt]]:
    """The excerpt that was named, else every one to place that no item is linked to."""
    if excerpt is not None:
        try:
            return [workshop.shelf.find(excerpt)]
        except NoExcerpt as unknown:
            raise Refused(str(unknown)) from unknown
    items = (*workshop.state.pillar.values(), *workshop.state.criterion.values())
    linked = {link.excerpt for item in items for link in item.links.values()}
    return [pair for pair in workshop.shelf.to_place if pair[1].id not in linked]


def _suggested(excerpt: Excerpt, found: "tuple[Suggestion, ...]") -> dict[str, Any]:
    return {
        "excerpt": excerpt.id,
        "items": [
            {
                "item": one.item,
                "score": one.value,
                "matched": list(one.matched),
                "by_place": one.is_by_place,
            }
            for one in found
        ],
    }


def _reading(
    name: str, callback: Any, params: list[click.Parameter], said: str, example: str
) -> click.Command:
    return click.Command(
        name,
        params=[session_argument(), *params, json_option()],
        callback=callback,
        help=described(said, f"maturity evidence {name} {example}"),
        short_help=said,
    )


FINDING = (
    _reading(
        "list", _list, [], "List the documents, with how many excerpts each has.", "northmere"
    ),
    _reading(
        "show",
        _show,
        [click.Argument(["excerpt"], metavar="EXCERPT")],
        "Show one excerpt, where it stands, and the words before and after it.",
        "northmere a29299",
    ),
    _reading(
        "search",
        _search,
        [
            click.Argument(["words"], nargs=-1, required=True, metavar="WORDS..."),
            click.Option(
                ["--limit"], type=click.IntRange(1, 200), default=10, metavar="N", help="How many."
            ),
        ],
        "Find the excerpts that fit some words best, and say which words matched. p:ITEM, "
        "d:DOCUMENT, kind:KIND and since:DATE among the words keep to a part.",
        'northmere "waiting times" since:2025-09 --limit 5',
    ),
    _reading(
        "suggest",
        _suggest,
        [click.Argument(["excerpt"], required=False, metavar="[EXCERPT]")],
        "Say which items an excerpt, or every one not linked yet, may belong to; links nothing.",
        "northmere a29299",
    ),
)
"""The commands that only read: `list`, `show`, `search` and `suggest`."""
