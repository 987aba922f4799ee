"""The board's answers in a paper that came back. Nothing is recorded here."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import Final, Self

from maturity.evidence.answers.returned import Returned
from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed
from maturity.report.answers import choices
from maturity.report.returned.found import Answered, answers_in, origin
from maturity.report.returned.remarks import Remark, remarks_in
from maturity.report.returned.rows import Meeting, Row, Settled, Whose
from maturity.report.returned.weighing import Weighed
from maturity.session.acts.act import Refused
from maturity.session.acts.notes import NoteAct
from maturity.session.acts.returned import ReturnedAct

__all__ = ["CAN_BE_TYPED", "ReturnedPaper", "returned_paper"]

CAN_BE_TYPED: Final = (
    "The board's answers can be typed: maturity confirm SESSION ITEM LEVEL --on DATE, or a number "
    "on the Board screen."
)
"""What can be done where a paper cannot be read."""

_OF_ANOTHER: Final = "This paper was made from another session, so nothing was read."
_OTHER_EDITION: Final = (
    "This paper was made from another edition of the framework, so nothing was read."
)
_NOBODYS: Final = "Nothing in this file says which session it was made from, so nothing was read."


@dataclass(frozen=True, slots=True)
class ReturnedPaper:
    """A paper as it is read, and what a person has said of it so far.

    `settled` is by item. `taken` has the place of each remark that is to be kept, with the item a
    comment is kept on as a private note; an action ticked as agreed needs none.
    """

    view: Disclosed
    found: Mapping[str, Answered]
    remarks: tuple[Remark, ...]
    meeting: Meeting
    settled: Mapping[str, Settled] = field(default_factory=lambda: MappingProxyType({}))
    taken: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the paper says of each item, in order."""
        words = self.view.framework.not_reached
        return tuple(
            Weighed(
                item,
                self.found[item.id],
                self.meeting,
                self.settled.get(item.id, Settled()),
                dict(choices(item, words)),
            ).row()
            for item in self.view.items
        )

    def settle(self, item: str, settled: Settled) -> Self:
        """The same once a person has said this of an item."""
        return replace(self, settled=MappingProxyType({**self.settled, item: settled}))

    def agree(self, row: Row) -> Self:
        """The same once a person has agreed to what is asked of a row."""
        said = self.settled.get(row.item, Settled())
        agreed = said.agreed | {row.question} if row.question else said.agreed
        return self.settle(row.item, replace(said, agreed=agreed))

    def take_words(self, rows: Iterable[Row], whose: Whose) -> Self:
        """The same once a person has said whose words count, those shown or those of the data."""
        taken = self
        for row in rows:
            said = taken.settled.get(row.item, Settled())
            taken = taken.settle(row.item, replace(said, words=whose))
        return taken

    def give_reason(self, row: Row, reason: str) -> Self:
        """The same once a person has typed the reason of a row."""
        said = self.settled.get(row.item, Settled())
        return self.settle(row.item, replace(said, reason=reason))

    def leave(self, row: Row, *, is_left: bool = True) -> Self:
        """The same once a person has left a row out, or taken it in again."""
        said = self.settled.get(row.item, Settled())
        return self.settle(row.item, replace(said, is_left=is_left))

    def take(self, place: int, item: str = "") -> Self:
        """The same once a person has taken a remark."""
        return replace(self, taken=MappingProxyType({**self.taken, place: item}))

    def drop(self, place: int) -> Self:
        """The same once a person has put a remark back."""
        rest = {at: item for at, item in self.taken.items() if at != place}
        return replace(self, taken=MappingProxyType(rest))

    def act(self) -> ReturnedAct:
        """What records all that can be recorded as it stands."""
        taken = [(self.remarks[place], item) for place, item in sorted(self.taken.items())]
        return ReturnedAct(
            tuple(row.act(self.meeting) for row in self.rows if row.is_new),
            tuple(remark.action for remark, _ in taken if remark.action),
            # the board's paper has words that the public's must not, and a comment may quote them
            tuple(
                NoteAct(item, remark.kept, private=True)
                for remark, item in taken
                if not remark.action
            ),
        )


def returned_paper(view: Disclosed, returned: Returned, meeting: Meeting) -> ReturnedPaper:
    """What a paper that came back says. `view` is the board's.

    Raises `Refused` for a paper of another session, and for one that does not say whose it is.
    """
    _need_own(view, returned)
    return ReturnedPaper(
        view, answers_in(returned, view.items), remarks_in(view, returned), meeting
    )


def _need_own(view: Disclosed, returned: Returned) -> None:
    named = origin(returned)
    if named is None:
        raise Refused(f"{_NOBODYS} {CAN_BE_TYPED}")
    if named.session != view.session.id:
        raise Refused(f"{_OF_ANOTHER} {CAN_BE_TYPED}")
    if named.fingerprint and named.fingerprint != view.framework.fingerprint:
        raise Refused(f"{_OTHER_EDITION} {CAN_BE_TYPED}")
