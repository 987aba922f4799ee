import pytest

from maturity.report.palette import COLOURS, FILLS, contrast, text_on


def test_contrast_is_that_of_the_guidelines() -> None:
    assert round(contrast("0B0C0C", "FFFFFF"), 2) == 19.59
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("14375E", "14375E") == 1


@pytest.mark.parametrize("of", FILLS)
def test_every_level_can_be_read_on_its_fill(of: int) -> None:
    assert len(FILLS[of]) == of
    assert all(contrast(text_on(fill), fill) >= 4.5 for fill in FILLS[of])


@pytest.mark.parametrize("of", FILLS)
def test_a_higher_level_is_darker(of: int) -> None:
    contrasts = [contrast(fill, "FFFFFF") for fill in FILLS[of]]
    assert contrasts == sorted(contrasts)


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("ink", "paper"),
        ("navy", "paper"),
        ("paper", "navy"),
        ("muted", "paper"),
        ("subtitle", "paper"),
        ("link", "paper"),
        ("ink", "decision-fill"),
        ("link", "decision-fill"),
        ("ink", "dissent-fill"),
        ("link", "dissent-fill"),
    ],
)
def test_every_pair_that_carries_words_can_be_read(text: str, behind: str) -> None:
    assert contrast(COLOURS[text], COLOURS[behind]) >= 4.5
