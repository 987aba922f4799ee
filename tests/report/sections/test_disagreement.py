from dataclasses import replace

from accessibility.item_views import after_last, item, levels, rated
from accessibility.views import empty_view, full_view

from maturity.judgement.view import ItemView
from maturity.report.blocks import Block, Callout, Paragraph, spans_of
from maturity.report.sections.disagreement import disagreement, dissent_blocks


def _of(*items: ItemView) -> tuple[Block, ...]:
    return disagreement(replace(empty_view(), items=items))


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(span.text for span in spans_of(blocks))


def test_nothing_to_tell_is_told() -> None:
    assert "No dissent was recorded." in _text(_of(item(0, 3)))


def test_what_was_not_settled_comes_first_with_the_middle_in_words() -> None:
    parked = replace(item(0, 3), parked="It comes back")
    assert "the room has not voted. It comes back." in _text(_of(parked))
    one = replace(parked, median=levels(3)[:1])
    assert "the middle of the room was Emerging." in _text(_of(one))
    between = replace(parked, median=levels(3)[:2])
    assert "the room was between Emerging and Developing." in _text(_of(between))
    assert isinstance(disagreement(full_view())[1], Callout)


def test_a_dissent_stands_in_full() -> None:
    blocks = tuple(dissent_blocks(rated(1, 3).dissents[:1]))
    callout = blocks[0]
    assert isinstance(callout, Callout)
    assert callout.lead == "Family representatives: Emerging."
    text = _text(blocks)
    for said in ("Letters still arrive", "What would change it:", "The room's answer:", "reply:"):
        assert said in text
    assert "They say that they were heard." in text


def test_a_dissent_of_few_words_says_what_is_missing() -> None:
    bare = replace(
        rated(1, 3).dissents[0], reason="", change="", answer="", reply="", heard=False, level=None
    )
    callout = next(iter(dissent_blocks((bare,))))
    assert isinstance(callout, Callout)
    assert callout.lead == "Family representatives:"
    assert [spans[0].text for spans in callout.paragraphs] == [
        "No reason was written.",
        "The room has not answered this yet.",
    ]


def test_words_that_are_withheld_or_withdrawn_are_never_shown() -> None:
    kept, noted, _ = rated(1, 3).dissents
    assert _text(tuple(dissent_blocks((noted,)))) == "A different view was noted."
    text = _text(tuple(dissent_blocks((replace(kept, status="withdrawn"),))))
    assert text == "A different view was recorded and later withdrawn."


def test_two_views_do_not_run_together() -> None:
    kinds = [type(block) for block in dissent_blocks((*rated(1, 3).dissents,))]
    assert kinds == [Callout, Paragraph, Paragraph, Callout]


def test_a_split_that_nobody_spoke_for_is_told() -> None:
    assert "was split and no dissent was kept." in _text(_of(rated(2, 3)))


def test_a_view_that_had_no_answer_last_time_stands_with_those_of_this_time() -> None:
    blocks = _of(after_last(item(0, 3)))
    (callout,) = (block for block in blocks if isinstance(block, Callout))
    assert callout.lead == "Unanswered last time, Parent carers: Emerging."
    text = _text(blocks)
    assert "Letters came late." in text
    assert "What would change it: Two weeks of notice." in text
    assert "Unanswered last time: a different view was noted." in text
    answered = _of(after_last(item(0, 3), views=()))
    assert "last time" not in _text(answered)
