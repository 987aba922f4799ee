"""`evidence add|list|show|set|search`: documents read into excerpts that can be cited."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maturity.cli.desk import Desk, by_option, json_option, session_argument
from maturity.cli.factory import act_command, help_of, parameters
from maturity.cli.faults import Unread
from maturity.cli.speech import counted, described, say, say_json, warn
from maturity.evidence.limits import LIMITS
from maturity.evidence.messages import sentence
from maturity.evidence.model import Excerpt
from maturity.evidence.shelf import NoExcerpt
from maturity.session.acts.act import Refused
from maturity.session.acts.evidence import DocumentAct
from maturity.session.acts.table import ACTS
from maturity.workshop import Receipt, Workshop

if TYPE_CHECKING:
    from maturity.evidence.client import ReadDocument

__all__ = ["evidence_command"]


@click.group(
    "evidence",
    help=described(
        "Add documents, say what they are, and find what they say.",
        "maturity evidence add northmere self-evaluation.docx",
    ),
    short_help="Add documents, and find what they say.",
)
def evidence_command() -> None:
    """Documents read into excerpts that can be found and cited."""


@click.pass_obj
def _add(
    desk: Desk,
    /,
    session: str,
    files: tuple[str, ...],
    *,
    typed: str | None,
    ref: str | None,
    encoding: str | None,
    allow_large: bool,
    as_json: bool,
    by: str | None,
    **facts: Any,
) -> None:
    if bool(files) == (typed is not None):
        raise click.UsageError("Name the files to read, or give --typed TEXT.")
    if ref is not None and typed is None:
        raise click.UsageError("--ref goes with --typed.")
    if len(files) > LIMITS.files:
        warn(sentence("R36", limit=LIMITS.files))
        raise Unread
    with desk.typed_by(by).opened(session) as workshop:
        if typed is not None:
            rows = [_card(workshop, typed, ref or "", facts)]
        else:
            rows = [
                _file(workshop, Path(file), facts, encoding=encoding, allow_large=allow_large)
                for file in files
            ]
            workshop.snapshot()
    if as_json:
        say_json(rows)
    else:
        for row in rows:
            _say_row(row)
    if any(row["status"] == "refused" for row in rows):
        raise Unread


def _card(workshop: Workshop, text: str, ref: str, facts: dict[str, Any]) -> dict[str, Any]:
    """A card without a file, kept as a document of one excerpt."""
    # loaded with the readers' own model; no other command types a card
    from maturity.evidence.client import ReadDocument  # noqa: PLC0415 see above
    from maturity.evidence.typed import typed_card  # noqa: PLC0415 see above

    try:
        document, excerpt = typed_card(text, ref)
    except ValueError as empty:
        raise Refused(str(empty)) from empty
    read = ReadDocument(document, (excerpt,), "", ())
    return _row(read, workshop.add_document(read, **facts), "")


def _file(
    workshop: Workshop,
    path: Path,
    facts: dict[str, Any],
    *,
    encoding: str | None,
    allow_large: bool,
) -> dict[str, Any]:
    """Read one file in a process of its own and keep it; a refusal is a row too."""
    # starts a process and knows every limit, which no other command needs
    from maturity.evidence.client import Refusal, read_document  # noqa: PLC0415 see above

    read = read_document(path, encoding=encoding, allow_large=allow_large)
    if isinstance(read, Refusal):
        return {
            "file": str(path),
            "status": "refused",
            "document": None,
            "excerpts": 0,
            "warnings": [],
            "reason": read.sentence,
        }
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return _row(read, workshop.add_document(read, sha256, **facts), str(path))


def _row(read: "ReadDocument", receipt: Receipt, file: str) -> dict[str, Any]:
    return {
        "file": file,
        "status": "added" if receipt.at else "already",
        "document": read.document.id,
        "excerpts": len(read.excerpts),
        "warnings": list(receipt.warnings),
        "reason": "" if receipt.at else receipt.said,
    }


def _say_row(row: dict[str, Any]) -> None:
    name = Path(row["file"]).name or "Typed"
    if row["status"] == "refused":
        warn(f"{name}: {row['reason']}")
        return
    said = row["reason"] or f"Added, {counted(row['excerpts'], 'excerpt')}."
    say(f"{name}: {said} Its id is {row['document'][:12]}.")
    for warning in row["warnings"]:
        warn(f"{name}: {warning}")


evidence_command.add_command(
    click.Command(
        "add",
        params=[
            session_argument(),
            click.Argument(["files"], nargs=-1, required=False, metavar="[FILE...]"),
            *parameters(DocumentAct),
            click.Option(["--typed"], metavar="TEXT", help="A card without a file: its words."),
            click.Option(["--ref"], metavar="REF", help="Where those words are from."),
            click.Option(
                ["--encoding"], metavar="E", help="How the letters are kept, such as utf-8."
            ),
            click.Option(["--allow-large"], is_flag=True, help="Raise the limits fourfold."),
            json_option(),
            by_option(),
        ],
        callback=_add,
        help=help_of(ACTS["evidence add"], [("FILE...", "the documents to read")]),
        short_help=ACTS["evidence add"].help,
    )
)
evidence_command.add_command(
    act_command("evidence set"),
)


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
            say_json(
                _excerpt(document.id, document.title, found) | {"before": before, "after": after}
            )
            return
        for line in _shown(document.title, found):
            say(line)
        if before:
            say(f"Before it: {before}")
        if after:
            say(f"After it: {after}")


def _shown(title: str, excerpt: Excerpt) -> list[str]:
    place = ", ".join((title, *excerpt.heading_path, excerpt.ref))
    return [f"{excerpt.id}  {place}", f"    {excerpt.text}"]


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
        for line in _shown(hit.title, hit.excerpt):
            say(line)
        say(f"    Matched: {', '.join(hit.matched)}")
    if not hits:
        say("Nothing was found. Try fewer or other words.")


def _reading(
    name: str, callback: Any, params: list[click.Parameter], said: str, example: str
) -> None:
    evidence_command.add_command(
        click.Command(
            name,
            params=[session_argument(), *params, json_option()],
            callback=callback,
            help=described(said, f"maturity evidence {name} {example}"),
            short_help=said,
        )
    )


_reading("list", _list, [], "List the documents, with how many excerpts each has.", "northmere")
_reading(
    "show",
    _show,
    [click.Argument(["excerpt"], metavar="EXCERPT")],
    "Show one excerpt, where it stands, and the words before and after it.",
    "northmere 3fa21c",
)
_reading(
    "search",
    _search,
    [
        click.Argument(["words"], nargs=-1, required=True, metavar="WORDS..."),
        click.Option(
            ["--limit"], type=click.IntRange(1, 200), default=10, metavar="N", help="How many."
        ),
    ],
    "Find the excerpts that fit some words best, and say which words matched.",
    'northmere "waiting times" --limit 5',
)
