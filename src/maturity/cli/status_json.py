"""The session as the object that `status --json` prints; its keys never change their meaning.

Keys of parts that are not recorded in this version are there, and empty.
"""

from collections.abc import Sequence
from typing import Any

from maturity.judgement.triage import triage
from maturity.judgement.view import (
    ActionView,
    BoardView,
    DecisionView,
    Disclosed,
    DissentView,
    GapView,
    ItemView,
    KloeView,
    LevelView,
    PersonView,
    PromptView,
    RoundView,
    Suggestion,
    Withheld,
)

__all__ = ["status_json"]


def status_json(view: Disclosed, recovered: Sequence[str]) -> dict[str, Any]:
    """Everything the facilitator's view holds, and what the opening mended."""
    session, framework, page = view.session, view.framework, view.page
    gaps = {gap.pillar for gap in view.gaps}
    return {
        "session": {
            "id": session.id,
            "title": session.title,
            "area": session.area,
            "date": session.date or None,
            "framework": {
                "id": framework.id,
                "version": framework.version,
                "fingerprint": framework.fingerprint,
            },
        },
        "items": [_item(item, in_gap=item.pillar in gaps) for item in view.items],
        "page": {
            "story": page.story or None,
            "families": list(page.families),
            "difference": list(page.difference),
            "asks": list(page.asks),
            "bring": list(page.bring),
            "for_families": page.for_families or None,
            "implications": page.implications or None,
        },
        "conflicts": [],
        "actions": [_action(one) for one in view.actions],
        "kloes": [_kloe(one) for one in view.kloes],
        "decisions": [_decision(one) for one in view.decisions],
        "risks": [_decision(one) for one in view.risks],
        "people": [_person(one) for one in view.people],
        "gaps": [_gap(one) for one in view.gaps],
        "documents": [
            {"id": one.id, "title": one.title, "file": one.file, "excerpts": one.excerpts}
            for one in view.documents
        ],
        "recovered": list(recovered),
    }


def _level(level: LevelView | None) -> str | None:
    return level.id if level else None


def _suggested(suggestion: Suggestion | None) -> dict[str, Any] | None:
    if suggestion is None:
        return None
    return {"confidence": suggestion.confidence, "reasons": list(suggestion.reasons)}


def _item(item: ItemView, *, in_gap: bool) -> dict[str, Any]:
    rating, talk = item.rating, triage(item, has_gap=in_gap)
    aim: dict[str, str | None] = {"level": None, "text": None}
    if rating.aim is not None:
        aim = {"level": _level(rating.aim.level), "text": rating.aim.text or None}
    return {
        "id": item.id,
        "kind": item.kind,
        "code": item.code or None,
        "title": item.title,
        "rating": {
            "state": item.board.outcome if item.board else rating.state,
            "level": _level(rating.level),
            "because": rating.because or None,
            "confidence": rating.confidence or None,
            "next_step": rating.next_step or None,
            "aim": aim,
            "chosen_by": rating.chosen_by if rating.state != "unrated" else None,
        },
        "parked": item.parked is not None,
        "discussed": item.discussed,
        "rounds": [_round(one, item.levels) for one in item.rounds],
        "waiting": item.waiting,
        "flags": [str(flag) for flag in talk.flags],
        "heat": talk.heat,
        "suggested": _suggested(item.suggested),
        "dissent": [_dissent(one) for one in item.dissents],
        "links": [
            {
                "id": one.id,
                "excerpt": one.excerpt,
                "stance": one.stance,
                "shows": one.shows or None,
                "quote": one.quote,
            }
            for one in item.links
        ],
        "notes": [{"id": one.id, "tag": one.tag or None, "text": one.text} for one in item.notes],
        "lenses": [
            {
                "id": lens.id,
                "code": lens.code or None,
                "title": lens.title,
                "seen": _level(lens.seen),
            }
            for lens in item.lenses
        ],
        "prompts": [_prompt(one) for one in item.prompts],
        "board": _board(item.board) if item.board else None,
        "last": _last(item),
    }


def _board(one: BoardView) -> dict[str, Any]:
    """The board's answer; the rating beside it is still the room's own."""
    return {
        "outcome": one.outcome,
        "state": one.state or None,
        "level": _level(one.level),
        "body": one.body or None,
        "on": one.on or None,
        "minute": one.minute or None,
        "note": one.note or None,
        "changed_since": one.is_changed_since,
    }


