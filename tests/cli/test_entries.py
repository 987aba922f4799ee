"""People, dissents, notes, actions, enquiries, decisions and risks, as somebody types them."""

import pytest

from cli.conftest import Bench


def test_a_name_typed_again_changes_the_entry(maturity: Bench) -> None:
    maturity("person", "northmere", "Bo Fenn", "--role", "Co-chair", "--group", "families")
    ran = maturity("person", "northmere", "Bo Fenn", "--left", "12:10", "--observer")
    assert ran.status == 0
    (person,) = maturity.status()["people"]
    assert (person["role"], person["left"], person["observer"]) == ("Co-chair", "12:10", True)
    maturity("person", "northmere", "Bo Fenn", "--not-observer")
    assert maturity.status()["people"][0]["observer"] is False


def test_apologies_are_on_the_register(maturity: Bench) -> None:
    maturity("person", "northmere", "Greer Thorne", "--apologies", "--group", "council")
    assert maturity.status()["people"][0]["state"] == "apologies"
    assert maturity("person", "northmere", "Greer Thorne", "--remove").status == 0
    assert maturity.status()["people"] == []


def a_dissent(maturity: Bench) -> str:
    ran = maturity(
        "dissent", "northmere", "one", "--from", "families", "--level", "low", "--reason", "Not us."
    )
    assert ran.status == 0
    return str(maturity.item()["dissent"][0]["id"])


def test_a_dissent_says_where_it_will_stand(maturity: Bench) -> None:
    ran = maturity("dissent", "northmere", "one", "--from", "A school leader", "--reason", "No.")
    assert ran.out == (
        'A different view on First things is kept. A school leader would say something else. "No." '
        "It will stand in the board's paper only.\n"
    )
    (dissent,) = maturity.item()["dissent"]
    assert (dissent["from"], dissent["from_kind"]) == ("A school leader", "role")
    assert (dissent["reach"], dissent["status"]) == ("board", "open")


def test_a_view_of_a_small_group_is_kept_with_a_warning(maturity: Bench) -> None:
    maturity("person", "northmere", "Bo Fenn", "--group", "families")
    ran = maturity("dissent", "northmere", "one", "--from", "families", "--reason", "No.")
    assert ran.status == 0
    assert "could be recognised" in ran.err


def test_a_dissent_is_answered_replied_to_heard_and_withdrawn(maturity: Bench) -> None:
    entry = a_dissent(maturity)
    assert maturity("dissent", "northmere", "--answer", entry, "We hear it.").status == 0
    words = ("--id", entry, "--reply", "Thank you.", "--heard")
    assert maturity("dissent", "northmere", *words).status == 0
    kept = maturity.item()["dissent"][0]
    assert (kept["answer"], kept["reply"], kept["heard"]) == ("We hear it.", "Thank you.", True)
    assert kept["status"] == "answered"
    ran = maturity("dissent", "northmere", "--withdraw", entry)
    assert ran.out == (
        "Withdrawn. Its words are in no paper, and a mark stays. The session's journal still "
        "holds them.\n"
    )
    kept = maturity.item()["dissent"][0]
    assert (kept["status"], kept["reason"]) == ("withdrawn", None)
    assert maturity("dissent", "northmere", "--remove", entry).status == 0
    assert maturity.item()["dissent"] == []


def test_a_name_is_refused_as_the_label_of_a_view(maturity: Bench) -> None:
    maturity("person", "northmere", "Bo Fenn")
    ran = maturity("dissent", "northmere", "one", "--from", "Bo Fenn", "--reason", "No.")
    assert ran.status == 1
    assert "never by name" in ran.err


def test_a_note_is_kept_changed_and_removed(maturity: Bench) -> None:
    ran = maturity("note", "northmere", "one", "Two dashboards.", "--tag", "gap")
    assert (ran.status, ran.out) == (0, "Noted under First things as a gap.\n")
    entry = maturity.item()["notes"][0]["id"]
    assert maturity("note", "northmere", "--id", entry, "Three dashboards.").status == 0
    assert maturity.item()["notes"] == [{"id": entry, "tag": "gap", "text": "Three dashboards."}]
    assert maturity("note", "northmere", "--remove", entry).status == 0
    assert maturity.item()["notes"] == []


def test_a_note_without_words_says_what_it_needs(maturity: Bench) -> None:
    ran = maturity("note", "northmere", "one")
    assert (ran.status, ran.err) == (1, "A note needs an item and a line of text.\n")


def test_an_action_is_kept_with_what_it_lacks_said(maturity: Bench) -> None:
    ran = maturity("action", "northmere", "Finish the charter")
    assert ran.status == 0
    assert ran.out == "The action is kept.\n"
    assert ran.err == "It has no owner yet.\nIt has no date yet.\n"


