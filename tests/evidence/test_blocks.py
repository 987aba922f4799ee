"""What readers share of a block."""

import pytest

from maturity.evidence.blocks import opening_in_bold


@pytest.mark.parametrize(
    ("said", "opening"),
    [
        ((("Waits", True), (" are long.", False)), "Waits"),
        ((("Long ", True), (" ", False), ("waits:", True), (" yes", False)), "Long  waits:"),
        ((("Waits ", False), ("are long", True)), None),
        (((" ", True),), None),
        ((), None),
    ],
)
def test_the_words_a_block_opens_with_in_bold(
    said: tuple[tuple[str, bool], ...], opening: str | None
) -> None:
    assert opening_in_bold(said) == opening
