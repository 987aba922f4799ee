"""A form of a step, asked question by question until its act is done or it is left empty."""

from collections.abc import Sequence

from maturity.cli.plain.answering import answer_of, choices
from maturity.cli.plain.walker import Walker
from maturity.judgement.recognised import recognisable, voice_called, wider_name
from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused
from maturity.session.acts.dissents import SOMEONE, STANDS, read_back_words
from maturity.session.acts.table import ACTS
from maturity.steps import Ask, Field, Form
from maturity.text import TextTooLong
from maturity.workshop import Receipt

__all__ = ["YES", "fill", "has_something"]

YES = frozenset({"y", "yes"})
"""What may be typed for yes."""

_WARNED_BEFORE = "dissent"
"""The act whose warnings are said while it is read back, before it is kept."""

_NO = frozenset({"n", "no"})
_RECOGNISED = "The board reads whose view it is, and may know who that can be."
_READ_BACK = "Read it aloud to whoever gave it. Nothing of it is kept until you go on."


def has_something(walker: Walker, item_id: str, form: Form) -> bool:
    """Whether there is anything to choose from where a form begins with a choice of the item's."""
    first = form.fields[0]
    is_of_item = first.ask in {Ask.LENS, Ask.PROMPT, Ask.WAITING}
    return not is_of_item or bool(choices(walker.item(item_id), first))


def fill(walker: Walker, item_id: str, form: Form) -> bool:
    """Ask the questions of a form and do its act; False where nothing was recorded."""
    fields = sorted(form.fields, key=lambda field: not field.required)
    if not fields[0].required:
        answer = walker.ask(f"{form.title}: type y to record one.", ACTS[form.act].help)
        if answer.casefold() not in YES:
            return False
    while True:
        answers = _answers(walker, item_id, form, fields)
        if answers is None:
            return False
        try:
            receipt = _do(walker, item_id, form, answers)
        except (Refused, TextTooLong) as refused:
            walker.say(str(refused))
            walker.say("Nothing was recorded. Once more, or leave it empty.")
        else:
            walker.say(receipt.said)
            for warning in () if form.act == _WARNED_BEFORE else receipt.warnings:
                walker.say(warning)
            return True


def _answers(
    walker: Walker, item_id: str, form: Form, fields: Sequence[Field]
) -> dict[str, str] | None:
    """The answers to every question of a form; None where one it needs is left empty."""
    explained = f"{form.title}. {ACTS[form.act].help}"
    answers: dict[str, str] = {}
    for field in fields:
        question = _question(form, field, is_first=field is fields[0])
        answers |= answer_of(walker, item_id, field, question, explained)
        if field.required and not answers[field.name]:
            return None
    if form.act == "dissent" and not _is_meant(walker, item_id, answers):
        return _answers(walker, item_id, form, fields)
    return answers


def _question(form: Form, field: Field, *, is_first: bool) -> str:
    """The words of a question; the first of a form says what it is about."""
    known = form.title.casefold() in field.label.casefold()
    label = f"{form.title}. {field.label}" if is_first and field.required and not known else ""
    label = label or field.label
    return label if label.endswith("?") else f"{label}:"


def _do(walker: Walker, item_id: str, form: Form, answers: dict[str, str]) -> Receipt:
    if form.build is None:
        stance = answers.get("stance") or "supports"
        return walker.workshop.link(item_id, answers["excerpt"], stance, answers.get("shows"))
    act = form.build(walker.item(item_id), answers, walker.voters_here())
    return walker.workshop.do(act)


def _is_meant(walker: Walker, item_id: str, answers: dict[str, str]) -> bool:
    """Read a different view back before it is kept, with the place where it will stand.

    Where it could be recognised a wider name is offered first, and `answers` takes it.
    """
    view = walker.workshop.view(Audience.ROOM)
    levels = {level.id: level.label for level in view.item(item_id).levels}
    while True:
        voice = voice_called(answers["from"], view)
        who = voice.label if voice else answers["from"] or SOMEONE
        level = levels.get(answers["level"], "")
        for line in read_back_words(who, level, answers["reason"], answers["change"]):
            walker.say(line)
        walker.say(STANDS[answers["reach"] or "board"])
        wider = wider_name(who, view)
        if not wider or not _goes_wider(walker, who, wider, recognisable(who, view) or ""):
            break
        answers["from"] = wider
    answer = walker.ask("Is that what they mean? Empty keeps it; n asks again.", _READ_BACK)
    return answer.casefold() not in _NO


def _goes_wider(walker: Walker, who: str, wider: str, warning: str) -> bool:
    ways = (("wider", f"as {wider}"), ("", f"as {who}"))
    return walker.chosen(f"{warning} Empty leaves it as it is.", ways, _RECOGNISED) == "wider"
