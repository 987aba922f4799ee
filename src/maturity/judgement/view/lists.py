"""The lists of a session, as an audience may see them: who came, and what was decided."""

from maturity.frozen import dataclass
from maturity.session.state import Facts

__all__ = [
    "ActionView",
    "DecisionView",
    "DeliveryView",
    "DocumentView",
    "KloeView",
    "PersonView",
    "VoiceView",
]


@dataclass(frozen=True, slots=True)
class PersonView:
    """Someone on the register; `group` is empty where names and groups may not stand together."""

    id: str
    name: str
    initials: str
    role: str
    organisation: str
    group: str
    state: str
    deputy_for: str
    arrived: str
    left: str
    observer: bool


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A voice group and how many of it came; `wider` is what to call a group of one."""

    id: str
    label: str
    wider: str
    core: bool
    families: bool
    votes: bool
    invited: int
    present: int


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """How far an action had come at a date: `status` in words, never a level.

    `as_written` is the date in the words of the plan it came from, `means` what the key of that
    plan says of the word; both are empty for a status that was typed.
    """

    status: str
    on: str
    as_written: str
    means: str
    note: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action. `status` is its newest delivery status in words, `statuses` all, oldest first."""

    id: str
    text: str
    owners: tuple[str, ...]
    due: str
    due_on: str
    item: str
    plan: tuple[str, ...]
    forum: str
    agreed: bool
    status: str
    statuses: tuple[DeliveryView, ...] = ()


@dataclass(frozen=True, slots=True)
class KloeView:
    """A key line of enquiry, closed where `closed` has a date."""

    id: str
    text: str
    item: str
    plan: tuple[str, ...]
    forum: str
    finding: str
    learning: str
    impact: str
    closed: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision, a risk or an escalation."""

    id: str
    text: str
    item: str
    to: str
    due: str
    due_on: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document that was read; `links` counts how often its excerpts are used.

    `is_replaced` where a newer version stands for it.
    """

    id: str
    title: str
    file: str
    excerpts: int
    links: int
    facts: Facts
    is_replaced: bool = False
