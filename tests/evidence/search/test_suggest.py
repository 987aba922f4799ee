"""Which items an excerpt may belong to, and the words why."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evidence.harbour import RAW, SUGGESTER, TELLING, under
from evidence.papers import excerpts_of
from maturity.evidence.model import Excerpt
from maturity.evidence.search.beside import ALONE, Beside
from maturity.evidence.search.suggest import Suggester, suggested_for
from maturity.framework import parse


def items_of(text: str, suggester: Suggester = SUGGESTER) -> list[str]:
    return [one.item for one in suggester.of(excerpts_of(text)[0])]


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


def test_the_excerpts_of_an_item_are_in_the_order_of_their_own_words() -> None:
    much, little = excerpts_of("Torn sail, torn rope", "A boat, a sail, 3")
    rows = [(much, ALONE), (little, ((1, much),))]
    found = suggested_for(SUGGESTER, rows, 5)["boats"]
    assert [one for one, _ in found] == [much, little]
    assert found[1][1].value > found[1][1].by_words


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
