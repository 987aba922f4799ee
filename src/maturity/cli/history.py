"""`undo`, `redo` and `history`: what was done, and taking it back."""

from typing import Any

import click

from maturity.cli.desk import Desk, by_option, json_option, receive, session_argument
from maturity.cli.speech import described, say, say_json
from maturity.session.events import Event
from maturity.workshop import Workshop

__all__ = ["history_command", "redo_command", "undo_command"]

_LONGEST = 70


@click.pass_obj
def _undo(desk: Desk, session: str, by: str | None) -> None:
    with desk.typed_by(by).opened(session) as workshop:
        receive(workshop.undo())


@click.pass_obj
def _redo(desk: Desk, session: str, by: str | None) -> None:
    with desk.typed_by(by).opened(session) as workshop:
        receive(workshop.redo())


@click.pass_obj
def _history(desk: Desk, session: str, item: str | None, *, as_json: bool) -> None:
    with desk.opened(session, to_read=True) as workshop:
        events = workshop.history(item or "")
        if as_json:
            say_json([_row(workshop, event) for event in events])
            return
        for event in events:
            row = _row(workshop, event)
            via = f" [{row['via']}]" if row["via"] else ""
            before, after = _brief(row["from"]), _brief(row["to"])
            changed = f": {before} to {after}" if before and after else f": {before or after}"
            what = f"{row['what']}{changed if before or after else ''}{via}"
            say(f"{event.t.replace('T', ' ').removesuffix('Z')}  {event.by}  {what}")


def _row(workshop: Workshop, event: Event) -> dict[str, Any]:
    is_item = event.at[:1] in (("pillar",), ("criterion",))
    return {
        "id": event.id,
        "at": event.t,
        "by": event.by,
        "room": event.room,
        "item": event.at[1] if is_item else None,
        "what": workshop.told(event),
        "from": _unseen(event.old),
        "to": _unseen(event.new),
        "via": " ".join(event.via) if event.via else None,
    }


def _unseen(value: Any) -> Any:
    """A value of the record; of votes gathered before, which are unseen, that they were."""
    if isinstance(value, dict) and value.get("revealed") is False:
        return {name: value[name] for name in ("n", "method", "revealed") if name in value}
    return value


def _brief(value: Any) -> str:
    """A value of the record in a few words."""
    if value is None:
        return ""
    if isinstance(value, dict):
        if value.get("revealed") is False:
            return "votes gathered before, unseen until revealed"
        if "outcome" in value:
            said = value.get("level") or value.get("text") or value.get("state") or ""
            return f"{value['outcome']} {_brief(said)}".strip()
        for name in ("level", "text", "name", "title", "reason", "quote", "state"):
            if isinstance(value.get(name), str):
                return _brief(value[name])
        return ", ".join(f"{name} {_brief(inner)}" for name, inner in value.items())
    words = ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3]}..."


undo_command = click.Command(
    "undo",
    params=[session_argument(), by_option()],
    callback=_undo,
    help=described(
        "Take back the last action of this laptop. Nothing is lost: redo does it again.",
        "maturity undo northmere",
    ),
    short_help="Take back the last action of this laptop.",
)
redo_command = click.Command(
    "redo",
    params=[session_argument(), by_option()],
    callback=_redo,
    help=described(
        "Do again what was undone last, as long as nothing else has been done since.",
        "maturity redo northmere",
    ),
    short_help="Do again what was undone last.",
)
history_command = click.Command(
    "history",
    params=[
        session_argument(),
        click.Argument(["item"], required=False, metavar="[ITEM]"),
        json_option(),
    ],
    callback=_history,
    help=described(
        "List who changed what, when, and from what; of one ITEM if it is named. Times are UTC.",
        "maturity history northmere families",
    ),
    short_help="List who changed what, when, and from what.",
)
