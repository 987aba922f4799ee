"""A container that scrolls, laid out once where the framework would do it twice."""

from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive

__all__ = ["Still"]


class Still(VerticalScroll, can_focus=False):
    """Scrolls what is in it; a bar that comes or goes asks for a new layout by itself."""

    virtual_size = Reactive(Size(0, 0))
