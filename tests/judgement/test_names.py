"""Names of people in a public view: none, wherever they were typed."""

from dataclasses import dataclass
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from builders import tiny
from maturity.judgement.disclosure import disclose
from maturity.judgement.names import A_PERSON, names_pattern, without_names
from maturity.judgement.view import Audience
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import RateAct
from maturity.session.state import Facts
from session.acts.kept import done


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    more: tuple[str, ...]
    by_level: MappingProxyType[str, tuple[str, ...]]
    count: int


def test_a_name_typed_anywhere_is_out_of_the_public_view_and_in_the_boards() -> None:
    state = done(
        PersonAct("Ada Example", role="Head of SEND"),
        NoteAct("one", "ada  example said so."),
        RateAct("one", "low", because="Ada Example's team did it."),
        ActionAct("Ask Ada Example", owner=("Ada Example",)),
    )
    public = repr(disclose(state, tiny(), Audience.PUBLIC))
    assert "ada" not in public.casefold().replace("[a named person]", "")
    assert A_PERSON in public
    assert "Ada Example's team" in repr(disclose(state, tiny(), Audience.BOARD))


def test_a_name_is_out_however_its_apostrophe_and_its_accents_were_typed() -> None:
    state = done(
        PersonAct("Zo\u00eb O'Fenn-Reed", role="Head of SEND"),
        NoteAct("one", "Zo\u00eb O\u2019Fenn\u2011Reed said so, and Zoe O'Fenn Reed again."),
    )
    public = repr(disclose(state, tiny(), Audience.PUBLIC))
    assert "Fenn" not in public
    assert f"{A_PERSON} said so, and {A_PERSON} again." in public


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_name_is_left_and_other_words_stay(before: str, after: str) -> None:
    pattern = names_pattern(["Bo Fenn"])
    assert pattern is not None
    said = Said(f"{before} Bo Fenn {after}", ("Bo Fenn",), MappingProxyType({"a": ("x",)}), 3)
    cleaned = without_names(said, pattern)
    assert not pattern.search(repr(cleaned))
    assert (cleaned.more, cleaned.count, cleaned.by_level["a"]) == ((A_PERSON,), 3, ("x",))


def test_what_holds_no_name_stays_the_same_value_beside_what_does() -> None:
    pattern = names_pattern(["Bo Fenn"])
    assert pattern is not None
    plain = Said("Nobody.", ("Somebody",), MappingProxyType({"a": ("x",)}), 3)
    named = Said("Nobody.", ("x",), MappingProxyType({"a": ("x",), "b": ("y", "Bo Fenn")}), 3)
    facts = Facts(cohort="subset", cohort_note="families")
    kept = (plain, facts, ("x", "y"), named)
    cleaned = without_names(kept, pattern)
    assert all(one is other for one, other in zip(cleaned[:3], kept[:3], strict=True))
    assert cleaned[3].by_level == {"a": ("x",), "b": ("y", A_PERSON)}
    assert cleaned[3].more is named.more
    assert named.by_level["b"] == ("y", "Bo Fenn")


def test_parts_of_words_and_single_words_are_left_alone() -> None:
    pattern = names_pattern(["Bo Fenn", "Reed", "Bo Fenn Smith"])
    assert pattern is not None
    assert pattern.sub("-", "Reed; Jumbo Fenning; Bo Fenn Smith; Bo Fenn") == (
        "Reed; Jumbo Fenning; -; -"
    )
    assert names_pattern(["Reed", ""]) is None


def test_facts_of_evidence_lose_names_too() -> None:
    pattern = names_pattern(["Bo Fenn"])
    assert pattern is not None
    facts = Facts(cohort="subset", cohort_note="families of Bo Fenn")
    assert without_names(facts, pattern).cohort_note == f"families of {A_PERSON}"
