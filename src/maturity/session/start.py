"""What a session starts from: its first facts."""

from maturity.frozen import dataclass
from maturity.session.acts.act import Change, Refused
from maturity.session.kinds import BadValue, validated
from maturity.text import clean_line, slug

__all__ = ["NewSession", "first_changes"]


@dataclass(frozen=True, slots=True)
class NewSession:
    """What a new session starts from; `suffix` makes its id unique (6 hex digits)."""

    title: str
    area: str
    suffix: str
    period: str = ""
    date: str = ""
    minutes: int | None = None


def first_changes(new: NewSession) -> list[Change]:
    """What a new session says of itself, looked at before anything is written.

    Raises `Refused` and `TextTooLong` for what no session can be called.
    """
    session = {
        "id": f"{slug(new.title)}-{new.suffix}",
        "title": clean_line(new.title),
        "area": clean_line(new.area),
        "period": clean_line(new.period),
        "date": new.date,
        "minutes": new.minutes,
    }
    changes = [Change("set", ("session", name), value) for name, value in session.items() if value]
    for change in changes:
        try:
            validated(change.at, change.new)
        except BadValue as problem:
            raise Refused(str(problem)) from problem
    return changes
