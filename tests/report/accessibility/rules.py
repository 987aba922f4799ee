"""Every rule by its name in the design: a function from an opened file to its faults."""

from collections.abc import Callable, Iterable
from types import ModuleType

from accessibility import (
    rules_charts,
    rules_controls,
    rules_package,
    rules_tables,
    rules_text,
)
from accessibility.opened import Opened

Rule = Callable[[Opened], Iterable[str]]


def _rules(module: ModuleType) -> dict[str, Rule]:
    return {name: rule for name, rule in vars(module).items() if name[-1:].isdigit()}


RULES: dict[str, Rule] = {
    **_rules(rules_text),
    **_rules(rules_tables),
    **_rules(rules_package),
    **_rules(rules_charts),
    **_rules(rules_controls),
}


TYPED = frozenset({"txt10", "list1", "link1", "meta5", "page2", "head4"})
"""Rules about words that the program chooses, which hostile text breaks by its nature."""


def faults(opened: Opened, *, but: frozenset[str] = frozenset()) -> list[str]:
    """What every rule finds, save those named in `but`."""
    return [
        f"{name}: {fault}"
        for name, rule in RULES.items()
        if name not in but
        for fault in rule(opened)
    ]
