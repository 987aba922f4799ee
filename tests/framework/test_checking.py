"""Planted mistakes: each is told with its code, its place and a mend, in every encoding."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from maturity.framework import check
from maturity.tomlfile import Message, render

HERE = Path(__file__).parent
NORTHMERE = (HERE / "data" / "northmere.toml").read_text(encoding="utf-8")
QUAY = (HERE / "data" / "quay.toml").read_text(encoding="utf-8")

MARK = "⟦"  # stands where the fault is, and is taken out again


@dataclass(frozen=True)
class Planted:
    """One mistake: what is written instead of what, and what must be said of it."""

    code: str
    old: str
    new: str
    mend: str
    base: str = NORTHMERE

    @property
    def text(self) -> str:
        return self._marked().replace(MARK, "")

    @property
    def place(self) -> tuple[int, int]:
        before = self._marked().split(MARK)[0]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def _marked(self) -> str:
        assert self.old in self.base, self.old
        return self.base.replace(self.old, self.new, 1)


ROLES = "[criterion.roles]                # a lens that helps the room think"


NORTHMERE_LONG = (
    'level.maturing = "Shared design is normal in every service, and families say it helps."'
)
NORTHMERE_LONG_OPEN = 'level.maturing = ⟦"""Shared design\nguidance = """\nHelp."""'


def without(words: str) -> str:
    """The Northmere file without the line that holds these words."""
    return "".join(line for line in NORTHMERE.splitlines(keepends=True) if words not in line)


