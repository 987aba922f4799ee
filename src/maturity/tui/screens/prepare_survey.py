"""First votes on Prepare: a survey is read away from the screen, shown, and kept as counts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import work

from maturity.laptop import put
from maturity.tui.dialogs import Ask
from maturity.tui.frames.session import SessionScreen
from maturity.tui.typed_path import path_of

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.survey.importing import Gathered

__all__ = ["SurveyScreen"]


class SurveyScreen(SessionScreen):
    """What the key of votes does on Prepare."""

    _survey: Mapping[str, str] | None = None
    """What was typed last, so that a slip is mended and not typed again."""

    @work
    async def act_vote(self) -> None:
        """Ask for the file of a survey, and read it."""
        from maturity.tui.surveys import FIELDS, HELP  # noqa: PLC0415 loaded when shown

        typed: Mapping[str, str] | None = await self.app.push_screen_wait(
            Ask("First votes of a survey", FIELDS, values=self._survey, help_text=HELP)
        )
        if typed is not None and typed["file"].strip():
            self._survey = typed
            self.now("reading the survey ...")
            self._read_survey(typed)

    @work(thread=True, exclusive=True, group="survey")
    def _read_survey(self, typed: Mapping[str, str]) -> None:
        from maturity.tui.surveys import read_survey  # noqa: PLC0415 the same

        framework = self.sitting.workshop.framework
        found = self.guarded_away(lambda: read_survey(typed, self._columns, framework))
        self.app.call_from_thread(self._was_counted, path_of(typed["file"]).name, found)

    @property
    def _columns(self) -> "Path":
        return self.program.laptop.survey_columns(self.sitting.workshop.state.session.id)

    def _was_counted(self, name: str, found: "Gathered | None") -> None:
        if not self.is_mounted:
            return
        self.draw_view()
        if found is not None:
            self._keep_survey(name, found)

    @work
    async def _keep_survey(self, name: str, found: "Gathered") -> None:
        """Show what was read; keep it once the person says so."""
        # loaded when shown
        from maturity.session.acts.surveys import SurveyAct, voted_already  # noqa: PLC0415 see above
        from maturity.survey.columns import to_toml  # noqa: PLC0415 see above
        from maturity.tui.overlays.survey import SurveyPanel  # noqa: PLC0415 see above

        workshop = self.sitting.workshop
        act = SurveyAct(found.survey.items, found.survey.people)
        voted = voted_already(workshop.scene, act)
        panel = SurveyPanel(name, found, workshop.framework, voted)
        if not await self.app.push_screen_wait(panel):
            self.tell("Nothing was kept.")
            return
        receipt = self.do(act, is_warned=True)
        if receipt is None:
            return
        self._survey = None
        if self.sitting.practice is None:
            self.guarded(lambda: put(self._columns, to_toml(found.columns)))
        if receipt.warnings:
            # what was passed over stays in sight, with what was kept
            self.warn(" ".join((receipt.said, *receipt.warnings)))
        else:
            self.tell(receipt.said)
