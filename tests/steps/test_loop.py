"""The seven steps: every form makes an act of the table, and each step knows when it is done."""

from pathlib import Path

import pytest

from builders import a_workshop, tiny
from maturity.judgement.disclosure import disclose
from maturity.judgement.view import Audience, ItemView
from maturity.session.acts.act import Refused
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.answers import AnswerAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.kloes import KloeAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct, SeenAct
from maturity.session.acts.surveys import SurveyAct
from maturity.session.acts.table import ACTS, spec_of
from maturity.session.acts.votes import VoteAct
from maturity.session.state import SessionState
from maturity.steps import STEPS, Ask, Form, next_step, step_of
from maturity.survey.counts import Counts, ItemCounts
from maturity.workshop import Workshop
from session.acts.kept import done

FORMS = [(step.key, form) for step in STEPS for form in step.forms]


def one(state: SessionState | None = None) -> ItemView:
    return disclose(state or SessionState(), tiny(), Audience.FACILITATOR).item("one")


def an_answer(ask: Ask, choices: tuple[tuple[str, str], ...]) -> str:
    return {
        Ask.LEVEL: "middle",
        Ask.COUNTS: "3 9 2",
        Ask.LENS: "lens",
        Ask.GROUP: "health",
        Ask.PROMPT: "CH10",
        Ask.CHOICE: choices[0][0] if choices else "",
    }.get(ask, "Some words.")


def built(form: Form, answers: dict[str, str], voters: int | None = None) -> object:
    assert form.build is not None
    return form.build(one(), answers, voters)


def ready_for(form: Form, tmp_path: Path) -> Workshop:
    """A session in which the act of a form has something to do."""
    workshop = a_workshop(tmp_path)
    if form.fields[0].ask is Ask.WAITING:
        counts = Counts({"low": 2, "middle": 1, "high": 0})
        workshop.do(SurveyAct((ItemCounts("one", counts),), people=3))
    return workshop


def the_form(key: str, title: str) -> Form:
    return next(form for form in step_of(key).forms if form.title == title)


def test_there_are_seven_steps_with_a_letter_each() -> None:
    assert "".join(step.key for step in STEPS) == "revtads"
    assert step_of("v").name == "Vote"
    with pytest.raises(KeyError):
        step_of("x")


@pytest.mark.parametrize(("key", "form"), FORMS)
def test_a_form_filled_in_makes_the_act_it_names_and_it_is_kept(
    tmp_path: Path, key: str, form: Form
) -> None:
    assert form.act in ACTS
    if form.build is None:
        assert form.fields[0].ask is Ask.EXCERPT, key
        return
    answers = {field.name: an_answer(field.ask, field.choices) for field in form.fields}
    act = built(form, answers)
    assert spec_of(act).name == form.act
    workshop = ready_for(form, tmp_path)
    before = workshop.state
    assert workshop.do(act).said
    assert workshop.state != before
    workshop.close()


MORE_NEEDED = {
    "dissent": "needs a level, a reason, or whose it is",
    "answer": "Say the answer in a line",
}


@pytest.mark.parametrize("form", [form for _, form in FORMS])
def test_what_a_form_does_not_need_may_be_left_out(tmp_path: Path, form: Form) -> None:
    if form.build is None:
        return
    needed = {
        field.name: an_answer(field.ask, field.choices) for field in form.fields if field.required
    }
    act = built(form, needed)
    workshop = ready_for(form, tmp_path)
    if form.act in MORE_NEEDED:
        with pytest.raises(Refused, match=MORE_NEEDED[form.act]):
            workshop.do(act)
    else:
        workshop.do(act)
    workshop.close()


def test_counts_that_do_not_fit_are_refused_until_they_are_confirmed() -> None:
    form = the_form("v", "Vote")
    with pytest.raises(Refused):
        built(form, {"counts": "1 1 1"}, voters=5)
    act = built(form, {"counts": "1 1 1", "corrects": "yes"}, voters=5)
    assert isinstance(act, VoteAct)
    assert (act.counts, act.present) == ((1, 1, 1), 3)
    with pytest.raises(Refused):
        built(form, {"counts": "nothing", "corrects": "yes"}, voters=5)


def test_the_last_count_is_worked_out_and_the_way_is_kept() -> None:
    act = built(the_form("v", "Vote"), {"counts": "1 1 a1", "method": "hands"}, voters=5)
    assert isinstance(act, VoteAct)
    assert (act.counts, act.abstain, act.method, act.present) == ((1, 1, 2), 1, "hands", None)


def test_several_owners_are_told_apart_by_semicolons() -> None:
    act = built(the_form("s", "Action"), {"text": "x", "owner": "AC; BF ;", "plan": "P1;P2"})
    assert isinstance(act, ActionAct)
    assert (act.owner, act.plan) == (("AC", "BF"), ("P1", "P2"))


def test_a_prompt_is_answered_unless_something_else_becomes_of_it() -> None:
    form = the_form("t", "Answer a prompt")
    act = built(form, {"prompt": "CH10", "text": "We ask them.", "outcome": ""})
    assert act == AnswerAct("one", "CH10", "We ask them.", "answered")
    act = built(form, {"prompt": "CH10", "text": "", "outcome": "parked"})
    assert act == AnswerAct("one", "CH10", None, "parked")


RATED = RateAct("one", "low", because="Why.")


@pytest.mark.parametrize(
    ("key", "acts", "holds"),
    [
        ("r", (), "0/1"),
        ("r", (SeenAct("lens", "low"),), "1/1"),
        ("e", (), "0"),
        ("v", (), "-"),
        ("v", (VoteAct("one", (3, 9, 2)),), "14"),
        ("v", (VoteAct("one", (3, 8, 2), abstain=1, present=14),), "13/14"),
        ("t", (NoteAct("one", "x"),), "1"),
        ("a", (), "-"),
        ("a", (RATED,), "1"),
        ("d", (), "-"),
        ("d", (RATED, VoteAct("one", (3, 9, 2))), "?"),
        ("d", (RATED, VoteAct("one", (3, 0, 0))), "-"),
        ("d", (RATED, DissentAct("one", reason="x")), "1"),
        ("s", (), "-"),
        ("s", (RateAct("one", aim="high"),), "1"),
    ],
)
def test_the_strip_says_what_a_step_holds(key: str, acts: tuple[object, ...], holds: str) -> None:
    assert step_of(key).holds(one(done(*acts))) == holds


def test_going_on_passes_over_what_is_done() -> None:
    assert (step := next_step(one(), "r")) is not None
    assert step.key == "v"
    voted = one(done(VoteAct("one", (3, 9, 2)), NoteAct("one", "x")))
    assert (step := next_step(voted, "v")) is not None
    assert step.key == "a"
    through = one(
        done(RATED, VoteAct("one", (3, 0, 0)), NoteAct("one", "x"), RateAct("one", aim="high"))
    )
    assert next_step(through, "v") is None
    assert next_step(through, "s") is None


def test_an_enquiry_belongs_to_the_item() -> None:
    act = built(the_form("s", "Key line of enquiry"), {"text": "How old?"})
    assert isinstance(act, KloeAct)
    assert (act.item, act.forum) == ("one", None)
