"""A path is taken as a person types it or a terminal drops it."""

from pathlib import Path

import pytest

from maturity.tui.typed_path import path_of


@pytest.mark.parametrize(
    "typed", ["plans/LAIP.tsv", '"plans/LAIP.tsv"', "'plans/LAIP.tsv'", "  plans/LAIP.tsv\n"]
)
def test_quotes_and_space_around_a_path_are_no_part_of_it(typed: str) -> None:
    assert path_of(typed) == Path("plans/LAIP.tsv")


def test_a_path_may_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert path_of("~/plan.csv") == tmp_path / "plan.csv"
