"""What a person should know before a paper leaves the room. A notice never blocks an export."""

from collections.abc import Iterable, Iterator

from maturity.evidence.privacy import SAID, signs_in
from maturity.frozen import dataclass
from maturity.judgement.invited import Invited
from maturity.judgement.last_words import moved_words
from maturity.judgement.view import ActionView, Disclosed, DissentView, ItemView
from maturity.report.blocks import Contents, Table
from maturity.report.content import HIGHLIGHTS
from maturity.report.fit import PAGE_POINTS, points, title_points
from maturity.report.meant import meant
from maturity.report.naming import names_in
from maturity.report.paper import Paper
from maturity.report.phrases import LONGEST_FIRST, first_sentence, word_count
from maturity.report.sections.evidence import is_family
from maturity.report.sections.summary import MOST_WORDS

__all__ = ["Notice", "notices", "preread_notices"]

_MOST_ROWS = 8
_OF_THE_BOARD_PAPER = frozenset(
    (
        "off-median",
        "no-story",
        "no-family-evidence",
        "no-difference",
        "no-families-page",
        "no-because",
        "long-because",
    )
)


_SET = "maturity set SESSION"
_OF_THE_PACK = frozenset(("no-family-evidence", "framework-draft"))


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know; `item` is the id of the item it is about, or empty, as is `excerpt`.

    `command` mends it in a terminal; a screen has keys of its own for that.
    """

    code: str
    item: str
    message: str
    command: str = ""
    excerpt: str = ""

    @property
    def in_terminal(self) -> str:
        """The message, and what to type."""
        return f"{self.message} {self.command}".rstrip()


def notices(view: Disclosed, paper: Paper, names: Iterable[str] = ()) -> tuple[Notice, ...]:
    """Everything to know about `paper`, which was made from `view`: the whole first, then items.

    Before both comes a level that most votes do not bear out and for which nothing was said.

    `names` are those of people whom a paper for anyone should not name. A highlight report has
    no page 1 and no reasons, so nothing is said of what they lack.
    """
    found = (
        *_off_the_median(view),
        *_of_page(view),
        *_of_page_one(paper),
        *(notice for item in view.items for notice in _of_item(item)),
        *_of_dissent(view),
        *(notice for action in view.actions for notice in _of_action(action)),
        *_of_marks(view),
        *_of_names(paper, names),
    )
    if paper.kind != HIGHLIGHTS:
        return found
    return tuple(notice for notice in found if notice.code not in _OF_THE_BOARD_PAPER)


def preread_notices(view: Invited, paper: Paper, names: Iterable[str] = ()) -> tuple[Notice, ...]:
    """Everything to know about the pack `paper` before it is sent to everyone who is invited."""
    shown = view.shown
    return (
        *_of_invitation(view),
        *(one for one in _of_page(shown) if one.code in _OF_THE_PACK),
        *(
            Notice("no-evidence", item.id, f"{item.short}: no evidence is linked yet.")
            for item in shown.items
            if not item.links
        ),
        *_of_marks(shown),
        *_of_names(paper, names),
    )


def _of_invitation(view: Invited) -> Iterator[Notice]:
    if not view.shown.session.date:
        yield Notice("no-date", "", "No date is set.", f"{_SET} date DATE")
    if not view.starts.strip():
        yield Notice("no-start", "", "No start time is set.", f"{_SET} starts WORDS")
    if not (view.place.strip() or view.joining.strip()):
        how = f"{_SET} place WORDS, or joining WORDS"
        yield Notice("no-place", "", "Nobody is told where to come.", how)


def _of_names(paper: Paper, names: Iterable[str]) -> Iterator[Notice]:
    """Where a paper for anyone may still name somebody; the board's has the attendance anyway."""
    if paper.audience != "public":
        return
    for where, found in names_in(paper, names):
        said = f"{where}: this text may name a person ({', '.join(found)}). Read it before sharing."
        yield Notice("may-name-person", "", said)


def _off_the_median(view: Disclosed) -> Iterator[Notice]:
    for item in view.items:
        if item.is_off_median and not item.rating.because:
            said = (
                f"{item.short}: its level, {item.rating.said}, is not where the votes lie, and no "
                "reason was written for it."
            )
            yield Notice("off-median", item.id, said)


def _of_page(view: Disclosed) -> Iterator[Notice]:
    whose = meant(view)
    has_families = any(is_family(link.facts) for item in view.items for link in item.links)
    missing = (
        ("no-story", not view.page.story, "No overall sentence was written for page 1."),
        ("no-family-evidence", not has_families, f"{whose.none_linked[:-1]} to any item."),
        (
            "no-difference",
            not view.page.difference,
            f"Nothing was written under: {whose.change}.",
        ),
        (
            "no-families-page",
            not view.page.for_families,
            f"Section 10 is unwritten: {whose.section}.",
        ),
        (
            "framework-draft",
            view.framework.standing.startswith("draft"),
            f"The framework is a {view.framework.standing}.",
        ),
    )
    return (Notice(code, "", message) for code, is_so, message in missing if is_so)


