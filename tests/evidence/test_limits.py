"""The limits, and what asking for large files raises."""

from dataclasses import asdict

from maturity.evidence.limits import LIMITS, Limits


def test_large_raises_sizes_counts_and_time_fourfold_and_nothing_else() -> None:
    before, after = asdict(LIMITS), asdict(LIMITS.large())
    raised = {name for name in before if before[name] != after[name]}
    assert raised == {
        *("file_bytes", "member_bytes", "unpacked_bytes", "cells", "pages", "wall_seconds"),
        "is_large",
    }
    assert all(after[name] == before[name] * 4 for name in raised - {"is_large"})


def test_limits_travel_as_plain_values() -> None:
    assert Limits(**asdict(LIMITS)) == LIMITS
