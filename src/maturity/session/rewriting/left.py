"""What holds the words and is not touched, in sentences: a person has to know of it."""

from collections.abc import Iterator

from maturity.session.events import Event
from maturity.session.rewriting.folder import Files
from maturity.session.rewriting.matching import Words

__all__ = ["left_standing"]

_MOST_NAMED = 8


def left_standing(
    files: Files, record: tuple[Event, ...], words: Words, stays: tuple[str, ...]
) -> tuple[str, ...]:
    """One sentence for each kind of place where the words stay; `stays` are files with them."""
    said = tuple(_left(files, record, words))
    names = (event.by for event in record if words.stand_in(event.by))
    if stays and not any(names):
        more = f" and {len(stays) - _MOST_NAMED} more" if len(stays) > _MOST_NAMED else ""
        listed = f"{', '.join(stays[:_MOST_NAMED])}{more}"
        return (*said, f"choices, dates or names of things that are the same letters ({listed}).")
    return said


def _left(files: Files, record: tuple[Event, ...], words: Words) -> Iterator[str]:
    if longer := _in_longer(files, words):
        yield f"{longer} where they are a part of longer words. Erase those by themselves."
    names = sorted({event.by for event in record if words.stand_in(event.by)})
    if names:
        yield f"the name of who typed ({', '.join(names)}): the record has to say who it was."
    if any(words.stand_in_bytes(raw) for name, raw in files.own.items() if "framework" in name):
        yield "the session's copy of its framework, which was not written here."
    everything = (files.folder.name, *files.own, *files.others)
    named = [name for name in everything if words.stand_in_name(name)]
    if named:
        yield f"names of files and folders: {', '.join(named)}. Rename those yourself."
    ids = {event.new for event in record if event.at == ("session", "id")}
    if any(words.stand_in_name(str(one)) for one in ids):
        yield "the id of the session, by which its papers are known."


def _in_longer(files: Files, words: Words) -> str:
    lines = sum(
        words.parts_of_longer(line) > 0
        for folder in ("journal", "evidence")
        for raw in files.within(folder).values()
        for line in raw.decode("utf-8", "replace").split("\n")
    )
    return "" if not lines else f"{lines} {'line' if lines == 1 else 'lines'}"
