"""Different views that were typed on the screen of this laptop and never kept: in no paper."""

import tomllib

from maturity.framework import Framework, NotKnown
from maturity.laptop import Laptop, unkept_file
from maturity.report.notices import Notice

__all__ = ["views_not_kept"]

_CODE = "view-not-kept"
_WHERE = "was typed on this laptop and not kept, so no paper has it."
_MEND = "Open the room: d on that item reads it back."


def views_not_kept(laptop: Laptop, session_id: str, framework: Framework) -> tuple[Notice, ...]:
    """One notice for each item on which a view waits, or one where they cannot be read."""
    file = unkept_file(laptop.folder, session_id)
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError):
        return (Notice(_CODE, "", f"A different view {_WHERE} {file} could not be read."),)
    return tuple(_notice(name, framework) for name in found)


def _notice(name: str, framework: Framework) -> Notice:
    try:
        item = framework.item(name)
    except NotKnown:
        return Notice(_CODE, "", f"A different view {_WHERE}")
    return Notice(_CODE, item.id, f"{item.short or item.title}: a different view {_WHERE} {_MEND}")
