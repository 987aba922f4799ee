"""The evidence of an open session, read from its folder when somebody first asks for it.

A command that only reads a session would pay a fifth of its time for it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from maturity.evidence.naming import file_name, lost
from maturity.framework import Framework
from maturity.session.fs import Fs
from maturity.session.state import SessionState

if TYPE_CHECKING:
    from maturity.evidence.search.suggest import Suggester
    from maturity.evidence.shelf import Shelf

__all__ = ["Shelving"]


class Shelving:
    """The shelf of one session, and what knows the items an excerpt may belong to."""

    def __init__(self, fs: Fs, folder: Path, framework: Framework) -> None:
        """Nothing is read yet."""
        self._fs = fs
        self._folder = folder / "evidence"
        self._framework = framework
        self._shelf: Shelf | None = None
        self._suggester: Suggester | None = None
        self._unread: tuple[str, ...] | None = None

    def shelf(self, state: SessionState) -> "Shelf":
        """Every document that the session has; a missing or damaged file is told, never fatal."""
        from maturity.judgement.known import known_of  # noqa: PLC0415 see top

        if self._shelf is None:
            from maturity.evidence.shelf import Shelf, families_of  # noqa: PLC0415 see top

            shelf = Shelf(families_of(self._framework.glossary))
            missing = [
                document.title
                for name, document in state.documents.items()
                if not self._put(shelf, name)
            ]
            self._shelf = shelf
            self._unread = tuple(missing)
        self._shelf.known = known_of(state, self._framework)
        return self._shelf

    def notices(self, state: SessionState) -> tuple[str, ...]:
        """What cannot be searched any more: missing files, and changed ones once they are read."""
        if self._unread is None:
            there = self._fs.names(self._folder)
            documents = state.documents.items()
            return lost([one.title for name, one in documents if file_name(name) not in there])
        return lost(self._unread)

    def _put(self, shelf: "Shelf", document: str) -> bool:
        from maturity.evidence.store import EvidenceFault  # noqa: PLC0415 see top

        try:
            shelf.put(self._fs.read(self._folder / file_name(document)))
        except (OSError, EvidenceFault):
            return False
        return True

    @property
    def suggester(self) -> "Suggester":
        """What knows the items an excerpt may belong to, ready once the framework was learnt."""
        if self._suggester is None:
            from maturity.evidence.search.suggest import Suggester  # noqa: PLC0415 see top
            from maturity.evidence.shelf import families_of  # noqa: PLC0415 see top

            self._suggester = Suggester(self._framework, families_of(self._framework.glossary))
        return self._suggester
