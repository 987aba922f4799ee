from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.framework import Framework, NotKnown, load, parse
from maturity.framework.checking import check

DATA = Path(__file__).parent / "data"
NORTHMERE = load(DATA / "northmere.toml")
QUAY = load(DATA / "quay.toml")


def built(body: str, *, levels: str = '["low", "high"]', rate: str = "criteria") -> Framework:
    head = f"""
[framework]
format = 1
id = "made"
title = "Made"
version = "1"
rate = "{rate}"
levels = {levels}
"""
    if "[level" not in body:
        head += '[level]\nlow = { label = "Low" }\nhigh = { label = "High", meaning = "Good." }\n'
    return parse((head + body).encode(), "made.toml")


def test_rated_items_are_pillars_or_criteria_as_the_file_says() -> None:
    assert [each.id for each in NORTHMERE.items] == ["leadership", "co-production"]
    assert [each.id for each in QUAY.items] == ["drills", "lights"]


def test_rated_criteria_come_pillar_by_pillar_in_file_order() -> None:
    framework = built(
        """
[pillar]
one = { title = "One" }
two = { title = "Two" }
[criterion.late]
pillar = "two"
title = "Late"
level = { low = "a", high = "b" }
[criterion.early]
pillar = "one"
title = "Early"
level = { low = "a", high = "b" }
[criterion.also]
pillar = "two"
title = "Also"
level = { low = "a", high = "b" }
"""
    )
    assert [each.id for each in framework.items] == ["early", "late", "also"]
    assert [each.id for each in framework.criteria_of("two")] == ["late", "also"]
    assert framework.criteria_of("none") == ()


def test_without_pillars_the_criteria_are_rated_in_file_order() -> None:
    framework = built('[criterion.b]\ntitle = "B"\nlevel = { low = "x", high = "y" }\n')
    assert [each.id for each in framework.items] == ["b"]
    assert framework.pillars == {}


def test_levels_are_in_the_order_of_the_list_not_of_the_blocks() -> None:
    framework = built(
        """
[level.high]
label = "No"
[level.low]
label = "None"
[criterion.a]
title = "A"
level = { low = "x", high = "y" }
"""
    )
    assert framework.level_ids == ("low", "high")
    assert [framework.level_label(each) for each in framework.level_ids] == ["None", "No"]


def test_an_item_may_lack_a_level() -> None:
    framework = built(
        """
[level]
low = { label = "Low" }
mid = { label = "Mid" }
high = { label = "High" }
[criterion.a]
title = "A"
levels = ["high", "low"]
level = { low = "x", high = "y" }
""",
        levels='["low", "mid", "high"]',
    )
    assert framework.levels_of("a") == ("low", "high")
    assert framework.texts("a", "mid") == ()


def test_texts_are_the_items_own_or_the_levels_meaning() -> None:
    assert QUAY.texts("drills", "1") == ("Drills are held on some quays.",)
    assert len(QUAY.texts(QUAY.item("drills"), "2")) == 2
    assert QUAY.texts("lights", "0") == ("Nothing is in place.",)


def test_a_rated_pillar_may_stand_on_the_texts_of_its_criteria() -> None:
    framework = built(
        """
[pillar.p]
title = "P"
[criterion.a]
pillar = "p"
title = "A"
level = { low = "a low", high = ["a one", "a two"] }
[criterion.b]
pillar = "p"
title = "B"
level = { low = "b low", high = "b high" }
""",
        rate="pillars",
    )
    assert framework.texts("p", "low") == ("a low", "b low")
    assert framework.texts("p", "high") == ("- a one\n- a two", "b high")
    assert framework.question_of("p") == "P"
    assert framework.question_of(NORTHMERE.item("roles")) == "Does everyone know who decides what?"


def test_an_item_is_found_by_id_with_its_kind() -> None:
    assert NORTHMERE.item("roles").title == "Clear roles"
    assert NORTHMERE.kind_of("roles") == "criterion"
    assert NORTHMERE.kind_of("leadership") == "pillar"
    with pytest.raises(NotKnown, match='no item called "nothing"'):
        NORTHMERE.item("nothing")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("leadership", "leadership"),
        ("  LEADERSHIP ", "leadership"),
        ("lead", "leadership"),
        ("P1", "leadership"),
        ("p1", "leadership"),
        ("co", "co-production"),
        ("ro", "roles"),
        ("from-the-start", "from-the-start"),
    ],
)
def test_a_typed_item_is_found_by_id_beginning_or_printed_code(typed: str, meant: str) -> None:
    assert NORTHMERE.find_item(typed).id == meant


def test_a_rated_item_is_preferred_where_several_begin_so() -> None:
    framework = built(
        """
[pillar.community]
title = "Community"
[criterion.comms]
pillar = "community"
title = "Comms"
level = { low = "x", high = "y" }
""",
        rate="pillars",
    )
    assert framework.find_item("comm").id == "community"


