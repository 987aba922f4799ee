"""The loop of the room as questions and answers in plain text, for screen readers.

Nothing moves the cursor: every question stands on a line of its own, and every answer may be left
empty. The steps, their questions and their acts are those of `maturity.steps`.
"""

from collections.abc import Callable, Mapping, Sequence

from maturity.evidence.index import Hit
from maturity.framework import NotKnown
from maturity.frozen import dataclass
from maturity.judgement.triage import hottest_first, is_settled
from maturity.judgement.view import Audience, ItemView
from maturity.session.acts.act import Refused
from maturity.session.acts.dissents import (
    SOMEONE,
    STANDS,
    read_back_words,
    small_group_warning,
)
from maturity.session.acts.table import ACTS
from maturity.session.voters import voters
from maturity.steps import STEPS, Ask, Field, Form, Step, step_of
from maturity.text import TextTooLong
from maturity.words.counts import read_counts
from maturity.workshop import Receipt, Workshop

__all__ = ["Leave", "walk"]

_HITS = 5
_KEYS = "Empty skips. ? explains. q leaves; {fate}."
_KEPT = "everything recorded is kept"

_AGAIN = frozenset({"action", "answer", "dissent", "kloe", "link", "note", "seen"})
"""Acts of which an item may have several, so their form is offered again."""

_REVEALING = "vote"
"""The act after which the room is read what it agreed."""

_TALK = STEPS.index(step_of("t"))

_YES = frozenset({"y", "yes"})
_NO = frozenset({"n", "no"})
_READ_BACK = "Read it aloud to whoever gave it. Nothing of it is kept until you go on."


class Leave(Exception):
    """The person has left the walk, or there is nothing more to read."""


@dataclass(frozen=True, slots=True)
class _Walk:
    workshop: Workshop
    read: Callable[[], str]
    say: Callable[[str], None]
    fate: str

    def item(self, item_id: str) -> ItemView:
        """The item as it stands."""
        return self.workshop.view(Audience.ROOM).item(item_id)

    def ask(self, question: str, explained: str) -> str:
        """One answer to one question, "" where it is skipped. Raises `Leave`."""
        while True:
            self.say(question)
            line = self.read()
            if not line:
                raise Leave
            answer = line.strip()
            if answer == "q":
                raise Leave
            if answer != "?":
                return answer
            self.say(explained)
            self.say(_KEYS.format(fate=self.fate))

    def chosen(self, question: str, shown: Sequence[tuple[str, str]], explained: str) -> str:
        """The value of one of the numbered choices, by number or name; "" where it is skipped."""
        lines = [f"{number} {words}" for number, (_, words) in enumerate(shown, 1)]
        while True:
            answer = self.ask("\n".join((question, *lines)), explained)
            if not answer:
                return ""
            for number, (value, words) in enumerate(shown, 1):
                if answer.casefold() in {str(number), value.casefold(), words.casefold()}:
                    return value
            self.say(f'"{answer}" is not one of them. Type its number.')


def walk(
    workshop: Workshop,
    read: Callable[[], str],
    say: Callable[[str], None],
    fate: str = _KEPT,
) -> None:
    """Go through the items of an open session, step by step, until the person leaves.

    `read` gives the next line with its end, "" when there are no more; `say` prints one line.
    `fate` says what becomes of what is typed.
    """
    walker = _Walk(workshop, read, say, fate)
    say(workshop.state.session.title)
    say(_KEYS.format(fate=fate))
    say("The register, the settings and the paper have commands of their own: maturity --help")
    ids = [item.id for item in workshop.view(Audience.ROOM).items]
    at = 0
    try:
        while at < len(ids):
            at = _offer_item(walker, ids, at)
    except Leave:
        say(f"Left. {fate.capitalize()}.")
        return
    say(f"That was the last item. {fate.capitalize()}.")


def _offer_item(walker: _Walk, ids: Sequence[str], at: int) -> int:
    """Walk the item at this place, or go where the person says; gives the next place."""
    item = walker.item(ids[at])
    walker.say("")
    walker.say(f"Item {at + 1} of {len(ids)}: {item.title}. {item.rating.said}.")
    answer = walker.ask(
        "Begin? Type y, or another item's name or number. Empty goes to the next item.",
        f"Items: {', '.join(ids)}.",
    )
    if not answer:
        return at + 1
    if answer.casefold() not in _YES:
        return _named(walker, ids, at, answer)
    if block := _silent_block(walker, item):
        _take_block(walker, block)
        return ids.index(block[-1]) + 1
    for step in STEPS:
        _take(walker, item.id, step)
    return at + 1


