from maturity.framework.tables import Tables, words

TABLES = Tables(
    {
        "framework": {"rate": "pillars", "levels": ["low", 3, "high", "low", "gone"]},
        "level": {"low": {}, "high": {}, "extra": {}, "broken": 5},
        "pillar": {"p": {"level": {"low": "x", "high": "y"}}, "q": "text"},
        "criterion": {"c": {"levels": ["high"], "level": {"high": "y"}}},
        "voice": ["not a table"],
    }
)


def test_only_what_is_a_table_counts_as_a_block() -> None:
    assert list(TABLES.blocks("level")) == ["low", "high", "extra"]
    assert TABLES.blocks("voice") == {}
    assert TABLES.blocks("none") == {}
    assert [(kind, name) for kind, name, _ in TABLES.items()] == [
        ("pillar", "p"),
        ("criterion", "c"),
    ]


def test_a_setting_of_a_missing_or_broken_block_is_none() -> None:
    assert TABLES.setting("framework", "rate") == "pillars"
    assert TABLES.setting("agenda", "minutes") is None
    assert TABLES.setting("voice", "minutes") is None


def test_levels_keep_their_order_and_repeats_until_asked() -> None:
    assert TABLES.listed_levels == ["low", "high", "low", "gone"]
    assert TABLES.known_levels == ["low", "high", "gone", "extra"]
    assert TABLES.levels_of({}) == ["low", "high"]
    assert TABLES.levels_of({"levels": ["high"]}) == ["high"]


def test_an_item_is_complete_with_a_text_for_each_of_its_own_levels() -> None:
    assert TABLES.is_complete(TABLES.blocks("pillar")["p"])
    assert TABLES.is_complete(TABLES.blocks("criterion")["c"])
    assert not TABLES.is_complete({"level": {"low": "x"}})
    assert not TABLES.is_complete({})


def test_words_are_the_texts_of_a_list() -> None:
    assert words(["a", 1, "b"]) == ["a", "b"]
    assert words("ab") == []
