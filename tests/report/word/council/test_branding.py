"""From a council's template to what their papers are dressed in."""

import pytest
from accessibility.papers import board_paper
from hypothesis import given
from hypothesis import strategies as st

from councils import (
    COUNCILS,
    PLAIN_STYLES,
    faint,
    line,
    numbered,
    picture,
    plain,
    sized,
    style,
    word_file,
)
from maturity.evidence.answers.look import Border, Formatting, Numbered, Style
from maturity.evidence.asking.look import LOOK_LIMITS
from maturity.evidence.readers.word_look import read
from maturity.report.brand import Brand
from maturity.report.palette import COLOURS, contrast
from maturity.report.word import word_bytes
from maturity.report.word.council.branding import dressed
from maturity.report.word.council.mending import Ground, Repairs, least_size, mended
from maturity.report.word.dress import Dress, Margins, plain_dress
from maturity.report.word.styles import Level, styles_in


def dress(raw: bytes, **brand: object) -> Dress:
    look = read(raw, "council.docx", LOOK_LIMITS)
    return dressed(Brand(look=look, **brand))  # type: ignore[arg-type]  # named as the class has it


def said(one: Dress) -> str:
    return "\n".join(one.repairs)


def test_a_good_template_is_taken_as_it_stands() -> None:
    theirs = dress(plain())
    assert theirs.repairs == ()
    assert (theirs.face, theirs.size) == ("Verdana", 12)
    heading = theirs["heading-1"]
    assert (heading.size, heading.colour, heading.bold, heading.before) == (20, "00512F", True, 18)
    assert (heading.keep_next, heading.outline) == (True, 0)
    assert round(theirs.margins.left) == 23
    assert theirs.colours["link"] == "00512F"


def test_a_style_is_found_by_the_map_then_our_name_then_another_name_else_ours() -> None:
    mapped = dress(plain(), styles={"title": "Council Title", "decision": "Callout Green"})
    assert (mapped["title"].alias, mapped["title"].size) == ("Council Title", 26)
    assert mapped["decision"].fill == "E5F2EB"
    assert mapped["decision"].borders[0].width == 48
    assert mapped["body"].alias == "Normal"
    assert mapped["caption"].alias == ""
    own = dress(plain())
    assert own["title"].size == plain_dress()["title"].size
    assert dress(numbered())["decision"].alias == "Recommendation"


def test_two_of_our_styles_may_be_one_of_theirs_and_the_name_stands_once() -> None:
    both = dict.fromkeys(("banner", "decision", "notice"), "Callout Green")
    theirs = dress(plain(), styles=both)
    assert [theirs[role].alias for role in both] == ["Callout Green", "", ""]
    assert {theirs[role].fill for role in both} == {"E5F2EB"}


def test_the_colour_of_their_headings_leads_unless_they_name_another() -> None:
    assert dress(plain()).head_fill == "00512F"
    named = dress(plain(), colours={**COLOURS, "navy": "003A5D"})
    assert named.head_fill == "003A5D"
    assert dress(faint()).colours["navy"] == COLOURS["navy"]


def test_the_head_of_their_table_is_kept_with_words_that_can_be_read() -> None:
    pale = PLAIN_STYLES + (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="Council Table"/>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="DDEBF7"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )
    theirs = dress(word_file(pale), styles={"table": "Council Table"})
    assert theirs.head_fill == "DDEBF7"
    assert contrast(theirs["table-head"].colour or "", "DDEBF7") > 4.5


def test_each_repair_is_said_with_the_names_of_the_styles() -> None:
    told = said(dress(faint()))
    for words in (
        "Normal, Title, heading 3",
        "second typeface",
        "justified",
        "capitals",
        "our distance",
        "no space between them",
        "too faint",
        "colours of levels",
        "columns",
        "watermark",
        "FILENAME",
        "View Alt Text",
        "floating",
    ):
        assert words in told


def test_body_text_that_they_have_not_looks_like_theirs() -> None:
    theirs = dress(plain())
    assert theirs["lead"].size == 14
    assert theirs["meta"].colour == COLOURS["muted"]
    assert theirs["after-block"].before == plain_dress()["after-block"].before
    assert theirs["before-callout"].keep_next
    assert theirs["before-callout"].after == theirs["body"].after


MARGINS = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{0}" w:right="{1}" w:bottom="900" '
PAGES = {
    "on its side": ('<w:pgSz w:w="16838" w:h="11906"/>', "not A4"),
    "Letter": ('<w:pgSz w:w="12240" w:h="15840"/>', "not A4"),
    "no margin": (MARGINS.format(100, 900) + 'w:left="900"/>', "margins"),
    "a narrow column": (MARGINS.format(900, 2500) + 'w:left="2500"/>', "margins"),
}


@pytest.mark.parametrize(("section", "told"), PAGES.values(), ids=list(PAGES))
def test_a_page_that_would_not_do_is_ours_and_said(section: str, told: str) -> None:
    theirs = dress(word_file(PLAIN_STYLES, section=section))
    assert theirs.margins == Margins()
    assert told in said(theirs)


def test_a_brand_of_colours_alone_changes_only_colours() -> None:
    theirs = dressed(Brand(colours={**COLOURS, "navy": "3B1C5A"}, repairs=("One.",)))
    assert theirs["heading-1"].colour == theirs.head_fill == "3B1C5A"
    assert theirs.repairs == ("One.",)
    assert (theirs.margins, theirs.face) == (Margins(), "Arial")


