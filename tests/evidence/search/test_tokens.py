"""Words to stems."""

import subprocess
import sys

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from maturity.evidence.search.tokens import STOP_WORDS, Tokens, stemmer

TOKENS = Tokens()


def stems(text: str) -> list[str]:
    return [token.stem for token in TOKENS.of(text)]


def words(text: str) -> list[str]:
    return [token.word for token in TOKENS.of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Parents\u2019 and parent's", ["parents", "parent"]),
        ("Caf\u00e9 \uff2e\uff28\uff33", ["cafe", "nhs"]),
        ("health/care well-being", ["health", "care", "well", "being"]),
        ("LAIP 4.30 and 3.1", ["laip", "4.30", "3.1"]),
        ("the co-production of co production", ["coproduction", "coproduction"]),
        ("\x1b[31m *** \u2014 _", ["31m"]),
    ],
)
def test_words_are_compared_without_marks_case_and_signs(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_families_that_a_stemmer_parts_are_joined() -> None:
    assert len(set(stems("coproduction coproduce co-producing coproduced coproductive"))) == 1
    assert len(set(stems("child children"))) == 1
    assert len(set(stems("identify identified identification"))) == 1
    assert len(set(stems("exclude excluded exclusion exclusions"))) == 1
    assert len(set(stems("therapy therapies therapist therapeutic"))) == 1
    assert len(set(stems("timely timeliness"))) == 1
    assert len(set(stems("time timing timely"))) == 2


def test_a_number_in_words_is_that_number() -> None:
    assert stems("twenty weeks, ninety and two") == ["20", "week", "90", "2"]
    assert stems("one") == ["one"]


def test_a_sum_of_money_is_a_word_of_its_own() -> None:
    assert stems("£6.2m saved") == ["£", "6.2m", "save"]
    assert stems("£ 40k") == ["£", "40k"]


def test_numbers_are_never_stemmed() -> None:
    assert stems("4.30 2026 3a") == ["4.30", "2026", "3a"]


def test_words_left_out_keep_their_place() -> None:
    assert [token.place for token in TOKENS.of("terms of reference")] == [0, 2]
    assert stems(" ".join(sorted(STOP_WORDS))) == []


@given(st.text(max_size=80))
def test_any_text_has_words(text: str) -> None:
    for token in TOKENS.of(text):
        assert token.stem
        assert token.raw in text
        assert "\x1b" not in token.word


WHOLE = snowballstemmer.stemmer("english")


@given(st.text("abcdeghilmnorstuy", min_size=1, max_size=14))
def test_one_language_alone_stems_as_the_whole_library_does(word: str) -> None:
    assert stemmer("english")(word) == WHOLE.stemWord(word)


@pytest.mark.parametrize("language", ["german", "porter"])
def test_another_language_is_taken_by_its_name(language: str) -> None:
    whole = snowballstemmer.stemmer(language)
    for word in ("waiting", "families", "verwaltungen"):
        assert stemmer(language)(word) == whole.stemWord(word)


def test_no_language_is_loaded_but_the_one_in_use() -> None:
    look = (
        "import sys; from maturity.evidence.search.tokens import Tokens\n"
        "print(*[token.stem for token in Tokens().of('families waiting')])\n"
        "print(*sorted(name for name in sys.modules if name.endswith('_stemmer')))\n"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "famili",
        "wait",
        "maturity.evidence.search.stemming.english_stemmer",
    ]
