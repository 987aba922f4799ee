"""How long a sitting and each of its items may take: data, and nothing that watches a clock."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from maturity.framework import Framework
from maturity.frozen import dataclass
from maturity.judgement.agreement import AgreementWord
from maturity.session.state import Agenda, SessionState

__all__ = [
    "FORMS",
    "Form",
    "Loop",
    "TimeBox",
    "form_of",
    "forms_for",
    "loop_of",
    "new_time_box",
    "session_time_box",
    "time_box",
]

Rate = Literal["pillars", "criteria"]


@dataclass(frozen=True, slots=True)
class Loop:
    """The minutes of one item.

    `whole` is what one takes talked through, `opening` what passes before its first votes are in,
    `closing` what follows the talk. `split`, `mixed` and `together` are the least a talk gets, by
    agreement word; `talked_out` is what a split takes that nobody hurries. With `in_blocks` the
    items of a pillar are voted on together, before any of them is talked about.
    """

    whole: float
    opening: float
    closing: float
    split: float
    mixed: float
    together: float
    talked_out: float
    in_blocks: bool = False

    def floor(self, word: str) -> float:
        """The least a talk gets; without a word of its own, what a mixed room gets."""
        floors: Mapping[str, float] = {
            AgreementWord.SPLIT: self.split,
            AgreementWord.TOGETHER: self.together,
            AgreementWord.TOO_FEW: self.together,
        }
        return floors.get(word, self.mixed)


_LOOPS: Final[Mapping[Rate, tuple[Loop, ...]]] = MappingProxyType(
    {
        "pillars": (
            Loop(20, 7, 5, split=6, mixed=4, together=2, talked_out=14),
            Loop(10, 3, 2, split=4, mixed=2, together=1, talked_out=5),
        ),
        "criteria": (
            Loop(150 / 35, 0.75, 0, split=3, mixed=1.5, together=0.5, talked_out=7, in_blocks=True),
        ),
    }
)


def loop_of(rate: Rate, minutes: float = 0) -> Loop:
    """The roomiest loop that an item of so many minutes holds, else the shortest there is."""
    loops = _LOOPS[rate]
    return next((loop for loop in loops if loop.whole <= minutes), loops[-1])


@dataclass(frozen=True, slots=True)
class Form:
    """A shape of sitting that a new session may take: minutes in all, before and after items."""

    title: str
    minutes: int
    opening_minutes: int
    break_minutes: int
    closing_minutes: int
    rates: tuple[Rate, ...]
    is_online: bool = True

    @property
    def settings(self) -> Mapping[str, str]:
        """The settings by which a session takes this form, beside its length."""
        return {
            "agenda.opening_minutes": str(self.opening_minutes),
            "agenda.break_minutes": str(self.break_minutes),
            "agenda.closing_minutes": str(self.closing_minutes),
        }


FORMS: Final[tuple[Form, ...]] = (
    Form("half day", 210, 30, 15, 25, ("pillars",), is_online=False),
    Form("half day", 195, 15, 15, 15, ("criteria",), is_online=False),
    Form("online", 90, 10, 0, 10, ("pillars", "criteria")),
    Form("online", 60, 10, 0, 10, ("pillars", "criteria")),
)
"""What a sitting is usually shaped like; the framework's own agenda stands before all of them."""


def forms_for(framework: Framework) -> tuple[Form, ...]:
    """The forms offered beside the framework's own agenda."""
    own = framework.agenda.minutes
    rate = framework.meta.rate
    return tuple(form for form in FORMS if rate in form.rates and form.minutes != own)


def form_of(framework: Framework, minutes: int) -> Form | None:
    """The form that a sitting of so many minutes takes: its own, or the online one it is near to.

    None where it keeps the framework's own agenda: at that length, nearer to half a day, or where
    that agenda is as short.
    """
    if minutes == framework.agenda.minutes:
        return None
    suited = [form for form in FORMS if framework.meta.rate in form.rates]

    def nearest(length: int) -> Form:
        return min(suited, key=lambda form: abs(form.minutes - length))

    form = nearest(minutes)
    if form.minutes == minutes:
        return form
    return form if form.is_online and not nearest(framework.agenda.minutes).is_online else None


@dataclass(frozen=True, slots=True)
class TimeBox:
    """The minutes of one sitting; `break_after` has ids of pillars, `item_minutes` None a share."""

    minutes: int
    opening_minutes: int
    break_minutes: int
    break_after: tuple[str, ...]
    closing_minutes: int
    item_minutes: int | None


def time_box(
    framework: Framework, own: Agenda | None = None, minutes: int | None = None
) -> TimeBox:
    """The session's `own` timing where it has one, else the framework's.

    `minutes` is the length a session was made with; its agenda's own length stands over it.
    """
    usual = framework.agenda
    own = own or Agenda()

    def chosen(name: str) -> int:
        value = getattr(own, name)
        return int(getattr(usual, name) if value is None else value)

    return TimeBox(
        minutes=own.minutes or minutes or usual.minutes,
        opening_minutes=chosen("opening_minutes"),
        break_minutes=chosen("break_minutes"),
        break_after=usual.break_after if own.break_after is None else own.break_after,
        closing_minutes=chosen("closing_minutes"),
        item_minutes=usual.item_minutes if own.item_minutes is None else own.item_minutes,
    )


def session_time_box(framework: Framework, state: SessionState) -> TimeBox:
    """The minutes of a session's sitting."""
    return time_box(framework, state.agenda, state.session.minutes)


def new_time_box(framework: Framework, minutes: int | None = None) -> TimeBox:
    """The minutes of a new session that is to take so long, or as long as the framework says."""
    form = form_of(framework, minutes) if minutes else None
    agenda = Agenda()
    if form is not None:
        agenda = Agenda(
            opening_minutes=form.opening_minutes,
            break_minutes=form.break_minutes,
            closing_minutes=form.closing_minutes,
        )
    return time_box(framework, agenda, minutes)
