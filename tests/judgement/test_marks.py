"""Evidence that may identify a child, as each audience reads it."""

import pytest

from builders import tiny
from judgement.prompted import DAY, Entry, a_state, link, rated
from maturity.judgement.disclosure import disclose
from maturity.judgement.marks import COVERED
from maturity.judgement.view import Audience, LinkView

SETTLED = ("excerpts", "ea", "privacy")
EVERYBODY = tuple(Audience)


def links(audience: Audience, *entries: Entry) -> tuple[LinkView, ...]:
    view = disclose(a_state(DAY, *entries), tiny(), audience)
    return view.item("one").links


def quotes(*entries: Entry, **more: bool) -> dict[Audience, list[str]]:
    """What each audience reads of one linked excerpt."""
    evidence = link("a", "CANARY lives here", "one", **more)
    return {
        audience: [one.quote for one in links(audience, evidence, *entries)]
        for audience in EVERYBODY
    }


def test_words_without_a_mark_are_read_by_everybody() -> None:
    assert quotes() == {audience: ["CANARY lives here"] for audience in EVERYBODY}


def test_marked_words_are_covered_until_somebody_decides() -> None:
    read = quotes(personal_data=True)
    assert read[Audience.FACILITATOR] == ["CANARY lives here"]
    assert read[Audience.ROOM] == [COVERED[Audience.ROOM]]
    assert read[Audience.BOARD] == [COVERED[Audience.BOARD]]
    assert read[Audience.PUBLIC] == []


def test_words_that_are_kept_with_a_reason_are_read_but_never_in_public() -> None:
    read = quotes(
        (SETTLED, {"choice": "keep", "because": "The family agreed."}), personal_data=True
    )
    assert read[Audience.ROOM] == read[Audience.BOARD] == ["CANARY lives here"]
    assert read[Audience.PUBLIC] == []


def test_words_without_a_mark_may_be_covered_too() -> None:
    read = quotes((SETTLED, {"choice": "redact"}))
    assert read[Audience.BOARD] == [COVERED[Audience.BOARD]]
    assert read[Audience.PUBLIC] == []


def test_what_is_decided_on_a_document_holds_for_its_excerpts() -> None:
    document = ("documents", "d"), {"sha256": "d", "title": "Minutes"}
    read = quotes(
        document, (("documents", "d", "privacy"), {"choice": "redact"}), personal_data=True
    )
    assert read[Audience.BOARD] == [COVERED[Audience.BOARD]]


@pytest.mark.parametrize("audience", [Audience.ROOM, Audience.BOARD, Audience.PUBLIC])
def test_nothing_that_an_audience_may_see_holds_covered_words(audience: Audience) -> None:
    # a figure without its frame, a complaint and a status bring prompts that quote evidence
    quote = "CANARY: 54% of plans for child A were on time, a parent complained (LAIP 4.30)."
    view = disclose(
        a_state(DAY, rated("high"), link("a", quote, personal_data=True)), tiny(), audience
    )
    assert "CANARY" not in repr(view)


def test_what_was_decided_is_told_with_the_link() -> None:
    keep = (SETTLED, {"choice": "keep", "because": "Said in public."})
    marks = [
        links(Audience.FACILITATOR, link("a", "x", personal_data=True), *entries)[0].mark
        for entries in ((), (keep,), ((SETTLED, {"choice": "redact"}),))
    ]
    assert marks == ["open", "keep", "redact"]
