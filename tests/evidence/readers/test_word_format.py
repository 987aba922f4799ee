"""What the styles of a template say, once each style below them has had its say."""

from councils import (
    faint,
    numbered,
    plain,
    style,
    word_file,
)
from evidence.looks import of
from evidence.word_files import STRICT, docx, p


def test_a_style_has_what_it_says_and_what_it_is_based_on() -> None:
    heading = of(plain(), "heading 1")
    assert (heading.face, heading.size, heading.bold) == ("Verdana", 20, True)
    assert (heading.colour, heading.before, heading.after) == ("00512F", 18, 6)
    assert (heading.line, heading.is_exact) == (1.15, False)
    callout = of(plain(), "Callout Green")
    assert callout.fill == "E5F2EB"
    assert [(one.side, one.width, one.colour) for one in callout.borders] == [
        ("left", 48, "00512F")
    ]


def test_effects_exact_lines_and_justified_text_are_seen() -> None:
    title = of(faint(), "Title")
    assert (title.italic, title.capitals, title.align) == (True, True, "justified")
    assert (title.line, title.is_exact) == (10, True)
    assert of(faint(), "heading 3").underlined
    assert of(faint(), "heading 1").face == "Impact"


def test_the_number_of_a_heading_and_the_mark_of_a_list_are_found() -> None:
    first, second = (of(numbered(), name).numbered for name in ("heading 1", "heading 2"))
    assert first is not None
    assert second is not None
    assert (first.format, first.text, second.text) == ("decimal", "%1.", "%1.%2")
    assert (first.left, first.first) == (10.001, -10.001)
    bullet = of(numbered(), "List Bullet").numbered
    assert bullet is not None
    assert bullet.format == "bullet"
    assert of(numbered(), "heading 3").numbered is None


def test_a_theme_names_the_face_and_a_list_may_stand_for_another() -> None:
    theme = (
        "<w:themeElements><w:fontScheme><w:minorFont><w:latin typeface='Georgia'/></w:minorFont>"
        "</w:fontScheme></w:themeElements>"
    )
    styles = style("Normal", '<w:rFonts w:asciiTheme="minorHAnsi"/>', based_on="")
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1"/></w:lvl><w:styleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles += style("heading 1", "", '<w:numPr><w:numId w:val="7"/></w:numPr>')
    raw = docx(p("x"), parts={"styles": styles, "theme": theme, "numbering": lists})
    assert of(raw, "Normal").face == "Georgia"
    level = of(raw, "heading 1").numbered
    assert level is not None
    assert level.format == "upperRoman"


def test_a_circle_of_styles_ends_and_an_odd_value_says_nothing() -> None:
    styles = style("One", '<w:sz w:val="x"/><w:color w:val="auto"/>', based_on="Two")
    styles += style("Two", '<w:sz w:val="40"/>', '<w:ind w:left="nine"/>', based_on="One")
    raw = word_file(styles)
    assert of(raw, "One").size in {10, 20}
    assert (of(raw, "One").colour, of(raw, "Two").left) == ("", 0)


def test_a_strict_file_is_read_as_any_other() -> None:
    styles = style("Normal", '<w:sz w:val="28"/>', '<w:ind w:start="1cm"/>', based_on="")
    normal = of(docx(p("x"), parts={"styles": styles}, space=STRICT), "Normal")
    assert (normal.size, normal.left) == (14, 10)
