"""The papers a session can give, made and put on the disk away from the screen."""

from datetime import datetime
from pathlib import Path

from maturity.frozen import dataclass
from maturity.judgement.view import Audience
from maturity.report.content import board_paper, public_edition
from maturity.report.naming import known_names
from maturity.report.notices import Notice, notices
from maturity.report.paper import Paper, Reference
from maturity.report.write import Written, file_name, write_paper
from maturity.session.fs import RealFs
from maturity.tui.sitting import Sitting

__all__ = ["PAPERS", "Kind", "Look", "look", "write"]

_EXPORTS = "exports"
_NOT_KEPT = "A different view is typed and not kept, so it is in no paper; d there reads it back."


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper as the list offers it: for whom, its name, and what it leaves out."""

    audience: Audience
    name: str
    about: str


PAPERS = (
    Kind(Audience.BOARD, "Board paper (Word)", "every word for the board, dissent in full"),
    Kind(Audience.PUBLIC, "Public version (Word)", "dissent of public reach only, room totals"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """A paper before it is made: where it would stand, and what to know about it."""

    kind: Kind
    path: Path
    notices: tuple[Notice, ...]


def _paper(sitting: Sitting, kind: Kind) -> Paper:
    workshop = sitting.workshop
    view = workshop.view(kind.audience)
    as_of = datetime.fromisoformat(workshop.saved_at)
    if kind.audience is Audience.PUBLIC:
        return public_edition(view, as_of=as_of)
    session, body, n = workshop.reference.split()
    reference = Reference(session, view.framework.fingerprint, body, int(n))
    return board_paper(view, as_of=as_of, reference=reference)


def look(sitting: Sitting, kind: Kind) -> Look:
    """What a paper would be called, and what to know before it leaves the room."""
    paper = _paper(sitting, kind)
    workshop = sitting.workshop
    path = workshop.folder / _EXPORTS / file_name(paper)
    register = [person.name for person in workshop.view(Audience.FACILITATOR).people]
    names = known_names(register, workshop.shelf)
    told = notices(workshop.view(kind.audience), paper, names)
    unkept = (Notice("view-not-kept", item, _NOT_KEPT) for item in sitting.unkept)
    return Look(kind, path, (*unkept, *told))


def write(sitting: Sitting, kind: Kind, ledger: dict[str, str]) -> Written:
    """Make a paper and put it into the exports of the session; takes a second or two.

    `ledger` has the SHA-256 of each paper written here, by path. Raises `NotWritten`.
    """
    # the writer of Word files is slow to load and nothing before an export needs it
    from maturity.report.word import word_bytes  # noqa: PLC0415 see above

    paper = _paper(sitting, kind)
    path = sitting.workshop.folder / _EXPORTS / file_name(paper)
    return write_paper(RealFs(), word_bytes(paper), path, ledger)
