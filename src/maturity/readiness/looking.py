"""What one session is like before the workshop, read and not changed."""

from datetime import date
from pathlib import Path

from maturity.framework import Framework
from maturity.judgement.lists import voices
from maturity.judgement.timing.pacing import session_plan
from maturity.readiness.facts import Folder, SessionFacts
from maturity.readiness.trying import folder_at
from maturity.session.fs import Fs
from maturity.session.lock import said_holder
from maturity.session.state import SessionState
from maturity.session.store import Clock, Typist
from maturity.words.dates import parse_date_text
from maturity.workshop import Workshop

__all__ = ["session_facts"]


def session_facts(fs: Fs, folder: Path, typist: Typist, clock: Clock) -> SessionFacts:
    """The session in `folder`, with all its evidence files read.

    Raises `NoSession` and `OSError` where it does not open.
    """
    workshop = Workshop.open(folder, typist, clock, to_read=True, fs=fs)
    state = workshop.state
    framework = workshop.framework
    plan = session_plan(framework, state)
    kept = (*state.pillar.items(), *state.criterion.items())
    linked = {name for name, item in kept if item.links}
    return SessionFacts(
        clock().date(),
        folder=_tried(fs, folder, typist),
        title=state.session.title,
        framework=f"{framework.title} {framework.version}",
        read_only=workshop.read_only,
        is_closed=bool(state.session.closed),
        held=_held(folder),
        found=workshop.recovered,
        documents=len(state.documents),
        lost=_lost(workshop),
        time=plan.sentence,
        fits=plan.fits,
        held_on=_day(state.session.date),
        starts=_said(state, "starts"),
        is_placed=bool(_said(state, "place") or _said(state, "joining")),
        people=len(state.people),
        unasked=_unasked(state, framework),
        items=len(framework.items),
        bare=sum(item.id not in linked for item in framework.items),
        keep_until=_day(state.settings.get("keep_until")),
    )


def _said(state: SessionState, name: str) -> str:
    value = state.settings.get(name)
    return value.strip() if isinstance(value, str) else ""


def _unasked(state: SessionState, framework: Framework) -> tuple[str, ...]:
    groups = voices(state, framework)
    return tuple(one.label for one in groups if one.core and not one.invited)


def _lost(workshop: Workshop) -> tuple[str, ...]:
    _ = workshop.shelf  # only once a file was read is it known to be damaged
    return workshop.evidence_notices


def _tried(fs: Fs, folder: Path, typist: Typist) -> Folder:
    return folder_at(fs, folder.absolute(), f".maturity-{typist.opening}")


def _held(folder: Path) -> str:
    try:
        return said_holder(folder)
    except OSError as problem:
        return f"Whether another window has it open is not known ({problem.strerror or problem})."


def _day(said: object) -> date | None:
    return parse_date_text(said).day if isinstance(said, str) else None
