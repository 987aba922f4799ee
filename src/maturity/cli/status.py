"""`status`: what is rated, what is missing, and where it is saved."""

from collections.abc import Iterator, Sequence

import click

from maturity.cli.desk import Desk, json_option, session_argument
from maturity.cli.speech import counted, described, say, say_json
from maturity.judgement.first_votes import widest
from maturity.judgement.last_words import last_lines, unanswered_lines
from maturity.judgement.timing.pacing import session_plan
from maturity.judgement.timing.talk_time import rated_items
from maturity.judgement.timing.talk_words import kept_to, median_words, worth_talking
from maturity.judgement.triage import is_moved, is_settled, triage
from maturity.judgement.unknowns import unknowns
from maturity.judgement.view import Audience, BoardView, Disclosed, ItemView, PromptView, Withheld
from maturity.judgement.wording import waiting_votes
from maturity.judgement.words import talk_sentence
from maturity.workshop import Workshop

__all__ = ["status_command", "status_lines"]


@click.pass_obj
def _status(desk: Desk, session: str, *, as_json: bool) -> None:
    with desk.opened(session, to_read=True) as workshop:
        view = workshop.view(Audience.FACILITATOR)
        if as_json:
            # half of the module is this table
            from maturity.cli.status_json import status_json  # noqa: PLC0415 see above

            say_json(status_json(view, workshop.recovered))
            return
        for line in (*status_lines(view), *_time_lines(workshop, view)):
            say(line)
        if closed := workshop.state.session.closed:
            say(f"Closed {closed}. It can be read and exported, not changed.")
        saved = workshop.saved_at.replace("T", " ").removesuffix("Z")
        say(f"Kept in {workshop.folder} (last change {saved} UTC).")


def status_lines(view: Disclosed) -> Iterator[str]:
    """The session in plain lines: each item, what is missing, and every entry with its id."""
    session, framework = view.session, view.framework
    yield session.title
    yield ", ".join(part for part in (session.area, session.period, session.date) if part)
    yield f"Framework: {framework.title} {framework.version} ({framework.standing})"
    here = sum(person.state == "present" for person in view.people)
    if view.people:
        yield f"Register: {counted(len(view.people), 'person', 'people')}, {here} present"
    rated = sum(item.is_rated for item in view.items)
    yield f"{rated} of {len(view.items)} rated"
    if missing := unknowns(view.items):
        yield f"Evidence: {'; '.join(missing)}"
    yield ""
    gaps = {gap.pillar for gap in view.gaps}
    for item in view.items:
        yield from _item_lines(item, in_gap=item.pillar in gaps)
    yield from _gap_lines(view)
    yield from _listed("Actions", [(a.id, _action(a.text, a.owners, a.due)) for a in view.actions])
    yield from _listed(
        "Key lines of enquiry",
        [(k.id, f"{k.text} ({f'closed {k.closed}' if k.closed else 'open'})") for k in view.kloes],
    )
    yield from _listed("Decisions", [(one.id, one.text) for one in view.decisions])
    yield from _listed("Risks", [(one.id, one.text) for one in view.risks])
    yield from _listed(
        "Documents",
        [
            (one.id[:12], f"{one.title} ({counted(one.excerpts, 'excerpt')}, {one.links} linked)")
            for one in view.documents
        ],
    )


def _time_lines(workshop: Workshop, view: Disclosed) -> Iterator[str]:
    """What fits into the sitting, and which items to keep to where not all of them do."""
    framework, state = workshop.framework, workshop.state
    plan = session_plan(framework, state)
    yield ""
    yield f"Time: {plan.sentence}"
    items = tuple(item for item in rated_items(view) if item.discussed)
    chosen = worth_talking(items, widest(state, framework), plan.fit)
    if chosen:
        yield f"    {kept_to(items, chosen)}"
        yield "    For each of the others: maturity park SESSION ITEM --undiscussed"


