"""The progress of the actions: a table of words, date by date."""

from dataclasses import replace

from accessibility.views import empty_view, full_view

from maturity.judgement.view import ActionView, Audience, DeliveryView
from maturity.report.blocks import Block, Heading, Table, spans_of
from maturity.report.sections.progress import progress

DATES = ("2024-12-01", "2025-01-01", "2025-04-01", "2025-12-01")
WRITTEN = ("Dec-24", "Jan-25", "Apr-25", "Dec-25")
WORD = {"G": "Green", "A": "Amber", "R": "Red"}


def an_action(text: str, letters: str, note: str = "") -> ActionView:
    statuses = tuple(
        DeliveryView(WORD[letter], on, said, {"A": "In progress"}.get(letter, ""), note)
        for letter, on, said in zip(letters, DATES, WRITTEN, strict=False)
    )
    last = statuses[-1].status if statuses else ""
    return ActionView(text, text, (), "", "", "", (), "", agreed=False, status=last,
                      statuses=statuses)  # fmt: skip


def shown(*actions: ActionView) -> tuple[Block, ...]:
    return progress(replace(empty_view(), actions=actions))


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [
        ["".join(span.text for span in cell) for cell in row if isinstance(cell, tuple)]
        for row in table.rows
    ]


def text(blocks: tuple[Block, ...]) -> str:
    return " ".join(span.text for span in spans_of(blocks))


def test_every_action_stands_against_every_date_in_words() -> None:
    (table,) = tables(shown(an_action("Ask", "AAGG"), an_action("Write", "AR")))
    assert [column.label for column in table.columns] == ["Ref", "Action", *WRITTEN]
    assert cells(table) == [
        ["A1", "Ask", "Amber", "Amber", "Green", "Green"],
        ["A2", "Write", "Amber", "Red", "No status", "No status"],
    ]
    assert sum(column.width_mm for column in table.columns) == 174


def test_where_the_actions_stand_now_is_counted_and_the_key_is_said() -> None:
    said = text(shown(an_action("Ask", "AAGG"), an_action("Write", "AAAA"), an_action("Go", "")))
    assert "Of 2 actions with a status at Dec-25: 1 Amber and 1 Green." in said
    assert "In the key of the plan, Amber is “In progress”." in said
    assert "It is not a level." in said


def test_what_the_room_typed_stands_under_its_day() -> None:
    typed = replace(
        an_action("Ask", "A"), statuses=(DeliveryView("Red", "2026-03-23", "", "", "No money yet"),)
    )
    blocks = shown(typed)
    assert [column.label for column in tables(blocks)[0].columns[2:]] == ["23 March 2026"]
    assert "A1, 23 March 2026, Red: No money yet." in text(blocks)


def test_many_dates_take_several_tables_and_none_is_lost() -> None:
    days = tuple(DeliveryView("Green", f"2026-03-0{day}", "", "", "") for day in range(1, 7))
    first = replace(an_action("Ask", ""), statuses=days)
    second = replace(an_action("Go", ""), statuses=days[:1])
    one, two = tables(shown(first, second))
    assert (len(cells(one)), len(cells(two))) == (2, 1)
    assert [table.caption for table in (one, two)] == [
        "Delivery status by date, table 1",
        "Delivery status by date, table 2",
    ]


def test_a_status_changed_on_its_day_is_told_in_order() -> None:
    both = tuple(DeliveryView(word, "2026-03-23", "", "", "") for word in ("Amber", "Green"))
    (table,) = tables(shown(replace(an_action("Ask", ""), statuses=both)))
    assert cells(table)[0][2] == "Amber, then Green"


def test_nothing_is_printed_where_no_action_has_a_status() -> None:
    assert shown(an_action("Ask", "")) == ()


def test_the_public_edition_has_the_statuses_and_no_notes() -> None:
    assert "the draft is written" in text(progress(full_view()))
    public = progress(full_view(audience=Audience.PUBLIC))
    assert "the draft is written" not in text(public)
    assert not [block for block in public if isinstance(block, Heading) and "Notes" in block.text]
    assert len(tables(public)) == 2
