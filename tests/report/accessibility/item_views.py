"""Invented items, as the gate would give them: said nothing of, or all that may be said."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from accessibility.papers import BECAUSE, LEVELS, PILLARS
from maturity.judgement.view import (
    AimView,
    BoardView,
    DissentView,
    ItemView,
    LastDissentView,
    LastView,
    LensView,
    LevelView,
    LinkView,
    NoteView,
    RatingView,
    RoundView,
    Withheld,
)
from maturity.session.state import Facts

_NO_TEXTS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType({})
_NO_WORDS: MappingProxyType[str, str] = MappingProxyType({})


def levels(count: int) -> tuple[LevelView, ...]:
    return tuple(
        LevelView(name.lower(), name, place, count) for place, name in enumerate(LEVELS[:count], 1)
    )


UNRATED = RatingView("unrated", "Not rated", None, "", "", "", None, "room")


def item(number: int, of: int) -> ItemView:
    """An item that nobody has said anything about."""
    return ItemView(
        id=f"p{number}",
        kind="pillar",
        code=str(number + 1),
        title=PILLARS[number % len(PILLARS)],
        short=PILLARS[number % len(PILLARS)].split(" and ")[0],
        pillar="",
        question="Do partners lead this work together, and can families tell?",
        guidance="",
        families="",
        evidence_hints=(),
        levels=levels(of),
        texts=_NO_TEXTS,
        may_not_apply=False,
        rating=UNRATED,
        parked=None,
        discussed=True,
        rounds=(),
        median=(),
        dissents=(),
        links=(),
        notes=(),
        lenses=(),
    )


def _round(number: int, of: int, n: int, word: str) -> RoundView:
    names = LEVELS[:of]
    return RoundView(
        id=f"r{number}-{n}",
        n=n,
        method="cards",
        present=14,
        counts=(3, 10, 1, *(0,) * of)[:of],
        cannot_say=0,
        abstain=2,
        word=word,
        is_small_room=False,
        said=f"10 of 14 said {names[1]}. 3 said {names[0]}. 2 did not vote.",
        word_said=f"The room is leaning to {names[1]} but not settled.",
    )


def _dissents(number: int, of: int) -> tuple[DissentView, ...]:
    full = DissentView(
        id=f"d{number}",
        who="Family representatives",
        who_kind="group",
        kind="dissent",
        level=levels(of)[0],
        reason="Letters still arrive after the date they ask us to answer by.",
        change="Letters that come two weeks before the date, for a whole term.",
        reach="board",
        answer="The post room now sends them on the day they are written.",
        reply="We will count them.",
        heard=True,
        status="answered",
    )
    noted = replace(
        full,
        id=f"n{number}",
        who="",
        level=None,
        reason="",
        reach="noted",
        withheld=Withheld("A different view was noted."),
    )
    return (full, noted, replace(full, id=f"o{number}", who="A school leader", level=None))


def _links(number: int) -> tuple[LinkView, ...]:
    facts = (
        Facts(
            kind="family-experience", date="2026-01-20", cohort="subset", cohort_note="SEN support"
        ),
        Facts(kind="data", date="2024-01-10", cohort="whole", agency="council"),
        Facts(),
    )
    shows = (
        "Answers to families are quicker than a year ago, but not yet kinder.",
        "",
        "Two of nine challenges from the board led to a change that was checked.",
    )
    return tuple(
        LinkView(
            id=f"l{number}-{place}",
            excerpt=f"x{(number * 2 + place) % 12}",
            document="doc",
            document_title=("Forum survey", "Dashboard", "Board minutes")[place],
            ref=("question 4", "row 12", "item 6")[place],
            stance=("challenges", "supports", "context")[place],
            shows=shows[place],
            quote="On-time plans: 61 per cent in the year to March, from 48 the year before.",
            facts=facts[place],
        )
        for place in range(3)
    )


def _notes(number: int) -> tuple[NoteView, ...]:
    said = {
        "strength": "Every partner has a named lead who answers the phone.",
        "challenge": "Families in the north of the area wait longest.",
        "gap": "Nobody holds the age of the oldest late cases.",
        "quote": "We are told, we are not asked.",
        "later": "Come back to transport.",
        "": "The strategy is due for refresh in the autumn.",
    }
    return tuple(
        NoteView(f"t{number}-{tag}", tag, text, private=False) for tag, text in said.items()
    )


def rated(number: int, of: int) -> ItemView:
    """An item with everything that may be said of one."""
    scale = levels(of)
    chosen = scale[number % of]
    split = number % 3 == 2
    lenses = tuple(
        LensView(
            id=f"p{number}c{place}",
            code=f"{number + 1}.{place}",
            title="Plans are written with the people they are about",
            question="",
            seen=scale[place % of] if place else None,
            texts=_NO_TEXTS,
        )
        for place in range(3)
    )
    rating = RatingView(
        state="provisional",
        said=chosen.label,
        level=chosen,
        because=f"{BECAUSE[number % 3]} The rest is said at more length.",
        confidence=("high", "medium", "low")[number % 3],
        next_step="",
        aim=AimView(scale[-1], "Every plan checked with the family before it is sent."),
        chosen_by="room",
    )
    return replace(
        item(number, of),
        rating=rating,
        rounds=(
            _round(number, of, 1, "split"),
            _round(number, of, 2, "split" if split else "together"),
        ),
        median=scale[:1],
        dissents=_dissents(number, of) if number in {1, 3} else (),
        links=_links(number),
        notes=_notes(number),
        lenses=lenses,
    )


def answered(item: ItemView, outcome: str, *, moved: bool = False) -> ItemView:
    """The item with an answer of the board; one that is amended goes to the top level."""
    level = {"confirmed": item.rating.level, "amended": item.levels[-1]}.get(outcome)
    board = BoardView(
        outcome=outcome,
        state="",
        level=level,
        said=level.label if level else "",
        before=item.rating.said,
        body="",
        on="2026-04-16",
        minute="" if outcome == "deferred" else "6.1",
        note="" if outcome == "confirmed" else "The charter was agreed since the day.",
        views=len(item.dissents),
        is_changed_since=moved,
    )
    return replace(item, board=board)


def after_last(one: ItemView, since: str = "Up from Emerging", **more: Any) -> ItemView:
    """The same item in a session that came after another."""
    level = one.levels[0]
    view = LastDissentView(
        "Parent carers", level.label, "Letters came late.", "Two weeks of notice.", "public"
    )
    held = LastDissentView("", "", "", "", "noted", Withheld("A different view was noted."))
    aim = AimView(one.levels[-1], "Every plan checked with the family.")
    last = LastView(
        "", "2025-03-01", "", level, level.label, "confirmed", aim, (view, held), "kept"
    )
    return replace(one, last=replace(last, **more), since=since)
