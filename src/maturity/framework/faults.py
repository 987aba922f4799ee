"""What is wrong with a framework file, each fault at its place; loaded where there is one."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from maturity.framework.tables import Finding
from maturity.framework.whole import Framework
from maturity.tomlfile import Message, Path, Source, in_file_order
from maturity.tomlfile.positions import Positions, scan
from maturity.tomlfile.validation import block_of, from_pydantic

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = ["messages"]

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


def messages(
    source: Source, found: Sequence[Finding], refused: "ValidationError | None"
) -> tuple[Message, ...]:
    """All there is to say, in file order; what a finding silences is not said as well."""
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


def _under(path: Path, top: Path) -> bool:
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
