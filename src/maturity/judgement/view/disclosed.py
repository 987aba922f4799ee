"""The whole of what one audience may see of one session."""

from maturity.frozen import dataclass
from maturity.judgement.view.audience import Audience
from maturity.judgement.view.frame import FrameworkView, PageView, SessionView
from maturity.judgement.view.groups import GapView
from maturity.judgement.view.items import ItemView
from maturity.judgement.view.lists import (
    ActionView,
    DecisionView,
    DocumentView,
    KloeView,
    PersonView,
    VoiceView,
)

__all__ = ["Disclosed"]


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
    gaps: tuple[GapView, ...] = ()

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
