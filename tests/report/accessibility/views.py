"""Invented views of sessions, as the gate would give them: full, empty, and of any shape."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from accessibility.item_views import UNRATED, answered, item, levels, rated
from accessibility.papers import PILLARS
from maturity.judgement.view import (
    ActionView,
    Audience,
    DecisionView,
    DeliveryView,
    Disclosed,
    DocumentView,
    FrameworkView,
    GapNumbers,
    GapRow,
    GapView,
    ItemView,
    KloeView,
    PageView,
    PersonView,
    SessionView,
    VoiceView,
    Withheld,
)
from maturity.session.state import Facts

_NO_TEXTS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType({})
_NO_WORDS: MappingProxyType[str, str] = MappingProxyType({})


def session() -> SessionView:
    return SessionView(
        id="northmere-2026",
        title="Northmere, spring 2026",
        area="Northmere",
        period="spring 2026",
        date="2026-03-12",
        minutes=210,
        place="",
        marking="OFFICIAL",
        board="SEND Improvement Board",
        forum="parent carer forum",
        board_date="2026-04-16",
        no_risks=False,
    )


def framework(count: int, of: int, rate: str = "pillars") -> FrameworkView:
    return FrameworkView(
        id="local",
        title="SEND local area maturity framework",
        version="0.1",
        fingerprint="0f3c" * 16,
        standing="draft: our own wording, not the official descriptors",
        notice="Check it against the edition your region uses.",
        language="en-GB",
        rate=rate,
        levels=levels(of),
        meanings=_NO_WORDS,
        pillars=tuple((f"p{number}", PILLARS[number % len(PILLARS)]) for number in range(count)),
        stale_after_months=12,
        glossary=_NO_WORDS,
    )


def _items(count: int, of: int) -> tuple[ItemView, ...]:
    """Rated items, one of them parked, one not discussed, one that cannot be told, one open."""
    items = [rated(number, of) for number in range(count)]
    unknown = replace(
        UNRATED, state="cannot-say", said="Cannot say yet", next_step="Ask the data group."
    )
    odd: dict[int, Callable[[ItemView], ItemView]] = {
        3: lambda one: replace(one, parked="It comes back at the end."),
        4: lambda one: replace(one, discussed=False, rounds=()),
        5: lambda one: replace(one, rating=unknown),
        6: lambda _: item(6, of),
    }
    return tuple(odd.get(place, _same)(one) for place, one in enumerate(items))


def _same(one: ItemView) -> ItemView:
    return one


def _people() -> tuple[PersonView, ...]:
    rows = (
        ("Ama Quill", "Director of children's services", "Northmere Council", "present"),
        ("Ben Thorley", "Parent carer", "Northmere Voices", "present"),
        ("Cass Odell", "", "Fen Street School", "apologies"),
        ("Dee Marlowe", "Adviser", "Region", "invited"),
    )
    return tuple(
        PersonView(
            id=name[:1],
            name=name,
            initials="",
            role=role,
            organisation=organisation,
            group="",
            state=state,
            deputy_for="Ella Frayne" if name.startswith("Ben") else "",
            arrived="09:40" if name.startswith("Ama") else "",
            left="",
            observer=name.startswith("Dee"),
        )
        for name, role, organisation, state in rows
    )


def _page() -> PageView:
    return PageView(
        story=(
            "Our systems are steadier than a year ago. Families in the north of the area, and "
            "those waiting for an assessment, do not yet feel it."
        ),
        families=("Answers are quicker, not yet kinder (forum survey, January 2026).",),
        difference=("Shorter waits in the north.", "Letters that come before the date."),
        asks=("ask the data group to report the age of late cases by the June meeting",),
        bring=(),
        for_families="We looked together.\n\n- Better: answers.\n- Not better: waits.",
        implications="No new cost is asked for today.",
    )


def _voices() -> tuple[VoiceView, ...]:
    parents = VoiceView(
        id="parents",
        label="Parent carers",
        wider="A family representative",
        core=True,
        families=True,
        votes=True,
        invited=4,
        present=3,
    )
    return (
        parents,
        replace(parents, id="social-care", label="Adult social care", families=False, present=0),
        replace(parents, id="advisers", label="Advisers", core=False, votes=False, invited=2),
    )


def gap(audience: Audience, of: int, items: int = 5) -> GapView:
    """A finding about a voice group, with its numbers for the board."""
    row = (4, 2, *[0] * of)[:of], (*[0] * of, 1, 6, 3)[-of:]
    numbers = GapNumbers(
        "Take at random one person of this group (Parent carers) and one of the others: the first "
        "rated lower about 8 times in 10, and higher about 1 time in 10.",
        tuple(GapRow(f"p{number}", 1, *row) for number in range(items)),
    )
    is_board = audience is Audience.BOARD
    withheld = Withheld("Counts by group stand in no public paper.")
    return GapView(
        pillar="",
        voice="parent-carers",
        who="Parent carers",
        is_lower=True,
        said="Parent carers tended to rate lower than the rest of the room across these pillars.",
        numbers=numbers if is_board else withheld,
    )


def _statuses(audience: Audience) -> tuple[DeliveryView, ...]:
    """Five dates of a plan and of the room, so that they take two tables."""
    told = "" if audience is Audience.PUBLIC else "Apr 25: the draft is written"
    return (
        DeliveryView("Red", "2024-12-01", "Dec-24", "Delayed", ""),
        DeliveryView("Amber", "2025-01-01", "Jan-25", "In progress", ""),
        DeliveryView("Amber", "2025-04-01", "Apr-25", "In progress", told),
        DeliveryView("Green", "2025-12-01", "Dec-25", "Completed", ""),
        DeliveryView("Green", "2026-03-23", "", "", ""),
    )


def full_view(count: int = 7, of: int = 3, audience: Audience = Audience.BOARD) -> Disclosed:
    """A session in which everything was used; on a scale of `of` levels."""
    due = (
        ("2026-04-16", "next board"),
        ("2026-04-30", ""),
        ("2026-06-11", "11 June 2026"),
        ("", ""),
    )
    return Disclosed(
        audience=audience,
        session=session(),
        framework=framework(count, of),
        items=_items(count, of),
        page=_page(),
        people=() if audience is Audience.PUBLIC else _people(),
        voices=_voices(),
        actions=tuple(
            ActionView(
                id=f"a{number}",
                text="Finish the charter with the forum and publish it.",
                owners=("Forum co-chair", "AQ") if number < 3 else (),
                due=words,
                due_on=day,
                item="p0",
                plan=("LAIP 3.11",) if number else (),
                forum="SOG" if number else "",
                agreed=False,
                status="Green" if number == 1 else "",
                statuses=_statuses(audience) if number == 1 else (),
            )
            for number, (day, words) in enumerate(due)
        ),
        kloes=(
            KloeView(
                "k1",
                "Do late letters cause missed meetings?",
                "p0",
                ("LAIP 4.30",),
                "SOG",
                "",
                "",
                "",
                "",
            ),
            KloeView(
                "k2",
                "Who waits longest?",
                "",
                (),
                "",
                "The north.",
                "Ask first.",
                "None yet.",
                "2026-02-01",
            ),
        ),
        decisions=(
            DecisionView("b1", "The charter goes to the board.", "", "SIB", "", "2026-04-16"),
        ),
        risks=(DecisionView("q1", "Therapy posts stay empty.", "", "", "June", ""),),
        documents=(
            DocumentView("doc", "Forum survey", "survey.docx", 24, 6, Facts()),
            DocumentView("doc2", "", "minutes.html", 1, 0, Facts()),
        ),
        gaps=(gap(audience, of, min(count, 5)),),
    )


def empty_view(count: int = 7, of: int = 3) -> Disclosed:
    """A session in which nothing was said."""
    return Disclosed(
        audience=Audience.BOARD,
        session=replace(session(), period="", date="", board="board", board_date="", marking=""),
        framework=replace(framework(count, of), notice="", fingerprint=""),
        items=tuple(item(number, of) for number in range(count)),
        page=PageView("", (), (), (), (), "", ""),
        people=(),
        voices=(),
        actions=(),
        kloes=(),
        decisions=(),
        risks=(),
        documents=(),
    )


def criteria_view(pillars: int = 3, each: int = 3, of: int = 5) -> Disclosed:
    """A session that rates criteria; the room judged the first pillar as well."""
    criteria = []
    for number in range(pillars * each):
        kept = replace(rated(number, of), kind="criterion", lenses=(), id=f"c{number}")
        criteria.append(
            replace(kept, pillar=f"p{number // each}", code=f"{number // each + 1}.{number % each}")
        )
    view = full_view(pillars, of)
    return replace(
        view,
        framework=framework(pillars, of, "criteria"),
        items=(*criteria, replace(rated(0, of), lenses=(), dissents=())),
        gaps=(replace(gap(Audience.PUBLIC, of), pillar=f"p{pillars - 1}"),),
    )


OUTCOMES = ("confirmed", "amended", "deferred", "confirmed")


def answered_view(
    count: int = 7, of: int = 3, outcomes: tuple[str, ...] = OUTCOMES, **more: Audience
) -> Disclosed:
    """A session of which the board answered the first items; the last of them moved since."""
    view = full_view(count, of, **more)
    given = tuple(
        answered(item, outcome, moved=place == len(OUTCOMES))
        for place, (item, outcome) in enumerate(zip(view.items, outcomes, strict=False), 1)
    )
    return replace(view, items=(*given, *view.items[len(given) :]))