def _last(item: ItemView) -> dict[str, Any] | None:
    """How the item stood in the session before; its level only where the two can be compared."""
    last = item.last
    if last is None:
        return None
    aim = {"level": _level(last.aim.level), "text": last.aim.text or None} if last.aim else None
    return {
        "session": last.session,
        "on": last.on or None,
        "state": last.outcome or last.state,
        "level": _level(last.level),
        "said": last.said,
        "aim": aim,
        "carry": last.carry,
        "since": item.since,
        "dissent": [
            {
                "from": one.who or None,
                "level": one.level or None,
                "reason": one.reason or None,
                "change": one.change or None,
                "reach": one.reach,
            }
            for one in last.views
        ],
    }


def _round(one: RoundView, levels: Sequence[LevelView]) -> dict[str, Any]:
    counts = () if isinstance(one.counts, Withheld) else one.counts
    return {
        "id": one.id,
        "n": one.n,
        "method": one.method,
        "present": one.present,
        "tally": _tally(counts, levels),
        "cannot_say": one.cannot_say,
        "abstain": one.abstain,
        "word": one.word or None,
        "groups": {
            group.voice: {
                "tally": _tally(group.counts, levels),
                "cannot_say": group.cannot_say,
                "abstain": group.abstain,
            }
            for group in one.groups
        },
    }


def _tally(counts: Sequence[int], levels: Sequence[LevelView]) -> dict[str, int]:
    return {level.id: count for level, count in zip(levels, counts, strict=False)}


def _gap(one: GapView) -> dict[str, Any]:
    """A finding; `pillar` is null where it speaks of all rated pillars."""
    numbers = None if isinstance(one.numbers, Withheld) else one.numbers.said
    return {
        "pillar": one.pillar or None,
        "voice": one.voice,
        "lower": one.is_lower,
        "said": one.said,
        "numbers": numbers,
        "kept_back": one.kept_back is not None,
    }


def _prompt(one: PromptView) -> dict[str, Any]:
    """Without an outcome it is open; its answer is then an earlier one, at another level."""
    return {
        "id": one.id,
        "code": one.code or None,
        "text": one.text,
        "outcome": one.outcome or None,
        "answer": one.answer or None,
    }


def _dissent(one: DissentView) -> dict[str, Any]:
    return {
        "id": one.id,
        "from": one.who,
        "from_kind": one.who_kind,
        "kind": one.kind,
        "level": _level(one.level),
        "reason": one.reason or None,
        "change": one.change or None,
        "reach": one.reach,
        "answer": one.answer or None,
        "reply": one.reply or None,
        "heard": one.heard,
        "status": one.status,
    }


def _action(one: ActionView) -> dict[str, Any]:
    return {
        "id": one.id,
        "text": one.text,
        "owners": list(one.owners),
        "due": one.due or None,
        "due_on": one.due_on or None,
        "item": one.item or None,
        "plan": list(one.plan),
        "forum": one.forum or None,
        "agreed": one.agreed,
        "status": one.status or None,
        "statuses": [
            {
                "status": status.status,
                "on": status.on,
                "as_written": status.as_written or None,
                "means": status.means or None,
                "note": status.note or None,
            }
            for status in one.statuses
        ],
    }


def _kloe(one: KloeView) -> dict[str, Any]:
    return {
        "id": one.id,
        "text": one.text,
        "item": one.item or None,
        "plan": list(one.plan),
        "forum": one.forum or None,
        "finding": one.finding or None,
        "learning": one.learning or None,
        "impact": one.impact or None,
        "closed": one.closed or None,
    }


def _decision(one: DecisionView) -> dict[str, Any]:
    return {
        "id": one.id,
        "text": one.text,
        "item": one.item or None,
        "to": one.to or None,
        "due": one.due or None,
        "due_on": one.due_on or None,
    }


def _person(one: PersonView) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "initials": one.initials or None,
        "role": one.role or None,
        "organisation": one.organisation or None,
        "group": one.group or None,
        "state": one.state,
        "deputy_for": one.deputy_for or None,
        "arrived": one.arrived or None,
        "left": one.left or None,
        "observer": one.observer,
    }
