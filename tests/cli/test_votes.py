"""`vote`, `rate`, `seen` and `park`, as somebody types them."""

import pytest

from cli.conftest import Bench


def test_a_vote_is_kept_as_counts_and_told_in_one_line(maturity: Bench) -> None:
    ran = maturity("vote", "northmere", "one", "3", "9", "2", "--abstain", "1", "--present", "15")
    assert ran.status == 0
    assert ran.out == "Round 1 of First things: 3 Low, 9 Middle, 2 High; 1 abstained.\n"
    (round_,) = maturity.item()["rounds"]
    assert round_["tally"] == {"low": 3, "middle": 9, "high": 2}
    assert (round_["n"], round_["present"], round_["abstain"]) == (1, 15, 1)


def test_the_last_count_is_worked_out_where_the_room_is_known(maturity: Bench) -> None:
    maturity("person", "northmere", "Bo Fenn", "--group", "families")
    maturity("person", "northmere", "Ash Reed", "--group", "council")
    assert maturity("vote", "northmere", "one", "1", "0").status == 0
    assert maturity.item()["rounds"][0]["tally"] == {"low": 1, "middle": 0, "high": 1}


def test_counts_that_do_not_add_up_say_so_and_how_to_correct_it(maturity: Bench) -> None:
    maturity("person", "northmere", "Bo Fenn", "--group", "families")
    ran = maturity("vote", "northmere", "one", "3", "9", "2")
    assert ran.status == 1
    assert ran.err.splitlines()[0] == "These add up to 14, and 1 voter is here."
    assert "--present 14" in ran.err
    assert maturity.item()["rounds"] == []


@pytest.mark.parametrize(
    "words",
    [
        ("1", "0", "0", "--present", "1"),
        ("0", "1", "0", "--abstain", "4"),
        ("0", "0", "0", "--cannot-say", "1"),
        ("0", "0", "0", "--present", "0"),
    ],
)
def test_one_persons_vote_and_nobodys_reach_no_file(
    maturity: Bench, words: tuple[str, ...]
) -> None:
    def files() -> dict[str, bytes]:
        every = (path for path in maturity.sessions.rglob("*") if path.is_file())
        return {str(path): path.read_bytes() for path in every if path.suffix != ".lock"}

    before = files()
    ran = maturity("vote", "northmere", "one", *words)
    assert ran.status == 1
    assert "no round" in ran.err
    assert files() == before
    assert maturity("undo", "northmere").status == 1
    assert maturity("vote", "northmere", "one", "2", "0", "0", "--abstain", "4").status == 0


def test_a_round_that_is_there_is_not_overwritten(maturity: Bench) -> None:
    maturity("vote", "northmere", "one", "1", "2", "3", "--round", "1")
    ran = maturity("vote", "northmere", "one", "1", "2", "3", "--round", "1")
    assert ran.status == 1
    assert ran.err.startswith("First things already has a round 1.\n")


def test_a_count_that_is_no_number_is_wrong_syntax(maturity: Bench) -> None:
    ran = maturity("vote", "northmere", "one", "three")
    assert ran.status == 2
    assert "'three' is not a valid integer" in ran.err


@pytest.mark.parametrize("level", ["middle", "Middle", "2"])
def test_a_level_goes_by_id_label_or_number(maturity: Bench, level: str) -> None:
    ran = maturity("rate", "northmere", "one", level, "--because", "Named leads.")
    assert (ran.status, ran.out) == (0, "First things: Middle (provisional).\n")
    rating = maturity.item()["rating"]
    assert (rating["state"], rating["level"]) == ("provisional", "middle")
    assert rating["because"] == "Named leads."


def test_a_part_of_a_rating_changes_by_itself(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "low")
    ran = maturity("rate", "northmere", "one", "--confidence", "high", "--aim", "high")
    assert ran.status == 0
    rating = maturity.item()["rating"]
    assert (rating["level"], rating["confidence"]) == ("low", "high")
    assert rating["aim"] == {"level": "high", "text": None}


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (["--not-reached"], "not-reached"),
        (["--cannot-say", "Ask the clinic by May."], "cannot-say"),
        (["--not-applicable", "No such service here."], "not-applicable"),
    ],
)
def test_an_item_may_have_no_level_and_say_why(
    maturity: Bench, words: list[str], state: str
) -> None:
    assert maturity("rate", "northmere", "one", *words).status == 0
    assert maturity.item()["rating"]["state"] == state
    assert maturity("rate", "northmere", "one", "--clear").status == 0
    assert maturity.item()["rating"]["state"] == "unrated"


def test_a_level_and_no_level_at_once_are_refused(maturity: Bench) -> None:
    assert maturity("rate", "northmere", "one", "low", "--not-reached").status == 1


def test_an_unknown_item_and_an_unknown_level_are_told_with_those_there_are(
    maturity: Bench,
) -> None:
    item = maturity("rate", "northmere", "ghost", "low")
    assert item.status == 1
    assert item.err == 'There is no item called "ghost".\nItems to rate here: one, two.\n'
    level = maturity("rate", "northmere", "one", "devloping")
    assert level.status == 1
    assert level.err.startswith('There is no level called "devloping".\nLevels here')


def test_a_lens_is_seen_at_a_level_and_never_rated(maturity: Bench) -> None:
    assert maturity("seen", "northmere", "lens", "3").status == 0
    assert maturity.item()["lenses"][0]["seen"] == "high"
    ran = maturity("rate", "northmere", "lens", "3")
    assert ran.status == 1
    assert "maturity seen" in ran.err


def test_an_item_is_parked_and_taken_back(maturity: Bench) -> None:
    assert maturity("park", "northmere", "one", "--because", "Waiting for data.").status == 0
    assert maturity.item()["parked"] is True
    assert maturity("park", "northmere", "one", "--undiscussed").status == 0
    assert maturity.item()["discussed"] is False
    assert maturity("park", "northmere", "one", "--clear").status == 0
    assert (maturity.item()["parked"], maturity.item()["discussed"]) == (False, True)
