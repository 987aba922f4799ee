"""What tests build on: a tiny framework, a clock that ticks, and a session in a folder."""

import contextlib
import errno
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from maturity.framework import Framework, parse
from maturity.session.acts.act import Change, Scene
from maturity.session.fs import Fs, RealFs
from maturity.session.state import SessionState
from maturity.session.store import Typist
from maturity.workshop import NewSession, Workshop

TINY = b"""
[framework]
format = 1
id = "tiny"
title = "A tiny framework"
version = "1.0"
origin = "own"
notice = "Our own wording, for tests."
rate = "pillars"
levels = ["low", "middle", "high"]

[level.low]
label = "Low"
[level.middle]
label = "Middle"
[level.high]
label = "High"

[voice]
families = { label = "Families", core = true, families = true, wider = "Someone from a family" }
health = { label = "Health" }
council = { label = "Council" }
watchers = { label = "Watchers", votes = false }

[pillar.one]
title = "First things"
code = "1"
short = "First"
question = "How well do we do the first things?"
level.low = "Now and then."
level.middle = "Mostly."
level.high = "Always."
evidence = ["Low tides"]
may_not_apply = true

[pillar.two]
title = "Second things"
code = "2"
question = "How well do we do the second things?"
level.low = "Now and then."
level.middle = "Mostly."
level.high = "Always."
evidence = ["Lighthouse log, second visit"]

[criterion.lens]
pillar = "one"
title = "A lens"
code = "1.1"
question = "What is seen through it?"
level.low = "Little."
level.middle = "Something."
level.high = "A lot."
"""


THIRD_PILLAR = b"""
[pillar.three]
title = "Third things"
question = "How well do we do the third things?"
level.low = "Now and then."
level.middle = "Mostly."
level.high = "Always."
evidence = ["Harbour chart, broken bell"]
"""
"""One pillar more, for what needs as many as three; stands behind `TINY`."""


class Ticking:
    """A clock that moves ten seconds at each look."""

    def __init__(self, step: int = 10) -> None:
        """Start at nine on the day of the workshop."""
        self.now = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)
        self.step = timedelta(seconds=step)

    def __call__(self) -> datetime:
        """The next moment."""
        self.now += self.step
        return self.now


def a_typist(opening: str = "9d07be41", name: str = "Ash", device: str = "4fa1c2") -> Typist:
    """Someone who types; give each opening of one session its own eight digits."""
    return Typist(name, device, opening, "0.1.0")


def tiny() -> Framework:
    """Two pillars, one lens, three levels: low, middle, high; four voice groups."""
    return parse(TINY, "tiny.toml")


def tiny_with(*pairs: tuple[str, str]) -> Framework:
    """The same, with the second of each pair for the first where it stands first."""
    text = TINY.decode()
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after, 1)
    return parse(text.encode(), "tiny.toml")


def a_scene(state: SessionState | None = None) -> Scene:
    """What an act may know, on the morning of the workshop."""
    return Scene(state or SessionState(), tiny(), datetime(2026, 3, 23, 9, 30))  # noqa: DTZ001 the clock on the wall


def a_workshop(
    tmp_path: Path, *, fs: Fs | None = None, clock: Ticking | None = None, folder: str = "northmere"
) -> Workshop:
    """An open, empty session of the tiny framework; the caller closes it."""
    return Workshop.create(
        tmp_path / folder,
        NewSession("Northmere", "Northmere", "b3a10f", period="spring 2026", date="2026-03-23"),
        a_typist(),
        clock or Ticking(),
        framework=TINY,
        file="tiny.toml",
        fs=fs,
    )


def a_later_workshop(folder: Path, carried: Sequence[Change], framework: bytes = TINY) -> Workshop:
    """An open session of half a year later with nothing but what came along from the one before."""
    return Workshop.create(
        folder,
        NewSession("Northmere", "Northmere", "c0ffee", date="2026-09-23"),
        a_typist("bbbbbbbb"),
        Ticking(),
        framework=framework,
        file="tiny.toml",
        carried=carried,
    )


def reopened(
    workshop: Workshop,
    opening: str = "aaaaaaaa",
    *,
    fs: Fs | None = None,
    clock: Ticking | None = None,
    to_read: bool = False,
) -> Workshop:
    """The same session opened again from the disk, by another run of the program."""
    return Workshop.open(
        workshop.folder,
        a_typist(opening),
        clock or Ticking(),
        to_read=to_read,
        wait_seconds=0,
        fs=fs,
    )


