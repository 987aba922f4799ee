"""The sample session: what a newcomer learns from, told by the story and by nothing else."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from maturity.judgement.view import Audience, Disclosed
from maturity.session.acts.table import ACTS
from maturity.session.store import Typist
from maturity.shipped import sample_session
from maturity.workshop import Workshop

SCRIPT = Path(__file__).parents[1] / "scripts" / "build_sample.py"


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_sample", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def sample() -> Disclosed:
    module = builder()
    clock = module.StoryClock(module._moment("2026-03-24T12:00"))
    typist = Typist("test", "000000", "00000000", "0.1.0")
    return Workshop.open(sample_session(), typist, clock, to_read=True).view(Audience.FACILITATOR)


def test_the_story_makes_the_committed_bytes(tmp_path: Path) -> None:
    builder().main(tmp_path / "northmere-2026")
    assert files(tmp_path / "northmere-2026") == files(sample_session())


def test_six_of_seven_are_rated_and_one_is_open(sample: Disclosed) -> None:
    states = [item.rating.state for item in sample.items]
    assert states.count("provisional") == 6
    assert states.count("unrated") == 1
    assert all(item.rating.because for item in sample.items if item.is_rated)


def test_two_views_differ_and_both_have_words(sample: Disclosed) -> None:
    dissents = [dissent for item in sample.items for dissent in item.dissents]
    assert len(dissents) == 2
    assert all(dissent.reason and dissent.change for dissent in dissents)


def test_twelve_people_vote_in_six_groups(sample: Disclosed) -> None:
    present = [person for person in sample.people if person.state == "present"]
    voters = [person for person in present if not person.observer]
    assert len(voters) == 12
    assert len({person.group for person in voters}) == 6


def test_three_documents_give_forty_excerpts_or_more(sample: Disclosed) -> None:
    assert len(sample.documents) == 3
    assert sum(document.excerpts for document in sample.documents) >= 40


def test_the_excerpt_that_help_texts_name_is_in_the_sample(sample: Disclosed) -> None:
    named = {
        word
        for act in ACTS.values()
        for word in act.example.split()
        if len(word) == len("a29299") and set(word) <= set("0123456789abcdef")
    }
    families = next(item for item in sample.items if item.id == "families")
    assert named == {"a29299"}
    assert sum(link.excerpt.startswith("a29299") for link in families.links) == 1
