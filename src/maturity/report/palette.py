"""The colours of every paper, whatever its format.

Values are six hexadecimal digits. Each pair that carries words contrasts at least `READABLE`.
"""

from functools import cache
from typing import Final

__all__ = ["COLOURS", "FILLS", "READABLE", "VISIBLE", "contrast", "text_on"]

READABLE: Final = 4.5
"""The least contrast of words and what they stand on. Source: WCAG 2.2, 1.4.3."""

VISIBLE: Final = 3.0
"""The least contrast of large words, lines and fills. Source: WCAG 2.2, 1.4.3 and 1.4.11."""

COLOURS: Final = {
    "ink": "0B0C0C",
    "paper": "FFFFFF",
    "navy": "14375E",
    "muted": "44515E",
    "subtitle": "5B6B7B",
    "link": "0B5394",
    "rule": "6F7C8A",
    "decision-fill": "EEF3F9",
    "dissent-fill": "FCEFEE",
    "dissent-bar": "B3261E",
}

FILLS: Final[dict[int, tuple[str, ...]]] = {
    2: ("E6EDF7", "1B4F8A"),
    3: ("E6EDF7", "8DB4E2", "1B4F8A"),
    4: ("F1F5FB", "BCD3EE", "6FA0D8", "1B4F8A"),
    5: ("F1F5FB", "CFE0F3", "9CC0E7", "4A7FBF", "143F73"),
    6: ("F1F5FB", "D6E4F5", "AECBEC", "7FAAE0", "3B6FB0", "143F73"),
    7: ("F1F5FB", "D9E6F6", "BBD3EF", "98BBE6", "719FD8", "3A6CAB", "123A6B"),
}
"""Fills of a scale by how many levels it has, lowest level first: one hue, ever darker."""

_BRIGHTNESS = (0.2126, 0.7152, 0.0722)
_LINEAR_BELOW = 0.04045


def _linear(channel: float) -> float:
    if channel <= _LINEAR_BELOW:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return sum(
        weight * _linear(channel) for weight, channel in zip(_BRIGHTNESS, channels, strict=True)
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, relative luminance.

    0B0C0C on FFFFFF gives 19.59.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def text_on(fill: str) -> str:
    """The colour for words on `fill`: ink or white, whichever stands out more."""
    return max((COLOURS["ink"], COLOURS["paper"]), key=lambda text: contrast(text, fill))
