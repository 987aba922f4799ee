"""Invented invitations: what people who are asked to come may see, full, empty, of any shape."""

from dataclasses import replace
from types import MappingProxyType

from accessibility.item_views import UNRATED
from accessibility.views import criteria_view, empty_view, full_view
from maturity.judgement.invited import Invited, RunView
from maturity.judgement.view import (
    AimView,
    Audience,
    Disclosed,
    ItemView,
    LastDissentView,
    LastView,
    LevelView,
    PageView,
)

_PAGE = PageView("", (), (), (), (), "", "")
_VOTING = "By card, or with heads down; then all at once."
_RUN = RunView(30, 20, ("Leadership",), break_minutes=15, closing=25, voting=_VOTING)


def invitation(count: int = 7, of: int = 3) -> Invited:
    """With evidence on every item, and words for every level."""
    return _invited(full_view(count, of))


def criteria_invitation(pillars: int, criteria: int, of: int) -> Invited:
    """The same where criteria are rated."""
    return _invited(criteria_view(pillars, criteria, of))


def empty_invitation(count: int) -> Invited:
    """Where nothing is typed, mapped or described."""
    run = RunView(0, 0, (), break_minutes=0, closing=0, voting=_VOTING)
    return Invited(_bare(empty_view(count)), "", "", "", run, {})


def with_last(view: Invited) -> Invited:
    """The same after a session before it."""
    return replace(view, last={one.id: _last(one) for one in view.shown.items})


def _last(item: ItemView) -> LastView:
    level, views = item.levels[0], (LastDissentView("", "", "", "", "noted"),)
    return LastView("", "2025-03-01", "", level, level.label, "", _aim(item), views, "kept")


def _aim(item: ItemView) -> AimView:
    return AimView(item.levels[-1], "Every plan checked with the family.")


def _invited(view: Disclosed) -> Invited:
    bare = _bare(view)
    items = tuple(_described(item) for item in bare.items)
    shown = replace(bare, items=items)
    joining = "Ask the forum for the link."
    return Invited(shown, "The Guildhall", "half past nine", joining, _RUN, {})


def _bare(view: Disclosed) -> Disclosed:
    items = tuple(
        replace(
            item,
            rating=UNRATED,
            parked=None,
            discussed=True,
            rounds=(),
            median=(),
            dissents=(),
            notes=(),
            prompts=(),
        )
        for item in view.items
    )
    return replace(view, audience=Audience.PUBLIC, items=items, page=_PAGE, people=(), gaps=())


def _described(item: ItemView) -> ItemView:
    lenses = tuple(replace(lens, texts=_texts(item.levels)) for lens in item.lenses)
    return replace(item, texts=_texts(item.levels), lenses=lenses)


def _texts(levels: tuple[LevelView, ...]) -> MappingProxyType[str, tuple[str, ...]]:
    return MappingProxyType(
        {level.id: (f"What {level.label.lower()} looks like.", "A second statement.")
         for level in levels[:-1]}
        | {levels[-1].id: ()}
    )  # fmt: skip
