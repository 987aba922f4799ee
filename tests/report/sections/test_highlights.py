"""The highlight report: four headings, and under each only what the audience may see."""

from dataclasses import replace

from accessibility.item_views import UNRATED, item, rated
from accessibility.views import answered_view, empty_view, full_view

from maturity.judgement.view import BoardView, Disclosed, Withheld
from maturity.report.blocks import Block, Heading, ListBlock, spans_of
from maturity.report.sections.highlights import highlight_parts


def _under(view: Disclosed) -> dict[str, list[str]]:
    """What stands under each heading, a text for each entry."""
    found: dict[str, list[str]] = {}
    for block in highlight_parts(view):
        if isinstance(block, Heading):
            found[block.text] = []
        else:
            found[list(found)[-1]].extend(_entries(block))
    return found


def _entries(block: Block) -> list[str]:
    if isinstance(block, ListBlock):
        assert block.kind == "number"
        return ["".join(span.text for span in one) for one in block.items]
    return ["".join(span.text for span in spans_of((block,)))]


def test_the_four_headings_stand_in_their_order_and_never_empty() -> None:
    for view in (full_view(), empty_view(0)):
        under = _under(view)
        assert list(under) == [
            "Highlights",
            "Challenges",
            "Actions/Priorities",
            "Risk/Escalations",
        ]
        assert all(under.values())


def test_an_empty_session_says_none_recorded() -> None:
    under = _under(empty_view(1))
    assert under["Challenges"] == ["None recorded."]
    assert under["Actions/Priorities"] == ["None recorded."]
    assert under["Risk/Escalations"] == ["None recorded."]
    assert "The workshop has no date yet." in under["Highlights"][0]


def test_no_risk_is_said_only_where_the_room_was_asked() -> None:
    view = empty_view(1)
    asked = replace(view, session=replace(view.session, no_risks=True))
    assert _under(asked)["Risk/Escalations"] == ["None (the room was asked)."]


def test_highlights_have_levels_sources_lines_of_enquiry_and_decisions() -> None:
    said = "\n".join(_under(full_view(2))["Highlights"])
    for part in (
        "(provisional)",
        "Data sources presented: Forum survey; minutes.html.",
        "Key line of enquiry (LAIP 4.30; SOG): Do late letters cause missed meetings?",
        "Who waits longest? Closed on 1 February 2026. The north.",
        "Decision: The charter goes to the board. For SIB. By 16 April 2026.",
    ):
        assert part in said


def test_a_level_says_whether_the_board_has_answered() -> None:
    rating = rated(0, 3)
    answer = BoardView(
        outcome="confirmed",
        state="",
        level=rating.rating.level,
        said=rating.rating.said,
        before=rating.rating.said,
        body="",
        on="2026-04-16",
        minute="6.1",
        note="",
        views=0,
        is_changed_since=False,
    )
    view = replace(empty_view(0), items=(replace(rating, board=answer), rated(1, 3)))
    said = _under(view)["Highlights"][2]
    assert "(confirmed); " in said
    assert said.endswith("(provisional).")


def test_actions_without_an_owner_or_a_date_say_so() -> None:
    last = _under(full_view())["Actions/Priorities"][-1]
    assert last.endswith("No owner. No date.")


def test_when_the_board_meets_is_said_until_it_has_answered() -> None:
    said = "The SEND Improvement Board meets on 16 April 2026."
    assert said in _under(full_view(2))["Highlights"][0]
    assert "meets on" not in _under(answered_view(2, 3, ("confirmed",)))["Highlights"][0]


def test_risks_say_where_they_go_and_how_much_is_still_asked() -> None:
    assert _under(full_view())["Risk/Escalations"] == [
        "Therapy posts stay empty. By June.",
        "Key lines of enquiry still open: 1.",
    ]


def _challenges(*items: object) -> list[str]:
    view = replace(empty_view(0), items=items)  # type: ignore[arg-type]  # a builder for tests
    return _under(view)["Challenges"]


def test_challenges_name_what_was_said_what_was_split_and_who_differs() -> None:
    said = _challenges(rated(1, 3), rated(2, 3))
    first, second = rated(1, 3).short, rated(2, 3).short
    assert said[0] == f"{first}: Families in the north of the area wait longest."
    assert said[1] == f"{first}: a gap. Nobody holds the age of the oldest late cases."
    assert any(one.startswith(f"{second}: the room was split. 10 of 14") for one in said)
    assert any(
        one.startswith(f"{first}: a different view, Family representatives (Emerging): Letters")
        for one in said
    )


def test_what_may_not_be_told_of_a_dissent_is_not_told() -> None:
    full = rated(1, 3)
    hidden = replace(
        full.dissents[0],
        who="",
        level=None,
        reason="",
        withheld=Withheld("A different view was noted."),
    )
    gone = replace(full.dissents[0], status="withdrawn")
    said = _challenges(replace(full, notes=(), rounds=(), dissents=(hidden, gone)))
    assert said == [
        f"{full.short}: A different view was noted.",
        f"{full.short}: A different view was recorded and later withdrawn.",
    ]


def test_what_is_not_settled_or_cannot_be_said_is_a_challenge() -> None:
    parked = replace(item(0, 3), parked="Wait for the figures.")
    unsure = replace(item(1, 3), rating=replace(UNRATED, state="cannot-say"))
    assert _challenges(parked, unsure) == [
        f"{parked.short}: not settled. Wait for the figures.",
        f"{unsure.short}: the room cannot say yet.",
    ]
