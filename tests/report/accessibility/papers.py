"""Invented papers: one of every block, one of many items, and one made of hostile text."""

from dataclasses import replace
from datetime import UTC, datetime

from maturity.report.answers import TICKS
from maturity.report.blocks import (
    Block,
    Callout,
    Cell,
    Column,
    Contents,
    Control,
    Figure,
    Heading,
    LevelMark,
    ListBlock,
    Paragraph,
    Span,
    Spans,
    Table,
)
from maturity.report.paper import Paper, Reference

LEVELS = ("Emerging", "Developing", "Maturing", "Leading", "Sustained", "Renewing", "Exemplary")
PILLARS = (
    "Leadership and partnership",
    "Families and young people",
    "Early help",
    "Right support, right place",
    "Preparing for adulthood",
    "Workforce",
    "Data and learning",
)
BECAUSE = (
    "All partners have named leads, and two of nine board challenges led to a checked change.",
    "The charter is still in draft; the forum reports late involvement in three of four plans.",
    "On-time plans rose over 12 months; the age of the oldest late cases is not known.",
)
HOSTILE = (
    "[/] [bold]not markup[/bold]",
    "{{ session.title }} {% for x in y %}",
    "]]> <w:p> &amp; &#0; <!DOCTYPE a>",
    "\U0001f9d2\U0001f3fd emoji and \u202edesrever\u202c text, e\u0301 and \u00a0 spaces",
    "tabs\tand\r\nlines\n\n\nand   spaces, _x0007_ and \x07 and \ud800",
    "Pseudopseudohypoparathyroidism and Llanfairpwllgwyngyllgogerychwy",
    "'quotes' \"double\" \u2018curly\u2019 `ticks` \\back\\slashes %s %(x)s $HOME",
)


def words(text: str) -> Spans:
    """One span of `text`."""
    return (Span(text),)


def level(position: int, of: int) -> LevelMark:
    """The mark of a level, or "Cannot say yet" for 0."""
    if not position:
        return LevelMark("Cannot say yet", 0, of)
    return LevelMark(LEVELS[position - 1], position, of, position - 1)


def _ratings(items: int, of: int) -> Table:
    columns = (
        Column("Item", 28, row_header=True),
        Column("Level", 23),
        Column("Confidence", 24),
        Column("Since last time", 21),
        Column("Because", 48),
        Column("Agreement", 30),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            (Span(PILLARS[number % len(PILLARS)], link=f"item-{number}"),),
            level(number % (of + 1), of),
            words("Medium"),
            words("Up from Emerging"),
            (Span(f"{BECAUSE[number % 3]} "), Span("In full", link=f"item-{number}")),
            words("Split; family representatives hold Emerging" if number % 3 else "Together"),
        )
        for number in range(items)
    ]
    summary = "One row for each item, with the level the room chose and how far it agreed."
    return Table("ratings", "Ratings", summary, columns, tuple(rows))


def _evidence(number: int) -> Table:
    columns = (
        Column("Ref", 16, row_header=True),
        Column("What it shows", 80),
        Column("Stance", 26),
        Column("Date", 52),
    )
    rows = tuple(
        (
            words(f"E{row}"),
            words("Answers to families are quicker than a year ago, but not yet kinder."),
            words("Supports" if row % 2 else "Challenges"),
            words("March 2026"),
        )
        for row in range(1, 5)
    )
    caption = f"Evidence for {PILLARS[number % len(PILLARS)]}"
    return Table(f"evidence-{number}", caption, "What was read.", columns, rows)


