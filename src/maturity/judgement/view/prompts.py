"""A challenge prompt as an audience may read it."""

from maturity.frozen import dataclass

__all__ = ["PromptView"]


@dataclass(frozen=True, slots=True)
class PromptView:
    """A prompt and what became of it; `outcome` is empty while it is open.

    `earlier` is the outcome it had before the level changed, for a prompt that is open again;
    `answer` then holds the earlier words. `about` says what made an open one fire, where its
    question does not say it all; a public paper has none. `is_private` is never printed and never
    shown to the room; `only_in_full` is printed in the full paper alone.
    """

    id: str
    code: str
    text: str
    outcome: str
    answer: str
    earlier: str = ""
    about: str = ""
    is_private: bool = False
    only_in_full: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return not self.outcome
