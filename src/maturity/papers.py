"""The papers a session can give: made from what may be seen of it, and put on the disk."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from maturity.frozen import dataclass
from maturity.judgement.invited import invited
from maturity.judgement.view import Audience, Disclosed
from maturity.report.brand import PLAIN, Brand
from maturity.report.content import board_paper, highlights, preread, public_edition
from maturity.report.formats import FORMATS
from maturity.report.naming import known_names
from maturity.report.notices import Notice, notices, preread_notices
from maturity.report.paper import Paper, Reference
from maturity.report.rows import rows_said
from maturity.report.write import Written, file_name, write_paper
from maturity.session.fs import Fs
from maturity.workshop import Workshop

__all__ = ["Asked", "Made", "make", "put"]

_EXPORTS = "exports"
_TIGHT = "Page 1 may run to a second side: the template has less room on it than our own page."


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper is asked for, and as what kind of file.

    `ending` is one of `FORMATS`; `marking` stands over the session's own; the `full` paper has
    level texts, a glossary and dismissed prompts as well. `highlights` asks for the highlight
    report, which the board's view makes; `preread` for the pack that is sent before the session.
    `brand` is the look of a council's papers; its marking stands where the session sets none.
    """

    audience: Audience = Audience.BOARD
    ending: str = "docx"
    marking: str | None = None
    full: bool = False
    highlights: bool = False
    preread: bool = False
    brand: Brand = PLAIN


@dataclass(frozen=True, slots=True)
class Made:
    """A paper before it is put on the disk: from which view, where by itself, and its notices."""

    asked: Asked
    paper: Paper
    view: Disclosed
    path: Path
    notices: tuple[Notice, ...]


def make(workshop: Workshop, asked: Asked) -> Made:
    """The paper asked for, and what a person should know before it leaves the room."""
    # the board's view, which most papers are made from, has the whole register too
    register = [person.name for person in workshop.view(Audience.BOARD).people]
    names = known_names(register, workshop.shelf)
    asked = _marked(workshop, asked)
    said = rows_said(workshop.shelf, is_whole=not workshop.evidence_notices)
    if asked.preread:
        sent = invited(workshop.state, workshop.framework, said)
        view = sent.shown
        paper = preread(sent, as_of=_as_of(workshop), marking=asked.marking)
        found = preread_notices(sent, paper, names)
    else:
        view = workshop.view(asked.audience, said)
        paper = _paper(workshop, view, asked)
        found = notices(view, paper, names)
    path = workshop.folder / _EXPORTS / file_name(paper, asked.ending)
    return Made(asked, paper, view, path, (*found, *_of_brand(asked, paper)))


def _marked(workshop: Workshop, asked: Asked) -> Asked:
    """With the marking of the brand, unless somebody set one for this paper or this session."""
    has_own = asked.marking is not None or isinstance(workshop.state.settings.get("marking"), str)
    return asked if has_own else replace(asked, marking=asked.brand.marking)


def _of_brand(asked: Asked, paper: Paper) -> Iterator[Notice]:
    """What the paper does not take from the template, and why."""
    brand = asked.brand
    if brand is PLAIN:
        return
    if asked.ending == "docx":
        # a sixth of a second that nothing but the making of a Word file need take
        from maturity.report.word.council.branding import dressed  # noqa: PLC0415 see above
        from maturity.report.word.council.overflow import overflows  # noqa: PLC0415 see above

        dress = dressed(brand)
        said = dress.repairs
        if not asked.preread and overflows(paper, dress):
            said = (*said, _TIGHT)
    else:
        only = ("A template changes the look of Word files only.",) if brand.look else ()
        said = (*brand.repairs, *only)
    yield from (Notice("template", "", one) for one in said)


def _as_of(workshop: Workshop) -> datetime:
    return datetime.fromisoformat(workshop.saved_at)


def _paper(workshop: Workshop, view: Disclosed, asked: Asked) -> Paper:
    as_of = _as_of(workshop)
    if asked.audience is Audience.PUBLIC:
        return public_edition(view, as_of=as_of, marking=asked.marking, full=asked.full)
    session, body, n = workshop.reference.split()
    reference = Reference(session, view.framework.fingerprint, body, int(n))
    if asked.highlights:
        return highlights(view, as_of=as_of, reference=reference, marking=asked.marking)
    return board_paper(
        view, as_of=as_of, reference=reference, marking=asked.marking, full=asked.full
    )


def put(fs: Fs, made: Made, ledger: Mapping[str, str], path: Path | None = None) -> Written:
    """Write the paper at `path`, or where it stands by itself; takes a second or two.

    `ledger` has the SHA-256 of each paper written on this laptop, by path. Raises `NotWritten`.
    """
    raw = FORMATS[made.asked.ending].make(made.paper, made.asked.brand)
    return write_paper(fs, raw, path or made.path, ledger)
