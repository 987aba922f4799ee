"""A confidence that is suggested, and never set by itself."""

from maturity.frozen import dataclass

__all__ = ["Suggestion"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A confidence (low, medium or high), and why it is suggested, in words."""

    confidence: str
    reasons: tuple[str, ...]

    @property
    def said(self) -> str:
        """The suggestion as a sentence begins it: "low, because one source only"."""
        return f"{self.confidence}, because {'; '.join(self.reasons)}"
