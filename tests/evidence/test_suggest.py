"""Which items an excerpt may belong to, and the words why."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evidence.papers import excerpts_of
from maturity.evidence.beside import ALONE, Beside, beside
from maturity.evidence.model import Excerpt
from maturity.evidence.suggest import PLACE, Suggester, Suggestion, suggested_for
from maturity.framework import Framework, parse

RAW = b"""
[framework]
format = 1
id = "tiny"
title = "A tiny framework"
version = "1.0"
origin = "own"
notice = "Our own wording, for tests."
rate = "pillars"
levels = ["low", "high"]

[level.low]
label = "Low"
meaning = "Dragons nest here."
[level.high]
label = "High"

[pillar.boats]
title = "Boats and harbours"
question = "Are the boats ready to sail?"
level.low = "Sails are torn."
level.high = "Every rope is mended."
[pillar.bread]
title = "Bread and ovens"
question = "Is the flour fresh?"
level.low = "Loaves burn."
level.high = "Loaves rise."
[pillar.bees]
title = "Bees and hives"
question = "Does the honey last?"
level.low = "Hives stand empty."
level.high = "Hives hum."

[criterion.baker]
pillar = "bread"
title = "The miller's cart"
question = "Does the cart come on Mondays?"
level.low = "The wheels squeak."
level.high = "The wheels turn."
evidence = ["Receipts for barley"]
impact = "children eat crusts"

