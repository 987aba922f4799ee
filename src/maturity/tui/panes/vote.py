"""Vote: counts typed unseen, revealed together with one word; a second round beside the first."""

from collections.abc import Callable, Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from maturity.judgement.agreement import AgreementWord
from maturity.judgement.view import ItemView, RoundView
from maturity.judgement.wording import HANDS_ARE_PUBLIC
from maturity.judgement.words import second_round_sentence
from maturity.session.acts.votes import VoteAct
from maturity.tui import draw
from maturity.tui.panes.by_group import by_group
from maturity.tui.panes.pane import Pane
from maturity.tui.widgets.choice_row import Choice, ChoiceRow
from maturity.tui.widgets.columns import Column, Columns, Row
from maturity.tui.widgets.said import Said
from maturity.tui.widgets.vote_field import VoteEntry, VoteField, said_of
from maturity.words.counts import read_counts

__all__ = ["PANE", "VotePane"]

# h is no key here: pressed where the focus has moved it would show the counts by group
_METHODS = (Choice("p", "paper", "cards, or heads down"), Choice("s", "hands", "show of hands"))
_WAY = "Way of voting ({how}):"
_NOT_YET = "Counts by group are typed once the room has voted, and while h shows private things."
_AGAIN = (
    "enter again keeps {cast} as the number of voters for this round, or delete empties the field."
)
_NO_VOTE = "No vote yet."
_BEGUN = "a count is begun: go on with it, or delete empties it; enter reveals"
_LEFT = "a count is begun and not kept: v goes into it, where delete empties it"


