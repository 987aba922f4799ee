"""The lines of one action before they are written: numbered, checked, with what they replace."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from maturity.frozen import dataclass
from maturity.session import snapshot
from maturity.session.acts.act import Change, Refused
from maturity.session.events import Event
from maturity.session.fold import Folded
from maturity.session.kinds import BadValue, Path, kind_of, plain, take, validated
from maturity.session.state import Pin

__all__ = ["Clock", "Draft", "Typist"]

Clock = Callable[[], datetime]
"""The time now, with its zone."""


@dataclass(frozen=True, slots=True)
class Typist:
    """Who types, on which laptop; `opening` names this run of the program (8 hex digits)."""

    name: str
    device: str
    opening: str
    app: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Where the next lines of an opening stand: after `written` lines, on top of `folded`."""

    folded: Folded
    typist: Typist
    now: str
    written: int
    ahead: int = 0

    def opening(self, pin: Pin, *, is_checked: bool = True) -> Event:
        """The line that says a run of the program began, and on what.

        Its check value of the state is left out unless `is_checked`.
        """
        details = {
            "app": self.typist.app,
            "framework": pin.fingerprint,
            "framework_id": pin.id,
            "framework_version": pin.version,
            "schema": snapshot.SCHEMA,
            "session": self.folded.state.session.id,
        }
        if is_checked:
            details["snapshot"] = snapshot.body_hash(self.folded.state)
        return self._event(1, "open", "open", details=details)

    def after_opening(self) -> "Draft":
        """The place after the opening line."""
        return replace(self, ahead=self.ahead + 1)

    def lines(self, changes: Sequence[Change], act: str, via: tuple[str, ...]) -> list[Event]:
        """One line a change; several share an action, and the last of them ends it.

        Raises `Refused` for a value that no session can hold.
        """
        grouped = len(changes) > 1
        first = f"{self.typist.opening}.{self.written + self.ahead + 1}"
        return [
            self._event(
                number,
                act,
                change.op,
                at=change.at,
                new=_checked(change),
                of=change.of,
                **self._before(change),
                grp=first if grouped else None,
                end=grouped and number == len(changes),
                via=via,
            )
            for number, change in enumerate(changes, 1)
        ]

    def _event(self, number: int, act: str, op: str, **more: Any) -> Event:
        return Event(
            id=f"{self.typist.opening}.{self.written + self.ahead + number}",
            n=self.folded.n + self.ahead + number,
            t=self.now,
            by=self.typist.name,
            dev=self.typist.device,
            act=act,
            op=op,
            **more,
        )

    def _before(self, change: Change) -> dict[str, Any]:
        """What a change replaces, and the heads it has seen; an entry that is new replaces none."""
        if change.op == "set":
            heads = self.folded.marks.get(change.at, ())
            return {"old": self._plain(change.at), "sees": tuple(head.id for head in heads)}
        if change.op != "retract":
            return {}
        at = (*change.at, str(change.of))
        marks = self.folded.marks.items()
        seen = tuple(head.id for path, heads in marks if path[: len(at)] == at for head in heads)
        return {"old": self._plain(at), "sees": seen}

    def _plain(self, path: Path) -> Any:
        return plain(take(self.folded.state, path))


def _checked(change: Change) -> Any:
    """The new value as tables and text, after the check that a session can hold it."""
    if change.op in {"retract", "erase"}:
        return change.new
    at = change.at[:-1] if change.op == "import" else change.at
    try:
        if change.new is None and not kind_of(at).optional:
            name = at[-1].replace("_", " ")
            raise Refused(f"The {name} cannot be left empty. To take the whole line out: --remove.")
        return plain(validated(at, change.new))
    except BadValue as problem:
        raise Refused(str(problem)) from problem
