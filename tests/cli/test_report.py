"""`report`: what it writes, what it says, and what it never overwrites."""

import json
import os
from pathlib import Path

import pytest
from docx import Document

from cli.conftest import Bench
from councils import TEMPLATE, faint, plain
from maturity.cli.start import run

NAME = "northmere-spring-2026-board-paper-provisional.docx"


@pytest.fixture
def exports(maturity: Bench) -> Path:
    maturity("rate", "northmere", "one", "middle", "--because", "Named leads.")
    return maturity.sessions / "northmere" / "exports"


def test_the_board_paper_goes_into_exports_with_what_it_lacks(
    maturity: Bench, exports: Path
) -> None:
    ran = maturity("report", "northmere")
    assert (ran.status, ran.out) == (0, f"Written: {exports / NAME}\n")
    assert (exports / NAME).read_bytes().startswith(b"PK")
    assert "No overall sentence was written" in ran.err


def test_json_has_the_path_the_notices_and_the_counts(maturity: Bench, exports: Path) -> None:
    ran = maturity("report", "northmere", "--json")
    told = json.loads(ran.out)
    assert list(told) == ["path", "notices", "counts"]
    assert told["path"] == str(exports / NAME)
    assert list(told["notices"][0]) == ["code", "item", "message"]
    assert (told["counts"]["items"], told["counts"]["rated"]) == (2, 1)


def test_a_paper_somebody_changed_is_left_alone(maturity: Bench, exports: Path) -> None:
    assert maturity("report", "northmere").status == 0
    (exports / NAME).write_bytes(b"mine")
    ran = maturity("report", "northmere")
    second = NAME.replace(".docx", "-2.docx")
    assert ran.out == f"Written: {exports / second}\n"
    assert (exports / NAME).read_bytes() == b"mine"
    assert f"{second} was made:" in ran.err


