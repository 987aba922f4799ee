"""A framework as it stands in its file, before it is known to be sound.

Rules about how blocks fit together look here, so that they can speak even where a block is broken
and no model can be built.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from maturity.frozen import dataclass
from maturity.tomlfile import Path, Severity

__all__ = ["Finding", "Tables"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold, by the path of what is at fault.

    `at_key` points at the name rather than its value. `silences` is a path under which no other
    finding is worth telling.
    """

    number: int
    path: Path
    what: str
    mend: str
    at_key: bool = False
    severity: Severity = "error"
    silences: Path | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """The parsed file, read kindly: whatever has the wrong shape counts as absent."""

    data: Mapping[str, Any]

    def blocks(self, kind: str) -> dict[str, dict[str, Any]]:
        """The blocks of one kind by id, in file order: all that are tables."""
        found = self.data.get(kind)
        if not isinstance(found, dict):
            return {}
        return {name: block for name, block in found.items() if isinstance(block, dict)}

    def setting(self, block: str, name: str) -> Any:
        """One value of a block that is a single table, such as `[framework]`, or None."""
        found = self.data.get(block)
        return found.get(name) if isinstance(found, dict) else None

    def items(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Kind, id and block of every pillar and criterion."""
        for kind in ("pillar", "criterion"):
            for name, block in self.blocks(kind).items():
                yield kind, name, block

    @property
    def rates_pillars(self) -> bool:
        """Whether pillars are what is rated."""
        return bool(self.setting("framework", "rate") == "pillars")

    @property
    def listed_levels(self) -> list[str]:
        """The levels in their order, as listed; repeats are kept."""
        return words(self.setting("framework", "levels"))

    @property
    def known_levels(self) -> list[str]:
        """Every level that is listed or has a block, listed ones first."""
        return list(dict.fromkeys([*self.listed_levels, *self.blocks("level")]))

    def levels_of(self, block: Mapping[str, Any]) -> list[str]:
        """The levels that this item has, of those that are listed and have a block."""
        own = words(block.get("levels"))
        known = self.blocks("level")
        listed = [each for each in dict.fromkeys(self.listed_levels) if each in known]
        return [each for each in listed if not own or each in own]

    def texts_of(self, block: Mapping[str, Any]) -> list[str]:
        """The levels for which this item has a text of its own."""
        texts = block.get("level")
        return list(texts) if isinstance(texts, dict) else []

    def is_complete(self, block: Mapping[str, Any]) -> bool:
        """Whether this item has a text of its own for each of its levels."""
        return bool(block.get("level")) and set(self.levels_of(block)) <= set(self.texts_of(block))


def words(value: Any) -> list[str]:
    """The texts in a list, or nothing."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
