"""The one gate: what an audience may see of a session. Every export and every screen calls it.

The room's own counts pass, but for those of a very small room, which reach no public paper. The
counts of voice groups are the facilitator's; what others learn of groups is in `findings`.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from maturity.framework import Framework, Item, Meta
from maturity.judgement import lists
from maturity.judgement.board import board_view
from maturity.judgement.confidence import suggested
from maturity.judgement.context import Around, Said, as_quoted, context_of, facts_of
from maturity.judgement.dissents import dissent_view
from maturity.judgement.groups.findings import findings, group_counts
from maturity.judgement.kept_items import KeptItems
from maturity.judgement.last_time import last_view, since_last
from maturity.judgement.marks import link_views
from maturity.judgement.names import names_pattern, without_names
from maturity.judgement.prompts.asked import prompt_views
from maturity.judgement.rounds import FEWEST_SHOWN, counts_of, in_order, median_levels, round_view
from maturity.judgement.view import (
    AimView,
    Audience,
    Disclosed,
    FrameworkView,
    ItemView,
    LensView,
    LevelView,
    NoteView,
    PageView,
    RatingView,
    SessionView,
    VoiceView,
)
from maturity.judgement.waiting import revealed_to, with_waiting
from maturity.judgement.wording import VOTING
from maturity.session.kinds import take
from maturity.session.state import ItemState, SessionState

__all__ = ["disclose", "facts_of", "house_word"]

_STANDING = {
    "official": "the official descriptors",
    "local": "local wording, not the official descriptors",
    "own": "our own wording, not the official descriptors",
}


def disclose(
    state: SessionState,
    framework: Framework,
    audience: Audience,
    kept: KeptItems | None = None,
    said: Said | None = None,
) -> Disclosed:
    """Everything that `audience` may see of the session, and nothing else.

    `kept` are the item views of that audience from an earlier state, if there was one, with the
    same `said`: how evidence is worded where it may be read, if not as it is quoted.
    """
    around = Around(framework, revealed_to(state, audience), said or as_quoted)
    view = _view(around, state, audience, kept or KeptItems())
    view = with_waiting(view, state)
    if audience is not Audience.PUBLIC:
        return view
    pattern = names_pattern(person.name for person in state.people.values())
    return view if pattern is None else without_names(view, pattern)


def _view(around: Around, whole: SessionState, audience: Audience, made: KeptItems) -> Disclosed:
    state, framework = around.state, around.framework
    voices = lists.voices(state, framework)
    made.turn_to(around)
    return Disclosed(
        audience=audience,
        session=_session(state, framework, audience),
        framework=_framework(state, framework),
        items=tuple(
            made.view(
                item.id,
                around.own(item.id),
                partial(_item, around, item, voices, audience),
            )
            for item in _shown(state, framework)
        ),
        page=_page(state),
        people=lists.people(state, audience),
        voices=voices,
        actions=lists.actions(state, audience),
        kloes=lists.kloes(state),
        decisions=lists.decisions(state.decisions.items()),
        risks=lists.decisions(state.risks.items()),
        documents=lists.documents(state, audience),
        gaps=findings(state, whole, framework, voices, audience),
    )


def house_word(state: SessionState, framework: Framework, word: str) -> str:
    """What this area calls its board, its forum and so on; the session's word wins."""
    own = state.settings.get(f"house.{word}")
    return own if isinstance(own, str) else str(getattr(framework.wording, word))


def _session(state: SessionState, framework: Framework, audience: Audience) -> SessionView:
    def setting(name: str, otherwise: str = "") -> str:
        value = state.settings.get(name)
        return value if isinstance(value, str) else otherwise

    info = state.session
    return SessionView(
        id=info.id,
        title=info.title,
        area=info.area,
        period=info.period or "",
        date=info.date or "",
        minutes=state.agenda.minutes or info.minutes or framework.agenda.minutes,
        place="" if audience is Audience.PUBLIC else setting("place"),
        marking=setting("marking", "OFFICIAL"),
        board=house_word(state, framework, "board"),
        forum=house_word(state, framework, "forum"),
        board_date=setting("board_date"),
        no_risks=info.no_risks,
        voting=way if (way := setting("voting")) in VOTING else "paper",
    )


def _standing(meta: Meta) -> str:
    said = _STANDING[meta.origin]
    return f"draft: {said}" if (meta.origin, meta.status) == ("own", "draft") else said


def _framework(state: SessionState, framework: Framework) -> FrameworkView:
    meta = framework.meta
    return FrameworkView(
        id=meta.id,
        title=meta.title,
        version=meta.version,
        fingerprint=state.framework.fingerprint,
        standing=_standing(meta),
        notice=meta.notice or "",
        language=meta.language,
        rate=meta.rate,
        levels=_levels(framework, framework.level_ids),
        meanings=MappingProxyType(
            {name: level.meaning for name, level in framework.levels.items() if level.meaning}
        ),
        pillars=tuple((name, pillar.title) for name, pillar in framework.pillars.items()),
        stale_after_months=framework.evidence.stale_after_months,
        glossary=MappingProxyType(
            {name: term.long or term.say or "" for name, term in framework.glossary.items()}
        ),
        not_reached=framework.report.not_rated,
    )


def _levels(framework: Framework, ids: tuple[str, ...]) -> tuple[LevelView, ...]:
    count = len(ids)
    return tuple(
        LevelView(name, framework.level_label(name), place, count)
        for place, name in enumerate(ids, 1)
    )


