"""Unknown facts of evidence are counted, one line each."""

from judgement.prompted import Entry, a_framework, a_state, card, link
from maturity.judgement.disclosure import disclose
from maturity.judgement.unknowns import unknowns
from maturity.judgement.view import Audience

FULL = {"kind": "data", "date": "2026-01-01", "cohort": "whole", "agency": "Health"}


def counted(*entries: Entry) -> tuple[str, ...]:
    return unknowns(disclose(a_state(*entries), a_framework(), Audience.ROOM).items)


def test_each_fact_that_is_missing_gets_a_line() -> None:
    assert counted() == ()
    assert counted(*card("a", **FULL)) == ()
    assert counted(*card("a", **{**FULL, "cohort": "unknown"})) == ("1 card has no cohort",)
    assert counted(*card("a"), *card("b", **FULL), *card("c", kind="data")) == (
        "2 cards have no date",
        "1 card has no kind",
        "2 cards have no cohort",
        "2 cards have no agency",
    )


def test_a_card_on_several_items_counts_once() -> None:
    assert counted(link("a"), link("a", item="two"))[0] == "1 card has no date"