HOSTILE = (
    "[/]",
    "[bold]x[/bold] {level.__class__} %s",
    "\x1b[31mred\x1b[0m",
    "\u202eright to left\u202c \u200f\u061c",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 caf\u0065\u0301",
    "one\r\ntwo\rthree\u2028four\u2029five\x85six",
    "\ud800 alone \udfff",
    '"""',
    "'''",
    '\\"""\\',
    "trailing spaces   \n  leading",
    "\ttab\t",
    "= 1\n[store]\nn = 9",
    "# no comment",
    "\x00\x07\x7f\ufffe",
    "a/b~c.d",
    "=SUM(A1)",
    "word " * 5_000,
)
"""Texts that break careless programs; the last one is too long for any field."""


def a_text() -> st.SearchStrategy[str]:
    """Any text at all, lone surrogates too, and the hostile ones that fit a field."""
    anything = st.text(st.characters(exclude_categories=()), max_size=60)
    return anything | st.sampled_from(HOSTILE[:-1])


def a_name() -> st.SearchStrategy[str]:
    """A name that may stand in a path, dots, slashes and quotes too."""
    odd = ("a/b", "house.board", '"', "~1", "a b", "\u00e9", "id", "'", "x.y.z")
    return st.sampled_from(odd) | st.text("abc-/.~\"' ", min_size=1, max_size=8)


_COUNT = st.integers(0, 10_000)
_TALLY = st.dictionaries(a_name(), _COUNT, max_size=3)


@st.composite
def a_change(draw: st.DrawFn) -> tuple[tuple[str, ...], object]:
    """A path of a session that needs no entry to be there first, and a value it takes."""
    item = (draw(st.sampled_from(("pillar", "criterion"))), draw(a_name()))
    text = draw(a_text())
    return draw(
        st.sampled_from(
            (
                (("session", "title"), text),
                (("session", "minutes"), draw(_COUNT)),
                (("session", "no_risks"), True),
                (("settings", draw(a_name())), text),
                (("settings", draw(a_name())), draw(st.booleans())),
                (("agenda", "break_after"), (draw(a_name()), "b")),
                (("page", "story"), text),
                (("page", "families"), (text, "x")),
                ((*item, "because"), text),
                ((*item, "discussed"), draw(st.booleans())),
                ((*item, "aim"), draw(st.sampled_from(({}, {"level": "low"}, {"text": text})))),
                ((*item, "rating"), {"state": "provisional", "level": draw(a_name())}),
                ((*item, "parked"), {"parked": True, "because": text}),
                ((*item, "answers", draw(a_name())), {"outcome": "parked", "text": text}),
                (("excerpts", draw(a_name()), "owner"), text),
            )
        )
    )


class BrokenFs:
    """The disk, but for one method that fails from its n-th call on, for some calls."""

    def __init__(
        self, method: str = "", at: int = 0, error: int = errno.EIO, times: int = 1
    ) -> None:
        """Fail `times` calls of `method` with `error`, the first of them the `at`-th."""
        self.real = RealFs()
        self.method, self.at, self.error, self.times = method, at, error, times
        self.calls = 0

    def __getattr__(self, name: str) -> Callable[..., object]:
        """The method of the real disk, behind a count."""
        method: Callable[..., object] = getattr(self.real, name)

        def counted(*given: object) -> object:
            if name == self.method:
                self.calls += 1
                if self.at <= self.calls < self.at + self.times:
                    self._before_failing(name, *given)
                    raise OSError(self.error, os.strerror(self.error), str(given[0]))
            return method(*given)

        return counted

    def _before_failing(self, name: str, *given: object) -> None:
        """Leave half of the bytes behind, as a full disk does."""
        path, content = (*given, b"", b"")[:2]
        if name in {"append", "create_new"} and isinstance(content, bytes):
            with contextlib.suppress(OSError):
                getattr(self.real, name)(path, content[: len(content) // 2])

    def as_fs(self) -> Fs:
        """This, as the store takes it."""
        return self  # type: ignore[return-value]  # every method is passed on by name
