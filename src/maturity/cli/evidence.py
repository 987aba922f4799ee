"""`evidence add|set`, and those that only read: documents read into excerpts that can be cited."""

import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maturity.cli.desk import Desk, by_option, json_option, session_argument
from maturity.cli.factory import act_command, help_of, parameters
from maturity.cli.faults import Unread
from maturity.cli.finding import FINDING
from maturity.cli.speech import counted, described, say, say_json, warn
from maturity.cli.taking import take_command
from maturity.evidence.limits import LIMITS
from maturity.evidence.messages import sentence
from maturity.session.acts.act import Refused
from maturity.session.acts.evidence import DocumentAct
from maturity.session.acts.table import ACTS
from maturity.words.calendar import said_date
from maturity.workshop import Receipt, Workshop

if TYPE_CHECKING:
    from maturity.evidence.asking.client import ReadDocument

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
    replaces: str | None,
    encoding: str | None,
    ask_password: bool,
    allow_large: bool,
    as_json: bool,
    by: str | None,
    **facts: Any,
) -> None:
    _check(files, typed, ref, replaces)
    if allow_large:
        warn("The limits of size, cells, pages and time are four times as high for these files.")
    # Asked for here and handed on, so that it stands in no history of commands and in no file.
    password = (
        click.prompt("Password of the PDF", hide_input=True, err=True) if ask_password else None
    )
    with desk.typed_by(by).opened(session) as workshop:
        if replaces is not None:
            # compares texts, which no other command needs
            from maturity.session.acts.replacing import document_named  # noqa: PLC0415 see above

            facts["replaces"] = document_named(workshop.scene, replaces)
        if typed is not None:
            rows = [_card(workshop, typed, ref or "", facts)]
        else:
            rows = [
                _file(
                    workshop,
                    Path(file),
                    facts,
                    encoding=encoding,
                    password=password,
                    allow_large=allow_large,
                )
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


def _check(
    files: tuple[str, ...], typed: str | None, ref: str | None, replaces: str | None
) -> None:
    if bool(files) == (typed is not None):
        raise click.UsageError("Name the files to read, or give --typed TEXT.")
    if ref is not None and typed is None:
        raise click.UsageError("--ref goes with --typed.")
    if replaces is not None and len(files) != 1:
        raise click.UsageError("--replaces goes with one file, the newer version.")
    if len(files) > LIMITS.files:
        warn(sentence("R36", limit=LIMITS.files))
        raise Unread


def _card(workshop: Workshop, text: str, ref: str, facts: dict[str, Any]) -> dict[str, Any]:
    """A card without a file, kept as a document of one excerpt."""
    # loaded with the readers' own model; no other command types a card
    from maturity.evidence.asking.client import ReadDocument  # noqa: PLC0415 see above
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
    password: str | None,
    allow_large: bool,
) -> dict[str, Any]:
    """Read one file in a process of its own and keep it; a refusal is a row too."""
    # starts a process and knows every limit, which no other command needs
    from maturity.evidence.asking.client import Refusal, read_document  # noqa: PLC0415 see above

    read = read_document(path, encoding=encoding, password=password, allow_large=allow_large)
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
    is_known = read.document.id in workshop.state.documents
    receipt = workshop.add_document(read, sha256, **facts)
    row = _row(read, receipt, str(path))
    if not receipt.at:
        row["reason"] = _already(workshop, read.document.id) or receipt.said
    if facts.get("replaces"):
        row |= {"status": "already" if is_known else "added", "reason": receipt.said}
    return row


def _already(workshop: Workshop, document: str) -> str:
    """When a document that is known was added, and as what; empty where the record is silent."""
    for event in workshop.history():
        if event.op == "import" and event.at == ("documents", document):
            day = said_date(date.fromisoformat(event.t[:10]))
            return sentence("W25", date=day, title=workshop.state.documents[document].title)
    return ""


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
                ["--replaces"],
                metavar="DOCUMENT",
                help="The older version it replaces; links follow the words.",
            ),
            click.Option(
                ["--encoding"], metavar="E", help="How the letters are kept, such as utf-8."
            ),
            click.Option(
                ["--ask-password"],
                is_flag=True,
                help="Ask for the password of a PDF; it is kept nowhere.",
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
evidence_command.add_command(act_command("evidence set"))
evidence_command.add_command(take_command)
for reading in FINDING:
    evidence_command.add_command(reading)
