"""`close`: the end of retention, when a person says so: what need not be kept of a session goes."""

from dataclasses import replace
from datetime import UTC
from types import MappingProxyType

import click

from maturity.cli.desk import Desk, by_option, session_argument, to_the_end
from maturity.cli.speech import counted, described, is_attended, say, warn
from maturity.judgement.groups.stored_gaps import gap_words
from maturity.judgement.view import Audience
from maturity.laptop import unkept_file
from maturity.session.acts.act import Refused
from maturity.session.lock import take_lock
from maturity.session.rewriting.closing import Closing, Wanted, closing, kept_until
from maturity.session.rewriting.deleting import delete, in_order
from maturity.session.rewriting.folder import gather, names_within, written_at
from maturity.session.state import SessionState
from maturity.session.store import SessionStore
from maturity.text import clean_line
from maturity.workshop import Workshop

__all__ = ["close_command"]

_NOBODY = "Nothing was changed, as nobody can be asked here. To do it: --yes"
_WAITING = (
    "A different view that was typed and not kept waits on this laptop, and a closed session "
    "takes none. Open the room first to keep it or throw it away."
)


@click.pass_obj
def _close(
    desk: Desk,
    /,
    session: str,
    by: str | None,
    title: str | None,
    *,
    linked_only: bool,
    delete_all: bool,
    yes: bool,
) -> None:
    if delete_all and linked_only:
        raise click.UsageError("Choose one: --linked-only or --delete-all.")
    if title is not None and not delete_all:
        raise click.UsageError("--title goes with --delete-all.")
    desk = desk.typed_by(by)
    if delete_all:
        _delete_all(desk, session, title)
        return
    with desk.opened(session, may_be_closed=True) as workshop:
        _close_in(desk, workshop, linked_only=linked_only, is_sure=yes)


def _close_in(desk: Desk, workshop: Workshop, *, linked_only: bool, is_sure: bool) -> None:
    state = workshop.state
    if workshop.read_only:
        raise Refused(f"Nothing was closed. {workshop.read_only}")
    if unkept_file(desk.laptop.folder, state.session.id).is_file():
        warn(_WAITING)
    gaps = workshop.view(Audience.FACILITATOR).gaps
    who = f"{desk.today.isoformat()} by {desk.by}"
    found = closing(
        gather(desk.fs, workshop.folder), state, Wanted(who, linked_only, gap_words(gaps))
    )
    for line in (kept_until(state, desk.today), found.on_counts, *found.on_evidence):
        say(line)
    if state.session.closed and found.plan.touches_nothing and not found.plan.settles:
        say(f"It was closed before ({state.session.closed}), and there is nothing more to drop.")
        return
    _be_sure(found, is_sure=is_sure)
    with to_the_end():
        workshop.rewrite(found.plan)
    say(f"Closed, {found.closed}. It can be read and exported, not changed.")


def _be_sure(found: Closing, *, is_sure: bool) -> None:
    if is_sure:
        return
    if not is_attended():
        raise Refused(_NOBODY)
    questions = ["Close this session for good? Undo cannot open it again"]
    if found.on_evidence:
        questions.append("Let everything that is not linked go for good")
    for question in questions:
        if not click.confirm(question, err=True):
            raise Refused("Nothing was changed.")


def _delete_all(desk: Desk, session: str, title: str | None) -> None:
    """Delete a session's own files, once its title was typed."""
    folder = desk.folder(session)
    since = desk.clock().astimezone(UTC).isoformat(timespec="seconds")
    lock = take_lock(folder, desk.by, since, wait_seconds=2)
    try:
        state = SessionStore.open(desk.fs, folder, desk.typist, desk.clock, to_read=True).state
        own, others = names_within(desk.fs, folder)
        say(kept_until(state, desk.today))
        say(f"{counted(len(own), 'file')} of this session in {folder}.")
        if others:
            say(f"Left where they are, as they are no part of the record: {', '.join(others)}.")
        _need_title(state, folder.name, title)
    except BaseException:
        lock.release()
        raise
    session_id, laptop = state.session.id, desk.laptop
    waiting = (unkept_file(laptop.folder, session_id), laptop.survey_columns(session_id))
    beside = [one for file in waiting for one in written_at(desk.fs, file)]
    files = (*beside, *(folder / name for name in in_order(own)))
    with to_the_end():
        _say_gone(is_gone=delete(desk.fs, folder, files, lock.release))
    _forget(desk, str(folder.absolute()), session_id)


def _need_title(state: SessionState, name: str, given: str | None) -> None:
    title = state.session.title or name
    if given is None and not is_attended():
        raise Refused("Nothing was deleted. To delete it all, give its title: --title TEXT")
    if given is None:
        say(f"To delete it for good, type its title: {title}")
        given = click.prompt("Title", default="", show_default=False, err=True)
    if clean_line(given) != clean_line(title):
        raise Refused(f'Nothing was deleted: its title is "{title}".')


def _say_gone(*, is_gone: bool) -> None:
    left = "" if is_gone else " Its folder stays, for what else is in it."
    say(
        f"Deleted.{left} Papers and copies elsewhere (on other laptops, in e-mails, in backups of "
        "this laptop) are not touched."
    )


def _forget(desk: Desk, folder: str, session_id: str) -> None:
    """Take the session out of what this laptop remembers."""
    laptop = desk.laptop
    places = {name: place for name, place in laptop.places.items() if name != session_id}
    recent = tuple(one for one in laptop.recent if one != folder)
    desk.with_laptop(replace(laptop, places=MappingProxyType(places), recent=recent)).keep_laptop()


close_command = click.Command(
    "close",
    params=[
        session_argument(),
        click.Option(
            ["--linked-only"],
            is_flag=True,
            help="Keep only the excerpts that are linked, and no list of a document.",
        ),
        click.Option(
            ["--delete-all"],
            is_flag=True,
            help="Delete the whole session, once its title was typed.",
        ),
        click.Option(
            ["--title"], metavar="TEXT", help="With --delete-all: the title of the session."
        ),
        click.Option(["--yes"], is_flag=True, help="Do not ask; --delete-all asks all the same."),
        by_option(),
    ],
    callback=_close,
    help=described(
        "End the retention of a session. Counts by voice group go, from the record and its "
        "backups, once what may be told of groups is kept in words; the setting "
        "keep_group_tallies keeps them. The session can be read and exported afterwards, not "
        "changed. Nothing is ever closed or deleted by itself.",
        "maturity close northmere --linked-only",
        'maturity close northmere --delete-all --title "Northmere, spring 2026"',
    ),
    short_help="End the retention of a session: drop what need not be kept, or all of it.",
)
