"""Shipped files are found from a wheel and from an editable checkout."""

from pathlib import Path

from maturity.shipped import SAMPLE, frameworks_folder, sample_session


def test_an_installed_copy_looks_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "maturity"
    (package / "shipped" / "frameworks").mkdir(parents=True)
    (package / "shipped" / "sessions").mkdir()
    assert frameworks_folder(package) == package / "shipped" / "frameworks"
    assert sample_session(package) == package / "shipped" / "sessions" / SAMPLE


def test_an_editable_checkout_looks_in_the_repository(tmp_path: Path) -> None:
    package = tmp_path / "src" / "maturity"
    package.mkdir(parents=True)
    assert frameworks_folder(package) == tmp_path / "frameworks"
    assert sample_session(package) == tmp_path / "sessions" / SAMPLE
