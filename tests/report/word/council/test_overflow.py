"""Whether page 1 is likely to run over on the page of a council."""

from dataclasses import replace

from accessibility.views import full_view
from test_content import _board as paper_of

from maturity.report.blocks import Block, Contents, Heading, Paragraph, Span
from maturity.report.fit import PAGE_POINTS, points, title_points
from maturity.report.paper import Paper
from maturity.report.word.council.overflow import overflows
from maturity.report.word.dress import EdgeLine, Margins, Picture, plain_dress


def _paper(lines: int) -> Paper:
    """A paper whose page 1 has that many lines of text."""
    blocks: tuple[Block, ...] = (
        *(Paragraph((Span("A line."),)) for _ in range(lines)),
        Contents(),
        Heading(1, "1 One", "one"),
        Paragraph((Span("End."),)),
    )
    return replace(paper_of(full_view()), blocks=blocks, asked=())


def _most() -> int:
    """The lines that still fit on our own page."""
    return max(lines for lines in range(1, 60) if _needed(_paper(lines)) <= PAGE_POINTS)


def _needed(paper: Paper) -> float:
    end = paper.blocks.index(Contents())
    return title_points(paper.title) + points(paper.blocks[:end])


def test_our_own_page_never_runs_over_twice_told() -> None:
    assert not any(overflows(_paper(lines), plain_dress()) for lines in range(1, 60))


def test_less_space_of_any_kind_is_noticed() -> None:
    paper = _paper(_most())
    plain = plain_dress()
    header = next(one for one in plain.styles if one.role == "header")
    crest = EdgeLine(header, (Picture(b"", "png", 40, 30, "The crest"),), ("Northmere",))
    for tight in (
        replace(plain, margins=Margins(top=40)),
        replace(plain, margins=Margins(bottom=40)),
        replace(plain, margins=Margins(left=30, right=30)),
        replace(plain, face="Verdana"),
        replace(plain, edges={("header", "default"): (crest,)}),
        replace(plain, edges={("header", "first"): (crest,)}, has_first=True),
    ):
        assert overflows(paper, tight)


def test_a_first_page_with_its_own_header_is_the_one_that_counts() -> None:
    header = next(one for one in plain_dress().styles if one.role == "header")
    crest = EdgeLine(header, (Picture(b"", "png", 40, 30, "The crest"),), ())
    later = replace(plain_dress(), edges={("header", "default"): (crest,)}, has_first=True)
    assert not overflows(_paper(_most()), later)


def test_a_paper_without_a_list_of_contents_has_no_page_one() -> None:
    tight = replace(plain_dress(), margins=Margins(top=60))
    paper = replace(_paper(30), blocks=(Heading(1, "One", "one"), Paragraph((Span("x"),))))
    assert not overflows(paper, tight)
