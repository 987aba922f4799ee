"""Every operation as a plain line: the accessible route, the scripting route, the test route."""

import gc
import os
from collections.abc import Sequence

from maturity.cli.exits import STOPPED

__all__ = ["main"]


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line (the program's own where None) and return its exit status."""
    # pydantic would look through every installed package for plugins, and run what it finds
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # what a command makes lives as long as the command, so no collection is worth its time; what
    # stays open for hours, a screen or a walk, collects again once it stands
    gc.disable()
    try:
        from maturity.cli.start import run  # noqa: PLC0415 after both lines above

        return run(args)
    except KeyboardInterrupt:
        return STOPPED
    finally:
        gc.enable()
