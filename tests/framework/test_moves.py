"""What became of each item between two frameworks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TINY, tiny, tiny_with
from maturity.framework import Framework, parse
from maturity.framework.moves import Move, moves_between


def _move(new: Framework, item: str = "one", kind: str = "pillar") -> Move | None:
    return next((m for m in moves_between(tiny(), new) if (m.kind, m.new_id) == (kind, item)), None)


NEWER = ('version = "1.0"', 'version = "2.0"')
REWORDED = ('level.low = "Now and then."', 'level.low = "Hardly ever."')
ANOTHER = ('id = "tiny"', 'id = "another"')
RENAMED = ("[pillar.one]", '[pillar.first]\nwas = ["one"]')
LENS = ('pillar = "one"', 'pillar = "first"')


def test_the_same_framework_keeps_every_item_on_every_level() -> None:
    moves = moves_between(tiny(), tiny())
    assert [(move.kind, move.new_id, move.carries) for move in moves] == [
        ("pillar", "one", "kept"),
        ("pillar", "two", "kept"),
        ("criterion", "lens", "kept"),
    ]
    assert all(move.old_ids == (move.new_id,) for move in moves)
    assert moves[0].levels == {"low": "low", "middle": "middle", "high": "high"}


@pytest.mark.parametrize(
    ("changes", "carries"),
    [
        ((NEWER,), "kept"),
        ((NEWER, REWORDED), "to-confirm"),
        ((REWORDED,), "to-confirm"),
        ((NEWER, ('title = "First things"', 'title = "Things first"')), "to-confirm"),
        ((REWORDED, ("[pillar.one]", "[pillar.one]\nmeaning_unchanged = true")), "kept"),
        ((NEWER, ('short = "First"', 'short = "1st"')), "kept"),
        ((('label = "Low"', 'label = "Lowest"'),), "to-confirm"),
        ((('label = "Low"', 'label = "Lowest"\nmeaning_unchanged = true'),), "kept"),
        ((ANOTHER,), "kept"),
        ((ANOTHER, REWORDED), "history"),
        (
            (('levels = ["low", "middle", "high"]', 'levels = ["middle", "low", "high"]'),),
            "history",
        ),
    ],
)
def test_the_words_of_an_item_and_its_levels_decide(
    changes: tuple[tuple[str, str], ...], carries: str
) -> None:
    move = _move(tiny_with(*changes))
    assert move is not None
    assert move.carries == carries
    assert bool(move.levels) == (carries != "history")


def _relevelled(was: str = "") -> Framework:
    text = TINY.decode().replace("level.middle", "level.medium").replace('"middle"', '"medium"')
    return parse(text.replace('label = "Middle"', f'label = "Middle"{was}').encode(), "tiny.toml")


def test_a_level_that_says_what_it_was_is_followed() -> None:
    unnamed = _move(_relevelled())
    assert unnamed is not None
    assert unnamed.carries == "history"
    move = _move(_relevelled('\nwas = ["middle"]'))
    assert move is not None
    assert move.carries == "kept"
    assert move.levels == {"low": "low", "middle": "medium", "high": "high"}


def test_an_item_that_says_what_it_was_is_followed() -> None:
    move = _move(tiny_with(RENAMED, LENS), "first")
    assert move is not None
    assert (move.old_ids, move.carries) == (("one",), "kept")
    assert _move(tiny_with(RENAMED, LENS, ANOTHER), "first") is None


def test_an_item_that_is_new_or_gone_has_no_move() -> None:
    new = tiny_with(("[pillar.two]", "[pillar.three]"))
    assert [move.new_id for move in moves_between(tiny(), new)] == ["one", "lens"]


def test_a_split_item_is_history_in_each_part_and_so_are_merged_ones() -> None:
    split = tiny_with(("[pillar.two]", '[pillar.three]\nwas = ["one"]'))
    assert [move.carries for move in moves_between(tiny(), split) if move.kind == "pillar"] == [
        "history",
        "history",
    ]
    move = _move(_merged(), "first")
    assert move is not None
    assert (move.old_ids, move.carries) == (("one", "two"), "history")


def _merged() -> Framework:
    text = TINY.decode().replace(*RENAMED).replace(*LENS)
    text = text.replace('was = ["one"]', 'was = ["one", "two"]')
    start, end = text.index("[pillar.two]"), text.index("[criterion.lens]")
    return parse((text[:start] + text[end:]).encode(), "tiny.toml")


def test_a_pillar_whose_texts_are_its_criteria_is_reworded_with_one_of_them() -> None:
    text = TINY.decode()
    start, end = text.index('level.low = "Now'), text.index("may_not_apply")
    bare = text[:start] + text[end:]
    old = parse(bare.encode(), "tiny.toml")
    new = parse(bare.replace('"Little."', '"Nothing."').encode(), "tiny.toml")
    assert [move.carries for move in moves_between(old, old)] == ["kept", "kept", "kept"]
    assert [move.carries for move in moves_between(old, new)] == [
        "to-confirm",
        "kept",
        "to-confirm",
    ]
    # a lens of a pillar that has texts of its own is no part of the pillar
    lens = tiny_with(('level.low = "Little."', 'level.low = "Nothing."'))
    assert [move.carries for move in moves_between(tiny(), lens)] == ["kept", "kept", "to-confirm"]


@given(st.sets(st.sampled_from([NEWER, REWORDED, ANOTHER])))
def test_a_framework_beside_itself_is_kept_whole(changes: set[tuple[str, str]]) -> None:
    framework = tiny_with(*sorted(changes))
    assert {move.carries for move in moves_between(framework, framework)} == {"kept"}
