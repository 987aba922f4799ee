import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.framework import Framework, NotKnown, canonical, fingerprint, item_stamp, parse, shown

DATA = Path(__file__).parent / "data"
NORTHMERE = (DATA / "northmere.toml").read_text(encoding="utf-8")
QUAY = (DATA / "quay.toml").read_text(encoding="utf-8")


def read(text: str) -> Framework:
    return parse(text.encode(), "f.toml")


def test_the_printed_check_values_hold() -> None:
    quay, northmere = read(QUAY), read(NORTHMERE)
    whole = "6d8b197fb12ddd6b1964723f8b33c138f8d53c3336d54b790b698c80e93625e9"
    assert fingerprint(quay) == whole
    assert shown(whole) == "6D8B-197F-B12D"
    assert shown(fingerprint(northmere)) == "D833-6953-0790"
    assert [len(canonical(each).encode()) for each in (quay, northmere)] == [933, 2188]
    assert item_stamp(quay, "drills") == "b65b0df45033"
    assert item_stamp(quay, "lights") == "7d39b0f27660"
    assert item_stamp(northmere, "leadership") == "534226979a85"


def with_blocks_moved(text: str) -> str:
    first = text.index("[criterion.drills]")
    second = text.index("[criterion.lights]")
    return text[:first] + text[second:] + "\n" + text[first:second]


SAME = {
    "windows line ends": QUAY.replace("\n", "\r\n"),
    "a comment": QUAY.replace("[criterion.drills]", "# here\n[criterion.drills] # there"),
    "wrapping": QUAY.replace(
        'level.0 = "No drill in the last year."',
        'level.0 = """\nNo drill\n   in the\tlast year.\n"""',
    ),
    "another composition": unicodedata.normalize("NFD", QUAY),
    "hidden characters": QUAY.replace("Do crews", "Do cr\u00ade\u200bws"),
    "evidence hints": QUAY.replace('title = "Drills"', 'title = "Drills"\nevidence = ["Log"]'),
    "a voice and an agenda": QUAY + '[voice.crew]\nlabel = "Crew"\n[agenda]\nminutes = 60\n',
    "the order of blocks": with_blocks_moved(QUAY),
    "another spelling of a default": QUAY.replace(
        'version = "2"', 'version = "2"\nrate="criteria"'
    ),
}


@pytest.mark.parametrize("change", SAME)
def test_what_is_not_wording_does_not_change_it(change: str) -> None:
    assert SAME[change] != QUAY or change == "another composition"
    assert fingerprint(read(SAME[change])) == fingerprint(read(QUAY))


def test_an_accent_composed_or_not_is_the_same_wording() -> None:
    one = QUAY.replace("Drills", "Exercic\u00e9s")
    other = QUAY.replace("Drills", "Exercice\u0301s")
    assert fingerprint(read(one)) == fingerprint(read(other))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("No drill in", "No drills in"),
        ('version = "2"', 'version = "3"'),
        ('label = "None"', 'label = "none"'),
        ("Do crews practise?", "Do crews practice?"),
        ('title = "Drills"', 'title = "Drills"\nmay_not_apply = true'),
        ('label = "All"', 'statements = "any", label = "All"'),
    ],
)
def test_one_word_changes_it(old: str, new: str) -> None:
    assert old in QUAY
    assert fingerprint(read(QUAY.replace(old, new))) != fingerprint(read(QUAY))


def test_a_stamp_is_about_the_item_alone() -> None:
    other = read(QUAY.replace("Are the lights", "Are all lights"))
    assert item_stamp(other, "drills") == item_stamp(read(QUAY), "drills")
    assert item_stamp(other, "lights") != item_stamp(read(QUAY), "lights")


def test_the_pillar_is_no_part_of_a_stamp_but_of_the_whole() -> None:
    moved = NORTHMERE.replace('pillar = "leadership"', 'pillar = "co-production"')
    assert item_stamp(read(moved), "roles") == item_stamp(read(NORTHMERE), "roles")
    assert fingerprint(read(moved)) != fingerprint(read(NORTHMERE))


def test_practices_are_wording() -> None:
    rungs = '[[criterion.drills.practice]]\nlevel = "1"\ntext = "We drill."\nchecks = ["Log"]\n'
    one, other = read(QUAY + rungs), read(QUAY + rungs.replace("Log", "Book"))
    assert json.loads(canonical(one))["criteria"][0]["practices"] == [
        {"level": "1", "title": "", "text": "We drill.", "checks": ["Log"]}
    ]
    assert item_stamp(one, "drills") != item_stamp(other, "drills")


def test_an_item_that_is_not_there_has_no_stamp() -> None:
    with pytest.raises(NotKnown):
        item_stamp(read(QUAY), "none")


@given(st.text(alphabet="ab \t\u200b\u00e9e\u0301", min_size=1, max_size=20))
def test_spacing_and_composition_never_count(words: str) -> None:
    def stamp(said: str) -> str:
        return item_stamp(read(QUAY.replace("Do crews practise?", "x" + said)), "drills")

    spaced = "  ".join(words.split(" "))
    assert stamp(words) == stamp(unicodedata.normalize("NFD", spaced))
