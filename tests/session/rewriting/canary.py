"""A session with a child's name in every kind of file, and a look for it in every byte."""

import errno
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import tomli_w

from builders import BrokenFs, Ticking, a_typist, a_workshop, reopened
from evidence.papers import read
from maturity.evidence.asking.client import ReadDocument
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.votes import VoteAct
from maturity.session.fs import Fs, RealFs
from maturity.session.rewriting.erasing import Erasing, erasing
from maturity.session.rewriting.folder import gather
from maturity.session.rewriting.matching import Words
from maturity.session.rewriting.target import Target, mark_of
from maturity.workshop import Workshop

NAME = "Zo\u00eb O'Brien"
MARK = mark_of("2026-03-24", "Ash", "names a child")
FORMS = (NAME, "zo\u00eb o\u2019brien", "ZO\u00cb O'BRIEN", "Zo\u00eb  O'Brien")
PAPER = f"""Northmere board paper

Families say that plans arrive late, and {NAME} waited for two terms for hers.

- Charter agreed in Jan-26 (LAIP 4.30)
- Helpline open since the spring term 2025, which zo\u00eb o\u2019brien's family asked for
"""


def a_full_session(tmp_path: Path) -> Path:
    """Three openings, one of them in two parts with a torn end; evidence, backups, recovered."""
    workshop = a_workshop(tmp_path)
    workshop.do(NoteAct("one", f"{FORMS[1]} waited."))
    workshop.do(NoteAct("two", "Something else."))
    workshop.do(RateAct("one", "middle", because=f"What {FORMS[2]} said."))
    workshop.do(VoteAct("one", (3, 4, 5), present=12))
    workshop.do(VoteAct("one", (2, 2, 0), group="families"))
    document, excerpts = read(PAPER, "board.txt")
    workshop.add_document(ReadDocument(document, excerpts, f"{FORMS[0]} plan.txt", ()))
    workshop.link("one", excerpts[0].id, shows="late plans")
    workshop.close()
    later = Ticking()
    later.now = later.now.replace(hour=11)
    again = reopened(workshop, "cafe0002", clock=later)
    again.do(RateAct("one", because="The charter is in draft."))
    again.do(NoteAct("two", f"{FORMS[3]} again."))
    again.undo()
    again.do(DissentAct("two", from_="Families", level="low", reason=f"As {NAME} says."))
    again.close()
    _in_two_parts(workshop)
    (workshop.folder / "recovered").mkdir(exist_ok=True)
    old = (workshop.folder / "session.toml").read_text("utf-8")
    (workshop.folder / "recovered" / "session-edited-1.toml").write_text(old, "utf-8")
    bad = f'[session]\ntitle = "{NAME}\nfree text'
    (workshop.folder / "recovered" / "session-unreadable-1.toml").write_bytes(bad.encode("utf-16"))
    (workshop.folder / ".session-11111111.toml").write_text(old, "utf-8")
    return workshop.folder


def _in_two_parts(workshop: Workshop) -> None:
    """A write that fails leaves half a line, and the next part takes it."""
    fs = BrokenFs("append", at=2, error=errno.ENOSPC)
    third = reopened(workshop, "cafe0003", fs=fs.as_fs())
    third.do(NoteAct("one", f"Mother of {NAME} rang."))
    third.do(NoteAct("one", "Kept in the first part."))
    third.do(NoteAct("one", f"{NAME} came in the second part, " + 60 * "and half is torn, "))
    third.close()


def unkept(tmp_path: Path) -> Path:
    """A view that waits on the laptop."""
    file = tmp_path / "settings" / "unkept" / "0123456789abcdef.toml"
    if file.exists():
        return file
    file.parent.mkdir(parents=True, exist_ok=True)
    drafts = {"one": {"reason": f"For {NAME}.", "level": "low", "kept": ["", ""]}}
    file.write_text(tomli_w.dumps(drafts), "utf-8")
    return file


_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U000([0-9A-Fa-f]{5})|x([0-9A-Fa-f]{2})|(.))")
_BLANK = dict.fromkeys("nrt", " ")


def _unescaped(found: re.Match[str]) -> str:
    """What an escape of JSON, TOML or Python stands for."""
    code = found[1] or found[2] or found[3]
    return chr(int(code, 16)) if code else _BLANK.get(found[4], found[4])


def words_in(raw: bytes) -> bool:
    """Whether the name stands in bytes, in any of its forms and in any way to write a file."""
    texts = [raw.decode(one, "ignore") for one in ("utf-8", "utf-16-le", "utf-16-be")]
    texts.append(_ESCAPED.sub(_unescaped, texts[0]))
    plain = (unicodedata.normalize("NFC", text).casefold().replace("\u2019", "'") for text in texts)
    return any("o'brien" in " ".join(text.split()) for text in plain)


