"""What a line of the record is about, in words."""

from collections.abc import Sequence

from maturity.framework import Framework, NotKnown
from maturity.session.events import Event

__all__ = ["thing_of", "told", "told_together"]

_MOST_NAMED = 3
_JOINED_BY_ON = frozenset({"dissent", "discussed"})
_REGISTER = 3
"""Parts in the path of a plain value of an item: kind, id, field."""

_WORDS = {
    "rounds": "vote",
    "links": "link",
    "notes": "note",
    "answers": "answer to a prompt",
    "board": "board's answer",
    "last": "last time's rating",
    "dissent": "different view",
    "parked": "parking",
    "discussed": "word that there was no talk",
    "people": "roll call",
    "actions": "action",
    "kloes": "key line of enquiry",
    "decisions": "decision",
    "risks": "risk",
    "documents": "facts of a document",
    "excerpts": "facts of an excerpt",
    "page": "page 1 words",
    "settings": "setting",
    "agenda": "agenda",
    "session": "session",
}


def told(event: Event, framework: Framework) -> str:
    """What a line is about: "rating of Families"; an item of no framework goes by its id."""
    what, title = _parts(event, framework)
    return f"{what} {title}" if title else what


def thing_of(at: Sequence[str]) -> str:
    """What stands at a path, without whose it is: "note", "because", "roll call"."""
    is_of_item = at[:1] in (("pillar",), ("criterion",)) and len(at) >= _REGISTER
    name = at[2] if is_of_item else at[-1] if at[0] in {"session", "agenda"} else at[0]
    return _WORDS.get(name, name.replace("_", " "))


def told_together(events: Sequence[Event], framework: Framework) -> str:
    """What the lines of one action are about, each thing once: "vote of Families and Insight".

    Of the plain values of one item the first speaks for the others.
    """
    titles: dict[str, list[str]] = {}
    spoken_for: set[tuple[str, ...]] = set()
    # what else a withdrawal empties goes without saying
    withdrawn = {event.at[:-1] for event in events if _is_withdrawal(event)}
    for event in events:
        if event.at[:-1] in withdrawn and not _is_withdrawal(event):
            continue
        if event.op == "set" and len(event.at) == _REGISTER:
            if event.at[:2] in spoken_for:
                continue
            spoken_for.add(event.at[:2])
        what, title = _parts(event, framework)
        named = titles.setdefault(what, [])
        if title and title not in named:
            named.append(title)
    return "; ".join(" ".join((what, _listed(named))).strip() for what, named in titles.items())


def _listed(titles: Sequence[str]) -> str:
    if len(titles) > _MOST_NAMED:
        return f"{', '.join(titles[:_MOST_NAMED])} and {len(titles) - _MOST_NAMED} more"
    return " and ".join((", ".join(titles[:-1]), titles[-1])) if titles[1:] else "".join(titles)


def _is_withdrawal(event: Event) -> bool:
    return event.at[-1:] == ("status",) and "withdrawn" in {event.old, event.new}


def _parts(event: Event, framework: Framework) -> tuple[str, str]:
    """The thing that a line changed, and the title of the item it belongs to, if to any."""
    at = event.at
    if event.op == "import":
        return "document", ""
    if event.op == "erase":
        return "words taken out" if event.act == "erase" else "counts by voice group dropped", ""
    if at[-1:] == ("revealed",):
        return "reveal of the votes gathered before on", _title(framework, at[1])
    if _is_withdrawal(event):
        return "withdrawal of a different view on", _title(framework, at[1])
    if at and at[0] in {"pillar", "criterion"} and len(at) >= _REGISTER:
        joined = "on" if at[2] in _JOINED_BY_ON else "of"
        what = _WORDS.get(at[2], at[2].replace("_", " "))
        return f"{what} {joined}", _title(framework, at[1])
    return (_WORDS.get(at[0], at[-1].replace("_", " ")) if at else event.act), ""


def _title(framework: Framework, item_id: str) -> str:
    try:
        item = framework.item(item_id)
    except NotKnown:
        return item_id
    return item.short or item.title
