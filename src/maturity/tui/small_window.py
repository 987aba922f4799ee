"""What a window too small to show anything may still do: nothing but wait, and lose no place."""

from typing import Generic, TypeVar

from textual import events
from textual.screen import Screen
from textual.widget import Widget

__all__ = ["TOO_SMALL", "SmallWindow"]

TOO_SMALL = "Please make this window larger (80 by 24 is enough). Your work is saved."
"""What is shown instead of a screen or a panel."""

_T = TypeVar("_T")


class SmallWindow(Screen[_T], Generic[_T]):
    """A screen whose letters are no commands while nothing of it can be seen.

    A field that is not drawn loses the focus, and a person who goes on typing would run one
    command a letter. The field has the focus again once the window is large enough.
    """

    _typed_in: Widget | None = None

    @property
    def is_too_small(self) -> bool:
        """Whether nothing is shown but the request for a larger window."""
        return self.has_class("-tiny") or self.has_class("-flat")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse every command of a place while nothing can be seen."""
        if action == "run" and self.is_too_small:
            return False
        return super().check_action(action, parameters)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Remember what was typed in when the window became too small."""
        if self.is_too_small:
            self._typed_in = event.widget

    def on_resize(self) -> None:
        """Go on where the typing stopped."""
        if self._typed_in is not None and not self.is_too_small:
            self.call_after_refresh(self.set_focus, self._typed_in)
            self._typed_in = None
