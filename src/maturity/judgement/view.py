"""What an audience may see of a session: frozen values that hold nothing else.

`disclosure.disclose` makes them, and every export and every screen draws from them alone. There
are no raw tallies by group and no private words in here unless the audience may have them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from maturity.judgement.prompt_view import PromptView
from maturity.session.state import Facts

__all__ = [
    "ActionView",
    "AimView",
    "Audience",
    "DecisionView",
    "Disclosed",
    "DissentView",
    "DocumentView",
    "FrameworkView",
    "ItemView",
    "KloeView",
    "LensView",
    "LevelView",
    "LinkView",
    "NoteView",
    "PageView",
    "PersonView",
    "PromptView",
    "RatingView",
    "RoundView",
    "SessionView",
    "VoiceView",
    "Withheld",
]


class Audience(StrEnum):
    """Who will read or see it."""

    FACILITATOR = "facilitator"
    ROOM = "room"
    BOARD = "board"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something kept from this audience, and the words that may be printed instead."""

    reason: str


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level and its place: `position` counts from 1, the lowest, to `of`."""

    id: str
    label: str
    position: int
    of: int


@dataclass(frozen=True, slots=True)
class AimView:
    """The level hoped for next time, and what it takes."""

    level: LevelView | None
    text: str


@dataclass(frozen=True, slots=True)
class RatingView:
    """A rating in full. `state` is one of the states in `commands.md`, `said` its words."""

    state: str
    said: str
    level: LevelView | None
    because: str
    confidence: str
    next_step: str
    aim: AimView | None
    chosen_by: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """One vote of the room.

    `counts` has one number a level, lowest first, or says why it is withheld. `word` is the
    agreement word, empty where the rule gives none. `said` and `word_said` are the sentences
    the room reads.
    """

    id: str
    n: int
    method: str
    present: int | None
    counts: tuple[int, ...] | Withheld
    cannot_say: int
    abstain: int
    word: str
    is_small_room: bool
    said: str
    word_said: str


@dataclass(frozen=True, slots=True)
class DissentView:
    """A different view as this audience may read it.

    `withheld` is set where only its existence may be told; every other text is then empty.
    """

    id: str
    who: str
    who_kind: str
    kind: str
    level: LevelView | None
    reason: str
    change: str
    reach: str
    answer: str
    reply: str
    heard: bool
    status: str
    withheld: Withheld | None = None


@dataclass(frozen=True, slots=True)
class LinkView:
    """Evidence on an item: the words quoted, where they stand, and the facts that hold for them."""

    id: str
    excerpt: str
    document: str
    document_title: str
    ref: str
    stance: str
    shows: str
    quote: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class NoteView:
    """One line from the talk."""

    id: str
    tag: str
    text: str
    private: bool


@dataclass(frozen=True, slots=True)
class LensView:
    """A criterion that helps the room think about a rated pillar; `seen` is never rolled up.

    `texts` has the statements of each level of the item, by level id, lowest first.
    """

    id: str
    code: str
    title: str
    question: str
    seen: LevelView | None
    texts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ItemView:
    """All that may be seen of one rated item.

    `pillar` is its pillar's id, empty for a pillar itself; `median` the levels the latest vote
    lies between, one of them where they agree; `last_*` how it stood last time.
    """

    id: str
    kind: str
    code: str
    title: str
    short: str
    pillar: str
    question: str
    guidance: str
    families: str
    evidence_hints: tuple[str, ...]
    levels: tuple[LevelView, ...]
    texts: Mapping[str, tuple[str, ...]]
    may_not_apply: bool
    rating: RatingView
    parked: str | None
    discussed: bool
    rounds: tuple[RoundView, ...]
    median: tuple[LevelView, ...]
    dissents: tuple[DissentView, ...]
    links: tuple[LinkView, ...]
    notes: tuple[NoteView, ...]
    lenses: tuple[LensView, ...]
    prompts: tuple[PromptView, ...] = ()

    @property
    def latest(self) -> RoundView | None:
        """The round that counts, if there was a vote."""
        return self.rounds[-1] if self.rounds else None

    @property
    def is_rated(self) -> bool:
        """Whether the room has said anything that stands as its answer."""
        return self.rating.state != "unrated"


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
class ActionView:
    """An action. `status` is its newest delivery status in words, never a level."""

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
    """A document that was read; `links` counts how often its excerpts are used."""

    id: str
    title: str
    file: str
    excerpts: int
    links: int
    facts: Facts


@dataclass(frozen=True, slots=True)
class PageView:
    """The words that only people can write."""

    story: str
    families: tuple[str, ...]
    difference: tuple[str, ...]
    asks: tuple[str, ...]
    bring: tuple[str, ...]
    for_families: str
    implications: str


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """The framework as a reader meets it; `standing` says whose words its levels are."""

    id: str
    title: str
    version: str
    fingerprint: str
    standing: str
    notice: str
    language: str
    rate: str
    levels: tuple[LevelView, ...]
    meanings: Mapping[str, str]
    pillars: tuple[tuple[str, str], ...]
    stale_after_months: int
    glossary: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SessionView:
    """What the session is, and the house words that the paper uses."""

    id: str
    title: str
    area: str
    period: str
    date: str
    minutes: int
    place: str
    marking: str
    board: str
    forum: str
    board_date: str
    no_risks: bool


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Everything one audience may see of one session, and nothing else."""

    audience: Audience
    session: SessionView
    framework: FrameworkView
    items: tuple[ItemView, ...]
    page: PageView
    people: tuple[PersonView, ...]
    voices: tuple[VoiceView, ...]
    actions: tuple[ActionView, ...]
    kloes: tuple[KloeView, ...]
    decisions: tuple[DecisionView, ...]
    risks: tuple[DecisionView, ...]
    documents: tuple[DocumentView, ...]

    def item(self, item_id: str) -> ItemView:
        """The item with this id; raises `KeyError` when nothing rated has it."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def title_of(self, item_id: str) -> str:
        """The title of an item or lens, for a list that names where a line came from."""
        for item in self.items:
            if item.id == item_id:
                return item.short or item.title
            for lens in item.lenses:
                if lens.id == item_id:
                    return lens.title
        return dict(self.framework.pillars).get(item_id, item_id)
