"""What can be done where, declared once: keys, footer, help and palette are drawn from it."""

from collections.abc import Callable, Iterable

from textual.binding import Binding, BindingType

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed
from maturity.tui.places import SESSION, Place

__all__ = ["COMMANDS", "Command", "Ready", "bindings", "commands_at", "footer_at", "shown_key"]

Ready = Callable[[Disclosed], str | None]
"""Why a command cannot be done now, in a sentence; None where it can."""


def _always(_view: Disclosed) -> str | None:
    return None


def _somebody(view: Disclosed) -> str | None:
    return None if view.people else "Nobody is on the register yet. i pastes names; n adds one."


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    `id` is "place.verb"; the verb names the method `act_verb` of the screen. `act` is a name in
    the act table, which then gives the help sentence and the matching plain command; None only
    moves or shows. `footer` is its order there; None leaves it out.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    own_help: str
    where: frozenset[Place]
    act: str | None = None
    footer: int | None = None
    ready: Ready = _always

    @property
    def verb(self) -> str:
        """What the screen is told to do."""
        return self.id.partition(".")[2]

    @property
    def changes(self) -> bool:
        """Whether it changes the session, or asks for words that would."""
        return self.id in _CHANGING

    @property
    def help(self) -> str:
        """What it does, in a sentence: its own, or that of its act."""
        if self.own_help:
            return self.own_help
        # every act comes with the table, and neither keys nor footer need it
        from maturity.session.acts.table import ACTS  # noqa: PLC0415 see above

        return ACTS[self.act or ""].help


@dataclass(frozen=True, slots=True)
class _Row:
    keys: str
    verb: str
    title: str
    help: str = ""
    act: str | None = None
    footer: int | None = None
    ready: Ready = _always


def _commands(group: str, where: Iterable[Place], rows: Iterable[_Row]) -> tuple[Command, ...]:
    places = frozenset(where)
    return tuple(
        Command(
            f"{group}.{row.verb}",
            tuple(row.keys.split()),
            row.title,
            row.help,
            places,
            row.act,
            row.footer,
            row.ready,
        )
        for row in rows
    )


