"""The framework files at hand: those that come with the program, and the ones in a folder."""

from collections.abc import Iterable
from pathlib import Path

from maturity.framework.fingerprint import fingerprint
from maturity.framework.loading import FrameworkFault, load
from maturity.framework.whole import Framework, NotKnown
from maturity.frozen import dataclass
from maturity.tomlfile import Message, Source, Span

__all__ = ["Entry", "catalogue", "find"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One framework file: its framework, or the first thing that is wrong with it."""

    file: Path
    framework: Framework | None
    fault: Message | None = None

    @property
    def id(self) -> str:
        """The framework's id; for a broken file, the file's name without its ending."""
        return self.file.stem if self.framework is None else self.framework.id

    @property
    def fingerprint(self) -> str:
        """All 64 digits; "" for a broken file."""
        return "" if self.framework is None else fingerprint(self.framework)


def catalogue(folders: Iterable[Path]) -> tuple[Entry, ...]:
    """Every framework file in `folders`, each folder by file name; a missing folder holds none.

    A copy of one that stands already, word for word, is left out.
    """
    files = (
        file
        for folder in folders
        if folder.is_dir()
        for file in sorted(folder.glob("*.toml"))
        if file.is_file()
    )
    found: dict[str, Entry] = {}
    for entry in map(_entry, files):
        found.setdefault(entry.fingerprint or str(entry.file.resolve()), entry)
    return tuple(found.values())


def find(wanted: str, folders: Iterable[Path]) -> Entry:
    """The framework with the id `wanted`, or in the file of that path.

    A path wins: `wanted` is one where it ends in .toml or has a folder in it. Of several files with
    one id the first counts. Raises `NotKnown`, listing what is at hand.
    """
    file = Path(wanted)
    if file.suffix == ".toml" or len(file.parts) > 1:
        if not file.is_file():
            raise NotKnown(f'There is no framework file "{wanted}".')
        return _entry(file)
    entries = catalogue(folders)
    for entry in entries:
        if entry.id == wanted:
            return entry
    said = ", ".join(dict.fromkeys(entry.id for entry in entries)) or "none"
    raise NotKnown(f'There is no framework called "{wanted}". At hand: {said}.')


def _entry(file: Path) -> Entry:
    try:
        return Entry(file, load(file))
    except FrameworkFault as fault:
        return Entry(file, None, fault.messages[0])
    except OSError as error:
        said = Source(str(file), "").message(
            101,
            Span(1, 1),
            what=f"the file cannot be read ({error.strerror or 'unknown reason'}).",
            mend="check that it is there and that you may open it.",
        )
        return Entry(file, None, said)
