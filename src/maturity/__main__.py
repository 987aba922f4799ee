"""`python -m maturity` is the same as `maturity`."""

import sys

from maturity.cli import main

if __name__ == "__main__":
    sys.exit(main())
