"""Every operation as a plain line: the accessible route, the scripting route, the test route."""

from maturity.cli.start import main

__all__ = ["main"]
