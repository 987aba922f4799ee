"""`framework list` and `framework check`."""

import json
from pathlib import Path

import pytest

from cli.conftest import Bench
from maturity.shipped import frameworks_folder


def test_the_frameworks_that_ship_are_listed(maturity: Bench) -> None:
    ran = maturity("framework", "list", "--json")
    rows = {row["id"]: row for row in json.loads(ran.out)}
    assert rows["send-local-area"]["items"] == 7
    assert rows["data-practice"]["items"] == 9
    assert len(rows["data-practice"]["fingerprint"]) == 64
    assert "send-local-area  " in maturity("framework", "list").out


def test_a_broken_framework_beside_us_is_listed_as_broken(maturity: Bench) -> None:
    Path("frameworks").mkdir()
    Path("frameworks/ours.toml").write_text("[framework\n", "utf-8")
    assert "ours  broken (" in maturity("framework", "list").out


def test_a_checkout_lists_its_own_frameworks_once(
    maturity: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(frameworks_folder().parent)
    rows = json.loads(maturity("framework", "list", "--json").out)
    assert [row["id"] for row in rows] == ["data-practice", "send-local-area"]


def test_a_sound_framework_has_nothing_wrong(maturity: Bench) -> None:
    ran = maturity("framework", "check", "tiny.toml")
    assert (ran.status, ran.out) == (0, "tiny.toml: nothing is wrong.\n")


def test_a_mistake_is_told_with_its_place_and_its_mend(maturity: Bench) -> None:
    good = Path("tiny.toml").read_text("utf-8")
    Path("bad.toml").write_text(good.replace('rate = "pillars"', 'rate = "pilars"'), "utf-8")
    ran = maturity("framework", "check", "bad.toml")
    assert ran.status == 1
    assert ran.err.startswith("bad.toml:9:8: F116 ")
    row, *_ = json.loads(maturity("framework", "check", "bad.toml", "--json").out)
    assert list(row) == [
        "code", "severity", "file", "line", "column", "where", "excerpt", "message", "mend",
    ]  # fmt: skip
    assert (row["code"], row["line"], row["severity"]) == ("F116", 9, "error")


def test_a_missing_an_empty_and_a_wrong_file_are_told(maturity: Bench) -> None:
    missing = maturity("framework", "check", "ghost.toml")
    assert missing.status == 1
    assert missing.err.startswith("ghost.toml could not be read or written (No such file")
    unnameable = maturity("framework", "check", "\ud800.toml")
    assert (unnameable.status, unnameable.out) == (1, "")
    Path("empty.toml").write_bytes(b"")
    assert maturity("framework", "check", "empty.toml").status == 1
    Path("wrong.toml").write_bytes(b"\x00\xff\xfePK")
    assert maturity("framework", "check", "wrong.toml").status == 1


def test_what_is_no_file_is_told_and_not_waited_for(maturity: Bench) -> None:
    Path("frameworks/pipe.toml").mkdir(parents=True)
    ran = maturity("framework", "check", "frameworks/pipe.toml")
    assert ran.status == 1
    assert "(it is no ordinary file)" in ran.err
