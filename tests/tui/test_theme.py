"""Every pair of colours that stands together can be read."""

import pytest
from textual.color import Color
from textual.theme import Theme

from maturity.tui.theme import CONTRAST, THEMES

WORDS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success")
GROUNDS = ("background", "surface", "panel")


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    for word in WORDS:
        assert contrast(getattr(theme, word), getattr(theme, ground)) >= least, word


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_row_in_focus_can_be_read(theme: Theme) -> None:
    assert theme.background is not None
    assert contrast(theme.primary, theme.background) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_muted_words_can_be_read_too(theme: Theme) -> None:
    muted = theme.variables["text-muted"]
    for ground in GROUNDS:
        assert contrast(muted, getattr(theme, ground)) >= 4.5
