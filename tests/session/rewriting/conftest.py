"""A session that says a name in every place that keeps words."""

import shutil
from pathlib import Path

import pytest

from session.rewriting.canary import a_full_session


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_full_session(tmp_path_factory.mktemp("full"))


@pytest.fixture
def full(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "northmere"))
