"""One line from the talk, tagged or not."""

from typing import Literal

from maturity.frozen import dataclass
from maturity.session.acts.act import Outcome, Refused, Scene, entry_outcome, item_path, prose, told
from maturity.session.kinds import Path

__all__ = ["NoteAct", "everywhere", "note_outcome"]


@dataclass(frozen=True, slots=True)
class NoteAct:
    """Keep one line of what was said about an item."""

    item: str | None = told("the item it is about", positional=True)
    text: str | None = told("the line", positional=True)
    tag: Literal["strength", "gap", "challenge", "quote", "later"] | None = told(
        "what it is; later = worth saying, not now"
    )
    private: bool | None = told("for the facilitator alone; never in a paper")
    id: str | None = told("change this one")
    remove: bool = told("take this one out; undo brings it back", default=False)


def everywhere(scene: Scene, collection: str) -> tuple[Path, ...]:
    """The paths of one collection in every item that has anything recorded."""
    return tuple(
        (kind, name, collection)
        for kind, items in (("pillar", scene.state.pillar), ("criterion", scene.state.criterion))
        for name in items
    )


def note_outcome(scene: Scene, act: NoteAct) -> Outcome:
    """Add a note, or change or remove one."""
    text = prose(act.text)
    if act.id is None and not act.remove:
        if act.item is None or not text:
            raise Refused("A note needs an item and a line of text.")
        path = item_path(scene, act.item)
        where: tuple[Path, ...] = ((*path, "notes"),)
        said = f"Noted under {scene.framework.item(path[1]).title}{_tagged(act)}."
    else:
        where, said = everywhere(scene, "notes"), ""
    given = {"text": text, "tag": act.tag, "private": act.private}
    return entry_outcome(scene, "note", where, given, entry=act.id, remove=act.remove, says=said)


def _tagged(act: NoteAct) -> str:
    if act.tag == "later":
        return ", for later"
    return f" as a {act.tag}" if act.tag else ""
