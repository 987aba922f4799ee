"""The lists of a session as an audience may see them: people, actions, enquiries, documents."""

from collections import Counter
from collections.abc import Callable, Iterable

from maturity.framework import Framework
from maturity.judgement.view import (
    ActionView,
    Audience,
    DecisionView,
    DeliveryView,
    DocumentView,
    KloeView,
    PersonView,
    VoiceView,
)
from maturity.session.state import Action, Decision, Facts, ItemState, SessionState
from maturity.session.voters import group_label, known_groups

__all__ = [
    "actions",
    "decisions",
    "documents",
    "kloes",
    "people",
    "shown_facts",
    "voices",
]

_NAMED_OWNER = "A named person"


def people(state: SessionState, audience: Audience) -> tuple[PersonView, ...]:
    """The register: none in public; no voice group beside a name outside the room's own laptop."""
    if audience is Audience.PUBLIC:
        return ()
    shows_group = audience in {Audience.FACILITATOR, Audience.ROOM}
    return tuple(
        PersonView(
            id=entry,
            name=person.name,
            initials=person.initials or "",
            role=person.role or "",
            organisation=person.organisation or "",
            group=(person.group or "") if shows_group else "",
            state=person.state,
            deputy_for=person.deputy_for or "",
            arrived=(person.arrived or "")[11:16],
            left=(person.left or "")[11:16],
            observer=person.observer,
        )
        for entry, person in state.people.items()
    )


def voices(state: SessionState, framework: Framework) -> tuple[VoiceView, ...]:
    """Every voice group with how many were asked and how many came."""
    asked = Counter(person.group for person in state.people.values())
    came = Counter(person.group for person in state.people.values() if person.state == "present")
    rows = []
    for group in known_groups(state, framework):
        voice = framework.voices.get(group)
        rows.append(
            VoiceView(
                id=group,
                label=group_label(framework, group),
                wider=(voice.wider if voice else None) or "Someone in the room",
                core=bool(voice and voice.core),
                families=bool(voice and voice.families),
                votes=voice is None or voice.votes,
                invited=asked[group],
                present=came[group],
            )
        )
    return tuple(rows)


def _owners(state: SessionState, audience: Audience) -> Callable[[Iterable[str]], tuple[str, ...]]:
    """Owners as typed; in public the role of a person on the register, and never a name.

    What is worked out of the register and the actions is worked out once for all of them.
    """
    if audience is not Audience.PUBLIC:
        return tuple
    roles = {}
    known = {entry.forum.casefold() for entry in state.actions.values() if entry.forum}
    for person in state.people.values():
        for label in (person.name, person.initials):
            if label:
                roles[label.casefold()] = person.role or person.organisation or _NAMED_OWNER
        known |= {text.casefold() for text in (person.role, person.organisation) if text}

    def public(owner: str) -> str:
        folded = owner.casefold()
        return owner if folded in known else roles.get(folded, _NAMED_OWNER)

    return lambda owners: tuple(map(public, owners))


def actions(state: SessionState, audience: Audience) -> tuple[ActionView, ...]:
    """Actions by the day they are due, those without one last."""
    rows, owners = [], _owners(state, audience)
    for entry, action in state.actions.items():
        statuses = _statuses(action, audience)
        rows.append(
            ActionView(
                id=entry,
                text=action.text,
                owners=owners(action.owners),
                due=action.due or "",
                due_on=action.due_on or "",
                item=action.item or "",
                plan=action.plan,
                forum=action.forum or "",
                agreed=action.agreed,
                status=statuses[-1].status if statuses else "",
                statuses=statuses,
            )
        )
    return tuple(sorted(rows, key=lambda row: row.due_on or "9999"))


def _statuses(action: Action, audience: Audience) -> tuple[DeliveryView, ...]:
    """The statuses by date, of two on one day the one typed later last.

    In public without notes: those of a plan name officers and tell of their meetings.
    """
    return tuple(
        DeliveryView(
            status=one.status.capitalize(),
            on=one.on,
            as_written=one.as_written or "",
            means=one.means or "",
            note="" if audience is Audience.PUBLIC else one.note or "",
        )
        for one in sorted(action.statuses.values(), key=lambda one: one.on)
    )


def kloes(state: SessionState) -> tuple[KloeView, ...]:
    """Key lines of enquiry, open ones first."""
    rows = [
        KloeView(
            id=entry,
            text=kloe.text,
            item=kloe.item or "",
            plan=kloe.plan,
            forum=kloe.forum or "",
            finding=kloe.finding or "",
            learning=kloe.learning or "",
            impact=kloe.impact or "",
            closed=kloe.closed or "",
        )
        for entry, kloe in state.kloes.items()
    ]
    return tuple(sorted(rows, key=lambda row: bool(row.closed)))


def decisions(entries: Iterable[tuple[str, Decision]]) -> tuple[DecisionView, ...]:
    """Decisions or risks, in the order they were typed."""
    return tuple(
        DecisionView(
            id=entry,
            text=kept.text,
            item=kept.item or "",
            to=kept.to or "",
            due=kept.due or "",
            due_on=kept.due_on or "",
        )
        for entry, kept in entries
    )


def shown_facts(state: SessionState, facts: Facts, audience: Audience) -> Facts:
    """Facts without what was decided on private marks; in public, without names of owners too."""
    if audience is Audience.FACILITATOR:
        return facts
    owner = facts.owner
    if owner is not None and audience is Audience.PUBLIC:
        owner = _owners(state, audience)((owner,))[0]
    return facts.model_copy(update={"privacy": None, "owner": owner})


def documents(state: SessionState, audience: Audience) -> tuple[DocumentView, ...]:
    """Documents in the order they were read, with how often each is used."""
    items: Iterable[ItemState] = (*state.pillar.values(), *state.criterion.values())
    used = Counter(link.document for item in items for link in item.links.values())
    return tuple(
        DocumentView(
            id=entry,
            title=document.title,
            file=document.file,
            excerpts=document.counts.get("excerpts", 0),
            links=used[entry],
            facts=shown_facts(
                state,
                Facts.model_construct(
                    **{name: getattr(document, name) for name in Facts.model_fields}
                ),
                audience,
            ),
            is_replaced=document.replaced_by is not None,
        )
        for entry, document in state.documents.items()
        if used[entry] or not document.replaced_by
    )
