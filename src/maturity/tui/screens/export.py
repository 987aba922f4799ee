"""Export: the papers, what to know before they leave the room, and where they stand."""

from threading import Lock

from textual import events, on, work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import DataTable, Static
from textual.worker import get_current_worker

from maturity import laptop as kept
from maturity.papers import Made, make, put
from maturity.report.notices import Notice
from maturity.report.write import NotWritten, Written
from maturity.session.acts.page import SetAct
from maturity.session.fs import RealFs
from maturity.tui import draw
from maturity.tui.asking import ask_of_a_child
from maturity.tui.commands import bindings
from maturity.tui.dialogs import Ask
from maturity.tui.frames.session import SessionScreen
from maturity.tui.overlays.panel import TextPanel
from maturity.tui.places import Place
from maturity.tui.rows.papers import PAPERS, Kind
from maturity.tui.typed_path import path_of
from maturity.tui.widgets.rows import Rows

__all__ = ["SCREEN", "ExportScreen"]

_OF_INVITATION = frozenset({"no-date", "no-place", "no-start"})
_INVITATION = {
    "date": "The day of the workshop",
    "starts": "When it starts, in words",
    "place": "Where it is",
    "joining": "How to join, for whoever comes by screen or phone",
}
"""What everyone who is invited is told, by the name of its setting."""


_IN_PAPERS = "enter makes the paper under the cursor; a notice never stops it"
_IN_NOTICES = "enter mends the line in hand where it says so; escape: the papers"