_EVERYWHERE = (
    _Row("question_mark f1", "help", "help", "What can be done here.", footer=98),
    _Row("ctrl+p colon", "palette", "find a command", "Find a command, an item or a screen."),
    _Row("escape", "leave", "leave the field", "Leave the field, or put away what is open."),
    _Row("exclamation_mark", "trouble", "what is wrong", "What is wrong, and what to do."),
)
_IN_SESSION = (
    _Row("u", "undo", "undo", "Take back the last action of this laptop.", footer=91),
    _Row("U", "redo", "redo", "Do again what was undone last."),
    _Row("comma", "before", "item before", "Go to the item before."),
    _Row("full_stop", "after", "next item", "Go to the item after."),
    _Row("space", "next", "next", "Go to the next useful thing.", footer=1),
    _Row("o", "open", "open", "Open another screen of this session.", footer=1),
    _Row("z", "large", "large", "Show what is in hand large, with nothing private.", footer=89),
    _Row("ctrl+s", "save", "saved?", "Say when the last word was saved."),
    _Row("d", "dissent", "dissent", act="dissent", footer=40),
    _Row(
        "P",
        "practise",
        "practise; end the practice",
        "Practise on a made-up pillar, which is thrown away; in a practice, end it.",
    ),
)
_RULES = (
    _Row(
        "v",
        "vote",
        "way of voting",
        "Plan to vote by card, or by hands, which are public.",
        act="set",
        footer=2,
    ),
)
_ROLL = (
    _Row("j", "joined", "here", act="person", footer=2, ready=_somebody),
    _Row(
        "J",
        "left",
        "left",
        "The person under the cursor has left just now.",
        footer=3,
        ready=_somebody,
    ),
    _Row(
        "A",
        "apologies",
        "apologies",
        "The person under the cursor sent apologies.",
        footer=4,
        ready=_somebody,
    ),
    _Row(
        "O",
        "observes",
        "observes",
        "They listen and do not vote; again, they vote.",
        footer=5,
        ready=_somebody,
    ),
    _Row("i", "bring", "paste names", "Paste the names of the invitation, one a line.", footer=6),
    _Row("n", "new", "one more", "Put one more person on the register, as here.", footer=7),
    _Row("slash", "find", "find", "Find somebody by a few letters.", footer=8, ready=_somebody),
    _Row(
        "delete",
        "remove",
        "remove",
        "Take somebody off the register, after asking.",
        ready=_somebody,
    ),
)
_WHY = "Say by which words an excerpt was found, what stands around it, and where it may belong."
_PREPARE = (
    _Row("enter", "enter", "see what was found", "Look through what was found for this row."),
    _Row("l", "link", "link", act="link", footer=2),
    _Row("x", "challenges", "challenge", "Link an excerpt as a challenge to this item.", footer=3),
    _Row("f", "account", "family's account", "Type a family's account in one line.", footer=4),
    _Row(
        "slash",
        "find",
        "search",
        "Search as you type; p: d: kind: since: keep to a part.",
        footer=5,
    ),
    _Row(
        "i",
        "bring",
        "import",
        "Import a document by its path, or all of a folder.",
        "evidence add",
        footer=6,
    ),
    _Row("E", "export", "export", "Go to the papers, to make the pre-reading pack.", footer=7),
    _Row("w", "write", "facts", "Say what the document under the cursor is.", "evidence set", 8),
    _Row("F", "mend", "facts of many", "Set facts of many documents and cards at a time."),
    _Row("W", "why", "why it was found", _WHY),
    _Row("N", "take", "names, actions", act="evidence take", footer=9),
    _Row(
        "v",
        "vote",
        "votes of a survey",
        "Take first votes from the file of a survey, as counts that wait unseen.",
        footer=11,
    ),
    _Row("h", "private", "private", "Show what is hidden from the room, or hide it.", footer=10),
)
_SUMMARY = (
    _Row("enter", "enter", "go to item", "Go to this item in the Room.", footer=2),
    _Row("a", "agree", "level", act="rate", footer=3),
    _Row("w", "write", "because", "Write why, in the room's words.", footer=4),
    _Row("b", "order", "order", "Take the rows in another order.", footer=6),
)
_CLOSE = (
    _Row("enter", "enter", "edit", "Change the row under the cursor.", footer=2),
    _Row("n", "new", "add", "Add a line to this list.", footer=3),
    _Row("w", "write", "page 1 words", act="page", footer=4),
    _Row("left", "back", "list before", "Go to the list before."),
    _Row("right", "on", "next list", "Go to the list after.", footer=5),
    _Row("delete", "remove", "remove", "Take a line out, after asking; u brings it back."),
)
_EXPORT = (
    _Row("enter", "enter", "make it", "Make the paper under the cursor.", footer=2),
    _Row("k", "kept", "where it is kept", "Show the folder the papers are in.", footer=3),
)
_BOARD = (
    _Row("enter", "enter", "record", act="confirm", footer=2),
    _Row("0", "others", "others", "Deferred, and the answers that are no level.", footer=3),
    _Row("w", "write", "reason", "Change reason, minute and day of an answer.", footer=4),
    _Row("i", "bring", "returned paper", act="confirm --from", footer=5),
)
_HOME = (
    _Row("enter", "enter", "open", "Open the session at the place last left.", footer=1),
    _Row("n", "new", "new", "Start a new session.", footer=2),
    _Row("k", "kept", "where is it kept", "Show the folder a session is kept in.", footer=3),
)
# many terminals never send ctrl+enter; ctrl+s is the key of saving on every other screen
_NEW = (
    _Row(
        "ctrl+s ctrl+enter", "save", "make the session", "Make the session and open it.", footer=1
    ),
)
_ROOM = (
    _Row("r", "read", "read", "Read the question and the level texts."),
    _Row("e", "evidence", "evidence", "See the evidence on this item."),
    _Row("v", "vote", "vote", act="vote"),
    _Row("t", "talk", "talk", "See who speaks, and the notes."),
    _Row("a", "agree", "agree", act="rate"),
    _Row("d", "dissent", "dissent", act="dissent"),
    _Row("s", "steps", "next steps", "Gap, action, key line of enquiry, aim."),
    _Row("n", "new", "note", act="note", footer=10),
    _Row("p", "park", "park", act="park", footer=11),
    _Row("m", "minutes", "minutes", "See what this item's talk may take; record, go on or park."),
    _Row("y", "answer", "answer a prompt", act="answer"),
    _Row("w", "write", "because", "Write why, in the room's words."),
    _Row("c", "confidence", "confidence", "Say how far the evidence can be trusted."),
    _Row("f", "account", "family's account", "Take a family's account in one line, as evidence."),
    _Row("slash", "find", "find evidence", "Find evidence by its words."),
    _Row("l", "link", "link", "Link what was found, as evidence that supports.", act="link"),
    _Row("x", "challenges", "challenges", "Link it as evidence that challenges.", act="link"),
    _Row("W", "why", "why it was found", _WHY),
    _Row("g", "goto", "go to", "Go to an item by a few letters.", footer=12),
    _Row("h", "private", "private", "Show private things for this step, or hide them.", footer=13),
    _Row(
        "G",
        "groups",
        "counts by group",
        "Type the counts of one voice group, while private things are shown.",
    ),
    _Row("left", "back", "step before", "Go to the step before."),
    _Row("right", "on", "next step", "Go to the step after."),
)

