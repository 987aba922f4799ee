"""Taking out what must not be kept: where it stands, and what is to be done about it.

A pure decision: the bytes of all files in, a plan and sentences out. Everything but the journals
is made anew first, so that the journals tell whether it is finished.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import tomli_w

from maturity.evidence.store import MARK
from maturity.frozen import dataclass
from maturity.session.acts.act import Refused
from maturity.session.events import Event, line_of
from maturity.session.rewriting import evidence
from maturity.session.rewriting.folder import Files, Step
from maturity.session.rewriting.journals import NewJournals, new_journals, texts_changed
from maturity.session.rewriting.plan import Rewriting, left_behind, named_lines
from maturity.session.rewriting.snapshots import new_snapshot, texts_in, unchecked
from maturity.session.rewriting.target import Target, mark_of
from maturity.session.telling import thing_of
from maturity.session.unfinished import unfinished

__all__ = ["Erasing", "entry_named", "erasing", "with_texts"]

_SNAPSHOT = re.compile(r"session\.toml|backups/session-[^/]+")
_CHOICES = frozenset({"id", "level", "reach", "source"})


@dataclass(frozen=True, slots=True)
class Erasing:
    """Where something stands, and the plan that takes it out.

    `things` counts the lines of the record by what they are about, `evidence` the texts by file.
    `copies` are the names of other files with it; `stays` those that hold the same letters even
    then, as something that is no text.
    """

    plan: Rewriting
    record: tuple[Event, ...]
    things: Counter[str]
    evidence: Counter[str]
    copies: tuple[str, ...]
    waiting: int
    settles: tuple[Event, ...]
    stays: tuple[str, ...] = ()

    @property
    def places(self) -> int:
        """How many lines, texts of documents and waiting views hold it; else how many copies."""
        return self.things.total() + self.evidence.total() + self.waiting or len(self.copies)


def entry_named(journals: NewJournals, asked: str) -> tuple[str, ...]:
    """The path of the entry with the id `asked`, there or taken out, or whose id begins so.

    Raises `Refused`.
    """
    added = {event.id: event for event in journals.before if event.op == "add"}
    found = [name for name in added if asked and name.startswith(asked)]
    exact = [name for name in found if name == asked]
    if len(exact or found) == 1:
        event = added[(exact or found)[0]]
        return (*event.at, event.id)
    if any(event.id == asked for event in journals.before):
        raise Refused("That line is no entry. Take its words out with --words TEXT.")
    problem = "More than one entry begins" if found else "No entry has the id, or begins"
    raise Refused(
        f'{problem} with "{asked}". maturity status SESSION lists them; for words of a document: '
        "--words TEXT."
    )


def with_texts(target: Target, journals: NewJournals) -> Target:
    """The target with all the texts that its entry has or had."""
    texts: list[str] = []

    def heard(at: tuple[str, ...], text: str) -> str:
        if at[: len(target.entry)] == target.entry:
            texts.append(text)
        return text

    for event in journals.before:
        texts_changed(heard)(event)
    return target.of_entry(tuple(texts), _marks(journals))


def _marks(journals: NewJournals) -> frozenset[str]:
    """Every mark that the record tells of; its day is local, so those beside a line's count too."""
    return frozenset(
        mark_of((datetime.fromisoformat(event.t).date() + timedelta(days)).isoformat(), *said)
        for event in journals.before
        if event.op == "erase" and event.act == "erase" and isinstance(event.new, Mapping)
        for said in [(event.by, str(event.new.get("because", "")))]
        for days in (-1, 0, 1)
    )


def erasing(files: Files, target: Target, because: str) -> Erasing:
    """Where `target` stands in a session's files, and how it is taken out of them."""
    journals = new_journals(files, texts_changed(target.change), target.stands_in)
    new = {event.id: event for event in journals.events if event.id in journals.changed}
    things = Counter(map(_thing, new.values()))
    steps, counted = _evidence_steps(files, target)
    copies = (*_raw_steps(files, target), *_snapshot_steps(files, target))
    waiting = tuple(_waiting(files, target))
    left = left_behind(files)
    with_it = tuple(step for step in left if target.stands_in(_content(files, step.file)))
    if not (waiting or steps or copies or journals.steps or with_it):
        left = ()
    changed = (*steps, *copies)
    content = dict(files.own) | {_name(files, step): step.content or b"" for step in changed}
    marks = {target.mark, *_marks(journals)}
    settles = tuple(
        event
        for event in unfinished(journals.before)
        if event.act == "erase" and _is_done(event, journals, content, marks)
    )
    what = {"text": _kinds(things, counted), "files": [_name(files, step) for step in changed]}
    what |= {"because": because} if because else {}
    plan = Rewriting(
        "erase",
        named_lines(tuple(new), what),
        new,
        (*left, *waiting, *steps, *copies),
        journals.steps,
        tuple(event.action for event in settles),
    )
    names = tuple(_name(files, step) for step in (*with_it, *copies))
    stays = tuple(_stays(files, target, (*left, *steps, *copies, *journals.steps)))
    return Erasing(plan, journals.before, things, counted, names, len(waiting), settles, stays)


