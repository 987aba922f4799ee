"""What an excerpt stands under and beside, which orders the items it may belong to."""

from hypothesis import given
from hypothesis import strategies as st

from evidence.harbour import SUGGESTER, TELLING, under
from evidence.papers import excerpts_of
from maturity.evidence.search.beside import beside
from maturity.evidence.search.suggest import PLACE, Suggestion

BREAD_AND_BEES = "Some flour, an oven, honey and a hum"


def test_a_heading_further_up_tips_what_the_words_leave_open() -> None:
    for heading, item in (("Loaves burn", "bread"), ("Empty hives", "bees")):
        found = SUGGESTER.of(under(BREAD_AND_BEES, heading, "Last week"))
        assert found[0].item == item


def test_of_two_headings_the_nearer_one_counts_for_more() -> None:
    for headings, item in (
        (("Empty hives", "Loaves burn"), "bread"),
        (("Loaves burn", "Empty hives"), "bees"),
    ):
        found = SUGGESTER.of(under(BREAD_AND_BEES, *headings, "Last week"))
        assert found[0].item == item


def test_a_heading_further_up_makes_no_suggestion_and_is_no_reason() -> None:
    assert SUGGESTER.of(under("mist", "Torn sails and ropes", "Last week")) == ()
    (found,) = SUGGESTER.of(under("Torn sail", "Every rope is mended", "Last week"))
    assert set(found.matched) == {"Torn", "sail"}
    assert found.value > found.by_words


def test_words_of_the_excerpt_are_shown_before_those_of_its_heading() -> None:
    # a word of the glossary counts less than one of a heading, and is still the excerpt's own
    for text, own in (("The boat sank", "boat"), ("An SOS came", "SOS")):
        (found, *_) = SUGGESTER.of(under(text, "Torn rope"))
        assert found.matched[0] == own
        assert {"Torn", "rope"} <= set(found.matched[1:])


def test_what_stands_beside_tips_what_the_words_leave_open() -> None:
    for beside_it, item in (("Fresh flour", "bread"), ("Honey in hives", "bees")):
        lending = ((1, excerpts_of(beside_it)[0]),)
        assert SUGGESTER.of(excerpts_of(BREAD_AND_BEES)[0], lending)[0].item == item


def test_what_stands_beside_lends_by_its_own_place_too() -> None:
    for heading, item in (("Loaves burn and rise", "bread"), ("Empty hives", "bees")):
        lending = ((1, under(BREAD_AND_BEES, heading, "Last week")),)
        assert SUGGESTER.of(excerpts_of(BREAD_AND_BEES)[0], lending)[0].item == item


def test_of_two_beside_the_nearer_one_counts_for_more() -> None:
    flour, honey = excerpts_of("Fresh flour", "Honey in hives")
    for near, far, item in ((flour, honey, "bread"), (honey, flour, "bees")):
        found = SUGGESTER.of(excerpts_of(BREAD_AND_BEES)[0], ((1, near), (2, far)))
        assert found[0].item == item


def test_many_beside_lend_no_more_than_one() -> None:
    (flour,) = excerpts_of("Fresh flour")
    (few,) = SUGGESTER.of(excerpts_of("Loaves burn")[0], ((1, flour),))
    (many,) = SUGGESTER.of(excerpts_of("Loaves burn")[0], ((1, flour), (1, flour), (2, flour)))
    assert round(few.value, 9) == round(many.value, 9)
    assert few.by_words == many.by_words < few.value


def test_what_stands_beside_makes_no_suggestion_by_itself() -> None:
    lending = ((1, excerpts_of("Torn sail, torn rope")[0]),)
    assert SUGGESTER.of(excerpts_of("Mist lay over the valley")[0], lending) == ()
    assert SUGGESTER.of(excerpts_of("A boat")[0], lending) == ()


def test_it_is_said_where_the_place_made_the_suggestion_and_not_the_words() -> None:
    (excerpt,) = excerpts_of("A sail, a rope, some flour, an oven, honey and a hum")
    assert [one.item for one in SUGGESTER.of(excerpt)] == ["boats", "bees"]
    by_place, by_words = SUGGESTER.of(excerpt, ((1, excerpts_of("Loaves burn")[0]),))
    assert (by_place.item, by_place.is_by_place) == ("bread", True)
    assert by_place.reasons == (*by_place.matched, PLACE)
    assert set(by_place.matched) == {"flour", "oven"}
    assert (by_words.item, by_words.is_by_place) == ("boats", False)
    assert by_words.reasons == by_words.matched


SENTENCES = st.lists(
    st.lists(st.sampled_from((*TELLING, "mist", "monday", "18")), min_size=1, max_size=6).map(
        " ".join
    ),
    min_size=1,
    max_size=8,
)
HEADINGS = st.lists(st.sampled_from(("Boats", "Bread and bees", "Mist", "Torn ropes")), max_size=3)


def in_place(texts: list[str], headings: list[str]) -> list[tuple[Suggestion, ...]]:
    excerpts = [under(text, *headings) for text in texts]
    return [SUGGESTER.of(one, beside(excerpts, place)) for place, one in enumerate(excerpts)]


@given(SENTENCES, HEADINGS)
def test_a_place_never_suggests_what_shares_too_few_words(
    texts: list[str], headings: list[str]
) -> None:
    for text, found in zip(texts, in_place(texts, headings), strict=True):
        alone = SUGGESTER.of(under(text, *headings[-1:]))
        # as many as the words alone allow, each with a word to show for it
        assert len(found) == len(alone)
        assert all(one.matched and one.value >= one.by_words - 1e-9 for one in found)
        by_words = {one.item: one for one in alone}
        for one in found:
            assert one.is_by_place == (one.item not in by_words)
            if not one.is_by_place:
                assert one.by_words == by_words[one.item].value
                assert one.matched == by_words[one.item].matched


@given(SENTENCES, SENTENCES, HEADINGS)
def test_what_was_asked_before_changes_no_answer(
    texts: list[str], others: list[str], headings: list[str]
) -> None:
    before = in_place(texts, headings)
    in_place(others, headings[::-1])
    assert in_place(texts, headings) == before


@given(SENTENCES, HEADINGS)
def test_an_excerpt_alone_under_one_heading_is_suggested_by_its_words(
    texts: list[str], headings: list[str]
) -> None:
    for text in texts:
        for found in SUGGESTER.of(under(text, *headings[-1:])):
            assert found.value == found.by_words
            assert not found.is_by_place
