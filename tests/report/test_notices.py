from dataclasses import replace
from datetime import UTC, datetime

from accessibility.invitations import empty_invitation, invitation
from accessibility.views import empty_view, full_view

from maturity.judgement.view import Disclosed
from maturity.report.content import board_paper, highlights, preread
from maturity.report.notices import Notice, notices, preread_notices
from maturity.report.paper import Reference


def _notices(view: Disclosed) -> tuple[Notice, ...]:
    reference = Reference("s", "f", "b", 1)
    return notices(
        view, board_paper(view, as_of=datetime(2026, 3, 14, tzinfo=UTC), reference=reference)
    )


def _codes(view: Disclosed) -> set[str]:
    return {notice.code for notice in _notices(view)}


def test_an_empty_session_is_told_what_is_missing() -> None:
    assert _codes(empty_view()) == {
        "framework-draft",
        "no-difference",
        "no-families-page",
        "no-family-evidence",
        "no-story",
    }


def test_a_highlight_report_is_not_asked_for_what_it_never_has() -> None:
    paper = highlights(
        empty_view(), as_of=datetime(2026, 3, 14, tzinfo=UTC), reference=Reference("s", "f", "b", 1)
    )
    assert {notice.code for notice in notices(empty_view(), paper)} == {"framework-draft"}


def test_the_pack_is_asked_for_what_people_who_are_invited_need() -> None:
    as_of = datetime(2026, 3, 1, tzinfo=UTC)
    bare = empty_invitation(1)
    session = replace(bare.shown.session, date="")
    bare = replace(bare, shown=replace(bare.shown, session=session))
    assert [one.code for one in preread_notices(bare, preread(bare, as_of=as_of))] == [
        "no-date",
        "no-start",
        "no-place",
        "no-family-evidence",
        "framework-draft",
        "no-evidence",
    ]
    full = invitation(3)
    assert [one.code for one in preread_notices(full, preread(full, as_of=as_of))] == [
        "framework-draft"
    ]


def test_what_a_notice_says_to_type_is_for_a_terminal_alone() -> None:
    bare = empty_invitation(1)
    paper = preread(bare, as_of=datetime(2026, 3, 1, tzinfo=UTC))
    found = {one.code: one for one in preread_notices(bare, paper)}
    assert found["no-start"].message == "No start time is set."
    said = "No start time is set. maturity set SESSION starts WORDS"
    assert found["no-start"].in_terminal == said
    assert all("maturity set" not in one.message for one in found.values())
    assert found["no-evidence"].in_terminal == found["no-evidence"].message


def test_the_pack_says_where_it_may_name_a_person() -> None:
    view = invitation(1)
    (item,) = view.shown.items
    link = replace(item.links[0], shows="Ash Reed answers the phone.")
    view = replace(view, shown=replace(view.shown, items=(replace(item, links=(link,)),)))
    paper = preread(view, as_of=datetime(2026, 3, 1, tzinfo=UTC))
    found = preread_notices(view, paper, ["Ash Reed"])
    assert [one.code for one in found][-1] == "may-name-person"


def test_what_was_written_is_not_missed() -> None:
    assert _codes(full_view()) == {
        "action-no-date",
        "action-no-owner",
        "framework-draft",
        "not-discussed",
    }


def test_a_long_page_one_is_said() -> None:
    view = full_view(12)
    long = replace(view, page=replace(view.page, story="word " * 300))
    assert {"page-one-rows", "page-one-words"} <= _codes(long)


def test_a_reason_that_is_missing_or_long_is_said_for_its_item() -> None:
    first, second, *rest = full_view().items
    bare = replace(first, rating=replace(first.rating, because=""))
    wordy = replace(second, rating=replace(second.rating, because="word " * 40))
    found = _notices(replace(full_view(), items=(bare, wordy, *rest)))
    assert ("no-because", "p0") in {(one.code, one.item) for one in found}
    assert ("long-because", "p1") in {(one.code, one.item) for one in found}


def test_a_level_that_the_votes_do_not_bear_out_comes_first_unless_somebody_says_why() -> None:
    first, *rest = full_view().items
    level = first.rating.level
    assert level is not None
    elsewhere = tuple(one for one in first.levels if one.position != level.position)[:1]
    off = replace(first, median=elsewhere, rating=replace(first.rating, because=""))
    found = _notices(replace(full_view(), items=(off, *rest)))
    assert (found[0].code, found[0].item) == ("off-median", "p0")
    assert ("no-because", "p0") not in {(one.code, one.item) for one in found}
    why = replace(off, rating=replace(off.rating, because="We saw the figures after the vote."))
    assert "off-median" not in _codes(replace(full_view(), items=(why, *rest)))
    between = replace(off, median=first.levels)
    assert not between.is_off_median
    assert "off-median" not in _codes(replace(full_view(), items=(between, *rest)))


def test_a_dissent_without_an_answer_and_one_that_names_someone_are_said() -> None:
    view = full_view()
    item = view.items[1]
    silent = replace(item.dissents[0], answer="", status="open", reason="ama quill knows this.")
    changed = replace(item, dissents=(silent, *item.dissents[1:]))
    found = _codes(replace(view, items=(view.items[0], changed, *view.items[2:])))
    assert {"dissent-unanswered", "dissent-names-person"} <= found
    assert "dissent-names-person" not in _codes(view)


def test_dissents_without_an_answer_are_counted_once_for_their_item() -> None:
    view = full_view()
    item = view.items[1]
    silent = replace(item.dissents[0], answer="", status="open", withheld=None)
    changed = replace(item, dissents=(silent, silent))
    found = _notices(replace(view, items=(view.items[0], changed, *view.items[2:])))
    said = [one.message for one in found if (one.code, one.item) == ("dissent-unanswered", item.id)]
    assert said == [f"{item.short}: 2 dissents have no answer from the room."]


def test_a_page_one_of_long_words_is_said() -> None:
    view = full_view()
    long = replace(view, page=replace(view.page, story="Partnership-wide coordination " * 20))
    assert "page-one-full" in _codes(long)


def test_evidence_that_may_identify_a_child_is_counted_until_it_is_settled() -> None:
    view = full_view()
    first, second, *rest = view.items
    opened = tuple(replace(link, mark="open") for link in first.links)
    kept = tuple(replace(link, mark="keep") for link in second.links)
    items = (replace(first, links=opened), replace(second, links=kept), *rest)
    found = {one.code: one.in_terminal for one in _notices(replace(view, items=items))}
    many = {link.excerpt for link in opened}
    start = "1 linked excerpt may" if len(many) == 1 else f"{len(many)} linked excerpts may"
    assert found["personal-data"].startswith(f"{start} identify a child; the words are covered")
    assert any(excerpt in found["personal-data-excerpt"] for excerpt in many)
    assert "personal-data" not in _codes(view)


def test_typed_words_that_may_identify_a_child_are_said_by_kind_and_never_repeated() -> None:
    view = full_view()
    item = replace(
        view.items[0], rating=replace(view.items[0].rating, because="Ring 07700 900123.")
    )
    page = replace(view.page, families=("My son waited.",))
    found = _notices(replace(view, items=(item, *view.items[1:]), page=page))
    said = [one.message for one in found if one.code == "personal-data-text"]
    assert said == [
        f"{item.short}, its reason: a text that is printed bears a mobile number.",
        "Page 1, what families told us: a text that is printed bears a story of one child.",
    ]
    assert not any("07700" in one.message for one in found)
