"""One question of a form, asked in the way its kind of answer needs."""

from collections.abc import Sequence

from maturity.cli.plain.walker import Walker
from maturity.evidence.search.index import Hit
from maturity.judgement.view import Audience, ItemView
from maturity.steps import Ask, Field
from maturity.words.counts import read_counts

__all__ = ["answer_of", "choices"]

_HITS = 5


def answer_of(
    walker: Walker, item_id: str, field: Field, question: str, explained: str
) -> dict[str, str]:
    """The answer to one question by the name of its field, and what came with it."""
    item = walker.item(item_id)
    if field.ask is Ask.COUNTS:
        return _counts(walker, item, field, question, explained)
    if field.ask is Ask.EXCERPT:
        return {field.name: _excerpt(walker, question, explained)}
    if field.ask is Ask.GROUP:
        return {field.name: _group(walker, question, explained)}
    if shown := choices(item, field):
        return {field.name: walker.chosen(question, shown, explained)}
    return {field.name: walker.ask(question, explained)}


def choices(item: ItemView, field: Field) -> Sequence[tuple[str, str]]:
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


def _group(walker: Walker, question: str, explained: str) -> str:
    """A voice group by its number, or any role in words."""
    voices = walker.workshop.view(Audience.ROOM).voices
    lines = [f"{number} {voice.label}" for number, voice in enumerate(voices, 1)]
    ways = f"{question} a number, a role in words, or empty for someone in the room."
    answer = walker.ask("\n".join((ways, *lines)), explained)
    if answer.isdecimal() and 1 <= int(answer) <= len(voices):
        return voices[int(answer) - 1].id
    return answer


def _excerpt(walker: Walker, question: str, explained: str) -> str:
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
    walker: Walker, item: ItemView, field: Field, question: str, explained: str
) -> dict[str, str]:
    """Counts that can be recorded; a sum that is off is said, and taken when typed again."""
    labels = [level.label for level in item.levels]
    here = walker.voters_here()
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
