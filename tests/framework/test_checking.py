"""Planted mistakes: each is told with its code, its place and a mend, in every encoding."""

from datetime import date

import pytest

from framework.planted import HERE, NORTHMERE, PLANTED, QUAY, Planted, identify
from maturity.framework.checking import check
from maturity.tomlfile import Message, render


def told(planted: Planted, raw: bytes) -> Message:
    messages = [each for each in check(raw, "northmere.toml") if each.severity == "error"]
    assert messages, planted
    return next((each for each in messages if each.code == planted.code), messages[0])


@pytest.mark.parametrize("planted", PLANTED, ids=identify)
def test_a_planted_mistake_is_told_with_its_place_and_a_mend(planted: Planted) -> None:
    message = told(planted, planted.text.encode())
    assert message.code == planted.code
    assert (message.line, message.column) == planted.place
    assert planted.mend in message.mend


@pytest.mark.parametrize("planted", PLANTED, ids=identify)
@pytest.mark.parametrize("encoding", ["crlf", "utf-8-sig", "utf-16", "cp1252"])
def test_it_is_told_the_same_in_every_encoding(planted: Planted, encoding: str) -> None:
    text = planted.text.replace("\n[voice]", "\n# café\n[voice]", 1)
    if encoding == "crlf":
        raw = text.replace("\n", "\r\n").encode()
    else:
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            return  # this mistake cannot be typed in that encoding
    plain, other = told(planted, text.encode()), told(planted, raw)
    assert other == plain


def test_a_person_sees_file_place_code_excerpt_and_mend() -> None:
    (message,) = check(NORTHMERE.replace("level.maturing", "level.maturng", 1).encode(), "n.toml")
    assert render(message).splitlines() == [
        'n.toml:31:7: F114 there is no level called "maturng".',
        '   in pillar "leadership"',
        '   level.maturng = """',
        "         ^^^^^^^",
        '   Mend: write "maturing" (levels here: emerging, developing, maturing).',
    ]


NEAR_MISSES = {
    "F101": NORTHMERE.encode("utf-16"),
    "F103": NORTHMERE.replace("Clear roles", "“Clear”\u00a0roles").encode(),
    "F104": NORTHMERE.replace('plan.\n"""\nrefs', 'plan. """\nrefs').encode(),
    "F105": NORTHMERE.replace("Clear roles", "Clear: roles").encode(),
    "F106": NORTHMERE.replace('"Decision log"]', '"Decision log",]').encode(),
    "F107": NORTHMERE.replace('"Clear roles"', "'C:\\Plans'").encode(),
    "F110": NORTHMERE.replace(
        'title = "Clear roles"', 'title = "Clear roles"\nminutes = 5'
    ).encode(),
    "F111": NORTHMERE.replace('origin = "own"', 'origin = "local"')
    .replace("notice =", "publisher =")
    .encode(),
    "F112": NORTHMERE.replace('code = "P1"', 'code = "P1"\nshort-code = "P2"').encode(),
    "F113": NORTHMERE.replace("[criterion.roles]", "[criterion.2-1]").encode(),
    "F114": NORTHMERE.replace("level.maturing", '"level".maturing').encode(),
    "F115": (HERE / "data" / "quay.toml").read_bytes(),
    "F116": NORTHMERE.replace("minutes = 210", "minutes = 30").encode(),
    "F117": QUAY.replace('levels = ["0", "1", "2"]', 'levels = ["2", "1", "0"]').encode(),
    "F118": NORTHMERE.replace('pillar = "co-production"', 'pillar = "leadership"').encode(),
    "F119": NORTHMERE.replace("Clear roles", "Todo el mundo, todos, xx").encode(),
    "F140": NORTHMERE.replace("Clear roles", "long " * 39 + "words", 1).encode(),
    "F141": NORTHMERE.encode(),
}


@pytest.mark.parametrize("code", NEAR_MISSES)
def test_what_is_nearly_that_mistake_is_not_told(code: str) -> None:
    assert code not in {each.code for each in check(NEAR_MISSES[code], "near.toml")}


def test_every_code_has_a_file_that_fires_it() -> None:
    fired = {each.code for each in PLANTED} | {"F101", "F102"}
    numbers = [*range(101, 109), *range(110, 120), 140, 141]
    assert {f"F{number}" for number in numbers} <= fired


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\x00\x00", b"\x81\x8d = 1", b"\xff\xfea\x00\x00\xd8"]
)
def test_what_is_no_text_is_said_to_be_no_text(raw: bytes) -> None:
    (message,) = check(raw, "picture.toml")
    assert message.code == "F101"
    assert "text editor" in message.mend


def test_cp1252_is_read_with_a_warning_that_names_the_guess() -> None:
    raw = NORTHMERE.replace("Clear roles", "Café roles").encode("cp1252")
    (message,) = check(raw, "old.toml")
    assert (message.code, message.severity) == ("F102", "warning")
    assert "cp1252" in message.what
    assert "Caf" in message.excerpt