def test_our_own_paper_is_written_over_because_the_laptop_remembers(
    exports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run(["report", "northmere"]) == 0
        assert run(["report", "northmere", "--format", "txt"]) == 0
    capsys.readouterr()
    names = sorted(one.name for one in exports.iterdir())
    assert names == [NAME, NAME.replace("docx", "txt")]


def test_a_name_and_a_folder_may_be_given(maturity: Bench, exports: Path) -> None:
    assert maturity("report", "northmere", "-o", "paper.docx").out == "Written: paper.docx\n"
    Path("papers").mkdir()
    ran = maturity("report", "northmere", "-o", "papers", "--audience", "public")
    assert ran.status == 0
    assert "public-edition" in ran.out
    assert not exports.exists()


@pytest.mark.parametrize(("ending", "begins"), [("html", b"<!DOCTYPE html>"), ("txt", b"OFFICIAL")])
def test_the_same_paper_may_be_a_web_page_or_plain_text(
    maturity: Bench, exports: Path, ending: str, begins: bytes
) -> None:
    named = exports / NAME.replace("docx", ending)
    assert maturity("report", "northmere", "--format", ending).out == f"Written: {named}\n"
    assert named.read_bytes().startswith(begins)
    named.write_bytes(b"mine")
    ran = maturity("report", "northmere", "--format", ending)
    assert ran.out == f"Written: {named.with_name(f'{named.stem}-2.{ending}')}\n"
    assert named.read_bytes() == b"mine"


def test_the_full_record_is_a_paper_of_its_own(maturity: Bench, exports: Path) -> None:
    for more in ((), ("--full",)):
        assert maturity("report", "northmere", "--format", "txt", *more).status == 0
    lean, full = (one.read_text("utf-8") for one in sorted(exports.iterdir(), reverse=True))
    assert "Annex A" not in lean
    assert "Annex A Level texts used" in full


@pytest.mark.parametrize("ending", ["docx", "html", "txt"])
def test_the_highlight_report_is_made_in_every_format(
    maturity: Bench, exports: Path, ending: str
) -> None:
    ran = maturity("highlights", "northmere", "--format", ending)
    named = exports / f"northmere-spring-2026-highlight-report-provisional.{ending}"
    assert (ran.status, ran.out) == (0, f"Written: {named}\n")
    assert "No overall sentence" not in ran.err
    assert json.loads(maturity("highlights", "northmere", "--json").out)["counts"]["items"] == 2


@pytest.mark.parametrize("ending", ["docx", "html", "txt"])
def test_the_pack_before_the_session_is_made_in_every_format(
    maturity: Bench, exports: Path, ending: str
) -> None:
    named = exports / f"northmere-spring-2026-pre-reading-pack-before-the-session.{ending}"
    ran = maturity("preread", "northmere", "--format", ending)
    assert (ran.status, ran.out) == (0, f"Written: {named}\n")
    assert "no evidence is linked yet" in ran.err
    assert "No overall sentence" not in ran.err
    named.write_bytes(b"mine")
    ran = maturity("preread", "northmere", "--format", ending)
    assert ran.out == f"Written: {named.with_name(f'{named.stem}-2.{ending}')}\n"
    assert named.read_bytes() == b"mine"


def test_what_the_room_said_is_not_in_the_pack_but_where_to_come_is(
    maturity: Bench, exports: Path
) -> None:
    maturity("set", "northmere", "place", "The Guildhall")
    maturity("page", "northmere", "--bring", "A letter that you sent.", "--story", "A story.")
    told = json.loads(maturity("preread", "northmere", "--format", "txt", "--json").out)
    assert told["counts"]["rated"] == 0
    assert told["counts"]["items"] == 2
    assert "no-place" not in {one["code"] for one in told["notices"]}
    (pack,) = exports.iterdir()
    text = pack.read_text("utf-8")
    for said in ("Place: The Guildhall.", "- A letter that you sent."):
        assert said in text
    for said in ("Named leads.", "A story.", "Provisional", "PROVISIONAL"):
        assert said not in text


@pytest.mark.usefixtures("exports")
def test_a_name_of_another_kind_of_file_is_refused(maturity: Bench) -> None:
    ran = maturity("report", "northmere", "-o", "paper.pdf")
    assert (ran.status, ran.err.splitlines()[0]) == (1, "paper.pdf is not the name of a Word file.")


@pytest.mark.usefixtures("exports")
def test_only_what_can_be_made_is_offered(maturity: Bench) -> None:
    assert maturity("report", "northmere", "--format", "pdf").status == 2
    assert maturity("report", "northmere", "--audience", "press").status == 2


def test_a_folder_that_takes_no_file_is_told(maturity: Bench, exports: Path) -> None:
    exports.parent.joinpath("exports").write_bytes(b"a file in the way")
    ran = maturity("report", "northmere")
    assert ran.status == 1
    assert "the paper could not be written" in ran.err


@pytest.mark.parametrize("command", ["report", "highlights", "preread"])
def test_a_paper_may_be_in_the_look_of_a_council(
    maturity: Bench, exports: Path, command: str
) -> None:
    Path("council.dotx").write_bytes(plain(TEMPLATE))
    Path("brand.toml").write_text('template = "council.dotx"\nmarking = "NORTHMERE"\n')
    ran = maturity(command, "northmere", "--template", "brand.toml", "-o", "paper.docx")
    assert (ran.status, ran.out) == (0, "Written: paper.docx\n")
    opened = Document("paper.docx")
    assert opened.styles["Normal"].font.name is None
    assert opened.sections[0].header.paragraphs[-1].text.startswith("NORTHMERE")
    assert b"Verdana" in opened.styles.element.xml.encode()
    assert not exports.exists()


def test_repairs_are_told_in_words_and_in_json(maturity: Bench, exports: Path) -> None:
    Path("council.docx").write_bytes(faint())
    ran = maturity("report", "northmere", "--template", "council.docx")
    assert "justified text is set from the left" in ran.err
    assert exports.exists()
    ran = maturity("report", "northmere", "--template", "council.docx", "--json")
    codes = [one["code"] for one in json.loads(ran.out)["notices"]]
    assert codes.count("template") > 5


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"not a Word file", "is not a Word file"),
        (plain("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), "macros"),
    ],
)
def test_a_file_that_is_no_template_is_refused_with_status_3(
    maturity: Bench, exports: Path, raw: bytes, said: str
) -> None:
    Path("council.dotm").write_bytes(raw)
    ran = maturity("report", "northmere", "--template", "council.dotm")
    assert (ran.status, ran.out) == (3, "")
    assert "council.dotm: " in ran.err
    assert said in ran.err
    assert not exports.exists()


def test_a_mistake_in_the_map_is_said_with_its_place(maturity: Bench, exports: Path) -> None:
    Path("brand.toml").write_text('[colours]\nnavy = "blue"\n')
    ran = maturity("report", "northmere", "--template", "brand.toml")
    assert ran.status == 1
    assert "brand.toml:2:8: B116" in ran.err
    assert not exports.exists()


def test_a_marking_is_one_cleaned_line_that_has_room_on_a_page(
    maturity: Bench, tmp_path: Path
) -> None:
    told = tmp_path / "told.txt"
    asked = ("report", "northmere", "-o", str(told), "--format", "txt", "--marking")
    ran = maturity(*asked, "x" * 201)
    assert (ran.status, told.exists()) == (1, False)
    assert ran.err == "This text is 201 characters long and the limit is 200.\nShorten it.\n"
    assert maturity(*asked, "OFFICIAL\n\x1b[31m").status == 0
    assert told.read_text(encoding="utf-8").startswith("OFFICIAL [31m · PROVISIONAL")


def test_a_template_nobody_may_open_is_a_document_that_could_not_be_read(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "council.dotx").write_bytes(b"")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    ran = maturity("report", "northmere", "--template", str(tmp_path / "council.dotx"))
    assert (ran.status, "The file is empty." in ran.err) == (3, True)
