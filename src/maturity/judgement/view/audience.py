"""Who reads or sees a session, and what stands where something is kept from them."""

from enum import StrEnum

from maturity.frozen import dataclass

__all__ = ["Audience", "Withheld"]


class Audience(StrEnum):
    """Who will read or see it."""

    FACILITATOR = "facilitator"
    ROOM = "room"
    BOARD = "board"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something kept from this audience, and the words that may be printed instead."""

    reason: str
