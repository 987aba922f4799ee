"""The framework a partnership rates itself against: its model, and reading it from a file.

`catalogue` and `checking` are loaded by the few who list frameworks or check one.
"""

from maturity.framework.fingerprint import canonical, fingerprint, item_stamp, shown
from maturity.framework.loading import FORMAT, FrameworkFault, load, parse
from maturity.framework.model import (
    BUILT_IN_PROMPTS,
    PROMPT_CODES,
    Agenda,
    Criterion,
    EvidenceRules,
    Group,
    Item,
    Level,
    Meta,
    Pillar,
    Practice,
    Prompt,
    ReportWords,
    Retired,
    Source,
    Tag,
    Term,
    Voice,
    Wording,
)
from maturity.framework.whole import Framework, ItemKind, NotKnown

__all__ = [
    "BUILT_IN_PROMPTS",
    "FORMAT",
    "PROMPT_CODES",
    "Agenda",
    "Criterion",
    "EvidenceRules",
    "Framework",
    "FrameworkFault",
    "Group",
    "Item",
    "ItemKind",
    "Level",
    "Meta",
    "NotKnown",
    "Pillar",
    "Practice",
    "Prompt",
    "ReportWords",
    "Retired",
    "Source",
    "Tag",
    "Term",
    "Voice",
    "Wording",
    "canonical",
    "fingerprint",
    "item_stamp",
    "load",
    "parse",
    "shown",
]
