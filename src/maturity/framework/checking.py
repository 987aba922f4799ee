"""Everything there is to say about a framework file, warnings included."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from maturity.framework.hidden import hidden_characters
from maturity.framework.loading import framework_in
from maturity.framework.tables import Tables, words
from maturity.tomlfile import Message, TomlFault, TomlText, in_file_order, read_toml
from maturity.tomlfile.positions import scan

__all__ = ["check"]

# The whole index is made only where this quick look says that it may find something.
_CRITERION: Final = re.compile(r"^[ \t]*\[+[ \t]*criterion\b", re.MULTILINE)
_PILLAR: Final = re.compile(r"^[ \t]*\[+[ \t]*pillar\b", re.MULTILINE)


def check(raw: bytes, file: str, *, today: date | None = None) -> tuple[Message, ...]:
    """What is wrong with the framework in the bytes of `file`, in file order; () is a sound file.

    Warnings and advice that the file names in `allow` are left out. Dates are looked at only where
    `today` is given.
    """
    try:
        read = read_toml(raw, file)
    except TomlFault as fault:
        return in_file_order(fault.messages)
    told = [*read.notices, *hidden_characters(read), *_pillars_after(read), *_dates(read, today)]
    allowed = words(Tables(read.data).setting("framework", "allow"))
    told = [each for each in told if each.code not in allowed]
    try:
        framework_in(read)
    except TomlFault as fault:
        told += [each for each in fault.messages if each.severity == "error"]
    return in_file_order(told)


def _pillars_after(read: TomlText) -> Iterator[Message]:
    first = _CRITERION.search(read.source.text)
    if first is None or _PILLAR.search(read.source.text, first.end()) is None:
        return
    seen = False
    for heading in scan(read.source.text).headings:
        seen = seen or heading.parts[0] == "criterion"
        if seen and heading.parts[0] == "pillar":
            yield read.source.message(
                130,
                heading.span,
                severity="warning",
                what="a pillar comes after a criterion; some editors cannot format that.",
                mend="move all pillars above the first criterion: they are the contents page.",
            )


def _dates(read: TomlText, today: date | None) -> Iterator[Message]:
    tables = Tables(read.data)
    status = tables.setting("framework", "status") or "draft"
    late = (
        ("effective", "the date it takes effect has passed and it is still a draft", "draft"),
        ("review", "its review is due", status),
    )
    for name, what, only in late:
        day = tables.setting("framework", name)
        if today is None or not _is_past(day, today) or status != only:
            continue
        _, place = scan(read.source.text).nearest(("framework", name))
        yield read.source.message(
            122,
            place.value,
            severity="warning",
            what=f"{what}.",
            mend="change the date or the status.",
            where="in [framework]",
        )


def _is_past(day: object, today: date) -> bool:
    return isinstance(day, date) and not isinstance(day, datetime) and day < today
