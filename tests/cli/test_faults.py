"""Faults in words, for those that have them."""

from pathlib import Path

import pytest

from maturity.cli.faults import said_of, unexpected
from maturity.session.acts.act import Refused
from maturity.session.journal import NotSaved
from maturity.text import TextTooLong


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Refused("No."), "No."),
        (NotSaved("Not saved."), "Not saved."),
        (
            PermissionError(13, "Permission denied", "a.toml"),
            (
                "a.toml could not be read or written (Permission denied). Nothing was half done: "
                "check its name and its folder, then try again."
            ),
        ),
        (
            OSError(28, "No space left on device"),
            "The disk would not go on (No space left on device). Mend that, then try again.",
        ),
        (RuntimeError("words somebody typed"), ""),
        (KeyError("one"), ""),
    ],
)
def test_an_error_with_words_says_them_and_no_other_does(error: Exception, said: str) -> None:
    assert said_of(error) == said


def test_a_text_too_long_gives_its_count() -> None:
    assert said_of(TextTooLong(20_001, 20_000)).startswith("This text is 20,001 characters long")


def test_the_log_grows_and_never_holds_the_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATURITY_HOME", str(tmp_path))
    for _ in range(2):
        said = unexpected(ValueError("secret-canary"))
    logged = (tmp_path / "maturity.log").read_text("utf-8")
    assert logged.count("ValueError") == 2
    assert "secret-canary" not in logged + said
    assert len(said.splitlines()) == 1
