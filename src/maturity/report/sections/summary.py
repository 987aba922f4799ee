"""Page 1, which stands alone: what was found, how far the room agreed, what is asked."""

from maturity.judgement.board import standing
from maturity.judgement.view import Disclosed, VoiceView
from maturity.report.blocks import Block, Callout, Heading, ListBlock, Paragraph, Span, Spans
from maturity.report.fit import PAGE_POINTS, points, title_points
from maturity.report.glossary import spelled_out
from maturity.report.meant import meant
from maturity.report.phrases import (
    counted,
    due_words,
    ended,
    joined,
    owners_said,
    sentence,
    word_count,
    words,
)
from maturity.report.sections.ratings import front_table, since_line

__all__ = ["MOST_WORDS", "board_asks", "front", "public_summary", "summary", "who_was_missing"]

MOST_WORDS = 250
"""Words that page 1 has room for outside its table."""

_SOONEST = 3


def front(view: Disclosed) -> tuple[Block, ...]:
    """The banner, and whose framework the levels are from."""
    stands = standing(view)
    lead = f"{stands.status}:" if stands.is_provisional else stands.status
    framework = view.framework
    # The title above names the framework, so this line need not: it keeps to one line of print.
    named = f"Framework edition {framework.version} ({framework.standing})."
    return (Callout("banner", lead, (words(stands.rest),)), Paragraph(words(named), "meta"))


def summary(view: Disclosed, title: str) -> tuple[Block, ...]:
    """The story, the ratings, what families said, who was missing and what the board is asked.

    The soonest actions follow where one side, under `title`, has room for them.
    """
    blocks = (
        Heading(1, "Summary for the board", "summary"),
        *_story_and_ratings(view),
        _typed(meant(view).told, view.page.families, _no_families(view)),
        _said("Who was not in the room", who_was_missing(view)),
        _typed(meant(view).change, view.page.difference),
        *_asked(board_asks(view)),
    )
    soonest = _soonest(view)
    whole = spelled_out((*front(view), *blocks, *soonest), view.framework.glossary)
    fits = title_points(title) + points(whole) <= PAGE_POINTS and word_count(whole) <= MOST_WORDS
    return (*blocks, *soonest) if fits else blocks


def public_summary(view: Disclosed) -> tuple[Block, ...]:
    """The story and the ratings, with nothing that is for the board alone."""
    return (Heading(1, "Summary", "summary"), *_story_and_ratings(view))


def _story_and_ratings(view: Disclosed) -> tuple[Block, ...]:
    """The one sentence that people typed, the table, and what changed since last time."""
    story = " ".join(view.page.story.split()) or "No overall sentence was written."
    table = front_table(view) if view.items else sentence("The framework has nothing to rate.")
    return (Paragraph(words(story), "lead"), table, *since_line(view))


def _said(lead: str, text: str) -> Paragraph:
    return Paragraph((Span(f"{lead}: ", strong=True), Span(text)))


def _typed(lead: str, typed: tuple[str, ...], otherwise: str = "Not written.") -> Paragraph:
    """The typed lines beside their lead, each ended as a sentence."""
    return _said(lead, " ".join(map(ended, typed)) or otherwise)


def _no_families(view: Disclosed) -> str:
    families = ("family-experience", "young-voice")
    used = any(link.facts.kind in families for item in view.items for link in item.links)
    return "Not written." if used else meant(view).none_linked


def who_was_missing(view: Disclosed) -> str:
    """Voice groups that were expected and did not come, and what was not discussed."""
    return f"{_absent(view.voices)}{_not_discussed(view)}"


def _absent(voices: tuple[VoiceView, ...]) -> str:
    if not any(voice.invited or voice.present for voice in voices):
        return "Not known: nobody was recorded as present."
    missing = [
        voice.label for voice in voices if not voice.present and (voice.core or voice.invited)
    ]
    return f"{joined(missing)}." if missing else "Every expected group was present."


def _not_discussed(view: Disclosed) -> str:
    skipped = sum(not item.discussed for item in view.items)
    if not skipped:
        return ""
    was = "was not discussed; its level is a proposal"
    were = "were not discussed; their levels are proposals"
    return f" {counted(skipped, 'item')} {was if skipped == 1 else were}."


def _asked(asks: tuple[Spans, ...]) -> tuple[Block, ...]:
    number = counted(len(asks), "decision")
    lead = (Span("The board is asked to", strong=True), Span(f" take {number}:"))
    return (Paragraph(lead), ListBlock("letter", asks))


def board_asks(view: Disclosed) -> tuple[Spans, ...]:
    """What the board is asked to do, in order: what the tool always asks, then what was typed."""
    asks: list[Spans] = [
        (Span(f"{_levels_asked(view)} ("), Span("section 1", link="decisions"), Span(")."))
    ]
    if view.actions:
        said = _actions_asked(view)
        asks.append((Span(f"{said} ("), Span("section 5", link="actions"), Span(").")))
    asks += [words(_begun(ended(ask))) for ask in view.page.asks]
    return tuple(asks)


def _begun(said: str) -> str:
    """Typed words as a sentence begins; a name such as "iThrive" stays as it is."""
    first = said.split(maxsplit=1)[0]
    is_word = first.isalpha() and first.islower()
    return said[:1].upper() + said[1:] if is_word else said


def _actions_asked(view: Disclosed) -> str:
    """What is asked of the actions: those that the board has agreed are only to be noted."""
    left = sum(not action.agreed for action in view.actions)
    if not left:
        return f"Note the {counted(len(view.actions), 'action')} as agreed"
    still = " not agreed yet" if left < len(view.actions) else ""
    return f"Agree the {counted(left, 'action')}{still}"


def _levels_asked(view: Disclosed) -> str:
    """What is asked of the levels: those that earlier answers settled are only to be noted."""
    stands = standing(view)
    if not any(item.is_rated or item.board for item in view.items):
        return "Note that nothing has been rated yet"
    if not stands.counts:
        return "Confirm, amend or defer each provisional level"
    if not stands.left:
        return "Note the levels as confirmed"
    return f"Confirm or amend the {counted(stands.left, 'level')} still open"


def _soonest(view: Disclosed) -> tuple[Block, ...]:
    """The three actions with the nearest dates."""
    said = [
        f"{' '.join(action.text.split()).rstrip('.')}, {owners_said(action.owners)}, "
        f"{due_words(action.due, action.due_on)}."
        for action in view.actions
        if action.due_on
    ]
    return (_said("The soonest actions", " ".join(said[:_SOONEST])),) if said else ()
