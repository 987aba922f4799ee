"""One matter of readiness, as it is said."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from maturity.frozen import dataclass

__all__ = ["Line", "State", "ordered", "summed_up"]


class State(StrEnum):
    """How a matter stands, the worst first."""

    WILL_NOT_WORK = "will not work"
    LOOK = "look"
    READY = "ready"


_PLACES: Final = {state: place for place, state in enumerate(State)}


@dataclass(frozen=True, slots=True)
class Line:
    """One matter: its key for scripts, how it stands, the sentence, and what to do about it."""

    what: str
    state: State
    says: str
    mend: str = ""

    def as_json(self) -> dict[str, str]:
        """The line for scripts."""
        return {"what": self.what, "state": self.state, "says": self.says, "mend": self.mend}


def ordered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """What would stop the day first; lines of one state stay in the order they came in."""
    return tuple(sorted(lines, key=lambda line: _PLACES[line.state]))


def summed_up(lines: Iterable[Line]) -> str:
    """All of it in one sentence."""
    states = [line.state for line in lines]
    broken, doubtful = states.count(State.WILL_NOT_WORK), states.count(State.LOOK)
    to_look = f"{_things(doubtful)} to look at"
    if broken:
        beside = f", and {to_look}" if doubtful else ""
        return f"Not ready: {_things(broken)} will not work{beside}."
    return f"Ready, with {to_look}." if doubtful else "Ready for the workshop."


def _things(count: int) -> str:
    return "1 thing" if count == 1 else f"{count} things"