def test_a_byte_order_mark_is_only_advice() -> None:
    (message,) = check(NORTHMERE.encode("utf-8-sig"), "marked.toml")
    assert (message.code, message.severity) == ("F102", "advice")


def test_a_warning_named_in_allow_is_not_told_and_an_error_is() -> None:
    text = NORTHMERE.replace("format = 1 ", 'allow = ["F102", "F111"]\nformat = 1 ')
    assert check(text.encode("utf-8-sig"), "n.toml") == ()
    broken = text.replace('title = "Clear roles"', 'title = ""')
    assert [each.code for each in check(broken.encode(), "n.toml")] == ["F111"]


def test_a_pillar_below_a_criterion_is_worth_a_look() -> None:
    text = NORTHMERE.replace("[agenda]", '[pillar.last]\ntitle = "Last"\n[agenda]')
    told_ = check(text.encode(), "n.toml")
    assert [(each.code, each.severity) for each in told_ if each.code == "F130"] == [
        ("F130", "warning")
    ]


@pytest.mark.parametrize(
    ("today", "status", "expected"),
    [
        (date(2026, 9, 2), "draft", ["F122"]),
        (date(2026, 9, 1), "draft", []),
        (date(2026, 9, 2), "final", []),
        (None, "draft", []),
    ],
)
def test_a_draft_past_its_date_is_worth_a_look(
    today: date | None, status: str, expected: list[str]
) -> None:
    text = NORTHMERE.replace('status = "draft"', f'status = "{status}"')
    assert [each.code for each in check(text.encode(), "n.toml", today=today)] == expected


def test_a_review_that_is_due_is_worth_a_look() -> None:
    text = NORTHMERE.replace("effective = 2026-09-01", "review = 2026-01-01")
    (message,) = check(text.encode(), "n.toml", today=date(2026, 2, 1))
    assert message.what == "its review is due."


def test_several_mistakes_are_told_in_file_order() -> None:
    text = NORTHMERE.replace('version = "1.1"', "version = 1.1").replace("KLOE =", 'KLOE = ""#')
    text = text.replace('pillar = "leadership"', 'pillar = "leadreship"')
    assert [each.code for each in check(text.encode(), "n.toml")] == ["F116", "F114", "F111"]


def test_a_newer_format_is_the_only_thing_said() -> None:
    text = NORTHMERE.replace("format = 1 ", "format = 2 ") + "\n[weights]\nx = 1\n"
    assert [each.code for each in check(text.encode(), "n.toml")] == ["F141"]


def test_at_most_fifty_are_told() -> None:
    text = NORTHMERE + "".join(f'term-{n} = ""\n' for n in range(80))
    assert len(check(text.encode(), "n.toml")) == 50


def test_a_level_that_is_misspelt_in_the_list_is_not_missed_in_every_item() -> None:
    text = NORTHMERE.replace('"developing", "maturing"]', '"developing", "mature"]')
    assert [each.code for each in check(text.encode(), "n.toml")] == ["F114", "F117"]


def test_a_block_pasted_twice_is_told_once() -> None:
    block = "[criterion.roles]\npillar = 'leadership'\ntitle = 'Again'\n"
    (message,) = check((NORTHMERE + block).encode(), "n.toml")
    assert message.what == "the heading [criterion.roles] is given twice (the first is on line 45)."


@pytest.mark.parametrize("day", ["2026-09-01T10:00:00", "10:00:00", "2026-09-01T00:00:00Z"])
def test_a_date_with_a_time_of_day_is_not_a_date(day: str) -> None:
    text = NORTHMERE.replace("effective = 2026-09-01", f"effective = {day}")
    assert [each.code for each in check(text.encode(), "n.toml")] == ["F116"]


def test_what_is_too_long_says_how_long_it_may_be() -> None:
    title = NORTHMERE.replace('title = "Clear roles"', f'title = "{"y" * 201}"')
    (message,) = check(title.encode(), "n.toml")
    assert message.what == "title is over 200 characters."
    listed = NORTHMERE.replace('["Terms', "[" + '"y", ' * 100 + '"Terms')
    (message,) = check(listed.encode(), "n.toml")
    assert message.what == "evidence holds more than 100."


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"# only a note\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty_and_nothing_else(raw: bytes) -> None:
    (message,) = (each for each in check(raw, "n.toml") if each.severity == "error")
    assert (message.code, message.what) == ("F111", "there is nothing in this file.")


def test_a_heading_in_double_brackets_is_shown_the_single_ones() -> None:
    text = NORTHMERE.replace("[pillar.leadership]", "[[pillar]]").replace(
        "[pillar.co-production]", "[[pillar]]"
    )
    message = next(each for each in check(text.encode(), "n.toml") if each.code == "F116")
    assert "[pillar.its-id]" in message.mend
