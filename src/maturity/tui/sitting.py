"""What the screens of one open session share: the session, and the place in hand."""

from dataclasses import field
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Optional

from maturity.frozen import dataclass
from maturity.judgement.board import standing
from maturity.judgement.view import Audience, Disclosed, ItemView
from maturity.tui.places import Place
from maturity.tui.talk.clock import TalkClock
from maturity.workshop import Workshop

if TYPE_CHECKING:
    from maturity.practice import Practice

__all__ = ["PREREAD", "Sitting"]

PREREAD: Final = "preread"
"""The key of the pack that is sent before the session, among the papers of Export."""


@dataclass(slots=True)
class Sitting:
    """An open session on the screen: which item and step are in hand, and who may read it.

    `disk` is held by whoever writes: an act, or the worker that makes the readable file.
    `drafts` holds what is typed and not yet kept, by item and step, while the room moves about.
    `came_from` is the screen on which somebody asked for a different view, to go back to.
    `paper` is the key of the one that Export begins on, where a screen led there to make it.
    A practice has `practice`, and the session that waits for its end, if one does, in `aside`.
    """

    workshop: Workshop
    item_id: str = ""
    step: str = ""
    place: Place = Place.ROOM
    is_private: bool = False
    to_read: bool = False
    disk: Lock = field(default_factory=Lock)
    drafts: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False)
    practice: "Practice | None" = None
    aside: Optional["Sitting"] = None
    has_practised: bool = False
    came_from: Place | None = None
    paper: str = ""
    talk: TalkClock = field(default_factory=TalkClock, repr=False)

    @property
    def read_only(self) -> str:
        """Why nothing may be changed here; empty where everything may."""
        held = (
            "Read only, as it stood when it was opened here: another window has this session. "
            "Close it there to change it."
        )
        return self.workshop.read_only or (held if self.to_read else "")

    @property
    def unkept(self) -> dict[str, Any]:
        """The different views, by item, with words that were typed and not kept yet."""
        drafts = self.drafts.items()
        return {item: draft for (item, key), draft in drafts if key == "d" and draft.waits}

    @property
    def standing(self) -> str:
        """What everything shown of it is headed with."""
        return self.practice.heading if self.practice else standing(self.view).status

    def close(self) -> None:
        """Let go of the session; a practice is thrown away. Raises `OSError`."""
        with self.disk:
            if self.practice is not None:
                self.practice.throw_away()
            elif not self.to_read:
                # a session that another window has is not ours to bring up to date
                self.workshop.close()

    @property
    def audience(self) -> Audience:
        """Whose eyes the screen is for: the room's, unless private things are shown."""
        return Audience.FACILITATOR if self.is_private else Audience.ROOM

    @property
    def view(self) -> Disclosed:
        """All that may be drawn."""
        return self.workshop.view(self.audience)

    @property
    def item(self) -> ItemView:
        """The item in hand; the first one at first."""
        items = self.view.items
        return next((item for item in items if item.id == self.item_id), items[0])

    def move(self, steps: int) -> bool:
        """Go so many items on, or back; False at an end."""
        ids = [item.id for item in self.view.items]
        at = ids.index(self.item.id) + steps
        if not 0 <= at < len(ids):
            return False
        self.item_id = ids[at]
        return True
