"""Evidence files by their names, and what is said of those that are lost."""

from maturity.evidence.naming import file_name, lost


def test_a_file_is_called_after_its_document() -> None:
    assert file_name("0123456789abcdef" * 4) == "0123456789abcdef.jsonl"


def test_lost_files_are_counted_and_named() -> None:
    assert lost([]) == ()
    (one,) = lost(["The plan"])
    assert one.startswith("1 evidence file is missing or changed (The plan). Links still show")
    (two,) = lost(["The plan", "Minutes"])
    assert two.startswith("2 evidence files are missing or changed (The plan, Minutes).")
