"""A newer version of a document, and one document in two forms."""

from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import excerpts_of, read
from maturity.evidence.alike import NearCopy, matches, near_copy
from maturity.evidence.model import Excerpt

WAITS = "Children wait forty weeks for a first assessment in the north of the area."
HELPLINE = "The helpline opened in October and most callers ring back within a day."
CHARTER = "The charter is in its fifth draft and nobody has signed it so far."


def under(heading: str, *texts: str) -> tuple[Excerpt, ...]:
    return tuple(one.model_copy(update={"heading_path": (heading,)}) for one in excerpts_of(*texts))


def hows(old: tuple[Excerpt, ...], new: tuple[Excerpt, ...]) -> list[str]:
    return [match.how for match in matches(old, new)]


def test_a_document_matches_itself_place_by_place() -> None:
    old = excerpts_of(WAITS, HELPLINE, CHARTER)
    assert [(match.old, match.new) for match in matches(old, old)] == list(
        zip(old, old, strict=True)
    )
    assert hows(old, old) == ["same"] * 3


def test_the_same_words_elsewhere_have_moved() -> None:
    assert hows(excerpts_of(WAITS, HELPLINE), excerpts_of(HELPLINE, CHARTER, WAITS)) == [
        "moved",
        "moved",
    ]
    assert hows(under("One", WAITS), under("Two", WAITS)) == ["moved"]


def test_nearly_the_same_words_have_changed_and_others_are_gone() -> None:
    old = excerpts_of(WAITS, HELPLINE)
    new = excerpts_of(WAITS.replace("forty", "thirty"), CHARTER)
    found = matches(old, new)
    assert [match.how for match in found] == ["changed", "gone"]
    assert found[0].new == new[0]
    assert found[1].new is None


def test_one_new_excerpt_stands_for_one_old_one() -> None:
    assert hows(excerpts_of(WAITS, WAITS), excerpts_of(WAITS)) == ["same", "gone"]


def test_the_same_heading_comes_before_a_nearer_text_elsewhere() -> None:
    changed = WAITS.replace("forty", "fourty")
    further = WAITS.replace("forty", "thirty-six")
    (match,) = matches(under("Waits", WAITS), (*under("Other", changed), *under("Waits", further)))
    assert match.new is not None
    assert match.new.heading_path == ("Waits",)


def test_hyphens_and_spaces_do_not_part_word_from_pdf() -> None:
    assert hows(excerpts_of("A well-known  case."), excerpts_of("A wellknown case")) == ["same"]


def test_exactly_ninety_percent_is_not_enough() -> None:
    # twenty letters, of which one in ten is another: 18 of 20 alike
    assert hows(excerpts_of("abcdefghij" * 2), excerpts_of("abcdefghiX" * 2)) == ["gone"]
    assert hows(excerpts_of("abcdefghij" * 2), excerpts_of("abcdefghij" * 1 + "abcdefghiX")) == [
        "changed"
    ]


def test_a_near_copy_is_told_with_how_much_of_both_is_alike() -> None:
    texts = [f"{WAITS} Place {number} of the list." for number in range(20)]
    there = excerpts_of(*texts)
    here = excerpts_of(*texts[:19], CHARTER)
    assert near_copy(here, [("a", excerpts_of(CHARTER, HELPLINE, WAITS)), ("b", there)]) == (
        NearCopy("b", 95)
    )
    assert near_copy(here, [("a", excerpts_of(*texts[:10]))]) is None
    assert near_copy(here, ()) is None


def test_a_card_or_two_are_no_copy_of_a_document() -> None:
    assert near_copy(excerpts_of(WAITS, CHARTER), [("a", excerpts_of(WAITS, CHARTER))]) is None


@given(st.lists(st.sampled_from([WAITS, HELPLINE, CHARTER, "Short."]), max_size=8))
def test_whatever_the_versions_each_new_excerpt_is_taken_once(texts: list[str]) -> None:
    _, old = read(f"- {WAITS}\n\n- {CHARTER}\n\n- {WAITS}\n")
    new = excerpts_of(*texts, HELPLINE)
    found = matches(old, new)
    taken = [match.new.id for match in found if match.new is not None]
    assert [match.old for match in found] == list(old)
    assert len(taken) == len(set(taken))
    assert all((match.new is None) == (match.how == "gone") for match in found)


def test_a_paper_cut_up_in_another_way_is_the_same_text_by_its_words() -> None:
    texts = [f"{WAITS} Place {number} of the list." for number in range(20)]
    there = excerpts_of(*texts)
    cut = [part for text in texts[:8] for part in text.split(" for ")]
    assert near_copy(excerpts_of(*cut, *texts[8:]), [("a", there)]) is not None
    others = [f"{HELPLINE} It rang {number} times in the week." for number in range(8)]
    assert near_copy(excerpts_of(*others, *texts[8:]), [("a", there)]) is None


def test_the_same_vocabulary_is_not_the_same_text() -> None:
    here = [f"{WAITS} Place {number} of the list." for number in range(20)]
    there = [f"{CHARTER} Place {number} of the list. {HELPLINE}" for number in range(20)]
    assert near_copy(excerpts_of(*here), [("a", excerpts_of(*there))]) is None
