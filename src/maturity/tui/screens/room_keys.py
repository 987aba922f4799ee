"""The letters of the Room: each goes to a step, or tells the step what to do."""

from abc import abstractmethod

from maturity.steps import STEPS
from maturity.tui.frames.steps import StepsScreen
from maturity.tui.panes.pane import Pane

__all__ = ["KEYS", "RoomKeys"]

KEYS = tuple(step.key for step in STEPS)
"""The keys of the steps, in their usual order."""

_NEW_IN = {"d": "d", "s": "s"}


class RoomKeys(StepsScreen):
    """A screen of steps, each reached by its letter from every other one."""

    @property
    @abstractmethod
    def pane(self) -> Pane:
        """The pane of the step in hand."""

    @abstractmethod
    async def show_step(self, key: str) -> Pane:
        """Show a step of the item in hand."""

    async def act_back(self) -> None:
        """Go to the step before."""
        await self._along(-1)

    async def act_on(self) -> None:
        """Go to the step after."""
        await self._along(1)

    async def _along(self, steps: int) -> None:
        at = KEYS.index(self.sitting.step) + steps
        if 0 <= at < len(KEYS):
            await self.show_step(KEYS[at])

    async def act_read(self) -> None:
        """Show Read."""
        await self.show_step("r")

    async def act_evidence(self) -> None:
        """Show Evidence."""
        await self.show_step("e")

    async def act_vote(self) -> None:
        """Show Vote; there already, open the next round."""
        is_there = self.sitting.step == "v"
        pane = await self.show_step("v")
        if is_there:
            pane.command("new")

    async def act_talk(self) -> None:
        """Show Talk."""
        await self.show_step("t")

    async def act_agree(self) -> None:
        """Show Agree."""
        await self.show_step("a")

    async def act_dissent(self) -> None:
        """Show Dissent."""
        await self.show_step("d")

    async def act_steps(self) -> None:
        """Show Next steps."""
        await self.show_step("s")

    async def _in(self, step: str, verb: str) -> None:
        pane = self.pane if self.sitting.step == step else await self.show_step(step)
        pane.command(verb)

    async def act_new(self) -> None:
        """Begin a further one of what this step keeps; a note where it keeps none."""
        await self._in(_NEW_IN.get(self.sitting.step, "t"), "new")

    async def act_groups(self) -> None:
        """Take the counts of one voice group."""
        await self._in("v", "groups")

    async def act_answer(self) -> None:
        """Answer a question that is open for the item."""
        await self._in("t", "answer")

    async def act_write(self) -> None:
        """Write the because."""
        await self._in("a", "write")

    async def act_confidence(self) -> None:
        """Choose the confidence."""
        await self._in("a", "confidence")

    async def act_account(self) -> None:
        """Take a family's account."""
        await self._in("e", "account")

    async def act_find(self) -> None:
        """Find evidence."""
        await self._in("e", "find")

    async def act_why(self) -> None:
        """Say why an excerpt was found."""
        await self._in("e", "why")

    async def act_link(self) -> None:
        """Link what is under the cursor as evidence that supports."""
        await self._in("e", "link")

    async def act_challenges(self) -> None:
        """Link what is under the cursor as evidence that challenges."""
        await self._in("e", "challenges")
