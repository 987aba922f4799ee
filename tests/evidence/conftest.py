"""Papers for the tests of evidence; `papers` is a module beside them, not of the program."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
