"""What the screen says of a fault that nobody foresaw."""

from pathlib import Path

import pytest

from maturity.tui.guard import UNKNOWN, sentence_of


def test_an_unforeseen_fault_names_the_log_that_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATURITY_HOME", str(tmp_path))
    said = sentence_of(KeyError("secret-canary"))
    log = tmp_path / "maturity.log"
    assert said == f"{UNKNOWN} For the developers: {log}"
    assert "KeyError" in log.read_text("utf-8")
    assert "secret-canary" not in said + log.read_text("utf-8")


def test_an_unforeseen_fault_promises_no_log_where_none_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "settings"
    in_the_way.write_bytes(b"a file in the way")
    monkeypatch.setenv("MATURITY_HOME", str(in_the_way))
    assert sentence_of(KeyError()) == UNKNOWN
