"""`vote --from FILE`: first votes gathered by a survey, kept as counts and never by person."""

from pathlib import Path

from maturity.cli.desk import Desk, receive
from maturity.cli.faults import Unread
from maturity.cli.speech import counted, say, warn
from maturity.evidence.client import Refusal
from maturity.framework import Framework
from maturity.laptop import put
from maturity.session.acts.act import Refused
from maturity.session.acts.surveys import SurveyAct
from maturity.survey.columns import Columns, from_toml, to_toml
from maturity.survey.counts import Survey
from maturity.survey.fault import SurveyFault
from maturity.survey.importing import Gathered, gather
from maturity.tomlfile import TomlFault

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
        for line in _will_keep(gathered.survey, workshop.framework):
            say(line)
        receive(workshop.do(SurveyAct(gathered.survey.items, gathered.survey.people)))
        _remember(remembered_in, gathered.columns)


def _gathered(
    file: Path, map_file: Path | None, remembered_in: Path, framework: Framework
) -> Gathered:
    given = None
    if map_file is not None:
        given = from_toml(map_file.read_bytes(), str(map_file), framework)
    remembered = None if given else _remembered(remembered_in, framework)
    try:
        found = gather(file, framework, given=given, remembered=remembered)
    except SurveyFault as fault:
        raise Refused(str(fault)) from fault
    if isinstance(found, Refusal):
        warn(f"{file}: {found.sentence}")
        raise Unread
    return found


def _remembered(file: Path, framework: Framework) -> Columns | None:
    """The columns kept on this laptop; damaged ones are said and passed over."""
    try:
        return from_toml(file.read_bytes(), str(file), framework)
    except FileNotFoundError:
        return None
    except (OSError, TomlFault):
        warn(f"The columns remembered in {file} could not be read, so they were looked for anew.")
        return None


def _remember(file: Path, columns: Columns) -> None:
    try:
        put(file, to_toml(columns))
    except OSError as problem:
        warn(f"The columns could not be remembered ({problem.strerror or 'unknown reason'}).")
    else:
        say(f"Which column is which is remembered in {file}. It names no person.")


def _will_keep(survey: Survey, framework: Framework) -> list[str]:
    """What will be recorded: how many answers an item, and no more before it is revealed."""
    lines = [f"{counted(survey.people, 'person', 'people')} answered:"]
    for one in survey.items:
        title = framework.item(one.item).title
        comments = f", {counted(len(one.comments), 'comment')}" if one.comments else ""
        lines.append(f"  {title}: {counted(one.counts.votes, 'vote')}{comments}")
    return lines
