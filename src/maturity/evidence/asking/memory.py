"""How much memory the reading processes that have ended took, where the system says so."""

import sys

__all__ = ["most_taken"]

_KIB = 1024


def most_taken() -> int:
    """The most bytes that any process took which this one started and waited for; 0 if unknown."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not on every system

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most if sys.platform == "darwin" else most * _KIB
