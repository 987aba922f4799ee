"""`report`, `highlights` and `preread`: the papers that leave the room, or come before it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from maturity.cli.desk import Desk, json_option, session_argument
from maturity.cli.faults import Unread
from maturity.cli.speech import described, say, say_json, warn
from maturity.cli.unkept import views_not_kept
from maturity.judgement.view import Audience, Disclosed
from maturity.papers import Asked, Made, make, put
from maturity.report.brand import PLAIN, Brand, NotATemplate
from maturity.report.formats import FORMATS
from maturity.report.notices import Notice
from maturity.report.write import Written
from maturity.session.acts.act import Refused
from maturity.text import TITLE_CAP, clean_line

__all__ = ["highlights_command", "preread_command", "report_command"]


@click.pass_obj
def _report(
    desk: Desk,
    /,
    session: str,
    output: Path | None,
    *,
    audience: str,
    ending: str,
    marking: str | None,
    full: bool,
    template: Path | None,
    as_json: bool,
) -> None:
    asked = Asked(Audience(audience), ending, _line(marking), full=full, brand=_brand(template))
    _write(desk, session, output, asked, as_json=as_json)


@click.pass_obj
def _highlights(
    desk: Desk,
    /,
    session: str,
    output: Path | None,
    *,
    ending: str,
    marking: str | None,
    template: Path | None,
    as_json: bool,
) -> None:
    brand = _brand(template)
    asked = Asked(ending=ending, marking=_line(marking), highlights=True, brand=brand)
    _write(desk, session, output, asked, as_json=as_json)


@click.pass_obj
def _preread(
    desk: Desk,
    /,
    session: str,
    output: Path | None,
    *,
    ending: str,
    marking: str | None,
    template: Path | None,
    as_json: bool,
) -> None:
    asked = Asked(ending=ending, marking=_line(marking), preread=True, brand=_brand(template))
    _write(desk, session, output, asked, as_json=as_json)


def _line(marking: str | None) -> str | None:
    return None if marking is None else clean_line(marking, cap=TITLE_CAP)


def _brand(template: Path | None) -> Brand:
    if template is None:
        return PLAIN
    # what reads a template is loaded when there is one
    from maturity.report.brand_file import read_brand  # noqa: PLC0415 see above

    try:
        return read_brand(template)
    except NotATemplate as refused:
        warn(str(refused))
        raise Unread from refused


def _write(desk: Desk, session: str, output: Path | None, asked: Asked, *, as_json: bool) -> None:
    with desk.opened(session, to_read=True) as workshop:
        made = make(workshop, asked)
        wanted = _wanted(output, made)
        session_id, framework = workshop.state.session.id, workshop.framework
    found = (*views_not_kept(desk.laptop, session_id, framework), *made.notices)
    written = put(desk.fs, made, desk.laptop.papers, wanted)
    desk.with_laptop(desk.laptop.wrote(written.path, written.sha256)).keep_laptop()
    if as_json:
        say_json(_as_json(written, found, made.view))
        return
    say(f"Written: {written.path}")
    if written.said:
        warn(written.said)
    for notice in found:
        warn(notice.in_terminal)


def _wanted(output: Path | None, made: Made) -> Path | None:
    """Where the paper should stand: the file named, in the folder named, or where it stands."""
    if output is None:
        return None
    if output.is_dir():
        return output / made.path.name
    ending = made.asked.ending
    if output.suffix.casefold() != f".{ending}":
        raise Refused(
            f"{output} is not the name of {FORMATS[ending].said}. End it in .{ending}, or name "
            f"the kind of file with --format ({', '.join(FORMATS)})."
        )
    return output


def _as_json(written: Written, found: Sequence[Notice], view: Disclosed) -> dict[str, Any]:
    items = view.items
    return {
        "path": str(written.path),
        "notices": [
            {"code": one.code, "item": one.item or None, "message": one.in_terminal}
            for one in found
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


_OUTPUT = click.Option(
    ["-o", "--output"],
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Where to write it; in the session's exports folder if left out.",
)
_FORMAT = click.Option(
    ["ending", "--format"],
    type=click.Choice(list(FORMATS)),
    default="docx",
    show_default=True,
    help="The kind of file: Word, a web page or plain text, in the same words.",
)
_MARKING = click.Option(
    ["--marking"], metavar="TEXT", help="Marking on each page, over the session's own."
)
_TEMPLATE = click.Option(
    ["--template"],
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="The look of your council's papers: a .docx or .dotx, or a .toml that names one.",
)

report_command = click.Command(
    "report",
    params=[
        session_argument(),
        _OUTPUT,
        click.Option(
            ["--audience"],
            type=click.Choice(["board", "public"]),
            default="board",
            show_default=True,
            help="Who will read it; the public edition leaves out what could point at a person.",
        ),
        click.Option(
            ["--full"],
            is_flag=True,
            help="Add the level texts used, a glossary and the prompts that were dismissed.",
        ),
        _FORMAT,
        _MARKING,
        _TEMPLATE,
        json_option(),
    ],
    callback=_report,
    help=described(
        "Write the paper for the board as a Word file, a web page or plain text, and say what it "
        "lacks. A paper that somebody has changed since is never overwritten.",
        "maturity report northmere -o board-paper.docx",
        "maturity report northmere --format html",
        "maturity report northmere --template council.dotx",
    ),
    short_help="Write the paper for the board.",
)

highlights_command = click.Command(
    "highlights",
    params=[session_argument(), _OUTPUT, _FORMAT, _MARKING, _TEMPLATE, json_option()],
    callback=_highlights,
    help=described(
        "Write the highlight report: highlights, challenges, actions and priorities, risks and "
        "escalations, on a side or two. What the board may not see is not in it.",
        "maturity highlights northmere",
    ),
    short_help="Write the highlight report in four headings.",
)

preread_command = click.Command(
    "preread",
    params=[session_argument(), _OUTPUT, _FORMAT, _MARKING, _TEMPLATE, json_option()],
    callback=_preread,
    help=described(
        "Write the pack to send before the session: when and where, what to bring, and for each "
        "item its question, levels, evidence and an empty box for a private view. No vote, no "
        "note and no view of anybody is in it.",
        'maturity set northmere place "Guildhall, room 2"',
        "maturity preread northmere",
    ),
    short_help="Write the pack that people read before the session.",
)
