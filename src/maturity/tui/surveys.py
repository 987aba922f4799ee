"""A file of first votes, read away from the screen: its counts, or a sentence that says why not."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from maturity.evidence.asking.client import Refusal
from maturity.framework import Framework
from maturity.session.acts.act import Refused
from maturity.survey.columns import Columns, from_toml
from maturity.survey.fault import SurveyFault
from maturity.survey.importing import Gathered, gather, remembered_columns
from maturity.tomlfile import TomlFault, file_bytes
from maturity.tui.typed_path import path_of

__all__ = ["FIELDS", "HELP", "read_survey"]

FIELDS = {
    "file": "File",
    "columns": "Columns: a file that says which is which (may stay empty)",
}
"""What is asked of a survey before it is read."""

HELP = (
    "CSV or Excel, one row a person, one column an item. Counts are kept, never who voted what; "
    "the room sees none of them before they are revealed in Vote. What was read is shown first."
)
"""What helps to answer."""

_FLAG, _NAMED = "--columns", '"Columns"'


def read_survey(typed: Mapping[str, str], remembered_in: Path, framework: Framework) -> Gathered:
    """The counts of the file that was named, by the columns named, remembered or guessed.

    Raises `Refused` with what to do instead. Takes a while: call it away from the screen.
    """
    path = path_of(typed["file"])
    given = _given(typed["columns"], framework)
    remembered, problem = (None, "") if given else remembered_columns(remembered_in, framework)
    try:
        found = gather(path, framework, given=given, remembered=remembered)
    except SurveyFault as fault:
        said = str(fault).replace(_FLAG, _NAMED)
        raise Refused(f"{path.name}: {said} Nothing was recorded.") from fault
    if isinstance(found, Refusal):
        raise Refused(f"{path.name}: {found.sentence} Nothing was recorded.")
    return replace(found, notices=(problem, *found.notices)) if problem else found


def _given(typed: str, framework: Framework) -> Columns | None:
    if not typed.strip():
        return None
    path = path_of(typed)
    try:
        return from_toml(file_bytes(path), path.name, framework)
    except OSError as problem:
        why = problem.strerror or "it cannot be read"
        raise Refused(f"{path.name}: {why}. Nothing was recorded.") from problem
    except TomlFault as fault:
        first = fault.messages[0]
        where = f"{first.file}:{first.line}:{first.column}"
        raise Refused(f"{where}: {first.what} {first.mend} Nothing was recorded.") from fault
