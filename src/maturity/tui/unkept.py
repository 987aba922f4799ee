"""Different views that were typed and not kept yet: on this laptop alone, until they are.

They wait beside the laptop's settings and never in the session's folder, since nobody has heard
them read back. A power cut or a closed lid loses none of them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.laptop import put, unkept_file
from maturity.text import inspect

if TYPE_CHECKING:
    from maturity.tui.voices import DissentDraft

__all__ = ["hold", "waiting"]

_LONGEST = 4_000_000
_UNREAD = "A different view that was typed and not kept could not be read again: {file} ({why})."


def _gated(text: str) -> str:
    # as long as it was typed: one that is too long to be kept has to come back to be split
    return inspect(text).text


def hold(folder: Path, session: str, drafts: Mapping[str, "DissentDraft"]) -> None:
    """Put the drafts of a session, by item, into `folder`; none takes the file away.

    Raises `OSError`.
    """
    file = unkept_file(folder, session)
    if not drafts:
        file.unlink(missing_ok=True)
        return
    # a session in which nobody disagrees never writes one
    import tomli_w  # noqa: PLC0415 see above

    put(file, tomli_w.dumps({item: asdict(draft) for item, draft in drafts.items()}).encode())


def waiting(folder: Path, session: str) -> tuple[Mapping[str, "DissentDraft"], str]:
    """The drafts of a session by item, and one sentence where they could not be read."""
    file = unkept_file(folder, session)
    if not file.is_file():
        return {}, ""
    # loaded where there is one
    from maturity.tui.voices import DissentDraft  # noqa: PLC0415 see above

    try:
        with file.open("rb") as opened:
            table = tomllib.loads(opened.read(_LONGEST).decode())
        return {
            _gated(item): DissentDraft(
                kept=(_gated(draft["kept"][0]), _gated(draft["kept"][1])),
                **{name: _gated(text) for name, text in draft.items() if name != "kept"},
            )
            for item, draft in table.items()
        }, ""
    except (OSError, ValueError, TypeError, AttributeError, LookupError) as problem:
        return {}, _UNREAD.format(file=file, why=type(problem).__name__)
