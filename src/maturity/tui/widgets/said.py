"""Text that is only laid out again when it says something else."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.visual import VisualType
from textual.widgets import Static

from maturity.tui import draw

__all__ = ["Said"]


class Said(Static):
    """A paragraph of a pane. Drawing an item again costs nothing where nothing changed."""

    # what never scrolls is drawn and laid out as soon as its size is known, and not once more
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, content: Content | None = None, *, id: str | None = None) -> None:  # noqa: A002 Textual's word
        """A paragraph, empty at first unless it is given."""
        super().__init__(draw.line("") if content is None else content, id=id, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Say this, unless it is said already."""
        before = self.content
        if isinstance(before, Content) and isinstance(content, Content) and before.is_same(content):
            return
        super().update(content, layout=layout)
