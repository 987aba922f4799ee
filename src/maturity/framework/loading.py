"""A framework file to a framework, or to messages that say what to mend."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from maturity.framework import completeness, names
from maturity.framework.model import Level
from maturity.framework.tables import Tables
from maturity.framework.whole import Framework
from maturity.tomlfile import (
    Source,
    Span,
    TomlFault,
    TomlText,
    in_file_order,
    read_toml,
)

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = ["FORMAT", "FrameworkFault", "framework_in", "load", "parse"]

FORMAT: Final = 1
"""The newest version of the file format that this program reads."""


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
    # the places in a file, which nobody asks for in a sound one
    from maturity.framework.faults import messages  # noqa: PLC0415 see above

    raise TomlFault((*read.notices, *messages(read.source, found, refused)))


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
        # the same
        from maturity.tomlfile.positions import scan  # noqa: PLC0415 see above

        _, place = scan(source.text).nearest(("framework", "format"))
        raise source.fault(
            141,
            place.value,
            what=f"this file is in format {number}, written for a newer version of maturity.",
            mend=f"install a newer maturity; this one reads format {FORMAT}.",
            where="in [framework]",
        )