def where(*places: Path) -> list[str]:
    """The files in which the name stands."""
    files = [file for place in places for file in (place.rglob("*") if place.is_dir() else [place])]
    return [str(file.name) for file in files if file.is_file() and words_in(file.read_bytes())]


def found_in(workshop: Workshop, *laptop: Path, words: str = NAME, fs: Fs | None = None) -> Erasing:
    """The plan that takes the name out of an open session."""
    files = gather(fs or RealFs(), workshop.folder, laptop)
    return erasing(files, Target(MARK, Words(words)), "names a child")


def erased(folder: Path, *laptop: Path, opening: str = "eeeeeeee", fs: Fs | None = None) -> None:
    """Take the name out, as the command does."""
    workshop = Workshop.open(folder, a_typist(opening), Ticking(), wait_seconds=0, fs=fs)
    try:
        found = found_in(workshop, *laptop, fs=fs)
        if not found.plan.touches_nothing or found.settles:
            workshop.rewrite(found.plan)
    finally:
        workshop.close()


class Died(BaseException):
    """The machine stopped."""


class DyingFs:
    """The disk of a machine that stops at the n-th call that changes something.

    `states` are the folders as they may be found after a power cut at that moment: each name that
    was not flushed is as it was or as it is.
    """

    CHANGES = ("create_new", "append", "replace", "remove", "move_aside", "flush_folder")

    def __init__(self, root: Path) -> None:
        """Do not stop yet."""
        self.real, self.root, self.at, self.calls = RealFs(), root, 10**9, 0
        self.durable = self.now()

    def stop_at(self, number: int) -> None:
        """Stop at the `number`-th change from now; what is there by now is on the disk."""
        self.at = self.calls + number
        self.durable = self.now()

    def now(self) -> dict[str, bytes]:
        """Every file as it stands."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and not path.name.startswith(".lock")
        }

    def __getattr__(self, name: str) -> Callable[..., object]:
        """The method of the real disk, until the machine stops."""
        method: Callable[..., object] = getattr(self.real, name)

        def counted(*given: object) -> object:
            if name not in self.CHANGES:
                return method(*given)
            self.calls += 1
            if self.calls >= self.at:
                self._half(name, *given)
                raise Died
            done = method(*given)
            self._flushed(name, given[0])
            return done

        return counted

    def _half(self, name: str, *given: object) -> None:
        if self.calls == self.at and name in {"create_new", "append"}:
            path, content = given
            assert isinstance(content, bytes)
            getattr(self.real, name)(path, content[: len(content) // 2])

    def _flushed(self, name: str, place: object) -> None:
        assert isinstance(place, Path)
        if name == "append":
            key = place.relative_to(self.root).as_posix()
            self.durable[key] = place.read_bytes()
        if name != "flush_folder":
            return
        at = place.relative_to(self.root).as_posix()
        inside = {key: raw for key, raw in self.now().items() if str(Path(key).parent) == at}
        kept = {key: raw for key, raw in self.durable.items() if str(Path(key).parent) != at}
        self.durable = kept | inside

    def states(self) -> Iterator[dict[str, bytes]]:
        """Every state in which the files may be found."""
        now = self.now()
        names = sorted(
            name for name in {*now, *self.durable} if now.get(name) != self.durable.get(name)
        )
        for choice in product((now, self.durable), repeat=len(names)):
            state = {name: raw for name, raw in now.items() if name not in names}
            for name, source in zip(names, choice, strict=True):
                if name in source:
                    state[name] = source[name]
            yield state

    def as_fs(self) -> Fs:
        """This, as the store takes it."""
        return self  # type: ignore[return-value]  # every method is passed on by name


def left_by_stops(
    stopped: Callable[[Path, int], DyingFs | None], folder: Path, *, least: int
) -> Iterator[Path]:
    """Each state that a machine may leave that stops at any change, once, in a folder of its own.

    `stopped` gives the disk of a machine that stopped at the change of that number, or None where
    it was through before; `least` is how many changes and states there are at the fewest.
    """
    stops, seen = 0, set[frozenset[tuple[str, bytes]]]()
    while fs := stopped(folder / f"stop-{stops}", stops + 1):
        stops += 1
        for state in fs.states():
            if (files := frozenset(state.items())) in seen:
                continue
            seen.add(files)
            root = folder / f"state-{len(seen)}"
            for name, raw in state.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(raw)
            yield root
    assert min(len(seen), stops) >= least
