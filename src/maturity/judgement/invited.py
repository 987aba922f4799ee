"""What people who are invited may see before the sitting: the questions, and the evidence.

It is what the public may see of a session in which nothing was said yet, with the words on where
to come. Evidence that may identify a child is named and its words are covered, whatever was
decided on them for papers that are read later.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from maturity.framework import Framework
from maturity.frozen import dataclass
from maturity.judgement.context import Said
from maturity.judgement.disclosure import disclose
from maturity.judgement.marks import COVERED, link_views
from maturity.judgement.names import names_pattern, without_names
from maturity.judgement.timing.pacing import plan_of
from maturity.judgement.timing.timebox import session_time_box
from maturity.judgement.view import (
    Audience,
    Disclosed,
    ItemView,
    LastDissentView,
    LastView,
    LinkView,
)
from maturity.judgement.wording import VOTING
from maturity.session.kinds import take
from maturity.session.state import ItemState, Page, SessionState

__all__ = ["Invited", "RunView", "invited"]

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class RunView:
    """How the sitting runs, in minutes; `each` is 0 where an item has no whole minute.

    `breaks` has the titles of the pillars that a break of `break_minutes` follows; `voting` says
    how the room votes, in sentences.
    """

    opening: int
    each: int
    breaks: tuple[str, ...]
    break_minutes: int
    closing: int
    voting: str


@dataclass(frozen=True, slots=True)
class Invited:
    """Everything that people who are invited may see; `shown` has no votes and nobody's views.

    `last` is how items stood last time, by their ids; it is no part of `shown`, where it would
    stand beside the question. Its different views are there to be counted, without their words.
    """

    shown: Disclosed
    place: str
    starts: str
    joining: str
    run: RunView
    last: Mapping[str, LastView]


def invited(state: SessionState, framework: Framework, said: Said | None = None) -> Invited:
    """What may be sent to everyone who is invited, before the sitting or after it.

    `said` is how evidence is worded where it may be read, if not as it is quoted.
    """
    bare = _before(state)
    shown = disclose(bare, framework, Audience.PUBLIC, said=said)
    items = tuple(replace(item, links=_links(bare, item)) for item in shown.items)
    pattern = names_pattern(person.name for person in state.people.values())
    if pattern is not None:
        items = without_names(items, pattern)
    return Invited(
        shown=replace(shown, items=tuple(replace(item, last=None, since="") for item in items)),
        place=_setting(state, "place"),
        starts=_setting(state, "starts"),
        joining=_setting(state, "joining"),
        run=_run(state, framework, shown.session.voting),
        last=MappingProxyType(
            {item.id: _without_words(item.last) for item in items if item.last is not None}
        ),
    )


def _before(state: SessionState) -> SessionState:
    """The session with what was known before anybody spoke, and nothing else."""
    return SessionState.model_construct(
        session=state.session,
        framework=state.framework,
        agenda=state.agenda,
        settings=state.settings,
        page=Page.model_construct(bring=state.page.bring),
        people=state.people,
        pillar={name: _quiet(item) for name, item in state.pillar.items() if _is_known(item)},
        criterion={name: _quiet(item) for name, item in state.criterion.items() if _is_known(item)},
        documents=state.documents,
        excerpts=state.excerpts,
    )


def _is_known(item: ItemState) -> bool:
    return bool(item.links) or item.last is not None


def _quiet(item: ItemState) -> ItemState:
    return ItemState.model_construct(links=item.links, last=item.last)


def _kept(state: SessionState, item: ItemView) -> ItemState:
    found = take(state, (item.kind, item.id))
    return found if isinstance(found, ItemState) else ItemState()


def _links(state: SessionState, item: ItemView) -> tuple[LinkView, ...]:
    """The links of an item as the public sees them, and in their places those it does not."""
    public = {link.id: link for link in item.links}
    every = link_views(state, _kept(state, item).links.items(), Audience.BOARD)
    return tuple(public.get(link.id) or _covered(link) for link in every)


def _covered(link: LinkView) -> LinkView:
    facts = link.facts.model_copy(update={"owner": None, "cohort_note": None})
    return replace(link, shows="", quote=COVERED[Audience.BOARD], facts=facts)


def _setting(state: SessionState, name: str) -> str:
    value = state.settings.get(name)
    return value if isinstance(value, str) else ""


def _run(state: SessionState, framework: Framework, way: str) -> RunView:
    box = session_time_box(framework, state)
    rated = [getattr(item, "pillar", None) or item.id for item in framework.items]
    # nothing is left to rate after the last of them, so no break can follow it
    followed = [name for name in box.break_after if name in rated and name != rated[-1]]
    return RunView(
        opening=box.opening_minutes,
        each=plan_of(framework, box).each // _MINUTE,
        breaks=tuple(framework.pillars[name].title for name in followed),
        break_minutes=box.break_minutes,
        closing=box.closing_minutes,
        voting=VOTING[way],
    )


def _without_words(last: LastView) -> LastView:
    unsaid = LastDissentView("", "", "", "", "noted")
    return replace(last, views=tuple(unsaid for _ in last.views))
