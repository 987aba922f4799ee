"""A list whose row under the cursor carries a mark, so that no colour has to say it."""

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import OptionList

__all__ = ["Marked"]

_MARK = "> "


class Marked(OptionList):
    """Options in the gutter of which `>` stands at the one that `enter` would take."""

    # a bar that comes or goes asks for a new layout by itself
    virtual_size = Reactive(Size(0, 0))

    def __init__(self, *, id: str, always: bool = False) -> None:  # noqa: A002 Textual's word
        """An empty list; its options are drawn text, never markup.

        With `always` it is marked without the focus too: `enter` in a field beside it takes a row.
        """
        super().__init__(id=id, markup=False)
        self._always = always

    def render_line(self, y: int) -> Strip:
        """A line of an option, the mark before the first one of the option in hand."""
        strip = super().render_line(y)
        if not (self.has_focus or self._always) or not self._is_in_hand(strip):
            return strip
        if y and self._is_in_hand(super().render_line(y - 1)):
            return strip
        style = next((segment.style for segment in strip), None)
        return Strip.join([Strip([Segment(_MARK, style)], len(_MARK)), strip.crop(len(_MARK))])

    def _is_in_hand(self, strip: Strip) -> bool:
        styles = (segment.style for segment in strip)
        options = {style.meta.get("option") for style in styles if style and style.meta}
        return self.highlighted is not None and self.highlighted in options