def _shown(state: SessionState, framework: Framework) -> tuple[Item, ...]:
    """The rated items, and any pillar that the room judged beside its rated criteria."""
    rated = framework.items
    known = {item.id for item in rated}
    judged = (p for name, p in framework.pillars.items() if _is_judged(state.pillar.get(name)))
    return (*rated, *(pillar for pillar in judged if pillar.id not in known))


def _is_judged(kept: ItemState | None) -> bool:
    """Whether this session holds anything of a pillar; how it stood last time is not of this."""
    return kept is not None and kept.model_copy(update={"last": None}) != ItemState()


def _item(
    around: Around, item: Item, voices: tuple[VoiceView, ...], audience: Audience
) -> ItemView:
    state, framework = around.state, around.framework
    kind = framework.kind_of(item.id)
    kept = take(state, (kind, item.id)) or ItemState()
    levels = _levels(framework, framework.levels_of(item))
    rounds = in_order(kept.rounds)
    latest = counts_of(rounds[-1][1], (level.id for level in levels)) if rounds else ()
    is_private = audience is Audience.FACILITATOR
    context = context_of(around, item)
    words = _state_words(framework)
    rating, board = _rating(framework, kept, levels), board_view(kept, levels, words)
    parked = _parked(kept, audience)
    last = last_view(kept.last, levels, words, voices=voices, state=state, audience=audience)
    had_before = state.session.previous is not None
    return ItemView(
        id=item.id,
        kind=kind,
        code=item.code or "",
        title=item.title,
        short=item.short or item.title,
        pillar=getattr(item, "pillar", None) or "",
        question=framework.question_of(item),
        guidance=item.guidance or "",
        families=item.families or "",
        evidence_hints=item.evidence,
        levels=levels,
        texts=_texts(framework, item),
        may_not_apply=item.may_not_apply,
        rating=rating,
        parked=parked,
        discussed=kept.discussed is not False,
        rounds=tuple(
            round_view(
                entry,
                one,
                levels,
                audience,
                group_counts(one, framework.levels_of(item), framework, audience),
            )
            for entry, one in rounds
        ),
        median=_median(latest, levels, audience),
        dissents=tuple(
            dissent_view(pair, levels, voices, state, audience) for pair in kept.dissent.items()
        ),
        links=tuple(link_views(state, kept.links.items(), audience, around.said)),
        notes=tuple(
            NoteView(entry, note.tag or "", note.text, note.private)
            for entry, note in kept.notes.items()
            if is_private or not note.private
        ),
        lenses=_lenses(state, framework, item) if kind == "pillar" else (),
        prompts=prompt_views(context, audience),
        suggested=None if audience in {Audience.BOARD, Audience.PUBLIC} else suggested(context),
        board=board,
        last=last,
        since=since_last(last, rating, board, is_parked=parked is not None) if had_before else "",
    )


def _median(
    latest: Sequence[int], levels: tuple[LevelView, ...], audience: Audience
) -> tuple[LevelView, ...]:
    """Where the room lies; not in public where so few voted that it would tell their votes."""
    if audience is Audience.PUBLIC and sum(latest) < FEWEST_SHOWN:
        return ()
    return median_levels(latest, levels)


def _parked(kept: ItemState, audience: Audience) -> str | None:
    """Why an item was set aside; that it was is the board's to say first."""
    if kept.parked is None or not kept.parked.parked or audience is Audience.PUBLIC:
        return None
    return kept.parked.because or ""


def _texts(framework: Framework, item: Item) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {level: framework.texts(item, level) for level in framework.levels_of(item)}
    )


def _state_words(framework: Framework) -> Mapping[str, str]:
    return {
        "not-reached": framework.report.not_rated,
        "cannot-say": "Cannot say yet",
        "not-applicable": "Not applicable",
    }


def _rating(framework: Framework, kept: ItemState, levels: tuple[LevelView, ...]) -> RatingView:
    by_id = {level.id: level for level in levels}
    state: str = kept.rating.state if kept.rating else "unrated"
    level = by_id.get(kept.rating.level or "") if kept.rating else None
    aim = kept.aim
    return RatingView(
        state=state,
        said=level.label if level else _state_words(framework).get(state, "Not rated"),
        level=level,
        because=kept.because or "",
        confidence=kept.confidence or "",
        next_step=kept.next_step or "",
        aim=AimView(by_id.get(aim.level or ""), aim.text or "") if aim else None,
        chosen_by=kept.rating.chosen_by if kept.rating else "room",
    )


def _lenses(state: SessionState, framework: Framework, pillar: Item) -> tuple[LensView, ...]:
    if framework.meta.rate != "pillars":
        return ()
    rows = []
    for criterion in framework.criteria_of(pillar.id):
        kept = state.criterion.get(criterion.id) or ItemState()
        levels = {level.id: level for level in _levels(framework, framework.levels_of(criterion))}
        rows.append(
            LensView(
                id=criterion.id,
                code=criterion.code or "",
                title=criterion.title,
                question=framework.question_of(criterion),
                seen=levels.get(kept.seen or ""),
                texts=_texts(framework, criterion),
            )
        )
    return tuple(rows)


def _page(state: SessionState) -> PageView:
    page = state.page
    return PageView(
        story=page.story or "",
        families=page.families,
        difference=page.difference,
        asks=page.asks,
        bring=page.bring,
        for_families=page.for_families or "",
        implications=page.implications or "",
    )
