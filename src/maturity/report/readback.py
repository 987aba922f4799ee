"""The board's answers in a paper that came back. Nothing is recorded here."""

from collections.abc import Mapping
from typing import Final

from maturity.evidence.returned import Returned
from maturity.judgement.view import Disclosed
from maturity.report.answer_rows import Meeting, Row, Settled
from maturity.report.answers import choices
from maturity.report.found import answers_in, origin
from maturity.report.weighing import Weighed
from maturity.session.acts.act import Refused

__all__ = ["CAN_BE_TYPED", "read_back"]

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


def read_back(
    view: Disclosed, returned: Returned, meeting: Meeting, settled: Mapping[str, Settled]
) -> tuple[Row, ...]:
    """What a paper says of each item of the session, in order; `settled` is by item.

    `view` is the board's. Raises `Refused` for a paper of another session, and for one that does
    not say whose it is.
    """
    _need_own(view, returned)
    found = answers_in(returned, view.items)
    return tuple(
        Weighed(
            item,
            found[item.id],
            meeting,
            settled.get(item.id, Settled()),
            dict(choices(item, view.framework.not_reached)),
        ).row()
        for item in view.items
    )


def _need_own(view: Disclosed, returned: Returned) -> None:
    named = origin(returned)
    if named is None:
        raise Refused(f"{_NOBODYS} {CAN_BE_TYPED}")
    if named.session != view.session.id:
        raise Refused(f"{_OF_ANOTHER} {CAN_BE_TYPED}")
    if named.fingerprint and named.fingerprint != view.framework.fingerprint:
        raise Refused(f"{_OTHER_EDITION} {CAN_BE_TYPED}")
