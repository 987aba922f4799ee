"""Controls: each is named, holds one of its own answers, and agrees with the XML behind it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from accessibility.opened import Opened, text_of, w

_LONGEST = 64
_LATER = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SIGNS = {"0": "uncheckedState", "1": "checkedState"}


def _controls(opened: Opened) -> Iterator[tuple[Any, str]]:
    """The properties of each control and the words it shows."""
    for control in opened.document.iter(w("sdt")):
        yield control.find(w("sdtPr")), text_of(control.find(w("sdtContent")))


def _value(properties: Any, name: str) -> str:
    node = properties.find(w(name))
    return "" if node is None else str(node.get(w("val")))


def sdt1(opened: Opened) -> Iterator[str]:
    properties = [one for one, _ in _controls(opened)]
    for one in properties:
        for name in ("alias", "tag"):
            units = len(_value(one, name).encode("utf-16-le")) // 2
            if not 0 < units <= _LONGEST:
                yield f"a control has {name} {_value(one, name)!r}"
        if _value(one, "lock") != "sdtLocked":
            yield "a control may be deleted"
    for name in ("tag", "id"):
        counts = Counter(_value(one, name) for one in properties)
        yield from (f"{name} {value!r} stands twice" for value in counts if counts[value] > 1)


def _entries(properties: Any) -> list[tuple[str, str]]:
    return [
        (node.get(w("value")), node.get(w("displayText")))
        for node in properties.iter(w("listItem"))
    ]


def sdt2(opened: Opened) -> Iterator[str]:
    for properties, shown in _controls(opened):
        if properties.find(w("dropDownList")) is not None:
            entries = _entries(properties)
            if shown not in {words for _, words in entries}:
                yield f"{shown!r} is none of the answers offered"
            if any(len({entry[at] for entry in entries}) < len(entries) for at in (0, 1)):
                yield "two answers are the same"
        tick = properties.find(f"{_LATER}checkbox")
        if tick is not None:
            state = tick.find(
                f"{_LATER}{_SIGNS[tick.find(f'{_LATER}checked').get(f'{_LATER}val')]}"
            )
            if shown != chr(int(state.get(f"{_LATER}val"), 16)):
                yield f"a tick shows {shown!r}"


def _stores(opened: Opened) -> dict[str, Any]:
    """The root of each custom XML part, by the id that bindings name."""
    found = {}
    for name in opened.parts:
        if name.startswith("customXml/itemProps"):
            (store,) = (
                text for key, text in opened.xml(name).attrib.items() if key.endswith("}itemID")
            )
            found[store] = opened.xml(name.replace("itemProps", "item"))
    return found


def sdt3(opened: Opened) -> Iterator[str]:
    stores = _stores(opened)
    for properties, shown in _controls(opened):
        binding = properties.find(w("dataBinding"))
        if binding is None:
            continue
        root = stores.get(binding.get(w("storeItemID")))
        prefix, _, namespace = binding.get(w("prefixMappings")).partition("=")
        names = {prefix.removeprefix("xmlns:"): namespace.strip("'")}
        path = binding.get(w("xpath"))
        found = [] if root is None else root.getroottree().xpath(path, namespaces=names)
        words = dict(_entries(properties))
        if [words.get(node.text, node.text) for node in found] != [shown]:
            yield f"{shown!r} is not what {path} holds"
