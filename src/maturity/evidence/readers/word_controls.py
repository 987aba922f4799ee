"""What a content control of a Word file says of itself beside its words."""

import re

from lxml.etree import _Element

from maturity.evidence.answers.returned import ReturnedControl, Shown
from maturity.evidence.readers.package import child
from maturity.evidence.readers.word_parts import value

__all__ = ["attribute", "control_of"]

_PREFIX = re.compile(r"(?<=/)[^/:\[\]]*:")
_WITHOUT_PLACE = re.compile(r"(?<=[^/\]])(?=/|$)")


def control_of(properties: _Element | None, shown: Shown) -> ReturnedControl:
    """The control with these properties, that shows these words."""
    binding = child(properties, "dataBinding")
    box = child(properties, "checkbox")
    return ReturnedControl(
        tag=value(child(properties, "tag")) or "",
        store=value(binding, "storeItemID") or "",
        path=_path(value(binding, "xpath") or ""),
        shown=shown,
        is_ticked=None if box is None else _is_ticked(box),
    )


def _path(said: str) -> str:
    """A path without its prefixes, each step with its place."""
    return _WITHOUT_PLACE.sub("[1]", _PREFIX.sub("", "".join(said.split())))


def _is_ticked(box: _Element) -> bool:
    """Whether a box is ticked; its mark is of a namespace of its own, and so is its value."""
    mark = child(box, "checked")
    return mark is not None and (attribute(mark, "val") or "1") in {"1", "true", "on"}


def attribute(element: _Element | None, name: str) -> str:
    """An attribute by its local name, whatever its namespace; empty where there is none."""
    for key, said in element.attrib.items() if element is not None else ():
        if str(key).rpartition("}")[2] == name:
            return str(said)
    return ""
