"""What each paper holds, in which order, whatever the format it is written in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from maturity.judgement.board import standing
from maturity.judgement.invited import Invited
from maturity.judgement.view import Disclosed
from maturity.report.blocks import Block, Contents, Paragraph, Table
from maturity.report.glossary import spelled_out, used_words
from maturity.report.paper import Audience, Paper, Reference
from maturity.report.phrases import sentence, words
from maturity.report.sections.annexes import attendance, changes, glossary
from maturity.report.sections.decisions import asked, decisions
from maturity.report.sections.disagreement import disagreement
from maturity.report.sections.evidence import evidence, evidence_refs
from maturity.report.sections.followup import actions, kloes, risks
from maturity.report.sections.groups import group_numbers
from maturity.report.sections.highlights import highlight_parts
from maturity.report.sections.items import items
from maturity.report.sections.levels import level_texts
from maturity.report.sections.method import families, method
from maturity.report.sections.preread import (
    about,
    families_page,
    last_time,
    short_forms,
    to_bring,
)
from maturity.report.sections.preread_items import item_pages
from maturity.report.sections.progress import progress
from maturity.report.sections.ratings import ratings
from maturity.report.sections.summary import front, public_summary, summary
from maturity.words.calendar import said_date

__all__ = ["HIGHLIGHTS", "board_paper", "highlights", "preread", "public_edition"]

HIGHLIGHTS: Final = "highlight-report"
"""The kind of paper that `highlights` makes."""

_SHORT_MARK = 8
_PUBLIC = "Public edition. Some details are left out to protect people."
_NUMBERED = "Sections keep the numbers they have in the board's paper; section 10 comes first here."


def board_paper(
    view: Disclosed,
    *,
    as_of: datetime,
    reference: Reference,
    marking: str | None = None,
    full: bool = False,
) -> Paper:
    """The paper for the board, from the view of the board.

    `as_of` is the time of the last event, with its zone; `marking` stands over the session's own.
    The `full` one adds the level texts, the glossary and the prompts that were dismissed.
    """
    main = (
        *front(view),
        *summary(view, _title(view)),
        Contents(),
        *decisions(view),
        *_two_to_eight(view, full=full),
        *method(view, reference, full=full),
        *families(view),
    )
    blocks = _with_annexes(view, main, tuple(group_numbers(view)), full=full)
    return _paper(
        view,
        blocks,
        as_of=as_of,
        reference=reference,
        marking=marking,
        full=full,
        asks=asked(view),
    )


def public_edition(
    view: Disclosed, *, as_of: datetime, marking: str | None = None, full: bool = False
) -> Paper:
    """The paper for anyone, from the view of the public: no way back to the session."""
    main = (
        sentence(_PUBLIC),
        *front(view),
        Paragraph(words(_NUMBERED), "meta"),
        *public_summary(view),
        *families(view),
        Contents(),
        *_two_to_eight(view, full=full),
        *method(view, None, full=full),
    )
    blocks = _with_annexes(view, main, (), full=full)
    return _paper(view, blocks, as_of=as_of, reference=None, marking=marking, full=full)


def highlights(
    view: Disclosed, *, as_of: datetime, reference: Reference, marking: str | None = None
) -> Paper:
    """The highlight report in four headings, from the view of the board."""
    blocks = spelled_out((front(view)[0], *highlight_parts(view)), view.framework.glossary)
    paper = _paper(view, blocks, as_of=as_of, reference=reference, marking=marking, full=False)
    place = _place(view)
    return replace(
        paper,
        kind=HIGHLIGHTS,
        title=f"{view.framework.title} highlight report: {place}",
        subject=f"Highlights of the self-assessment of {place}",
    )


def preread(view: Invited, *, as_of: datetime, marking: str | None = None) -> Paper:
    """The pack that is sent before the session, from what people who are invited may see."""
    shown = view.shown
    blocks = (
        *about(view),
        *families_page(view),
        *to_bring(view),
        Contents(new_page=False),
        *item_pages(view),
    )
    known, last = shown.framework.glossary, last_time(view)
    forms = short_forms(used_words((*blocks, *last), known))
    spelled = _spelled_but_tables((*blocks, *last), known)
    spelled = (*spelled[: len(blocks)], *forms, *spelled[len(blocks) :])
    paper = _paper(shown, spelled, as_of=as_of, reference=None, marking=marking, full=False)
    place = _place(shown)
    return replace(
        paper,
        kind="pre-reading-pack",
        title=f"Pre-reading for {shown.framework.title}: {place}",
        subject=f"What to read before the self-assessment of {place}",
        status="BEFORE THE SESSION",
    )


def _spelled_but_tables(blocks: tuple[Block, ...], known: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks with their abbreviations spelled out; the framework's level texts stay as are."""
    texts = iter(spelled_out((one for one in blocks if not isinstance(one, Table)), known))
    return tuple(one if isinstance(one, Table) else next(texts) for one in blocks)