class ExportScreen(SessionScreen):
    """The papers as rows; under them the notices of the one under the cursor."""

    PLACE = Place.EXPORT
    BINDINGS = bindings(PLACE)
    CSS_PATH = "export.tcss"

    def body(self) -> ComposeResult:
        """The papers over what to know about one."""
        self._made: dict[str, Written] = {}
        self._notices: tuple[Notice, ...] = ()
        self._one_look = Lock()
        yield Rows(draw.cell("PAPER"), draw.cell(""), id="papers")
        yield Static(markup=False, id="stands")
        yield Static(draw.line(("BEFORE YOU SHARE IT", "bold $accent")), markup=False)
        yield Rows(draw.cell(""), id="notices")
        yield Static(markup=False, id="whole")

    def appear(self) -> None:
        """Begin in the papers."""
        super().appear()
        papers = self.query_one("#papers", Rows)
        papers.point_at(self.sitting.paper or PAPERS[0].key)
        self.sitting.paper = ""
        papers.focus()

    @property
    def home_focus(self) -> Widget | None:
        """The papers."""
        return self.query_one("#papers")

    @property
    def _kind(self) -> Kind:
        key = self.query_one("#papers", Rows).key
        return next((kind for kind in PAPERS if kind.key == key), PAPERS[0])

    def draw_view(self) -> None:
        """Draw the papers; what to know about one is worked out beside the screen."""
        self.query_one("#papers", Rows).fill(
            (kind.key for kind in PAPERS),
            lambda part: [[draw.cell(PAPERS[at].name), draw.cell(PAPERS[at].about)] for at in part],
        )
        self._say_now()
        self._look(self._kind)

    @work(thread=True, exclusive=True, group="look")
    def _look(self, kind: Kind) -> None:
        worker = get_current_worker()
        # a paper of thousands of items takes seconds: who moves along looks at the last alone
        with self._one_look:
            if worker.is_cancelled:
                return
            looked = self.guarded_away(lambda: make(self.sitting.workshop, kind.asked))
        if looked is not None:
            self.app.call_from_thread(self._looked, kind, looked)

    def _looked(self, kind: Kind, looked: Made) -> None:
        if not self.is_mounted or kind is not self._kind:
            return
        path = looked.path
        made = self._made.get(kind.key)
        stands = f"made: {made.path.name}" if made else f"will be {path.name}"
        folder = (made.path if made else path).parent.name
        self.query_one("#stands", Static).update(draw.para(f"{folder}/ {stands}"))
        self._notices = looked.notices
        self.query_one("#notices", Rows).fill(
            (f"{at} {one.item}" for at, one in enumerate(looked.notices)),
            lambda part: [[draw.cell(self._told(looked.notices[at]))] for at in part],
        )

    def _told(self, notice: Notice) -> str:
        if notice.code in _OF_INVITATION:
            return f"{notice.message} On this line, enter: say it here."
        if notice.excerpt:
            return f"{notice.message} On this line, enter: redact or keep."
        title = self.sitting.view.title_of(notice.item) if notice.item else ""
        is_named = not title or notice.message.startswith(title)
        return notice.message if is_named else f"{title}: {notice.message}"

    def _say_now(self) -> None:
        in_notices = self.query_one("#notices", Rows).has_focus
        self.now(_IN_NOTICES if in_notices else _IN_PAPERS)

    @on(events.DescendantFocus)
    def _moved_between(self) -> None:
        """What `enter` does hangs on the list in hand."""
        self._say_now()

    @on(DataTable.RowHighlighted, "#notices")
    @on(events.DescendantFocus)
    def _draw_whole(self) -> None:
        """Write the notice in hand out, since the table may show only its beginning."""
        rows = self.query_one("#notices", Rows)
        at = int((rows.key or "0").partition(" ")[0])
        notice = self._notices[at] if rows.has_focus and self._notices else None
        self.query_one("#whole", Static).update(draw.para(self._told(notice) if notice else ""))

    @on(DataTable.RowHighlighted, "#papers")
    def _moved(self) -> None:
        self._look(self._kind)

    @on(DataTable.RowSelected)
    def _chosen(self, event: DataTable.RowSelected) -> None:
        if event.data_table.id == "papers":
            self.act_enter()
            return
        at, _, item = str(event.row_key.value or "").partition(" ")
        if item:
            self.sitting.item_id = item
            self.program.go_to(Place.ROOM)
            return
        notice = self._notices[int(at)]
        if notice.code in _OF_INVITATION:
            self._invite()
        elif notice.excerpt:
            self._settle(notice.excerpt)

    @work
    async def _settle(self, excerpt: str) -> None:
        """Ask whether the words of a linked excerpt, that may identify a child, are printed."""
        links = (link for item in self.sitting.view.items for link in item.links)
        link = next(one for one in links if one.excerpt == excerpt)
        await ask_of_a_child(self, excerpt, f"{link.document_title}, {link.ref}")

    @work
    async def _invite(self) -> None:
        """Ask when and where the workshop is, and keep what was changed."""
        state = self.sitting.workshop.state
        stands = {"date": state.session.date or ""}
        before = {name: stands.get(name, str(state.settings.get(name, ""))) for name in _INVITATION}
        help_text = "It stands in the pack that everyone who is invited is sent."
        typed = await self.app.push_screen_wait(
            Ask("When and where", _INVITATION, values=before, help_text=help_text)
        )
        changed = {name: said for name, said in (typed or {}).items() if said != before[name]}
        if changed:
            self.do_all(SetAct(name, said) for name, said in changed.items())

    def act_enter(self) -> None:
        """Make the paper under the cursor."""
        kind = self._kind
        self.now(f"writing {kind.name} ...")
        self._write(kind)

    @work(thread=True, exclusive=True, group="write")
    def _write(self, kind: Kind, folder: str = "") -> None:
        written = self.guarded_away(lambda: self._put(kind, folder))
        if isinstance(written, NotWritten):
            self.app.call_from_thread(self._ask_where, kind, written)
        else:
            self.app.call_from_thread(self._written, kind, written)

    def _put(self, kind: Kind, folder: str) -> Written | NotWritten:
        """Write a paper into a folder, or where it stands by itself; what stands in the way."""
        made = make(self.sitting.workshop, kind.asked)
        path = path_of(folder) / made.path.name if folder else None
        try:
            return put(RealFs(), made, dict(self.program.laptop.papers), path)
        except NotWritten as problem:
            return problem

    @work
    async def _ask_where(self, kind: Kind, problem: NotWritten) -> None:
        """Ask for a folder that takes the paper, where its own does not."""
        said = str(problem).replace(" with -o", "")
        typed = await self.app.push_screen_wait(
            Ask(f"{kind.name}: where to?", {"folder": "Another folder"}, help_text=said)
        )
        if typed is not None and typed["folder"].strip("\"' "):
            self._write(kind, typed["folder"])
        else:
            self.now("no paper was made; enter tries again")

    def _written(self, kind: Kind, written: Written | None) -> None:
        if written is None:
            self.now("enter tries again")
            return
        self._made[kind.key] = written
        self.program.laptop = self.program.laptop.wrote(written.path, written.sha256)
        self.guarded(lambda: kept.keep(self.program.laptop))
        if not self.is_mounted:
            return
        self.now("the paper is made, named above; k shows where it is kept")
        self.tell(written.said or f"Made {written.path.name}.")
        self._look(self._kind)

    def act_kept(self) -> None:
        """Show the folder the papers are in."""
        folder = self.sitting.workshop.folder / "exports"
        made = (str(one.path) for one in self._made.values())
        self.app.push_screen(TextPanel("WHERE IT IS KEPT", str(folder.absolute()), *made))

    def act_next(self) -> None:
        """Go to the next notice."""
        rows = self.query_one("#notices", Rows)
        if not rows.count:
            self.tell("Nothing to know about this paper.")
        elif not rows.has_focus:
            rows.focus()
        else:
            rows.go_to((rows.at + 1) % rows.count)


SCREEN = ExportScreen
