"""What one session is like before the workshop, read and not changed."""

from datetime import date
from pathlib import Path

from maturity.judgement.pacing import session_plan
from maturity.readiness.facts import Folder, SessionFacts
from maturity.readiness.trying import folder_at
from maturity.session.fs import Fs
from maturity.session.lock import said_holder
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
    return SessionFacts(
        clock().date(),
        folder=_tried(fs, folder, typist),
        title=state.session.title,
        framework=f"{framework.title} {framework.version}",
        read_only=workshop.read_only,
        held=_held(folder),
        found=workshop.recovered,
        documents=len(state.documents),
        lost=_lost(workshop),
        time=plan.sentence,
        fits=plan.fits,
        keep_until=_day(state.settings.get("keep_until")),
    )


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
