"""The page of keys in the docs is the one declaration of the commands, and nothing else."""

import runpy
from pathlib import Path

from maturity.tui.commands import COMMANDS, shown_key

ROOT = Path(__file__).parents[1]


def test_the_page_of_keys_is_as_the_commands_say() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "key_table.py"))["page"]()
    stands = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert stands == made, "docs/keys.md is stale: run python scripts/key_table.py"


def test_every_key_of_every_command_is_on_the_page() -> None:
    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        for key in command.keys:
            assert f"`{shown_key(key)}`" in page, command.id
        assert command.help.replace("|", "\\|") in page
