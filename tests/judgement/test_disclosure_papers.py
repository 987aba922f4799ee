"""What is in the written papers themselves, in any part of the file: no more than the gate gave."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

import pytest

from builders import Ticking, a_later_workshop, a_typist
from judgement.attacker import framework_file
from maturity.earlier import last_time
from maturity.evidence.answers.returned import Returned, ReturnedRemark
from maturity.judgement.view import Audience
from maturity.report.content import board_paper, public_edition
from maturity.report.paper import Reference
from maturity.report.returned.paper import returned_paper
from maturity.report.returned.rows import Meeting
from maturity.report.word import word_bytes
from maturity.session.acts.dissents import DissentAct
from maturity.session.acts.people import PersonAct
from maturity.session.acts.ratings import RateAct
from maturity.session.acts.votes import VoteAct
from maturity.session.fs import RealFs
from maturity.workshop import NewSession, Workshop

AS_OF = datetime(2026, 3, 24, 12, 0, tzinfo=UTC)
GROUPS = {"families": (3, 1, 0), "health": (0, 3, 1), "council": (1, 2, 2)}
ROOM = (4, 6, 3)
ITEMS = [f"p{number}" for number in range(5)]


def a_session(folder: Path, *typed: str) -> Workshop:
    workshop = Workshop.create(
        folder,
        NewSession("Northmere", "Northmere", "b3a10f", date="2026-03-23"),
        a_typist(),
        Ticking(),
        framework=framework_file(5, 3),
        file="tiny.toml",
    )
    for group, counts in GROUPS.items():
        for number in range(sum(counts)):
            workshop.do(PersonAct(f"Person {group} {number}", group=group))
    for item in ITEMS:
        workshop.do(VoteAct(item, ROOM))
        for group in typed:
            workshop.do(VoteAct(item, GROUPS[group], group=group))
    return workshop


def paper(workshop: Workshop, audience: Audience) -> bytes:
    view = workshop.view(audience)
    if audience is Audience.PUBLIC:
        return word_bytes(public_edition(view, as_of=AS_OF))
    reference = Reference("northmere-b3a10f", "0f3c" * 16, "aaaaaaaaaaaaaaaa", 1)
    return word_bytes(board_paper(view, as_of=AS_OF, reference=reference))


def parts(raw: bytes) -> Iterator[str]:
    """Every part of a file, and the parts of the workbooks in it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        for name in package.namelist():
            part = package.read(name)
            if zipfile.is_zipfile(io.BytesIO(part)):
                yield from parts(part)
            else:
                yield part.decode("utf-8", "ignore")


def paragraphs(raw: bytes) -> set[str]:
    found = (
        one for part in parts(raw) for one in re.findall(r"<w:p[ >].*?</w:p>", part, re.DOTALL)
    )
    return {re.sub(r"<[^>]+>", "", one) for one in found}


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_the_counts_of_groups_add_their_sentences_to_a_paper_and_nothing_else(
    tmp_path: Path, audience: Audience
) -> None:
    typed = a_session(tmp_path / "typed", "families", "council")
    bare = a_session(tmp_path / "bare")
    (gap,) = typed.view(audience).gaps
    added = paragraphs(paper(typed, audience)) - paragraphs(paper(bare, audience))
    assert len(added) == 3
    assert all(gap.said in one or one.startswith("A finding like this") for one in added)
    assert not any(re.search(r"\d", one.replace("section 2", "")) for one in added)
    typed.close()
    bare.close()


SHOWN: Final = {"public": (True, True), "board": (True, False), "noted": (False, False)}


