"""`status`: the plain lines, and the JSON whose shape never changes."""

import json
from pathlib import Path

import pytest

from cli.conftest import Bench
from judgement.attacker import World, framework_of, state_of
from maturity.cli.status import status_lines
from maturity.cli.status_json import status_json
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience

KEYS = [
    "session", "items", "page", "conflicts", "actions", "kloes", "decisions", "risks", "people",
    "gaps", "documents", "recovered",
]  # fmt: skip
ITEM = [
    "id", "kind", "code", "title", "rating", "parked", "discussed", "rounds", "waiting",
    "flags", "heat", "suggested", "dissent", "links", "notes", "lenses", "prompts", "board", "last",
]  # fmt: skip


def test_an_empty_session_has_every_key(maturity: Bench) -> None:
    status = maturity.status()
    assert list(status) == KEYS
    assert list(status["session"]) == ["id", "title", "area", "date", "framework"]
    assert list(status["session"]["framework"]) == ["id", "version", "fingerprint"]
    assert [list(item) for item in status["items"]] == [ITEM, ITEM]
    assert status["items"][0]["rating"] == {
        "state": "unrated",
        "level": None,
        "because": None,
        "confidence": None,
        "next_step": None,
        "aim": {"level": None, "text": None},
        "chosen_by": None,
    }
    assert list(status["page"]) == [
        "story", "families", "difference", "asks", "bring", "for_families", "implications",
    ]  # fmt: skip
    assert status["conflicts"] == []


def test_a_full_session_has_the_keys_of_every_entry(maturity: Bench) -> None:
    for words in (
        ("person", "northmere", "Bo Fenn"),
        ("vote", "northmere", "one", "2", "0", "0", "--present", "2"),
        ("dissent", "northmere", "one", "--reason", "No."),
        ("note", "northmere", "one", "A line."),
        ("action", "northmere", "Do it"),
        ("kloe", "northmere", "Why?"),
        ("decision", "northmere", "Yes"),
        ("risk", "northmere", "Rain"),
        ("evidence", "add", "northmere", "--typed", "Families wait."),
    ):
        assert maturity(*words).status == 0, words
    excerpt = json.loads(maturity("evidence", "search", "northmere", "wait", "--json").out)
    assert maturity("link", "northmere", "one", excerpt[0]["id"]).status == 0
    status = maturity.status()
    item = status["items"][0]
    assert list(item["rounds"][0]) == [
        "id", "n", "method", "present", "tally", "cannot_say", "abstain", "word",
        "groups",
    ]  # fmt: skip
    assert list(item["dissent"][0]) == [
        "id", "from", "from_kind", "kind", "level", "reason", "change", "reach", "answer",
        "reply", "heard", "status",
    ]  # fmt: skip
    assert list(item["links"][0]) == ["id", "excerpt", "stance", "shows", "quote"]
    assert list(item["notes"][0]) == ["id", "tag", "text"]
    assert {"id", "text", "owners", "due", "item", "plan", "status"} <= set(status["actions"][0])
    assert {"id", "text", "closed", "finding"} <= set(status["kloes"][0])
    assert {"id", "text", "to"} <= set(status["risks"][0])
    assert {"id", "name", "group", "state"} <= set(status["people"][0])
    assert list(status["documents"][0]) == ["id", "title", "file", "excerpts"]


def test_the_plain_lines_say_what_is_missing_and_name_every_entry(maturity: Bench) -> None:
    maturity("rate", "northmere", "one", "middle")
    maturity("park", "northmere", "two", "--because", "Waiting.")
    maturity("action", "northmere", "Finish it")
    maturity("person", "northmere", "Ada Example")
    maturity("evidence", "add", "northmere", "--typed", "Two tables differ.", "--ref", "A call")
    entry = maturity.status()["actions"][0]["id"]
    lines = maturity("status", "northmere").out.splitlines()
    assert lines[0] == "Northmere"
    assert "1 of 2 rated" in lines
    assert "Register: 1 person, 1 present" in lines
    assert any(line.endswith("(1 excerpt, 0 linked)") for line in lines)
    assert "1 First things [one]: Middle" in lines
    assert "    Missing: a vote, a because, evidence" in lines
    why = "low, because no evidence is linked and there is no vote to go by"
    assert f"    Confidence not set; suggested: {why}" in lines
    assert "    Not settled: the room has not voted. Waiting." in lines
    assert "Time: 2 items, 77 minutes each, in a sitting of 210 minutes." in lines
    assert f"    {entry}: Finish it (no owner yet; no date yet)" in lines
    assert lines[-1].startswith(f"Kept in {maturity.sessions / 'northmere'} (last change 2026-")


