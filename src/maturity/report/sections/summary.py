"""Page 1, which stands alone: what was found, how far the room agreed, what is asked."""

from collections.abc import Iterable

from maturity.judgement.view import Disclosed, VoiceView
from maturity.judgement.wording import BANNER
from maturity.report.blocks import Block, Callout, Heading, ListBlock, Paragraph, Span, Spans
from maturity.report.phrases import (
    NO_OWNER,
    counted,
    due_words,
    joined,
    listed,
    sentence,
    words,
)
from maturity.report.sections.ratings import front_rows, front_table

__all__ = ["board_asks", "front", "public_summary", "summary", "who_was_missing"]

_SOONEST = 3
_MOST_ROWS = 7


def front(view: Disclosed) -> tuple[Block, ...]:
    """The banner, and whose framework the levels are from."""
    status, rest = BANNER.split(" ", 1)
    framework = view.framework
    named = f"Framework: {framework.title} {framework.version} ({framework.standing})."
    return (Callout("banner", status, (words(rest),)), Paragraph(words(named), "meta"))


def summary(view: Disclosed) -> tuple[Block, ...]:
    """The story, the ratings, what families said, who was missing and what the board is asked."""
    return (
        Heading(1, "Summary for the board", "summary"),
        *_story_and_ratings(view),
        *_lines("What families and young people told us", view.page.families, _no_families(view)),
        _said("Who was not in the room", who_was_missing(view)),
        *_lines("What would most change children's experience", view.page.difference),
        _said("The board is asked to", "decide as follows."),
        ListBlock("letter", board_asks(view)),
        *_soonest(view),
    )


def public_summary(view: Disclosed) -> tuple[Block, ...]:
    """The story and the ratings, with nothing that is for the board alone."""
    return (Heading(1, "Summary", "summary"), *_story_and_ratings(view))


def _story_and_ratings(view: Disclosed) -> tuple[Block, ...]:
    """The one sentence that people typed, and the table."""
    story = " ".join(view.page.story.split()) or "No overall sentence was written."
    table = front_table(view) if view.items else sentence("The framework has nothing to rate.")
    return (Paragraph(words(story), "lead"), table)


def _said(lead: str, text: str) -> Paragraph:
    return Paragraph((Span(f"{lead}: ", strong=True), Span(text)))


def _lines(lead: str, typed: tuple[str, ...], otherwise: str = "Not written.") -> tuple[Block, ...]:
    """One typed line beside its lead, or several in a list under it."""
    if len(typed) > 1:
        return (_said(lead, f"{counted(len(typed), 'thing')}."), listed("bullet", typed, ""))
    return (_said(lead, " ".join(typed[0].split()) if typed else otherwise),)


def _no_families(view: Disclosed) -> str:
    families = ("family-experience", "young-voice")
    used = any(link.facts.kind in families for item in view.items for link in item.links)
    return "Not written." if used else "No family evidence was linked."


def _missing(voices: Iterable[VoiceView]) -> list[str]:
    return [voice.label for voice in voices if not voice.present and (voice.core or voice.invited)]


def who_was_missing(view: Disclosed) -> str:
    """Voice groups that were expected and did not come, and what was not discussed."""
    missing = _missing(view.voices)
    skipped = sum(not item.discussed for item in view.items)
    said = f"{joined(missing)}." if missing else "Every expected group was present."
    if skipped:
        levels = "its level is a proposal" if skipped == 1 else "their levels are proposals"
        said += f" {counted(skipped, 'item')} {'was' if skipped == 1 else 'were'} not discussed; "
        said += f"{levels}."
    return said


def board_asks(view: Disclosed) -> tuple[Spans, ...]:
    """What the board is asked to do, in order: what the tool always asks, then what was typed."""
    asks: list[Spans] = [
        (
            Span("confirm, amend or defer each provisional level ("),
            Span("section 1", link="decisions"),
            Span(")"),
        )
    ]
    if any(item.dissents for item in view.items):
        asks.append(
            (
                Span("note where the room did not agree ("),
                Span("section 2", link="disagreement"),
                Span(")"),
            )
        )
    if view.actions:
        number = counted(len(view.actions), "action")
        asks.append((Span(f"agree the {number} ("), Span("section 5", link="actions"), Span(")")))
    asks += [words(" ".join(ask.split())) for ask in view.page.asks]
    return tuple(asks)


def _soonest(view: Disclosed) -> tuple[Block, ...]:
    """The three actions with the nearest dates, where the page has room for them."""
    dated = [action for action in view.actions if action.due_on][:_SOONEST]
    if not dated or len(front_rows(view)) > _MOST_ROWS:
        return ()
    said = [
        f"{' '.join(action.text.split()).rstrip('.')}, {joined(action.owners or (NO_OWNER,))}, "
        f"{due_words(action.due, action.due_on)}."
        for action in dated
    ]
    return (
        _said("The soonest actions", f"{counted(len(said), 'action')}."),
        listed("bullet", said, ""),
    )
