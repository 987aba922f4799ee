"""The panes of the Room, one module for each step of the loop, loaded when first shown."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.tui.panes.pane import Pane

__all__ = ["pane_of"]

_MODULES = {
    "r": "read",
    "e": "evidence",
    "v": "vote",
    "t": "talk",
    "a": "agree",
    "d": "dissent",
    "s": "next_steps",
}


def pane_of(key: str) -> "Pane":
    """A new pane for the step with this key; raises `KeyError` for any other letter."""
    made: Pane = import_module(f"maturity.tui.panes.{_MODULES[key]}").PANE()
    return made
