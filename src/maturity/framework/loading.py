"""A framework file to a framework, or to messages that say what to mend."""

from pathlib import Path

from pydantic import ValidationError

from maturity.framework.whole import Framework
from maturity.tomlfile import TomlFault, from_pydantic, read_toml, scan

__all__ = ["FrameworkFault", "load", "parse"]


class FrameworkFault(TomlFault):
    """A framework file that cannot be used; `messages` says why."""


def load(path: Path) -> Framework:
    """The framework in the file at `path`.

    Raises `FrameworkFault`, and `OSError` where the file cannot be read.
    """
    return parse(path.read_bytes(), str(path))


def parse(raw: bytes, file: str) -> Framework:
    """The framework in the bytes of `file`. Raises `FrameworkFault`."""
    try:
        read = read_toml(raw, file)
        return Framework.model_validate(read.data)
    except TomlFault as fault:
        raise FrameworkFault(fault.messages) from None
    except ValidationError as error:
        messages = from_pydantic(error, scan(read.source.text), read.source, Framework)
        raise FrameworkFault(messages) from None
