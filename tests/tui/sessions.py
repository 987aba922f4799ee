"""A session with something in each of its lists, for tests of the screens."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import a_later_workshop, a_workshop, tiny
from maturity.earlier import last_time
from maturity.evidence.asking.client import ReadDocument
from maturity.evidence.typed import typed_card
from maturity.session.acts.actions import ActionAct
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.votes import VoteAct
from maturity.session.fs import RealFs
from maturity.tui.app import MaturityApp
from maturity.tui.places import Place
from maturity.workshop import Workshop
from tui.screen_rows import NARROW, WIDE, press

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


def a_session(tmp_path: Path) -> Workshop:
    workshop = a_workshop(tmp_path)
    workshop.do(PersonAct("Ash Reed", role="Adviser", group="health", initials="AR"))
    workshop.do(PersonAct("Bo Fenn", group="families", present=False))
    workshop.do(VoteAct("one", (2, 5, 1), present=8))
    workshop.do(RateAct("one", "middle", because="Named leads in every team.", confidence="high"))
    workshop.do(DissentAct("one", from_="Families", level="low", reason="Not where we live."))
    workshop.do(ActionAct("Share the table", owner=("AR",), due="two weeks", item="one"))
    document, excerpt = typed_card("Letters come late, the forum said.", "Forum minutes p2")
    workshop.add_document(ReadDocument(document, (excerpt,), "", ()), kind="family-experience")
    return workshop


def after_another(tmp_path: Path, reason: str = "Not where we live.") -> Workshop:
    """A session with nothing in it but what came along from the one before."""
    before = a_workshop(tmp_path, folder="before")
    before.do(RateAct("one", "low", aim="middle", aim_text="Answer in a week."))
    before.do(DissentAct("one", from_="A forum", reason=reason, reach="public"))
    before.close()
    carried = last_time(RealFs(), before.folder, tiny()).changes
    return a_later_workshop(tmp_path / "northmere", carried)


async def at(app: MaturityApp, pilot: Pilot[int], place: Place) -> None:
    app.go_to(place)
    await press(app, pilot)