def _stays(files: Files, target: Target, steps: tuple[Step, ...]) -> Iterator[str]:
    done = {_name(files, step): step.content for step in steps}
    for name in files.own:
        raw = done.get(name, files.own[name])
        if raw is not None and "framework" not in name and target.stands_in(raw):
            yield name


def _name(files: Files, step: Step) -> str:
    is_own = step.file not in files.laptop
    return step.file.relative_to(files.folder).as_posix() if is_own else step.file.name


def _content(files: Files, file: Path) -> bytes:
    found = files.laptop.get(file)
    return files.own[file.relative_to(files.folder).as_posix()] if found is None else found


def _thing(event: Event) -> str:
    return "document" if event.op == "import" else thing_of(event.at)


def _kinds(things: Counter[str], documents: Counter[str]) -> str:
    evidence_too = ["words of evidence"] if documents else []
    return ", ".join([*sorted(things), *evidence_too]) or "words outside the record"


def _is_done(
    begun: Event, journals: NewJournals, content: Mapping[str, bytes], marks: Collection[str]
) -> bool:
    """Whether every line and every file that was named bears a mark by now, or is gone."""
    mark = MARK.encode()
    written = [json.dumps(one, ensure_ascii=False)[1:-1].encode() for one in marks]
    together = (event for event in journals.before if event.action == begun.action)
    lines = {name for event in together for name in (event.of or "").split()}
    told = begun.new.get("files", ()) if isinstance(begun.new, Mapping) else ()
    in_files = all(mark in content[name] for name in told if name in content)
    concerned = (line_of(one) for one in journals.events if one.id in lines)
    return in_files and all(any(one in line for one in written) for line in concerned)


def _evidence_steps(files: Files, target: Target) -> tuple[tuple[Step, ...], Counter[str]]:
    steps: list[Step] = []
    counted: Counter[str] = Counter()
    for name, raw in files.within("evidence").items():
        if name.rpartition("/")[2].startswith(".") or not target.stands_in(raw):
            continue
        if target.words is None:
            continue
        found = evidence.without_words(raw, target.of_document)
        content, places = found or (target.without_lines(raw), 1)
        if places:
            steps.append(Step(files.folder / name, content))
            counted[name] = places
    return tuple(steps), counted


def _raw_steps(files: Files, target: Target) -> Iterator[Step]:
    for name, raw in files.within("recovered").items():
        if target.stands_in(raw):
            yield Step(files.folder / name, unchecked(target.without_lines(raw)))


def _snapshot_steps(files: Files, target: Target) -> Iterator[Step]:
    for name, raw in files.own.items():
        if not _SNAPSHOT.fullmatch(name):
            continue
        places = 0

        def change(at: tuple[str, ...], text: str) -> str:
            nonlocal places
            new = target.change(at, text)
            places += new != text
            return new

        new = new_snapshot(raw, texts_in(change))
        if new is None and target.stands_in(raw):
            yield Step(files.folder / name, unchecked(target.without_lines(raw)))
        elif new is not None and (places or target.stands_in(raw)) and new != raw:
            yield Step(files.folder / name, new)


def _waiting(files: Files, target: Target) -> Iterator[Step]:
    """Files beside the laptop's settings: without the words, or gone where they stay in a name."""
    for file, raw in files.laptop.items():
        if file.name.startswith(".") or target.words is None or not target.stands_in(raw):
            continue
        content = _settled(raw, target)
        yield Step(file, None if target.stands_in(content) else content)


def _settled(raw: bytes, target: Target) -> bytes:
    try:
        table = tomllib.loads(raw.decode())
    except (ValueError, RecursionError):
        return target.without_lines(raw)
    return tomli_w.dumps(_marked(table, target)).encode()


def _marked(value: Any, target: Target, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _marked(inner, target, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_marked(inner, target, name) for inner in value]
    return value if name in _CHOICES else _text(value, target)


def _text(value: Any, target: Target) -> Any:
    return target.change(("waiting",), value) if isinstance(value, str) else value
