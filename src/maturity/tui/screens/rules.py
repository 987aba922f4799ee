"""The ground rules, to stand on the wall while people arrive and to be read aloud."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from maturity.judgement.wording import GroundRule, ground_rules, voting_rule
from maturity.session.acts.page import SetAct
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.frames.session import SessionScreen
from maturity.tui.places import Place

__all__ = ["SCREEN", "RulesScreen"]


class RulesScreen(SessionScreen):
    """Words only: nothing is asked here and nothing is private."""

    PLACE = Place.RULES
    BINDINGS = bindings(PLACE)
    CSS_PATH = "rules.tcss"

    def body(self) -> ComposeResult:
        """The rules, under their two headings."""
        with VerticalScroll(id="rules"):
            yield Static(markup=False, id="words")

    def draw_view(self) -> None:
        """Draw the rules in the area's own words."""
        lines: list[draw.Part] = []
        for rule in self._rules:
            lines.append((rule.heading.upper().rstrip("."), "bold $accent"))
            lines += [f"  {sentence}" for sentence in rule.sentences]
            lines.append("")
        self.query_one("#words", Static).update(draw.para(*lines))
        self.now("read aloud; v if you vote another way; then space (roll call)")

    def large_lines(self) -> tuple[str, ...]:
        """The rules themselves."""
        return tuple(text for rule in self._rules for text in (rule.heading, *rule.sentences))

    @property
    def _rules(self) -> tuple[GroundRule, ...]:
        session = self.sitting.view.session
        return (*ground_rules(session.board), voting_rule(session.voting))

    def act_vote(self) -> None:
        """Plan to vote by hands, or by card again."""
        is_public = self.sitting.view.session.voting == "hands"
        receipt = self.do(SetAct("voting", "paper" if is_public else "hands"))
        if receipt is not None:
            self.tell(f"The room will vote by {'card' if is_public else 'hands'}.")

    def act_next(self) -> None:
        """Go on to the roll call."""
        self.program.go_to(Place.ROLL)


SCREEN = RulesScreen
