"""The end of retention: what goes, what is kept of it, and how that is recorded.

A pure decision: the bytes of all files in, a plan and sentences out. Nothing is ever closed
because a day has come.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from maturity.frozen import dataclass
from maturity.session.acts.act import Change
from maturity.session.rewriting import evidence
from maturity.session.rewriting.folder import Files, Step
from maturity.session.rewriting.group_counts import (
    has_groups,
    may_hold_groups,
    without_groups,
    without_groups_in,
)
from maturity.session.rewriting.journals import NewJournals, new_journals
from maturity.session.rewriting.plan import Rewriting, left_behind, named_lines
from maturity.session.rewriting.snapshots import new_snapshot, unchecked
from maturity.session.state import SessionState
from maturity.session.unfinished import LINKED_ONLY, is_of_linked, unfinished

__all__ = ["Closing", "Wanted", "closing", "kept_until"]

_DROPPED = "[counts by voice group dropped {by}]\n"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants of a closing: who and when, in words, and what is to go.

    `gap_words` are what may be told of voice groups, which outlives their counts.
    """

    by: str
    linked_only: bool
    gap_words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing comes to.

    `on_counts` and `on_evidence` say what becomes of the counts by voice group and of the
    excerpts; the latter is empty where those stay.
    """

    plan: Rewriting
    on_counts: str
    on_evidence: tuple[str, ...]
    closed: str


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The steps that leave linked excerpts alone, and what that leaves."""

    steps: tuple[Step, ...] = ()
    kept: int = 0
    of: int = 0
    without: int = 0
    damaged: int = 0


def kept_until(state: SessionState, today: date) -> str:
    """Whether the day until which the session is to be kept is past."""
    day = state.settings.get("keep_until")
    if not isinstance(day, str):
        return "No day is set until which the session is to be kept (keep_until)."
    is_past = day < today.isoformat()
    return (
        f"The session is to be kept until {day}, which is {'past' if is_past else 'not past yet'}."
    )


def closing(files: Files, state: SessionState, wanted: Wanted) -> Closing:
    """What is dropped, how that is recorded, and what a person is told before."""
    keeps = state.settings.get("keep_group_tallies") is True
    transform = (lambda event: event) if keeps else without_groups
    journals = new_journals(files, transform, lambda raw: not keeps and may_hold_groups(raw))
    kept = _evidence(files, state) if wanted.linked_only else _Evidence()
    copies = () if keeps else tuple(_copies(files, wanted.by))
    had_counts = bool(journals.changed)
    what = [_counts_went(state, keeps=keeps, had_counts=had_counts), *_excerpts_went(kept, wanted)]
    closed = f"{wanted.by}: {', '.join(part for part in what if part)}".removesuffix(": ")
    cut_off = tuple(one for one in unfinished(journals.before) if one.act == "close")
    settles = tuple(one for one in cut_off if wanted.linked_only or not is_of_linked(one))
    if any(is_of_linked(one) == wanted.linked_only for one in settles):
        closed = state.session.closed or closed
    elif state.session.closed:
        closed = f"{state.session.closed}; then {closed}"
    plan = Rewriting(
        "close",
        _begin(state, wanted, journals, closed),
        {event.id: event for event in journals.events if event.id in journals.changed},
        (*left_behind(files), *kept.steps, *copies),
        journals.steps,
        tuple(one.action for one in settles),
    )
    return Closing(plan, _on_counts(state, keeps=keeps), tuple(_on_evidence(kept, wanted)), closed)


def _begin(
    state: SessionState, wanted: Wanted, journals: NewJournals, closed: str
) -> tuple[Change, ...]:
    words: tuple[Change, ...] = ()
    if journals.changed and state.session.gap_words is None:
        words = (Change("set", ("session", "gap_words"), dict(wanted.gap_words)),)
    when: tuple[Change, ...] = ()
    if closed != state.session.closed:
        when = (Change("set", ("session", "closed"), closed),)
    what = {"text": "counts by voice group", LINKED_ONLY: wanted.linked_only}
    return (*words, *when, *named_lines(tuple(sorted(journals.changed)), what))


def _counts_went(state: SessionState, *, keeps: bool, had_counts: bool) -> str:
    if keeps:
        return "counts by voice group kept"
    dropped = "counts by voice group dropped"
    return dropped if had_counts and state.session.gap_words is None else ""


def _excerpts_went(kept: _Evidence, wanted: Wanted) -> tuple[str, ...]:
    return (f"{kept.kept} of {kept.of} excerpts kept",) if wanted.linked_only else ()


def _on_counts(state: SessionState, *, keeps: bool) -> str:
    items = (*state.pillar.values(), *state.criterion.values())
    if keeps:
        return "Counts by voice group are kept, as the setting keep_group_tallies says."
    if has_groups(items):
        return (
            "Counts by voice group are dropped, from the record and every copy of it here. What "
            "may be told of groups is kept in words."
        )
    return "The session has no counts by voice group."


def _on_evidence(kept: _Evidence, wanted: Wanted) -> Iterator[str]:
    if not wanted.linked_only:
        return
    yield (
        f"{kept.kept} of {kept.of} excerpts are linked and kept; the others go, with the people, "
        "actions and decisions that documents list."
    )
    if kept.without:
        one = kept.without == 1
        documents = "1 document" if one else f"{kept.without} documents"
        yield f"{documents} without a link {'keeps its' if one else 'keep their'} title alone."
    if kept.damaged:
        files = "1 evidence file" if kept.damaged == 1 else f"{kept.damaged} evidence files"
        yield f"{files} that cannot be read or are no longer used go whole; links keep their words."


def _evidence(files: Files, state: SessionState) -> _Evidence:
    linked = _linked(state)
    steps: list[Step] = []
    kept = of = without = damaged = 0
    for name, raw in files.within("evidence").items():
        found = evidence.linked_alone(raw, linked)
        if found is None or not any(one[:16] in name for one in state.documents):
            steps.append(Step(files.folder / name, None))
            damaged += 1
            continue
        content, its, had = found
        kept, of, without = kept + its, of + had, without + (not its)
        if its < had or content != raw:
            steps.append(Step(files.folder / name, content))
    steps += [
        Step(files.folder / name, None)
        for name in files.within("recovered")
        if name.endswith(".jsonl")
    ]
    return _Evidence(tuple(steps), kept, of, without, damaged)


def _linked(state: SessionState) -> Collection[str]:
    items = (*state.pillar.values(), *state.criterion.values())
    return {link.excerpt for item in items for link in item.links.values()}


def _copies(files: Files, by: str) -> Iterator[Step]:
    mark = _DROPPED.format(by=by).encode()
    for name, raw in {**files.within("recovered"), **files.within("backups")}.items():
        is_table = name.rpartition("/")[2].startswith("session-")
        if not may_hold_groups(raw) or not (is_table or name.endswith(".torn")):
            continue
        content = new_snapshot(raw, without_groups_in) if is_table else None
        if content is None:
            content = mark if is_table else _without_lines(raw, mark)
        if content != raw:
            yield Step(files.folder / name, content)


def _without_lines(raw: bytes, mark: bytes) -> bytes:
    lines = raw.split(b"\n")
    kept = (mark.strip() if may_hold_groups(line) else line for line in lines)
    return unchecked(b"\n".join(kept))
