"""`evidence take`: the people and actions that minutes or a plan name, listed, then taken."""

from collections.abc import Iterator
from typing import Any

import click

from maturity.cli.desk import Desk, by_option, receive, session_argument
from maturity.cli.factory import help_of
from maturity.cli.finding import COVERED_IN_LISTS
from maturity.cli.speech import say, warn
from maturity.evidence.model import Document, Excerpt
from maturity.session.acts.act import Refused
from maturity.session.acts.named_actions import NamedAction
from maturity.session.acts.table import ACTS
from maturity.session.acts.taking import Takable, TakeAct, takable
from maturity.workshop import Workshop

__all__ = ["take_command"]


@click.pass_obj
def _take(
    desk: Desk, /, session: str, document: str, *, what: Any, only: tuple[int, ...], by: str | None
) -> None:
    with desk.typed_by(by).opened(session, to_read=what is None) as workshop:
        read, excerpts = _document(workshop, document)
        if what is not None:
            receive(workshop.do(TakeAct(read, excerpts, what, only)))
            return
        found = takable(workshop.scene, read, excerpts)
        for line in _listed(found):
            say(line)
        for doubt in dict.fromkeys(doubt for row in found.actions for doubt in row.doubts):
            warn(doubt)


def _document(workshop: Workshop, asked: str) -> tuple[Document, tuple[Excerpt, ...]]:
    # compares texts, which no other command needs
    from maturity.session.acts.replacing import document_named  # noqa: PLC0415 see above

    name = document_named(workshop.scene, asked)
    for document, excerpts in workshop.shelf:
        if document.id == name:
            return document, excerpts
    raise Refused("The evidence file of this document is missing. Add it again first.")


def _listed(found: Takable) -> Iterator[str]:
    if not found.people and not found.actions:
        yield "It names no people and no actions that can be taken."
    if found.people:
        yield "People:"
    for row in found.people:
        said = ", ".join(filter(None, (row.name, row.role, row.organisation)))
        yield f"  {row.number}  {said}{' (on the register)' if row.is_known else ''}"
    if found.actions:
        yield "Actions:"
    for action in found.actions:
        yield f"  {action.number}  {_said(action)}"


def _said(action: NamedAction) -> str:
    if action.is_marked:
        return f"{COVERED_IN_LISTS}, {action.ref}"
    owner = ", ".join(action.owners) or "no owner"
    parts = [f"{action.text} ({owner}"]
    parts += [part for part in (action.due, *action.plan, action.history) if part]
    return f"{'; '.join(parts)}){f' ({action.standing})' if action.standing else ''}"


take_command = click.Command(
    "take",
    params=[
        session_argument(),
        click.Argument(["document"], metavar="DOCUMENT"),
        click.Argument(
            ["what"],
            type=click.Choice(["people", "actions"]),
            required=False,
            metavar="[people|actions]",
        ),
        click.Option(
            ["--only"],
            type=int,
            multiple=True,
            metavar="N",
            help="Only this one, by its number in the list; may be given again.",
        ),
        by_option(),
    ],
    callback=_take,
    help=help_of(
        ACTS["evidence take"],
        [
            ("DOCUMENT", "the document: how its id, title or file begins"),
            ("people", "puts them on the register, as invited"),
            ("actions", "keeps its actions, with owners where they are certain and dated statuses"),
            ("", "without either, lists both and takes nothing"),
        ],
    ),
    short_help=ACTS["evidence take"].help,
)
