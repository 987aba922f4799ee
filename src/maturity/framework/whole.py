"""A whole framework, and the questions the rest of the program asks it."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any, Literal

from maturity.framework.model import (
    BUILT_IN_PROMPTS,
    Agenda,
    Criterion,
    EvidenceRules,
    Group,
    Item,
    Level,
    Meta,
    Part,
    Pillar,
    Prompt,
    ReportWords,
    Retired,
    Source,
    Tag,
    Term,
    Voice,
    Wording,
)
from maturity.framework.values import ReadOnly, nothing
from maturity.records import Before, given

__all__ = ["Framework", "ItemKind", "NotKnown"]

ItemKind = Literal["pillar", "criterion"]


class NotKnown(LookupError):
    """A name a person typed that this framework does not have.

    The sentence lists what they could have meant.
    """


def _with_ids(tables: Any) -> Any:
    # A record knows its own id, which the file says only in the heading.
    if not isinstance(tables, dict):
        return tables
    return {
        name: {**table, "id": name} if isinstance(table, dict) else table
        for name, table in tables.items()
    }


def _voices(tables: Any) -> Any:
    if not isinstance(tables, dict):
        return tables
    return {
        name: {"sector": name, **table} if isinstance(table, dict) else table
        for name, table in tables.items()
    }


def _terms(tables: Any) -> Any:
    if not isinstance(tables, dict):
        return tables
    return {
        term: {"long": said} if isinstance(said, str) else said for term, said in tables.items()
    }


def _prompts(tables: Any) -> Any:
    if not isinstance(tables, dict):
        return tables
    silent = {name: {"id": name, "on": on} for name, on in BUILT_IN_PROMPTS.items()}
    return silent | {
        name: {"on": True, **table, "id": name} if isinstance(table, dict) else table
        for name, table in tables.items()
    }


_Keyed = Before(_with_ids)


def _built_in() -> Mapping[str, Prompt]:
    return MappingProxyType({name: Prompt(id=name, on=on) for name, on in BUILT_IN_PROMPTS.items()})


class Framework(Part):
    """One framework, as its file gives it; keyed tables are read-only and in file order.

    `levels` is in the order of `meta.levels`, lowest first. `prompts` holds every built-in
    challenge prompt, with what the file says about it.
    """

    meta: Meta = given(alias="framework")
    levels: Annotated[ReadOnly[Level], _Keyed] = given(alias="level")
    pillars: Annotated[ReadOnly[Pillar], _Keyed] = given(alias="pillar", factory=nothing)
    criteria: Annotated[ReadOnly[Criterion], _Keyed] = given(alias="criterion", factory=nothing)
    groups: Annotated[ReadOnly[Group], _Keyed] = given(alias="group", factory=nothing)
    voices: Annotated[ReadOnly[Voice], _Keyed, Before(_voices)] = given(
        alias="voice", factory=nothing
    )
    sources: Annotated[ReadOnly[Source], _Keyed] = given(alias="source", factory=nothing)
    tags: Annotated[ReadOnly[Tag], _Keyed] = given(alias="tag", factory=nothing)
    agenda: Agenda = Agenda()
    evidence: EvidenceRules = EvidenceRules()
    prompts: Annotated[ReadOnly[Prompt], Before(_prompts)] = given(
        alias="prompt", factory=_built_in
    )
    report: ReportWords = ReportWords()
    wording: Wording = Wording()
    glossary: Annotated[ReadOnly[Term], Before(_terms)] = given(factory=nothing)
    retired: Annotated[ReadOnly[Retired], _Keyed] = given(factory=nothing)

    @property
    def id(self) -> str:
        """The framework's id, which never changes."""
        return self.meta.id

    @property
    def title(self) -> str:
        """The framework's title."""
        return self.meta.title

    @property
    def version(self) -> str:
        """The version as text; compared for equality only."""
        return self.meta.version

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What is rated, in file order by pillar; criteria without a pillar come last."""
        if self.meta.rate == "pillars":
            return tuple(self.pillars.values())
        by_pillar = [each for id_ in self.pillars for each in self.criteria_of(id_)]
        return (*by_pillar, *(c for c in self.criteria.values() if c.pillar not in self.pillars))

    @property
    def level_ids(self) -> tuple[str, ...]:
        """The levels by id, lowest first."""
        return tuple(self.levels)

    def item(self, item_id: str) -> Item:
        """The pillar or criterion with this id. Raises `NotKnown`."""
        found = self.pillars.get(item_id) or self.criteria.get(item_id)
        if found is None:
            raise NotKnown(f'There is no item called "{item_id}" in {self.title}.')
        return found

    def kind_of(self, item_id: str) -> ItemKind:
        """Whether the id is a pillar's or a criterion's. Raises `NotKnown`."""
        return "pillar" if isinstance(self.item(item_id), Pillar) else "criterion"

    def criteria_of(self, pillar_id: str) -> tuple[Criterion, ...]:
        """The criteria of one pillar, in file order."""
        return tuple(self._by_pillar.get(pillar_id, ()))

    @cached_property
    def _by_pillar(self) -> Mapping[str, list[Criterion]]:
        found: dict[str, list[Criterion]] = {}
        for each in self.criteria.values():
            if each.pillar is not None:
                found.setdefault(each.pillar, []).append(each)
        return found

    def level(self, level_id: str) -> Level:
        """The level with this id. Raises `NotKnown`."""
        found = self.levels.get(level_id)
        if found is None:
            raise NotKnown(f'There is no level called "{level_id}". {self._levels_to_choose()}')
        return found

    def level_label(self, level_id: str) -> str:
        """The words a person reads for a level; never to be compared. Raises `NotKnown`."""
        return self.level(level_id).label

    def levels_of(self, item: Item | str) -> tuple[str, ...]:
        """The levels this item may be rated at, lowest first."""
        found = self.item(item) if isinstance(item, str) else item
        return tuple(id_ for id_ in self.levels if not found.levels or id_ in found.levels)

    def question_of(self, item: Item | str) -> str:
        """The question read aloud for this item; without one, its title."""
        found = self.item(item) if isinstance(item, str) else item
        return found.question or found.title

    def texts(self, item: Item | str, level_id: str) -> tuple[str, ...]:
        """What this item at this level looks like: one text, or several statements.

        A rated pillar without texts of its own gives one text for each of its criteria; any other
        item without gives the meaning of the level. Empty where nothing is written.
        """
        found = self.item(item) if isinstance(item, str) else item
        own = found.level.get(level_id)
        if own is not None:
            return own
        if isinstance(found, Pillar) and self.meta.rate == "pillars" and not found.level:
            rows = (each.level.get(level_id, ()) for each in self.criteria_of(found.id))
            return tuple(_row(row) for row in rows if row)
        meaning = self.level(level_id).meaning
        return () if meaning is None or found.level else (meaning,)

    def find_item(self, typed: str) -> Item:
        """The item a person means by its id, its printed code, or the beginning of its id.

        Where several ids begin so, a rated item is preferred if it is the only one. Raises
        `NotKnown`.
        """
        word = typed.strip()
        exact = self.pillars.get(word.lower()) or self.criteria.get(word.lower())
        if exact is not None:
            return exact
        everything: tuple[Item, ...] = (*self.pillars.values(), *self.criteria.values())
        ways = (
            [each for each in everything if word and (each.code or "").lower() == word.lower()],
            [each for each in self.items if word and each.id.startswith(word.lower())],
            [each for each in everything if word and each.id.startswith(word.lower())],
        )
        for found in ways:
            if len(found) == 1:
                return found[0]
        begun = ways[-1]
        if begun:
            said = ", ".join(each.id for each in begun)
            raise NotKnown(f'Several items begin with "{word}": {said}. Type more of the name.')
        said = ", ".join(each.id for each in self.items)
        raise NotKnown(f'There is no item called "{word}". Items to rate here: {said}.')

    def find_level(self, typed: str) -> Level:
        """The level a person means by its id, its label in any case, or its number from 1.

        An id wins over a number, so a level called "0" is found by its name. Raises `NotKnown`.
        """
        word = typed.strip()
        if word in self.levels:
            return self.levels[word]
        for each in self.levels.values():
            if word.casefold() in {each.label.casefold(), each.id.casefold()}:
                return each
        number = int(word) if word.isascii() and word.isdigit() and len(word) == 1 else 0
        if 1 <= number <= len(self.levels):
            return self.levels[self.level_ids[number - 1]]
        raise NotKnown(f'There is no level called "{word}". {self._levels_to_choose()}')

    def _levels_to_choose(self) -> str:
        said = ", ".join(
            f"{number} {each.label}"
            if each.label.casefold() == each.id.casefold()
            else f"{number} {each.label} ({each.id})"
            for number, each in enumerate(self.levels.values(), start=1)
        )
        return f"Levels here, lowest first: {said}."


def _row(statements: tuple[str, ...]) -> str:
    if len(statements) == 1:
        return statements[0]
    return "\n".join(f"- {each}" for each in statements)