class VotePane(Pane):
    """One field before the reveal; after it the count sentence and the word."""

    KEY = "v"

    def __init__(self) -> None:
        """No round is open."""
        super().__init__()
        self._is_open = False

    def compose(self) -> ComposeResult:
        """Rounds, and the field for the next one."""
        yield Said(id="waiting")
        yield Columns(id="rounds")
        yield Said(id="moved")
        yield Said(id="by-group")
        yield Said(id="vote-head")
        yield VoteField(id="vote-field")
        yield Said(id="vote-said")
        yield ChoiceRow(_WAY.format(how="tab twice"), _METHODS, id="method")

    @property
    def entry(self) -> VoteEntry:
        """What is being typed for the item in hand; kept when the room moves on."""
        sitting = self.room.sitting
        planned = VoteEntry(method=sitting.view.session.voting)
        sitting.drafts.setdefault((self.item.id, self.KEY), planned)
        entry: VoteEntry = self.draft_of(VoteEntry)
        return entry

    def begin(self, item: ItemView) -> None:
        """A first round is open; a later one is asked for, as is one beside votes that wait."""
        self._is_open = _is_first(item) or bool(self.entry.typed)

    def draw_item(self, item: ItemView) -> None:
        """Draw the rounds, and the field where a round is open."""
        self._is_open = self._is_open or _is_first(item)
        is_to_read = bool(self.room.sitting.read_only)
        waiting = _NO_VOTE if is_to_read and _is_first(item) else _waiting(item)
        self.query_one("#waiting", Static).update(draw.para((waiting, "bold")))
        self.query_one("#waiting").display = bool(waiting)
        rounds = self.query_one(Columns)
        rounds.display = bool(item.rounds)
        rounds.show((Row(tuple(_column(one) for one in item.rounds)),))
        moved = self.query_one("#moved", Static)
        moved.update(draw.para((_moved(item), "bold")))
        moved.display = len(item.rounds) > 1
        table = by_group(item)
        groups = self.query_one("#by-group", Static)
        groups.update(draw.para(*table))
        groups.display = bool(table)
        for name in ("#vote-head", "#vote-field", "#vote-said", "#method"):
            self.query_one(name).display = self._is_open and not is_to_read
        if self._is_open:
            self._draw_field(item)

    def _draw_field(self, item: ItemView) -> None:
        number = (item.latest.n if item.latest else 0) + bool(item.waiting) + 1
        labels = ", ".join(f"{level.position} {level.label}" for level in item.levels)
        voters = self.room.voters_here
        here = f"{voters} voters here" if voters else "nobody is on the roll call: type every count"
        head = f"Round {number}: how many chose each, lowest first: {labels}. {here.capitalize()}."
        self.query_one("#vote-head", Static).update(draw.para((head, "")))
        self.query_one(VoteField).show(self.entry)
        self.query_one(ChoiceRow).show(self.entry.method)
        self._say()

    def _say(self, more: str = "") -> None:
        entry, voters = self.entry, self.room.voters_here
        read = entry.read([level.label for level in self.item.levels], voters)
        lines: list[draw.Part] = [(said_of(entry, read, voters), "bold")]
        if read.corrects:
            lines.append((read.problem, "$warning"))
        if entry.is_public:
            lines.append((HANDS_ARE_PUBLIC, "$secondary"))
        if more:
            lines.append((more, "bold $warning"))
        self.query_one("#vote-said", Static).update(draw.para(*lines))

    def now(self, item: ItemView) -> str:
        """Gather votes, or what the reveal asks of the room."""
        if self._is_open and self.entry.typed:
            return _BEGUN if self.query_one(VoteField).has_focus else _LEFT
        if self._is_open:
            vote = "count the hands" if self.entry.is_public else "vote unseen"
            return f"{vote}; type the counts with spaces; enter reveals; or space"
        if item.waiting:
            return "enter reveals the votes gathered before; v votes in the room first"
        if self.room.sitting.is_private:
            return "G takes one voice group's counts; h hides; space to talk"
        return "v opens another round; space to talk"

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Open the next round."""
        return {"groups": self.take_group, "new": self.open_round}

    def open_round(self) -> None:
        """Open the next round, and type into it."""
        if self.room.is_to_read():
            return
        self._is_open = True
        self.draw_item(self.item)
        self.room.now(self.now(self.item))
        self.room.set_focus(self.query_one(VoteField))

    def enter(self) -> None:
        """Reveal what was gathered before, or go into the field."""
        if not self.item.waiting or self._is_open:
            super().enter()
        elif self.give(self.form("Votes gathered before"), {}):
            self.room.rest()

    def take_group(self) -> None:
        """Ask for one voice group's counts in the latest round, on the private screen alone."""
        latest = self.item.latest
        if latest is None or not self.room.sitting.is_private:
            self.room.tell(_NOT_YET)
        else:
            self._ask_group(self.item, latest.n)

    @work
    async def _ask_group(self, item: ItemView, number: int) -> None:
        from maturity.tui.dialogs import Ask  # noqa: PLC0415 loaded when something is asked

        labels = [level.label for level in item.levels]
        voices = self.room.sitting.view.voices
        here = [voice.label for voice in voices if voice.present] or [one.label for one in voices]
        fields = {"group": "Voice group", "counts": f"Counts, lowest first: {', '.join(labels)}"}
        title = f"Round {number} of {item.short}: one voice group"
        given = await self.app.push_screen_wait(
            Ask(title, fields, help_text=f"Voice groups: {', '.join(here)}")
        )
        if given is not None:
            self._keep_group(item, number, given)

    def _keep_group(self, item: ItemView, number: int, given: Mapping[str, str]) -> None:
        labels = [level.label for level in item.levels]
        read = read_counts(given["counts"], labels, None, is_round=False)
        if read.problem:
            self.room.tell(read.problem)
            return
        receipt = self.room.do(
            VoteAct(
                item.id,
                read.counts,
                abstain=read.abstain,
                cannot_say=read.cannot_say,
                round=number,
                group=given["group"],
            )
        )
        if receipt is not None:
            self.room.tell(receipt.said)

    def arrive(self) -> Widget | None:
        """The strip keeps the focus; a count that is begun takes it, so that delete empties it."""
        return self.query_one(VoteField) if self._is_open and self.entry.typed else None

    def put_away(self) -> bool:
        """Close a further round in which nothing was typed; False where none is open."""
        if not self._is_open or _is_first(self.item) or self.entry.typed:
            return False
        self._is_open = False
        self.draw_item(self.item)
        self.room.now(self.now(self.item))
        return True

    def digit(self, digit: str) -> bool:
        """The first number of a count opens the field with itself in it."""
        self.open_round()
        self.query_one(VoteField).type(digit)
        return True

    @on(VoteField.Changed)
    def _typed(self) -> None:
        self._say()
        self.room.now(self.now(self.item))

    def on_descendant_focus(self) -> None:
        """Say what may be done in the field, and how the way of voting is reached from there."""
        self._say_how()
        self.room.now(self.now(self.item))

    def _say_how(self) -> None:
        how = {"vote-field": "tab", "method": "p or s"}
        focused = self.room.focused
        way = how.get((focused and focused.id) or "", "tab twice")
        self.query_one(ChoiceRow).ask(_WAY.format(how=way))

    def on_descendant_blur(self) -> None:
        """Say how to come back to a count that is left half typed."""
        self._say_how()
        if self.room.sitting.step == self.KEY and self._is_open and self.entry.typed:
            self.room.now(_LEFT)

    @on(ChoiceRow.Chosen, "#method")
    def _way(self, event: ChoiceRow.Chosen) -> None:
        self.entry.method = event.value
        self._draw_field(self.item)
        self.room.set_focus(self.query_one(VoteField))

    @on(VoteField.Entered)
    def _keep(self) -> None:
        entry, voters = self.entry, self.room.voters_here
        read = entry.read([level.label for level in self.item.levels], voters)
        if read.corrects and not entry.asked:
            entry.asked = True
            self._say(_AGAIN.format(cast=read.cast))
            return
        if read.problem and not read.corrects:
            self._say("Not kept yet. delete empties the field.")
            return
        answers = {
            "counts": entry.typed,
            "method": entry.method,
            "corrects": "yes" if entry.asked else "",
        }
        self._is_open = False
        if self.give(self.form("Vote"), answers) is None:
            self._is_open = True
            return
        self.forget_draft()
        self.draw_item(self.item)
        self.room.rest()


def _is_first(item: ItemView) -> bool:
    """Whether nothing is voted yet, here or before."""
    return not item.rounds and not item.waiting


def _waiting(item: ItemView) -> str:
    if not item.waiting:
        return ""
    return f"Votes in: {item.waiting}, gathered before. Nobody here has seen them."


def _moved(item: ItemView) -> str:
    """What the latest vote did to the room; nothing before the second one."""
    words = [AgreementWord(one.word) for one in item.rounds[-2:] if one.word]
    return second_round_sentence(*words) if len(words) > 1 else ""


def _column(one: RoundView) -> Column:
    ways = {"paper": "cards", "hands": "hands", "survey": "gathered before", "phone": "phones"}
    return Column(f"Round {one.n} ({ways[one.method]})", (one.said,), one.word_said)


PANE = VotePane
