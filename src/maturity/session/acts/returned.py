"""The board's answers from a paper that came back, kept together: one step, and one undo."""

from collections import Counter
from collections.abc import Iterator

from maturity.frozen import dataclass
from maturity.session.acts.act import Outcome, Scene
from maturity.session.acts.actions import ActionAct, action_outcome
from maturity.session.acts.board import ConfirmAct, confirm_outcome
from maturity.session.acts.notes import NoteAct, note_outcome

__all__ = ["NOTHING_NEW", "ReturnedAct", "returned_outcome"]

NOTHING_NEW = "Nothing in this paper is new."


@dataclass(frozen=True, slots=True)
class ReturnedAct:
    """Record what the board answered on paper; the ratings stay as the room left them.

    `agreed` are the ids of actions it agreed, `remarks` what is kept of its comments.
    """

    answers: tuple[ConfirmAct, ...] = ()
    agreed: tuple[str, ...] = ()
    remarks: tuple[NoteAct, ...] = ()


def returned_outcome(scene: Scene, act: ReturnedAct) -> Outcome:
    """The changes of all that was taken from a paper, and what they come to in one sentence.

    Raises `Refused` where one of them cannot be; nothing is recorded then.
    """
    outcomes = tuple(_outcomes(scene, act))
    changes = tuple(change for _, outcome in outcomes for change in outcome.changes)
    counts = Counter(what for what, outcome in outcomes if outcome.changes)
    if not changes:
        return Outcome((), NOTHING_NEW)
    said = ", ".join(f"{number} {_counted(what, number)}" for what, number in counts.items())
    return Outcome(changes, f"Recorded from the paper: {said}.", records="confirm")


def _outcomes(scene: Scene, act: ReturnedAct) -> Iterator[tuple[str, Outcome]]:
    for answer in act.answers:
        outcome = confirm_outcome(scene, answer)
        yield _RECORDED[outcome.records], outcome
    for action in act.agreed:
        yield "action", action_outcome(scene, ActionAct(None, id=action, agreed=True))
    for remark in act.remarks:
        yield "remark", note_outcome(scene, remark)


_RECORDED = {"confirm": "confirmed", "amend": "amended", "defer": "deferred"}
_LATER = {
    "action": ("action agreed", "actions agreed"),
    "remark": ("remark kept as a private note", "remarks kept as private notes"),
}


def _counted(what: str, number: int) -> str:
    one, more = _LATER.get(what, (what, what))
    return one if number == 1 else more
