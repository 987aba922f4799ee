"""`evidence`, `link` and `unlink`, on papers made here."""

import json
from pathlib import Path
from typing import Any

import pytest

from builders import THIRD_PILLAR, TINY
from cli.conftest import Bench
from evidence.excel_files import xlsx
from evidence.pdf_files import lines, pdf

PAPER = """# Northmere papers

Families in the north wait longer than families in the town.

The helpline opened in October and most callers ring back.
"""


@pytest.fixture
def paper(maturity: Bench) -> str:
    Path("paper.md").write_text(PAPER, "utf-8")
    assert maturity("evidence", "add", "northmere", "paper.md", "--kind", "data").status == 0
    return "paper.md"


WORDS = ["visit", "lighthouse"]


def found(maturity: Bench, words: str) -> Any:
    return json.loads(maturity("evidence", "search", "northmere", words, "--json").out)


def test_a_document_is_read_and_told_with_its_id(maturity: Bench) -> None:
    Path("paper.md").write_text(PAPER, "utf-8")
    ran = maturity("evidence", "add", "northmere", "paper.md")
    assert ran.status == 0
    (document,) = maturity.status()["documents"]
    assert ran.out == f"paper.md: Added, 2 excerpts. Its id is {document['id'][:12]}.\n"
    assert (document["file"], document["excerpts"]) == ("paper.md", 2)


@pytest.mark.usefixtures("paper")
def test_the_same_document_again_changes_nothing(maturity: Bench) -> None:
    ran = maturity("evidence", "add", "northmere", "paper.md", "--json")
    (row,) = json.loads(ran.out)
    assert list(row) == ["file", "status", "document", "excerpts", "warnings", "reason"]
    assert (ran.status, row["status"]) == (0, "already")
    assert row["reason"] == 'Already added on 23 March 2026 as "Northmere papers".'


def test_a_refused_file_does_not_stop_the_others(maturity: Bench) -> None:
    Path("paper.md").write_text(PAPER, "utf-8")
    Path("empty.md").touch()
    ran = maturity("evidence", "add", "northmere", "ghost.md", "empty.md", "paper.md")
    assert ran.status == 3
    assert "paper.md: Added" in ran.out
    assert "ghost.md: There is no file of this name.\n" in ran.err
    assert "empty.md: The file is empty.\n" in ran.err
    assert len(maturity.status()["documents"]) == 1


def test_too_many_files_at_once_are_refused_before_any_is_read(maturity: Bench) -> None:
    ran = maturity("evidence", "add", "northmere", *["ghost.md"] * 201)
    assert (ran.status, ran.out) == (3, "")
    assert ran.err == (
        "More than 200 files were named.\nAdd them in smaller groups; none was added.\n"
    )


TYPED = "open sesame"