def test_numbers_of_headings_are_plain_and_follow_the_first_level() -> None:
    assert dress(numbered()).numbers == {
        1: Level("%1.", 10.001, -10.001),
        2: Level("%1.%2", 10.001, -10.001),
    }
    roman = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="Part&#xE000;"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    theirs = dress(word_file(style("heading 1", "", listed, based_on=""), numbering=roman))
    assert theirs.numbers == {1: Level("%1")}
    assert "1, 2, 3" in said(theirs)
    second = dress(word_file(style("heading 2", "", listed, based_on=""), numbering=roman))
    assert second.numbers == {}


def test_their_first_page_and_their_lines_are_kept_in_styles_of_their_own() -> None:
    theirs = dress(plain())
    assert theirs.has_first
    (crest,) = theirs.edges["header", "first"]
    assert crest.pictures[0].alt == "The crest of Northmere Council"
    (address,) = theirs.edges["footer", "first"]
    assert (address.style.colour, address.style.tab) == ("00512F", True)


@pytest.mark.parametrize("alt", ["", "logo", "Picture 1", "C:\\logo.png", "crest.jpeg", "x" * 501])
def test_a_picture_whose_words_say_nothing_is_left_out(alt: str) -> None:
    raw = word_file(PLAIN_STYLES, edges={"header": line(picture(alt))})
    theirs = dress(raw)
    assert theirs.edges["header", "default"] == ()
    assert "View Alt Text" in said(theirs)


def test_a_decorative_picture_needs_no_words_and_a_tall_one_is_made_smaller() -> None:
    mark = '<a:ext uri="x"><d:decorative xmlns:d="urn:d" val="1"/></a:ext>'
    run = picture("").replace('name="Picture 1"/>', f'name="Picture 1">{mark}</wp:docPr>')
    run = run.replace("<a:ext uri", '<a:ext xmlns:a="urn:a" uri')
    tall = run.replace('cx="1440000" cy="540000"', 'cx="3600000" cy="7200000"')
    (one,) = dress(word_file(PLAIN_STYLES, edges={"header": line(tall)})).edges["header", "default"]
    assert one.pictures[0].alt == ""
    assert (one.pictures[0].height, one.pictures[0].width) == (45, 22.5)


LOOKS = st.builds(
    Formatting,
    face=st.sampled_from(["", "Arial", "Impact"]),
    size=st.floats(0, 100),
    bold=st.booleans(),
    italic=st.booleans(),
    colour=st.sampled_from(["", "000000", "FFFFFF", "9DC3E6", "00512F", "FF0000"]),
    fill=st.sampled_from(["", "FFFFFF", "404040", "FFD966", "8F8F8F"]),
    before=st.floats(0, 100),
    after=st.floats(0, 100),
    line=st.floats(0, 60),
    is_exact=st.booleans(),
    align=st.sampled_from(["left", "center", "right", "justified"]),
    left=st.floats(-50, 90),
    first=st.floats(-90, 90),
    borders=st.just((Border(side="left", colour="", width=4, space=4),)),
    numbered=st.sampled_from([None, Numbered(text="%1"), Numbered(text="%3", left=8, first=-8)]),
)


@given(st.sampled_from([one.role for one in styles_in(COLOURS)]), LOOKS)
def test_whatever_a_style_says_its_words_can_be_read(role: str, looks: Formatting) -> None:
    own = next(one for one in styles_in(COLOURS) if one.role == role)
    ground = Ground(COLOURS, "Arial", COLOURS["navy"])
    repairs = Repairs()
    theirs = Style(id="S", name="Theirs", kind="paragraph", formatting=looks)
    made = mended(own, theirs, ground, repairs)
    size = made.size or 12
    assert least_size(role) <= size or size == own.size
    below = ground.head_fill if role == "table-head" else made.fill or "FFFFFF"
    assert contrast(made.colour or COLOURS["ink"], below) >= (3 if size >= 14 else 4.5)
    assert made.align in {"", "center", "right"}
    assert 0.9 <= made.line <= 2.5
    assert made.left + made.first >= 0
    assert (made.style_id, made.name, made.outline) == (own.style_id, own.name, own.outline)
    assert all(one.endswith(".") for one in repairs.said())


@pytest.mark.parametrize("name", COUNCILS)
def test_every_style_of_ours_is_there_in_their_dress(name: str) -> None:
    theirs = dress(COUNCILS[name]())
    assert [one.style_id for one in theirs.styles] == [one.style_id for one in plain_dress().styles]
    aliases = [one.alias.casefold() for one in theirs.styles if one.alias]
    assert len(set(aliases)) == len(aliases)


def test_large_words_need_less_contrast_than_small_ones() -> None:
    grey = style("heading 1", sized(20, "8A8A8A"), based_on="")
    assert dress(word_file(grey))["heading-1"].colour == "8A8A8A"
    small = style("heading 4", sized(12, "8A8A8A"), based_on="")
    assert dress(word_file(small))["heading-4"].colour != "8A8A8A"


def test_marks_of_lists_have_room_in_a_broad_face_and_a_large_size() -> None:
    ours, broad = plain_dress()["list-number"], dress(plain())["list-number"]
    assert broad.left == -broad.first > ours.left
    large = style("Normal", sized(18), based_on="")
    assert dress(word_file(large))["list-number"].left == ours.left * 1.5


def test_an_earlier_paper_may_serve_and_its_state_does_not_come_along() -> None:
    theirs = dress(word_bytes(board_paper(), dress(plain())))
    lines = [line.texts for lines in theirs.edges.values() for line in lines if line.texts]
    assert lines == [("Northmere Council", "northmere.example"), ("Northmere Council",)]
    assert "says the state of another paper" in said(theirs)