def test_an_item_that_several_begin_with_is_asked_about() -> None:
    framework = built(
        '[criterion.aa]\ntitle = "A"\nlevel = { low = "x", high = "y" }\n'
        '[criterion.ab]\ntitle = "B"\nlevel = { low = "x", high = "y" }\n'
    )
    with pytest.raises(NotKnown, match='Several items begin with "a": aa, ab'):
        framework.find_item("a")


@pytest.mark.parametrize("typed", ["", "  ", "zebra"])
def test_an_unknown_item_lists_the_choices(typed: str) -> None:
    with pytest.raises(NotKnown, match="Items to rate here: leadership, co-production"):
        NORTHMERE.find_item(typed)


@pytest.mark.parametrize(
    ("framework", "typed", "meant"),
    [
        (NORTHMERE, "maturing", "maturing"),
        (NORTHMERE, " MATURING ", "maturing"),
        (NORTHMERE, "1", "emerging"),
        (NORTHMERE, "3", "maturing"),
        (QUAY, "0", "0"),
        (QUAY, "1", "1"),
        (QUAY, "none", "0"),
        (QUAY, "All", "2"),
        (QUAY, "3", "2"),
    ],
)
def test_a_typed_level_is_found_by_id_label_or_number(
    framework: Framework, typed: str, meant: str
) -> None:
    assert framework.find_level(typed).id == meant


@pytest.mark.parametrize("typed", ["", "4", "-1", "maturin", "²", "11"])
def test_an_unknown_level_lists_the_choices(typed: str) -> None:
    with pytest.raises(NotKnown, match="lowest first: 1 Emerging, 2 Developing, 3 Maturing"):
        NORTHMERE.find_level(typed)


def test_the_choices_name_ids_that_differ_from_their_labels() -> None:
    with pytest.raises(NotKnown, match=r"1 None \(0\), 2 Some \(1\), 3 All \(2\)"):
        QUAY.level("9")


@given(st.text(max_size=8))
def test_any_typed_word_finds_something_of_this_framework_or_is_refused(typed: str) -> None:
    with suppress(NotKnown):
        assert NORTHMERE.find_item(typed).id in {*NORTHMERE.pillars, *NORTHMERE.criteria}
    with suppress(NotKnown):
        assert NORTHMERE.find_level(typed).id in NORTHMERE.level_ids


SHAPES = {
    "six levels": """
[framework]
format = 1
id = "six"
title = "Six"
version = "1"
levels = ["a", "b", "c", "d", "e", "f"]
[level]
a = { label = "1", meaning = "m" }
b = { label = "2", meaning = "m" }
c = { label = "3", meaning = "m" }
d = { label = "4", meaning = "m" }
e = { label = "5", meaning = "m" }
f = { label = "6", meaning = "m" }
[criterion.x]
title = "X"
""",
    "ladder of practices, with a middle tier and tags": """
[framework]
format = 1
id = "ladder"
title = "Ladder"
version = "1"
roll_up = "ladder"
levels = ["one", "two"]
[level]
one = { label = "One", statements = "any" }
two = { label = "Two" }
[tag.early]
label = "Early"
[pillar.p]
title = "P"
intro = "Opening words."
[group.g]
title = "G"
intro = "Of the middle."
[criterion.x]
pillar = "p"
group = "g"
title = "X"
tags = ["early"]
may_not_apply = true
minutes = 5
improve.one = "Try this."
[[criterion.x.practice]]
level = "one"
text = "We do it."
checks = ["Ask two people", "Look at the log"]
[[criterion.x.practice]]
level = "two"
title = "Again"
text = "We do it again."
""",
    "words of another language, and emoji": """
[framework]
format = 1
id = "litauen"
title = "Nasz \u017b\u00f3\u0142ty \U0001f600 \u65e5\u672c"
version = "\u0031"
language = "pl"
levels = ["tak", "nie"]
[level]
tak = { label = "No" }
nie = { label = "None" }
[criterion.x]
title = "Todo el mundo"
level.tak = "\u3042"
level.nie = "Wszystko, todo."
""",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_framework_of_another_shape_loads_without_an_error(shape: str) -> None:
    raw = SHAPES[shape].encode()
    assert check(raw, "shape.toml") == ()
    framework = parse(raw, "shape.toml")
    assert [each.id for each in framework.items] == ["x"]
    assert all(framework.levels_of(each) == framework.level_ids for each in framework.items)


def test_hundreds_of_items_load() -> None:
    body = "".join(
        f'[criterion.c-{n}]\ntitle = "C {n}"\nlevel = {{ low = "x", high = "y" }}\n'
        for n in range(467)
    )
    assert len(built(body).items) == 467
