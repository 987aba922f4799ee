"""The stemmers of the library `snowballstemmer`, each to be loaded without the others.

The library loads all of its thirty-odd languages with the first, 3 MiB of memory, and one is used.
Its modules need nothing of its own start, so they are taken here as modules of this package.
"""

from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from typing import cast

__all__: list[str] = []

# finding a package does not load it, and a library that we need is always there
__path__ = list(cast("ModuleSpec", find_spec("snowballstemmer")).submodule_search_locations or ())
