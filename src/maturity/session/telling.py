"""What a line of the record is about, in words."""

from maturity.framework import Framework, NotKnown
from maturity.session.events import Event

__all__ = ["told"]

_WORDS = {
    "rounds": "vote",
    "links": "link",
    "notes": "note",
    "answers": "answer to a prompt",
    "board": "board's answer",
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
    at = event.at
    if event.op == "import":
        return "document"
    if at[-1:] == ("revealed",):
        return f"reveal of the votes gathered before on {_title(framework, at[1])}"
    if at and at[0] in {"pillar", "criterion"} and len(at) > 2:  # noqa: PLR2004 kind, id, field
        return f"{_WORDS.get(at[2], at[2].replace('_', ' '))} of {_title(framework, at[1])}"
    return _WORDS.get(at[0], at[-1].replace("_", " ")) if at else event.act


def _title(framework: Framework, item_id: str) -> str:
    try:
        item = framework.item(item_id)
    except NotKnown:
        return item_id
    return item.short or item.title
