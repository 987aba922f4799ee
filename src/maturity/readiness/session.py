"""What is said of one session: facts in, lines out."""

from collections.abc import Iterator
from datetime import date

from maturity.readiness.facts import Folder, SessionFacts
from maturity.readiness.line import Line, State
from maturity.words.calendar import said_date, said_day

__all__ = ["session_lines"]


def session_lines(facts: SessionFacts) -> Iterator[Line]:
    """One line for each matter; a session that does not open has one in all."""
    if facts.fault:
        yield Line("session", State.WILL_NOT_WORK, facts.fault)
        return
    yield Line(
        "session", State.READY, f'"{facts.title}" opens. Its framework is {facts.framework}.'
    )
    if facts.folder is not None:
        yield _where(facts.folder)
    yield _changes(facts)
    yield from _record(facts)
    if not facts.is_closed:
        yield from _of_the_day(facts)
    if facts.keep_until is not None:
        yield _kept(facts)


def _of_the_day(facts: SessionFacts) -> Iterator[Line]:
    """What a workshop that is still to come needs."""
    yield _date(facts.held_on, facts.today)
    yield _invitation(facts)
    yield from _people(facts)
    yield _evidence(facts)
    if facts.documents:
        yield _links(facts)
    yield _time(facts)


def _where(folder: Folder) -> Line:
    what = "session-folder"
    if folder.fault:
        return Line(
            what,
            State.WILL_NOT_WORK,
            f"Nothing can be saved in {folder.path} ({folder.fault}).",
            "Copy the session to a folder you can write to.",
        )
    return Line(what, State.READY, f"The session lies in {folder.path}, which takes files.")


_SETTLE = "Settle this before the day: only a session that can be changed takes a vote."
_NEXT = "Make the next one from it: maturity new TITLE --after SESSION"


def _changes(facts: SessionFacts) -> Line:
    what = "changes"
    if facts.read_only:
        return Line(
            what,
            State.WILL_NOT_WORK,
            f"The session can be read and exported, not changed. {facts.read_only}",
            _NEXT if facts.is_closed else _SETTLE,
        )
    if facts.held:
        return Line(what, State.LOOK, facts.held, "Close it there before you open it here.")
    return Line(what, State.READY, "The session is open nowhere else on this laptop.")


def _record(facts: SessionFacts) -> Iterator[Line]:
    what = "record"
    found = [one for one in facts.found if one != facts.read_only]
    if found:
        yield Line(
            what,
            State.LOOK,
            " ".join(found),
            "Open the session before the day and read what it says of this.",
        )
    elif not facts.read_only:
        yield Line(
            what, State.READY, "Every line of the record was read: none is damaged or missing."
        )


def _date(held_on: date | None, today: date) -> Line:
    what, how = "date", "maturity set SESSION date YYYY-MM-DD"
    if held_on is None:
        return Line(what, State.LOOK, "The session has no date.", how)
    days = (held_on - today).days
    if days < 0:
        said = f"The date of the session, {said_date(held_on)}, has passed."
        return Line(what, State.LOOK, said, f"If the workshop is still to come: {how}")
    near = ("today", "tomorrow")
    when = near[days] if days < len(near) else f"in {days} days"
    return Line(what, State.READY, f"The workshop is {when}, {said_day(held_on)}.")


def _invitation(facts: SessionFacts) -> Line:
    what = "invitation"
    lacks = {
        "when the workshop starts": "" if facts.starts else "starts WORDS",
        "where it is or how to join": "" if facts.is_placed else "place WORDS (or joining WORDS)",
    }
    missing = {said: how for said, how in lacks.items() if how}
    if missing:
        return Line(
            what,
            State.LOOK,
            f"Nobody is told {', nor '.join(missing)}.",
            f"maturity set SESSION {'; the same with '.join(missing.values())}",
        )
    return Line(what, State.READY, "The pack says when it starts and where to come.")


def _people(facts: SessionFacts) -> Iterator[Line]:
    what, how = "register", "maturity person SESSION NAME --group VOICE"
    if not facts.people:
        yield Line(what, State.LOOK, "Nobody is on the register.", how)
        return
    many = "1 person is" if facts.people == 1 else f"{facts.people} people are"
    yield Line(what, State.READY, f"{many} on the register.")
    if facts.unasked:
        said = f"Nobody on the register is of these groups: {'; '.join(facts.unasked)}."
        yield Line("voices", State.LOOK, said, how)


def _links(facts: SessionFacts) -> Line:
    what = "links"
    if facts.bare:
        have = "1 has" if facts.bare == 1 else f"{facts.bare} have"
        return Line(
            what,
            State.LOOK,
            f"Of {facts.items} items, {have} no evidence linked.",
            "maturity link SESSION ITEM EXCERPT",
        )
    return Line(what, State.READY, "Every item has evidence linked.")


def _evidence(facts: SessionFacts) -> Line:
    what = "evidence"
    if facts.lost:
        return Line(what, State.LOOK, " ".join(facts.lost), "maturity evidence add SESSION FILE")
    if not facts.documents:
        return Line(
            what,
            State.LOOK,
            "The session has no evidence yet.",
            "Add what you have: maturity evidence add SESSION FILE",
        )
    many = "1 document" if facts.documents == 1 else f"{facts.documents} documents"
    return Line(what, State.READY, f"All evidence of the session is here: {many}.")


def _time(facts: SessionFacts) -> Line:
    if facts.fits:
        return Line("time", State.READY, facts.time)
    return Line(
        "time",
        State.LOOK,
        facts.time,
        "More time: maturity set SESSION minutes N. An item without talk: maturity park SESSION "
        "ITEM --undiscussed",
    )


def _kept(facts: SessionFacts) -> Line:
    what, until = "keep-until", facts.keep_until or facts.today
    if until < facts.today:
        return Line(
            what,
            State.LOOK,
            f"The session was to be kept until {said_date(until)}, which has passed.",
            "Decide whether it is needed; nothing is deleted by itself.",
        )
    return Line(what, State.READY, f"The session is to be kept until {said_date(until)}.")