def _silent_block(walker: _Walk, item: ItemView) -> list[str]:
    """The criteria of a pillar that still vote, from this one on; none where pillars are rated."""
    items = walker.workshop.view(Audience.ROOM).items
    ids = [one.id for one in items]
    alike = [one for one in items[ids.index(item.id) :] if one.pillar == item.pillar != ""]
    waiting = [one.id for one in alike if not one.rounds and not is_settled(one)]
    return waiting if len(waiting) > 1 and item.id in waiting else []


def _take_block(walker: _Walk, block: Sequence[str]) -> None:
    """Vote on all of a pillar before anybody talks, then talk, the hottest criterion first."""
    walker.say("This pillar votes on every criterion first; talk follows, the hottest first.")
    for item_id in block:
        walker.say("")
        walker.say(f"To vote on: {walker.item(item_id).title}.")
        for step in STEPS[:_TALK]:
            _take(walker, item_id, step)
    for hot in hottest_first(walker.item(item_id) for item_id in block):
        walker.say("")
        walker.say(f"To talk about: {walker.item(hot.item).title}.")
        for step in STEPS[_TALK:]:
            _take(walker, hot.item, step)


def _named(walker: _Walk, ids: Sequence[str], at: int, answer: str) -> int:
    if answer.isdecimal() and 1 <= int(answer) <= len(ids):
        return int(answer) - 1
    try:
        return ids.index(walker.workshop.framework.find_item(answer).id)
    except (NotKnown, ValueError) as unknown:
        walker.say(str(unknown) if isinstance(unknown, NotKnown) else "That is not rated itself.")
        return at


def _take(walker: _Walk, item_id: str, step: Step) -> None:
    walker.say("")
    walker.say(f"{step.name}: {step.title}.")
    for line in step.shows(walker.item(item_id)):
        walker.say(line)
    for form in step.forms:
        while _has_something(walker, item_id, form) and _fill(walker, item_id, form):
            if form.act == _REVEALING:
                for line in step.shows(walker.item(item_id)):
                    walker.say(line)
            if form.act not in _AGAIN:
                break


def _has_something(walker: _Walk, item_id: str, form: Form) -> bool:
    """Whether there is anything to choose from where a form begins with a choice of the item's."""
    first = form.fields[0]
    is_of_item = first.ask in {Ask.LENS, Ask.PROMPT, Ask.WAITING}
    return not is_of_item or bool(_choices(walker.item(item_id), first))


def _fill(walker: _Walk, item_id: str, form: Form) -> bool:
    """Ask the questions of a form and do its act; False where nothing was recorded."""
    fields = sorted(form.fields, key=lambda field: not field.required)
    if not fields[0].required:
        answer = walker.ask(f"{form.title}: type y to record one.", ACTS[form.act].help)
        if answer.casefold() not in _YES:
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
            for warning in receipt.warnings:
                walker.say(warning)
            return True


def _is_meant(walker: _Walk, item_id: str, answers: Mapping[str, str]) -> bool:
    """Read a different view back before it is kept, with the place where it will stand."""
    who = answers["from"] or SOMEONE
    voices = walker.workshop.view(Audience.ROOM).voices
    voice = next((one for one in voices if who in {one.id, one.label}), None)
    levels = {level.id: level.label for level in walker.item(item_id).levels}
    label = voice.label if voice else who
    for line in read_back_words(
        label, levels.get(answers["level"], ""), answers["reason"], answers["change"]
    ):
        walker.say(line)
    walker.say(STANDS[answers["reach"] or "board"])
    if warning := small_group_warning(voice.present if voice else 0):
        walker.say(warning)
    answer = walker.ask("Is that what they mean? Empty keeps it; n asks again.", _READ_BACK)
    return answer.casefold() not in _NO


