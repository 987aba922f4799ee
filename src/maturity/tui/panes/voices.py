"""Whose view a dissent is, and the words in which it is read back before it is kept."""

from maturity.frozen import dataclass
from maturity.judgement.view import Disclosed, ItemView
from maturity.session.acts.dissents import REACHES, small_group_warning
from maturity.tui import draw

__all__ = ["DissentDraft", "read_back", "sources"]

_SOMEONE = "someone in the room"
_FEW = 4


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
    _kept: tuple[str, str] | None = None

    def note_kept(self) -> None:
        """Remember that the view is kept with the words it has now."""
        self._kept = (self.reason.strip(), self.change.strip())

    @property
    def is_kept(self) -> bool:
        """Whether every word of it is kept."""
        return self._kept == (self.reason.strip(), self.change.strip())

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
        return name or _SOMEONE

    def answers(self, view: Disclosed) -> dict[str, str]:
        """The draft as the answers of the form."""
        who = self.who(view)
        return {
            "from": "" if who == _SOMEONE else who,
            "level": self.level,
            "reason": self.reason.strip(),
            "change": self.change.strip(),
            "reach": self.reach,
        }


def sources(view: Disclosed) -> tuple[tuple[str, str], ...]:
    """Whose view it may be: someone, the groups that are here, then the others.

    A group with few people here is followed by the wider name it may go by.
    """
    here = [voice for voice in view.voices if voice.present]
    away = [voice for voice in view.voices if not voice.present]
    rows = [("none:", _SOMEONE.capitalize())]
    for voice in (*here, *away):
        rows.append((f"group:{voice.id}", f"{voice.label}   {voice.present} here"))
        wider = f"role:{voice.wider}"
        if (
            0 < voice.present <= _FEW
            and voice.wider.casefold() != _SOMEONE
            and (wider not in dict(rows))
        ):
            rows.append((wider, f"{voice.wider}   wider than {voice.label}"))
    return tuple(rows)


def read_back(draft: DissentDraft, item: ItemView, view: Disclosed) -> tuple[draw.Part, ...]:
    """What will be kept and where it will stand, to be read aloud before `enter`."""
    who = draft.who(view)
    level = next((level for level in item.levels if level.id == draft.level), None)
    held = f" would say {level.label}" if level else " would say something else"
    lines: list[draw.Part] = [(f"{who[:1].upper()}{who[1:]}{held}.", "bold")]
    if draft.reason.strip():
        lines.append((f'"{draft.reason.strip()}"', "bold"))
    if draft.change.strip():
        lines.append((f'What would change it: "{draft.change.strip()}"', "bold"))
    lines.append(f"It will stand {REACHES[draft.reach]}.")
    voice = next((voice for voice in view.voices if voice.label == who), None)
    warning = small_group_warning(voice.present) if voice else None
    if warning:
        lines.append((f"! {warning}", "$warning"))
    kept = "Kept. enter keeps what you change." if draft.id else "Not kept yet. enter keeps it."
    lines.append((kept, "$secondary"))
    return tuple(lines)