def _two_to_eight(view: Disclosed, *, full: bool) -> tuple[Block, ...]:
    refs = evidence_refs(view)
    return (
        *disagreement(view),
        *ratings(view),
        *items(view, refs, full=full),
        *actions(view),
        *progress(view),
        *kloes(view),
        *risks(view),
        *evidence(view, refs),
    )


def _with_annexes(
    view: Disclosed, main: tuple[Block, ...], numbers: tuple[Block, ...], *, full: bool
) -> tuple[Block, ...]:
    """The whole paper, its abbreviations spelled out; letters stay where A and C are left out.

    The framework's own words in annex A stand as they are.
    """
    listed, known = attendance(view), view.framework.glossary
    spelled = spelled_out((*main, *listed, *changes(view), *numbers), known)
    if not full:
        return spelled
    texts = level_texts(view)
    used = used_words((*spelled, *texts), known)
    b, c = len(main), len(main) + len(listed)
    return (*spelled[:b], *texts, *spelled[b:c], *glossary(used), *spelled[c:])


def _paper(
    view: Disclosed,
    blocks: tuple[Block, ...],
    *,
    as_of: datetime,
    reference: Reference | None,
    marking: str | None,
    full: bool,
    asks: tuple[tuple[str, str], ...] = (),
) -> Paper:
    audience: Audience = "board" if reference else "public"
    session = view.session
    place, status = _place(view), standing(view).status
    kind = "board-paper" if audience == "board" else "public-edition"
    return Paper(
        kind=f"{kind}-full" if full else kind,
        audience=audience,
        title=_title(view),
        short_title=place,
        subject=f"{status.capitalize()} self-assessment of {place}",
        author=_author(session.area, session.board),
        keywords=("self-assessment", view.framework.title, place),
        language=view.framework.language,
        marking=session.marking if marking is None else marking,
        status=status,
        version=_version(view, as_of, reference),
        as_of=as_of,
        reference=reference,
        blocks=blocks,
        asked=asks,
    )


def _version(view: Disclosed, as_of: datetime, reference: Reference | None) -> str:
    """What stands at the foot: two papers with the same words here were made from the same words.

    The public have no need of a way back to the session, so theirs names the framework alone.
    """
    day = said_date(as_of.date())
    marks = (view.framework.fingerprint, reference.body if reference else "")
    named = "-".join(mark[:_SHORT_MARK] for mark in marks if mark)
    said = f"Version {reference.n}, as of {day}" if reference else f"As of {day}"
    return f"{said}; reference {named}" if named else said


def _place(view: Disclosed) -> str:
    session = view.session
    return ", ".join(part for part in (session.area, session.period) if part) or session.title


def _title(view: Disclosed) -> str:
    return f"{view.framework.title} self-assessment: {_place(view)}"


def _author(area: str, board: str) -> str:
    """The body the paper is for; never a person or a program."""
    return board if area.casefold() in board.casefold() else f"{area} {board}"