def test_what_nobody_said_of_the_evidence_is_counted(maturity: Bench) -> None:
    maturity("evidence", "add", "northmere", "--typed", "Families wait.")
    excerpt = json.loads(maturity("evidence", "search", "northmere", "wait", "--json").out)
    maturity("link", "northmere", "one", excerpt[0]["id"])
    maturity("evidence", "set", "northmere", excerpt[0]["id"], "--kind", "data")
    (line,) = (line for line in maturity("status", "northmere").out.splitlines() if "card" in line)
    assert line.startswith("Evidence: 1 card has no ")
    assert "kind" not in line
    assert "1 card has no agency" in line


LOWER = World(({"families": (3, 0, 0), "council": (2, 6, 2)},) * 5, ("families",))


def test_what_voice_groups_tended_to_say_is_told_with_its_numbers() -> None:
    view = disclose(state_of(LOWER), framework_of(5, 3), Audience.FACILITATOR)
    lines = list(status_lines(view))
    assert lines[lines.index("Voice groups:") + 1] == (
        "    Families tended to rate lower than the rest of the room across these pillars. That is "
        "evidence, not noise. Take at random one person of this group (Families) and one of the "
        "others: the first rated lower about 8 times in 10, and higher hardly ever."
    )
    told = status_json(view, ())
    assert told["gaps"] == [
        {
            "pillar": None,
            "voice": "families",
            "lower": True,
            "said": view.gaps[0].said,
            "numbers": lines[lines.index("Voice groups:") + 1].partition("noise. ")[2],
            "kept_back": False,
        }
    ]
    assert told["items"][0]["rounds"][0]["groups"] == {
        "families": {"tally": {"low": 3, "middle": 0, "high": 0}, "cannot_say": 0, "abstain": 0}
    }


def test_a_finding_that_would_tell_too_much_says_that_it_stays() -> None:
    told = World(({"families": (1, 2, 0), "council": (0, 3, 0)},) * 5, ("families",))
    framework = framework_of(5, 3)
    private = disclose(state_of(told), framework, Audience.FACILITATOR)
    assert any("For you alone: with the counts" in line for line in status_lines(private))
    assert status_json(private, ())["gaps"][0]["kept_back"] is True
    for audience in (Audience.ROOM, Audience.BOARD, Audience.PUBLIC):
        assert disclose(state_of(told), framework, audience).gaps == ()


def test_reading_makes_no_file(maturity: Bench) -> None:
    def files() -> list[Path]:
        return sorted(maturity.sessions.rglob("*"))

    before = files()
    maturity("status", "northmere", "--json")
    maturity("history", "northmere")
    assert files() == before
    assert not (maturity.sessions.parent / "settings").exists()


def test_what_the_opening_mended_is_told(maturity: Bench) -> None:
    (maturity.sessions / "northmere" / "session.toml").unlink()
    ran = maturity("status", "northmere", "--json")
    assert ran.status == 0
    assert ran.err.startswith("session.toml was missing.\n")
    assert len(json.loads(ran.out)["recovered"]) == 1


@pytest.mark.parametrize("words", [("status", "ghost"), ("rate", "ghost", "one", "low")])
def test_an_unknown_session_is_told_with_those_there_are(
    maturity: Bench, words: tuple[str, ...]
) -> None:
    ran = maturity(*words)
    assert ran.status == 1
    assert ran.err.startswith('There is no session called "ghost" in ')
    assert ran.err.endswith("\nSessions there: northmere.\n")


def test_what_needs_talking_about_is_said_until_it_is_settled(maturity: Bench) -> None:
    maturity("vote", "northmere", "one", "6", "0", "6", "--present", "12")
    needs = "    This needs talking about: the room is split."
    assert needs in maturity("status", "northmere").out.splitlines()
    assert (maturity.item()["flags"], maturity.item()["heat"]) == (["split"], 6)
    assert (maturity.item("two")["flags"], maturity.item("two")["heat"]) == ([], 3)
    maturity("park", "northmere", "one")
    parked = maturity("status", "northmere").out
    assert needs not in parked
    assert "    Not settled: the room was between Low and High." in parked.splitlines()


def test_a_short_sitting_is_told_which_items_to_keep_to(maturity: Bench) -> None:
    maturity("set", "northmere", "agenda.minutes", "70")
    maturity("vote", "northmere", "one", "0", "9", "0", "--present", "9")
    assert "There is time" not in maturity("status", "northmere").out
    maturity("vote", "northmere", "two", "5", "0", "4", "--present", "9")
    lines = maturity("status", "northmere").out.splitlines()
    assert (
        "    There is time to talk about 1 of 2. The first votes lie widest apart on "
        "2 Second things; the other stands as proposed, not discussed."
    ) in lines
    maturity("park", "northmere", "one", "--undiscussed")
    after = maturity("status", "northmere").out.splitlines()
    assert "    Proposed, not discussed." in after
    assert "Time: 1 item, 15 minutes each, in a sitting of 70 minutes." in after
