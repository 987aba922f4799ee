"""What an audience may see of a session: frozen values that hold nothing else.

`disclosure.disclose` makes them, and every export and every screen draws from them alone. There
are no raw tallies by group and no private words in here unless the audience may have them.
"""

from maturity.judgement.view.audience import Audience, Withheld
from maturity.judgement.view.board import BoardView
from maturity.judgement.view.disclosed import Disclosed
from maturity.judgement.view.frame import FrameworkView, PageView, SessionView
from maturity.judgement.view.groups import GapNumbers, GapRow, GapView, GroupCounts
from maturity.judgement.view.items import DissentView, ItemView, LensView, LinkView, Mark, NoteView
from maturity.judgement.view.last import LastDissentView, LastView
from maturity.judgement.view.lists import (
    ActionView,
    DecisionView,
    DeliveryView,
    DocumentView,
    KloeView,
    PersonView,
    VoiceView,
)
from maturity.judgement.view.prompts import PromptView
from maturity.judgement.view.ratings import AimView, LevelView, RatingView, RoundView
from maturity.judgement.view.suggestion import Suggestion

__all__ = [
    "ActionView",
    "AimView",
    "Audience",
    "BoardView",
    "DecisionView",
    "DeliveryView",
    "Disclosed",
    "DissentView",
    "DocumentView",
    "FrameworkView",
    "GapNumbers",
    "GapRow",
    "GapView",
    "GroupCounts",
    "ItemView",
    "KloeView",
    "LastDissentView",
    "LastView",
    "LensView",
    "LevelView",
    "LinkView",
    "Mark",
    "NoteView",
    "PageView",
    "PersonView",
    "PromptView",
    "RatingView",
    "RoundView",
    "SessionView",
    "Suggestion",
    "VoiceView",
    "Withheld",
]
