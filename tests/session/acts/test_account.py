"""A family's account: a card dated today, tied to its item, with nothing else asked."""

from pathlib import Path

import pytest

from builders import a_workshop
from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused


def test_an_account_is_a_linked_card_dated_today(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.add_account("one", "We hear late.")
    workshop.add_account("two", "We hear late.")
    first, second = (item.links for item in workshop.view(Audience.ROOM).items)
    workshop.close()
    assert [link.quote for link in (*first, *second)] == ["We hear late."] * 2
    assert {link.document_title for link in (*first, *second)} == {"Typed by hand"}
    assert (first[0].facts.kind, first[0].facts.date) == ("family-experience", "2026-03-23")
    assert first[0].ref == "said in the room on 23 March 2026"


def test_an_account_takes_no_side_unless_somebody_says_which(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    receipt = workshop.add_account("one", "We waited 18 months.")
    assert receipt.said == "Linked to First things (context)."
    workshop.add_account("two", "We waited 18 months.", stance="challenges")
    kept = [item.links[0] for item in workshop.view(Audience.ROOM).items]
    assert [link.stance for link in kept] == ["context", "challenges"]
    workshop.link("one", kept[0].excerpt, "challenges")
    workshop.add_account("one", "We waited 18 months.")
    changed = workshop.view(Audience.ROOM).item("one").links
    workshop.close()
    assert [link.stance for link in changed] == ["challenges"]


@pytest.mark.parametrize(("item", "text"), [("one", "  "), ("nowhere", "We hear late.")])
def test_without_words_or_an_item_nothing_is_kept(tmp_path: Path, item: str, text: str) -> None:
    workshop = a_workshop(tmp_path)
    before = workshop.state
    with pytest.raises(Refused):
        workshop.add_account(item, text)
    assert workshop.state == before
    workshop.close()


def test_where_an_account_is_from_may_be_said_instead(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    workshop.add_account("one", "We hear late.", "Helpline, 20 March")
    (link,) = workshop.view(Audience.ROOM).item("one").links
    workshop.close()
    assert link.ref == "Helpline, 20 March"
