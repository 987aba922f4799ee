"""Where a different view may stand, as answers with a letter each."""

from maturity.session.acts.dissents import REACHES
from maturity.tui.widgets.choice_row import Choice

__all__ = ["reach_choices"]

_KEYS = {"public": "a", "board": "b", "noted": "n"}


def reach_choices() -> tuple[Choice, ...]:
    """The places, each with its letter."""
    return tuple(Choice(_KEYS[name], name, words) for name, words in REACHES.items())
