"""A confidence that is suggested, and never set by itself."""

from maturity.frozen import dataclass

__all__ = ["Suggestion"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A confidence (low, medium or high), and why it is suggested, in words.

    `room` says how far the room agrees; `is_mixed` that it and the evidence pull two ways.
    """

    confidence: str
    evidence: tuple[str, ...]
    room: str
    is_mixed: bool = False

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason, the room's last."""
        return (*self.evidence, self.room)

    @property
    def said(self) -> str:
        """It as a sentence begins with it: "low, because one source only and the room is split"."""
        joint = ", but " if self.is_mixed else " and "
        return f"{self.confidence}, because {'; '.join(self.evidence)}{joint}{self.room}"
