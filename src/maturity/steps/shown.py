"""What each step of an item shows: its lines, and what stands beside its name in the strip."""

from maturity.judgement import wording
from maturity.judgement.last_words import last_lines, moved_words, unanswered_lines
from maturity.judgement.view import ItemView, Withheld
from maturity.judgement.view.prompts import PromptView

__all__ = [
    "agree_lines",
    "dissent_lines",
    "evidence_lines",
    "next_lines",
    "offer",
    "read_lines",
    "seen",
    "talk_lines",
    "vote_lines",
    "votes",
]


def read_lines(item: ItemView) -> tuple[str, ...]:
    """Question, level texts highest first, lenses with what was seen there, and last time."""
    lines = [item.question]
    for level in reversed(item.levels):
        lines.append(f"{level.position} {level.label}:")
        lines += item.texts.get(level.id, ())
    lines += [
        f"{lens.code} {lens.title}: {f'seen as {lens.seen.label}' if lens.seen else 'not seen yet'}"
        for lens in item.lenses
    ]
    return (*lines, *last_lines(item))


def evidence_lines(item: ItemView) -> tuple[str, ...]:
    """What is linked: stance, words quoted, place, and what it shows."""
    if not item.links:
        return ("No evidence is linked yet.",)
    return tuple(
        f"{link.stance}: {link.quote} ({link.document_title}, {link.ref})"
        + (f" Shows: {link.shows}" if link.shows else "")
        for link in item.links
    )


def vote_lines(item: ItemView) -> tuple[str, ...]:
    """Every round with the sentences the room reads."""
    if item.waiting:
        return (wording.waiting_votes(item.waiting),)
    if not item.rounds:
        return ("No vote yet. Vote privately first, cards or heads down; then reveal together.",)
    return tuple(
        line
        for one in item.rounds
        for line in (f"Round {one.n}: {one.said}", one.word_said)
        if line
    )


def talk_lines(item: ItemView) -> tuple[str, ...]:
    """Who speaks when, the prompts with what became of them, and what was noted."""
    notes = tuple(f"{note.tag or 'note'}: {note.text}" for note in item.notes)
    order = "Families first, then the lowest, the highest, the rest; the chair last."
    return (order, *map(_prompt, item.prompts), *notes)


def _prompt(prompt: PromptView) -> str:
    """A prompt with what made it fire, or with the answer it was given."""
    name = prompt.code or prompt.id
    if prompt.is_open:
        return f"{name}, open: {prompt.text} {prompt.about}".rstrip()
    return f"{name}, {prompt.outcome}: {prompt.text} {prompt.answer}".rstrip()


def agree_lines(item: ItemView) -> tuple[str, ...]:
    """The rating as it stands and what goes with it."""
    lines = [f"Rating: {item.rating.said}."]
    if item.latest and item.latest.said:
        lines.append(item.latest.said)
    if item.latest and item.latest.word == "split":
        lines.append(wording.SPLIT_ADVICE)
    if item.rating.because:
        lines.append(f"Because: {item.rating.because}")
    elif item.is_rated:
        lines.append(f"No because yet. {moved_words(item)}".rstrip())
    if item.rating.confidence:
        lines.append(f"Confidence: {item.rating.confidence}.")
    if item.suggested and item.is_rated:
        lines.append(f"Suggested confidence: {item.suggested.said}.")
    return tuple(lines)


def dissent_lines(item: ItemView) -> tuple[str, ...]:
    """The offer, every view kept, and those that had no answer last time."""
    kept = []
    for dissent in item.dissents:
        if dissent.withheld:
            kept.append(dissent.withheld.reason)
            continue
        held = f" holds {dissent.level.label}" if dissent.level else ""
        kept.append(f"{dissent.who}{held}: {dissent.reason or dissent.status}")
    return (wording.DISSENT_OFFERED, *kept, *unanswered_lines(item))


def next_lines(item: ItemView) -> tuple[str, ...]:
    """What would settle it, and what is hoped for next time."""
    lines = []
    if item.rating.next_step:
        lines.append(f"What would settle it: {item.rating.next_step}")
    if item.rating.aim:
        aim = item.rating.aim
        lines.append(f"Aim: {aim.level.label if aim.level else ''} {aim.text}".strip())
    return tuple(lines) or ("A gap, an action, a key line of enquiry, an aim: one line each.",)


def seen(item: ItemView) -> str:
    """How many lenses have a level: "2/5"; empty without lenses."""
    seen = sum(lens.seen is not None for lens in item.lenses)
    return f"{seen}/{len(item.lenses)}" if item.lenses else ""


def votes(item: ItemView) -> str:
    """How many of the voters here chose a level: "12/15"; "-" before the vote.

    Votes gathered before count as "14 in" until they are revealed.
    """
    latest = item.latest
    if item.waiting:
        return f"{item.waiting} in"
    if latest is None:
        return "-"
    if isinstance(latest.counts, Withheld):
        return "held"
    cast = sum(latest.counts)
    return f"{cast}/{latest.present}" if latest.present is not None else str(cast)


def offer(item: ItemView) -> str:
    """`?` asks whether anyone sees it differently, once somebody voted off the level recorded."""
    if item.latest is None or item.rating.level is None or isinstance(item.latest.counts, Withheld):
        return "-"
    at = item.rating.level.position - 1
    off = sum(item.latest.counts) - item.latest.counts[at] if at < len(item.latest.counts) else 0
    return "?" if off else "-"
