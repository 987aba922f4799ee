"""A paper speaks of families only where its framework gives them a voice."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from accessibility.opened import Opened, text_of
from accessibility.views import full_view

from maturity.judgement.view import Audience, Disclosed
from maturity.report.blocks import Heading, Paragraph
from maturity.report.content import board_paper, public_edition
from maturity.report.meant import meant
from maturity.report.paper import Paper, Reference
from maturity.report.sections.method import families
from maturity.report.sections.summary import summary
from maturity.report.word import word_bytes

AS_OF = datetime(2026, 3, 14, 16, 20, tzinfo=UTC)
REFERENCE = Reference("northmere-2026", "0f3c" * 16, "c41d0e7f5a2b9913", 412)


def text_in(paper: Paper) -> str:
    return " ".join(text_of(root) for root in Opened.of(word_bytes(paper)).roots).casefold()


def heard(view: Disclosed, *labels: str) -> Disclosed:
    """The view of a framework whose work is for voices of these names."""
    one = view.voices[0]
    voices = [replace(one, id=f"v{at}", label=label) for at, label in enumerate(labels)]
    return replace(view, voices=tuple(replace(voice, families=True) for voice in voices))


@pytest.mark.parametrize(
    ("labels", "section"),
    [
        (("Parent carers", "Young people"), "families"),
        (("Families",), "families"),
        (("People who use the service",), "people who use the service"),
        (("Tenants", "NHS patients"), "tenants and NHS patients"),
        ((), "the people this work is for"),
    ],
)
def test_those_whom_the_work_is_for_go_by_the_names_the_framework_gives_them(
    labels: tuple[str, ...], section: str
) -> None:
    assert meant(heard(full_view(), *labels)).section == f"What this means for {section}"


@pytest.mark.parametrize("labels", [(), ("Tenants",)])
def test_a_paper_about_something_else_says_nothing_of_families_by_itself(
    labels: tuple[str, ...],
) -> None:
    view = heard(full_view(), *labels)
    words = meant(view)
    said = (words.told, words.change, words.say, words.none_linked, words.section)
    assert not any(word in " ".join(said).casefold() for word in ("famil", "child", "young"))
    (heading,) = [one for one in families(view) if isinstance(one, Heading)]
    assert heading.text == f"10 {words.section}"
    leads = [one.spans[0].text for one in summary(view, "Title") if isinstance(one, Paragraph)]
    assert {f"{words.told}: ", f"{words.change}: "} <= set(leads)


def test_the_public_edition_says_why_its_sections_are_numbered_as_they_are() -> None:
    told = "sections keep the numbers they have in the board's paper; section 10 comes first here."
    assert told in text_in(public_edition(full_view(audience=Audience.PUBLIC), as_of=AS_OF))
    assert told not in text_in(board_paper(full_view(), as_of=AS_OF, reference=REFERENCE))