COMMANDS: tuple[Command, ...] = (
    *_commands("any", Place, _EVERYWHERE),
    *_commands("session", SESSION, _IN_SESSION),
    *_commands("rules", (Place.RULES,), _RULES),
    *_commands("roll", (Place.ROLL,), _ROLL),
    *_commands("prepare", (Place.PREPARE,), _PREPARE),
    *_commands("summary", (Place.SUMMARY,), _SUMMARY),
    *_commands("close", (Place.CLOSE,), _CLOSE),
    *_commands("export", (Place.EXPORT,), _EXPORT),
    *_commands("board", (Place.BOARD,), _BOARD),
    *_commands("room", (Place.ROOM,), _ROOM),
    *_commands("home", (Place.HOME,), _HOME),
    *_commands("new", (Place.NEW,), _NEW),
)
"""Everything a person can do on a screen."""


_CHANGING = frozenset(
    f"{group}.{verb}"
    for group, verbs in {
        "session": "undo redo",
        "rules": "vote",
        "roll": "joined left apologies observes bring new remove",
        "prepare": "link challenges account bring write take mend vote",
        "summary": "agree write",
        "close": "enter new write remove",
        "board": "enter others write bring",
        "room": "new park answer write confidence account link challenges",
    }.items()
    for verb in verbs.split()
)


def commands_at(place: Place) -> tuple[Command, ...]:
    """The commands of a place; one of the place itself stands before one of every place."""
    own = {place.value}
    found = [command for command in COMMANDS if place in command.where]
    special = [command for command in found if command.id.partition(".")[0] in own]
    taken = {command.verb for command in special}
    return (*special, *(c for c in found if c not in special and c.verb not in taken))


def footer_at(place: Place) -> tuple[Command, ...]:
    """The commands of the footer, in order."""
    named = [command for command in commands_at(place) if command.footer is not None]
    return tuple(sorted(named, key=lambda command: command.footer or 0))


def bindings(place: Place) -> list[BindingType]:
    """The key bindings of a place, for the `BINDINGS` of its screen."""
    return [
        Binding(",".join(command.keys), f"run('{command.id}')", command.title, show=False)
        for command in commands_at(place)
        if command.keys
    ]


_SHOWN = {
    "question_mark": "?",
    "f1": "F1",
    "colon": ":",
    "comma": ",",
    "full_stop": ".",
    "slash": "/",
    "exclamation_mark": "!",
}


def shown_key(key: str) -> str:
    """A key as it is named to people."""
    return _SHOWN.get(key, key)
