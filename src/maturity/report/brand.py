"""A council's own look for its papers: what is taken of the template they name."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from maturity.frozen import dataclass
from maturity.report.palette import COLOURS

if TYPE_CHECKING:
    from maturity.evidence.answers.look import Look

__all__ = ["PLAIN", "Brand", "NotATemplate"]


class NotATemplate(ValueError):
    """A file that cannot serve as a template; the message names it and says what to do."""


def _no_names() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Brand:
    """What a council's papers take from it.

    `look` is that of its Word template. `styles` has their names of styles by our role.
    `colours` is the whole palette, with their colours where those can be read; `repairs` says
    which could not. `marking` is None where they name none.
    """

    look: "Look | None" = None
    marking: str | None = None
    styles: Mapping[str, str] = field(default_factory=_no_names)
    colours: Mapping[str, str] = field(default_factory=lambda: COLOURS)
    repairs: tuple[str, ...] = ()


PLAIN: Final = Brand()
"""Our own look."""