def _item_lines(item: ItemView, *, in_gap: bool) -> Iterator[str]:
    name = f"{item.code} {item.title}".strip()
    yield f"{name} [{item.id}]: {item.rating.said}"
    yield from _answered(item.board)
    yield from _agreed(item, in_gap=in_gap)
    if item.parked is not None:
        yield f"    Not settled{median_words(item)}. {item.parked}".rstrip()
    if not item.discussed:
        yield "    Proposed, not discussed."
    yield from (f"    {line}" for line in (*last_lines(item), *unanswered_lines(item)))
    for dissent in item.dissents:
        held = f" holds {dissent.level.label}" if dissent.level else ""
        yield f"    Different view {dissent.id}: {dissent.who}{held} ({dissent.status})"
    for prompt in item.prompts:
        yield _prompt(prompt)
    for note in item.notes:
        private = " (private)" if note.private else ""
        yield f"    {(note.tag or 'note').capitalize()} {note.id}{private}: {note.text}"
    for link in item.links:
        yield f"    Evidence {link.excerpt} {link.stance}: {link.shows or link.quote}"
    if missing := _missing(item):
        yield f"    Missing: {', '.join(missing)}"


def _answered(board: BoardView | None) -> Iterator[str]:
    """What the board decided, when, and whether the rating moved since."""
    if board is None:
        return
    level = f" {board.said}" if board.said else ""
    note = f": {board.note.rstrip('.')}" if board.note else ""
    since = " The rating has changed since." if board.is_changed_since else ""
    minute = f", minute {board.minute}" if board.minute else ""
    yield f"    The board, {board.on}{minute}: {board.outcome}{level}{note}.{since}"


def _agreed(item: ItemView, *, in_gap: bool) -> Iterator[str]:
    """The latest vote and why it needs talk, what waits, and the confidence that is suggested."""
    if item.latest is not None:
        said = f"{item.latest.said} {item.latest.word_said}".rstrip()
        yield f"    Vote, round {item.latest.n}: {said}"
    needs = "" if is_settled(item) else talk_sentence(triage(item, has_gap=in_gap).flags)
    if needs:
        yield f"    {needs}"
    if item.waiting:
        yield f"    Vote: {waiting_votes(item.waiting)}"
    if item.suggested and item.is_rated:
        stands = item.rating.confidence or "not set"
        yield f"    Confidence {stands}; suggested: {item.suggested.said}"


def _gap_lines(view: Disclosed) -> Iterator[str]:
    """What is found of voice groups; the numbers are the facilitator's."""
    if view.gaps:
        yield ""
        yield "Voice groups:"
    for gap in view.gaps:
        where = f"{view.title_of(gap.pillar)}: " if gap.pillar else ""
        numbers = gap.numbers.reason if isinstance(gap.numbers, Withheld) else gap.numbers.said
        kept_back = gap.kept_back.reason if gap.kept_back else ""
        yield f"    {where}{gap.said} {numbers} {kept_back}".rstrip()


def _prompt(prompt: PromptView) -> str:
    private = " (for you alone)" if prompt.is_private else ""
    said = f"    Prompt {prompt.code or prompt.id}{private}: {prompt.text} {prompt.about}".rstrip()
    if prompt.earlier:
        return f"{said} Before the level changed, {prompt.earlier}: {prompt.answer}".rstrip(": ")
    if prompt.is_open:
        return said
    return f"{said} {prompt.outcome.capitalize()}: {prompt.answer}".rstrip(": ")


def _missing(item: ItemView) -> list[str]:
    rating = item.rating
    is_unsaid = item.is_rated and not rating.because and rating.state != "cannot-say"
    gaps = (
        (is_unsaid and item.is_off_median, "a because, as the level is off the votes"),
        (not item.is_rated, "a rating"),
        (not item.rounds and not item.waiting, "a vote"),
        (is_unsaid and is_moved(item), "a because, as the level is another than last time's"),
        (is_unsaid and not item.is_off_median and not is_moved(item), "a because"),
        (not item.links, "evidence"),
    )
    return [what for is_missing, what in gaps if is_missing]


def _action(text: str, owners: Sequence[str], due: str) -> str:
    return f"{text} ({', '.join(owners) or 'no owner yet'}; {due or 'no date yet'})"


def _listed(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    if rows:
        yield ""
        yield f"{title}:"
    for entry, text in rows:
        yield f"    {entry}: {text}"


status_command = click.Command(
    "status",
    params=[session_argument(), json_option()],
    callback=_status,
    help=described(
        "Say what is rated, what is missing, every line that is kept with its id, and where it is "
        "saved.",
        "maturity status northmere",
    ),
    short_help="Say what is rated, what is missing, and where it is saved.",
)
