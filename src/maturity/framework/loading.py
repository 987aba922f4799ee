"""A framework file to a framework, or to messages that say what to mend."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from maturity.framework import completeness, names
from maturity.framework.model import Level
from maturity.framework.tables import Finding, Tables
from maturity.framework.whole import Framework
from maturity.tomlfile import (
    Message,
    Positions,
    Source,
    Span,
    TomlFault,
    TomlText,
    block_of,
    from_pydantic,
    in_file_order,
    read_toml,
    scan,
)
from maturity.tomlfile import Path as KeyPath

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = ["FORMAT", "FrameworkFault", "framework_in", "load", "parse"]

FORMAT: Final = 1
"""The newest version of the file format that this program reads."""

_NOT_IN_FORMAT: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("value", "weight", "band", "median", "mean", "average", "score", "points"),
            "nothing is counted up or averaged here",
        ),
        "reverse": "levels are written in their order, lowest first",
        "answers": "the answers are the levels",
        **dict.fromkeys(
            ("translation", "translations"), "a framework is in one language; make a second file"
        ),
    }
)


class FrameworkFault(TomlFault):
    """A framework file that cannot be used; `messages` says why, in file order."""


def load(path: Path) -> Framework:
    """The framework in the file at `path`.

    Raises `FrameworkFault`, and `OSError` where the file cannot be read.
    """
    return parse(path.read_bytes(), str(path))


def parse(raw: bytes, file: str) -> Framework:
    """The framework in the bytes of `file`. Raises `FrameworkFault`."""
    try:
        return framework_in(read_toml(raw, file))
    except TomlFault as fault:
        raise FrameworkFault(in_file_order(fault.messages)) from None


def framework_in(read: TomlText) -> Framework:
    """The framework in a file that has been read as TOML. Raises `TomlFault`."""
    tables = Tables(read.data)
    _refuse_empty(tables, read.source)
    _refuse_newer(tables, read.source)
    found = [*names.findings(tables), *completeness.findings(tables)]
    refused = None
    try:
        framework = Framework.model_validate(read.data)
    except ValueError as error:
        refused = cast("ValidationError", error)
    if refused is None and not found:
        return framework.model_copy(update={"levels": _in_the_order_of_the_list(framework)})
    raise TomlFault((*read.notices, *_messages(read.source, found, refused)))


def _in_the_order_of_the_list(framework: Framework) -> Mapping[str, Level]:
    return MappingProxyType({name: framework.levels[name] for name in framework.meta.levels})


def _refuse_empty(tables: Tables, source: Source) -> None:
    if not tables.data:
        raise source.fault(
            111,
            Span(1, 1),
            what="there is nothing in this file.",
            mend="write a framework in it, or begin with a copy of one that works.",
        )


def _refuse_newer(tables: Tables, source: Source) -> None:
    number = tables.setting("framework", "format")
    if isinstance(number, int) and number > FORMAT:
        _, place = scan(source.text).nearest(("framework", "format"))
        raise source.fault(
            141,
            place.value,
            what=f"this file is in format {number}, written for a newer version of maturity.",
            mend=f"install a newer maturity; this one reads format {FORMAT}.",
            where="in [framework]",
        )


def _messages(
    source: Source, found: list[Finding], refused: "ValidationError | None"
) -> tuple[Message, ...]:
    positions = scan(source.text)
    silenced = tuple(each.silences for each in found if each.silences is not None)
    told = [
        _message(source, positions, each)
        for each in found
        if each.silences is not None or not any(_under(each.path, top) for top in silenced)
    ]
    if refused is not None:
        told += from_pydantic(
            refused, positions, source, Framework, refused=_NOT_IN_FORMAT, silenced=silenced
        )
    return in_file_order(told)


def _under(path: KeyPath, top: KeyPath) -> bool:
    return path[: len(top)] == top


def _message(source: Source, positions: Positions, finding: Finding) -> Message:
    _, place = positions.nearest(finding.path)
    return source.message(
        finding.number,
        place.key if finding.at_key else place.value,
        what=finding.what,
        mend=finding.mend,
        where=block_of(finding.path),
        severity=finding.severity,
    )