PLANTED = (
    Planted("F103", 'short = "Leadership"', "short = ⟦“Leadership”", 'straight quote "'),
    Planted("F103", 'code = "P1"', 'code =⟦\u00a0"P1"', "delete it"),
    Planted("F103", "minutes = 210", "⟦\u200bminutes = 210", "delete it"),
    Planted("F103", 'id = "northmere"', "id = ⟦\u2018northmere\u2019", 'straight quote "'),
    Planted(
        "F104",
        'differs."\nlevel.maturing = """\nPartners',
        'differs."\nlevel.maturing = ⟦"""\nPartners',
        "put",
        base=NORTHMERE.replace('plan.\n"""\nrefs', "plan.\nrefs"),
    ),
    Planted("F104", 'title = "Clear roles"', 'title = ⟦"Clear roles', 'put " after'),
    Planted("F104", 'KLOE = "key line of enquiry"', "KLOE = ⟦'key line of enquiry", "put ' after"),
    Planted("F105", 'code = "P1"', 'code⟦: "P1"', 'write "="'),
    Planted("F105", "format = 1 ", "format ⟦: 1 ", 'write "="'),
    Planted("F106", '["emerging", "developing"', '["emerging" ⟦"developing"', "comma"),
    Planted("F106", "core = true, families", "core = true ⟦families", "comma"),
    Planted("F106", '"Decision log"]', '"Decision log⟦"', "put ]"),
    Planted("F107", 'title = "Clear roles"', 'title = "Clear\\troles⟦\\q"', "two backslashes"),
    Planted("F107", 'title = "Clear roles"', 'title = "C:⟦\\Plans"', "two backslashes"),
    Planted("F110", 'question = "Does', '⟦qestion = "Does', 'write "question"'),
    Planted("F110", "evidence = [", "⟦evidnce = [", 'write "evidence"'),
    Planted("F110", "[pillar.leadership]", "[⟦pilar.leadership]", 'write "pillar"'),
    Planted("F110", 'rate = "pillars"', '⟦weight = 2\nrate = "pillars"', "take it out"),
    Planted(
        "F110", 'title = "Clear roles"', '⟦id = "roles"\ntitle = "Clear roles"', "take this line"
    ),
    Planted("F110", "minutes = 210", "⟦minuets = 210", 'write "minutes"'),
    Planted(
        "F111",
        ROLES + '\npillar = "leadership"\ntitle = "Clear roles"',
        MARK + ROLES + '\npillar = "leadership"',
        'title = "..."',
    ),
    Planted("F111", 'title = "Clear roles"', 'title = ⟦""', "write something"),
    Planted("F111", 'title = "Clear roles"', 'title = ⟦" \u200b "', "write something"),
    Planted("F111", ROLES + '\npillar = "leadership"', MARK + ROLES, "pillars here"),
    Planted("F112", "[pillar.co-production]", "⟦[pillar.leadership]", "its own name"),
    Planted("F112", 'code = "P1"', 'code = "P1"\n⟦code = "P2"', "its own name"),
    Planted("F112", "[criterion.roles]", "[criterion.⟦leadership]", "another id"),
    Planted("F113", "[criterion.roles]", "[criterion.2.⟦1]", "[criterion.2-1]"),
    Planted("F113", "[criterion.roles]", "[criterion.⟦Roles]", 'write "roles"'),
    Planted("F113", "[criterion.roles]", '[criterion.⟦"clear roles"]', 'write "clear-roles"'),
    Planted("F113", "[criterion.roles]", "[criterion.clear ⟦roles]", "clear-roles"),
    Planted("F113", 'id = "northmere"', 'id = ⟦"con"', "con-framework"),
    Planted("F113", "[criterion.roles]", "[criterion.r⟦ôles]", "roles"),
    Planted("F108", 'title = "Clear roles"', 'title = "Clear "⟦roles" at last"', "single quotes"),
    Planted("F116", 'title = "Clear roles"', "title = ⟦Children's roles", "Children's roles"),
    Planted("F104", NORTHMERE_LONG, NORTHMERE_LONG_OPEN, "after its last line"),
    Planted("F113", "[criterion.roles]", f"[criterion.⟦{'very-' * 9}long]", "very-very"),
    Planted("F114", 'level.maturing = """', 'level.⟦maturng = """', 'write "maturing"'),
    Planted("F114", 'pillar = "leadership"', 'pillar = ⟦"leadershp"', 'write "leadership"'),
    Planted("F114", "break_after = [", 'break_after = [⟦"lunch", ', "leadership, co-production"),
    Planted("F114", "whole-cohort =", "⟦whole-cohrt =", 'write "whole-cohort"'),
    Planted("F114", 'developing", "maturing"]', 'developing", ⟦"mature"]', "write"),
    Planted(
        "F114", 'title = "Clear roles"', 'title = "Clear roles"\ngroup = ⟦"north"', "[group.north]"
    ),
    Planted("F114", 'title = "Clear roles"', 'title = "Clear roles"\ntags = [⟦"sen"]', "[tag.sen]"),
    Planted(
        "F115", "[pillar.co", "⟦[pillar.co", "level.developing", without("Families help design")
    ),
    Planted("F115", ROLES, MARK + ROLES, "level.developing", without("One agreed map")),
    Planted("F115", "[pillar.co", "⟦[pillar.co", "question =", without("Are families shaping")),
    Planted(
        "F115",
        "[criterion.lights]",
        "⟦[criterion.lights]",
        "level.1",
        QUAY.replace(', meaning = "It is in place here and there."', ""),
    ),
    Planted("F116", 'version = "1.1"', "version = ⟦1.1", '"1.1"'),
    Planted("F116", 'version = "1.1"', "version = ⟦1.1.0", '"1.1.0"'),
    Planted("F116", 'code = "P1"', "code = ⟦1", '"1"'),
    Planted("F116", "core = true, sector", 'core = ⟦"yes", sector', "true or false"),
    Planted("F116", "votes = false", "votes = ⟦0", "true or false"),
    Planted("F116", "effective = 2026-09-01", 'effective = ⟦"2026-09-01"', "2026-09-01, without"),
    Planted("F116", "effective = 2026-09-01", "effective = ⟦1/9/2026", "2026-09-01, without"),
    Planted("F116", "on = false", "on = ⟦False", "small letters"),
    Planted("F116", 'status = "draft"', 'status = ⟦"drafft"', 'write "draft"'),
    Planted("F116", 'rate = "pillars"', 'rate = ⟦"pillar"', 'write "pillars"'),
    Planted("F116", 'title = "Clear roles"', "title = ⟦Clear roles", '"Clear roles"'),
    Planted("F116", "minutes = 210", "minutes = ⟦20", "at least 30"),
    Planted("F116", 'level.emerging = "Boards', 'level.emerging = ⟦7 # "Boards', "straight quotes"),
    Planted("F116", '["laip:4.30"]', '⟦"laip:4.30"', "square brackets"),
    Planted("F116", 'title = "Clear roles"', 'title = ⟦"""Clear\nroles"""', "one line"),
    Planted(
        "F116",
        'level.2 = ["Every quay holds a drill each term.", ',
        "level.2 = ⟦[",
        "two or more",
        base=QUAY,
    ),
    Planted("F117", 'levels = ["0", "1", "2"]', 'levels = ⟦["0"]', "lowest first", base=QUAY),
    Planted(
        "F117", 'levels = ["0", "1", "2"]', 'levels = ["0", "1", "2", ⟦"1"]', "take one", base=QUAY
    ),
    Planted("F117", "0 = {", '⟦9 = { label = "Nine" }\n0 = {', "put it in its place", base=QUAY),
    Planted(
        "F117", 'title = "Drills"', 'title = "Drills"\nlevels = ⟦["1"]', "list more", base=QUAY
    ),
    Planted(
        "F118",
        'safety = { title = "Safety" }',
        'safety = { title = "Safety" }\nempty = ⟦{ title = "E" }',
        "add a criterion",
        base=QUAY,
    ),
    Planted("F119", 'title = "Clear roles"', 'title = ⟦"TODO roles"', "what belongs"),
    Planted("F119", '"Decision log"]', '⟦"xxx"]', "what belongs"),
    Planted("F140", 'title = "Clear roles"', f'title = ⟦"{"long " * 50}"', "shorter"),
    Planted("F140", 'evidence = ["T', f'evidence = {"[" * 20}⟦["T', "brackets"),
    Planted("F140", "minutes = 210", f"⟦{'a.' * 40}b = 1", "shorter name"),
    Planted("F140", "minutes = 210", f"minutes = ⟦{'9' * 5000}", "smaller number"),
    Planted("F141", "format = 1 ", "format = ⟦2 ", "newer maturity"),
)


def told(planted: Planted, raw: bytes) -> Message:
    messages = [each for each in check(raw, "northmere.toml") if each.severity == "error"]
    assert messages, planted
    return next((each for each in messages if each.code == planted.code), messages[0])


def identify(planted: object) -> str:
    return f"{planted.code}-{planted.new[:24]!r}" if isinstance(planted, Planted) else str(planted)


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