def _of_page_one(paper: Paper) -> Iterator[Notice]:
    """Whether page 1 may run to a second side; it ends at the contents."""
    blocks = paper.blocks
    end = next((at for at, block in enumerate(blocks) if isinstance(block, Contents)), 0)
    front = blocks[:end]
    words = word_count(front)
    if words > MOST_WORDS:
        said = f"Page 1 has {words} words outside its table; {MOST_WORDS} fit on one side."
        yield Notice("page-one-words", "", said)
    rows = max((len(block.rows) for block in front if isinstance(block, Table)), default=0)
    if rows > _MOST_ROWS:
        said = f"The table of page 1 has {rows} rows and may run to a second side."
        yield Notice("page-one-rows", "", said)
    elif words <= MOST_WORDS and title_points(paper.title) + points(front) > PAGE_POINTS:
        yield Notice("page-one-full", "", "Page 1 may run to a second side: its words are long.")


def _of_item(item: ItemView) -> Iterator[Notice]:
    first, _ = first_sentence(item.rating.because)
    has_reason = item.rating.because or item.rating.next_step
    if item.is_rated and not (has_reason or item.is_off_median):
        said = f"{item.short}: no reason was written for its level. {moved_words(item)}".rstrip()
        yield Notice("no-because", item.id, said)
    if len(first) > LONGEST_FIRST:
        said = f"{item.short}: the first sentence of its reason is over {LONGEST_FIRST} characters."
        yield Notice("long-because", item.id, said)
    if not item.discussed:
        said = f"{item.short}: it was not discussed, so its level is a proposal."
        yield Notice("not-discussed", item.id, said)


def _of_dissent(view: Disclosed) -> Iterator[Notice]:
    names = [person.name for person in view.people if " " in person.name]
    for item in view.items:
        unanswered = sum(_is_unanswered(dissent) for dissent in item.dissents)
        if unanswered:
            have = "a dissent has" if unanswered == 1 else f"{unanswered} dissents have"
            said = f"{item.short}: {have} no answer from the room."
            yield Notice("dissent-unanswered", item.id, said)
        if any(_names_someone((one.reason, one.change, one.who), names) for one in item.dissents):
            said = f"{item.short}: the words of a dissent name a person who was there."
            yield Notice("dissent-names-person", item.id, said)


def _is_unanswered(dissent: DissentView) -> bool:
    return dissent.status == "open" and dissent.withheld is None and not dissent.answer


def _names_someone(texts: Iterable[str], names: Iterable[str]) -> bool:
    whole = " ".join(texts).casefold()
    return any(name.casefold() in whole for name in names)


def _of_marks(view: Disclosed) -> Iterator[Notice]:
    """How much linked evidence may identify a child, and which typed texts bear a sign of it."""
    is_open = {link.excerpt: link for i in view.items for link in i.links if link.mark == "open"}
    if is_open:
        many = f"{len(is_open)} linked excerpts" if len(is_open) > 1 else "1 linked excerpt"
        said = f"{many} may identify a child; the words are covered."
        yield Notice("personal-data", "", said, excerpt=next(iter(is_open)))
        for excerpt, link in is_open.items():
            said = f"May identify a child: {link.document_title}, {link.ref}."
            how = f"maturity evidence set SESSION {excerpt} --privacy redact, or unlink it"
            yield Notice("personal-data-excerpt", "", said, how, excerpt)
    for where, item, text in _typed_texts(view):
        if signs := signs_in(text):
            said = f"{where}: a text that is printed bears {', '.join(SAID[one] for one in signs)}."
            yield Notice("personal-data-text", item, said)


def _typed_texts(view: Disclosed) -> Iterator[tuple[str, str, str]]:
    """Where each printed text stands, the item it is of, and its words."""
    for item in view.items:
        yield f"{item.short}, its reason", item.id, item.rating.because
        yield f"{item.short}, its next step", item.id, item.rating.next_step
        for note in item.notes:
            yield f"{item.short}, a note", item.id, note.text
        for link in item.links:
            yield f"{item.short}, what {link.ref} shows", item.id, link.shows
        for dissent in item.dissents:
            texts = (dissent.reason, dissent.change, dissent.answer, dissent.reply)
            yield f"{item.short}, a dissent", item.id, "\n".join(texts)
    page = view.page
    families = (*page.families, page.for_families)
    yield "Page 1, what families told us", "", "\n".join(families)
    rest = (page.story, *page.difference, *page.asks, page.implications)
    yield "Page 1", "", "\n".join(rest)
    for action in view.actions:
        yield "An action", action.item, action.text
    for kloe in view.kloes:
        texts = (kloe.text, kloe.finding, kloe.learning, kloe.impact)
        yield "A key line of enquiry", kloe.item, "\n".join(texts)
    for decision in (*view.decisions, *view.risks):
        yield "A decision or risk", decision.item, decision.text


def _of_action(action: ActionView) -> Iterator[Notice]:
    short = " ".join(action.text.split()[:8])
    if not action.owners:
        yield Notice("action-no-owner", action.item, f"Action without an owner: {short}.")
    if not action.due and not action.due_on:
        yield Notice("action-no-date", action.item, f"Action without a date: {short}.")
