"""What is wrong, and what to do."""

from collections.abc import Iterable

from maturity.tui.overlays.panel import TextPanel

__all__ = ["TroublePanel"]


class TroublePanel(TextPanel):
    """Sentences about what is wrong, or that nothing is."""

    def __init__(self, sentences: Iterable[str]) -> None:
        """Show the sentences."""
        super().__init__("WHAT IS WRONG", *(tuple(sentences) or ("Nothing is wrong.",)))
