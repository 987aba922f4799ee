"""Rows of plans and tables, said in sentences without naming who leads them."""

from datetime import date
from pathlib import Path

import pytest

from builders import a_workshop
from evidence.papers import read
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.model import Excerpt
from maturity.judgement.view import Audience
from maturity.papers import Asked, make
from maturity.report.formats import FORMATS
from maturity.report.rows import row_said, rows_said
from maturity.session.acts.evidence import FactsAct

KEY = "Red - Delayed Amber - In progress Green - Completed"
PLAN = f"""Focus,Actions,Lead,Impact,Progress {KEY},
,,,,Jan-25,Feb-25
1.1 Roles,A. Write down who decides what.,Ash Reed/Bo Fen,Minutes show it.,A,G
,B. Tell every school.,Ash Reed,Schools know.,A,A
"""
TABLE = """Measure,Owner,Spring,Summer
Weeks until a first letter,Ash Reed,18,12
Families who were asked,Bo Fen,40,55
"""


def _row(name: str, text: str, at: int = 0) -> Excerpt:
    _, excerpts = read(text, name)
    return [one for one in excerpts if one.shape == "table_row"][at]


def test_a_row_of_a_plan_says_its_action_its_number_and_its_latest_status() -> None:
    said = row_said(_row("plan.csv", PLAN))
    assert said == (
        "“Write down who decides what.” Number in the plan: 1.1 A. "
        "Latest status: completed (green), February 2025."
    )


def test_a_status_without_a_key_is_its_colour_and_a_reference_stands_for_a_number() -> None:
    row = _row("plan.csv", PLAN, 1)
    bare = [one.model_copy(update={"legend": None}) for one in row.status_history]
    day = bare[-1].date
    assert day is not None
    on = day.model_copy(update={"precision": "day", "start": date(2025, 2, 3)})
    row = row.model_copy(
        update={"status_history": (bare[0], bare[1].model_copy(update={"date": on}))}
    )
    assert row_said(row).endswith("Latest status: amber, 3 February 2025.")
    when = day.model_copy(update={"start": None, "raw": "some day"})
    row = row.model_copy(update={"status_history": (bare[0].model_copy(update={"date": when}),)})
    assert row_said(row).endswith("Latest status: amber, some day.")
    assert "status" not in row_said(row.model_copy(update={"status_history": ()}))


def test_a_row_of_figures_says_each_under_its_heading() -> None:
    said = row_said(_row("table.csv", TABLE))
    assert said == "Measure: Weeks until a first letter; Spring: 18; Summer: 12"


@pytest.mark.parametrize("preread", [True, False])
@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_no_paper_prints_a_row_with_its_letters_and_leads(
    tmp_path: Path, audience: Audience, *, preread: bool
) -> None:
    workshop = a_workshop(tmp_path)
    document, excerpts = read(PLAN, "plan.csv")
    workshop.add_document(ReadDocument(document, excerpts, "", ()))
    row = next(one for one in excerpts if one.shape == "table_row")
    workshop.link("one", row.id)
    made = make(workshop, Asked(audience, "txt", preread=preread))
    text = " ".join(FORMATS["txt"].make(made.paper, made.asked.brand).decode().split())
    assert "“Write down who decides what.” Number in the plan: 1.1 A." in text
    assert not [one for one in ("Reed", "Jan-25: A", " | ") if one in text]
    (kept,) = workshop.view(Audience.BOARD).item("one").links
    assert " | " in kept.quote
    workshop.do(FactsAct(row.id, privacy="redact"))
    covered = make(workshop, Asked(audience, "txt", preread=preread))
    text = FORMATS["txt"].make(covered.paper, covered.asked.brand).decode()
    workshop.close()
    assert "who decides what" not in " ".join(text.split())


def test_a_row_whose_file_is_lost_leaves_its_first_telling_words() -> None:
    said = rows_said((), is_whole=False)
    assert said is not None
    row = _row("plan.csv", PLAN)
    assert said(row.id, row.text) == "A. Write down who decides what."
    assert said(row.id, "We heard late.") == "We heard late."


def test_documents_without_rows_are_worded_as_they_are_quoted() -> None:
    assert rows_said([read("We heard late.\n", "letter.txt")]) is None
    said = rows_said([read(TABLE, "table.csv")])
    assert said is not None
    assert said("0" * 12, "Early | late") == "Early | late"


def test_challenge_prompts_of_a_paper_look_at_the_row_itself(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    document, excerpts = read(PLAN, "plan.csv")
    workshop.add_document(ReadDocument(document, excerpts, "", ()))
    workshop.link("one", next(one.id for one in excerpts if one.shape == "table_row"))
    shown = workshop.view(Audience.BOARD, rows_said(workshop.shelf)).item("one")
    kept = workshop.view(Audience.BOARD).item("one")
    workshop.close()
    assert shown.links[0].quote != kept.links[0].quote
    assert shown.prompts == kept.prompts
