"""The ground rules, to stand on the wall while people arrive and to be read aloud."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from maturity.judgement.wording import ground_rules
from maturity.tui import draw
from maturity.tui.commands import bindings
from maturity.tui.places import Place
from maturity.tui.screens.session import SessionScreen

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
        for rule in ground_rules(self.sitting.view.session.board):
            lines.append((rule.heading.upper().rstrip("."), "bold $accent"))
            lines += [f"  {sentence}" for sentence in rule.sentences]
            lines.append("")
        self.query_one("#words", Static).update(draw.para(*lines))
        self.now("read aloud; then space (roll call)")

    def large_lines(self) -> tuple[str, ...]:
        """The rules themselves."""
        rules = ground_rules(self.sitting.view.session.board)
        return tuple(text for rule in rules for text in (rule.heading, *rule.sentences))

    def act_next(self) -> None:
        """Go on to the roll call."""
        self.program.go_to(Place.ROLL)


SCREEN = RulesScreen
