"""Annexes: who came, what words mean, and what changed between the room and the board."""

from collections.abc import Iterable

from maturity.judgement.view import Audience, Disclosed, PersonView
from maturity.report.blocks import Block, Column, Heading, Table
from maturity.report.phrases import plain, sentence, words

__all__ = ["attendance", "changes", "glossary"]

_PEOPLE = (
    Column("Name", 46, row_header=True),
    Column("Role", 48),
    Column("Organisation", 44),
    Column("Attendance", 36),
)
_VOICES = (
    Column("Voice group", 90, row_header=True),
    Column("Invited", 42),
    Column("Present", 42),
)
_WORDS = (Column("Word", 44, row_header=True), Column("What it stands for", 130))
_STATES = {"present": "Present", "apologies": "Apologies", "invited": "No answer recorded"}


def attendance(view: Disclosed) -> tuple[Block, ...]:
    """Annex B: names for the board, without voice groups; counts by voice group in public."""
    heading = Heading(1, "Annex B Attendance and apologies", "attendance")
    if view.audience is Audience.PUBLIC:
        return (heading, *_voices(view))
    if not view.people:
        return (heading, sentence("Nobody was recorded."))
    rows = tuple(
        (
            plain(person.name, "Not named"),
            plain(person.role, "Not recorded"),
            plain(person.organisation, "Not recorded"),
            words(_came(person)),
        )
        for person in sorted(view.people, key=_present_first)
    )
    summary = "One row for each person on the register, those present first."
    return (heading, Table("people", "Attendance and apologies", summary, _PEOPLE, rows))


def _present_first(person: PersonView) -> int:
    return list(_STATES).index(person.state)


def _came(person: PersonView) -> str:
    said = [_STATES[person.state]]
    if person.observer:
        said.append("observer")
    if person.deputy_for:
        said.append(f"for {person.deputy_for}")
    if person.arrived:
        said.append(f"from {person.arrived}")
    if person.left:
        said.append(f"until {person.left}")
    return ", ".join(said)


def _voices(view: Disclosed) -> tuple[Block, ...]:
    asked = [voice for voice in view.voices if voice.invited or voice.present]
    if not asked:
        return (sentence("Nobody was recorded."),)
    rows = tuple(
        (words(voice.label), words(str(voice.invited)), words(str(voice.present)))
        for voice in asked
    )
    summary = "One row for each voice group: how many were asked and how many came."
    return (Table("voices", "Attendance by voice group", summary, _VOICES, rows),)


def glossary(used: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    """Annex C: each word of the framework's glossary that the paper uses, and its meaning."""
    heading = Heading(1, "Annex C Glossary", "glossary")
    rows = tuple((words(name), words(meaning)) for name, meaning in used)
    if not rows:
        return (heading, sentence("No word of the framework's glossary stands in this paper."))
    summary = "One row for each abbreviation or term, by the alphabet."
    return (heading, Table("glossary-table", "Words used in this paper", summary, _WORDS, rows))


def changes() -> tuple[Block, ...]:
    """Annex D: from provisional to confirmed."""
    return (
        Heading(1, "Annex D Record of changes", "changes"),
        sentence("The board has not answered yet, so no level has changed from provisional."),
    )