def _item(number: int, of: int) -> tuple[Block, ...]:
    name = PILLARS[number % len(PILLARS)]
    return (
        Heading(2, name, f"item-{number}", new_page=number > 0),
        Heading(3, "Rating", f"rating-{number}"),
        Paragraph(words(f"{level(1 + number % of, of).shown}. {BECAUSE[number % 3]}")),
        Heading(3, "What we see", f"see-{number}"),
        ListBlock("bullet", (words("Named leads in every partner."), words("A shared plan."))),
        ListBlock("bullet", (words("Families in the north wait longer."),)),
        Heading(3, "Evidence", f"evidence-heading-{number}"),
        _evidence(number),
        Paragraph(words("No evidence was challenged by the room.")),
        Heading(3, "How the room voted", f"votes-{number}"),
        Paragraph(words("10 of 14 said Developing. 3 said Emerging, 1 said Maturing.")),
        Heading(3, "Dissent", f"dissent-{number}"),
        Callout(
            "dissent",
            "Family representatives hold Emerging.",
            (words("Letters still arrive after the date they ask us to answer by."),),
        ),
    )


def _front(items: int, of: int) -> tuple[Block, ...]:
    return (
        Callout(
            "banner",
            "PROVISIONAL:",
            (words("self-assessment for support and improvement, not an inspection judgement."),),
        ),
        Paragraph(words("Framework: local framework 0.1 (draft: our own wording)."), "meta"),
        Heading(1, "Summary for the board", "summary"),
        Paragraph(words("Our systems are steadier; families do not yet feel it."), "lead"),
        _ratings(items, of),
        Paragraph(words("Every expected group was present.")),
        Callout("decision", "The board is asked to", (words("decide what follows."),)),
        ListBlock(
            "letter",
            (
                (Span("confirm, amend or defer each level: "), Span("section 1", link="decide")),
                words("agree the three actions in section 5"),
            ),
        ),
        Contents(),
    )


def _decisions(of: int) -> tuple[Block, ...]:
    columns = (
        Column("Item", 40, row_header=True),
        Column("Decision", 40),
        Column("Reason", 44),
        Column("Minute", 50),
    )
    agreed = Control("agreed.a1", "A1 agreed", "tick", TICKS, "no")
    action_columns = (Column("Ref", 40, row_header=True), Column("Agreed", 40))
    options = (("not-yet", "Not yet confirmed"), ("emerging", LEVELS[0]), ("later", "Deferred"))
    rows: tuple[tuple[Cell, ...], ...] = (
        (
            (Span(PILLARS[0], link="item-0"),),
            Control("confirm.0", "Board's decision", "choice", options, "not-yet"),
            Control("reason.0", "Reason for change", "text", (), "No reason given yet"),
            Control("minute.0", "Minute reference", "text", (), "No reference given yet"),
        ),
    )
    return (
        Heading(1, "1 The board's decisions", "decide", new_page=True),
        Table("decision-table", "The board's decision on each rating", "Answers.", columns, rows),
        Paragraph(words("An action that the board agrees is ticked.")),
        Table("actions-table", "Actions", "Ticks.", action_columns, ((words("A1"), agreed),)),
        Heading(1, "2 Where we did not agree", "dissent"),
        Callout("notice", "Not settled.", (words("One item was parked."), words("It returns."))),
        Callout("evidence", "E7.", (words("A card from the forum."),)),
        Figure(
            "votes-figure",
            "Votes by item",
            "Bars of votes at each level: most rooms chose the second.",
            "votes-table",
            "Votes by item, in numbers",
            PILLARS[:2],
            (
                *((name, (number, 3)) for number, name in enumerate(LEVELS[:of])),
                ("Cannot say yet", (2, 0)),
                ("Did not vote", (0, 0)),
            ),
            of,
        ),
        Table(
            "votes-table",
            "Votes by item, in numbers",
            "How many chose each level.",
            (
                Column("Item", 30, row_header=True),
                *(Column(name, 16) for name in (*LEVELS[:of], "Cannot say yet", "Did not vote")),
            ),
            (
                tuple(map(words, (PILLARS[0], *map(str, range(of)), "2", "0"))),
                tuple(map(words, (PILLARS[1], *("3" for _ in range(of)), "0", "0"))),
            ),
        ),
    )


