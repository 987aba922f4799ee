"""Papers that came back, as values: each item answered, and each thing an editor may lose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from builders import a_workshop
from maturity.evidence.answers.returned import (
    Returned,
    ReturnedControl,
    ReturnedTable,
    Shown,
    XmlPart,
    XmlValue,
)
from maturity.judgement.view import Audience, Disclosed
from maturity.report.answers import (
    COLUMNS,
    EMPTY,
    NAMESPACE,
    NOT_YET,
    PARTS,
    STORE,
    Part,
    tag,
    value_path,
)
from maturity.report.returned.paper import returned_paper
from maturity.report.returned.rows import Meeting, Question, Row, Settled, Whose
from maturity.session.acts.ratings import RateAct

FINGERPRINT = "f" * 64


@dataclass(frozen=True)
class Answer:
    """What stands in a paper for one item; `data` are those of its XML, as shown if left out."""

    item: str
    title: str
    decision: str = EMPTY["decision"]
    reason: str = EMPTY["reason"]
    minute: str = EMPTY["minute"]
    data: Mapping[Part, str] = field(default_factory=dict)
    rating: str = "middle"
    printed: str = "Middle ●●○"
    given: str = NOT_YET
    is_tracked: bool = False

    @property
    def shown(self) -> Mapping[Part, str]:
        """The words of each part."""
        return {"decision": self.decision, "reason": self.reason, "minute": self.minute}


def paper(
    answers: Sequence[Answer],
    values: Mapping[str, str],
    *,
    without: Sequence[str] = (),
    session: str = "northmere-b3a10f",
    fingerprint: str = FINGERPRINT,
) -> Returned:
    """A paper with these answers; `values` are the stored values by the words shown.

    `without` names what was lost: "tags", "data", "bindings", "controls", "bookmarks", "table".
    """
    controls = tuple(
        control
        for place, answer in enumerate(answers, 1)
        for control in _controls(place, answer, without)
    )
    return Returned(
        xml=() if "data" in without else (_xml(answers, values, session, fingerprint),),
        controls=() if "controls" in without else controls,
        tables=() if "table" in without else (_table(answers, without),),
        properties=(
            ()
            if "properties" in without
            else (
                ("maturity session", session),
                ("maturity framework fingerprint", fingerprint),
            )
        ),
        paragraphs=(f"Paper reference: {session}, 0123456789abcdef, 12.",),
    )


def _controls(place: int, answer: Answer, without: Sequence[str]) -> list[ReturnedControl]:
    return [
        ReturnedControl(
            tag="" if "tags" in without else tag(prefix, answer.item),
            store="" if "bindings" in without else STORE.lower(),
            path="" if "bindings" in without else value_path(place, part).replace("m:", ""),
            shown=Shown(
                text=answer.shown[part],
                is_inserted=answer.is_tracked,
                is_deleted=answer.is_tracked,
            ),
        )
        for prefix, part in PARTS.items()
    ]


def _xml(
    answers: Sequence[Answer], values: Mapping[str, str], session: str, fingerprint: str
) -> XmlPart:
    root = (("session", session), ("fingerprint", fingerprint), ("n", "12"))
    found = [XmlValue(path="/paper[1]", attributes=root)]
    for place, answer in enumerate(answers, 1):
        about = (("key", answer.item), ("provisional", answer.rating), ("given", answer.given))
        found.append(XmlValue(path=f"/paper[1]/item[{place}]", attributes=about))
        shown = {**answer.shown, "decision": values.get(answer.decision, answer.decision)}
        found += [
            XmlValue(
                path=value_path(place, part).replace("m:", ""),
                text=answer.data.get(part, shown[part]),
            )
            for part in PARTS.values()
        ]
    return XmlPart(store=STORE, namespace=NAMESPACE, values=tuple(found))


def _table(answers: Sequence[Answer], without: Sequence[str]) -> ReturnedTable:
    rows = [
        (answer.title, answer.printed, answer.decision, answer.reason, answer.minute)
        for answer in answers
    ]
    return ReturnedTable(
        bookmarks=() if "bookmarks" in without else ("answers",),
        caption="Table 2: The board's decision on each rating",
        rows=tuple(
            tuple(
                Shown(
                    text=text,
                    is_inserted=_is_tracked(answers, row),
                    is_deleted=_is_tracked(answers, row),
                )
                for text in row
            )
            for row in (tuple(COLUMNS.values()), *rows)
        ),
    )


def _is_tracked(answers: Sequence[Answer], row: tuple[str, ...]) -> bool:
    return any(answer.is_tracked and answer.title == row[0] for answer in answers)


DAY = "2026-04-16"
MEETING = Meeting(DAY)
VALUES = {
    "Not yet confirmed": "not-yet",
    "Low": "low",
    "Middle": "middle",
    "High": "high",
    "Deferred": "deferred",
    "Cannot say yet": "cannot-say",
}
TWO = Answer("two", "Second things", rating="low", printed="Low ●○○")
ANSWERED = (
    Answer("one", "First things", "Middle", minute="6.1"),
    Answer("two", "Second things", "High", "Charter agreed.", rating="low", printed="Low ●○○"),
)


def a_view(tmp_path: Path, *acts: object) -> Disclosed:
    workshop = a_workshop(tmp_path)
    for act in (RateAct("one", "middle"), RateAct("two", "low"), *acts):
        workshop.do(act)
    view = workshop.view(Audience.BOARD)
    workshop.close()
    return view


def rows(
    view: Disclosed,
    *answers: Answer,
    without: tuple[str, ...] = (),
    settled: dict[str, Settled] | None = None,
    meeting: Meeting = MEETING,
) -> tuple[Row, ...]:
    returned = paper(answers, VALUES, without=without, fingerprint=view.framework.fingerprint)
    return replace(returned_paper(view, returned, meeting), settled=settled or {}).rows


def first(view: Disclosed, answer: Answer, *agreed: Question, words: Whose | None = None) -> Row:
    settled = Settled(words=words, agreed=frozenset(agreed))
    return rows(view, answer, TWO, settled={"one": settled})[0]
