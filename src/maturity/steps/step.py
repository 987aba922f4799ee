"""A step of the loop as data: what it shows, what it holds, and the forms it asks."""

from collections.abc import Callable

from maturity.frozen import dataclass
from maturity.judgement.view import ItemView
from maturity.steps.forms import Form

__all__ = ["Step"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its key on the screen, its name, what it shows and offers.

    `holds` is what the strip shows beside the name, `is_done` whether going on passes it over.
    """

    key: str
    name: str
    title: str
    shows: Callable[[ItemView], tuple[str, ...]]
    holds: Callable[[ItemView], str]
    is_done: Callable[[ItemView], bool]

    @property
    def forms(self) -> tuple[Form, ...]:
        """What the step asks."""
        # every act comes with them, and the first screen asks nothing yet
        from maturity.steps.asking import FORMS  # noqa: PLC0415 see above

        return FORMS[self.key]
