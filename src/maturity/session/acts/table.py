"""The one act table: every operation on a session, as commands, palette and key help offer it."""

from collections.abc import Mapping
from types import MappingProxyType

from maturity.session.acts.act import ActSpec
from maturity.session.acts.actions import ActionAct, DeliveryAct, action_outcome, delivery_outcome
from maturity.session.acts.answers import AnswerAct, answer_outcome
from maturity.session.acts.board import ConfirmAct, confirm_outcome
from maturity.session.acts.decisions import (
    DecisionAct,
    RiskAct,
    decision_outcome,
    risk_outcome,
)
from maturity.session.acts.dissents import DissentAct, dissent_outcome
from maturity.session.acts.evidence import (
    DocumentAct,
    FactsAct,
    LinkAct,
    UnlinkAct,
    document_outcome,
    facts_outcome,
    link_outcome,
    unlink_outcome,
)
from maturity.session.acts.kloes import KloeAct, kloe_outcome
from maturity.session.acts.notes import NoteAct, note_outcome
from maturity.session.acts.page import PageAct, SetAct, page_outcome, set_outcome
from maturity.session.acts.people import PersonAct, person_outcome
from maturity.session.acts.ratings import (
    ParkAct,
    RateAct,
    SeenAct,
    park_outcome,
    rate_outcome,
    seen_outcome,
)
from maturity.session.acts.returned import ReturnedAct, returned_outcome
from maturity.session.acts.surveys import SurveyAct, survey_outcome
from maturity.session.acts.taking import TakeAct, take_outcome
from maturity.session.acts.votes import VoteAct, vote_outcome

__all__ = ["ACTS", "spec_of"]

_ROWS = (
    ActSpec(
        "person",
        "Roll call",
        "Put someone on the register, or change what it says of them.",
        'northmere "Ash Reed" --role SENCO --group mainstream',
        PersonAct,
        person_outcome,
        "person",
    ),
    ActSpec(
        "vote",
        "Vote",
        "Keep a vote of the room as counts by level, lowest level first.",
        "northmere leadership 3 6 2",
        VoteAct,
        vote_outcome,
        "vote",
    ),
    ActSpec(
        "vote --from",
        "Votes gathered before",
        "Keep first votes gathered by a survey, as counts and unseen until revealed.",
        "northmere --from survey.csv",
        SurveyAct,
        survey_outcome,
        "vote",
    ),
    ActSpec(
        "rate",
        "Rate",
        "Record the provisional rating that the room chose, and why.",
        'northmere leadership developing --because "Named leads in all partners."',
        RateAct,
        rate_outcome,
        "rate",
    ),
    ActSpec(
        "seen",
        "Seen as",
        "Keep the level the room saw on a criterion used as a lens.",
        "northmere clear-roles developing",
        SeenAct,
        seen_outcome,
        "seen",
    ),
    ActSpec(
        "park",
        "Park",
        "Set an item aside as not settled; it comes back at the end.",
        'northmere outcomes --because "Waiting for the destinations data."',
        ParkAct,
        park_outcome,
        "park",
    ),
    ActSpec(
        "dissent",
        "Dissent",
        "Keep a different view in its own words, at any time.",
        'northmere families --from parent-carers --level emerging --reason "Not where we live."',
        DissentAct,
        dissent_outcome,
        "dissent",
    ),
    ActSpec(
        "note",
        "Note",
        "Keep one line of what was said about an item.",
        'northmere insight "Two dashboards disagree on waits." --tag gap',
        NoteAct,
        note_outcome,
        "note",
    ),
    ActSpec(
        "action",
        "Action",
        "Keep who will do what by when.",
        'northmere "Finish the charter" --owner "Forum co-chair" --due "two weeks"',
        ActionAct,
        action_outcome,
        "action",
    ),
    ActSpec(
        "delivery",
        "Delivery status",
        "Say how far an action has come on a date.",
        "northmere 9d07be41.9 amber --on 2026-06-01",
        DeliveryAct,
        delivery_outcome,
        "delivery",
    ),
    ActSpec(
        "kloe",
        "Key line of enquiry",
        "Keep a question to look into, or close one with what was found.",
        'northmere "How old are the late cases?" --item right-support --forum "Data group"',
        KloeAct,
        kloe_outcome,
        "kloe",
    ),
    ActSpec(
        "decision",
        "Decision",
        "Keep a decision of the room.",
        'northmere "Share the dashboard with schools" --item insight',
        DecisionAct,
        decision_outcome,
        "decision",
    ),
    ActSpec(
        "risk",
        "Risk or escalation",
        "Keep a risk or an escalation, or that the room was asked and there is none.",
        'northmere "Therapy posts stay vacant" --to "ICB board"',
        RiskAct,
        risk_outcome,
        "risk",
    ),
    ActSpec(
        "confirm",
        "Board's answer",
        "Record what the board decided of a rating: confirmed, amended or deferred.",
        'northmere families developing --on 2026-04-16 --note "The charter is agreed."',
        ConfirmAct,
        confirm_outcome,
        "confirm",
    ),
    ActSpec(
        "confirm --from",
        "Returned paper",
        "Record what the board answered in its copy of the paper, read from the Word file.",
        "northmere --from board-paper.docx --on 2026-04-16",
        ReturnedAct,
        returned_outcome,
        "confirm",
    ),
    ActSpec(
        "page",
        "Page 1 words",
        "Write the words that only people can write.",
        'northmere --story "Steadier than a year ago; not yet felt by every family."',
        PageAct,
        page_outcome,
        "page",
    ),
    ActSpec(
        "set",
        "Setting",
        "Change a setting of the session; without a key, list them all.",
        "northmere board_date 2026-04-16",
        SetAct,
        set_outcome,
        "set",
    ),
    ActSpec(
        "answer",
        "Answer a prompt",
        "Answer a challenge prompt in a line, or accept, park or dismiss it.",
        'northmere families CH01 "The forum heard it in February; they say so."',
        AnswerAct,
        answer_outcome,
        "answer",
    ),
    ActSpec(
        "link",
        "Link evidence",
        "Tie an excerpt to an item, with what it shows.",
        'northmere families a29299 --stance challenges --shows "Families hear late."',
        LinkAct,
        link_outcome,
        "link",
    ),
    ActSpec(
        "unlink",
        "Unlink evidence",
        "Take a link off an item.",
        "northmere families a29299",
        UnlinkAct,
        unlink_outcome,
        "unlink",
    ),
    ActSpec(
        "evidence add",
        "Add evidence",
        "Read documents into short excerpts that can be found and cited.",
        "northmere self-evaluation.docx",
        DocumentAct,
        document_outcome,
        "evidence",
    ),
    ActSpec(
        "evidence set",
        "Facts",
        "Say what a document or an excerpt is: its kind, date, cohort and voice.",
        "northmere a29299 --kind family-experience --date 2026-01-27",
        FactsAct,
        facts_outcome,
        "fact",
    ),
    ActSpec(
        "evidence take",
        "Take people or actions",
        "Take the people or the actions that minutes or a plan name into the session.",
        "northmere 112f1c35 people",
        TakeAct,
        take_outcome,
        "action",
    ),
)

ACTS: Mapping[str, ActSpec] = MappingProxyType({row.name: row for row in _ROWS})
"""Every operation by its name, in the order in which help lists them."""

_BY_TYPE = {row.act: row for row in _ROWS}


def spec_of(act: object) -> ActSpec:
    """The row of the table for an act."""
    return _BY_TYPE[type(act)]
