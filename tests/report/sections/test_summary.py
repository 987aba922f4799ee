from dataclasses import replace

from accessibility.views import empty_view, full_view

from maturity.judgement.view import Disclosed
from maturity.report.blocks import Callout, spans_of
from maturity.report.sections.summary import (
    board_asks,
    front,
    public_summary,
    summary,
    who_was_missing,
)


def _text(blocks: object) -> str:
    assert isinstance(blocks, tuple)
    return "".join(span.text for span in spans_of(blocks))


def test_the_banner_says_provisional_and_whose_words_the_levels_are() -> None:
    banner, framework = front(full_view())
    assert isinstance(banner, Callout)
    assert banner.lead == "PROVISIONAL:"
    assert "draft: our own wording" in _text((framework,))


def _asks(view: Disclosed) -> list[str]:
    return ["".join(span.text for span in ask) for ask in board_asks(view)]


def test_groups_that_did_not_come_are_named() -> None:
    assert who_was_missing(full_view(4)) == "Adult social care."
    assert who_was_missing(empty_view()) == "Not known: nobody was recorded as present."
    here = tuple(replace(voice, present=1) for voice in full_view().voices)
    assert (
        who_was_missing(replace(full_view(4), voices=here)) == "Every expected group was present."
    )


def test_what_was_not_discussed_is_a_proposal() -> None:
    assert who_was_missing(full_view()).endswith(
        "1 item was not discussed; its level is a proposal."
    )
    twice = tuple(replace(item, discussed=False) for item in full_view(2).items)
    said = who_was_missing(replace(full_view(), items=twice))
    assert said.endswith("2 items were not discussed; their levels are proposals.")


def test_the_board_is_always_asked_about_the_levels_and_then_what_was_typed() -> None:
    asked = _asks(full_view())
    assert asked[0] == "Confirm, amend or defer each provisional level (section 1)."
    assert asked[1] == "Agree the 4 actions (section 5)."
    assert asked[2] == "Ask the data group to report the age of late cases by the June meeting."


def test_a_name_that_begins_with_a_small_letter_keeps_it() -> None:
    page = replace(full_view().page, asks=("iThrive is extended to the north",))
    assert _asks(replace(full_view(), page=page))[2] == "iThrive is extended to the north."


def test_the_board_is_not_asked_to_confirm_what_nobody_rated() -> None:
    assert _asks(empty_view()) == ["Note that nothing has been rated yet (section 1)."]


def test_actions_that_the_board_agreed_are_only_to_be_noted() -> None:
    view = full_view()
    first, *rest = view.actions
    some = (replace(first, agreed=True), *rest)
    assert (
        _asks(replace(view, actions=some))[1] == "Agree the 3 actions not agreed yet (section 5)."
    )
    every = tuple(replace(one, agreed=True) for one in view.actions)
    assert _asks(replace(view, actions=every))[1] == "Note the 4 actions as agreed (section 5)."


def test_the_number_of_decisions_stands_before_them() -> None:
    assert "The board is asked to take 3 decisions:" in _text(summary(full_view(), "Title"))
    assert "The board is asked to take 1 decision:" in _text(summary(empty_view(), "Title"))


def test_typed_lines_stand_beside_their_lead_as_sentences() -> None:
    page = replace(full_view().page, difference=("Shorter waits", "Kinder letters!"))
    text = _text(summary(replace(full_view(), page=page), "Title"))
    assert "Shorter waits. Kinder letters!" in text


def test_without_family_evidence_that_is_said() -> None:
    unheard = replace(empty_view(), voices=full_view().voices)
    assert "No family evidence was linked." in _text(summary(unheard, "Title"))
    page = replace(full_view().page, families=())
    assert "told us: Not written." in _text(summary(replace(full_view(), page=page), "Title"))


def test_the_public_are_asked_nothing() -> None:
    assert "asked" not in _text(public_summary(full_view()))
