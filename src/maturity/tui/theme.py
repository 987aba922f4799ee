"""The themes: dark, light for a projector, high contrast. No colour says what no word says."""

from textual.theme import Theme

__all__ = ["DARK", "THEMES", "USUAL"]

DARK = Theme(
    "maturity-dark",
    variables={"text-muted": "#aab6c2"},
    primary="#8fc7ff",
    secondary="#b9c6d3",
    accent="#ffd479",
    warning="#ffd479",
    error="#ffb3a8",
    success="#a9e5b0",
    foreground="#e8edf2",
    background="#11161c",
    surface="#18202a",
    panel="#223041",
    dark=True,
)
LIGHT = Theme(
    "maturity-light",
    variables={"text-muted": "#475361"},
    primary="#0b4f8a",
    secondary="#37475a",
    accent="#7a4a00",
    warning="#7a4a00",
    error="#8f1d12",
    success="#14532d",
    foreground="#14181d",
    background="#ffffff",
    surface="#f3f5f8",
    panel="#e2e8ef",
    dark=False,
)
CONTRAST = Theme(
    "maturity-contrast",
    variables={"text-muted": "#ffffff"},
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff66",
    warning="#ffff66",
    error="#ffe0dc",
    success="#d8ffd8",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    dark=True,
)

THEMES = (DARK, LIGHT, CONTRAST)
"""The themes of our own; the terminal's own are Textual's."""

USUAL = DARK.name
"""The theme at first."""