def test_a_locked_pdf_is_read_with_the_password_that_is_asked_for(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("locked.pdf").write_bytes(pdf(lines("Families were heard."), password=TYPED))
    ran = maturity("evidence", "add", "northmere", "locked.pdf")
    assert ran.status == 3
    assert ran.err == (
        "locked.pdf: This PDF is protected by a password.\n"
        "Give it with --ask-password, or save a copy without it.\n"
    )
    monkeypatch.setattr("click.prompt", lambda *_said, **_how: TYPED)
    ran = maturity("evidence", "add", "northmere", "locked.pdf", "--ask-password")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("locked.pdf: Added, 1 excerpt.")
    kept = [path for path in Path.cwd().rglob("*") if path.is_file() and path.suffix != ".pdf"]
    assert kept
    assert not any(TYPED.encode() in path.read_bytes() for path in kept)


def test_raised_limits_are_said(maturity: Bench) -> None:
    Path("paper.md").write_text(PAPER, "utf-8")
    ran = maturity("evidence", "add", "northmere", "paper.md", "--allow-large")
    assert ran.status == 0
    assert ran.err == (
        "The limits of size, cells, pages and time are four times as high for these files.\n"
    )


def test_excel_and_pdf_are_read_beside_one_another(maturity: Bench) -> None:
    Path("plan.xlsx").write_bytes(xlsx(("Action", "Status"), ("Open the helpline", "G")))
    Path("minutes.pdf").write_bytes(pdf(lines("Families were heard.")))
    Path("broken.xlsx").write_bytes(b"PK\x03\x04")
    ran = maturity("evidence", "add", "northmere", "plan.xlsx", "broken.xlsx", "minutes.pdf")
    assert ran.status == 3
    assert "broken.xlsx: This Excel file is damaged (not a complete zip).\n" in ran.err
    assert [row["excerpts"] for row in maturity.status()["documents"]] == [1, 1]


def test_a_picture_is_no_document(maturity: Bench) -> None:
    Path("photo.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    ran = maturity("evidence", "add", "northmere", "photo.docx", "--json")
    (row,) = json.loads(ran.out)
    assert (ran.status, row["status"], row["document"]) == (3, "refused", None)
    assert row["reason"]


def test_a_card_is_typed_without_a_file(maturity: Bench) -> None:
    words = ("--typed", "Families wait.", "--ref", "SEF 2025 s3.2", "--kind", "data")
    assert maturity("evidence", "add", "northmere", *words).status == 0
    (hit,) = found(maturity, "families")
    assert (hit["ref"], hit["text"]) == ("SEF 2025 s3.2", "Families wait.")
    assert maturity("evidence", "add", "northmere", "--typed", "  ").status == 1


@pytest.mark.parametrize("words", [[], ["a.md", "--typed", "x"], ["a.md", "--ref", "x"]])
def test_a_file_or_a_card_must_be_named_and_not_both(maturity: Bench, words: list[str]) -> None:
    assert maturity("evidence", "add", "northmere", *words).status == 2


@pytest.mark.usefixtures("paper")
def test_search_says_which_words_matched(maturity: Bench) -> None:
    hits = found(maturity, "waiting families")
    assert list(hits[0]) == [
        "id", "document", "title", "heading_path", "ref", "text", "score", "matched",
    ]  # fmt: skip
    assert hits[0]["text"].startswith("Families in the north")
    shown = maturity("evidence", "search", "northmere", "helpline", "--limit", "1").out
    assert "Matched: helpline" in shown
    nothing = maturity("evidence", "search", "northmere", "submarine")
    assert (nothing.status, nothing.out) == (0, "Nothing was found. Try fewer or other words.\n")


@pytest.mark.usefixtures("paper")
def test_an_excerpt_is_shown_with_its_neighbours(maturity: Bench) -> None:
    (hit,) = found(maturity, "helpline")
    row = json.loads(maturity("evidence", "show", "northmere", hit["id"][:6], "--json").out)
    assert list(row)[-2:] == ["before", "after"]
    assert row["before"].startswith("Families in the north")
    shown = maturity("evidence", "show", "northmere", hit["id"]).out
    assert shown.startswith(f"{hit['id']}  Northmere papers")
    assert "Before it: Families" in shown
    unknown = maturity("evidence", "show", "northmere", "ffffff")
    assert (unknown.status, unknown.err.splitlines()[0]) == (
        1,
        'No excerpt begins with "ffffff".',
    )


def test_a_neighbour_that_may_identify_a_child_is_covered(maturity: Bench) -> None:
    lines = ("My son waited for a place at his school.", PAPER.split("\n\n")[2], "The end of it.")
    Path("story.md").write_text("\n\n".join(lines), "utf-8")
    maturity("evidence", "add", "northmere", "story.md")
    hit = found(maturity, "helpline")[0]
    shown = maturity("evidence", "show", "northmere", hit["id"]).out
    assert "Before it: [may identify a child: maturity evidence show shows it]" in shown
    assert "After it: The end of it." in shown


@pytest.mark.usefixtures("paper")
def test_documents_are_listed(maturity: Bench) -> None:
    rows = json.loads(maturity("evidence", "list", "northmere", "--json").out)
    assert [row["title"] for row in rows["documents"]] == ["Northmere papers"]
    assert maturity("evidence", "list", "northmere").out.endswith("(paper.md): 2 excerpts\n")


def test_an_empty_list_says_how_to_fill_it(maturity: Bench) -> None:
    assert "maturity evidence add" in maturity("evidence", "list", "northmere").out


@pytest.mark.usefixtures("paper")
def test_facts_are_kept_of_documents_and_excerpts(maturity: Bench) -> None:
    (hit,) = found(maturity, "helpline")
    words = ("--kind", "output", "--cohort", "subset", "--cohort-note", "callers")
    ran = maturity("evidence", "set", "northmere", hit["id"], *words)
    assert (ran.status, ran.out) == (0, "Kept: kind, cohort, cohort note.\n")
    ran = maturity("evidence", "set", "northmere", hit["document"], "--refresh-due", "2026-09-30")
    assert ran.status == 0
    assert maturity("evidence", "set", "northmere", "ffff", "--owner", "A").status == 1
    assert maturity("evidence", "set", "northmere", hit["id"], "--kind", "rumour").status == 2


@pytest.mark.usefixtures("paper")
def test_evidence_is_linked_changed_and_unlinked(maturity: Bench) -> None:
    (hit,) = found(maturity, "helpline")
    words = ("--stance", "challenges", "--shows", "Callers wait.")
    ran = maturity("link", "northmere", "one", hit["id"], *words)
    assert (ran.status, ran.out) == (0, "Linked to First things (challenges).\n")
    (link,) = maturity.item()["links"]
    assert (link["excerpt"], link["shows"]) == (hit["id"], "Callers wait.")
    assert link["quote"].startswith("The helpline opened")
    assert maturity("unlink", "northmere", "one", hit["id"][:6]).status == 0
    assert maturity.item()["links"] == []
    assert maturity("unlink", "northmere", "one", hit["id"]).status == 1
    assert maturity("link", "northmere", "one", "ffffff").status == 1
    assert maturity("link", "northmere", "ghost", hit["id"]).status == 1


@pytest.mark.usefixtures("paper")
def test_a_lost_evidence_file_is_told_and_links_keep_their_words(maturity: Bench) -> None:
    (hit,) = found(maturity, "helpline")
    maturity("link", "northmere", "one", hit["id"])
    for file in (maturity.sessions / "northmere" / "evidence").iterdir():
        file.unlink()
    ran = maturity("evidence", "search", "northmere", "helpline")
    assert ran.status == 0
    assert "1 evidence file is missing or changed" in ran.err
    assert maturity.item()["links"][0]["quote"].startswith("The helpline opened")


@pytest.mark.usefixtures("paper")
def test_each_excerpt_not_linked_yet_has_the_items_it_may_belong_to(maturity: Bench) -> None:
    Path("more.md").write_text("The second visit was to a lighthouse at low tide.\n", "utf-8")
    maturity("evidence", "add", "northmere", "more.md")
    rows = json.loads(maturity("evidence", "suggest", "northmere", "--json").out)
    (near,) = (row for row in rows if row["items"])
    item, other = near["items"]
    assert (item["item"], item["matched"]) == ("two", WORDS)
    assert item["score"] > other["score"] > 0
    assert len(rows) == 3
    said = maturity("evidence", "suggest", "northmere", near["excerpt"]).out.splitlines()
    assert said[-2] == f"    Second things: {', '.join(WORDS)}"
    maturity("link", "northmere", "two", near["excerpt"])
    left = maturity("evidence", "suggest", "northmere").out
    assert near["excerpt"] not in left
    assert left.count("No suggestion: too few words in common.") == 2


def test_it_is_said_where_a_suggestion_is_by_its_place(maturity: Bench) -> None:
    Path("three.toml").write_bytes(TINY + THIRD_PILLAR)
    assert maturity("new", "Three", "--framework", "three.toml", "--area", "N").status == 0
    Path("placed.md").write_text(
        "At low tides we read the log of the lighthouse, a chart and the bell.\n\n"
        "The harbour bell is broken.\n",
        "utf-8",
    )
    assert maturity("evidence", "add", "three", "placed.md").status == 0
    first, _ = json.loads(maturity("evidence", "suggest", "three", "--json").out)
    said = [(one["item"], one["matched"], one["by_place"]) for one in first["items"]]
    assert said == [("three", ["chart", "bell"], True), ("one", ["low", "tides"], False)]
    lines = maturity("evidence", "suggest", "three", first["excerpt"]).out.splitlines()
    assert "    Third things: chart, bell, where it stands" in lines
    assert "    First things: low, tides" in lines


def test_without_evidence_nothing_is_suggested_and_an_unknown_excerpt_is_refused(
    maturity: Bench,
) -> None:
    assert maturity("evidence", "suggest", "northmere").out.startswith("No evidence yet.")
    assert json.loads(maturity("evidence", "suggest", "northmere", "--json").out) == []
    ran = maturity("evidence", "suggest", "northmere", "beef")
    assert (ran.status, "No excerpt begins" in ran.err) == (1, True)


def test_where_every_excerpt_is_linked_nothing_is_left_to_place(maturity: Bench) -> None:
    maturity("evidence", "add", "northmere", "--typed", "Low tides are on record.")
    (row,) = json.loads(maturity("evidence", "suggest", "northmere", "--json").out)
    maturity("link", "northmere", "one", row["excerpt"])
    said = maturity("evidence", "suggest", "northmere").out
    assert said.startswith("Nothing is left to place: every excerpt is linked")


def test_a_newer_version_is_added_with_the_links_of_the_older_one(
    maturity: Bench, paper: str
) -> None:
    (one,) = found(maturity, "helpline")
    maturity("link", "northmere", "one", one["id"])
    Path("newer.md").write_text(PAPER.replace("October", "November"), "utf-8")
    ran = maturity("evidence", "add", "northmere", "newer.md", "--replaces", paper)
    assert ran.status == 0
    assert 'It replaces "Northmere papers". Of its 2 excerpts: ' in " ".join(ran.out.split())
    assert "is changed, now" in " ".join(ran.err.split())
    assert "November" in maturity("status", "northmere", "--json").out
    assert [row["text"] for row in found(maturity, "helpline")] == [
        "The helpline opened in November and most callers ring back."
    ]
    refused = maturity("evidence", "add", "northmere", "newer.md", "--replaces", "nothing")
    assert refused.status == 1
    wrong = maturity("evidence", "add", "northmere", "a", "b", "--replaces", "nothing")
    assert wrong.status == 2


@pytest.mark.usefixtures("paper")
def test_a_search_keeps_to_an_item_a_kind_and_a_day(maturity: Bench) -> None:
    (one,) = found(maturity, "helpline")
    maturity("link", "northmere", "one", one["id"])
    maturity("evidence", "set", "northmere", one["id"], "--date", "2026-01-27")
    assert [row["id"] for row in found(maturity, "p:first")] == [one["id"]]
    assert found(maturity, "p:second") == []
    assert len(found(maturity, "kind:data d:northmere")) == 2
    assert [row["id"] for row in found(maturity, "since:2026 kind:data")] == [one["id"]]


def test_words_that_may_identify_a_child_are_shown_alone_and_not_in_a_list(maturity: Bench) -> None:
    Path("voices.md").write_text("My son waited for the helpline for a year.\n", "utf-8")
    assert "1 excerpt may identify a child." in maturity(
        "evidence", "add", "northmere", "voices.md"
    ).err.replace("\n", " ")
    for listed in (("search", "northmere", "helpline"), ("suggest", "northmere")):
        ran = maturity("evidence", *listed)
        assert "may identify a child" in ran.out
        assert "My son" not in ran.out
    (row,) = found(maturity, "helpline")
    shown = maturity("evidence", "show", "northmere", row["id"]).out
    assert "My son waited" in shown
    assert "May identify a child: a story of one child." in shown
    refused = maturity("evidence", "set", "northmere", row["id"], "--privacy", "keep")
    assert (refused.status, "Say why" in refused.err) == (1, True)
