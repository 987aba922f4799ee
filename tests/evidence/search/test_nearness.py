"""How near words are to texts, and several texts read as one."""

from hypothesis import given
from hypothesis import strategies as st

from maturity.evidence.search.nearness import Texts, Words, joined, pairs_of
from maturity.evidence.search.tokens import Token, Tokens

TOKENS = Tokens()


def tokens_of(text: str) -> list[Token]:
    return list(TOKENS.of(text))


def words_of(text: str) -> Words:
    """Each word of a text in full, and the pairs it has."""
    tokens = tokens_of(text)
    said = {token.stem: token.raw for token in tokens}
    pairs = dict.fromkeys(pairs_of(tokens), 1.0)
    return Words(dict.fromkeys(said, 1.0), pairs, said, frozenset(said))


TEXTS = Texts(
    [[tokens_of("torn sails"), tokens_of("boats and ropes")], [tokens_of("flour and boats")]]
)


def test_only_texts_that_share_a_word_are_near() -> None:
    assert set(TEXTS.near(words_of("a sail"))) == {0}
    assert set(TEXTS.near(words_of("boats"))) == {0, 1}
    assert TEXTS.near(words_of("mist")) == {}


def test_a_word_that_fewer_texts_have_counts_for_more() -> None:
    ((_, rare),) = TEXTS.counting("sail")
    (_, common), _ = TEXTS.counting("boat")
    assert TEXTS.rarest >= rare > common
    assert TEXTS.counting("mist") == ()


def test_words_side_by_side_in_one_part_count_together() -> None:
    near = TEXTS.near(words_of("torn sails"))[0]
    assert near > TEXTS.near(words_of("sails, mist, torn"))[0]
    # the last word of a part and the first of the next stand apart
    assert TEXTS.near(words_of("sails boats"))[0] == TEXTS.near(words_of("boats, sails"))[0]


def test_pairs_are_of_words_with_none_between_them() -> None:
    assert list(pairs_of(tokens_of("torn sails of boats"))) == [("torn", "sail")]


def test_of_texts_read_as_one_the_words_of_the_first_are_its_own() -> None:
    both = joined([(words_of("Torn sails"), 1.0), (words_of("torn ropes"), 0.5)])
    assert both.weights == {"torn": 1.0, "sail": 1.0, "rope": 0.5}
    assert both.pairs == {("torn", "sail"): 1.0, ("torn", "rope"): 0.5}
    assert both.said == {"torn": "Torn", "sail": "sails", "rope": "ropes"}
    assert both.own == {"torn", "sail"}


LINES = st.lists(
    st.sampled_from(("torn", "sails", "boats", "flour", "ropes", "mist")), max_size=5
).map(" ".join)


@given(LINES, LINES, st.floats(0, 1))
def test_a_text_read_as_well_takes_no_nearness_away(one: str, other: str, counts: float) -> None:
    alone = TEXTS.near(words_of(one))
    both = TEXTS.near(joined([(words_of(one), 1.0), (words_of(other), counts)]))
    assert all(both[number] >= value - 1e-9 for number, value in alone.items())
    assert joined([(words_of(one), 1.0), (words_of(one), counts)]) == words_of(one)