@pytest.mark.parametrize("reach", SHOWN)
def test_the_words_of_a_view_are_in_no_part_of_a_paper_beyond_their_reach(
    tmp_path: Path, reach: Literal["public", "board", "noted"]
) -> None:
    workshop = a_session(tmp_path / "northmere")
    texts = {name: f"{name}canary" for name in ("reason", "change", "answer", "reply")}
    kept = workshop.do(
        DissentAct("p0", from_="Families", from_kind="group", level="low", reach=reach,
                   reason=texts["reason"], change=texts["change"])
    )  # fmt: skip
    workshop.do(DissentAct(None, id=kept.entry, answer=texts["answer"], reply=texts["reply"]))
    for audience, is_shown in zip((Audience.BOARD, Audience.PUBLIC), SHOWN[reach], strict=True):
        whole = "".join(parts(paper(workshop, audience)))
        assert all((text in whole) is is_shown for text in texts.values())
    workshop.do(DissentAct(None, id=kept.entry, withdraw=True))
    for audience in (Audience.BOARD, Audience.PUBLIC):
        assert "canary" not in "".join(parts(paper(workshop, audience)))
    workshop.close()


def drawn(raw: bytes) -> bytes:
    """All that the charts of a file hold, and the workbooks in it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        names = [name for name in package.namelist() if re.search("charts/|embeddings/", name)]
        return b"".join(package.read(name) for name in names)


def test_a_chart_and_its_workbook_tell_the_public_nothing_of_a_very_small_vote(
    tmp_path: Path,
) -> None:
    few, other = (a_session(tmp_path / name) for name in ("few", "other"))
    few.do(VoteAct("p0", (1, 2, 1), present=4))
    other.do(VoteAct("p0", (3, 0, 0), present=3))
    public = [drawn(paper(one, Audience.PUBLIC)) for one in (few, other)]
    assert public[0]
    assert public[0] == public[1]
    board = [drawn(paper(one, Audience.BOARD)) for one in (few, other)]
    assert board[0] != board[1]
    few.close()
    other.close()


def test_what_was_said_last_time_reaches_no_paper_it_was_not_meant_for(tmp_path: Path) -> None:
    before = a_session(tmp_path / "before")
    before.do(RateAct("p0", "low", aim_text="Ask Person health 0 again."))
    for reach in ("public", "board", "noted"):
        reason = f"CANARY {reach}, as Person families 0 said."
        before.do(DissentAct("p0", from_="The designated officer", reason=reason, reach=reach))
    before.close()
    carried = last_time(RealFs(), before.folder, before.framework).changes
    after = a_later_workshop(tmp_path / "after", carried, framework_file(5, 3))
    board = " ".join(parts(paper(after, Audience.BOARD)))
    public = " ".join(parts(paper(after, Audience.PUBLIC)))
    told = [[f"CANARY {reach}" in text for reach in ("public", "board", "noted")]
            for text in (board, public)]  # fmt: skip
    assert told == [[True, True, False], [True, False, False]]
    assert "The designated officer" in board
    assert "designated officer" not in public
    assert before.state.session.id not in public
    for text in (board, public):
        assert "Person families" not in text
        assert "Person health" not in text
    for journal in (after.folder / "journal").iterdir():
        assert "CANARY noted" not in journal.read_text("utf-8")
    after.close()


def test_a_remark_on_a_view_of_the_boards_reaches_nobody_but_the_facilitator(
    tmp_path: Path,
) -> None:
    workshop = a_session(tmp_path / "northmere")
    words = "CANARY for the board alone."
    workshop.do(DissentAct("p0", from_="Families", from_kind="group", reach="board", reason=words))
    back = Returned(
        properties=(("maturity session", workshop.state.session.id),),
        remarks=(
            ReturnedRemark(kind="comment", words="Is that so?", author="Vi Cray", about=words),
        ),
    )
    found = returned_paper(workshop.view(Audience.BOARD), back, Meeting("2026-04-16"))
    workshop.do(found.take(0, "p0").act())
    (note,) = workshop.view(Audience.FACILITATOR).item("p0").notes
    assert words in note.text
    assert "Vi Cray" not in note.text
    public = " ".join(parts(paper(workshop, Audience.PUBLIC)))
    assert "Is that so?" not in public
    assert "CANARY" not in public
    workshop.close()
