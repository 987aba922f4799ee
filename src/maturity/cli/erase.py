"""`erase`: words that must not be kept, taken out of the record and the evidence of a session."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from maturity.cli.desk import Desk, by_option, session_argument, to_the_end
from maturity.cli.speech import counted, described, is_attended, say, warn
from maturity.frozen import dataclass
from maturity.laptop import unkept_file
from maturity.session.acts.act import Refused
from maturity.session.rewriting.elsewhere import looked_into, other_sessions
from maturity.session.rewriting.erasing import Erasing, entry_named, erasing, with_texts
from maturity.session.rewriting.folder import Files, gather
from maturity.session.rewriting.journals import new_journals
from maturity.session.rewriting.left import left_standing
from maturity.session.rewriting.matching import TooLittle, Words
from maturity.session.rewriting.target import Target, mark_of
from maturity.sessions import session_names
from maturity.text import clean_line
from maturity.workshop import Workshop

__all__ = ["erase_command"]

_LONGEST_REASON = 200
_MANY = 50
_MOST_NAMED = 8
_MARK_HOLDS = (
    "The mark that stands for what is taken out would hold these words itself. Say who erases "
    "with --by, and a reason with --because that does not hold them."
)
_COPIES = (
    "Papers already made, copies elsewhere (on other laptops, in e-mails, in backups of this "
    "laptop) and the list of commands that your shell keeps are not touched."
)
_UNREAD = "Not looked into, as they are no part of the record"
_WHY = "Why (may be left empty; never the words)"
_OTHERWISE = (
    "Words can be taken out once it can be changed again. To be rid of all of it now: maturity "
    "close SESSION --delete-all"
)


@dataclass(frozen=True, slots=True)
class _Wished:
    """What a person wants taken out."""

    words: str | None
    entry: str | None
    because: str | None
    is_sure: bool


@click.pass_obj
def _erase(desk: Desk, /, session: str, by: str | None, *, yes: bool, **what: Any) -> None:
    because = what.pop("because")
    because = because if because is None else clean_line(because, cap=_LONGEST_REASON)
    wished = _Wished(**what, because=because, is_sure=yes)
    if (wished.words is None) == (wished.entry is None):
        raise click.UsageError("Say what to take out: --words TEXT, or --entry ID.")
    desk = desk.typed_by(by)
    with desk.opened(session, may_be_closed=True) as workshop:
        _erase_in(desk, workshop, wished)
    if wished.words is not None:
        _forget(desk, Words(wished.words))


def _erase_in(desk: Desk, workshop: Workshop, wished: _Wished) -> None:
    if workshop.read_only:
        raise Refused(f"Nothing was erased. {workshop.read_only} {_OTHERWISE}")
    session_id = workshop.state.session.id
    laptop = (unkept_file(desk.laptop.folder, session_id), desk.laptop.survey_columns(session_id))
    files = gather(desk.fs, workshop.folder, laptop)
    because = wished.because or ""
    target = _target(desk, files, wished, because)
    found = erasing(files, target, because)
    parts = _parts(files, target, found, wished.words or "")
    for line in (*_found(found), *parts, *_left(desk, files, target, found)):
        say(line)
    if found.plan.touches_nothing or not found.places:
        _nothing_left(workshop, found)
        return
    _be_sure(found, wished)
    if wished.because is None and not wished.is_sure:
        because = clean_line(click.prompt(_WHY, default="", err=True), cap=_LONGEST_REASON)
        target = _target(desk, files, wished, because)
        found = erasing(files, target, because)
    with to_the_end():
        workshop.rewrite(found.plan)
    say(f"Erased. In its place stands: {target.mark}")


def _forget(desk: Desk, words: Words) -> None:
    """Take papers and folders that are gone, and have the words in their name, off the lists."""
    laptop = desk.laptop

    def is_kept(path: str) -> bool:
        return not words.stand_in_name(path) or Path(path).exists()

    papers = {path: sha256 for path, sha256 in laptop.papers.items() if is_kept(path)}
    recent = tuple(filter(is_kept, laptop.recent))
    if len(papers) < len(laptop.papers) or recent != laptop.recent:
        kept = replace(laptop, papers=MappingProxyType(papers), recent=recent)
        desk.with_laptop(kept).keep_laptop()


def _target(desk: Desk, files: Files, wished: _Wished, because: str) -> Target:
    target = Target(mark_of(desk.today.isoformat(), desk.by, because))
    if wished.words is None:
        journals = new_journals(files, lambda event: event, lambda _: False)
        entry = entry_named(journals, wished.entry or "")
        return with_texts(replace(target, entry=entry), journals)
    try:
        words = Words(wished.words)
    except TooLittle as problem:
        raise Refused(str(problem)) from problem
    if words.stand_in(target.mark):
        raise Refused(_MARK_HOLDS)
    return replace(target, words=words)


def _found(found: Erasing) -> Iterator[str]:
    if found.things:
        things = ", ".join(f"{thing} {count}" for thing, count in sorted(found.things.items()))
        yield f"In the record: {counted(found.things.total(), 'line')} ({things})."
    if found.evidence:
        places = counted(found.evidence.total(), "text")
        yield f"In evidence: {places} of {counted(len(found.evidence), 'document')}."
    if found.copies:
        yield f"In copies of the record: {_listed(found.copies)}."
    if found.waiting:
        yield "On this laptop: in what waits beside its settings for this session."


def _parts(files: Files, target: Target, found: Erasing, words: str) -> Iterator[str]:
    """Each word, such as a first name, that stands in places of its own as well."""
    parts = dict.fromkeys(words.split())
    for part in parts if len(parts) > 1 and found.places else ():
        with suppress(TooLittle):
            places = erasing(files, replace(target, words=Words(part)), "").places - found.places
            if places > 0:
                alone = f'"{part}" by itself, in {counted(places, "more place")}'
                yield f'Not touched: {alone}. To take it too: --words "{part}"'


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _left(desk: Desk, files: Files, target: Target, found: Erasing) -> Iterator[str]:
    """What holds the words, or may hold them, and is not touched."""
    if target.words is not None:
        for line in left_standing(files, found.record, target.words, found.stays):
            yield f"Not touched: {line}"
        yield from _elsewhere(desk, files, target.words)
    elif files.others:
        yield f"{_UNREAD}: {_listed(files.others)}."
    if target.entry[2:3] == ("links",):
        yield "Not touched: the document that it quotes. Take words out of that with --words TEXT."
    if not found.plan.touches_nothing:
        yield _COPIES


def _elsewhere(desk: Desk, files: Files, words: Words) -> Iterator[str]:
    beside = looked_into(desk.fs, files.folder, files.others, words)
    if beside.holding:
        held = _listed(beside.holding)
        yield f"Not touched: {held}. They hold the words and are no part of the record."
    if beside.unread:
        yield f"{_UNREAD}: {_listed(beside.unread)}."
    folders = (desk.sessions / name for name in session_names(desk.sessions))
    others = tuple(one for one in folders if one.resolve() != files.folder.resolve())
    if sessions := other_sessions(desk.fs, others, words):
        yield f"Not touched: other sessions with the words: {_listed(sessions)}. Erase them there."


def _nothing_left(workshop: Workshop, found: Erasing) -> None:
    if not found.settles:
        say("Nothing of the kind stands in this session, so nothing was erased.")
        return
    with to_the_end():
        workshop.rewrite(found.plan)
    say("That is finished now: nothing of the kind stands in this session any more.")


def _be_sure(found: Erasing, wished: _Wished) -> None:
    places = counted(found.places, "place")
    if found.places > _MANY:
        warn(f"That is {places}, more than a name usually has. Are these the right words?")
    if wished.is_sure:
        return
    if not is_attended():
        raise Refused("Nothing was erased, as nobody can be asked here. To do it: --yes")
    if not click.confirm(f"Take this out for good ({places})? Undo cannot bring it back", err=True):
        raise Refused("Nothing was erased.")


erase_command = click.Command(
    "erase",
    params=[
        session_argument(),
        click.Option(["--words"], metavar="TEXT", help="The words, wherever they stand."),
        click.Option(
            ["--entry"], metavar="ID", help="One entry (a note, an action ...), by its id."
        ),
        click.Option(
            ["--because"], metavar="TEXT", help="Why; stands in the mark, so never the words."
        ),
        click.Option(["--yes"], is_flag=True, help="Do not ask."),
        by_option(),
    ],
    callback=_erase,
    help=described(
        "Take words that must not be kept, such as a child's name, out of the record of a session, "
        "its backups and its evidence: first it says where they stand, then it asks. A text that "
        "somebody typed goes whole, of a document only the words go; a mark says who took them "
        "out, when and why. Undo cannot bring them back. Papers already made are named, and not "
        "touched.\n\n"
        "Capitals do not matter, nor the kind of apostrophe. Words count whole: Ann is not found "
        "in Annette or Ann-Marie, and Zoe is not Zoë.",
        'maturity erase northmere --words "Jo Example" --because "names a child"',
    ),
    short_help="Take out words that must not be kept, for good.",
)