def board_paper(items: int = 7, of: int = 3) -> Paper:
    """A paper with every kind of block, for `items` items on a scale of `of` levels."""
    blocks: list[Block] = [*_front(items, of), *_decisions(of)]
    blocks.append(Heading(1, "4 Item by item", "items", new_page=True))
    for number in range(items):
        blocks.extend(_item(number, of))
    blocks.extend(
        (
            Heading(1, "9 How this was done", "method"),
            ListBlock("number", (words("Read."), words("Vote."))),
            ListBlock("number", (words("Talk."), words("Vote again."))),
            Heading(2, "Where to write", "write"),
            Paragraph(
                (
                    Span("Write to "),
                    Span("the board's office", link="mailto:board@northmere.example"),
                    Span(" or read "),
                    Span("the local offer", strong=True, link="https://northmere.example/offer"),
                    Span("."),
                )
            ),
        )
    )
    return Paper(
        kind="board-paper",
        audience="board",
        title="Northmere framework self-assessment: Northmere, spring 2026",
        short_title="Northmere, spring 2026",
        subject="Provisional ratings for the board",
        author="Northmere Improvement Board",
        keywords=("self-assessment", "Northmere"),
        language="en-GB",
        marking="OFFICIAL",
        status="PROVISIONAL",
        version="Version 412, as of 14 March 2026",
        as_of=datetime(2026, 3, 14, 16, 20, tzinfo=UTC),
        reference=Reference("northmere-2026", "f" * 64, "c41d0e7f5a2b9913", 412),
        blocks=tuple(blocks),
        asked=(("0", "emerging"),),
    )


def public_paper() -> Paper:
    """A paper with no way back to its session and no marking."""
    return replace(board_paper(2, 2), audience="public", reference=None, marking="", asked=())


def hostile_paper(text: str) -> Paper:
    """A paper that says `text` in every place that takes typed words."""
    columns = (Column(text, 30, row_header=True), Column(text, 144))
    blocks: tuple[Block, ...] = (
        Heading(1, text, "first"),
        Contents(),
        Paragraph((Span(text), Span(text, strong=True, link="first")), "lead"),
        ListBlock("number", (words(text), words(text))),
        Callout("dissent", text, (words(text), words(text))),
        Table("table", text, text, columns, ((words(text), LevelMark(text, 2, 3, 1)),)),
        Figure(
            "figure",
            text,
            f"Bars of {text[:200]}",
            "numbers",
            "Counts",
            (f"1 {text}", f"2 {text}"),
            ((f"low {text}", (1, 0)), (f"high {text}", (3, 2)), (f"other {text}", (0, 0))),
            2,
        ),
        Table(
            "numbers",
            "Counts",
            text,
            (
                Column("Item", 30, row_header=True),
                *(Column(f"{name} {text}", 48) for name in ("low", "high", "other")),
            ),
            (
                tuple(map(words, (f"1 {text}", "1", "3", "0"))),
                tuple(map(words, (f"2 {text}", "0", "2", "0"))),
            ),
        ),
        Table("answers", text, text, columns, _hostile_controls(text)),
        Paragraph(words(text)),
    )
    return replace(
        board_paper(1),
        title=text,
        short_title=text,
        subject=text,
        author=text,
        keywords=(text,),
        marking=text,
        status=text,
        blocks=blocks,
        asked=((text, text),),
    )


def _hostile_controls(text: str) -> tuple[tuple[Cell, ...], ...]:
    options = (("not-yet", text), (text, f"{text}!"))
    return (
        (words(text), Control(f"confirm.{text}", text, "choice", options, "not-yet")),
        (words(text), Control(f"reason.{text}", text, "text", (), text)),
        (words(text), Control(f"minute.{text}", text, "text", (), text)),
        (words(text), Control(f"agreed.{text}", text, "tick", TICKS, "yes")),
    )