[glossary]
SOS = "save our sails"
"""
TINY: Framework = parse(RAW, "tiny.toml")
SUGGESTER = Suggester(TINY, (("SOS", "save our sails"),))


def items_of(text: str, suggester: Suggester = SUGGESTER) -> list[str]:
    return [one.item for one in suggester.of(excerpts_of(text)[0])]


def under(text: str, *headings: str) -> Excerpt:
    return excerpts_of(text)[0].model_copy(update={"heading_path": headings})


def placed(*texts: str) -> list[tuple[Excerpt, Beside]]:
    return [(one, ALONE) for one in excerpts_of(*texts)]


def test_an_excerpt_is_suggested_for_the_item_whose_words_it_shares() -> None:
    (found,) = SUGGESTER.of(excerpts_of("The sail was torn, so the ropes were used.")[0])
    assert found.item == "boats"
    assert set(found.matched) == {"sail", "torn", "ropes"}


def test_two_items_are_suggested_at_most_and_the_nearest_comes_first() -> None:
    text = "Boats sail with torn ropes, loaves burn in ovens, and honey is in the hives."
    found = SUGGESTER.of(excerpts_of(text)[0])
    assert [one.item for one in found] == ["boats", "bread"]
    assert found[0].value >= found[1].value


def test_one_word_in_common_is_too_few() -> None:
    assert items_of("A boat.") == []
    assert items_of("Boats, boating and one more boat.") == []


def test_words_of_the_stop_list_are_no_words_in_common() -> None:
    assert items_of("The boat and the others are there.") == []


def test_a_pillar_is_as_near_as_the_nearest_of_its_criteria() -> None:
    assert items_of("A cart with squeaking wheels") == ["bread"]
    assert items_of("Receipts for barley and crusts") == ["bread"]


def test_a_match_in_two_texts_of_an_item_is_two_words_in_common() -> None:
    assert items_of("Flour came in a cart") == ["bread"]


def test_what_a_level_means_everywhere_says_nothing_of_an_item() -> None:
    assert items_of("Dragons nest in the boat") == []


def test_a_word_of_the_glossary_stands_for_its_long_form_and_is_the_word_shown() -> None:
    (found,) = SUGGESTER.of(excerpts_of("An SOS came from the harbour")[0])
    assert found.item == "boats"
    assert set(found.matched) == {"SOS", "harbour"}


def test_a_heading_counts_for_less_than_the_words_themselves() -> None:
    plain = excerpts_of("torn sails")[0]
    (own,), (above,) = SUGGESTER.of(plain), SUGGESTER.of(under("mist", "Torn sails"))
    assert above.item == own.item == "boats"
    assert above.value < own.value


def test_words_side_by_side_as_in_the_item_count_for_more() -> None:
    (together,) = SUGGESTER.of(excerpts_of("flour fresh")[0])
    (apart,) = SUGGESTER.of(excerpts_of("fresh flour")[0])
    assert together.value > apart.value


def test_the_six_most_telling_words_are_shown_the_rarest_first() -> None:
    text = (
        "Boats sail and sails are torn: a boat, every rope, ready in harbours, mended, low bread."
    )
    boats = SUGGESTER.of(excerpts_of(text)[0])[0]
    assert len(boats.matched) == 6
    assert "bread" not in boats.matched


def test_words_that_any_paper_has_are_no_reason_and_are_not_shown() -> None:
    assert items_of("On Mondays they went, and it does last") == []
    (found,) = SUGGESTER.of(excerpts_of("On Mondays the cart does come, and last week too")[0])
    assert (found.item, found.matched) == ("bread", ("cart",))


def test_a_number_is_no_reason() -> None:
    framework = parse(RAW.replace(b"barley", b"18 sacks in 2025"), "tiny.toml")
    assert items_of("18 in 2025", Suggester(framework)) == []
    (found,) = Suggester(framework).of(excerpts_of("18 sacks")[0])
    assert found.matched == ("sacks",)


def test_only_words_that_tell_nearly_as_much_as_the_best_are_shown() -> None:
    common = RAW.replace(b'impact = "children eat crusts"', b'impact = "boats bring sacks"')
    common = common.replace(b'"Loaves rise."', b'"Boats wait."').replace(
        b"Hives hum.", b"Boats hum."
    )
    (found, *_) = Suggester(parse(common, "tiny.toml")).of(excerpts_of("A boat with torn rope")[0])
    assert (found.item, found.matched) == ("boats", ("torn", "rope"))


def test_what_the_framework_is_about_is_no_reason_for_one_of_its_items() -> None:
    framework = parse(RAW.replace(b"A tiny framework", b"Harbours in Northmere"), "tiny.toml")
    assert items_of("A boat in the harbour") == ["boats"]
    (found,) = Suggester(framework).of(excerpts_of("A boat in the harbour")[0])
    assert found.matched == ("boat",)
    assert items_of("Harbour, harbours, 3", Suggester(framework)) == []


def test_what_the_framework_is_about_stands_for_nothing_else() -> None:
    framework = parse(RAW.replace(b"A tiny framework", b"SOS in Northmere"), "tiny.toml")
    suggester = Suggester(framework, (("SOS", "save our sails"),))
    assert items_of("An SOS came from the harbour", suggester) == []


def test_words_from_all_over_an_item_tip_what_one_text_alone_would_not() -> None:
    raw = RAW.replace(b'impact = "children eat crusts"', b'impact = "children eat honey"')
    suggester = Suggester(parse(raw, "tiny.toml"))
    # one word from each text of bread, two from one text of bees
    assert items_of("Flour, ovens, squeaking wheels, honey and hives", suggester)[0] == "bread"


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


def test_the_excerpts_of_an_item_are_in_the_order_of_their_own_words() -> None:
    much, little = excerpts_of("Torn sail, torn rope", "A boat, a sail, 3")
    rows = [(much, ALONE), (little, ((1, much),))]
    found = suggested_for(SUGGESTER, rows, 5)["boats"]
    assert [one for one, _ in found] == [much, little]
    assert found[1][1].value > found[1][1].by_words


TELLING = ("boats", "torn", "rope", "loaves", "flour", "cart", "honey", "hives", "barley")


@given(st.permutations(TELLING[:6]), st.integers(min_value=0, max_value=5))
def test_the_order_of_single_sentences_changes_nothing(words: list[str], at: int) -> None:
    # a number between two words keeps them from being side by side
    plain = SUGGESTER.of(excerpts_of(" 7 ".join(TELLING[:6]))[0])
    mixed = SUGGESTER.of(excerpts_of(" 7 ".join(words[at:] + words[:at]))[0])
    assert [one.item for one in mixed] == [one.item for one in plain]
    assert [round(one.value, 9) for one in mixed] == [round(one.value, 9) for one in plain]


@given(st.lists(st.sampled_from(TELLING), min_size=1, unique=True), st.sampled_from(TELLING))
def test_another_shared_word_never_makes_an_item_less_near(words: list[str], more: str) -> None:
    before = {one.item: one.value for one in SUGGESTER.of(excerpts_of(" 7 ".join(words))[0])}
    longer = SUGGESTER.of(excerpts_of(" 7 ".join([*words, more]))[0])
    after = {one.item: one.value for one in longer}
    # of two items one may give its place to a third, which is then nearer than it
    lowest = min(after.values(), default=0.0)
    assert all(after.get(item, lowest) >= value - 1e-9 for item, value in before.items())


def test_a_framework_without_words_in_common_suggests_nothing() -> None:
    assert items_of("") == []
    assert suggested_for(SUGGESTER, (), 5) == {}


def test_each_item_has_its_excerpts_nearest_first_and_no_more_than_asked() -> None:
    texts = ("Torn sail.", "Torn sail, torn rope, boat in harbour.", "Loaves burn.", "Mist.")
    found = suggested_for(SUGGESTER, placed(*texts), 5)
    assert {item: [one.text for one, _ in rows] for item, rows in found.items()} == {
        "boats": [texts[1], texts[0]],
        "bread": [texts[2]],
    }
    assert len(suggested_for(SUGGESTER, placed(*texts), 1)["boats"]) == 1


def test_an_excerpt_is_not_nearer_for_being_long() -> None:
    short, long = "Torn sail.", "Torn sail." + " Mist lay over the valley." * 20
    rows = suggested_for(SUGGESTER, placed(long, short), 5)["boats"]
    assert [one.text for one, _ in rows] == [short, long]


@given(st.text(max_size=200))
def test_any_text_may_be_asked_about_and_the_answer_stays_the_same(text: str) -> None:
    excerpt = excerpts_of("x")[0].model_copy(
        update={"heading_path": (text,), "text": text, "context": text}
    )
    found = SUGGESTER.of(excerpt)
    assert found == SUGGESTER.of(excerpt)
    assert len(found) <= 2
    assert all(one.value >= two.value for one, two in pairwise(found))


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
