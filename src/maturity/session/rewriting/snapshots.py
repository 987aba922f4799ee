"""A copy of session.toml with other values in it, as the program would have written it."""

import re
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from maturity.session import snapshot
from maturity.session.fold import Folded
from maturity.session.kinds import kind_of, plain
from maturity.session.rewriting.walking import Change, rewritten
from maturity.session.snapshot import NewerSchema
from maturity.session.state import SessionState
from maturity.tomlfile import TomlFault

__all__ = ["new_snapshot", "texts_in", "unchecked"]

_CHECKS = re.compile(
    rb'("[ph]":")[0-9a-f]{16}(?=")|^((?:body|text) = ")[0-9a-f]{16}(?=")', re.MULTILINE
)


def new_snapshot(raw: bytes, change: Callable[[Folded], Folded]) -> bytes | None:
    """The bytes of a session.toml that says what `change` makes of it; None where it is no such.

    Comments, which only a person can have written, are not kept.
    """
    try:
        read = snapshot.from_bytes(raw)
    except (TomlFault, NewerSchema):
        return None
    return snapshot.to_bytes(change(read.folded), read.journals)


def unchecked(raw: bytes) -> bytes:
    """A file that nobody can read as a table, without check values of what stood in it."""
    return _CHECKS.sub(rb"\1\2", raw)


def texts_in(change: Change) -> Callable[[Folded], Folded]:
    """What changes every text of a state, and of what two laptops left contested in it."""

    def changed(folded: Folded) -> Folded:
        table = rewritten(SessionState, plain(folded.state), change)
        contested = {
            at: tuple(
                replace(head, value=rewritten(kind_of(at).value, head.value, change, at))
                for head in heads
            )
            for at, heads in folded.contested.items()
        }
        return replace(
            folded,
            state=SessionState.model_validate(table),
            contested=MappingProxyType(contested),
        )

    return changed