def _answers(
    walker: _Walk, item_id: str, form: Form, fields: Sequence[Field]
) -> dict[str, str] | None:
    """The answers to every question of a form; None where one it needs is left empty."""
    explained = f"{form.title}. {ACTS[form.act].help}"
    answers: dict[str, str] = {}
    for field in fields:
        question = _question(form, field, is_first=field is fields[0])
        answers |= _answer(walker, item_id, field, question, explained)
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


def _do(walker: _Walk, item_id: str, form: Form, answers: dict[str, str]) -> Receipt:
    if form.build is None:
        stance = answers.get("stance") or "supports"
        return walker.workshop.link(item_id, answers["excerpt"], stance, answers.get("shows"))
    return walker.workshop.do(form.build(walker.item(item_id), answers, _voters(walker)))


def _voters(walker: _Walk) -> int | None:
    scene = walker.workshop.scene
    return len(voters(scene.state, scene.framework, scene.now)) or None


def _answer(
    walker: _Walk, item_id: str, field: Field, question: str, explained: str
) -> dict[str, str]:
    """The answer to one question by the name of its field, and what came with it."""
    item = walker.item(item_id)
    if field.ask is Ask.COUNTS:
        return _counts(walker, item, field, question, explained)
    if field.ask is Ask.EXCERPT:
        return {field.name: _excerpt(walker, question, explained)}
    if field.ask is Ask.GROUP:
        return {field.name: _group(walker, question, explained)}
    if shown := _choices(item, field):
        return {field.name: walker.chosen(question, shown, explained)}
    return {field.name: walker.ask(question, explained)}


def _choices(item: ItemView, field: Field) -> Sequence[tuple[str, str]]:
    """What there is to choose from, as values with their words; nothing for a field of words."""
    if field.ask is Ask.LEVEL:
        return [(level.id, level.label) for level in item.levels]
    if field.ask is Ask.LENS:
        return [(lens.id, f"{lens.code} {lens.title}".strip()) for lens in item.lenses]
    if field.ask is Ask.WAITING:
        return [("reveal", "show them to the room")] if item.waiting else []
    if field.ask is Ask.PROMPT:
        asked = [one for one in item.prompts if one.is_open]
        return [(one.code or one.id, f"{one.code} {one.text}".strip()) for one in asked]
    return field.choices


def _group(walker: _Walk, question: str, explained: str) -> str:
    """A voice group by its number, or any role in words."""
    voices = walker.workshop.view(Audience.ROOM).voices
    lines = [f"{number} {voice.label}" for number, voice in enumerate(voices, 1)]
    ways = f"{question} a number, a role in words, or empty for someone in the room."
    answer = walker.ask("\n".join((ways, *lines)), explained)
    if answer.isdecimal() and 1 <= int(answer) <= len(voices):
        return voices[int(answer) - 1].id
    return answer


def _excerpt(walker: _Walk, question: str, explained: str) -> str:
    """The id of an excerpt, searched by its words and chosen by its number."""
    while True:
        words = walker.ask(question, explained)
        if not words:
            return ""
        hits = walker.workshop.shelf.search(words, limit=_HITS)
        if hits:
            shown = [(hit.excerpt.id, _shown(hit)) for hit in hits]
            return walker.chosen("Which one?", shown, explained)
        walker.say("Nothing was found. Try fewer or other words.")


def _shown(hit: Hit) -> str:
    is_covered = "personal_data" in hit.excerpt.flags
    words = "May identify a child: hidden" if is_covered else hit.excerpt.text
    return f"{words} ({hit.title}, {hit.excerpt.ref})"


def _counts(
    walker: _Walk, item: ItemView, field: Field, question: str, explained: str
) -> dict[str, str]:
    """Counts that can be recorded; a sum that is off is said, and taken when typed again."""
    labels = [level.label for level in item.levels]
    here = _voters(walker)
    lowest = f"{question.removesuffix(':')}, lowest first ({', '.join(labels)}):"
    before = ""
    while True:
        typed = walker.ask(lowest, f"{explained} a2 is two abstained, c1 one cannot say yet.")
        read = read_counts(typed, labels, here)
        if not typed or not read.problem:
            if typed:
                walker.say(f"Read as {read.spelled}.")
            return {field.name: typed}
        if read.corrects and typed == before:
            return {field.name: typed, "corrects": "yes"}
        before = typed
        walker.say(read.problem)
        if read.corrects:
            walker.say("Type the same again to record it and correct the voters for this round.")
