"""Whose view a dissent is, what of it still waits, and how it is read back before it is kept."""

from maturity.frozen import dataclass
from maturity.judgement.recognised import people_here, recognisable, wider_name
from maturity.judgement.view import Disclosed, ItemView
from maturity.session.acts.dissents import SOMEONE, STANDS, read_back_words
from maturity.tui import draw

__all__ = ["DissentDraft", "aloud", "read_back", "sources", "wider_source"]


@dataclass(slots=True)
class DissentDraft:
    """A view being written for one item; `id` is set once it is kept.

    `source` is a value of `sources`; a `role` that was typed goes before it.
    """

    id: str = ""
    source: str = ""
    role: str = ""
    level: str = ""
    reason: str = ""
    change: str = ""
    reach: str = "board"
    kept: tuple[str, str] = ("", "")

    def note_kept(self) -> None:
        """Remember that the view is kept with the words it has now."""
        self.kept = self._words

    @property
    def _words(self) -> tuple[str, str]:
        return self.reason.strip(), self.change.strip()

    @property
    def waits(self) -> bool:
        """Whether words of it were typed that are not kept yet."""
        return self._words != self.kept

    @property
    def is_empty(self) -> bool:
        """Whether it says neither whose view it is, nor which level, nor why."""
        said = (self.role.strip(), self.level, self.reason.strip())
        return not any(said) and self.source in {"", "none:"}

    def who(self, view: Disclosed) -> str:
        """Whose view it is, in words."""
        if self.role.strip():
            return self.role.strip()
        kind, _, name = self.source.partition(":")
        if kind == "group":
            return next((voice.label for voice in view.voices if voice.id == name), name)
        return name or SOMEONE

    def answers(self, view: Disclosed, *, with_words: bool = True) -> dict[str, str]:
        """The draft as the answers of the form; without its words where they were not read back."""
        who = self.who(view)
        reason, change = self._words if with_words else self.kept
        return {
            "from": who,
            "level": self.level,
            "reason": reason,
            "change": change,
            "reach": self.reach,
        }


def sources(view: Disclosed) -> tuple[tuple[str, str], ...]:
    """Whose view it may be: someone, the groups that are here, then the others.

    A group with few people here is followed by the wider name it may go by.
    """
    here = {voice.id: people_here(voice, view) for voice in view.voices}
    rows = [("none:", SOMEONE.capitalize())]
    for voice in sorted(view.voices, key=lambda voice: not here[voice.id]):
        rows.append((f"group:{voice.id}", f"{voice.label}   {here[voice.id]} here"))
        wider = f"role:{voice.wider}"
        is_wide = wider_name(voice.label, view) == voice.wider
        if is_wide and wider not in dict(rows):
            rows.append((wider, f"{voice.wider}   wider than {voice.label}"))
    return tuple(rows)


def wider_source(draft: DissentDraft, view: Disclosed) -> str:
    """What the view may go by where its own label could point at a person; empty otherwise."""
    wider = wider_name(draft.who(view), view)
    if not wider:
        return ""
    return "none:" if wider == SOMEONE else f"role:{wider}"


def _words(draft: DissentDraft, item: ItemView, view: Disclosed) -> tuple[str, ...]:
    level = next((level.label for level in item.levels if level.id == draft.level), "")
    return read_back_words(draft.who(view), level, draft.reason.strip(), draft.change.strip())


def read_back(draft: DissentDraft, item: ItemView, view: Disclosed) -> tuple[draw.Part, ...]:
    """What would be kept and where it would stand, while it is being typed."""
    lines: list[draw.Part] = [(said, "bold") for said in _words(draft, item, view)]
    lines.append(STANDS[draft.reach])
    warning = recognisable(draft.who(view), view)
    if warning:
        lines.append((f"! {warning}", "$warning"))
    if draft.waits:
        lines.append(("Its words are not kept yet. enter reads them back.", "$warning"))
    elif draft.id:
        lines.append(("Kept.", "$secondary"))
    else:
        lines.append(("Not kept yet. enter keeps it.", "$secondary"))
    return tuple(lines)


def aloud(draft: DissentDraft, item: ItemView, view: Disclosed) -> tuple[draw.Part, ...]:
    """The view as it is read back to whoever gave it: large, with the place it will stand."""
    lines: list[draw.Part] = [(item.title, "$secondary"), ""]
    for said in _words(draft, item, view):
        lines += [(said, "bold"), ""]
    lines.append((STANDS[draft.reach], "bold $accent"))
    warning = recognisable(draft.who(view), view)
    return (*lines, "", (f"! {warning}", "$warning")) if warning else tuple(lines)
