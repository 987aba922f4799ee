"""The pack before the session: what it is, how the day runs, what to bring, and the last pages."""

from collections.abc import Iterable
from typing import Final

from maturity.judgement.invited import Invited, RunView
from maturity.judgement.view import AimView, ItemView, LastView
from maturity.judgement.wording import different_views
from maturity.report.blocks import Block, Callout, Column, Heading, ListBlock, Span, Table
from maturity.report.meant import meant
from maturity.report.phrases import (
    counted,
    dated,
    ended,
    item_short,
    joined,
    level_cell,
    listed,
    plain,
    sentence,
    within,
    words,
)

__all__ = ["about", "families_page", "last_time", "short_forms", "to_bring"]

_WHAT_IT_IS = (
    "Everyone who is invited gets this pack. It has the questions we are going to answer together, "
    "what each level says, and the evidence that is linked so far."
)
_WHAT_IT_IS_NOT = (
    "It is not an inspection, not a survey and not a draft of the answers: no level is chosen "
    "before the session."
)
_CHANGED: Final = ("What has changed in the last year.", "What has changed since last time.")
_OURS: Final = (
    "The experience or the data that you would point to.",
    "{changed}",
    "Anything dated in the last 12 months.",
    "This pack.",
)
_FOR_FAMILIES = (
    "This is what the session is about, in plain words. Say how each of these is for you, and how "
    "you can tell. Nobody needs to have read the rest. What you live with is evidence, and stands "
    "beside any document. Say it on the day, or ask someone to say it for you. Please do not name "
    "or describe a child."
)
_LAST_COLUMNS = (
    Column("Item", 46, row_header=True),
    Column("Level last time", 34),
    Column("Aim that was set", 60),
    Column("Different views", 34),
)


def about(view: Invited) -> tuple[Block, ...]:
    """The first page: what this is and is not, when and where, how it runs, who may differ."""
    session = view.shown.session
    return (
        Callout(
            "banner",
            "BEFORE THE SESSION:",
            (words("read it, make up your own mind, and bring it with you."),),
        ),
        Heading(1, "About this pack", "about"),
        sentence(_WHAT_IT_IS),
        sentence(_WHAT_IT_IS_NOT),
        Callout(
            "notice",
            "Notes may be released on request.",
            (words("Do not name or describe a child."),),
        ),
        Heading(2, "When and where", "when"),
        ListBlock("bullet", tuple(words(line) for line in _when(view))),
        Heading(2, "How the session runs", "run"),
        ListBlock("number", tuple(words(line) for line in _steps(view.run, view.shown.items))),
        sentence(f"How we vote: {within(view.run.voting)}"),
        Heading(2, "If you see it differently", "differently"),
        ListBlock("bullet", tuple(words(line) for line in different_views(session.board))),
    )


def _when(view: Invited) -> Iterable[str]:
    session = view.shown.session
    yield f"Date: {dated(session.date)}." if session.date else "Date: not set yet."
    typed = (("Starts", view.starts), ("Place", view.place), ("How to join", view.joining))
    yield from (f"{name}: {ended(text)}" for name, text in typed if text.strip())
    yield f"Length: {counted(session.minutes, 'minute')}."


def _steps(run: RunView, items: tuple[ItemView, ...]) -> Iterable[str]:
    questions = counted(len(items), "question")
    long = f", about {counted(run.each, 'minute')} each" if run.each else ""
    yield f"Opening, {counted(run.opening, 'minute')}: who is here, the ground rules, how we vote."
    yield (
        f"Then {questions}{long}: we read it, look at the evidence, each choose a level, see all "
        "choices at once, talk, and agree a level for now and why."
    )
    if run.breaks:
        length = counted(run.break_minutes, "minute")
        yield f"A break of {length} after {joined(run.breaks)}."
    yield f"Closing, {counted(run.closing, 'minute')}: who does what next, and what we ask for."


def to_bring(view: Invited) -> tuple[Block, ...]:
    """What to bring: as it was typed, else what always helps."""
    changed = _CHANGED[bool(view.last)]
    ours = (line.format(changed=changed) for line in _OURS)
    return (
        Heading(1, "What to bring", "bring"),
        listed("bullet", view.shown.page.bring or ours, ""),
    )


def families_page(view: Invited) -> tuple[Block, ...]:
    """One page with the questions in plain words."""
    return (
        Heading(1, f"For {meant(view.shown).who}", "for-families", new_page=True),
        sentence(_FOR_FAMILIES),
        listed("number", map(_plainly, view.shown.items), "There are no questions yet."),
    )


def _plainly(item: ItemView) -> str:
    return item.families or item.question or item.title


def short_forms(used: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    """What the pack's short forms and terms mean, also those in the words of others; else none."""
    rows = [f"{name}: {meaning}" for name, meaning in used]
    if not rows:
        return ()
    return (Heading(1, "What the short forms mean", "short-forms"), listed("bullet", rows, ""))


def last_time(view: Invited) -> tuple[Block, ...]:
    """Where each item stood last time; nothing at all where there was none."""
    if not view.last:
        return ()
    rows = tuple(
        (
            words(item_short(view.shown.item(name))),
            level_cell(last.level) if last.level else words(_said(last)),
            _aim(last.aim),
            words(_views(last)),
        )
        for name, last in view.last.items()
    )
    summary = "One row for each item that was rated last time: its level, aim and different views."
    held = sorted({last.on for last in view.last.values() if last.on})
    when = f"Last time was {joined([dated(one) for one in held])}." if held else ""
    return (
        Heading(1, "Last time", "last-time", new_page=True),
        sentence("It stands here, at the end, so that you can make up your own mind first."),
        Table("last-levels", "How it stood last time", summary, _LAST_COLUMNS, rows),
        sentence(f"{when} Ask how far each aim was met.".strip()),
    )


def _said(last: LastView) -> str:
    return last.said if last.is_comparable else f"{last.said} (the words have changed since)"


def _aim(aim: AimView | None) -> tuple[Span, ...]:
    if aim is None:
        return words("None recorded")
    level = aim.level.label if aim.level else ""
    return plain(": ".join(part for part in (level, aim.text) if part), "None recorded")


def _views(last: LastView) -> str:
    if not last.views:
        return "None is left unanswered"
    return f"{len(last.views)} with no answer yet"
