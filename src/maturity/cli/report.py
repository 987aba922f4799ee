"""`report`: the paper for the board, or the edition for the public."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from maturity.cli.desk import Desk, json_option, session_argument
from maturity.cli.speech import described, say, say_json, warn
from maturity.judgement.view import Audience, Disclosed
from maturity.report.content import board_paper, public_edition
from maturity.report.naming import known_names
from maturity.report.notices import Notice, notices
from maturity.report.paper import Paper, Reference
from maturity.report.write import Written, file_name, write_paper
from maturity.session.acts.act import Refused
from maturity.workshop import Workshop

__all__ = ["report_command"]

_EXPORTS = "exports"


@click.pass_obj
def _report(
    desk: Desk,
    /,
    session: str,
    output: Path | None,
    audience: str,
    marking: str | None,
    *,
    as_json: bool,
    **_format: Any,
) -> None:
    with desk.opened(session, to_read=True) as workshop:
        view = workshop.view(Audience(audience))
        paper = _paper(workshop, view, marking)
        register = [person.name for person in workshop.view(Audience.FACILITATOR).people]
        found = notices(view, paper, known_names(register, workshop.shelf))
        wanted = _wanted(output, workshop.folder / _EXPORTS, file_name(paper))
    # a sixth of a second that `maturity --help`, which loads every command, need not take
    from maturity.report.word import word_bytes  # noqa: PLC0415 see above

    written = write_paper(desk.fs, word_bytes(paper), wanted, desk.laptop.papers)
    desk.with_laptop(desk.laptop.wrote(written.path, written.sha256)).keep_laptop()
    if as_json:
        say_json(_as_json(written, found, view))
        return
    say(f"Written: {written.path}")
    if written.said:
        warn(written.said)
    for notice in found:
        warn(notice.message)


def _paper(workshop: Workshop, view: Disclosed, marking: str | None) -> Paper:
    as_of = datetime.fromisoformat(workshop.saved_at)
    if view.audience is Audience.PUBLIC:
        return public_edition(view, as_of=as_of, marking=marking)
    session, body, n = workshop.reference.split()
    reference = Reference(session, view.framework.fingerprint, body, int(n))
    return board_paper(view, as_of=as_of, reference=reference, marking=marking)


def _wanted(output: Path | None, exports: Path, name: str) -> Path:
    """Where the paper should stand: the file named, in the folder named, or in exports/."""
    if output is None:
        return exports / name
    if output.is_dir():
        return output / name
    if output.suffix.casefold() != Path(name).suffix:
        raise Refused(f"{output} is not the name of a Word file. End it in .docx.")
    return output


def _as_json(written: Written, found: Sequence[Notice], view: Disclosed) -> dict[str, Any]:
    items = view.items
    return {
        "path": str(written.path),
        "notices": [
            {"code": one.code, "item": one.item or None, "message": one.message} for one in found
        ],
        "counts": {
            "items": len(items),
            "rated": sum(item.is_rated for item in items),
            "rounds": sum(len(item.rounds) for item in items),
            "dissent": sum(len(item.dissents) for item in items),
            "links": sum(len(item.links) for item in items),
            "actions": len(view.actions),
            "kloes": len(view.kloes),
            "decisions": len(view.decisions),
            "risks": len(view.risks),
        },
    }


report_command = click.Command(
    "report",
    params=[
        session_argument(),
        click.Option(
            ["-o", "--output"],
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Where to write it; in the session's exports folder if left out.",
        ),
        click.Option(
            ["--audience"],
            type=click.Choice(["board", "public"]),
            default="board",
            show_default=True,
            help="Who will read it; the public edition leaves out what could point at a person.",
        ),
        click.Option(
            ["--format"],
            type=click.Choice(["docx"]),
            default="docx",
            show_default=True,
            help="The kind of file.",
        ),
        click.Option(
            ["--marking"], metavar="TEXT", help="Marking on each page, over the session's own."
        ),
        json_option(),
    ],
    callback=_report,
    help=described(
        "Write the paper for the board as a Word file, and say what it lacks. A paper that "
        "somebody has changed since is never overwritten.",
        "maturity report northmere -o board-paper.docx",
    ),
    short_help="Write the paper for the board.",
)