def test_an_action_has_owners_a_date_in_words_and_a_delivery_status(maturity: Bench) -> None:
    maturity(
        "action", "northmere", "Finish it", "--owner", "BF", "--owner", "Chair", "--due",
        "two weeks", "--item", "one", "--plan", "LAIP 3.11", "--forum", "Charter group",
    )  # fmt: skip
    (action,) = maturity.status()["actions"]
    assert (action["owners"], action["due"]) == (["BF", "Chair"], "two weeks")
    assert (action["due_on"], action["plan"]) == ("2026-04-06", ["LAIP 3.11"])
    ran = maturity("action", "northmere", "--status", "amber", "--on", "2026-06-01", action["id"])
    assert (ran.status, ran.out) == (0, "The action is Amber on 2026-06-01.\n")
    assert maturity("action", "northmere", "--agreed", action["id"]).status == 0
    (action,) = maturity.status()["actions"]
    assert (action["status"], action["agreed"]) == ("Amber", True)


@pytest.mark.parametrize("words", [["--status", "amber"], ["--on", "2026-06-01", "Finish it"]])
def test_a_delivery_status_needs_its_action_and_a_date_its_status(
    maturity: Bench, words: list[str]
) -> None:
    ran = maturity("action", "northmere", *words)
    assert ran.status == 1
    assert maturity.status()["actions"] == []


def test_a_line_of_enquiry_is_opened_and_closed_with_what_was_found(maturity: Bench) -> None:
    assert maturity("kloe", "northmere", "How old are the late cases?").status == 0
    entry = maturity.status()["kloes"][0]["id"]
    ran = maturity("kloe", "northmere", "--close", entry, "--on", "2026-05-04")
    assert ran.status == 1
    assert "--finding" in ran.err
    words = ("--close", entry, "--finding", "Half are over a year.", "--on", "4 May 2026")
    assert maturity("kloe", "northmere", *words).status == 0
    (kloe,) = maturity.status()["kloes"]
    assert (kloe["closed"], kloe["finding"]) == ("2026-05-04", "Half are over a year.")
    assert maturity("kloe", "northmere", "A question", "--on", "2026-05-04").status == 1


def test_closing_without_a_date_means_today(maturity: Bench) -> None:
    maturity("kloe", "northmere", "Why?")
    entry = maturity.status()["kloes"][0]["id"]
    maturity("kloe", "northmere", "--close", entry, "--finding", "So.")
    assert maturity.status()["kloes"][0]["closed"] == "2026-03-23"


def test_decisions_and_risks_are_kept(maturity: Bench) -> None:
    assert maturity("decision", "northmere", "Share it", "--item", "one").status == 0
    assert maturity("risk", "northmere", "Posts stay empty", "--to", "Board").status == 0
    state = maturity.status()
    assert state["decisions"][0]["item"] == "one"
    assert state["risks"][0]["to"] == "Board"
    assert maturity("risk", "northmere", "--none").status == 1
    assert maturity("risk", "northmere", "--remove", state["risks"][0]["id"]).status == 0
    ran = maturity("risk", "northmere", "--none")
    assert (ran.status, ran.out) == (0, "Risks: none (the room was asked).\n")


def test_an_unknown_id_is_told(maturity: Bench) -> None:
    for name in ("note", "action", "kloe", "decision", "risk"):
        ran = maturity(name, "northmere", "--remove", "ffffffff.1")
        assert ran.status == 1, name
        assert "has the id" in ran.err


HOSTILE = "\x1b[31m[/]\u202e [b]😀 \u200bwords"


def test_hostile_text_is_kept_as_words_and_shown_without_what_a_terminal_obeys(
    maturity: Bench,
) -> None:
    ran = maturity("note", "northmere", "one", HOSTILE)
    assert (ran.status, ran.err) == (0, "Took out 1 control character and 2 hidden characters.\n")
    shown = maturity("status", "northmere").out
    assert "[31m[/] [b]😀 words" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_text_over_the_cap_is_refused_with_its_count(maturity: Bench) -> None:
    ran = maturity("note", "northmere", "one", "x" * 20_001)
    assert ran.status == 1
    assert ran.err.startswith("This text is 20,001 characters long and the limit is 20,000.\n")
    assert maturity.item()["notes"] == []


def test_five_thousand_short_words_are_kept_whole(maturity: Bench) -> None:
    words = "ab " * 5_000
    assert maturity("note", "northmere", "one", words).status == 0
    assert maturity.item()["notes"][0]["text"] == words.strip()
