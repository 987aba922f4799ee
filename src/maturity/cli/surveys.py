"""`vote --from FILE`: first votes gathered by a survey, kept as counts and never by person."""

from pathlib import Path

from maturity.cli.desk import Desk, receive
from maturity.cli.faults import Unread
from maturity.cli.speech import say, warn
from maturity.evidence.asking.client import Refusal
from maturity.framework import Framework
from maturity.laptop import put
from maturity.session.acts.act import Refused
from maturity.session.acts.surveys import SurveyAct, voted_already
from maturity.survey.columns import Columns, from_toml, to_toml
from maturity.survey.fault import SurveyFault
from maturity.survey.importing import Gathered, gather, remembered_columns
from maturity.survey.telling import not_read, will_keep
from maturity.tomlfile import file_bytes

__all__ = ["import_survey"]


def import_survey(desk: Desk, session: str, file: Path, map_file: Path | None) -> None:
    """Count a file of answers, say what will be kept, keep it, and remember its columns.

    Raises `Refused` with what to do instead, `TomlFault` for a map with mistakes and `Unread`
    for a file that cannot be read, which is said first.
    """
    with desk.opened(session) as workshop:
        remembered_in = desk.laptop.survey_columns(workshop.state.session.id)
        gathered = _gathered(file, map_file, remembered_in, workshop.framework)
        for notice in gathered.notices:
            warn(notice)
        act = SurveyAct(gathered.survey.items, gathered.survey.people)
        voted = voted_already(workshop.scene, act)
        lines = will_keep(gathered.survey, workshop.framework, voted)
        for line in (*lines, *not_read(gathered.unread)):
            say(line)
        receive(workshop.do(act))
        _remember(remembered_in, gathered.columns)


def _gathered(
    file: Path, map_file: Path | None, remembered_in: Path, framework: Framework
) -> Gathered:
    given = None
    if map_file is not None:
        given = from_toml(file_bytes(map_file), str(map_file), framework)
    remembered, problem = (None, "") if given else remembered_columns(remembered_in, framework)
    if problem:
        warn(problem)
    try:
        found = gather(file, framework, given=given, remembered=remembered)
    except SurveyFault as fault:
        raise Refused(str(fault)) from fault
    if isinstance(found, Refusal):
        warn(f"{file}: {found.sentence}")
        raise Unread
    return found


def _remember(file: Path, columns: Columns) -> None:
    try:
        put(file, to_toml(columns))
    except OSError as problem:
        warn(f"The columns could not be remembered ({problem.strerror or 'unknown reason'}).")
    else:
        say(f"Which column is which is remembered in {file}. It names no person.")
