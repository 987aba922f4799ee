"""The places of the program: each screen by its name, and the letter that opens it."""

from enum import StrEnum

__all__ = ["OPENED", "SESSION", "Place"]


class Place(StrEnum):
    """A screen; the value is also the name of its module in `tui.screens`."""

    HOME = "home"
    NEW = "new"
    RULES = "rules"
    ROLL = "roll"
    PREPARE = "prepare"
    ROOM = "room"
    SUMMARY = "summary"
    CLOSE = "close"
    EXPORT = "export"
    BOARD = "board"

    @property
    def named(self) -> str:
        """What row 1 and the Open list call it."""
        return _TITLES[self]


_TITLES = {
    Place.HOME: "Home",
    Place.NEW: "New session",
    Place.RULES: "Ground rules",
    Place.ROLL: "Roll call",
    Place.PREPARE: "Prepare",
    Place.ROOM: "Room",
    Place.SUMMARY: "Summary",
    Place.CLOSE: "Close",
    Place.EXPORT: "Export",
    Place.BOARD: "Board",
}

OPENED: tuple[tuple[str, Place], ...] = (
    ("g", Place.RULES),
    ("l", Place.ROLL),
    ("p", Place.PREPARE),
    ("r", Place.ROOM),
    ("s", Place.SUMMARY),
    ("c", Place.CLOSE),
    ("e", Place.EXPORT),
    ("b", Place.BOARD),
    ("h", Place.HOME),
)
"""What the Open list offers: the initial, and the place it opens."""

SESSION = frozenset(place for _, place in OPENED if place is not Place.HOME)
"""The places inside an open session."""
