from dataclasses import replace

from accessibility.views import empty_view, full_view

from maturity.report.blocks import Block, ListBlock, spans_of
from maturity.report.paper import Reference
from maturity.report.sections.method import families, method

_REFERENCE = Reference("northmere-2026", "ff", "c41d", 412)


def _text(blocks: tuple[Block, ...]) -> str:
    return " ".join(span.text for span in spans_of(blocks))


def test_framework_sitting_and_voices_are_told() -> None:
    text = _text(method(full_view(), _REFERENCE))
    for said in (
        "SEND local area maturity framework, edition 0.1",
        "The workshop was held on 12 March 2026. It was planned for 210 minutes.",
        "Parent carers: 3 of 4 people came.",
        "Advisers (observes):",
        "Preparing for adulthood",
        "Paper reference: northmere-2026, c41d, 412.",
    ):
        assert said in text


def test_what_is_not_known_is_said() -> None:
    text = _text(method(empty_view(), _REFERENCE))
    assert "Its fingerprint is not recorded." in text
    assert "The workshop has no date." in text
    assert "Nobody was recorded." in text
    assert "Nothing has been rated yet." in text


def test_a_room_that_left_nothing_out_says_so() -> None:
    view = full_view()
    talked = tuple(replace(item, discussed=True) for item in view.items)
    text = _text(method(replace(view, items=talked), None))
    assert "Nothing that was rated was left without discussion." in text


def test_the_lean_paper_says_where_the_missing_letters_are() -> None:
    said = "Annexes A (level texts) and C (glossary) are in the full version of this paper."
    assert said in _text(method(full_view(), _REFERENCE))
    assert said not in _text(method(full_view(), _REFERENCE, full=True))


def test_levels_are_never_inspection_outcomes() -> None:
    assert "are not inspection outcomes" in _text(method(full_view(), None))


def test_the_public_get_no_reference() -> None:
    assert "Paper reference" not in _text(method(full_view(), None))


def test_words_for_families_stand_as_typed() -> None:
    assert isinstance(families(full_view())[-1], ListBlock)
    assert "This part has not been written yet." in _text(families(empty_view()))


def test_a_voice_group_that_nobody_was_asked_from_is_said_in_words() -> None:
    voice = replace(full_view().voices[0], label="Young people", invited=0, present=0, core=True)
    text = _text(method(replace(full_view(), voices=(voice,)), _REFERENCE))
    assert "Young people: nobody was on the register." in text
