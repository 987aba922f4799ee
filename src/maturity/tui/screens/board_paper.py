"""The board's copy of the paper: read away from the screen, shown, and recorded once."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from maturity.judgement.view import Audience
from maturity.session.acts.act import Refused
from maturity.text import clean_line
from maturity.tui.dialogs import Ask
from maturity.tui.rows.board import board_day
from maturity.tui.screens.item_rows import ItemRowsScreen
from maturity.tui.typed_path import path_of

if TYPE_CHECKING:
    from maturity.report.returned.paper import ReturnedPaper
    from maturity.report.returned.rows import Meeting

__all__ = ["BoardPaperScreen"]

_FIELDS = {
    "file": "The Word file, as it came back",
    "on": "Day",
    "minute": "Minute, where the paper names none",
    "body": "Who decided, if another",
}


class BoardPaperScreen(ItemRowsScreen):
    """What the key of the returned paper does."""

    @work
    async def act_bring(self) -> None:
        """Ask for the paper and the day, and read it."""
        values = {"on": board_day(self.sitting.view, self.sitting.workshop.now.date())}
        why = "What it says is shown first; nothing is recorded before you say so."
        while True:
            typed: Mapping[str, str] | None = await self.app.push_screen_wait(
                Ask("Read a returned paper", _FIELDS, values=values, help_text=why)
            )
            if typed is None or not typed["file"].strip():
                return
            meeting = self.guarded(partial(self._meeting, typed))
            if meeting is not None:
                self.now("reading the paper ...")
                self._read(typed["file"], meeting)
                return
            why, values = self.troubles()[0], dict(typed)

    def _meeting(self, typed: Mapping[str, str]) -> "Meeting":
        # read only here: no other key of this screen needs them
        from maturity.report.returned.rows import Meeting  # noqa: PLC0415 see above
        from maturity.session.acts.when import iso_date  # noqa: PLC0415 see above

        on = iso_date(self.sitting.workshop.scene, typed["on"])
        if not on:
            raise Refused("Say the day the board met.")
        return Meeting(on, clean_line(typed["minute"]), clean_line(typed["body"]))

    @work(thread=True, exclusive=True, group="returned")
    def _read(self, typed: str, meeting: "Meeting") -> None:
        path = path_of(typed)
        found = self.guarded_away(lambda: self._found(path, meeting))
        self.app.call_from_thread(self._was_read, path.name, found)

    def _found(self, path: Path, meeting: "Meeting") -> "ReturnedPaper":
        """What a paper says. Raises `Refused` for one that cannot be read, or is another's."""
        # the same
        from maturity.evidence.asking.client import Refusal  # noqa: PLC0415 see above
        from maturity.evidence.asking.returned import read_returned  # noqa: PLC0415 see above
        from maturity.report.returned.paper import CAN_BE_TYPED, returned_paper  # noqa: PLC0415 see above

        returned = read_returned(path)
        if isinstance(returned, Refusal):
            raise Refused(f"{path.name}: {returned.sentence} {CAN_BE_TYPED}")
        return returned_paper(self.sitting.workshop.view(Audience.BOARD), returned, meeting)

    def _was_read(self, name: str, found: "ReturnedPaper | None") -> None:
        if not self.is_mounted:
            return
        self.draw_view()
        if found is not None:
            self._look_at(name, found)

    @work
    async def _look_at(self, name: str, found: "ReturnedPaper") -> None:
        """Show what was read until it is recorded or left; no answer given is lost."""
        from maturity.tui.overlays.returned import ReturnedPanel  # noqa: PLC0415 loaded when shown

        why = ""
        while chosen := await self.app.push_screen_wait(ReturnedPanel(name, found, why)):
            receipt = self.do(chosen.act())
            if receipt is not None:
                self.tell(receipt.said)
                return
            found, why = chosen, self.troubles()[0]
