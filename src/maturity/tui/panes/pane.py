"""What the seven panes share: the item in hand, and the Room that they ask to act."""

from collections.abc import Callable, Mapping
from typing import ClassVar, TypeVar, cast

from textual.containers import VerticalScroll
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from maturity.judgement.view import ItemView
from maturity.session.acts.act import Refused
from maturity.steps import Form, Step, step_of
from maturity.tui.frames.steps import StepsScreen
from maturity.tui.widgets.box import rows_alike
from maturity.workshop import Receipt

__all__ = ["Pane", "Still"]

_Draft = TypeVar("_Draft")


class Still(VerticalScroll, can_focus=False):
    """Scrolls what is in it; a bar that comes or goes asks for a new layout by itself."""

    # laid out once, where the framework would do it again for a size that it knows by then
    virtual_size = Reactive(Size(0, 0))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw one row: what is seen here is what it holds."""
        return rows_alike(crop, super().render_lines)


class Pane(Still, can_focus=False):
    """One step for the item in hand. It draws the view, and builds acts with the step's forms."""

    KEY: ClassVar[str]
    DRAFTED: ClassVar[tuple[str, ...]] = ()
    """Ids of the fields whose words wait, unkept, until somebody presses `enter`."""
    ALL_PUBLIC: ClassVar[str] = ""
    """What is said instead of showing private things, in a step that has none."""

    def __init__(self) -> None:
        """A pane that has drawn nothing yet."""
        super().__init__(id=f"pane-{self.KEY}")
        self.drawn_item = ""

    @property
    def room(self) -> StepsScreen:
        """The screen around it."""
        return cast("StepsScreen", self.screen)

    @property
    def item(self) -> ItemView:
        """The item in hand, as the people before the screen may see it."""
        return self.room.sitting.item

    @property
    def step(self) -> Step:
        """The step this pane is of, as data."""
        return step_of(self.KEY)

    @property
    def scroller(self) -> Widget:
        """What the arrow keys scroll."""
        return self

    def form(self, title: str) -> Form:
        """The form of the step with this title; raises `StopIteration` where it has none."""
        return next(form for form in self.step.forms if form.title == title)

    def give(
        self, form: Form, answers: Mapping[str, str], *, is_warned: bool = False
    ) -> Receipt | None:
        """Build the act of a form and do it; None where it was refused, and the strip says why."""
        build = form.build
        if build is None:
            raise Refused(f"{form.title} has no act of its own.")
        item, voters = self.item, self.room.voters_here
        act = self.room.guarded(lambda: build(item, answers, voters))
        return None if act is None else self.room.do(act, is_warned=is_warned)

    def draft_of(self, kind: type[_Draft]) -> _Draft:
        """What is being typed in this step for the item in hand; the same one on return."""
        drafts = self.room.sitting.drafts
        draft: _Draft = drafts.setdefault((self.item.id, self.KEY), kind())
        return draft

    def forget_draft(self) -> None:
        """Begin afresh for the item in hand."""
        self.room.sitting.drafts.pop((self.item.id, self.KEY), None)

    def hold_field(self, field: Input) -> None:
        """Remember what is typed in a field for the item in hand."""
        self.room.sitting.drafts[(self.item.id, f"{self.KEY} {field.id}")] = field.value

    def take_up_fields(self) -> None:
        """Show what was typed in the fields for the item in hand, and not for another."""
        for name in self.DRAFTED:
            field = self.query_one(f"#{name}", Input)
            with field.prevent(Input.Changed):
                field.value = self.held_in(name)

    def held_in(self, name: str) -> str:
        """What waits in a field for the item in hand."""
        return str(self.room.sitting.drafts.get((self.item.id, f"{self.KEY} {name}"), ""))

    @property
    def held(self) -> str:
        """Words typed here for the item in hand that could not be kept: too long, or no disk."""
        return str(self.room.sitting.drafts.get((self.item.id, f"{self.KEY} words"), ""))

    def keep_or_hold(self, text: str, act: object) -> Receipt | None:
        """Do an act; where it is refused its words are held, and come back with the item."""
        drafts, key = self.room.sitting.drafts, (self.item.id, f"{self.KEY} words")
        drafts[key] = text
        receipt = self.room.do(act)
        if receipt is None:
            self.room.not_kept()
        else:
            drafts.pop(key, None)
        return receipt

    def to(self, selector: str) -> None:
        """Put the focus on a widget of this step before the next key is looked at."""
        self.room.set_focus(self.query_one(selector))

    def enter(self) -> None:
        """Go from the strip into the step: to the first widget that takes keys."""
        # the framework would give the focus to a widget that is put away as well
        first = next((one for one in self.query("*") if one.focusable and _is_shown(one)), None)
        if first is not None:
            self.room.set_focus(first)

    def redraw(self) -> None:
        """Draw the item in hand; fields start afresh when it is another one than before."""
        item = self.item
        if item.id != self.drawn_item:
            self.drawn_item = item.id
            self.scroller.scroll_home(animate=False)
            self.begin(item)
        self.draw_item(item)

    def begin(self, item: ItemView) -> None:
        """Another item is in hand: take over what was being typed for it."""

    def leave(self) -> None:
        """Another step or item comes up."""

    def draw_item(self, item: ItemView) -> None:
        """Draw the item."""

    def now(self, item: ItemView) -> str:
        """What to do now, for the line above the footer; a step of few words may leave it."""
        del item
        return "space goes on"

    def arrive(self) -> Widget | None:
        """The widget that takes the focus when the step comes up; None leaves it on the strip."""
        return None

    def back(self) -> Widget | None:
        """The widget that takes the focus once what was open is put away; None: the strip."""
        return None

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What this step does when the screen is told to, by verb."""
        return {}

    def command(self, verb: str) -> None:
        """Do what the screen was told to; raises `KeyError` for a verb of another step."""
        self.commands()[verb]()

    def put_away(self) -> bool:
        """Put away what this step opened; False where nothing is open."""
        return False

    def before_going_on(self) -> bool:
        """Do what must come before the next step; False where nothing must."""
        return False

    def digit(self, digit: str) -> bool:
        """Take a number typed on the strip; False where it means nothing here."""
        del digit
        return False


def _is_shown(widget: Widget) -> bool:
    return all(one.display for one in widget.ancestors_with_self if isinstance(one, Widget))
