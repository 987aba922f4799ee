"""Text that is only laid out again when it says something else."""

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

from maturity.tui import draw
from maturity.tui.widgets.box import Unscrolled

__all__ = ["Said"]


class Said(Unscrolled, Static):
    """A paragraph of a pane. Drawing an item again costs nothing where nothing changed."""

    def __init__(self, content: Content | None = None, *, id: str | None = None) -> None:  # noqa: A002 Textual's word
        """A paragraph, empty at first unless it is given."""
        super().__init__(draw.line("") if content is None else content, id=id, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Say this, unless it is said already."""
        before = self.content
        if isinstance(before, Content) and isinstance(content, Content) and before.is_same(content):
            return
        super().update(content, layout=layout)
